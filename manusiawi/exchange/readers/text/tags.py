"""Follows the tags of a foreign text: keeps what Markdown can say, names whatever else stands in them, with its words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from html.parser import HTMLParser

from manusiawi.exchange.readers.text.tongues import marked
from manusiawi.language.known import LANGUAGES

BOLD, ITALIC, LISTS = ("b", "strong"), ("i", "em"), ("ul", "ol")
BREAKS = frozenset("p div h1 h2 h3 h4 h5 h6 blockquote table tr section article header footer hr dl dt dd figure caption".split())
CELLS = ("td", "th")
CODE = ("code", "kbd", "samp", "tt")
_HIDDEN = frozenset("script style iframe object template noscript svg math head title textarea select audio video canvas".split())
_STRUCK = ("del", "s", "strike")
_RAISED = {"sup": "superscript", "sub": "subscript"}
_MEANT = {"u": "underlined", "ins": "inserted", "mark": "marked"}
_FRAMED = (*_RAISED, *_STRUCK, *_MEANT, *CODE)
_MOST_OPEN = 20  # tags within each other whose words are followed
_UP = str.maketrans("0123456789+-−=()nixX", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱˣˣ")
_DOWN = str.maketrans("0123456789+-−=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓ")
_LOOKS = frozenset(
    "class style id dir lang xml:lang width height align valign border cellpadding cellspacing color bgcolor face size rel target role "
    "tabindex frameborder hspace vspace nowrap loading decoding draggable spellcheck contenteditable rules frame xmlns".split()
)
_READ = {"img": ("src", "alt"), "a": ("href",)}  # attributes that are told in another way


class Tags(HTMLParser, ABC):
    """Passes the kept tags on, remembers the dropped ones, sets aside hidden content; `dropped` names them in order."""

    def __init__(self, language: str, shown: str) -> None:
        """`language` is that of the course's text, `shown` the one whose marked words are read."""
        super().__init__(convert_charrefs=True)
        self.language, self.shown = language, shown
        self.dropped: dict[str, None] = {}
        self.hidden, self.depth, self.aside, self.what = "", 0, list[str](), ""
        self.frames: list[tuple[str, int]] = []
        self.is_code = self.is_stem = self.is_stem_told = False
        if shown not in ("", language):
            self.drop(f'no words in "{language}" are marked: those in "{shown}" stand here')

    def drop(self, what: str) -> None:
        """Remembers what does not stay as it was."""
        self.dropped[what] = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.hidden:
            self.depth += tag == self.hidden
            self.aside += [value for name, value in attrs if value and name not in _LOOKS and name[:2] != "on"]
            return
        found = {name: value or "" for name, value in attrs}
        tongues = marked(tag, found)
        if tongues:
            if self.shown not in tongues:
                known = any(tongue in LANGUAGES and tongue != self.language for tongue in tongues)  # read for itself, see inward.py
                self.hide(tag, "" if known else f'the words in "{", ".join(tongues)}"')
        elif tag in _HIDDEN:
            self.hide(tag, f"<{tag}> with what it holds")
        elif tag == "img":
            self.drop_image(found.get("src", ""), found.get("alt", ""))
        elif tag == "a":
            if found.get("href"):
                self.drop(f'the link to "{found["href"]}"')
        elif tag in _FRAMED:
            if len(self.frames) < _MOST_OPEN:
                self.frames.append((tag, self.place()))
        elif tag == "q":
            self.words('"')
        elif not self.opened(tag):
            self.drop(f"<{tag}>")
        if tag == "p" and "stem" in found.get("class", "").split():
            self.is_stem, self.is_stem_told = True, False
        elif tag in ("p", "div", "table") and self.is_stem_told:
            self.is_stem = False
        self._attributes(tag, found)

    def _attributes(self, tag: str, found: dict[str, str]) -> None:
        for name, value in found.items():
            if value.strip() and name not in (*_LOOKS, *_READ.get(tag, ())) and name[:2] != "on" and name[:5] != "data-":
                self.drop(f'the {name} "{value.strip()}" of <{tag}>')

    def hide(self, tag: str, what: str) -> None:
        """Sets aside what the tag holds; `what` names it, "" where somebody else reads it."""
        self.hidden, self.depth, self.what, self.aside = tag, 1, what, []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            self.depth -= tag == self.hidden
            if not self.depth:
                self.reveal()
        elif tag in _FRAMED:
            if any(name == tag for name, _ in self.frames):
                while self.frames:
                    name, place = self.frames.pop()
                    self._framed(name, place)
                    if name == tag:
                        break
        elif tag == "q":
            self.words('"')
        else:
            self.closed(tag)

    def reveal(self) -> None:
        """Names what was set aside."""
        words = " ".join(" ".join(self.aside).split())
        if self.what:
            self.drop(self.what + (f': "{words}"' if words else ""))
        self.hidden = ""

    def close(self) -> None:
        super().close()
        if self.hidden:
            self.reveal()
        while self.frames:
            self._framed(*self.frames.pop())

    def _framed(self, tag: str, place: int) -> None:
        """What stands in a tag that carries a meaning, at its end."""
        text = self.since(place)
        core = " ".join(text.split())
        if not core:
            return
        if tag in _STRUCK:
            self.replace(place, "", False)
            self.drop(f'struck out, so it is left out: "{core}"')
        elif tag in _MEANT:
            self.drop(f'{_MEANT[tag]}: "{core}"')
        elif tag in CODE:
            if not self.is_code and set(text) & set("`<\n"):
                self.drop(f"<{tag}>")
            elif not self.is_code:
                self.replace(place, f"`{core}`", True)
        else:
            raised = text.translate(_UP if tag == "sup" else _DOWN)
            if not set(raised) & set(text) - {" "}:
                self.replace(place, raised, False)
            else:
                self.drop(f'the {_RAISED[tag]} "{core}" stands as plain letters')

    def handle_data(self, data: str) -> None:
        if self.hidden:
            self.aside.append(data)
        else:
            self.words(data)

    def handle_comment(self, data: str) -> None:
        if any(sign.isalnum() for sign in data):
            self.drop(f'the comment "{" ".join(data.split())}"')

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    def drop_image(self, address: str, alt: str) -> None:
        name = "in the text itself" if address.startswith("data:") else f'"{address}"'
        self.drop(f"the image {name}" + (f' ("{alt}")' if alt.strip() else ""))

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
    def place(self) -> int:
        """Where the next words begin, for `since` and `replace`."""

    @abstractmethod
    def since(self, place: int) -> str:
        """The words of the present paragraph from a place on."""

    @abstractmethod
    def replace(self, place: int, text: str, ready: bool) -> None:
        """Puts a text in the place of these words; a ready one is Markdown already."""
