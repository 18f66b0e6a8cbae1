"""Rules on pictures: G101 to G104."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from manusiawi.binding.fields import Text
from manusiawi.binding.walk import texts_of
from manusiawi.entries.papers import Paper
from manusiawi.entries.picture import Picture
from manusiawi.language.known import LANGUAGES, other
from manusiawi.language.words import plain
from manusiawi.lint.rule import Found, rule
from manusiawi.lint.rules.parity import numerals

LINE, HEADING, TITLE, SHOWS = 140, 60, 70, 240  # the most letters


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, and whether any page or question sets it."""

    picture: Picture
    is_set: bool


@rule(
    "G101",
    "warning",
    "picture",
    "a picture that no page shows",
    "What nobody sees is translated and checked for nothing.",
    "care of the course",
)
def unused(shown: Shown) -> Iterator[Found]:
    if not shown.is_set:
        name = shown.picture.id
        yield Found(shown.picture.where("id"), f'no page shows the picture "{name}"', f"set [[picture {name}]] on a page, or remove it")


@rule(
    "G102",
    "warning",
    "picture",
    f"a line of a paper over {LINE} letters, or a heading over {HEADING}",
    "A paper that reads like a page is no picture; on a phone such a line takes five rows.",
    "readability on small screens",
)
def long_lines(shown: Shown) -> Iterator[Found]:
    if isinstance(shown.picture, Paper):
        for line in (line for sheet in shown.picture.sheets for line in sheet.lines):
            boxes = [box.text for box in line.boxes]
            cells = [cell for row in line.rows for cell in row.cells]
            yield from _long([line.text, line.value, *boxes], LINE, "line")
            yield from _long([line.heading, line.field, line.sign, line.stamp, *line.columns, *cells], HEADING, "heading, label or cell")


@rule(
    "G103",
    "warning",
    "picture",
    f"a title over {TITLE} letters, or what to see in more than {SHOWS}",
    "What stands around a picture should take less time than the picture.",
    "readability on small screens",
)
def long_words(shown: Shown) -> Iterator[Found]:
    yield from _long([shown.picture.title], TITLE, "title")
    yield from _long([shown.picture.shows], SHOWS, "text below the picture")


@rule(
    "G104",
    "error",
    "picture",
    "numbers of a picture that differ between the languages",
    "A reader in one language must learn the same figures as in the other.",
    "parity of translations",
)
def numbers(shown: Shown) -> Iterator[Found]:
    for text in texts_of(shown.picture):
        for language in LANGUAGES:
            extra = numerals(text[language], language) - numerals(text[other(language)], other(language), spelt=True)
            if extra:
                yield Found(
                    text.where(language), f'the number {min(extra)} stands in "{language}" only', "write the same numbers in both languages"
                )
                break


def _long(texts: list[Text | None], most: int, what: str) -> Iterator[Found]:
    """The texts that are too long, in the language in which they are longest."""
    for text in filter(None, texts):
        language = max(LANGUAGES, key=lambda language: len(plain(text[language])))
        count = len(plain(text[language]))
        if count > most:
            yield Found(text.where(language), f"a {what} of {count} letters, in {language}", f"say it in {most} letters, or part it")
