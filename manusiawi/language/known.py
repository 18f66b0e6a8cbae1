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


def of_path(path: str) -> str:
    """The language of a page, by its path below the root of a built site."""
    return next((language for language in LANGUAGES[1:] if path.startswith(folder(language))), MAIN)


def to_root(language: str) -> str:
    """The way from the folder of a language to the root of a built site."""
    return "../" * folder(language).count("/")


def configuration(language: str) -> str:
    """The file from which MkDocs builds the pages of a language."""
    return "mkdocs.yml" if language == MAIN else f"mkdocs.{language}.yml"


def folder(language: str) -> str:
    """The folder of a built site that holds the pages of a language, with a slash where it is not the root."""
    return "" if language == MAIN else f"{language}/"
