"""Carries the texts of a foreign question into its question, noting what stays behind."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from manusiawi.exchange.question import Question, whole
from manusiawi.exchange.readers.text.blocks import Prose
from manusiawi.exchange.readers.text.prose import MAX_LENGTH, TooLong, is_marked_up, read_prose, read_words, unmarked
from manusiawi.exchange.readers.text.signs import printable
from manusiawi.ground.faults import Place

_NUMBER = re.compile(r"\s*([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?)\s*")


def sentence(question: Question, raw: str, form: str, language: str, place: Place) -> str:
    """A text on one line of Markdown, for options, rows, steps, feedback."""
    return _flat(question, _prose(question, raw, form, language, place), place)


def paragraphs(question: Question, raw: str, form: str, language: str, place: Place) -> str:
    """A text with its paragraphs, for model answers."""
    return _prose(question, raw, form, language, place).paragraphs


def asked(question: Question, raw: str, form: str, language: str, place: Place) -> None:
    """Puts the question's text into the question: the paragraph that asks as stem, what stands around it as scenario."""
    question.scenario, question.stem, notes = _prose(question, raw, form, language, place).parted()
    for note in notes:
        question.lose(note, place.line)


def label(question: Question, raw: str, form: str, language: str, place: Place) -> str:
    """A short text that is no HTML unless it shows that it is, as Markdown."""
    return _flat(question, _prose(question, raw, form, language, place, read_words), place)


def typed(question: Question, raw: str, form: str, language: str, place: Place) -> str:
    """An answer that learners write, as plain words."""
    if form == "plain" or (form != "markdown" and not is_marked_up(raw)):
        if re.search(r"&#?\w{2,20};", raw):
            question.lose(
                f'the answer "{whole(raw)}" is read with its signs as they stand; write & and < where these are meant', place.line
            )
        return word(raw)
    words = unmarked(label(question, raw, form, language, place))
    if "<" in raw:
        question.lose(f'the answer "{whole(raw)}" is read as "{words}"', place.line)
    return words


def said(raw: str, language: str) -> str:
    """Everything that a text says, as plain words for a message, what its tags hold included."""
    try:
        prose = read_prose(raw, "html", language)
    except TooLong:
        return re.sub(r"<[^<>]{0,1000}>", " ", raw)
    return " ".join([unmarked(prose.sentence), *(f"({what})" for what in prose.dropped if '"' in what)]).strip()


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


def _flat(question: Question, prose: Prose, place: Place) -> str:
    for note in prose.flattened:
        question.lose(note, place.line)
    return prose.sentence


def _prose(
    question: Question, raw: str, form: str, language: str, place: Place, read: Callable[[str, str, str], Prose] = read_prose
) -> Prose:
    try:
        prose = read(raw, form, language)
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
