"""Puts what leaves a module's bank on shelves, as question banks of other tools have them: the module, the first test, the final test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from manusiawi.entries.items import FORMS
from manusiawi.exchange.outward import questions_of, questions_of_tests
from manusiawi.exchange.question import Question
from manusiawi.exchange.request import Request
from manusiawi.ground.catalogue import say

_TESTS = dict(zip(FORMS, ("test-before", "test-after"), strict=True))

Told = tuple[Question, ...]  # one question, in each language of the file


@dataclass(frozen=True, slots=True)
class Shelf:
    """Questions that stand under one heading of a bank; `names` are the heading and those above it."""

    names: tuple[str, ...]
    questions: tuple[Told, ...]


def shelves(request: Request) -> list[Shelf]:
    """The questions of a module, then those that it gives to the two tests; a shelf without any is left out."""
    course, language = request.course, request.languages[0]
    module, top = course.modules[request.module], course.site.name[language]
    title = f"{say(language, 'module', number=module.number)}: {module.title[language]}"
    banks = [questions_of(course, request.module, name) for name in request.languages]
    made = [Shelf((top, title), tuple(zip(*banks, strict=True)))]
    for form, name in _TESTS.items():
        tests = [questions_of_tests(course, request.module, form, name) for name in request.languages]
        made.append(Shelf((top, say(language, name)), tuple(zip(*tests, strict=True))))
    return [shelf for shelf in made if shelf.questions]


def first_of(made: Iterable[Shelf]) -> list[Question]:
    """Every question of the shelves in the first language."""
    return [told[0] for shelf in made for told in shelf.questions]
