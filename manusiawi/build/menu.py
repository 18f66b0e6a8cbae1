"""Reads the menu of a language from its configuration, for pages of the other language that must lead there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from manusiawi.language.known import configuration
from manusiawi.model.addresses import built
from manusiawi.model.page import read_page


def menu_of(root: Path, language: str) -> list[tuple[str, str]]:
    """Each entry's words with its page's address below the language's root; a module has one entry. Empty where no menu is written out."""
    file = root / configuration(language)
    if not file.is_file():
        return []
    with file.open(encoding="utf-8") as text:
        return list(_entries(yaml_load(text).get("nav") or [], root / "docs" / language))


def _entries(menu: list[Any], docs: Path) -> Iterator[tuple[str, str]]:
    for entry in menu:
        name, inner = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        path = inner[0] if isinstance(inner, list) and inner else inner
        if isinstance(path, str) and (docs / path).is_file():
            page, _ = read_page((docs / path).read_text("utf-8"), path, str(docs / path))  # made pages too, which the course does not hold
            yield f"{name}: {page.head.title}" if isinstance(inner, list) else page.head.title, built(path)
