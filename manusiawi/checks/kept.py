"""The names of kept pages must differ, or one page of the course would write over another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from manusiawi.ground.faults import Fault
from manusiawi.model.course import Course

_IN_MODULES = ("self_check", "keys", "notes")
_IN_SOURCES = ("facts_name",)
_FOLDERS = ("source_folder",)


def check_kept(course: Course) -> Iterator[Fault]:
    """A fault for each name of `pages` in course/site.yml that another page in the same folder has."""
    pages = course.site.pages
    taken: dict[tuple[int, str], str] = {}
    for field in (entry.name for entry in fields(pages) if "description" in entry.metadata):
        folder = 0 if field in _IN_MODULES else 1 if field in _IN_SOURCES else 2 if field in _FOLDERS else 3
        name = getattr(pages, field)
        first = taken.setdefault((folder, name), field)
        if first != field:
            yield Fault(
                pages.where(field),
                f'"{name}" names two pages, `{first}` and `{field}`',
                "a name of its own for each page of a folder",
                "give one of them another name, before either is published",
            )
