"""What the engine asks of a language: one value of this type stands in the folder of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs in a number or a time of day, one character each."""

    decimal: str
    thousands: str
    clock: str


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words that change a number in figures beside them; patterns of whole words in small letters, for Python and scripts alike."""

    minus: str  # before a number below zero
    percent: str
    scales: Mapping[str, int]  # behind a number, each with the power of ten that it stands for
    otherwise: str  # with these it is another number or none: five, half, not, less than, o'clock


class Roots(Protocol):
    """Finds the roots of words in a language whose affixes come off by a table; the browser works with the same table."""

    def table(self) -> dict[str, Any]:
        """The affixes as JSON, for the script of the search."""

    def candidates(self, word: str) -> frozenset[str]:
        """Every form that is left of a word as affixes come off, itself included."""

    def known(self, word: str) -> frozenset[str]:
        """Those candidates that are roots of the list, without those that stand inside another."""

    def likely(self, word: str) -> frozenset[str]:
        """Those candidates that may be the root of a word that comes from none of the list."""


@dataclass(frozen=True, slots=True)
class LintWords:
    """The words by which the linter judges texts of a language; patterns are compiled without regard to capitals unless they show some."""

    absolute: re.Pattern[str]  # «always», «never»
    all_of_them: re.Pattern[str]  # the whole option «all of the above»
    none_of_them: re.Pattern[str]  # the whole option «none of the above»
    combined: re.Pattern[str]  # the whole option «A and C»
    joins: frozenset[str]  # words whose neighbours may change places: and, or
    in_time: frozenset[str]  # words whose neighbours may not: then, before
    turns: re.Pattern[str]  # words after which a longer text says something else: not, unless
    to: str  # between the ends of a range, a part of a pattern: 5 to 10
    before_number: str  # what may open an option that is a number, a part of a pattern: about 5
    negation: re.Pattern[str]
    opens_negative: re.Pattern[str]  # at the start of a text in small letters
    why: re.Pattern[str]
    vague: re.Pattern[str]  # «often», «sometimes»
    opinion: re.Pattern[str]  # «do you agree»
    word_class: Mapping[str, re.Pattern[str]]  # by the name of the class, what an option's first word matches; each else is "other"
    claims_law: re.Pattern[str]
    demeaning: re.Pattern[str]
    numbers: Mapping[str, str]  # number words and their figures
    teen: str  # the word after three to nine that makes thirteen to nineteen; "" where each has its own
    signs: re.Pattern[str]  # words that are the same in every language, such as those of money
    empty_link: re.Pattern[str]
    cites: re.Pattern[str]  # a law by its short name and number
    explains: str  # the words between an abbreviation and its meaning, a part of a pattern
    lix: int  # the highest LIX of a text that reads easily
    shortened: str  # abbreviations whose point ends no sentence, a part of a pattern
    clauses: Mapping[str, re.Pattern[str]]  # by what a clause is for (reason, purpose, concession, contrast, …), the words that open it
    in_order: tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]  # words that place a step first, after another, last
    produces: re.Pattern[str]  # at the start of an outcome: what is promised is a text, a plan, a finding of the learner's own
    directs: re.Pattern[str]  # at the start of an outcome: what is promised is to lead a person or a case somewhere
    strangers: re.Pattern[str] | None = None  # words of this language that slip into texts of the others
    in_italics: re.Pattern[str] | None = None  # words that tell that an italic phrase in a text of another language is of this one


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that the engine knows of one language."""

    code: str  # as HTML writes it in `lang`, as authors write it in YAML, and the name of its folder in docs/
    name: str  # in English, for messages to authors
    signs: Signs
    numbers: NumberWords
    months: tuple[str, ...]  # January first
    stop: frozenset[str]  # words that carry no content, for comparing texts
    small: frozenset[str]  # words that a search leaves out
    article: str  # the word before the number of an article of law, in small letters
    article_parts: tuple[str, ...]  # the words before the number or letter of a part of an article, in small letters
    year_of_law: str  # the word between number and year of a law: 25 of 2009
    stemmer: str  # the name of Snowball's algorithm
    irregular: Mapping[str, str]  # plurals that no stemmer knows
    roots: Roots | None  # for a language whose roots a list and a table of affixes give
    voices: tuple[str, ...]  # the codes under which devices list voices that speak it, without the region
    articles: tuple[tuple[str, str], ...]  # patterns of an article as the law writes it, each with this language's word
    before_article: str  # between the short name of a law and its article
    course: str  # what a course without a name is called
    a_course: str  # what a course is that does not say what kind it is
    module: str  # the word for a module, as menus begin with it
    write: str  # in capitals, the word with which templates begin what an author has yet to write
    verdict: str  # the question of a true-false item that brought none
    lint: LintWords
