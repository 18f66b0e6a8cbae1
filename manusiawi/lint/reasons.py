"""What evidence of a question asks of its author: reasons, each with its weight, by thresholds that stand here alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from manusiawi.entries.evidence import Observed

HARD, EASY = 0.20, 0.95  # facility: a guess among four gives 0.25, and what everybody knows needs no question
WEAK = 0.10  # discrimination
IDLE = 0.01  # the share of a distractor that nobody takes; among many people somebody always does
SURE_WRONG = 0.50  # of those who were sure


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a question wants an author: `name` is one of WEIGHTS, `about` the option where it is about one, `value` the figure."""

    name: str
    value: float
    about: str = ""

    @property
    def weight(self) -> int:
        return WEIGHTS[self.name]


WEIGHTS = {  # what misleads weighs more than what wastes time
    "negative": 5,  # those who know the rest get it wrong: most often a wrong key
    "difference": 4,
    "hard": 3,
    "sure-wrong": 3,
    "weak": 2,
    "easy": 1,
    "idle": 1,
}


def reasons(observed: Observed, wrong: Iterable[str] = ()) -> list[Reason]:
    """All that the evidence says against a question, the heaviest first; `wrong` are the names of its wrong options."""
    found = []
    if observed.facility < HARD:
        found.append(Reason("hard", observed.facility))
    if observed.facility > EASY:
        found.append(Reason("easy", observed.facility))
    if observed.discrimination is not None and observed.discrimination < WEAK:
        found.append(Reason("negative" if observed.discrimination < 0 else "weak", observed.discrimination))
    if observed.sure_wrong is not None and observed.sure_wrong >= SURE_WRONG:
        found.append(Reason("sure-wrong", observed.sure_wrong))
    found += [Reason("difference", one.delta, one.between) for one in observed.differences if one.category == "C"]
    shares = {one.option: one.share for one in observed.options}
    found += [Reason("idle", shares.get(name, 0.0), name) for name in wrong if shares and shares.get(name, 0.0) < IDLE]
    return sorted(found, key=lambda reason: -reason.weight)


def need(found: Iterable[Reason]) -> int:
    """How much a question wants an author: the sum of the weights of its reasons."""
    return sum(reason.weight for reason in found)
