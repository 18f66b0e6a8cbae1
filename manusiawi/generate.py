"""Puts the generated pages and scripts beside the lessons, before a builder starts."""

from __future__ import annotations

from pathlib import Path

from .assets import FOLDER, web_files
from .check_course import check
from .course import GENERATED, Course, load_course
from .faults import CourseFaults
from .fields import LANGUAGES
from .files import remove_stale, write_changed
from .pages import generated_pages


def generate(root: Path) -> tuple[Course, list[Path]]:
    """Writes every generated file that changed; returns the course and the files written.

    Raises CourseFaults, before anything is written, if the course has faults.
    """
    course = load_course(root)
    faults = check(course, root)
    if faults:
        raise CourseFaults(faults)
    written: list[Path] = []
    for language in LANGUAGES:
        folder = root / "docs" / language
        pages = {folder / path: text.encode() for path, text in generated_pages(course, language).items()}
        remove_stale(folder, GENERATED, set(pages))
        files = pages | {folder / FOLDER / name: data for name, data in web_files(language).items()}
        written += [path for path, data in files.items() if write_changed(path, data)]
    return course, written
