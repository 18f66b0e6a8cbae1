"""Finds the capitals of templates that a person has not replaced yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from manusiawi.ground.faults import Fault, Place
from manusiawi.ground.reading import list_sources, read_source
from manusiawi.language.known import LANGUAGES, all_known
from manusiawi.model.course import Course
from manusiawi.model.page import PageFile

_BEGIN = tuple(known.write for known in all_known())
PLACEHOLDER = re.compile(rf"(?<![\w-])(?:{'|'.join(_BEGIN)})(?: +[A-Z][A-Z0-9'’-]*(?![\w]))+")
_SHOWN = re.compile(r"(`+)(?:(?!\1).)*?\1|“[^”]*”|«[^»]*»")  # code, and the words of a form
NO_LESSON = "belum-ada"  # what an item names until its module has a lesson; the first new lesson takes its place
_NO_LESSON = re.compile(rf"^\s*lesson:\s*({NO_LESSON})\b")
_SIGNS = tuple(f"{word} " for word in _BEGIN)


def unwritten(course: Course, root: Path) -> Iterator[Fault]:
    """A fault for each placeholder in the lessons and in the course's YAML files; files that cannot be read are told elsewhere."""
    for language in LANGUAGES:
        for path, page in course.pages[language].items():
            yield from unwritten_page(page, f"docs/{language}/{path}")
    for folder in ("quizzes", "course"):
        for source in list_sources(root / folder, ".yml", root)[0]:
            name = source.relative_to(root).as_posix()
            text, faults = read_source(source, name)
            if not faults:
                yield from unwritten_yaml(text, name)


def unwritten_page(page: PageFile, file: str) -> Iterator[Fault]:
    """A fault for each placeholder of a page; what stands as code or as a quotation is shown, not meant."""
    for line in page.lines:
        if line.kind != "code":
            yield from _placeholders(line.raw, Place(file, line.number))


def unwritten_yaml(text: str, name: str) -> Iterator[Fault]:
    """A fault for each placeholder of a YAML file, and for each question that names no lesson yet."""
    if not any(sign in text for sign in (*_SIGNS, NO_LESSON)):
        return
    for number, line in enumerate(text.split("\n"), 1):
        lacking = _NO_LESSON.match(line)
        if lacking:
            yield Fault(
                Place(name, number, lacking.start(1) + 1),
                "the question names no lesson yet",
                "the slug of a lesson of its module",
                "write the module's first lesson with build_quiz.py new lesson; it takes this place",
            )
        yield from _placeholders(line, Place(name, number))


def _placeholders(line: str, start: Place) -> Iterator[Fault]:
    if not any(sign in line for sign in _SIGNS):
        return
    for match in PLACEHOLDER.finditer(_SHOWN.sub(lambda shown: " " * len(shown[0]), line)):
        yield Fault(
            Place(start.file, start.line, match.start() + 1),
            f'"{match[0]}" is still to be written',
            "words for the reader in place of the capitals",
            "write it; after a # decide what the line holds, then remove the note",
        )
