"""The two tests, before and after: which items stand in each, in which order, and how far a result can be trusted."""

from __future__ import annotations

from manusiawi.entries.items import SingleChoice
from manusiawi.model.course import Course
from manusiawi.model.revision import fingerprint

ASSUMED_R = 0.10  # the mean correlation between items, for want of learners' answers


def form_items(course: Course, form: str) -> list[SingleChoice]:
    """The items of a form in an order that mixes modules and key positions and is always the same."""
    items = [item for item in course.items_of_form(form) if isinstance(item, SingleChoice)]
    return sorted(items, key=lambda item: (fingerprint(form, item.id), item.id))


def guessed(items: list[SingleChoice]) -> int:
    """How many of these items guessing alone gets right on average."""
    return round(sum(1 / len(item.options) for item in items))


def reliability(count: int) -> float:
    """The reliability, from 0 to 1, of a test of so many items at ASSUMED_R, after Spearman and Brown."""
    return count * ASSUMED_R / (1 + (count - 1) * ASSUMED_R)
