"""Every check of the morning at the counter, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.checks.morning.people import check_people, has_end
from manusiawi.checks.morning.whole import check_clock, check_memory, check_modules, check_places
from manusiawi.ground.faults import Fault
from manusiawi.model.course import Course


def check_morning(course: Course) -> Iterator[Fault]:
    """Every fault of the morning; what it names is known only where every file could be read."""
    morning = course.morning
    if not morning or course.unreadable:
        return
    yield from check_people(morning, course)
    yield from check_memory(morning)
    misplaced = list(check_places(morning))
    yield from misplaced
    if not misplaced:
        yield from check_modules(morning, course)
        if all(map(has_end, morning.callers)):
            yield from check_clock(morning)
