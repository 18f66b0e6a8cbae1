"""Carries the texts of a foreign question into its question, noting what stays behind."""

from __future__ import annotations

import math
import re

from manusiawi.exchange.question import Question
from manusiawi.exchange.readers.prose import MAX_LENGTH, Prose, TooLong, printable, read_prose
from manusiawi.ground.faults import Place

_NUMBER = re.compile(r"\s*([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?)\s*")


def sentence(question: Question, raw: str, form: str, language: str, place: Place) -> str:
    """A text on one line of Markdown, for options, rows, steps, feedback."""
    prose = _prose(question, raw, form, language, place)
    if prose.has_list:
        question.lose("a list became one line, parted by semicolons", place.line)
    return prose.sentence


def paragraphs(question: Question, raw: str, form: str, language: str, place: Place) -> str:
    """A text with its paragraphs, for model answers."""
    return _prose(question, raw, form, language, place).paragraphs


def asked(question: Question, raw: str, form: str, language: str, place: Place) -> None:
    """Puts the question's text into the question: its last paragraph as stem, what stands before as scenario."""
    prose = _prose(question, raw, form, language, place)
    question.scenario, question.stem = prose.parted()
    if question.scenario and prose.blocks[-1][0]:
        question.lose("the list below the question stands above it now", place.line)


def word(raw: str) -> str:
    """An answer that learners write, as plain words."""
    return " ".join(printable(raw).split())


def number(raw: str) -> float | None:
    """The number that a text holds, with a decimal point or a decimal comma; None where it holds none."""
    found = _NUMBER.fullmatch(raw)
    if not found or len(found[1]) > 60:
        return None
    value = float(found[1].replace(",", "."))
    return value if math.isfinite(value) else None


def _prose(question: Question, raw: str, form: str, language: str, place: Place) -> Prose:
    try:
        prose = read_prose(raw, form, language)
    except TooLong as error:
        raise question.refuse(
            f"has a text of {error}",
            f"texts of at most {MAX_LENGTH:,} characters",
            "shorten the text; a reading belongs in a lesson",
            place,
        ) from None
    if prose.dropped:
        question.lose(f"not carried: {', '.join(prose.dropped)}", place.line)
    return prose
