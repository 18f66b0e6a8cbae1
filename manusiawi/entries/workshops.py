"""Workshops that link the modules: `course/workshops.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Entry):
    """One entry of a day's timetable: a module, or something else with its minutes."""

    module: str = spec(
        "The slug of a module; its minutes come from the trainer's notes.", default="", pattern=SLUG, pattern_words=SLUG_WORDS
    )
    title: Text | None = spec("What it is, if it is no module.", default=None, markdown="inline")
    minutes: int = spec("How long it takes, if it is no module.", default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Entry):
    """One day of a workshop."""

    start: str = spec("When it begins.", pattern=r"(?:[01]\d|2[0-3]):[0-5]\d", pattern_words="a time such as 08:30")
    parts: tuple[Part, ...] = spec("The timetable, in order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop(Entry):
    """A workshop of one day or more."""

    id: str = spec("Its anchor on the trainers' page; never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    title: Text = spec("Its title.", markdown="inline")
    lead: Text = spec("For whom it is, and why these modules.", markdown="block")
    minutes: int = spec("The minutes that its modules take together; the check adds them up.")
    days: tuple[Day, ...] = spec("Its days, in order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopFile(Entry):
    """The workshops: `course/workshops.yml`, which may be missing."""

    workshops: tuple[Workshop, ...] = spec("The workshops.")
