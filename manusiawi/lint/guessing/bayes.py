"""Naive Bayes over sets of features, with one group left out of what it learns from.

Each feature counts as there or not there; only those that are there speak, and each by itself (McCallum and Nigam 1998).
That words of the answers alone tell right from wrong is the hypothesis-only baseline of language inference
(Poliak and others 2018; Gururangan and others 2018).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log

SMOOTHING = 2.0  # seen options that each feature begins with, shared between right and wrong as the options are


@dataclass(slots=True)
class Counts:
    """How many right and wrong options there are, and in how many of each a feature stands."""

    right: int = 0
    wrong: int = 0
    in_right: Counter[str] = field(default_factory=Counter)
    in_wrong: Counter[str] = field(default_factory=Counter)

    def add(self, features: Iterable[str], is_right: bool) -> None:
        """Counts one option."""
        (self.in_right if is_right else self.in_wrong).update(features)
        self.right += is_right
        self.wrong += not is_right


Weight = Callable[[str], float]


def weights(everything: Counts, left_out: Counts | None = None) -> Weight:
    """How far a feature speaks for a right option: the logarithm of how much oftener it stands in right ones than in wrong ones.

    What `left_out` counted is taken off `everything` first. Smoothing is additive, by SMOOTHING options for each feature, shared in
    proportion: a feature that was never seen, or that stands in both kinds as often as there are options of them, weighs 0.
    """
    without = left_out or Counts()
    right, wrong = everything.right - without.right, everything.wrong - without.wrong
    if not right or not wrong:
        return lambda feature: 0.0
    share = right / (right + wrong)
    odds = log(wrong / right)

    @cache
    def weight(feature: str) -> float:
        seen_right = everything.in_right[feature] - without.in_right[feature]
        seen_wrong = everything.in_wrong[feature] - without.in_wrong[feature]
        return log(seen_right + SMOOTHING * share) - log(seen_wrong + SMOOTHING * (1 - share)) + odds

    return weight


def by_group(options: Iterable[tuple[str, frozenset[str], bool]]) -> tuple[Counts, Mapping[str, Counts]]:
    """The counts of all options, and of those of each group; an option is its group, its features, and whether it is right."""
    groups: dict[str, Counts] = {}
    for group, features, is_right in options:
        groups.setdefault(group, Counts()).add(features, is_right)
    everything = Counts(sum(counts.right for counts in groups.values()), sum(counts.wrong for counts in groups.values()))
    for counts in groups.values():
        everything.in_right.update(counts.in_right)
        everything.in_wrong.update(counts.in_wrong)
    return everything, groups


@dataclass(frozen=True, slots=True)
class Telling:
    """A feature that gives options away, and in how many right and wrong ones it stands."""

    feature: str
    right: int
    wrong: int

    def __str__(self) -> str:
        return f"{self.feature} {self.right}:{self.wrong}"


def most_telling(counts: Counts, number: int) -> list[Telling]:
    """The features that stand farthest from where chance would put them, in standard errors; a variance of one is added for rare ones."""
    total = counts.right + counts.wrong
    if not counts.right or not counts.wrong:
        return []
    share = counts.right / total

    def distance(telling: Telling) -> float:
        seen = telling.right + telling.wrong
        return abs(telling.right - seen * share) / float((seen * share * (1 - share) + 1) ** 0.5)

    listed = [Telling(name, counts.in_right[name], counts.in_wrong[name]) for name in {*counts.in_right, *counts.in_wrong}]
    return sorted(listed, key=lambda telling: (-distance(telling), telling.feature))[:number]
