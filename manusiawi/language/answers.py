"""Judges a short answer as web/src/questions/answers.js does, so that checks and tests know what a learner will be told."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from manusiawi.language.numbers import agree, is_percent, read, tidy


@dataclass(frozen=True, slots=True)
class Key:
    """One answer that is foreseen, right or wrong: a number with its tolerance, or words."""

    accept: tuple[str, ...] = ()
    number: float | None = None
    tolerance: float = 0.0


def comparable(text: str) -> str:
    """What two answers have in common that a person takes for the same.

    Capitals, the shapes of quotation marks, apostrophes, dashes and spaces, the composition of letters (NFKC),
    quotation marks around the answer and full stops, question and exclamation marks at its end do not count.
    """
    return tidy(unicodedata.normalize("NFKC", tidy(text))).lower().lstrip(" \"'").rstrip(" .\"'!?")


def matched(text: str, keys: Sequence[Key], language: str) -> list[int] | None:
    """The places of the keys that an answer meets; None where a number is asked for and none can be read.

    Where one key is a number, words that hold a number are compared as numbers too: the foreseen mistake
    "45" is met by "45 menit". Per cent is asked again where the part of one that it stands for would be right.
    """
    words = comparable(text)
    same = [place for place, key in enumerate(keys) if words in map(comparable, key.accept)]
    if all(key.number is None for key in keys):
        return same
    value = read(text, language)
    if value is None:
        return same or None
    met = [place for place, key in enumerate(keys) if place in same or _meets(value, key, language)]
    is_part = any(
        key.number is not None and place not in met and agree(value / 100, key.number, key.tolerance) for place, key in enumerate(keys)
    )
    return None if is_part and is_percent(text) else met


def _meets(value: float, key: Key, language: str) -> bool:
    if key.number is not None:
        return agree(value, key.number, key.tolerance)
    return any(agree(value, number) for number in (read(word, language) for word in key.accept) if number is not None)
