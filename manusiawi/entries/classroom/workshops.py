"""Workshops that link the modules: `course/workshops.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Entry):
    """One entry of a day's timetable: a module, an activity, a test, the evaluation, or something else with its minutes.

    A module takes the minutes of its trainer's notes, an activity those of its steps.
    """

    module: str = spec(
        "The slug of a module; its minutes come from the trainer's notes.", default="", pattern=SLUG, pattern_words=SLUG_WORDS
    )
    activity: str = spec("The id of an activity; its minutes come from its steps.", default="", pattern=SLUG, pattern_words=SLUG_WORDS)
    test: str = spec("A test: that before the course, or that after it.", default="", values=("before", "after"))
    evaluation: bool = spec("Whether participants fill in the evaluation here.", default=False)
    pause: str = spec("Whether people rest in what the title names: a break, or a meal.", default="", values=("break", "meal"))
    title: Text | None = spec("What it is, if it is none of these.", default=None, markdown="inline")
    minutes: int = spec("How long it takes, if it is neither a module nor an activity.", default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Entry):
    """One day of a workshop; what participants read before it is what the notes of its modules name."""

    start: str = spec("When it begins.", pattern=r"(?:[01]\d|2[0-3]):[0-5]\d", pattern_words="a time such as 08:30")
    parts: tuple[Part, ...] = spec("The timetable, in order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop(Entry):
    """A workshop of one day or more."""

    id: str = spec("Its anchor on the trainers' page; never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    title: Text = spec("Its title.", markdown="inline")
    lead: Text = spec("For whom it is, and why these modules.", markdown="block")
    minutes: int = spec("The minutes that its modules and activities take together; the check adds them up.")
    notes: tuple[Text, ...] = spec("What to change where the day is another, as on a Friday or in Ramadan.", default=(), markdown="inline")
    days: tuple[Day, ...] = spec("Its days, in order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopFile(Entry):
    """The workshops: `course/workshops.yml`, which may be missing."""

    workshops: tuple[Workshop, ...] = spec("The workshops.")
