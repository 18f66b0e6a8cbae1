"""Tells what of an XML element no reader asked for: whatever is not known is told, not dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from manusiawi.exchange.readers.carry import said
from manusiawi.exchange.readers.xmltree import Element

_BYTES = re.compile(r"\s*[A-Za-z0-9+/=\s]{60,}")
_NOT_WORDS = ("format", "encoding")  # attributes that say how words are written


@dataclass(slots=True)
class Settings:
    """Settings of a tool, such as the penalty of an attempt: one note tells those of the whole file."""

    names: frozenset[str]
    found: dict[str, list[int]] = field(default_factory=dict)

    def take(self, element: Element) -> bool:
        """Notes a setting; says whether the element is one."""
        value = " ".join(" ".join(every_word(element)).split())
        if element.name not in self.names or len(value) > 40:
            return False
        self.found.setdefault(f"{element.name} {value}".strip(), []).append(element.place.line)
        return True

    def told(self, file: str) -> list[str]:
        """The note; none where there are no settings."""
        listed = [
            f"{name} (line {', '.join(map(str, lines))})" if len(lines) <= 3 else f"{name} ({len(lines)} times)"
            for name, lines in self.found.items()
        ]
        return [f"{file}: settings that the course does not have are not carried: {', '.join(listed)}"] if listed else []


def every_word(element: Element) -> Iterator[str]:
    """The words of an element with all in it, attributes too; the bytes of a file only counted."""
    yield from (value for name, value in element.attributes.items() if name not in _NOT_WORDS and value.strip())
    for part in element.content:
        if isinstance(part, Element):
            yield from every_word(part)
    own = element.words
    if own.strip():
        is_file = element.attributes.get("encoding") == "base64" or (_BYTES.fullmatch(own) and " " not in own.strip())
        yield f"({len(own.strip()):,} characters)" if is_file else own


def unread(element: Element, settings: Settings, language: str) -> Iterator[str]:
    """What stands below an element and was not asked for, each named with its words."""
    for child in element.children:
        if child.is_read:
            for name, value in child.attributes.items():
                if name not in child.read_attributes and name not in _NOT_WORDS and value.strip():
                    yield f'the {name} "{value}" of <{child.name}>'
            if not child.are_words_read and any(sign.isalnum() for sign in child.words):
                yield f'the words "{said(child.words, language)}" in <{child.name}>'
            yield from unread(child, settings, language)
        elif not settings.take(child):
            words = said(" ".join(every_word(child)), language)
            if words:
                yield f'the {child.name} "{words}"'
