"""Siblings must be able to stand in for each other in review: another question, of the same outcome, for the same mistaken belief."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.checks.names import names_nothing
from manusiawi.entries.items import COMES_BACK, Item
from manusiawi.ground.faults import Fault, Place, quoted
from manusiawi.model.course import Course


def check_siblings(item: Item, course: Course) -> Iterator[Fault]:
    """The faults of the siblings that an item names, each at its name, and of those that it has through one of them."""
    for number, name in enumerate(item.siblings):
        place = item.where_in("siblings", number)
        sibling = course.items.get(name)
        if sibling:
            yield from _unable(item, sibling, place)
        elif not course.unread("quizzes/"):
            able = [other.id for other in course.items.values() if other is not item and not any(_unable(item, other, place))]
            yield names_nothing(name, able, place, "question", "quizzes/ that can be a sibling of this one")
    for name in course.siblings.get(item.id, ()):
        sibling = course.items[name]
        if name > item.id and name not in item.siblings and item.id not in sibling.siblings and _differ(item, sibling):
            yield Fault(
                item.where("siblings"),
                f'question "{name}" is a sibling too, through another, and shares no misconception with this one',
                "families in which each two share a misconception",
                "part the family in two, or let a wrong answer of one of the two carry a belief of the other",
            )


def _unable(item: Item, sibling: Item, place: Place) -> Iterator[Fault]:
    """Why two questions cannot stand in for each other, the first reason only."""
    pair = (item, sibling)
    if sibling is item:
        yield Fault(place, f'question "{item.id}" is named as its own sibling', "other questions", "take it out of `siblings:`")
    elif tested := next((one for one in pair if one.forms), None):
        yield Fault(
            place,
            f'question "{tested.id}" stands in a test, so review never asks it',
            "siblings that both stand in no test (without `forms:`)",
            "remove the line `siblings:`" if tested is item else f'take "{tested.id}" out of `siblings:`',
        )
    elif unjudged := next((one for one in pair if one.type not in COMES_BACK), None):
        yield Fault(
            place,
            f'question "{unjudged.id}" is a {unjudged.type}, which never comes back in review',
            f"siblings among {quoted(COMES_BACK)}",
            "remove the line `siblings:`" if unjudged is item else f'take "{unjudged.id}" out of `siblings:`',
        )
    elif sibling.outcome != item.outcome:
        yield Fault(
            place,
            f'question "{sibling.id}" measures outcome "{sibling.outcome}", this one "{item.outcome}"',
            "siblings of one outcome",
            f'name a question of outcome "{item.outcome}", or correct the outcome of one of the two',
        )
    elif _differ(item, sibling):
        yield Fault(
            place,
            f'question "{sibling.id}" shares no misconception with this one',
            f"siblings with one of {quoted(sorted(_beliefs(item)))} among their wrong answers",
            "name another question, or let a wrong answer of one of the two carry a belief of the other",
        )


def _differ(item: Item, sibling: Item) -> bool:
    """Whether both carry mistaken beliefs, and none that the other carries."""
    return bool(item.misconceptions and sibling.misconceptions) and not _beliefs(item) & _beliefs(sibling)


def _beliefs(item: Item) -> set[str]:
    return {name for _, name in item.misconceptions}
