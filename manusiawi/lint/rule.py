"""What a rule of the linter is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from manusiawi.ground.faults import Place

LEVELS = ("error", "warning", "hint", "off")  # an error fails the check; a hint is reported and asks for nothing


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a rule found: where, what is wrong here, how to mend it."""

    place: Place
    wrong: str
    mend: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; `of` names what it judges, as `run.subjects` lists it."""

    id: str
    level: str
    of: str
    finds: str
    why: str
    source: str
    judge: Callable[[Any], Iterator[Found]]
    note: str = ""  # for the page of rules alone: how it measures, and what it does not


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """What the linter reports: a rule's find with the rule's level and reason."""

    place: Place
    rule: str
    level: str
    wrong: str
    why: str
    mend: str
    item: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.rule} {self.level}: {self.wrong}.\n    Why: {self.why}\n    Mend: {self.mend}."


RULES: dict[str, Rule] = {}

Judge = TypeVar("Judge", bound=Callable[[Any], Iterator[Found]])


def rule(code: str, level: str, of: str, finds: str, why: str, source: str, note: str = "") -> Callable[[Judge], Judge]:
    """Enters a function into the rules; it yields what it finds."""

    def enter(judge: Judge) -> Judge:
        RULES[code] = Rule(code, level, of, finds, why, source, judge, " ".join(note.split()))
        return judge

    return enter
