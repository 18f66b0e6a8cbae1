"""Where the people of the course appear: the pages and questions whose Indonesian calls them by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from manusiawi.binding.walk import texts_of
from manusiawi.entries.people import Person
from manusiawi.language.known import MAIN
from manusiawi.model.course import Course


def appearances(course: Course) -> dict[str, list[str]]:
    """The pages of modules and the morning, by path, and the questions, by id, in which each person appears."""
    texts = dict(_texts(course))
    return {person.id: _where(person, texts) for person in course.people.values()}


def _texts(course: Course) -> Iterator[tuple[str, str]]:
    for path, page in course.pages[MAIN].items():
        if path.partition("/")[0] in course.modules:
            yield path, page.body
    for item in course.items.values():
        yield item.id, "\n".join(text[MAIN] for text in texts_of(item))
    if course.morning:
        yield course.names.morning, "\n".join(text[MAIN] for text in texts_of(course.morning))


def _where(person: Person, texts: Mapping[str, str]) -> list[str]:
    called = re.compile(rf"\b(?:{'|'.join(map(re.escape, person.names))})\b")
    return [place for place, text in texts.items() if place not in person.others and called.search(text)]
