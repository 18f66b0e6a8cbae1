"""Reads a lesson's Markdown for what the course must know of it: title, headings, marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from manusiawi.binding.bind import bind
from manusiawi.binding.fields import Entry, spec
from manusiawi.binding.yamltree import parse_yaml
from manusiawi.ground.faults import Fault, Place

MARK = re.compile(r"\[\[([a-z][a-z-]*)(?:[ \t]+([^\[\]\n]+?))?[ \t]*\]\]")
_HEADING = re.compile(r"(#{1,6})\s*(.*?)(?:\s*\{:?\s*#([\w-]+)[^}]*\})?\s*#*\s*$")
_NO_MARK = re.compile(r"\[\[(?=\s*[A-Za-z]+[\s:\]])[^\[\]\n]*\]\]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_UNDERLINE = re.compile(r"=+|-{2,}")
_CODE = re.compile(r"(`+)(?:(?!\1).)*?\1")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead(Entry):
    """The lines between `---` at the top of a page."""

    title: str = spec("The title, as lists and the browser show it.")
    description: str = spec("One plain sentence for lists and search engines.")
    template: str = spec("A template of its own, for the few pages that need one.", default="")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its explicit anchor ("" where it has none)."""

    level: int
    text: str
    anchor: str
    place: Place


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark such as [[item nd-x]]; `alone` where it fills its line."""

    name: str
    value: str
    alone: bool
    place: Place


@dataclass(frozen=True, slots=True)
class PageFile:
    """What the course knows of one Markdown page."""

    path: str
    head: PageHead
    headings: list[Heading] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def anchors(self) -> list[str]:
        """The explicit anchors, in order."""
        return [heading.anchor for heading in self.headings if heading.anchor]

    def marked(self, name: str) -> list[Mark]:
        """The marks of one kind, in order."""
        return [mark for mark in self.marks if mark.name == name]


def read_page(text: str, path: str, file: str) -> tuple[PageFile, list[Fault]]:
    """A page from its text; `path` counts from the language's folder, `file` is for messages."""
    faults: list[Fault] = []
    head_text, body_start = _front_matter(text)
    if head_text is None:
        faults.append(
            Fault(
                Place(file),
                "the page does not begin with its title and description",
                "`---`, `title: …`, `description: …`, `---` as the first four lines",
                "add these lines at the top",
            )
        )
        head = PageHead(title=path, description="", file=file)
    else:
        node, problems = parse_yaml("\n" + head_text, file)  # the line feed stands for the first `---`
        faults += problems
        head = bind(PageHead, node, file, faults) if node is not None else PageHead(title=path, description="", file=file)
    page = PageFile(path, head)
    _scan(text, body_start, file, page, faults)
    return page, faults


def _front_matter(text: str) -> tuple[str | None, int]:
    """The text of the front matter (None where there is none) and the number of lines it takes."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return None, 0
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == "---":
            return "\n".join(lines[1:number]), number + 1
    return None, 0


def without_comments(text: str) -> str:
    """The text with spaces for HTML comments, which readers do not see; line ends stay."""
    return _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)


def _scan(text: str, body_start: int, file: str, page: PageFile, faults: list[Fault]) -> None:
    fence = before = ""
    for number, line in enumerate(without_comments(text).split("\n")[body_start:], body_start + 1):
        stripped = line.strip()
        opened = _FENCE.match(stripped)
        if fence or opened:
            fence = "" if fence and stripped.startswith(fence) else fence or opened[1]
            continue
        if before and _UNDERLINE.fullmatch(stripped):
            faults.append(
                Fault(
                    Place(file, number, 1),
                    "the line makes a heading of the line above",
                    "headings that begin with ##, and empty lines around a rule",
                    "write `## ` before the heading and its anchor behind it, or put an empty line between",
                )
            )
        before = stripped
        heading = _HEADING.fullmatch(line)
        if heading:
            page.headings.append(Heading(len(heading[1]), heading[2], heading[3] or "", Place(file, number, 1)))
        plain = _CODE.sub(lambda code: " " * len(code[0]), line)
        for mark in MARK.finditer(plain):
            page.marks.append(Mark(mark[1], " ".join((mark[2] or "").split()), stripped == mark[0], Place(file, number, mark.start() + 1)))
        for spoilt in _NO_MARK.finditer(MARK.sub(lambda mark: " " * len(mark[0]), plain)):
            faults.append(
                Fault(
                    Place(file, number, spoilt.start() + 1),
                    f'"{spoilt[0][:40]}" is no mark',
                    "[[name value]]: small letters, no space after the first brackets, no colon",
                    "write it like the marks of README.md, or put it between backticks if it is shown as code",
                )
            )
