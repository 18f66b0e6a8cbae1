"""What the course says of its own size: `course/claims.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import Entry, spec

COUNTED = {  # what can be counted, and of what; a number of the whole course, or one of each
    "modules": "of the course, those that have lessons",
    "lessons": "of the course",
    "questions": "of the course",
    "question-types": "in use",
    "misconceptions": "in the plan",
    "lesson-minutes": "of each lesson",
    "lesson-questions": "set in each lesson",
    "self-check-questions": "of each module",
    "case-scenes": "of each case with decisions",
    "case-ends": "of each case with decisions",
    "workshop-minutes": "of each workshop",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying(Entry):
    """A place where readers are told the number."""

    page: str = spec("The file, from the project's folder.")
    words: str = spec("The words of it that hold the number; the check looks for them.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Entry):
    """A number that the course gives of itself and that the check counts again."""

    of: str = spec(f"What is counted: {'; '.join(f'`{name}` {what}' for name, what in COUNTED.items())}.", values=tuple(COUNTED))
    exactly: int | None = spec("The number, if it is one.", default=None)
    least: int | None = spec("The smallest number allowed.", default=None)
    most: int | None = spec("The largest number allowed.", default=None)
    only: tuple[str, ...] = spec("The ids of those of which it is claimed; without it, of each.", default=())
    said: tuple[Saying, ...] = spec("Where readers are told so.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFile(Entry):
    """The claims: `course/claims.yml`, which may be missing."""

    claims: tuple[Claim, ...] = spec("The claims.")
