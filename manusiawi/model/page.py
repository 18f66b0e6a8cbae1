"""Reads a page's Markdown once: its head, its lines and blocks with their kinds, its headings, its marks.

Everything that asks what stands on a page (the course, the checks, the linter, the search) asks this reading.
What the renderer makes of it is compared in checks/rendered.py and, page by page, while a site is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from manusiawi.binding.bind import bind
from manusiawi.binding.fields import Entry, spec
from manusiawi.binding.yamltree import parse_yaml
from manusiawi.entries.shapes import SHAPES
from manusiawi.ground.faults import Fault, Place

# A mark: its name, then its value. A value begins with no space, so that any text is read in one pass.
MARK = re.compile(r"\[\[([a-z][a-z-]*)(?:[ \t]+([^\[\]\s][^\[\]\n]*)?)?\]\]")
_HASHES = re.compile(r"#{1,6}")
_ANCHOR = re.compile(r"\{:?\s*#([\w-]+)[^}]*\}")
_NO_MARK = re.compile(r"\[\[(?=\s*[A-Za-z])[^\[\]\n]*\]\]")
_OPEN_MARK = re.compile(r"\[\[[a-z][^\[\]\n]*(?=$|\[|\](?![\](]))")  # never closed; `[[a](b) c](d)` is a link
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_UNDERLINE = re.compile(r"=+|-{2,}")
CODE = re.compile(r"(`+)(?:(?!\1).)*?\1")
_HEADING_LINE = re.compile(r"#{1,6}\s|[!?]{3}\+?\s")  # an admonition's title too
BULLET = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")

SILENT = frozenset({"front", "blank", "comment", "code"})  # kinds of line on which no reader finds text of the author's own


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead(Entry):
    """The lines between `---` at the top of a page."""

    title: str = spec("The title, as lists and the browser show it.")
    description: str = spec("One plain sentence for lists and search engines.")
    template: str = spec("A template of its own, for the few pages that need one.", default="")
    shape: str = spec("The shape of a lesson.", default="", values=tuple(SHAPES))
    searched: bool = spec("`false` where the course's search leaves the page out, as it does the tools of trainers.", default=True)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, counted from 1.

    `kind` is front, blank, comment, code, heading, quotation, table, item (the first line of a list's entry), mark (a mark alone) or prose.
    `raw` is the line as it stands in the file; `text` has spaces for comments, `plain` for code in backticks too: columns stay.
    """

    number: int
    kind: str
    raw: str
    text: str
    plain: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its explicit anchor ("" where it has none)."""

    level: int
    text: str
    anchor: str
    place: Place


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark such as [[item nd-x]]; `alone` where it is a block of its own, `shown` where it stands in a block of code."""

    name: str
    value: str
    alone: bool
    place: Place
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a page that belong together: a paragraph, a heading, an entry of a list, a table, a quotation, code, a mark."""

    kind: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class PageFile:
    """What the course knows of one Markdown page; `path` counts from the folder of its language."""

    path: str
    head: PageHead
    text: str = ""
    lines: tuple[Line, ...] = ()
    headings: list[Heading] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def anchors(self) -> list[str]:
        """The explicit anchors, in order."""
        return [heading.anchor for heading in self.headings if heading.anchor]

    def marked(self, name: str) -> list[Mark]:
        """The marks of one kind, in order; those in blocks of code mark nothing."""
        return [mark for mark in self.marks if mark.name == name and not mark.shown]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks below the head, in order."""
        return tuple(_blocks(self.lines))

    @property
    def body(self) -> str:
        """The text below the head."""
        return "\n".join(line.raw for line in self.lines if line.kind != "front")


def read_page(text: str, path: str, file: str) -> tuple[PageFile, list[Fault]]:
    """A page from its text, with the faults of reading; `path` counts from the language's folder, `file` is for messages."""
    faults: list[Fault] = []
    lines = tuple(read_lines(text))
    page = PageFile(path, _head(lines, path, file, faults), text, lines)
    faults.extend(_no_mark(mark[0], page.head.where(name)) for name in ("title", "description") for mark in _in_head(page.head, name))
    before = ""
    for line in lines:
        if line.kind in ("front", "code"):
            page.marks.extend(_marks(line, file, shown=True) if line.kind == "code" else ())
            continue
        stripped = line.text.strip()
        if before and _UNDERLINE.fullmatch(stripped):
            faults.append(_underlined(Place(file, line.number, 1)))
        before = stripped
        page.headings.extend(_headings(line.text, Place(file, line.number, 1)))
        page.marks.extend(_marks(line, file))
        faults.extend(spoilt_marks(line.plain, Place(file, line.number, 1)))
    return page, faults


def spoilt_marks(words: str, place: Place) -> Iterator[Fault]:
    """A fault for each double bracket in a line that was meant for a mark and is none; `place` is where the line begins."""
    rest = MARK.sub(lambda mark: " " * len(mark[0]), words)
    for spoilt in (*_NO_MARK.finditer(rest), *_OPEN_MARK.finditer(rest)):
        yield _no_mark(spoilt[0], Place(place.file, place.line, place.column + spoilt.start()))


def _in_head(head: PageHead, name: str) -> list[re.Match[str]]:
    """The marks in a title or description, which lists show as they are written."""
    return list(MARK.finditer(getattr(head, name)))


def read_lines(text: str) -> Iterator[Line]:
    """The lines of a page with their kinds; a mark is alone between blank lines, at the start of its own."""
    raws = text.split("\n")
    end_of_head = _head_length(raws)
    last_close = max((number for number, raw in enumerate(raws, 1) if "-->" in raw), default=0)
    fence, in_comment, read = "", False, []
    for number, raw in enumerate(raws, 1):
        if number <= end_of_head:
            read.append(Line(number, "front", raw, "", ""))
            continue
        opened = None if in_comment else _FENCE.match(raw.strip())
        if fence or opened:
            fence = "" if fence and raw.strip().startswith(fence) else fence or (opened[1] if opened else "")
            read.append(Line(number, "code", raw, "", ""))
            continue
        shown, in_comment = _without_comments(raw, in_comment, number < last_close)
        plain = CODE.sub(lambda code: " " * len(code[0]), shown)
        read.append(Line(number, _kind(raw, shown), raw, shown, plain))
    for at, line in enumerate(read):
        beside = (read[at - 1].kind if at else "blank", read[at + 1].kind if at + 1 < len(read) else "blank")
        is_alone = line.kind == "mark" and all(kind in ("blank", "front", "comment") for kind in beside)
        yield line if is_alone or line.kind != "mark" else Line(line.number, "prose", line.raw, line.text, line.plain)


def _head_length(raws: list[str]) -> int:
    """How many lines the head takes, its two rules included; 0 where there is none."""
    if raws[0].strip() != "---":
        return 0
    return next((number for number, raw in enumerate(raws[1:], 2) if raw.strip() == "---"), 0)


def _without_comments(raw: str, inside: bool, closes_below: bool) -> tuple[str, bool]:
    """A line with spaces for comments, and whether one goes on below it; one that is never closed is none."""
    parts, at = [], 0
    while at < len(raw):
        if inside:
            end = raw.find("-->", at)
            end, inside = (end + 3, False) if end >= 0 else (len(raw), True)
            parts.append(" " * (end - at))
        else:
            end = raw.find("<!--", at)
            inside = end >= 0 and (closes_below or raw.find("-->", end) >= 0)
            end = end if inside else len(raw)
            parts.append(raw[at:end])
        at = end
    return "".join(parts), inside


def _kind(raw: str, shown: str) -> str:
    stripped = shown.strip()
    if not stripped:
        return "comment" if raw.strip() else "blank"
    if _HEADING_LINE.match(stripped):
        return "heading"
    if stripped[0] in ">|":
        return "quotation" if stripped[0] == ">" else "table"
    if MARK.fullmatch(shown.rstrip()):
        return "mark"
    return "item" if BULLET.match(shown) else "prose"


def _blocks(lines: tuple[Line, ...]) -> Iterator[Block]:
    """A line goes on with the block above it if it is of its kind, or the text of an entry; headings and entries begin anew."""
    block: list[Line] = []
    for line in lines:
        goes_on = (
            block
            and (line.kind == block[-1].kind or (line.kind, block[0].kind) == ("prose", "item"))
            and line.kind not in ("heading", "item")
        )
        if block and not goes_on:
            yield Block(block[0].kind, tuple(block))
            block = []
        if line.kind not in ("front", "blank", "comment"):
            block.append(line)
    if block:
        yield Block(block[0].kind, tuple(block))


def _headings(line: str, place: Place) -> Iterator[Heading]:
    """The heading that a line is, if it is one."""
    hashes = _HASHES.match(line)
    if hashes:
        words = line[hashes.end() :].strip().rstrip("#").rstrip()
        anchor = _ANCHOR.fullmatch(words, words.rfind("{")) if words.endswith("}") else None
        yield Heading(len(hashes[0]), words[: anchor.start()].rstrip() if anchor else words, anchor[1] if anchor else "", place)


def _marks(line: Line, file: str, shown: bool = False) -> Iterator[Mark]:
    for mark in MARK.finditer(line.raw if shown else line.plain):
        place = Place(file, line.number, mark.start() + 1)
        yield Mark(mark[1], " ".join((mark[2] or "").split()), line.kind == "mark", place, shown)


def _head(lines: tuple[Line, ...], path: str, file: str, faults: list[Fault]) -> PageHead:
    head = [line.raw for line in lines if line.kind == "front"]
    if not head:
        faults.append(
            Fault(
                Place(file),
                "the page does not begin with its title and description",
                "`---`, `title: …`, `description: …`, `---` as the first four lines",
                "add these lines at the top",
            )
        )
        return PageHead(title=path, description="", file=file)
    node, problems = parse_yaml("\n" + "\n".join(head[1:-1]), file)  # the line feed stands for the first `---`
    faults += problems
    return bind(PageHead, node, file, faults) if node is not None else PageHead(title=path, description="", file=file)


def _underlined(place: Place) -> Fault:
    return Fault(
        place,
        "the line makes a heading of the line above",
        "headings that begin with ##, and empty lines around a rule",
        "write `## ` before the heading and its anchor behind it, or put an empty line between",
    )


def _no_mark(words: str, place: Place) -> Fault:
    return Fault(
        place,
        f'"{words[:40]}" is no mark',
        "[[name value]] on one line: small letters, no space after the first brackets, no colon",
        "write it like the marks of README.md, or put it between backticks if it is shown as code",
    )


def never_shown(mark: Mark) -> Fault:
    """The fault of a mark that the renderer leaves as it stands, or out."""
    return Fault(
        mark.place,
        f'"[[{mark.name} …]]" never reaches the page: the lines around it, or an HTML tag above it, take it along as it stands',
        "marks outside of HTML, with empty lines before and after those that fill a block",
        "close the tag above, or write `markdown` in it, or put the mark outside of it",
    )
