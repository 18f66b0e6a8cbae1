"""Simulates learners of known ability, and how often the words of the tests about a gain are right."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import exp
from random import Random
from statistics import fmean, pvariance, quantiles

from manusiawi.model.forms import reliability
from manusiawi.model.gains import WRONGLY, least_falls, least_rises

COUNT = 30  # questions in a test
GUESSED = 1 / 3  # a question's chance without any knowledge: three options
RISES, FALLS = least_rises(COUNT, round(COUNT * GUESSED)), least_falls(COUNT)
ABILITY = (0.0, 1.3)  # mean and spread of the learners, in logits: with these a test is as reliable as its page assumes
DIFFICULTY = (0.0, 1.0)  # and of the questions

Form = list[float]  # the difficulty of each question


@dataclass(frozen=True, slots=True)
class Sitting:
    """Both tests of one learner: how able they were before the first one, and how many questions were right."""

    ability: float
    before: int
    after: int

    @property
    def rises(self) -> bool:
        """Whether the page calls the difference a rise that is more than chance."""
        return self.after - self.before >= RISES[self.before] > 0

    @property
    def falls(self) -> bool:
        """Whether it calls it such a fall."""
        return self.before - self.after >= FALLS[self.before] > 0


def form(random: Random) -> Form:
    """A form of questions, drawn at random from one stock."""
    return [random.gauss(*DIFFICULTY) for _ in range(COUNT)]


def learners(number: int, random: Random) -> list[float]:
    """The abilities of so many learners."""
    return [random.gauss(*ABILITY) for _ in range(number)]


def answers(ability: float, items: Form, random: Random) -> list[bool]:
    """A learner's answers, right or not: Rasch (1960), above a floor of guessing."""
    return [random.random() < GUESSED + (1 - GUESSED) / (1 + exp(difficulty - ability)) for difficulty in items]


def sittings(abilities: Iterable[float], gain: float, random: Random) -> list[Sitting]:
    """Learners who take a form, gain so many logits, and take another one."""
    first, final = form(random), form(random)
    return [Sitting(one, sum(answers(one, first, random)), sum(answers(one + gain, final, random))) for one in abilities]


def kr20(abilities: Iterable[float], random: Random) -> float:
    """The reliability of a form among learners, after Kuder and Richardson (1937), formula 20."""
    items = form(random)
    sheets = [answers(one, items, random) for one in abilities]
    shares = [fmean(column) for column in zip(*sheets, strict=True)]
    return COUNT / (COUNT - 1) * (1 - sum(share * (1 - share) for share in shares) / pvariance([sum(sheet) for sheet in sheets]))


def report(number: int = 10_000, pairs: int = 60, seed: int = 12) -> list[str]:
    """How often the words are right: so many learners, each of whom takes every pair of forms."""
    random = Random(seed)
    abilities = learners(number, random)
    by_pair = [sittings(abilities, 0.0, random) for _ in range(pairs)]
    unchanged = [sitting for pair in by_pair for sitting in pair]
    tenths = quantiles((fmean(sitting.rises for sitting in pair) for pair in by_pair), n=10)
    quarters = quantiles(abilities, n=4)
    risen, fallen = (fmean(getattr(one, name) for one in unchanged) for name in ("rises", "falls"))
    lines = [
        f"{number:,} learners who did not change, {pairs} pairs of tests of {COUNT} questions, at most {WRONGLY}% may be told wrongly:",
        f"  {risen:.1%} are told of a rise beyond chance, {fallen:.1%} of a fall",
        f"  in nine pairs of ten at most {tenths[-1]:.1%} are told of a rise, since two tests are never quite equally hard",
        f"  by quarter of ability, from the least able: {_shares(unchanged, lambda one: bisect(quarters, one.ability))}",
        f"  by first result, from so many right on; bad luck is made good: {_shares(unchanged, lambda one: one.before // 3 * 3)}",
    ]
    for gain in (0.5, 1.0, 1.5, 2.0):
        gained = [sitting for _ in range(pairs // 12) for sitting in sittings(abilities, gain, random)]
        rise = fmean(one.after - one.before for one in gained)
        lines.append(f"  a true rise of {rise:.1f} questions on average is found in {fmean(one.rises for one in gained):.0%}")
    measured = fmean(kr20(abilities[:2000], random) for _ in range(pairs // 12))
    lines.append(f"  reliability of such a test among these learners (KR-20): {measured:.2f}; its page assumes {reliability(COUNT):.2f}")
    return lines


def gains() -> None:
    """Prints the report."""
    print("\n" + "\n".join(report()))


def _shares(unchanged: Iterable[Sitting], group: Callable[[Sitting], int]) -> str:
    """The share that is told of a rise, by group."""
    found: dict[int, list[bool]] = {}
    for sitting in unchanged:
        found.setdefault(group(sitting), []).append(sitting.rises)
    return ", ".join(f"{number}: {fmean(rises):.1%}" for number, rises in sorted(found.items()))
