"""Writes a course's questions into files of other tools, and refuses to lose anything without a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.anki import write_anki
from manusiawi.exchange.writers.book import write_book
from manusiawi.exchange.writers.cartridge import write_cartridge
from manusiawi.exchange.writers.gift import write_gift
from manusiawi.exchange.writers.moodle import write_moodle
from manusiawi.exchange.writers.qti import write_qti
from manusiawi.exchange.writers.scorm.package import write_scorm
from manusiawi.exchange.written import Counts, Written
from manusiawi.ground.faults import CourseFaults, Fault, Place
from manusiawi.model.course import Course

Writer = Callable[[Request], Written]
WRITERS: dict[str, Writer] = {
    "moodle": write_moodle,
    "gift": write_gift,
    "book": write_book,
    "cartridge": write_cartridge,
    "qti": write_qti,
    "anki": write_anki,
    "scorm": write_scorm,
}  # by the name of the format in FORMATS
NEEDS_SITE = frozenset({"book", "cartridge", "scorm"})  # formats that carry pages as they are built


def export(
    course: Course, kind: str, modules: Sequence[str], languages: Sequence[tuple[str, ...]], site: Path | None = None, time: int = 0
) -> list[Written]:
    """One file for each module and each of `languages`, of which one may be several for a file that holds them all.

    Raises CourseFaults where a difference in the counts is told by no loss.
    """
    made = [WRITERS[kind](Request(course, module, names, site, time)) for module in modules for names in languages]
    faults = [
        Fault(
            Place(written.name),
            f"{written.taken} went in, {written.found} stand in the file, and {written.untold} are told by no note",
            "every difference told",
            f"report it with the file's name: the writer of {kind} loses something without a word",
        )
        for written in made
        if written.untold != Counts()
    ]
    if faults:
        raise CourseFaults(faults)
    return made
