"""Brings a folder's generated files in step: writes what changed, whole or not at all, and removes what is gone."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

PART = ".part"  # how the name of a half-written file ends; with the dot before it, no builder takes it for a page


def write_changed(path: Path, data: bytes) -> bool:
    """Writes a file unless it already holds the bytes; says whether it wrote.

    The bytes are written beside the file and put in its place at once: a full disk or a kill leaves what was there before.
    Untouched files keep their times, so a builder that watches them stays quiet.
    """
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    target = path.resolve()  # a link goes on leading to its file
    part = target.with_name(f".{target.name}-{os.getpid()}-{threading.get_ident()}{PART}")  # two builds at once do not share it
    try:
        part.write_bytes(data)
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return True


def remove_parts(folder: Path) -> None:
    """Removes the half-written files that a killed build left an hour ago or earlier."""
    for path in folder.rglob(f".*{PART}"):
        if path.is_file() and time.time() - path.stat().st_mtime > 3600:
            path.unlink(missing_ok=True)


def remove_stale(folder: Path, is_made: Callable[[str, str], bool], kept: set[Path]) -> list[Path]:
    """Removes the Markdown files of a folder that are made, by their path and text, and no longer are; returns them."""
    stale = [
        path
        for path in folder.rglob("*.md")
        if path not in kept and path.is_file() and is_made(path.relative_to(folder).as_posix(), path.read_text("utf-8", "replace"))
    ]
    for path in stale:
        path.unlink()
    return stale
