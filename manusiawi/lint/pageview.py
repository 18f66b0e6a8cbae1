"""A page as one language's reader meets it: what the rules on prose look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from manusiawi.ground.faults import Place
from manusiawi.language.known import LANGUAGES, of
from manusiawi.language.language import LintWords
from manusiawi.language.sentences import ends
from manusiawi.model.course import Course
from manusiawi.model.page import BULLET, MARK, SILENT, Line, PageFile

_ADDRESS = re.compile(r"!?\[(?=[^\[\]\n]*\]\()|\]\([^)\n]*\)|<https?://[^>\s]*>|</?[a-zA-Z][^<>\n]*>")
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|(?<!\w)['‘][^'‘’]{3,}['’](?!\w)")
PROSE = ("prose", "item")


@dataclass(frozen=True, slots=True)
class ProseLine:
    """A line; `kind` is prose, item, heading, quotation, table, mark or blank, `text` lacks code, marks, addresses and emphasis."""

    number: int
    raw: str
    text: str
    kind: str

    @property
    def unquoted(self) -> str:
        """The text without what others say: quotation marks and what they hold, blockquotes."""
        return " " * len(self.text) if self.kind == "quotation" else _QUOTED.sub(_blank_quote, self.text)

    @property
    def own(self) -> str:
        """The text without quotations of law, which are the quotations on a line that cites its source."""
        cites = any(mark[1] in ("law", "fact") for mark in MARK.finditer(self.raw))
        return self.unquoted if cites or self.kind == "quotation" else self.text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the line on which it begins."""

    text: str
    line: int


@dataclass(frozen=True)
class PageView:
    """One page in one language, with what the course knows around it."""

    page: PageFile
    language: str
    lesson: bool = False
    abbreviations: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()

    @property
    def lint(self) -> LintWords:
        """The words by which texts of its language are judged."""
        return of(self.language).lint

    @property
    def path(self) -> str:
        """The page's path below the folder of its language."""
        return self.page.path

    @property
    def source(self) -> str:
        """The page's text as it stands in the file."""
        return self.page.text

    @cached_property
    def lines(self) -> tuple[ProseLine, ...]:
        """The lines of the page; those of its head, of code and of comments are blank."""
        return tuple(map(_prose_line, self.page.lines))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The page's own sentences: of paragraphs and lists, without headings, tables and quotations of law."""
        return tuple(sentence for block in _blocks(self.lines) for sentence in _sentences(block))

    @property
    def text(self) -> str:
        """What is read on the page, line by line."""
        return "\n".join(line.text for line in self.lines)

    @property
    def file(self) -> str:
        """The page's name in messages."""
        return f"docs/{self.language}/{self.path}"

    def place(self, line: int, column: int = 0) -> Place:
        """A place on the page; `column` counts from 0, as matches do."""
        return Place(self.file, line, column + 1)


def page_views(course: Course) -> list[PageView]:
    """Every page that authors wrote, in each language."""
    abbreviations = frozenset(
        word
        for term in course.terms.values()
        for text in (term.term, term.meaning)
        for language in LANGUAGES
        for word in re.findall(r"\b[A-Z]{2,}\b", MARK.sub(" ", text[language]))
    )
    terms = frozenset(term.term.id.lower() for term in course.terms.values()) - {term.term.en.lower() for term in course.terms.values()}
    return [
        PageView(page, language, bool(course.lesson(path)), abbreviations, terms)
        for language in LANGUAGES
        for path, page in course.pages[language].items()
    ]


def blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with spaces for what matches; line ends stay."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _blank_quote(match: re.Match[str]) -> str:
    """Spaces for a quotation; its full stop stays, because the sentence around it ends there too."""
    return " " * (len(match[0]) - 2) + ("." if match[0][-2] == "." else " ") + " "


def _prose_line(line: Line) -> ProseLine:
    """A line of the page without what is not read as text, character by character, so that columns stay those of the file."""
    if line.kind in SILENT:
        return ProseLine(line.number, "", "", "blank")
    text = blank(_EMPHASIS, blank(_ATTRIBUTES, blank(_ADDRESS, blank(MARK, line.plain))))
    bullet = BULLET.match(line.raw)
    if bullet:
        text = " " * bullet.end() + text[bullet.end() :]
    kind = line.kind if line.kind in ("heading", "quotation", "table") or re.search(r"\w", text) else "mark"
    return ProseLine(line.number, line.plain, text, kind)


def _blocks(lines: tuple[ProseLine, ...]) -> Iterator[list[ProseLine]]:
    """Paragraphs and the entries of lists, each as its lines."""
    block: list[ProseLine] = []
    for line in lines:
        if block and line.kind != "prose":
            yield block
            block = []
        if line.kind in PROSE:
            block.append(line)
    if block:
        yield block


def _sentences(block: list[ProseLine]) -> Iterator[Sentence]:
    starts, joined = [], ""
    for line in block:
        starts.append((len(joined), line.number))
        joined += line.own + "\n"
    cuts = [0, *ends(joined), len(joined)]
    for begin, end in pairwise(cuts):
        text = joined[begin:end]
        if re.search(r"\w", text):
            first = begin + len(text) - len(text.lstrip())
            yield Sentence(" ".join(text.split()), max(number for start, number in starts if start <= first))
