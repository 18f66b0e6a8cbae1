"""A plan of a workshop as the text of an address, as web/src/classroom/plan/text.js writes it, for links that a build makes."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

_VERSION, _MOST_LETTERS = "1", 120
_KINDS = {
    "module": "m",
    "lesson": "l",
    "case": "c",
    "item": "q",
    "activity": "a",
    "test": "t",
    "evaluation": "e",
    "break": "b",
    "prayer": "p",
    "meal": "f",
    "other": "o",
}


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One part of a day; `ref` is what it names of the course, and "" where its kind needs none."""

    kind: str
    ref: str
    minutes: int
    title: str


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A day without a date; it begins at a time such as "08:00"."""

    start: str
    parts: tuple[PlanPart, ...]


def write_plan(title: str, days: tuple[PlanDay, ...]) -> str:
    """The text of a plan, without the "#", for a room with a network and people who said nothing of what they need."""
    body = ";".join([_VERSION, _escaped(title), "n", *(_day(day) for day in days)])
    return f"{body};{_check(body)}"


def _day(day: PlanDay) -> str:
    return ",".join([f"-{day.start.replace(':', '')}", *(_part(part) for part in day.parts)])


def _part(part: PlanPart) -> str:
    fields = [_KINDS[part.kind], part.ref, str(part.minutes)]
    return ":".join([*fields, _escaped(part.title)] if part.title else fields)


def _escaped(text: str) -> str:
    """The text in signs that addresses hold as they are; a blank is "_". Its length counts in halves of UTF-16, as scripts count."""
    cut = text.strip().encode("utf-16-le")[: 2 * _MOST_LETTERS].decode("utf-16-le", "ignore")
    return quote(cut, safe="").replace("_", "%5F").replace("~", "%7E").replace("%20", "_")


def _check(text: str) -> str:
    """FNV-1a of 32 bits (Fowler, Noll, Vo; RFC 9923), its last 25 bits as five letters and digits."""
    number = 0x811C9DC5
    for sign in text.encode("ascii"):
        number = (number ^ sign) * 0x01000193 % 2**32
    return "".join("0123456789abcdefghjkmnpqrstvwxyz"[number >> shift & 31] for shift in (20, 15, 10, 5, 0))
