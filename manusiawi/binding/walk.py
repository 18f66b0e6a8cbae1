"""Walks through what an author wrote: every bilingual text of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.binding.fields import Entry, Text


def texts_of(entry: Entry) -> Iterator[Text]:
    """Every bilingual text in an entry and in the entries below it."""
    for name in entry.__dataclass_fields__:
        value = getattr(entry, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Text):
                yield part
            elif isinstance(part, Entry):
                yield from texts_of(part)
