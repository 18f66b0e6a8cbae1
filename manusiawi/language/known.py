"""The languages of the course, the main one first, and what differs in their addresses."""

from __future__ import annotations

LANGUAGES = ("id", "en")


def other(language: str) -> str:
    """The language on the other side of a translation."""
    return LANGUAGES[1 - LANGUAGES.index(language)]


def folder(language: str) -> str:
    """The folder of a built site that holds the pages of a language, with a slash where it is not the root."""
    return "" if language == LANGUAGES[0] else f"{language}/"
