"""Writes questions as a question bank in which capitals stand wherever an author has to write."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence

from manusiawi.exchange.question import Choice, Question
from manusiawi.language.known import LANGUAGES, of
from manusiawi.language.numbers import plain

_SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[^\W\d_a-z])")


def write_bank(questions: Sequence[Question], language: str) -> str:
    """The YAML text of a bank with the questions, their texts in one language; empty where there are none."""
    if not questions:
        return ""
    lines = ["module: WRITE-A-MODULE", "items:"]
    for question, name in zip(questions, ids(questions), strict=True):
        lines += _listed(_item(question, name, language))
    return "\n".join(lines) + "\n"


def ids(questions: Sequence[Question]) -> list[str]:
    """An id for each question, from the source's id or the name; what comes twice gets a number."""
    made: list[str] = []
    taken: set[str] = set()
    for question in questions:
        base = slug(question.ref) or slug(question.name) or slug(question.stem) or "soal"
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        made.append(name)
    return made


def slug(text: str) -> str:
    """Small letters, digits, single hyphens: the letters of a text without their accents, cut between words."""
    plain = unicodedata.normalize("NFKD", text[:1_000]).encode("ascii", "ignore").decode().lower()
    whole = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return whole if len(whole) <= 60 else whole[:60].rsplit("-", 1)[0] or whole[:60]


def _item(question: Question, name: str, language: str) -> Iterator[str]:
    yield from (f"id: {name}", f"type: {question.type}", "outcome: WRITE-AN-OUTCOME", "bloom: WRITE-A-LEVEL", "lesson: WRITE-A-LESSON")
    if question.scenario:
        yield from _text("scenario", question.scenario, language, "SCENARIO")
    if question.type == "true-false" and not question.stem:
        yield "stem:"
        yield from (f"  {tongue}: {_quoted(of(tongue).verdict)}" for tongue in LANGUAGES)
    else:
        yield from _text("stem", question.stem, language, "QUESTION")
    yield from _BODIES[question.type](question, language)


def _options(question: Question, language: str) -> Iterator[str]:
    yield "options:"
    for option in question.options:
        yield from _listed(["key: true" if option.right else "misconception: WRITE-A-MISCONCEPTION", *_chosen(option, language)])


def _statements(question: Question, language: str) -> Iterator[str]:
    yield "statements:"
    for option in question.options:
        yield from _listed(
            [
                *_text("text", option.text, language, "STATEMENT"),
                f"answer: {str(option.right).lower()}",
                "misconception: WRITE-A-MISCONCEPTION",
                *_text("feedback", option.feedback, language, "FEEDBACK"),
            ]
        )


def _pairs(question: Question, language: str) -> Iterator[str]:
    yield "pairs:"
    for pair in question.pairs:
        yield from _listed(
            [
                *_text("left", pair.left, language, "TEXT"),
                *_text("right", pair.right, language, "TEXT"),
                *_text("feedback", pair.feedback, language, "FEEDBACK"),
            ]
        )
    if question.distractors:
        yield "distractors:"
    for distractor in question.distractors:
        yield from _listed(["misconception: WRITE-A-MISCONCEPTION", *_chosen(distractor, language)])


def _steps(question: Question, language: str) -> Iterator[str]:
    yield "steps:"
    for step in question.steps:
        yield from _listed(_chosen(step, language))


def _short(question: Question, language: str) -> Iterator[str]:
    if question.number is not None:
        yield f"number: {plain(question.number)}"
        if question.tolerance:
            yield f"tolerance: {plain(question.tolerance)}"
    else:
        yield from _words("accept", question.accept, language)
    yield from _text("answer", question.model, language, "MODEL ANSWER")
    yield from _text("feedback", question.feedback, language, "FEEDBACK")
    if question.mistakes:
        yield "mistakes:"
    for mistake in question.mistakes:
        yield from _listed(
            [
                *_words("match", [mistake.text], language),
                "misconception: WRITE-A-MISCONCEPTION",
                *_text("feedback", mistake.feedback, language, "FEEDBACK"),
            ]
        )


def _model(question: Question, language: str) -> Iterator[str]:
    return _text("model", question.model, language, "MODEL ANSWER")


_BODIES = {
    "single-choice": _options,
    "multiple-choice": _options,
    "true-false": _statements,
    "matching": _pairs,
    "ordering": _steps,
    "short-text": _short,
    "reflection": _model,
}


def _chosen(choice: Choice, language: str) -> list[str]:
    return [*_text("text", choice.text, language, "TEXT"), *_text("feedback", choice.feedback, language, "FEEDBACK")]


def _text(name: str, value: str, language: str, what: str) -> Iterator[str]:
    """A text in both languages; what the source does not say stands in capitals."""
    yield f"{name}:"
    for tongue in LANGUAGES:
        if tongue != language or not value:
            yield f"  {tongue}: WRITE THE {of(tongue).name.upper()} {what if tongue == language else 'TEXT'}"
        elif "\n" in value:
            yield f"  {tongue}: |-"
            yield from (f"    {line}" if line else "" for line in value.split("\n"))
        else:
            yield f"  {tongue}: >-"
            yield from (f"    {line}" for line in _SENTENCE_END.sub("\n", value).split("\n"))


def _words(name: str, values: Sequence[str], language: str) -> Iterator[str]:
    yield f"{name}:"
    for tongue in LANGUAGES:
        held = map(_quoted, values) if tongue == language else [f"WRITE THE {of(tongue).name.upper()} WORDS"]
        yield f"  {tongue}: [{', '.join(held)}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _listed(lines: Sequence[str] | Iterator[str]) -> Iterator[str]:
    """Lines as one entry of a list, set in by the hyphen."""
    for place, line in enumerate(lines):
        yield f"{'  ' if place else '- '}{line}" if line else ""
