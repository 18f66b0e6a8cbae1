"""Asks the renderer's own parser of blocks which marks it takes, and compares them with those that a page sets."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from markdown import Markdown

from manusiawi.ground.faults import Fault
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.markblocks import BLOCK_EXTENSIONS, MarkBlocks
from manusiawi.model.marks import MARKS
from manusiawi.model.page import MARK, PageFile, never_shown


def check_rendered(course: Course) -> Iterator[Fault]:
    """A fault for each mark that the renderer would leave as it stands: below an open tag, beside a line that takes it along."""
    for language in LANGUAGES:
        for page in course.pages[language].values():
            yield from _lost(page)


def _lost(page: PageFile) -> Iterator[Fault]:
    alone = [mark for mark in page.marks if mark.alone and not mark.shown and mark.name in MARKS]
    in_lines = [mark for mark in page.marks if not mark.alone and not mark.shown and mark.name in MARKS and not MARKS[mark.name].alone]
    if not alone and not (in_lines and "<" in page.text):
        return
    taken, raw = (Counter(found) for found in _blocks(page.body))
    for mark in reversed(alone):  # what takes a mark along takes those below it too, so the last ones of a name are the lost ones
        if taken[mark.name, mark.value]:
            taken[mark.name, mark.value] -= 1
            continue
        yield never_shown(mark)
    for mark in reversed(in_lines):
        if raw[mark.name, mark.value]:
            raw[mark.name, mark.value] -= 1
            yield never_shown(mark)


@lru_cache(maxsize=1024)
def _blocks(body: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """The marks that the renderer takes as blocks, and those that it leaves within raw HTML, as (name, value)."""
    md = Markdown(extensions=list(BLOCK_EXTENSIONS))
    taken: list[tuple[str, str]] = []

    def take(name: str, value: str, parent: etree.Element) -> etree.Element:
        taken.append((name, value))
        return etree.SubElement(parent, "p")

    md.parser.blockprocessors.register(MarkBlocks(md.parser, take), "course-marks", 175)
    lines = body.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    md.parser.parseDocument(lines)
    html = (block for block in md.htmlStash.rawHtmlBlocks if isinstance(block, str) and not block.startswith("<pre><code"))
    raw = tuple((mark[1], " ".join((mark[2] or "").split())) for block in html for mark in MARK.finditer(block))
    return tuple(taken), raw
