"""Turns the HTML of a foreign text into the Markdown of the course.

Paragraphs, line breaks, bold, italics, lists stay; every other tag goes, its words stay. What hides its
content (script, style, frames) goes with all it holds.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from html.parser import HTMLParser

MAX_LENGTH = 50_000
MAX_LIST_DEPTH = 4
_AMPERSAND = "\uf8fe"  # stands in for & while tags are followed, so that Markdown keeps its entities as written
FORMS = ("html", "auto", "plain", "markdown")

_HIDDEN = frozenset("script style iframe object template noscript svg math head title textarea select audio video canvas".split())
_BOLD, _ITALIC, _LISTS = ("b", "strong"), ("i", "em"), ("ul", "ol")
_BREAKS = frozenset("p div h1 h2 h3 h4 h5 h6 blockquote pre table tr section article header footer hr dl dt dd figure".split())
_CELLS = ("td", "th")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_ANGLE = re.compile(r"<(?=[A-Za-z/!?<]|[^<> !]+@)")  # Markdown makes a link of what looks like an address between angles
_NO_TAG = re.compile(r"<(?=[A-Za-z/!?])(?![^<>]*>)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SIGNS = re.compile(r"[\\`\[{]|(?<!\s)\*|\*(?!\s)|(?<![^\W_])_|_(?![^\W_])")
_OPENING = re.compile(r"(?=[#>])|(?=[-+*] )")
_NUMBERED = re.compile(r"(\d+)\. ")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\(([^()]*)\)")
_LIST_LINE = re.compile(r"\s*(?:[-*+]|\d+\.)\s")


class TooLong(Exception):
    """Raised for a text that no question needs."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in blocks, each with the mark whether it is a list; `dropped` names what did not stay."""

    blocks: tuple[tuple[bool, str], ...]
    dropped: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The whole text on one line, for places that hold no paragraphs."""
        return " ".join(
            "; ".join(_LIST_LINE.sub("", line, count=1) for line in text.split("\n")) if is_list else " ".join(text.split())
            for is_list, text in self.blocks
        )

    @property
    def paragraphs(self) -> str:
        """The text with its paragraphs and lists."""
        return "\n\n".join(text for _, text in self.blocks)

    @property
    def has_list(self) -> bool:
        """Whether a list stands in it, which a single line cannot show."""
        return any(is_list for is_list, _ in self.blocks)

    def parted(self) -> tuple[str, str]:
        """What leads to the question, then the question itself: the last paragraph that is no list."""
        places = [place for place, (is_list, _) in enumerate(self.blocks) if not is_list]
        if not places:
            return "", self.sentence
        rest = Prose(tuple(block for place, block in enumerate(self.blocks) if place != places[-1]))
        return rest.paragraphs, " ".join(self.blocks[places[-1]][1].split())


def read_prose(raw: str, form: str, language: str) -> Prose:
    """A text in one of the `FORMS` as Markdown.

    `auto` is HTML in which the end of a line breaks it. Where words in several languages stand side by
    side in Moodle's multilang spans, those in `language` stay. Raises TooLong.
    """
    raw = printable(raw)
    if form != "plain":
        raw = _tamed(raw)
    if len(raw) > MAX_LENGTH:
        raise TooLong(f"{len(raw):,} characters")
    if form == "plain":
        lines = [" ".join(line.split()) for line in raw.split("\n")]
        return Prose(tuple((False, escape(line)) for line in lines if line))
    if form == "auto":
        raw = raw.strip().replace("\n", "<br>")
    reader = _MarkdownTags(language) if form == "markdown" else _HtmlTags(language)
    reader.feed(raw)
    reader.close()
    return reader.prose()


def printable(text: str) -> str:
    """The text without the characters that YAML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def escape(text: str) -> str:
    """Plain words as Markdown that shows the same words."""
    return _ANGLE.sub("&lt;", _shielded(_escaped_signs(text)))


def _escaped_signs(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", _ENTITY.sub("&amp;", text))


def _shielded(text: str) -> str:
    """A line that Markdown does not take for a heading, a quotation or a list."""
    return f"\\{text}" if _OPENING.match(text) else _NUMBERED.sub(r"\1\\. ", text, count=1) if _NUMBERED.match(text) else text


def _tamed(raw: str) -> str:
    """HTML without what the standard library's parser stumbles over."""
    raw = re.sub(r"""data:[^"'\s<>]{60,}""", "data:", raw)
    raw = re.sub(r"<!--.*?(?:-->|\Z)", "", re.sub(r"&#\d{8,}", "\ufffd", raw), flags=re.DOTALL)
    return _NO_TAG.sub("&lt;", raw).replace("<![", "<! [")


class _Tags(HTMLParser, ABC):
    """Follows the tags: passes the kept ones on, remembers the dropped ones, skips hidden content."""

    def __init__(self, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = language
        self.dropped: dict[str, None] = {}
        self.hidden, self.depth = "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.hidden:
            self.depth += tag == self.hidden
            return
        found = {name: value or "" for name, value in attrs}
        if tag == "span" and "multilang" in found.get("class", "").split():
            spoken = found.get("lang", "")[:2].lower()
            if spoken != self.language:
                self.dropped[f'the words in "{spoken}"'] = None
                self.hidden, self.depth = tag, 1
        elif tag in _HIDDEN:
            self.dropped[f"<{tag}> with what it holds"] = None
            self.hidden, self.depth = tag, 1
        elif tag == "img":
            self.drop_image(found.get("src", ""), found.get("alt", ""))
        elif tag == "a":
            self.dropped[f'the link to "{found.get("href", "")[:200]}"'] = None
        elif not self.opened(tag):
            self.dropped[f"<{tag}>"] = None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.hidden:
            self.closed(tag)
        elif tag == self.hidden:
            self.depth -= 1
            if not self.depth:
                self.hidden = ""

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words(data)

    def drop_image(self, address: str, alt: str) -> None:
        name = "in the text itself" if address.startswith("data:") else f'"{address[:100]}"'
        self.dropped[f"the image {name}" + (f' ("{alt[:100]}")' if alt else "")] = None

    @abstractmethod
    def opened(self, tag: str) -> bool:
        """Takes a start tag; says whether it is carried."""

    @abstractmethod
    def closed(self, tag: str) -> None:
        """Takes an end tag."""

    @abstractmethod
    def words(self, data: str) -> None:
        """Takes the words between tags."""

    @abstractmethod
    def prose(self) -> Prose:
        """What was read."""


class _HtmlTags(_Tags):
    """Reads HTML."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.blocks: list[tuple[bool, str]] = []
        self.runs: list[tuple[str, bool, bool]] = []
        self.bold = self.italic = 0
        self.lists: list[str] = []
        self.items: list[tuple[int, str, list[str]]] = []

    def opened(self, tag: str) -> bool:
        self.bold += tag in _BOLD
        self.italic += tag in _ITALIC
        if tag in _BREAKS or tag == "br":
            self.flush()
        elif tag in _CELLS:
            self.words(" ")
        elif tag in _LISTS:
            self.flush()
            self.lists.append(tag)
        elif tag == "li":
            self.flush()
            self.lists = self.lists or ["ul"]
            self.items.append((min(len(self.lists), MAX_LIST_DEPTH), self.lists[-1], []))
        return tag in ("p", "br", "li", *_BOLD, *_ITALIC, *_LISTS)

    def closed(self, tag: str) -> None:
        if tag in _BOLD:
            self.bold = max(0, self.bold - 1)
        elif tag in _ITALIC:
            self.italic = max(0, self.italic - 1)
        elif tag in _BREAKS or tag == "li":
            self.flush()
        elif tag in _LISTS and self.lists:
            self.flush()
            self.lists.pop()
            if not self.lists:
                self.end_list()

    def words(self, data: str) -> None:
        style = (bool(self.bold), bool(self.italic))
        if self.runs and self.runs[-1][1:] == style:
            self.runs[-1] = (self.runs[-1][0] + data, *style)
        else:
            self.runs.append((data, *style))

    def flush(self) -> None:
        text = _emphasised(self.runs)
        self.runs = []
        if not text:
            return
        if self.lists:
            if not self.items:
                self.items.append((min(len(self.lists), MAX_LIST_DEPTH), self.lists[-1], []))
            self.items[-1][2].append(text)
        else:
            self.blocks.append((False, text))

    def end_list(self) -> None:
        lines, counts, above = [], [0] * (MAX_LIST_DEPTH + 1), 0
        for level, kind, texts in self.items:
            if texts:
                depth = above = min(level, above + 1)
                counts[depth] += 1
                counts[depth + 1 :] = [0] * (MAX_LIST_DEPTH - depth)
                lines.append(f"{'    ' * (depth - 1)}{f'{counts[depth]}.' if kind == 'ol' else '-'} {' '.join(texts)}")
        if lines:
            self.blocks.append((True, "\n".join(lines)))
        self.items = []

    def prose(self) -> Prose:
        self.flush()
        self.end_list()
        return Prose(tuple(self.blocks), tuple(self.dropped))


def _emphasised(runs: list[tuple[str, bool, bool]]) -> str:
    """Runs of words with their styles as one line; the spaces at the edges of a style stay outside of it."""
    made = ""
    for text, bold, italic in runs:
        core = " ".join(text.split())
        mark = "*" * (2 * bold + italic)
        if not core:
            made += " " if text else ""
            continue
        made += f"{' ' * text[0].isspace()}{mark}{_escaped_signs(core)}{mark}{' ' * text[-1].isspace()}"
    made = " ".join(made.split())
    return _ANGLE.sub("&lt;", _shielded(made))


_MARKS = {
    "p": "\n\n",
    "br": "\n",
    "li": "\n- ",
    **dict.fromkeys(_LISTS, "\n\n"),
    **dict.fromkeys(_BOLD, "**"),
    **dict.fromkeys(_ITALIC, "*"),
}


class _MarkdownTags(_Tags):
    """Reads Markdown with HTML in it."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.parts: list[str] = []

    def feed(self, data: str) -> None:
        super().feed(data.replace("&", _AMPERSAND))

    def opened(self, tag: str) -> bool:
        self.parts.append(_MARKS.get(tag, "\n\n" if tag in _BREAKS else ""))
        return tag in _MARKS

    def closed(self, tag: str) -> None:
        self.parts.append("**" if tag in _BOLD else "*" if tag in _ITALIC else "\n\n" if tag in (*_BREAKS, *_LISTS) else "")

    def words(self, data: str) -> None:
        self.parts.append(data)

    def _without(self, image: re.Match[str]) -> str:
        self.drop_image(image[2], image[1])
        return ""

    def prose(self) -> Prose:
        text = _IMAGE.sub(self._without, "".join(self.parts))
        text = _ANGLE.sub("&lt;", text.replace(_AMPERSAND, "&"))
        blocks = []
        for block in re.split(r"\n[ \t]*\n", text):
            if block.strip():
                is_list = bool(_LIST_LINE.match(block))
                blocks.append(
                    (
                        is_list,
                        "\n".join(line.rstrip() for line in block.strip().split("\n") if line.strip())
                        if is_list
                        else " ".join(block.split()),
                    )
                )
        return Prose(tuple(blocks), tuple(self.dropped))
