"""The report of dates: oldest first, late ones told, and no build that fails by the calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from manusiawi.checks.dates import as_text, checked, overdue
from manusiawi.model.loading import load_course
from tests.helpers.commands import run
from tests.helpers.files import edit


def test_report_lists_every_date_oldest_first_with_its_place(example: Path) -> None:
    edit(example / "course/facts.yml", "checked: 2026-01-02", "checked: 2024-05-06")
    found = checked(load_course(example))
    assert [entry.day for entry in found] == sorted(entry.day for entry in found)
    assert (found[0].name, found[0].place) == ("antre-01", "course/facts.yml:9:12") and len(found) == 4


def test_dates_older_than_twelve_months_are_late_on_the_day_and_not_before(example: Path) -> None:
    found = checked(load_course(example))
    assert overdue(found, date(2027, 1, 1)) == []
    assert len(overdue(found, date(2027, 1, 2))) == len(found)
    assert "LATE" in as_text(found, overdue(found, date(2027, 1, 2)))


def test_a_late_date_fails_the_report_and_never_the_build(example: Path) -> None:
    edit(example / "course/facts.yml", "checked: 2026-01-02", "checked: 2020-05-06")
    done = run(example, "dates")
    assert done.returncode == 1 and done.stdout.startswith("2020-05-06  LATE  course/facts.yml:9:12: antre-01")
    assert run(example, "site").returncode == 0
