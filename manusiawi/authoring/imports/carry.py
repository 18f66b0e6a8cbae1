"""Carries the texts of a foreign question into its draft, noting what stays behind."""

from __future__ import annotations

import math
import re

from manusiawi.authoring.imports.draft import Draft
from manusiawi.authoring.imports.prose import MAX_LENGTH, Prose, TooLong, printable, read_prose
from manusiawi.ground.faults import Place

_NUMBER = re.compile(r"\s*([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?)\s*")


def sentence(draft: Draft, raw: str, form: str, language: str, place: Place) -> str:
    """A text on one line of Markdown, for options, rows, steps, feedback."""
    prose = _prose(draft, raw, form, language, place)
    if prose.has_list:
        draft.lose("a list became one line, parted by semicolons", place.line)
    return prose.sentence


def paragraphs(draft: Draft, raw: str, form: str, language: str, place: Place) -> str:
    """A text with its paragraphs, for model answers."""
    return _prose(draft, raw, form, language, place).paragraphs


def question(draft: Draft, raw: str, form: str, language: str, place: Place) -> None:
    """Puts the question's text into the draft: its last paragraph as stem, what stands before as scenario."""
    prose = _prose(draft, raw, form, language, place)
    draft.scenario, draft.stem = prose.parted()
    if draft.scenario and prose.blocks[-1][0]:
        draft.lose("the list below the question stands above it now", place.line)


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


def _prose(draft: Draft, raw: str, form: str, language: str, place: Place) -> Prose:
    try:
        prose = read_prose(raw, form, language)
    except TooLong as error:
        raise draft.refuse(
            f"has a text of {error}",
            f"texts of at most {MAX_LENGTH:,} characters",
            "shorten the text; a reading belongs in a lesson",
            place,
        ) from None
    if prose.dropped:
        draft.lose(f"not carried: {', '.join(prose.dropped)}", place.line)
    return prose
