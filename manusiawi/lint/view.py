"""An item as one language's reader meets it: what the rules look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from manusiawi.binding.walk import texts_of
from manusiawi.entries.items import Inspection, Item, MultipleChoice, SingleChoice, TrueFalse
from manusiawi.ground.faults import Place
from manusiawi.language.known import LANGUAGES, of
from manusiawi.language.language import LintWords
from manusiawi.language.words import plain
from manusiawi.model.course import Course


@dataclass(frozen=True, slots=True)
class OptionView:
    """One option or statement in one language."""

    text: str
    key: bool
    misconception: str
    place: Place


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the item with its place; `kind` is stem, scenario, option, feedback or other."""

    text: str
    kind: str
    place: Place


@dataclass(frozen=True)
class View:
    """One item in one language, with what the course knows around it."""

    item: Item
    language: str
    options: tuple[OptionView, ...]
    texts: tuple[Words, ...]
    module: str = ""
    lesson: str = ""
    acronyms: frozenset[str] = frozenset()
    terms: tuple[str, ...] = ()
    outcome: str = ""

    @property
    def lint(self) -> LintWords:
        """The words by which texts of its language are judged."""
        return of(self.language).lint

    @property
    def stem(self) -> str:
        return self.item.stem[self.language]

    @property
    def stem_place(self) -> Place:
        return self.item.stem.where(self.language)

    @property
    def is_single(self) -> bool:
        return isinstance(self.item, SingleChoice)

    @property
    def is_choice(self) -> bool:
        return isinstance(self.item, (SingleChoice, MultipleChoice))

    @property
    def keys(self) -> list[OptionView]:
        return [option for option in self.options if option.key]

    @property
    def distractors(self) -> list[OptionView]:
        return [option for option in self.options if not option.key]

    def of(self, *kinds: str) -> Iterator[Words]:
        """The texts of the given kinds."""
        return (text for text in self.texts if text.kind in kinds)


def view(item: Item, language: str, **around: Any) -> View:
    """One item in one language; `around` holds module, lesson, acronyms, terms and outcome as View has them."""
    options: tuple[OptionView, ...] = ()
    if isinstance(item, (SingleChoice, MultipleChoice)):
        options = tuple(OptionView(plain(o.text[language]), o.key, o.misconception, o.text.where(language)) for o in item.options)
    elif isinstance(item, Inspection):
        options = tuple(OptionView(plain(p.text[language]), p.barrier, p.misconception, p.text.where(language)) for p in item.places)
    elif isinstance(item, TrueFalse):
        options = tuple(OptionView(plain(s.text[language]), s.answer, s.misconception, s.text.where(language)) for s in item.statements)
    return View(item, language, options, tuple(_texts(item, language)), **around)


def _texts(item: Item, language: str) -> Iterator[Words]:
    feedback = {
        id(entry.feedback)
        for name in ("options", "statements", "places", "pairs", "distractors", "steps", "mistakes")
        for entry in getattr(item, name, ())
    } | {id(getattr(item, "feedback", None))}
    options = {id(entry.text) for name in ("options", "statements", "places") for entry in getattr(item, name, ())}
    for text in texts_of(item):
        kind = (
            "stem"
            if text is item.stem
            else "scenario"
            if text is item.scenario
            else "feedback"
            if id(text) in feedback
            else "option"
            if id(text) in options
            else "other"
        )
        yield Words(text[language], kind, text.where(language))


def views(course: Course, lessons: dict[tuple[str, str], str]) -> dict[str, list[View]]:
    """Every item of the course in each language; `lessons` holds the lessons' texts by language and path."""
    acronyms = frozenset(
        word for term in course.terms.values() for language in LANGUAGES for word in re.findall(r"[A-Z]{2,}", term.term[language])
    )
    terms = {language: tuple(term.term[language] for term in course.terms.values()) for language in LANGUAGES}
    made: dict[str, list[View]] = {language: [] for language in LANGUAGES}
    for item in course.items.values():
        module = course.item_modules[item.id]
        path = f"{module}/{item.lesson.partition('#')[0]}.md"
        outcome = course.outcomes.get(item.outcome)
        for language in LANGUAGES:
            made[language].append(
                view(
                    item,
                    language,
                    module=module,
                    lesson=lessons.get((language, path), ""),
                    acronyms=acronyms,
                    terms=terms[language],
                    outcome=outcome.text[language] if outcome else "",
                )
            )
    return made
