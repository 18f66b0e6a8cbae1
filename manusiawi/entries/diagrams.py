"""Pictures that put thoughts in order: a tree of questions, moments on days, stations on a way, numbers before and after, bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from manusiawi.binding.fields import Entry, Text, spec
from manusiawi.entries.picture import Picture

DAYS = ("calendar", "working")


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Entry):
    """A question with its two answers, or the outcome to which the answers led."""

    question: Text | None = spec("A question that yes or no answers.", default=None, markdown="inline")
    if_yes: Branch | None = spec("What follows a yes.", default=None)
    if_no: Branch | None = spec("What follows a no.", default=None)
    outcome: Text | None = spec("Where this way ends: what to do; it then stands alone.", default=None, markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree(Picture):
    """Questions with yes and no that end in outcomes."""

    name: ClassVar[str] = "tree"
    start: Branch = spec("The first question.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Entry):
    """What happens on a day, or on some days one after the other."""

    day: int = spec("The day, counted as the whole picture counts.")
    until: int = spec("The last day, where it takes several.", default=0)
    label: Text = spec("What happens, in a few words.", markdown="inline")
    text: Text | None = spec("A sentence about it.", default=None, markdown="inline")
    marked: bool = spec("`true` on the days that the picture is about; `whose` says what they are.", default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Picture):
    """Moments on a scale of days; a row of the scale is a week."""

    name: ClassVar[str] = "timeline"
    days: str = spec("Which days are counted: a row of the scale holds seven calendar days or five working days.", values=DAYS)
    whose: Text | None = spec('What the marked days are, such as "Bu Rukayah waits".', default=None)
    moments: tuple[Moment, ...] = spec("The moments, in the order of their days.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Station(Entry):
    """One station of a way."""

    name: Text = spec("What it is called.", markdown="inline")
    text: Text = spec("What happens there, in a sentence.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way(Picture):
    """Three to seven stations in their order."""

    name: ClassVar[str] = "path"
    stations: tuple[Station, ...] = spec("The stations, the first one first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Entry):
    """One row of a comparison: a number before and after."""

    label: Text = spec("What is counted.")
    before: float = spec("The number before.")
    after: float = spec("The number after.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope(Picture):
    """Numbers before and after, as lines between two columns; their table stands below."""

    name: ClassVar[str] = "slope"
    before: Text = spec("The head of the first column, such as a year.")
    after: Text = spec("The head of the second column.")
    unit: Text = spec("What the numbers count, such as minutes.")
    rows: tuple[Change, ...] = spec("Two to six rows.")
    facts: tuple[str, ...] = spec(
        "The ids of the facts that hold the numbers; none where the numbers are an invented example, as `shows` then says.", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Entry):
    """One bar: what is counted, and how many."""

    label: Text = spec("What is counted.")
    value: float = spec("The number, 0 or more.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars(Picture):
    """Two to six numbers as bars, each beside its number."""

    name: ClassVar[str] = "bar"
    unit: Text = spec("What the numbers count, such as minutes.")
    rows: tuple[Count, ...] = spec("Two to six rows.")
    facts: tuple[str, ...] = spec(
        "The ids of the facts that hold the numbers; none where the numbers are an invented example, as `shows` then says.", default=()
    )
