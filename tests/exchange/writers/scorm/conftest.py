"""What these tests share: packages of the example, learning systems that show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.scorm.package import write_scorm
from manusiawi.exchange.writers.scorm.table import PackagePage, table
from manusiawi.exchange.written import Written
from manusiawi.model.course import Course
from tests.helpers.lms import LESSON, SELF_CHECK, START, Lms, Opened


@pytest.fixture(scope="session")
def written(example_course: Course, example_site: Path) -> Written:
    """The package of the example's module in Indonesian."""
    return write_scorm(Request(example_course, "antre", ("id",), example_site))


@pytest.fixture(scope="session")
def english(example_course: Course, example_site: Path) -> Written:
    """The same in English."""
    return write_scorm(Request(example_course, "antre", ("en",), example_site))


@pytest.fixture(scope="session")
def items(example_course: Course) -> dict[str, dict]:
    """What the package knows of its questions, by id."""
    pages = [PackagePage(path, path) for path in (START, LESSON, SELF_CHECK)]
    return {item["id"]: item for item in table(example_course, "antre", "id", pages)["items"]}


@pytest.fixture
def lms(written: Written, tmp_path: Path) -> Iterator[Lms]:
    """The Indonesian package beside two learning systems that have kept nothing yet."""
    made = Lms(written.content, tmp_path / "lms")
    yield made
    made.cut()


@pytest.fixture
def launch(lms: Lms, browser) -> Iterator[Callable[..., Opened]]:
    """A function that opens the package in a system, "strict" or "again", in a new window of one browser profile."""
    context = browser.new_context(viewport={"width": 390, "height": 800})

    def open_(system: str = "strict", start: str = "antre/index.html", **options: str) -> Opened:
        return Opened(context, lms, system, start, options)

    yield open_
    context.close()
