"""Puts the generated pages and scripts beside the lessons, before a builder starts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from manusiawi.checks.assets import made_assets
from manusiawi.checks.course import check
from manusiawi.classroom.course import classroom_files
from manusiawi.ground.faults import CourseFaults, Fault
from manusiawi.ground.made import LIST, remove_made, write_made
from manusiawi.ground.writing import remove_parts, remove_stale, write_changed
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.generated import generated_paths
from manusiawi.model.loading import kept_page, load_course
from manusiawi.model.marks import CLASSROOM_MARKS
from manusiawi.render.assets import CLASSROOM, CLASSROOM_COURSE, CLASSROOM_PATH, FOLDER, INDEX, WORDS, web_files
from manusiawi.render.pages.all import generated_pages
from manusiawi.render.scripts import names_of
from manusiawi.search.index import search_files

LATER = (
    "search/",
    INDEX,
    WORDS,
    f"{CLASSROOM}/",
    CLASSROOM_COURSE,
    CLASSROOM_PATH,
)  # begin the names of files that a save need not wait for


def generate(root: Path, later: bool = True) -> tuple[Course, list[Path]]:
    """Writes every generated file that changed, those that pages load later unless told not to; returns the course and the files written.

    Raises CourseFaults, before anything is written, if the course has faults.
    """
    course = load_course(root)
    faults = [*check(course, root), *_foreign(course, root)]
    if faults:
        raise CourseFaults(faults)
    written: list[Path] = []
    for language in LANGUAGES:
        folder = root / "docs" / language
        pages = {folder / path: text.encode() for path, text in generated_pages(course, language).items()}
        remove_stale(folder, course.names.is_generated, set(pages))
        written += [path for path, data in pages.items() if write_changed(path, data)]
        assets = web_files(language, names_of(course)) | (later_assets(course, root, language) if later else {})
        written += write_assets(folder / FOLDER, assets, later)
        remove_parts(folder)
    return course, written


def write_assets(folder: Path, assets: dict[str, bytes], later: bool) -> list[Path]:
    """Writes the scripts, styles and pictures of the pages, and removes those of earlier builds; returns the files written.

    Without those that come later, theirs stay as they are.
    """
    before = made_assets(folder)
    names = set(assets) | {name for name in before if name.startswith(LATER) and not later}
    listed = write_made(folder, before | names)  # first: what a killed build wrote is then known as its own
    written = [folder / name for name, data in assets.items() if write_changed(folder / name, data)]
    remove_made(folder, before - names - {LIST})
    return written + [folder / LIST] * (write_made(folder, names) or listed)


def later_assets(course: Course, root: Path, language: str) -> dict[str, bytes]:
    """The files of the search and of a trainer's room by name; none where no page needs them."""
    marked = {mark.name for page in course.pages[language].values() for mark in page.marks if not mark.shown}
    searched = search_files(course, language) if "search" in marked else {}
    return searched | (classroom_files(course, language) if marked & CLASSROOM_MARKS else {})


def _foreign(course: Course, root: Path) -> Iterator[Fault]:
    """A fault for each page that the generator would write over and did not make: an author put it there since the course was read."""
    for language in LANGUAGES:
        for path in generated_paths(course):
            file = root / "docs" / language / path
            if file.is_file() and not course.names.is_generated(path, file.read_text("utf-8", "replace")):
                yield kept_page(file.relative_to(root).as_posix())
