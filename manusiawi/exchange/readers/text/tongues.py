"""Finds the words of one language in a text that holds several: Moodle's multilang spans, <lang> and {mlang}."""

from __future__ import annotations

import re

OTHER = "other"
_MLANG = re.compile(r"\{\s*mlang\b([^{}]{0,100})\}", re.IGNORECASE)
_SPAN = re.compile(r"<(?:span|lang)\b[^<>]*>", re.IGNORECASE)
_LANG = re.compile(r"""\blang\s*=\s*["']?\s*([\w,\- ]+)""", re.IGNORECASE)


def holds_tongues(text: str) -> bool:
    """Whether a file may hold texts in several languages side by side."""
    return "mlang" in text or "multilang" in text or "<lang" in text or "&lt;lang" in text


def as_spans(raw: str) -> str:
    """A text whose {mlang} marks are multilang spans."""
    is_open = False

    def span(found: re.Match[str]) -> str:
        nonlocal is_open
        closing = "</span>" if is_open else ""
        is_open = bool(found[1].strip())
        return closing + (f'<span class="multilang" lang="{found[1].strip()}">' if is_open else "")

    return _MLANG.sub(span, raw)


def named(value: str) -> tuple[str, ...]:
    """The languages that a mark names: two letters each, or "other"."""
    names = (name.lower() for name in re.split(r"[,\s]+", value) if name)
    return tuple(OTHER if name == OTHER else name[:2] for name in names)


def marked(tag: str, attributes: dict[str, str]) -> tuple[str, ...]:
    """The languages of a start tag that marks them; none where it is another tag."""
    if tag == "lang" or (tag == "span" and "multilang" in attributes.get("class", "").split()):
        return named(attributes.get("lang", "")) or (OTHER,)
    return ()


def shown(raw: str, language: str) -> str:
    """The language whose words are read: the one asked for, else what stands for every other, else the first; "" where none is marked."""
    found: list[str] = []
    for tag in _SPAN.findall(raw):
        if "multilang" in tag or tag[:5].lower() == "<lang":
            lang = _LANG.search(tag)
            found += named(lang[1]) if lang else ()
    return next((name for name in (language, OTHER) if name in found), found[0] if found else "")
