"""Reads the menu of a language from its configuration, for pages of the other language that must lead there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from manusiawi.language.known import configuration
from manusiawi.model.addresses import built
from manusiawi.model.page import read_page


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu: its words, and the address of its page, or the entries of its group."""

    title: str
    address: str = ""
    entries: tuple[Entry, ...] = ()


def menu_of(root: Path, language: str) -> tuple[Entry, ...]:
    """The entries of a language's menu, addresses below its root; a module has one entry. Empty where no menu is written out."""
    file = root / configuration(language)
    if not file.is_file():
        return ()
    with file.open(encoding="utf-8") as text:
        return tuple(_entries(yaml_load(text).get("nav") or [], root / "docs" / language))


def _entries(menu: list[Any], docs: Path) -> Iterator[Entry]:
    for written in menu:
        name, inner = next(iter(written.items())) if isinstance(written, dict) else ("", written)
        listed = inner if isinstance(inner, list) else [inner]
        path = listed[0] if listed else ""
        if isinstance(inner, list) and not str(path).endswith("/index.md"):  # a group: a module begins with the page of its folder
            yield Entry(name, entries=tuple(_entries(inner, docs)))
        elif isinstance(path, str) and (docs / path).is_file():
            page, _ = read_page((docs / path).read_text("utf-8"), path, str(docs / path))  # made pages too, which the course does not hold
            yield Entry(f"{name}: {page.head.title}" if isinstance(inner, list) else page.head.title, built(path))
