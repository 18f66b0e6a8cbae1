"""Brings a folder's generated files in step: writes what changed, removes what is gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def write_changed(path: Path, data: bytes) -> bool:
    """Writes a file unless it already holds the bytes; says whether it wrote.

    Untouched files keep their times, so a builder that watches them stays quiet.
    """
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def remove_stale(folder: Path, is_made: Callable[[str, str], bool], kept: set[Path]) -> list[Path]:
    """Removes the Markdown files of a folder that are made, by their path and text, and no longer are; returns them."""
    stale = [
        path
        for path in folder.rglob("*.md")
        if path not in kept and is_made(path.relative_to(folder).as_posix(), path.read_text("utf-8", "replace"))
    ]
    for path in stale:
        path.unlink()
    return stale


def remove_others(folder: Path, kept: set[Path]) -> None:
    """Removes from a folder that is generated as a whole the files that are no longer made."""
    for path in folder.rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()
