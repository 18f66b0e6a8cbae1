"""Finds the capitals of templates that a person has not replaced yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from manusiawi.ground.faults import Fault, Place
from manusiawi.ground.reading import list_sources, read_source
from manusiawi.language.known import LANGUAGES
from manusiawi.model.addresses import carries_mark

PLACEHOLDER = re.compile(r"(?<![\w-])(?:TULIS|WRITE)(?: +[A-Z][A-Z0-9'’-]*(?![\w]))+")
_SHOWN = re.compile(r"(`+)(?:(?!\1).)*?\1|“[^”]*”|«[^»]*»")  # code, and the words of a form
NO_LESSON = "belum-ada"  # what an item names until its module has a lesson; the first new lesson takes its place
_NO_LESSON = re.compile(rf"^\s*lesson:\s*({NO_LESSON})\b")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


def unwritten(root: Path) -> Iterator[Fault]:
    """A fault for each placeholder in the lessons, in quizzes/, in course/; files that cannot be read are told elsewhere."""
    folders = [(root / "docs" / language, ".md") for language in LANGUAGES] + [(root / "quizzes", ".yml"), (root / "course", ".yml")]
    for folder, ending in folders:
        for path in list_sources(folder, ending, root)[0]:
            name = path.relative_to(root).as_posix()
            text, faults = read_source(path, name)
            if not faults and not (ending == ".md" and carries_mark(text)):
                yield from unwritten_in(text, name)


def unwritten_in(text: str, name: str) -> Iterator[Fault]:
    """A fault for each placeholder in one text; what stands as code or as a quotation is shown, not meant."""
    if not any(sign in text for sign in ("TULIS ", "WRITE ", NO_LESSON)):
        return
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        opened = _FENCE.match(line) if name.endswith(".md") else None
        if opened and (not fence or opened[1].startswith(fence)):
            fence = "" if fence else opened[1]
        elif not fence:
            lacking = _NO_LESSON.match(line) if name.endswith(".yml") else None
            if lacking:
                yield Fault(
                    Place(name, number, lacking.start(1) + 1),
                    "the question names no lesson yet",
                    "the slug of a lesson of its module",
                    "write the module's first lesson with build_quiz.py new lesson; it takes this place",
                )
            for found in PLACEHOLDER.finditer(_SHOWN.sub(lambda shown: " " * len(shown[0]), line)):
                yield Fault(
                    Place(name, number, found.start() + 1),
                    f'"{found[0]}" is still to be written',
                    "words for the reader in place of the capitals",
                    "write it; after a # decide what the line holds, then remove the note",
                )
