"""Says a text of a question as HTML in one language, or in several as Moodle's multilang spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest

from manusiawi.exchange.texts import ExchangeTexts
from manusiawi.ground.catalogue import say
from manusiawi.render.inline import plain_text

_BLOCK = re.compile(r"(</?(?:p|ul|ol|li|table|thead|tbody|tr|th|td|blockquote|pre|h[1-6]|hr)\b[^>]*>)")
_PICTURE = re.compile(r'<img\b[^>]*?alt="([^"]*)"[^>]*>')
_PARAGRAPHS = re.compile(r"</p>\s*<p>")


_BROKEN = "\x02"  # begins what Markdown 3.11.3 keeps for later; in its result where it lost that, as for `**)*3**&t;*q*`


class NotHeld(Exception):
    """Raised for a question that a format cannot hold whole; says what it is."""


class Voices:
    """The languages of a file. Each method takes a text once for each of them, in their order."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = tuple(languages)
        self._texts = [ExchangeTexts(language) for language in languages]

    def block(self, texts: Sequence[str]) -> str:
        """Paragraphs and lists as HTML, with words in the place of pictures; "" where nothing is said."""
        return self._together(self._each(texts, ExchangeTexts.block))

    def inline(self, texts: Sequence[str]) -> str:
        """A sentence as HTML without a paragraph around it."""
        return self._together(self._each(texts, ExchangeTexts.inline))

    def plain(self, texts: Sequence[str]) -> str:
        """The words alone, for places that show tags as they stand; a stroke parts the languages, since no filter does."""
        return " / ".join(dict.fromkeys(plain_text(made) for made in self._each(texts, ExchangeTexts.inline)))

    def has_emphasis(self, texts: Sequence[str]) -> bool:
        """Whether `plain` leaves out more than spaces."""
        return any("<" in made for made in self._each(texts, ExchangeTexts.inline))

    def say(self, key: str, of: Callable[[str], dict[str, object]] = lambda language: {}) -> str:
        """Words of the catalogue; `of` gives what is filled in, by the language."""
        return self._together([say(language, key, **of(language)) for language in self.languages])

    def _each(self, texts: Sequence[str], render: Callable[[ExchangeTexts, str], str]) -> list[str]:
        made = [_PICTURE.sub(r"\1", render(voice, text)) for voice, text in zip(self._texts, texts, strict=True)]
        if any(_BROKEN in html for html in made):
            raise NotHeld("a text whose emphasis Markdown cannot tell apart")
        return made

    def _together(self, made: Sequence[str]) -> str:
        if len(set(made)) == 1:
            return made[0]
        parted = [_BLOCK.split(html) for html in made]
        if any(parts[1::2] != parted[0][1::2] for parts in parted):
            parted = [["", "<p>", _flat(html), "</p>", ""] for html in made]
        return "".join(self._spans(pieces) if place % 2 == 0 else pieces[0] for place, pieces in enumerate(zip_longest(*parted)))

    def _spans(self, pieces: Sequence[str]) -> str:
        """What stands between two tags of blocks, in a span for each language; Moodle's filter wants them side by side."""
        if len(set(pieces)) == 1:
            return pieces[0]
        return "".join(
            f'<span lang="{name}" class="multilang">{piece.strip()}</span>' for name, piece in zip(self.languages, pieces, strict=True)
        )


def _flat(html: str) -> str:
    """Blocks as one paragraph with line breaks, for texts whose paragraphs are not the same in both languages."""
    broken = _PARAGRAPHS.sub("<br><br>", html.strip()).replace("<li>", "<br>• ")
    return _BLOCK.sub("", broken).replace("\n", " ").strip()
