"""Words, sentences and stems of a text, as the rules count and compare them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import snowballstemmer

from manusiawi.language.known import of

_MARKUP = re.compile(r"\[\[[^\]]*\]\]|!?\[([^\]]*)\]\([^)]*\)|\{[^}]*\}")
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]|'[^']{3,}'")


def plain(text: str) -> str:
    """A text without marks, links' addresses and emphasis."""
    return re.sub(r"\s+", " ", re.sub(r"[*_`]", "", _MARKUP.sub(lambda m: m[1] or "", text))).strip()


def unquoted(text: str) -> str:
    """A text without what stands in quotation marks."""
    return _QUOTED.sub(" ", text)


def words(text: str) -> list[str]:
    """The words of a text in small letters; hyphened words count as one."""
    return re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", plain(text).lower())


def sentences(text: str) -> list[str]:
    """The sentences of a text, parted after . ? ! and at line ends."""
    joined = re.sub(r"\n\s*[-*\d.]*\s*", "\n", _MARKUP.sub(lambda m: m[1] or "", text))
    parts = re.split(r"(?<=[.?!])[\"”»']?\s+|\n+", joined)
    return [part.strip() for part in parts if re.search(r"\w", part)]


@cache
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(of(language).stemmer)


@cache
def stem(word: str, language: str) -> str:
    """The Snowball stem: me-, di-, pe-, -kan and their like taken off."""
    stemmed: str = _stemmer(language).stemWord(word)
    return stemmed


def content(text: str, language: str) -> dict[str, str]:
    """The stems of a text's content words, each with the word it came from."""
    stop = of(language).stop
    return {stem(word, language): word for word in words(text) if len(word) > 3 and word not in stop and not word.isdigit()}
