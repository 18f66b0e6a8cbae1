"""What the course knows of a question that was answered: its keys, its options by name and by words, its revisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from manusiawi.entries.items import BranchingCase, Inspection, Item, MultipleChoice, Reflection, SingleChoice, TrueFalse
from manusiawi.language.known import LANGUAGES, MAIN
from manusiawi.language.words import plain
from manusiawi.model.course import Course
from manusiawi.model.revision import folded, revisions, text_id

UNJUDGED = (BranchingCase, Reflection)  # types without right and wrong


@dataclass(frozen=True)
class Asked:
    """A question, or one statement of a true/false set: `name` is its item in the long table."""

    name: str
    item: str
    revisions: dict[str, str]  # by language, as in id-4k2pd
    stems: dict[str, str]  # by language, folded
    options: dict[str, bool] = field(default_factory=dict)  # by name, whether it is right; none where an answer has no options
    beliefs: dict[str, str] = field(default_factory=dict)  # by name of a wrong option, the mistaken belief
    words: dict[str, dict[str, str]] = field(default_factory=dict)  # by language: the folded text of an option, its name
    shown: dict[str, dict[str, str]] = field(default_factory=dict)  # by language: the option's name, its text
    titles: dict[str, str] = field(default_factory=dict)  # by language: what is asked, in plain words

    def option(self, text: str) -> str:
        """The name of the option that a text says in either language, or that it names; "" where it is none."""
        if text in self.options:
            return text
        return next((names[folded(text)] for names in self.words.values() if folded(text) in names), "")

    def is_right(self, chosen: Sequence[str]) -> bool:
        """Whether exactly the right options were chosen."""
        return set(chosen) == {name for name, key in self.options.items() if key}


@dataclass(frozen=True)
class Bank:
    """All questions that have a right answer, by their name in the long table; `unjudged` are those that have none."""

    asked: dict[str, Asked]
    rows: dict[str, list[str]]  # of a true/false set, by its id: its statements' names
    unjudged: frozenset[str]

    @classmethod
    def of(cls, course: Course) -> Bank:
        """The questions of a course."""
        asked, rows = {}, {}
        for item in course.items.values():
            made = [] if isinstance(item, UNJUDGED) else list(_asked(item))
            asked.update({one.name: one for one in made})
            if isinstance(item, TrueFalse):
                rows[item.id] = [one.name for one in made]
        return cls(asked, rows, frozenset(item.id for item in course.items.values() if isinstance(item, UNJUDGED)))

    def knows(self, item: str) -> bool:
        """Whether the course has such a question, with or without a right answer."""
        return item in self.asked or item in self.rows or item in self.unjudged

    def given(self, item: str, parts: Sequence[str], right: bool | None) -> Iterator[tuple[str, str, bool]]:
        """The answers, as item, option and right, that an entry of a learner's record makes: parts are "row:value".

        `right` is the verdict of that day, which stands where options have other names since. What was typed is never kept.
        """
        for name in self.rows.get(item, ()):
            value = next((part.rpartition(":")[2] for part in parts if part.startswith(f"{name.rpartition(':')[2]}:")), "")
            if value in ("true", "false"):
                yield name, value, self.asked[name].is_right([value])
        if item in self.asked:
            one, chosen = self.asked[item], sorted(part.partition(":")[2] for part in parts)
            known = bool(one.options) and all(name in one.options for name in chosen)
            if known or right is not None:
                yield item, "+".join(chosen) if known else "", one.is_right(chosen) if known and right is None else bool(right)


def _asked(item: Item) -> Iterator[Asked]:
    by_language = dict(part.split("-", 1) for part in revisions(item).split())
    whole = {language: f"{language}-{by_language[language]}" for language in LANGUAGES}
    stems = {language: folded(plain(item.stem[language])) for language in LANGUAGES}
    if isinstance(item, TrueFalse):
        for row in item.statements:
            keys = {"true": row.answer, "false": not row.answer}
            wrong = "false" if row.answer else "true"
            titles = {language: plain(row.text[language]) for language in LANGUAGES}
            yield Asked(
                f"{item.id}:{text_id(row.text)}",
                item.id,
                whole,
                {language: folded(title) for language, title in titles.items()},
                keys,
                {wrong: row.misconception},
                _VERDICTS,
                titles=titles,
            )
        return
    options: dict[str, bool] = {}
    beliefs: dict[str, str] = {}
    shown: dict[str, dict[str, str]] = {}
    if isinstance(item, SingleChoice | MultipleChoice):
        options = {text_id(option.text): option.key for option in item.options}
        beliefs = {text_id(option.text): option.misconception for option in item.options if option.misconception}
        shown = {language: {text_id(option.text): plain(option.text[language]) for option in item.options} for language in LANGUAGES}
    elif isinstance(item, Inspection):
        options = {place.id: place.barrier for place in item.places}
        shown = {language: {place.id: plain(place.text[language]) for place in item.places} for language in LANGUAGES}
    words = {language: {folded(text): name for name, text in names.items()} for language, names in shown.items()}
    titles = {language: plain(item.stem[language]) for language in LANGUAGES}
    yield Asked(item.id, item.id, whole, stems, options, beliefs, words, shown, titles)


_VERDICTS = {MAIN: {"benar": "true", "salah": "false"}, "en": {"true": "true", "false": "false"}}
