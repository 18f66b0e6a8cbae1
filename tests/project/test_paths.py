"""The paths of learning: an hour is an hour, each path stands by itself, and each has accessibility in it."""

from __future__ import annotations

from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.page import PageFile

PAGE = "jalur.md"
HOUR = "singkat"  # the heading of the path that promises an hour


def paths(course: Course, language: str = "id") -> dict[str, list[str]]:
    """The lessons of each path, by the anchor of the heading above it."""
    page = course.pages[language][PAGE]
    return {_above(page, mark.place.line): mark.value.split() for mark in page.marked("path")}


def _above(page: PageFile, line: int) -> str:
    return [heading.anchor for heading in page.headings if heading.place.line < line][-1]


def test_the_path_of_one_hour_takes_an_hour_by_the_plan(course: Course) -> None:
    for language in LANGUAGES:
        planned = [course.lesson(f"{name}.md") for name in paths(course, language)[HOUR]]
        assert 55 <= sum(found[1].minutes for found in planned if found) <= 65


def test_every_path_has_accessibility_in_it_and_a_path_by_job_ten_days(course: Course) -> None:
    found = paths(course)
    assert len(found) >= 7
    for anchor, names in found.items():
        assert any(name.startswith("aksesibilitas/") for name in names), anchor
        assert len(set(names)) == len(names) and (anchor == HOUR or len(names) == 10), anchor


def test_no_lesson_of_a_path_builds_on_one_that_the_path_has_not_had(course: Course) -> None:
    for anchor, names in paths(course).items():
        for index, name in enumerate(names):
            found = course.lesson(f"{name}.md")
            assert found, name
            missing = [slug for slug in found[1].needs if f"{found[0].slug}/{slug}" not in names[:index]]
            assert missing == [], f"{anchor}: {name} needs {missing} first"
