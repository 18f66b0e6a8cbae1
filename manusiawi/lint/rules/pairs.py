"""Rules on a page in both languages: numbers, links, and translations that have fallen behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from manusiawi.checks.translations import Unit, is_stale
from manusiawi.ground.faults import Place
from manusiawi.language.known import LANGUAGES, MAIN, other
from manusiawi.lint.rule import Found, rule
from manusiawi.lint.rules.parity import numerals

_CODE = re.compile(rf"\b(?:{'|'.join(LANGUAGES)})\b")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")


@dataclass(frozen=True, slots=True)
class PagePair:
    """One page in both languages, without its front matter."""

    path: str
    texts: dict[str, str]
    shapes: dict[str, str]  # those of a lesson, "" where a page says none

    @property
    def place(self) -> Place:
        return Place(f"docs/{other(MAIN)}/{self.path}")


@rule(
    "T101",
    "warning",
    "unit",
    "an English text whose Indonesian has changed since a translator confirmed it",
    "A translation that lags behind teaches yesterday's law.",
    "parity of translations",
)
def stale(judged: tuple[Unit, dict[str, tuple[str, str]]]) -> Iterator[Found]:
    unit, record = judged
    if is_stale(unit, record):
        yield Found(
            unit.place,
            f"the Indonesian of «{unit.name}» has changed since its English was confirmed",
            f'bring the English up to date where it must be, then run `python build_quiz.py confirm "{unit.name}"`',
        )


@rule(
    "T201",
    "error",
    "pair of pages",
    "numbers that differ between the languages of a page",
    "A reader in one language must learn the same figures as in the other.",
    "parity of translations",
)
def page_numbers(pair: PagePair) -> Iterator[Found]:
    for language, twin in ((language, other(language)) for language in LANGUAGES):
        extra = numerals(pair.texts[language], language) - numerals(pair.texts[twin], twin, spelt=True)
        if extra:
            yield Found(
                Place(f"docs/{language}/{pair.path}"),
                f"the number {min(extra)} stands in this language only",
                "write the same numbers in both languages",
            )


@rule(
    "T202",
    "error",
    "pair of pages",
    "links that differ between the languages of a page",
    "A way that one language opens must be open in the other.",
    "parity of translations",
)
def page_links(pair: PagePair) -> Iterator[Found]:
    links = {language: sorted(set(_LINK.findall(text))) for language, text in pair.texts.items()}
    for language, twin in ((language, other(language)) for language in LANGUAGES):
        lost = [link for link in links[language] if link not in links[twin] and not _twin(link, links[twin])]
        if lost:
            yield Found(
                Place(f"docs/{twin}/{pair.path}"),
                f'the link to "{lost[0]}" stands in the other language only',
                "link to the same places in both",
            )


@rule(
    "T203",
    "error",
    "pair of pages",
    "a lesson of another shape in the other language",
    "Both languages of a lesson tell the same in the same way.",
    "parity of translations",
)
def page_shapes(pair: PagePair) -> Iterator[Found]:
    if len(set(pair.shapes.values())) > 1:
        said = " and ".join(f'"{shape}" in {language}' if shape else f"none in {language}" for language, shape in pair.shapes.items())
        yield Found(pair.place, f"the lesson's shape is {said}", "write the same `shape:` at the top of both files")


def _twin(link: str, others: list[str]) -> bool:
    """Whether the other language has the same outside address in its own version, such as deed.id and deed.en."""
    bare = _CODE.sub("", link)
    return link.startswith("http") and any(_CODE.sub("", other) == bare for other in others)
