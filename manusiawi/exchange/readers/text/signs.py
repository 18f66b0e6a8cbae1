"""The signs that Markdown and YAML would take for their own."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
ANGLE = re.compile(r"<(?=[A-Za-z/!?<]|[^<> !]+@)")  # Markdown makes a link of what looks like an address between angles
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SIGNS = re.compile(r"[\\`\[{]|(?<!\s)\*|\*(?!\s)|(?<![^\W_])_|_(?![^\W_])")
_OPENING = re.compile(r"(?=[#>|])|(?=[-+*] )")
_NUMBERED = re.compile(r"(\d+)\. ")
LIST_LINE = re.compile(r"\s*(?:[-*+]|\d+\.)\s")


def printable(text: str) -> str:
    """The text without the characters that YAML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def escape(text: str) -> str:
    """Plain words as Markdown that shows the same words."""
    return ANGLE.sub("&lt;", shielded(escaped_signs(text)))


def escaped_signs(text: str) -> str:
    """Words within a line whose signs are no emphasis, link or entity."""
    return _SIGNS.sub(r"\\\g<0>", _ENTITY.sub("&amp;", text))


def shielded(text: str) -> str:
    """A line that Markdown does not take for a heading, a quotation, a table or a list."""
    return f"\\{text}" if _OPENING.match(text) else _NUMBERED.sub(r"\1\\. ", text, count=1) if _NUMBERED.match(text) else text
