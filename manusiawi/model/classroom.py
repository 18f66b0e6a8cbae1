"""What trainers' texts use: the sheets that they name, the lists of which sheets are made, how long parts of a day take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from manusiawi.binding.fields import Entry, Text
from manusiawi.binding.walk import texts_of
from manusiawi.entries.classroom.sheets import Sheet
from manusiawi.entries.classroom.workshops import Day, Part
from manusiawi.language.known import MAIN
from manusiawi.model.course import Course
from manusiawi.model.page import BULLET, MARK, PageFile

_LED = re.compile(r"\*\*(.+?)[:.]?\*\*[:.]?\s*(.*)", re.DOTALL)  # an entry that begins with its name in bold


def named(entries: Iterable[Entry], mark: str) -> list[str]:
    """What marks of one kind name in the texts of some entries, each once, in order."""
    found = (
        " ".join((match[2] or "").split())
        for entry in entries
        for text in ([entry] if isinstance(entry, Text) else texts_of(entry))
        for match in MARK.finditer(text[MAIN])
        if match[1] == mark
    )
    return list(dict.fromkeys(found))


def users(course: Course, sheet: str) -> Iterator[tuple[str, str]]:
    """Who uses a sheet, as ("module", its slug) for trainer's notes and ("activity", its id)."""
    for module, notes in course.trainers.items():
        if sheet in named([notes], "sheet"):
            yield "module", module
    for activity in course.activities.values():
        if sheet in named([activity], "sheet"):
            yield "activity", activity.id


def is_used(course: Course, sheet: Sheet) -> bool:
    """Whether a trainer is ever told to bring a sheet: notes or an activity name it, or a workshop has time for the evaluation."""
    if sheet.kind == "evaluation":
        return any(part.evaluation for workshop in course.workshops.values() for day in workshop.days for part in day.parts)
    return any(users(course, sheet.id))


def listed(course: Course, language: str, address: str) -> list[tuple[str, str]]:
    """The entries of the list below a heading, each as its name, "" where it has none, and its words; none where there is no list.

    `address` is module, page and anchor, as in `loket/kasus#lima-saat`.
    """
    path, _, anchor = address.partition("#")
    page = course.pages[language].get(f"{path}.md")
    return [_split(words) for words in _entries(page, anchor)] if page else []


def _entries(page: PageFile, anchor: str) -> Iterator[str]:
    inside = False
    for block in page.blocks:
        if block.kind == "heading":
            if inside:
                return
            inside = any(heading.anchor == anchor and heading.place.line == block.lines[0].number for heading in page.headings)
        elif inside and block.kind == "item":
            yield BULLET.sub("", " ".join(line.text.strip() for line in block.lines), count=1)


def _split(words: str) -> tuple[str, str]:
    led = _LED.fullmatch(words)
    return (led[1], led[2]) if led else ("", words)


def minutes_of(course: Course, part: Part) -> int:
    """How long a part of a timetable takes."""
    if part.module in course.trainers:
        return course.trainers[part.module].minutes
    return course.activities[part.activity].minutes if part.activity in course.activities else part.minutes


def read_ahead(course: Course, day: Day) -> list[str]:
    """The lessons to read before a day of a workshop, as module and lesson, in the order of its modules."""
    modules = (part.module for part in day.parts if part.module in course.trainers)
    return [f"{module}/{slug}" for module in modules for slug in course.trainers[module].ahead]
