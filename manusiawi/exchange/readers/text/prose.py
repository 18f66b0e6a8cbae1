"""Turns the HTML, Markdown or plain words of a foreign text into the Markdown of the course.

Paragraphs, line breaks, bold, italics, lists, tables, code, raised and lowered figures stay; every other tag is named, its words stay.
What hides its content (script, style, frames) goes with all it holds, and is named with its words.
"""

from __future__ import annotations

import html
import re
from itertools import groupby

from manusiawi.exchange.readers.text.blocks import CODE, LIST, TABLE, TEXT, Block, Prose, code, table
from manusiawi.exchange.readers.text.signs import ANGLE, LIST_LINE, escape, escaped_signs, printable, shielded
from manusiawi.exchange.readers.text.tags import BOLD, BREAKS, CELLS, ITALIC, LISTS, Tags
from manusiawi.exchange.readers.text.tongues import as_spans, shown

MAX_LENGTH = 50_000
MAX_LIST_DEPTH = 4
FORMS = ("html", "auto", "plain", "markdown")

_AMPERSAND = "\uf8fe"  # stands in for & while tags are followed, so that Markdown keeps its entities as written
_NO_TAG = re.compile(r"<(?=[A-Za-z/!?])(?![^<>]*>)")
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\(([^()]*)\)")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,3}\.)\s+\S")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PIECES = re.compile(r"(<pre\b[^<>]*>.*?</pre\s*>|<[A-Za-z/!][^<>]*>)", re.DOTALL | re.IGNORECASE)
_PRE_OPEN = re.compile(r"<pre\b(?![^<>]*>.*?</pre\s*>)", re.DOTALL | re.IGNORECASE)
_FORMULA = re.compile(
    r"\\\((?:(?!\\\()[^\0]){1,300}?\\\)|\\\[(?:(?!\\\[)[^\0]){1,300}?\\\]|\$\$[^$]{1,300}\$\$|\$[^$\n\\]{0,100}\\[A-Za-z]+[^$\n]{0,200}\$"
)
_LOOKS_LIKE_HTML = re.compile(
    r"<(p|div|span|b|strong|i|em|u|s|del|sup|sub|code|font|small|big|a|li|ul|ol)\b[^<>]*>(?=.*?</\1\s*>)", re.DOTALL
)


class TooLong(Exception):
    """Raised for a text that no question needs."""


def read_prose(raw: str, form: str, language: str) -> Prose:
    """A text in one of the `FORMS` as Markdown.

    `auto` is HTML in which the end of a line breaks it. Where words in several languages stand side by
    side, those in `language` stay. Raises TooLong.
    """
    raw = as_spans(printable(raw))
    chosen = shown(raw, language)
    if form == "plain" and chosen:
        form = "auto"
    comments: list[str] = []
    if form != "plain":
        raw = _tamed(raw, comments)
    if len(raw) > MAX_LENGTH:
        raise TooLong(f"{len(raw):,} characters")
    if form == "plain":
        lines = [" ".join(line.split()) for line in raw.split("\n")]
        return Prose(tuple(Block(TEXT, escape(line)) for line in lines if line), _formulas(raw))
    if form == "auto":
        raw = "".join(piece if place % 2 else piece.replace("\n", "<br>") for place, piece in enumerate(_PIECES.split(raw.strip())))
    reader = _MarkdownTags(language, chosen) if form == "markdown" else _HtmlTags(language, chosen)
    reader.feed(raw)
    reader.close()
    made = reader.prose()
    return Prose(made.blocks, (*comments, *made.dropped, *_formulas(raw)))


def read_words(raw: str, form: str, language: str) -> Prose:
    """A text that has no tags of its own, such as an answer to be typed: read as HTML where it shows that it is, else as plain words."""
    made = read_prose(raw, form if form == "markdown" else "html" if is_marked_up(raw) else "plain", language)
    return made if made.blocks or not raw.strip() else read_prose(raw, "plain", language)


def is_marked_up(raw: str) -> bool:
    """Whether a text shows by tags that are closed, or by marks of languages, that it is no plain one."""
    return "{mlang" in raw or bool(_LOOKS_LIKE_HTML.search(raw))


def unmarked(text: str) -> str:
    """The Markdown that `read_prose` made of a sentence as plain words."""
    bare = re.sub(r"(?<!\\)(\*{1,3})(?=\S)(.+?)(?<=[^\s\\])\1", r"\2", text)
    return html.unescape(re.sub(r"\\([\\`\[\]{}*_#>|+.\-])", r"\1", bare))


def _tamed(raw: str, comments: list[str]) -> str:
    """HTML without what the standard library's parser stumbles over; its comments are told."""
    raw = re.sub(r"""data:[^"'\s<>]{60,}""", "data:", raw)

    def told(found: re.Match[str]) -> str:
        if any(sign.isalnum() for sign in found[1]):
            comments.append(f'the comment "{" ".join(found[1].split())}"')
        return ""

    raw = _COMMENT.sub(told, re.sub(r"&#\d{8,}", "\ufffd", raw))
    return _NO_TAG.sub("&lt;", raw).replace("<![", "<! [")


def _formulas(raw: str) -> tuple[str, ...]:
    formulas = _FORMULA.findall(raw) if "\\" in raw or "$$" in raw else []
    found = dict.fromkeys(" ".join(html.unescape(formula).split()) for formula in formulas)
    return tuple(f"the formula {formula} stands as its signs" for formula in found)


class _HtmlTags(Tags):
    """Reads HTML."""

    def __init__(self, language: str, shown: str) -> None:
        super().__init__(language, shown)
        self.blocks: list[Block] = []
        self.runs: list[tuple[str, bool, bool, bool]] = []  # the words, bold, italic, whether they are Markdown already
        self.past = 0  # runs of paragraphs that are done
        self.bold = self.italic = 0
        self.lists: list[str] = []
        self.items: list[tuple[int, str, list[str]]] = []
        self.rows: list[list[str]] = []
        self.tables = 0

    def opened(self, tag: str) -> bool:
        self.bold += tag in BOLD
        self.italic += tag in ITALIC
        if tag == "pre":
            self.flush()
            self.is_code = True
        elif tag == "table":
            self.flush()
            self.tables += 1
        elif tag == "br" and self.is_code:
            self.words("\n")
        elif self.tables and tag in ("tr", *CELLS):
            self.flush()
            if tag == "tr" or not self.rows:
                self.rows.append([])
            if tag in CELLS:
                self.rows[-1].append("")
        elif tag in BREAKS or tag == "br":
            self.flush()
        elif tag in CELLS:
            self.words(" ")
        elif tag in LISTS:
            self.flush()
            self.lists.append(tag)
        elif tag == "li":
            self.flush()
            self.lists = self.lists or ["ul"]
            self.items.append((min(len(self.lists), MAX_LIST_DEPTH), self.lists[-1], []))
        is_table = self.tables == 1 and tag in ("table", "tbody", "thead", "tfoot", "tr", *CELLS)
        return tag in ("p", "br", "li", "pre", *BOLD, *ITALIC, *LISTS) or is_table

    def closed(self, tag: str) -> None:
        if tag in BOLD:
            self.bold = max(0, self.bold - 1)
        elif tag in ITALIC:
            self.italic = max(0, self.italic - 1)
        elif tag == "pre" and self.is_code:
            self.end_code()
        elif tag == "table" and self.tables:
            self.flush()
            self.tables -= 1
            if not self.tables:
                self.end_table()
        elif tag in BREAKS or tag in CELLS or tag == "li":
            self.flush()
        elif tag in LISTS and self.lists:
            self.flush()
            self.lists.pop()
            if not self.lists:
                self.end_list()

    def words(self, data: str) -> None:
        self.runs.append((data, bool(self.bold), bool(self.italic), False))

    def place(self) -> int:
        return self.past + len(self.runs)

    def since(self, place: int) -> str:
        return "".join(run[0] for run in self.runs[max(0, place - self.past) :])

    def replace(self, place: int, text: str, ready: bool) -> None:
        first = max(0, place - self.past)
        style = self.runs[first][1:3] if first < len(self.runs) else (False, False)
        self.runs[first:] = [(text, *style, ready)]

    def flush(self) -> None:
        if self.is_code:
            return
        text = _emphasised(self.runs)
        self.past, self.runs = self.past + len(self.runs), []
        if not text:
            return
        if self.tables and self.rows and self.rows[-1]:
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {text}".strip()
        elif self.lists:
            if not self.items:
                self.items.append((min(len(self.lists), MAX_LIST_DEPTH), self.lists[-1], []))
            self.items[-1][2].append(text)
        else:
            self.blocks.append(Block(TEXT, text, self.is_stem))
            self.is_stem_told = self.is_stem

    def end_code(self) -> None:
        self.is_code = False
        text = "".join(run[0] for run in self.runs)
        if self.lists or self.tables or ANGLE.search(text):
            lines = text.split("\n")
            style = self.runs
            for line in lines:
                self.runs = [(line, False, False, False)]
                self.flush()
            if len(lines) > 1 or any(run[1] or run[2] for run in style):
                self.drop("<pre>, whose lines stand without their spaces")
        else:
            self.past, self.runs = self.past + len(self.runs), []
            self.blocks += code(text.replace("\t", "    ").split("\n"))

    def end_table(self) -> None:
        made = table(self.rows)
        if made and made[0].kind == TEXT:
            self.drop("<table>")
        self.rows = []
        self.blocks += made

    def end_list(self) -> None:
        lines, counts, above = [], [0] * (MAX_LIST_DEPTH + 1), 0
        for level, kind, texts in self.items:
            if texts:
                depth = above = min(level, above + 1)
                counts[depth] += 1
                counts[depth + 1 :] = [0] * (MAX_LIST_DEPTH - depth)
                lines.append(f"{'    ' * (depth - 1)}{f'{counts[depth]}.' if kind == 'ol' else '-'} {' '.join(texts)}")
        if lines:
            self.blocks.append(Block(LIST, "\n".join(lines)))
        self.items = []

    def prose(self) -> Prose:
        if self.is_code:
            self.end_code()
        self.flush()
        if self.tables:
            self.end_table()
        self.end_list()
        return Prose(tuple(self.blocks), tuple(self.dropped))


def _emphasised(runs: list[tuple[str, bool, bool, bool]]) -> str:
    """Runs of words with their styles as one line; the spaces at the edges of a style stay outside of it."""
    made: list[str] = []
    for (bold, italic), same in groupby(runs, key=lambda run: run[1:3]):
        pieces = ((ready, "".join(run[0] for run in part)) for ready, part in groupby(same, key=lambda run: run[3]))
        text = "".join(piece if ready else escaped_signs(piece) for ready, piece in pieces)
        core = " ".join(text.split())
        mark = "*" * (2 * bold + italic)
        made.append(f"{' ' * text[0].isspace()}{mark}{core}{mark}{' ' * text[-1].isspace()}" if core else " " * bool(text))
    return ANGLE.sub("&lt;", shielded(" ".join("".join(made).split())))


_MARKS = {
    "p": "\n\n",
    "br": "\n",
    "li": "\n- ",
    **dict.fromkeys(LISTS, "\n\n"),
    **dict.fromkeys(BOLD, "**"),
    **dict.fromkeys(ITALIC, "*"),
}


class _MarkdownTags(Tags):
    """Reads Markdown with HTML in it."""

    def __init__(self, language: str, shown: str) -> None:
        super().__init__(language, shown)
        self.parts: list[str] = []

    def feed(self, data: str) -> None:
        super().feed(data.replace("&", _AMPERSAND))

    def opened(self, tag: str) -> bool:
        self.parts.append(_MARKS.get(tag, "\n\n" if tag in BREAKS or tag == "pre" else " " if tag in CELLS else ""))
        return tag in _MARKS

    def closed(self, tag: str) -> None:
        self.parts.append("**" if tag in BOLD else "*" if tag in ITALIC else "\n\n" if tag in (*BREAKS, *LISTS, "pre") else "")

    def words(self, data: str) -> None:
        self.parts.append(data)

    def place(self) -> int:
        return len(self.parts)

    def since(self, place: int) -> str:
        return "".join(self.parts[place:])

    def replace(self, place: int, text: str, ready: bool) -> None:
        self.parts[place:] = [text]

    def _without(self, image: re.Match[str]) -> str:
        self.drop_image(image[2], image[1])
        return ""

    def prose(self) -> Prose:
        text = _IMAGE.sub(self._without, "".join(self.parts))
        text = ANGLE.sub("&lt;", text.replace(_AMPERSAND, "&"))
        self.dropped = {what.replace(_AMPERSAND, "&"): None for what in self.dropped}
        return Prose(tuple(_markdown_blocks(text.split("\n"))), tuple(self.dropped))


def _is_rule(lines: list[str]) -> bool:
    return any("|" in line and _TABLE_RULE.fullmatch(line) for line in lines)


def _markdown_blocks(lines: list[str]) -> list[Block]:
    """The blocks of Markdown: fenced and indented code, tables, lists and paragraphs."""
    made: list[Block] = []
    held: list[str] = []
    kind = TEXT

    def end() -> None:
        nonlocal held
        kept = [line.rstrip() for line in held if line.strip()]
        if kind == CODE:
            made.extend(code(held))
        elif kept:
            made.append(Block(kind, " ".join(" ".join(kept).split()) if kind == TEXT else "\n".join(kept)))
        held = []

    fence, before = "", ""
    for place, line in enumerate(lines):
        bare = line.strip()
        if fence:
            if bare.startswith(fence):
                end()
                fence, kind = "", TEXT
            else:
                held.append(line)
        elif bare[:3] in ("```", "~~~") and "`" not in bare[3:]:
            end()
            fence, kind, held = bare[:3], CODE, [bare[3:]] if bare[3:].strip() else []
        elif not bare:
            if kind != CODE:
                end()
                kind = TEXT
            else:
                held.append("")
        elif line[:4] == "    " and not before and kind != LIST and not (made and made[-1].kind == LIST):
            if kind != CODE:
                end()
            kind, held = CODE, [*held, line[4:]]
        elif kind != TABLE and "|" in line and _is_rule(lines[place + 1 : place + 2]):
            end()
            kind, held = TABLE, [bare]
        elif kind == CODE or (kind == TEXT and _BULLET.match(line)):
            end()
            kind, held = LIST if LIST_LINE.match(line) else TEXT, [line if LIST_LINE.match(line) else bare]
        else:
            if not held and LIST_LINE.match(line):
                kind = LIST
            held.append(line)
        before = bare
    end()
    return made
