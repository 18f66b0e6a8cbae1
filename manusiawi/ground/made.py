"""Keeps in a folder the list of the files that were made there, so that no others are ever removed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from manusiawi.ground.writing import write_changed

LIST = ".made-by-build"
_FIRST_LINE = "# What the course's builder wrote into this folder. It overwrites and removes nothing else."


def made_in(folder: Path) -> set[str] | None:
    """The files that a folder's list names, by their paths in it, the list among them; None where there is no list."""
    try:
        lines = (folder / LIST).read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    names = {line for line in lines if line and not line.startswith("#")}
    return {name for name in names if not PurePosixPath(name).is_absolute() and ".." not in name.split("/")} | {LIST}


def write_made(folder: Path, names: Iterable[str]) -> bool:
    """Writes a folder's list, one path a line, in order, so that the same files give the same bytes; says whether it changed."""
    lines = [_FIRST_LINE, *sorted(set(names) - {LIST})]
    return write_changed(folder / LIST, ("\n".join(lines) + "\n").encode())


def remove_made(folder: Path, names: set[str]) -> None:
    """Removes files from a folder, by their paths in it, and the folders below it that are then empty."""
    for name in names:
        (folder / name).unlink(missing_ok=True)
        for parent in (folder / name).parents:
            if parent == folder or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()


def files_in(folder: Path) -> set[str]:
    """Every file below a folder, by its path in it; links are not followed."""
    start = len(os.path.join(folder, ""))  # noqa: PTH118 - a thousand files: plain strings are faster
    return {f"{top[start:]}/{name}".lstrip("/").replace(os.sep, "/") for top, _, names in os.walk(folder) for name in names}


def others(folder: Path, made: set[str]) -> Iterator[str]:
    """The files and folders, by their paths, that hold nothing of what was made; a folder stands for all that is in it."""
    parents = {parent.as_posix() for name in made for parent in PurePosixPath(name).parents}

    def below(top: str) -> Iterator[str]:
        for entry in sorted(os.scandir(folder / top), key=lambda entry: entry.name):
            name = f"{top}/{entry.name}" if top else entry.name
            if name in made:
                continue
            if entry.is_dir(follow_symlinks=False) and name in parents:
                yield from below(name)
            else:
                yield name

    yield from below("")
