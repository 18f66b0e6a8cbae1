"""Reads packages of questions: QTI 2.1, 2.2 and 3, and Common Cartridge or Canvas with QTI 1.2."""

from __future__ import annotations

import re

from manusiawi.exchange.question import MAX_QUESTIONS, Reading, Refusal
from manusiawi.exchange.readers.opened import opened
from manusiawi.exchange.readers.qti import read_item, words_of
from manusiawi.exchange.readers.qti12 import read_assessment
from manusiawi.exchange.readers.xmltree import parse_xml
from manusiawi.ground.faults import Place
from manusiawi.ground.reading import decode

_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_READERS = {"assessmentItem": read_item, "qti-assessment-item": read_item, "questestinterop": read_assessment}


def read_package(data: bytes, file: str, language: str) -> Reading:
    """The questions of every file in a package that holds some; each other file is told, an XML with its words."""
    reading = Reading()
    try:
        held = opened(data, file)
    except Refusal as refusal:
        return Reading(faults=[refusal.fault])
    for name, content in held.items():
        inside = f"{file}/{name}"
        if not name.lower().endswith((".xml", ".qti")):
            reading.notes.append(f'{file}: the file "{name}" is not carried')
            continue
        text, faults = decode(content, inside)
        reading.faults += faults
        found = _ROOT.search(text)
        read = _READERS.get(found[1]) if found else None
        if read is None:
            reading.notes.append(f'{file}: the file "{name}" holds no question{_told(text, inside)}')
            continue
        part = read(text, inside, language)
        reading.questions += part.questions
        reading.faults += part.faults
        reading.notes += part.notes
    if len(reading.questions) > MAX_QUESTIONS:
        most = f"{MAX_QUESTIONS:,}"
        reading.faults.append(Refusal(Place(file), f"more than {most} questions", f"at most {most} a package", "part the package").fault)
        del reading.questions[MAX_QUESTIONS:]
    if not reading.questions and not reading.faults:
        found_none = Refusal(
            Place(file), "no file of the package holds a question", "QTI 1.2, 2.1, 2.2 or 3", "export the questions as QTI"
        )
        reading.faults.append(found_none.fault)
    return reading


def is_qti(start: str) -> bool:
    """Whether the first words of an XML are those of QTI."""
    found = _ROOT.search(start)
    return bool(found) and found is not None and found[1] in _READERS


def read_qti_file(data: bytes, file: str, language: str) -> Reading:
    """The questions of a package, or of one XML."""
    if data.startswith(b"PK"):
        return read_package(data, file, language)
    text, faults = decode(data, file)
    if faults:
        return Reading(faults=faults)
    found = _ROOT.search(text)
    return _READERS.get(found[1] if found else "", read_item)(text, file, language)


def _told(text: str, file: str) -> str:
    """The words of an XML, such as the titles of a manifest."""
    try:
        words = words_of(parse_xml(text, file))
    except Refusal as refusal:
        return f" ({refusal.fault.found})"
    return f', its words: "{words}"' if words else ""
