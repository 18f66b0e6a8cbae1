"""What a reader of options alone tried, and how often they were right against chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from manusiawi.lint.view import View

LIMIT = 0.42  # the share of the whole bank over which it gives itself away
Z_LIMIT = 2.5  # and the standard errors above chance
GROUP_LIMIT = 0.5  # the share that a level, a test form or a module stays under,
GROUP_SIZE = 10  # where it has so many trials; of fewer, half are right by luck too often to tell anything


@dataclass(frozen=True, slots=True)
class Trial:
    """One decision of the reader: `hit` is 1, 0, or between where several answers seemed equally likely."""

    view: View
    hit: float
    chance: float
    variance: float  # of the hit, were it left to chance
    scores: tuple[float, ...] = ()  # what spoke for each answer, as a logarithm

    @property
    def lead(self) -> float:
        """How far the likeliest answer lies before the next."""
        first, second = sorted(self.scores, reverse=True)[:2]
        return first - second


def chosen(view: View, scores: Iterable[float], right: Iterable[bool]) -> Trial:
    """The trial of a reader who takes the answer with the highest score; equal ones share the hit, so that no place wins."""
    rounded = tuple(round(score, 9) for score in scores)  # sums of the same weights in another order are equal
    verdicts = list(right)
    best = [is_right for score, is_right in zip(rounded, verdicts, strict=True) if score == max(rounded)]
    chance = sum(verdicts) / len(verdicts)
    return Trial(view, sum(best) / len(best), chance, chance * (1 - chance), rounded)


@dataclass(frozen=True, slots=True)
class Tally:
    """The trials of one group, added up."""

    number: int
    hits: float
    by_chance: float
    variance: float

    @classmethod
    def of(cls, trials: Iterable[Trial]) -> Tally:
        listed = list(trials)
        return cls(
            len(listed),
            sum(trial.hit for trial in listed),
            sum(trial.chance for trial in listed),
            sum(trial.variance for trial in listed),
        )

    @property
    def share(self) -> float:
        return self.hits / self.number if self.number else 0.0

    @property
    def z(self) -> float:
        """Standard errors above chance, were the trials independent."""
        return (self.hits - self.by_chance) / float(self.variance**0.5) if self.variance else 0.0

    @property
    def gives_away(self) -> bool:
        """Whether the whole bank lies over its limit."""
        return self.share > LIMIT or self.z > Z_LIMIT

    @property
    def is_high(self) -> bool:
        """Whether a group that is large enough to tell reaches its limit."""
        return self.number >= GROUP_SIZE and self.share >= GROUP_LIMIT

    def __str__(self) -> str:
        return (
            f"{_figure(self.hits)} of {self.number} ({self.share:.0%}; by chance {self.by_chance / (self.number or 1):.0%}, z {self.z:.1f})"
        )

    @property
    def short(self) -> str:
        return f"{_figure(self.hits)}/{self.number}"


def _figure(hits: float) -> str:
    return f"{hits:.1f}".removesuffix(".0")


FORM = "test form"
GROUPINGS: dict[str, Callable[[View], Iterable[str]]] = {
    "module": lambda view: (view.module,),
    "level": lambda view: (view.item.bloom,),
    FORM: lambda view: view.item.forms,
}


def grouped(trials: Iterable[Trial], grouping: str) -> dict[str, list[Trial]]:
    """The trials by module, level or test form, in the order of the names; what stands in no form is left out."""
    groups: dict[str, list[Trial]] = {}
    for trial in trials:
        for name in GROUPINGS[grouping](trial.view):
            groups.setdefault(name, []).append(trial)
    return dict(sorted(groups.items()))
