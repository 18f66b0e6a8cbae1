"""The door through which questions of other tools come in."""

from __future__ import annotations

import re

from manusiawi.exchange.bank import ids, write_bank
from manusiawi.exchange.both import Twins, told_names
from manusiawi.exchange.question import Reading
from manusiawi.exchange.readers.aiken import is_aiken, read_aiken
from manusiawi.exchange.readers.ankitext import read_anki_text
from manusiawi.exchange.readers.gift import read_gift
from manusiawi.exchange.readers.moodle import read_moodle
from manusiawi.exchange.readers.table import read_table
from manusiawi.exchange.readers.text.tongues import holds_tongues
from manusiawi.ground.faults import Fault, Place, nearest, quoted
from manusiawi.language.known import LANGUAGES

READERS = {
    "moodle": read_moodle,
    "gift": read_gift,
    "csv": read_table,
    "aiken": read_aiken,
    "ankitext": read_anki_text,
}  # by the name of the format in FORMATS
MAX_CHARACTERS = {
    "moodle": 20_000_000,
    "gift": 5_000_000,
    "csv": 5_000_000,
    "aiken": 5_000_000,
    "ankitext": 5_000_000,
}  # Moodle's holds the images too; 5 million are 2,500 pages

MAX_LINES = 300_000  # the images of such a bank, 76 characters a line, take 260,000; each line costs memory of its own

_SURROGATE = re.compile("[\ud800-\udfff]")


def import_questions(text: str, kind: str, language: str, name: str) -> tuple[str, list[Fault], list[str]]:
    """Questions as the YAML text of a bank, the faults of the source, notes on what is not carried.

    `kind` is one of `READERS`, `language` that of the questions, `name` the file as messages print it. A
    question with a fault is missing in the YAML; whoever goes on must tell the faults. What an author
    has to write stands in capitals that begin with WRITE.
    """
    fault = _unfit(text, kind, language, name)
    if fault:
        return "", [fault], []
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    reading, kind = Reading(), _akin(text, kind)
    twins = Twins(language)
    for tongue in [language, *(other for other in LANGUAGES if other != language)] if holds_tongues(text) else [language]:
        twins.take(tongue, READERS[kind](text, name, tongue), reading)
    if not reading.questions and not reading.faults:
        reading.faults.append(
            Fault(
                Place(name),
                "the file holds no question that the course can take",
                f"one question or more in the format {kind}",
                "look at the notes, and at the format",
            )
        )
    reading.notes += told_names(reading.questions, ids(reading.questions))
    return write_bank(reading.questions, language, twins.texts), sorted(set(reading.faults)), list(dict.fromkeys(reading.notes))


def _akin(text: str, kind: str) -> str:
    """The format that a text is in: Aiken and GIFT share the ending .txt."""
    if kind in ("gift", "aiken"):
        return "aiken" if is_aiken(text) else "gift"
    return kind


def _unfit(text: str, kind: str, language: str, name: str) -> Fault | None:
    """The fault for which nothing is read at all."""
    start = Place(name)
    for value, known, what in ((kind, READERS, "format"), (language, LANGUAGES, "language")):
        if value not in known:
            likely = nearest(value, known)
            return Fault(start, f'"{value}" is no {what}', quoted(known), f'write "{likely}"' if likely else f"choose one {what}")
    most = MAX_CHARACTERS[kind]
    if len(text) > most:
        return Fault(
            start,
            f"the file has {len(text):,} characters",
            f"at most {most:,} characters a file",
            "export fewer questions into one file",
        )
    lines = text.count("\n") + 1
    if lines > MAX_LINES:
        return Fault(
            start, f"the file has {lines:,} lines", f"at most {MAX_LINES:,} lines a file", "remove empty lines, or export fewer questions"
        )
    found = _SURROGATE.search(text)
    if found:
        before = text[: found.start()]
        return Fault(
            Place(name, before.count("\n") + 1, found.start() - before.rfind("\n")),
            "half a character stands here",
            "whole Unicode characters",
            "delete the character at this place and type it again",
        )
    return None
