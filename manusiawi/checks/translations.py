"""Knows which English texts still fit their Indonesian: fingerprints of both, taken when a translator confirmed them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from manusiawi.ground.faults import Place
from manusiawi.language.known import MAIN, other
from manusiawi.model.course import Course
from manusiawi.model.kinds import KINDS, entries_of, place_of

FILE = "course/translations.txt"
_HEAD = """# Fingerprints of each text in Indonesian and in English, taken when a translator confirmed that they agree.
# `python build_quiz.py confirm` writes this file; `check` reports a text as stale whose Indonesian has changed since.
"""


_ROW = re.compile(r"([^#\s].*) ([0-9a-f]{8}) ([0-9a-f]{8})")


@dataclass(frozen=True, slots=True)
class Unit:
    """A text that is translated as a whole: a page, a question, a term, an article, a fact."""

    name: str
    place: Place
    marks: tuple[str, str]  # the fingerprints of the Indonesian and the English text
    page: str  # where readers meet it, for the table of coverage


def units(course: Course) -> Iterator[Unit]:
    """Every unit of the course, in the order of its files: the pages, then whatever the table of kinds says is translated."""
    for path in course.pages[MAIN]:
        if path in course.pages[other(MAIN)]:
            marks = _mark(course.pages[MAIN][path].text), _mark(course.pages[other(MAIN)][path].text)
            yield Unit(f"page {path}", Place(f"docs/{other(MAIN)}/{path}"), marks, path)
    for kind in KINDS:
        for collection in kind.collections:
            for entry in entries_of(course, kind, collection) if collection.unit else ():
                first, second = collection.texts(entry)
                name = f"{collection.unit} {getattr(entry, collection.key)}"
                yield Unit(name, place_of(entry), (_mark(*first), _mark(*second)), collection.shown(course, entry))


def _mark(*texts: str) -> str:
    """Eight letters and digits that stand for texts; spaces aside."""
    return hashlib.blake2s("\x1f".join(" ".join(text.split()) for text in texts).encode(), digest_size=4).hexdigest()


def confirmed(root: Path) -> dict[str, tuple[str, str]]:
    """The fingerprints on record, by unit."""
    path = root / FILE
    lines = path.read_text("utf-8-sig", "replace").split("\n") if path.exists() else []
    rows = (_ROW.fullmatch(line.strip()) for line in lines)  # a line that is none, as after a merge, confirms nothing
    return {row[1]: (row[2], row[3]) for row in rows if row}


def is_stale(unit: Unit, record: dict[str, tuple[str, str]]) -> bool:
    """Whether the Indonesian changed since both were confirmed; that the English changed too proves nothing."""
    known = record.get(unit.name)
    return known is not None and unit.marks[0] != known[0]


def record_text(found: list[Unit], record: dict[str, tuple[str, str]], names: set[str]) -> str:
    """The record after confirming the named units (all, if none is named); units that are gone drop out."""
    rows = {unit.name: unit.marks if not names or unit.name in names else record.get(unit.name) for unit in found}
    return _HEAD + "".join(f"{name} {marks[0]} {marks[1]}\n" for name, marks in sorted(rows.items()) if marks)


def coverage(found: list[Unit], record: dict[str, tuple[str, str]]) -> str:
    """A table by page: texts, confirmed ones, stale ones, ones changed in English alone, ones never confirmed."""
    pages: dict[str, list[int]] = {}
    for unit in found:
        row = pages.setdefault(unit.page, [0, 0, 0, 0, 0])
        known = record.get(unit.name)
        row[0] += 1
        row[4 if not known else 1 if unit.marks == known else 2 if is_stale(unit, record) else 3] += 1
    head = f"{'page':44} {'texts':>6} {'confirmed':>10} {'stale':>6} {'changed':>8} {'new':>5}"
    rows = [f"{page:44} {row[0]:6} {row[1]:10} {row[2]:6} {row[3]:8} {row[4]:5}" for page, row in sorted(pages.items())]
    sums = [sum(row[place] for row in pages.values()) for place in range(5)]
    return "\n".join([head, *rows, f"{'all':44} {sums[0]:6} {sums[1]:10} {sums[2]:6} {sums[3]:8} {sums[4]:5}"])
