"""What the builder warns of: what a room would feel, and nothing in the course's own workshops."""

from __future__ import annotations

import re
from typing import Any

import pytest

from manusiawi.classroom.course import classroom_files
from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from manusiawi.render.assets import CLASSROOM_COURSE
from tests.helpers.nodejs import run
from tests.helpers.plans import PLAN
from tests.helpers.scripts import WEB, left


def warned(*parts: tuple[str, int], **day: Any) -> list[str]:
    """The names of the warnings of a day; its parts are a kind and minutes."""
    rows = [{"kind": kind, "ref": "", "minutes": minutes, "title": ""} for kind, minutes in parts]
    value = {**PLAN["days"][0], **day, "parts": rows}
    made: list[str] = run("return w.warningsOf(value, 0).map(entry => entry.name);", value, w="classroom/builder/warnings.js")
    return made


@pytest.mark.parametrize(
    ("parts", "day", "names"),
    [
        ((("module", 90), ("break", 15), ("module", 90)), {}, []),
        ((("module", 90), ("module", 45)), {}, ["no-break"]),
        ((("module", 130), ("break", 15), ("module", 131)), {}, ["no-break"]),
        ((("module", 120), ("break", 60), ("module", 120), ("meal", 60), ("module", 120), ("break", 60)), {}, []),
        ((("module", 90), ("break", 0), ("module", 45)), {}, ["no-break", "no-minutes"]),
        ((("module", 120), ("break", 15), ("module", 120), ("break", 15), ("module", 120)), {}, ["no-lunch"]),
        ((("module", 120), ("break", 15), ("module", 120), ("meal", 60), ("module", 120), ("break", 15), ("module", 90)), {}, ["long-day"]),
        ((("module", 110), ("break", 10), ("module", 110)), {"start": "11:20"}, []),
        ((("module", 120), ("break", 10), ("module", 120)), {"start": "13:20"}, []),
        ((("module", 100), ("break", 10), ("module", 110), ("module", 5)), {"start": "14:00", "fasting": True}, []),
        ((("module", 120), ("meal", 60), ("module", 120)), {"fasting": True}, ["meal-while-fasting"]),
        ((("module", 120), ("break", 15)) * 3, {"fasting": True}, ["long-fasting-day"]),
        ((("module", 120), ("break", 90), ("module", 120)), {"date": "2026-12-04"}, ["friday"]),
        ((("module", 120), ("break", 60), ("module", 30), ("prayer", 90), ("module", 60)), {"date": "2026-12-04"}, []),
        ((("module", 120),), {"start": "23:00"}, ["past-midnight"]),
        ((("other", 600), ("other", 100)), {"start": "07:00"}, ["long-day", "no-break", "no-lunch", "zuhur", "asar"]),
    ],
)
def test_warnings_name_what_a_room_would_feel(parts: tuple[tuple[str, int], ...], day: dict[str, Any], names: list[str]) -> None:
    assert warned(*parts, **day) == names


def test_the_ready_workshops_of_the_course_warn_of_nothing_on_any_weekday(course: Course) -> None:
    made = left(classroom_files(course, "id")[CLASSROOM_COURSE])
    body = """return value.course.workshops.flatMap(entry => parts.planOf(entry, value.course).days.flatMap((day, number) =>
      value.dates.flatMap(date => warnings.warningsOf({ ...day, date }, number).map(one => [entry.id, number, one.name]))));"""
    weekdays = {"course": made, "dates": ["", "2026-12-03", "2026-12-07"]}
    assert run(body, weekdays, parts="classroom/plan/parts.js", warnings="classroom/builder/warnings.js") == []


def test_every_warning_has_its_words_in_both_languages() -> None:
    source = (WEB / "src/classroom/builder/warnings.js").read_text("utf-8")
    names = set(re.findall(r'warn\((?:day\.fasting \? )?"([a-z-]+)"(?: : "([a-z-]+)")?', source))
    assert len(names) > 8
    for name in filter(None, sum(names, ())):
        assert say("id", f"b-warn-{name}") and say("en", f"b-warn-{name}")
