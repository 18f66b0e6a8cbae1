"""What trainers use in a room: sessions add up, sheets are used and have something to print, timetables name what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manusiawi.checks.course import check
from manusiawi.model.classroom import minutes_of, named
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from tests.helpers.files import edit

NOTES, ACTIVITIES, SHEETS, WORKSHOPS = (f"course/{name}.yml" for name in ("trainer/antre", "activities", "sheets", "workshops"))


def told(root: Path) -> str:
    return "\n".join(map(str, check(load_course(root), root)))


SPOILT = {  # the file, what is there, what comes instead, what the check says
    "session that does not add up": (NOTES, "minutes: 45", "minutes: 40", "the steps of this session take 45 minutes"),
    "reading that does not exist": (NOTES, "ahead: [giliran]", "ahead: [gilirn]", 'no lesson is named "gilirn"'),
    "step shorter than its activity": (
        NOTES,
        "  minutes: 20",
        "  minutes: 15",
        'the activity "baris" takes 20 minutes, the step that names it 15',
    ),
    "sheet that nobody wrote": (NOTES, "[[sheet kartu-nomor]]", "[[sheet kartu-nomr]]", 'no sheet is named "kartu-nomr"'),
    "activity that nobody wrote": (NOTES, "[[activity baris]]", "[[activity bars]]", 'no activity is named "bars"'),
    "activity with an unknown belief": (ACTIVITIES, "misconception: cepat", "misconception: cpat", 'no misconception is named "cpat"'),
    "activity of an unknown module": (ACTIVITIES, "module: antre", "module: antri", 'no module is named "antri"'),
    "sheet that nobody brings": (
        SHEETS,
        "- id: evaluasi",
        "- id: lebih\n  kind: poster\n  title: {id: Lebih, en: More}\n  cards:\n  - title: {id: a, en: b}\n- id: evaluasi",
        'no trainer is told to bring the sheet "lebih"',
    ),
    "sheet with cards and questions": (
        SHEETS,
        "  questions:",
        "  cards:\n  - title: {id: a, en: b}\n  questions:",
        'the sheet "evaluasi" has several things to print',
    ),
    "sheet of a list that is not there": (
        SHEETS,
        '  per_sheet: "8"',
        '  per_sheet: "8"\n  page: antre/giliran#nomor',
        "has no list at antre/giliran#nomor",
    ),
    "role of an unknown person": (SHEETS, "  - title: {id: Ibu", "  - person: siti\n    title: {id: Ibu", 'no person is named "siti"'),
    "card of an unknown article": (SHEETS, "  - title: {id: Ibu", "  - law: uu-1-2000 Pasal 9\n    title: {id: Ibu", "uu-1-2000 Pasal 9"),
    "timetable with an unknown activity": (WORKSHOPS, "- activity: baris", "- activity: bars", 'no activity is named "bars"'),
    "timetable with two things at once": (
        WORKSHOPS,
        "- activity: baris",
        "- activity: baris\n      module: antre",
        "the entry is several things at once",
    ),
    "test without minutes": (WORKSHOPS, "- test: before\n      minutes: 10", "- test: before", "the entry has no minutes"),
    "module with minutes of its own": (
        WORKSHOPS,
        "- module: antre",
        "- module: antre\n      minutes: 30",
        "the entry has minutes of its own besides those",
    ),
    "workshop that does not add up": (WORKSHOPS, "minutes: 65", "minutes: 60", "take 65 minutes"),
    "evaluation without time for it": (
        WORKSHOPS,
        "    - evaluation: true\n      minutes: 5\n",
        "",
        'no trainer is told to bring the sheet "evaluasi"',
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_a_room_lacks_is_told(design: Path, name: str) -> None:
    path, old, new, says = SPOILT[name]
    edit(design / path, old, new)
    assert says in told(design)


PRINTABLE = re.compile(r"\b(?:kartu|lembar|matriks|poster|cetakan)\b", re.IGNORECASE)  # words of what comes out of a printer
MADE_THERE = ("kertas tempel",)


def test_whatever_notes_and_activities_name_to_print_is_a_sheet_or_a_page(course: Course) -> None:
    for entry in (*course.trainers.values(), *course.activities.values()):
        for text in entry.materials:
            assert not PRINTABLE.search(text.id) or named([text], "sheet") or "](" in text.id, f"{text.at}: {text.id}"


def test_a_day_of_a_workshop_has_its_breaks_lunch_with_the_noon_prayer_and_an_end_before_four(course: Course) -> None:
    for workshop in course.workshops.values():
        for day in workshop.days:
            hours, minutes = map(int, day.start.split(":"))
            now = since = hours * 60 + minutes
            lunch = 0
            for part in day.parts:
                length = minutes_of(course, part)
                title = part.title.id if part.title else ""
                if title.startswith(("Istirahat", "Jeda")):
                    assert now - since <= 185, f"{workshop.id}: over three hours without a break before {now // 60}.{now % 60:02}"
                    since = now + length
                if "Zuhur" in title:
                    lunch = now
                    assert length >= 60
                now += length
            assert 11 * 60 + 30 <= lunch <= 12 * 60 + 15 and now <= 16 * 60, f"{workshop.id}: lunch at {lunch}, end at {now}"


def test_every_participant_is_asked_what_they_will_try_on_monday_and_by_no_name(course: Course) -> None:
    asked = [question.text.id for question in course.sheets["evaluasi"].questions]
    assert 6 <= len(asked) <= 8 and any("Senin" in words for words in asked)
    assert not any(re.search(r"\bnama\b|\binstansi\b|\bNIP\b", words, re.IGNORECASE) for words in asked)


def test_the_roles_of_a_step_forward_are_people_of_the_course(course: Course) -> None:
    cards = course.sheets["peran-maju"].cards
    assert len(cards) == 8 and {card.person for card in cards} <= set(course.people) and all(card.person for card in cards)
