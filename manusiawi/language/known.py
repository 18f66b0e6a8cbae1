"""The languages of the course, the main one first, and what the engine knows of each.

Another language is a folder beside `id` and `en`, a line here, and its texts.
"""

from __future__ import annotations

from manusiawi.language.en import ENGLISH
from manusiawi.language.id import INDONESIAN
from manusiawi.language.language import Language

_KNOWN = {language.code: language for language in (INDONESIAN, ENGLISH)}
LANGUAGES = tuple(_KNOWN)
MAIN = LANGUAGES[0]  # the language in which texts begin, in which laws are quoted, and under which answers are saved


def of(language: str) -> Language:
    """What is known of a language, by its code."""
    return _KNOWN[language]


def all_known() -> tuple[Language, ...]:
    """What is known of every language of the course."""
    return tuple(_KNOWN.values())


def other(language: str) -> str:
    """The language on the other side of a translation."""
    return LANGUAGES[1 - LANGUAGES.index(language)]


def folder(language: str) -> str:
    """The folder of a built site that holds the pages of a language, with a slash where it is not the root."""
    return "" if language == MAIN else f"{language}/"
