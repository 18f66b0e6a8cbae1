"""Writes the main part of a built page as plain text, for Braille programs and for people who write with a keyboard."""

from __future__ import annotations

import re
import string
from html.parser import HTMLParser

_LINES = frozenset("h1 h2 h3 h4 h5 h6 p li tr blockquote figcaption caption div section".split())  # begin a line of their own
_LEFT_OUT = frozenset("script style button select textarea".split())
_VOID = frozenset("br img input link meta hr wbr path circle rect line use ellipse polygon polyline".split())
_SILENT = frozenset("on-paper beside addr copy".split())  # classes of what is for the screen alone
_SIGNS = {"tick": "[ ]", "blank": "____"}


def plain_text(page: str) -> str:
    """The text of a page's article: a line for each paragraph, an empty one before each heading, `[ ]` and `____` to fill in."""
    reader = _Reader()
    reader.feed(re.search(r"<article.*?</article>", page, re.DOTALL)[0])  # type: ignore[index]
    lines = [" ".join(line.split()) for line in "".join(reader.parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


class _Reader(HTMLParser):
    """Takes in an article; `parts` hold its text with line feeds."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.left_out = 0  # how many elements that say nothing are open here
        self.open: list[tuple[str, bool]] = []  # the elements that are open, and whether they say nothing
        self.lists: list[tuple[str, int]] = []  # of each open list: its kind, "" for one without numbers, and its entries so far

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._say("\n")
        if tag in _VOID:
            return
        classes = set(given.get("class", "").split())
        for name in classes & set(_SIGNS):
            self._say(f"{_SIGNS[name]} ")
        silent = tag in _LEFT_OUT or bool(classes & _SILENT) or given.get("aria-hidden") == "true"
        self.open.append((tag, silent))
        self.left_out += silent
        if tag == "svg":
            self._say(f"\n{given.get('aria-label', '')}\n")
        if tag in ("ol", "ul"):
            self.lists.append((given.get("type", "1") if tag == "ol" else "", 0))
        if tag in _LINES:
            self._say("\n\n" if tag.startswith("h") else "\n")
        if tag == "li" and self.lists:
            self._say(self._sign())
        if tag in ("td", "th") and not self._begins_row():
            self._say(" | ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        while self.open:
            name, silent = self.open.pop()
            self.left_out -= silent
            if name == tag:
                break
        if tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        if tag in _LINES or tag == "table":
            self._say("\n")

    def handle_data(self, data: str) -> None:
        self._say(re.sub(r"\s+", " ", data))

    def _say(self, words: str) -> None:
        if not self.left_out:
            self.parts.append(words)

    def _sign(self) -> str:
        """What stands before an entry of the innermost list."""
        kind, count = self.lists[-1]
        self.lists[-1] = kind, count + 1
        if not kind:
            return "- "
        return f"{string.ascii_uppercase[count % 26] if kind == 'A' else count + 1}. "

    def _begins_row(self) -> bool:
        """Whether nothing stands in the row yet."""
        return not "".join(self.parts).rpartition("\n")[2].strip()
