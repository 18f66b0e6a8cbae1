"""Rules on the tests before and after: parallel, without an item or a scene in common; Q315 to Q317, and the table of both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from manusiawi.binding.fields import Text
from manusiawi.entries.items import FORMS, Item
from manusiawi.language.known import LANGUAGES, MAIN
from manusiawi.language.words import content
from manusiawi.lint.rule import Found, rule

ALIKE = 0.35  # in this course's bank two stories in the same frame reach 0.30, two scenes that differ in a fact 0.52
MANY_SCENES = 5  # a capitalised word in more scenes than these is a title or a country, no person's name

_NAME = re.compile(r"\b[A-Z][a-z]{2,}")
_WHY = "Only tests that ask alike can show that something was learnt between them."
_SOURCE = "Standards for Educational and Psychological Testing (2014), chapter 5, on alternate forms"

COUNTED: dict[str, Callable[[Item], list[str]]] = {
    "outcome": lambda item: [item.outcome],
    "level": lambda item: [item.bloom],
    "type": lambda item: [item.type],
    "misconception": lambda item: [name for _, name in item.misconceptions],
}


def _counts(items: Sequence[Item], what: str) -> dict[str, tuple[int, ...]]:
    """How often each outcome, level and so on stands in each form, in the order of FORMS."""
    forms = [Counter(name for item in items if form in item.forms for name in COUNTED[what](item)) for form in FORMS]
    return {name: tuple(counter[name] for counter in forms) for name in sorted(set().union(*forms))}


def table(items: Sequence[Item]) -> list[str]:
    """Both forms side by side, a line for outcomes, levels, types and mistaken beliefs; none where no item stands in a form."""
    if not any(item.forms for item in items):
        return []
    return [
        f"Q315: forms {':'.join(FORMS)} by {what}: "
        + ", ".join(f"{name} {':'.join(map(str, numbers))}" for name, numbers in _counts(items, what).items())
        for what in COUNTED
    ]


@rule("Q315", "error", "items", "test forms with unlike numbers of an outcome, a level or a type", _WHY, _SOURCE)
def unlike_forms(items: Sequence[Item]) -> Iterator[Found]:
    for what in ("outcome", "level", "type"):
        for name, numbers in _counts(items, what).items():
            if len(set(numbers)) > 1:
                fuller = FORMS[numbers.index(max(numbers))]
                item = next(item for item in items if fuller in item.forms and name in COUNTED[what](item))
                counted = " and ".join(f"{number} in form {form}" for form, number in zip(FORMS, numbers, strict=True))
                yield Found(item.where("forms"), f"{what} {name} has {counted}", "write as many items of each for every form")


@rule(
    "Q316",
    "error",
    "pair",
    "an item that stands in both tests",
    "Whoever meets a question again remembers its answer, and that is no gain.",
    _SOURCE,
)
def item_of_both_forms(item: Item) -> Iterator[Found]:
    if len(item.forms) > 1:
        yield Found(item.where("forms"), "the item stands in both tests", "keep it in one, and write another scene for the other")


@dataclass(frozen=True)
class Scenes:
    """The scenes of a bank, and what they have in common.

    The likeness of two scenes is the weight of the content words that both hold, as a part of the weight of all their words; a word
    weighs the logarithm of how many scenes there are for each that holds it. A person's name is a word that every language of a scene
    writes alike, with a capital letter.
    """

    items: Sequence[Item]

    @cached_property
    def told(self) -> dict[str, Text]:
        """The scenes, by the item's id."""
        return {item.id: item.scenario for item in self.items if item.scenario}

    @cached_property
    def names(self) -> dict[str, set[str]]:
        """The people of each scene."""
        found = {
            name: set.intersection(*(set(_NAME.findall(scene[language])) for language in LANGUAGES)) for name, scene in self.told.items()
        }
        often = Counter(word for words in found.values() for word in words)
        return {name: {word for word in words if often[word] <= MANY_SCENES} for name, words in found.items()}

    @cached_property
    def _words(self) -> dict[str, dict[str, set[str]]]:
        """The content words by language and item."""
        return {language: {name: set(content(scene[language], language)) for name, scene in self.told.items()} for language in LANGUAGES}

    @cached_property
    def _weight(self) -> dict[str, dict[str, float]]:
        """What each word weighs, by language."""
        scenes = {language: Counter(word for words in held.values() for word in words) for language, held in self._words.items()}
        return {
            language: {word: log((len(self.told) + 1) / number) for word, number in counter.items()} for language, counter in scenes.items()
        }

    def likeness(self, one: str, other: str) -> float:
        """How alike the scenes of two items are, from 0 to 1, in the language in which they are most alike."""
        return max(self._likeness(self._words[language][one], self._words[language][other], language) for language in LANGUAGES)

    def _likeness(self, one: set[str], other: set[str], language: str) -> float:
        every = sum(self._weight[language][word] for word in one | other)
        return sum(self._weight[language][word] for word in one & other) / every if every else 0.0


@rule(
    "Q317",
    "error",
    "scene",
    "a scene of the final test that tells a story of the first one, or of a person in it",
    "Whoever knows the scene from the first test reads the second with its answer in mind.",
    "likeness after Jaccard (1901), words weighed by rarity after Spärck Jones (1972)",
)
def shared_scene(judged: tuple[Item, Scenes]) -> Iterator[Found]:
    item, scenes = judged
    if item.forms != FORMS[1:] or not item.scenario:
        return
    for first in scenes.items:
        if first.forms == FORMS[:1] and first.scenario:
            people = sorted(scenes.names[first.id] & scenes.names[item.id])
            likeness = scenes.likeness(first.id, item.id)
            if people or likeness > ALIKE:
                seen = f"both tell of {', '.join(people)}" if people else f"are {likeness:.0%} alike (at most {ALIKE:.0%})"
                yield Found(
                    item.scenario.where(MAIN),
                    f'this scene and that of "{first.id}" in the first test {seen}',
                    "tell another story, of other people in another office",
                )
