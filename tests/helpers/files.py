"""Edits and reads whole folders of a test's own copy."""

from __future__ import annotations

from pathlib import Path

from manusiawi.model.course import Course
from manusiawi.model.loading import load_course


def edit(path: Path, old: str, new: str) -> None:
    """Writes something else in a file wherever the old words stand; they must stand somewhere."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def save(root: Path, path: str, old: str, new: str) -> Course:
    """The course after an edit of one of its files."""
    edit(root / path, old, new)
    return load_course(root)


def files_of(folder: Path) -> dict[str, bytes]:
    """What every file below a folder holds, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
