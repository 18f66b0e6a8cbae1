"""Looks at what a lesson's Markdown becomes: nothing in it may run, or load from another host."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser

from markdown import Markdown

from manusiawi.ground.authorhtml import ADDRESSES, Told, attribute_told, element_told
from manusiawi.ground.faults import Fault, Place
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.markblocks import BLOCK_EXTENSIONS
from manusiawi.model.page import PageFile

# Anchors, classes and links to pages of the course or over https: with them alone, a page needs no second look.
_PLAIN = re.compile(r"\{#[\w-]+\}|\{: \.[\w-]+ \}|(?<!!)(?P<link>\[[^\[\]!]*\])\((?:https://)?[\w./-]*(?:#[\w-]*)?\)")
_MORE = re.compile(r"[<{]|\]\s*[:(\[]")
_TAG = re.compile(r"""<[a-z][a-z0-9:-]*(?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*/?>""", re.IGNORECASE)
_OPEN = re.compile(r"<[a-zA-Z/!?]")
_AS_BUILT = {"tables": {"use_align_attribute": True}}  # as mkdocs.yml has it

Found = tuple[str, Told]  # what to look for in the lesson, what is said of it


def check_markup(course: Course) -> Iterator[Fault]:
    """A fault for each element, attribute and address of a lesson that is not of the table in ground/authorhtml.py."""
    for language in LANGUAGES:
        for path, page in course.pages[language].items():
            yield from _page(page, f"docs/{language}/{path}")


def _page(page: PageFile, file: str) -> Iterator[Fault]:
    if not _MORE.search(_PLAIN.sub(lambda plain: (plain["link"] or "")[1:-1], page.body)):
        return
    seen: Counter[str] = Counter()
    for needle, (found, allowed, mend) in _found(page.body):
        yield Fault(_place(page, file, needle, seen[needle]), found, allowed, mend)
        seen[needle] += 1


@lru_cache(maxsize=1024)
def _found(body: str) -> tuple[Found, ...]:
    """What is to be told of a page's body, in the order of the page."""
    reader = _Reader()
    reader.feed(Markdown(extensions=list(BLOCK_EXTENSIONS), extension_configs=_AS_BUILT).convert(body))
    reader.end()
    return tuple(reader.found)


class _Reader(HTMLParser):
    """Collects what is not of the table; what browsers might read otherwise than this reader is told too."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Found] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element with its attributes."""
        told = element_told(tag)
        if told:
            self.found.append((f"<{tag}", told))
            return
        written = self.get_starttag_text() or ""
        if not _TAG.fullmatch(written):
            self._unclear(written)
        for name, value in attrs:
            told = attribute_told(tag, name, value or "")
            if told:
                self.found.append((value or name if name in ADDRESSES else name, told))

    def handle_data(self, data: str) -> None:
        """Text: a tag that begins in it has no end."""
        if _OPEN.search(data):
            self._unclear(data[data.index("<") :])

    def end(self) -> None:
        """The end of the page: a tag or comment that is still open would take what the site puts behind it."""
        if _OPEN.match(self.rawdata):
            self._unclear(self.rawdata)
        self.close()

    def handle_comment(self, data: str) -> None:
        """A comment: one that a browser ends earlier would show, or run, its rest."""
        if data.startswith((">", "->")) or "--!>" in data:
            self._unclear(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """What begins with <! and is no comment."""
        self._unclear(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        """What begins with <![ such as CDATA."""
        self._unclear(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        """What begins with <?."""
        self._unclear(f"<?{data}>")

    def _unclear(self, written: str) -> None:
        shown = " ".join(written.split())[:40]
        self.found.append(
            (
                written[:8].split("\n")[0],
                (
                    f'"{shown}" is a tag that not every browser reads alike',
                    '<name attribute="value">, closed, in the simplest way',
                    "write it so, or put it between backticks if it is to be shown",
                ),
            )
        )


def _place(page: PageFile, file: str, needle: str, before: int) -> Place:
    """Where a lesson holds something, after so many earlier places; the last where there are fewer, its top where there is none."""
    places = [
        Place(file, line.number, match.start() + 1)
        for line in page.lines
        if line.kind not in ("front", "code")
        for match in re.finditer(
            rf"(?<!\w){re.escape(needle)}(?!\w)" if needle[:1] != "<" else re.escape(needle), line.plain, re.IGNORECASE
        )
    ]
    return places[min(before, len(places) - 1)] if places else Place(file)
