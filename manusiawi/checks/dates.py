"""Reports when each law and fact was last checked, oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from manusiawi.language.known import MAIN
from manusiawi.model.course import Course

MONTHS = 12  # after which a scheduled job should ask for a new look


@dataclass(frozen=True, order=True, slots=True)
class Checked:
    """One thing with a date: when it was checked, what it is, where it stands."""

    day: date
    name: str
    place: str


def checked(course: Course) -> list[Checked]:
    """Every instrument, passage and fact with its date of checking, oldest first."""
    found = [
        Checked(date.fromisoformat(citation.passage.checked), citation.words(MAIN), str(citation.passage.where("checked")))
        for citation in course.citations.values()
    ]
    for instrument in course.law.instruments if course.law else ():
        found.append(
            Checked(date.fromisoformat(instrument.checked), f"{instrument.short[MAIN]} (status)", str(instrument.where("checked")))
        )
    found += [Checked(date.fromisoformat(fact.checked), fact.id, str(fact.where("checked"))) for fact in course.facts.values()]
    return sorted(found)


def overdue(found: list[Checked], today: date) -> list[Checked]:
    """Those that were last checked more than twelve months before today, or on a day that is still to come."""
    return [
        entry for entry in found if _months(entry.day, today) >= MONTHS or entry.day > today + timedelta(days=1)
    ]  # a day: clocks of other zones


def _months(day: date, today: date) -> int:
    """Whole months from a day to today."""
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)


def as_text(found: list[Checked], late: list[Checked]) -> str:
    """A line for each, the late ones marked, closed by a count."""
    lines = [f"{entry.day.isoformat()}  {'LATE  ' if entry in late else '      '}{entry.place}: {entry.name}" for entry in found]
    return "\n".join([*lines, f"{len(found)} dates, {len(late)} older than {MONTHS} months or still to come."])
