"""Every picture holds as much as its kind draws, names facts that exist, and stands once on a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from manusiawi.checks.names import names_nothing
from manusiawi.checks.pictures.diagrams import check_branch, check_timeline
from manusiawi.checks.pictures.papers import check_paper
from manusiawi.checks.pictures.recordings import check_recording
from manusiawi.checks.pictures.rooms import check_plan
from manusiawi.checks.pictures.scenes import check_scene
from manusiawi.entries.diagrams import Bars, Slope, Timeline, Tree, Way
from manusiawi.entries.drawn.rooms import Plan
from manusiawi.entries.drawn.scenes import Scene
from manusiawi.entries.papers import Paper
from manusiawi.entries.picture import Picture
from manusiawi.entries.recordings import Recording
from manusiawi.ground.faults import Fault, Place
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.page import PageFile

COUNTS = {"sheets": (1, 2), "stations": (3, 7), "rows": (2, 6)}  # how many a picture may have


def check_pictures(course: Course, root: Path) -> Iterator[Fault]:
    """The faults of every picture, and of pages that set one twice."""
    for picture in course.pictures.values():
        yield from _counted(picture)
        for fact in getattr(picture, "facts", ()):
            if fact not in course.facts and not course.unread("course/facts.yml"):
                yield names_nothing(fact, list(course.facts), picture.where("facts"), "fact", "course/facts.yml")
        if isinstance(picture, Paper):
            yield from check_paper(picture)
        elif isinstance(picture, Tree):
            yield from check_branch(picture.start)
        elif isinstance(picture, Scene):
            yield from check_scene(picture)
        elif isinstance(picture, Plan):
            yield from check_plan(picture)
        elif isinstance(picture, Timeline):
            yield from check_timeline(picture)
        elif isinstance(picture, Recording):
            yield from check_recording(picture, root)
        elif isinstance(picture, Bars):
            for row in picture.rows:
                if row.value < 0:
                    yield Fault(
                        row.where("value"), f"a bar cannot show {row.value:g}", "0 or more", "use a picture of kind slope, or a table"
                    )
    for language in LANGUAGES:
        for page in course.pages[language].values():
            yield from _twice(page)


def _twice(page: PageFile) -> Iterator[Fault]:
    seen: dict[str, Place] = {}
    for mark in page.marked("picture"):
        first = seen.setdefault(mark.value, mark.place)
        if first != mark.place:
            yield Fault(
                mark.place,
                f'the picture "{mark.value}" stands twice on this page; first at {first}',
                "each picture once on a page",
                "link to the first one, or show another picture",
            )


def _counted(picture: Picture) -> Iterator[Fault]:
    """Whether there are as many sheets, stations or rows as fit a small screen."""
    field = "sheets" if isinstance(picture, Paper) else "stations" if isinstance(picture, Way) else "rows"
    if not isinstance(picture, (Paper, Way, Slope, Bars)):
        return
    low, high = COUNTS[field]
    count = len(getattr(picture, field))
    if count and not low <= count <= high:
        yield Fault(
            picture.where(field),
            f'the picture "{picture.id}" has {count} {field}',
            f"{low} to {high} of them",
            "leave out what the picture can do without, or make two pictures"
            if count > high
            else "add what is missing, or write it as text",
        )
