"""Writes questions as a question bank in which capitals stand wherever an author has to write."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from manusiawi.exchange.question import Choice, Question
from manusiawi.language.known import LANGUAGES, of
from manusiawi.language.numbers import plain

_SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[^\W\d_a-z])")


Others = Mapping[str, str]  # a text in the language of the questions: the same text in the other


def write_bank(questions: Sequence[Question], language: str, others: Sequence[Others] = ()) -> str:
    """The YAML text of a bank with the questions; empty where there are none.

    Their texts are in one language; `others` holds for each question what the source says in the other.
    """
    if not questions:
        return ""
    lines = ["module: WRITE-A-MODULE", "items:"]
    for place, (question, name) in enumerate(zip(questions, ids(questions), strict=True)):
        lines += _listed(_item(question, name, _Tongue(language, others[place] if others else {})))
    return "\n".join(lines) + "\n"


def ids(questions: Sequence[Question]) -> list[str]:
    """An id for each question, from the source's id or the name; what comes twice gets a number."""
    made: list[str] = []
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for question in questions:
        base = slug(question.ref) or slug(question.name) or slug(question.stem) or "soal"
        name, number = base, counts.get(base, 1)
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        counts[base] = number
        taken.add(name)
        made.append(name)
    return made


def slug(text: str) -> str:
    """Small letters, digits, single hyphens: the letters of a text without their accents, cut between words."""
    plain = unicodedata.normalize("NFKD", text[:1_000]).encode("ascii", "ignore").decode().lower()
    whole = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return whole if len(whole) <= 60 else whole[:60].rsplit("-", 1)[0] or whole[:60]


@dataclass(frozen=True, slots=True)
class _Tongue:
    """The language of a question's texts, and what its source says in the other."""

    language: str
    others: Others


def _item(question: Question, name: str, tongue: _Tongue) -> Iterator[str]:
    yield from (f"id: {name}", f"type: {question.type}", "outcome: WRITE-AN-OUTCOME", "bloom: WRITE-A-LEVEL", "lesson: WRITE-A-LESSON")
    if question.scenario:
        yield from _text("scenario", question.scenario, tongue, "SCENARIO")
    if question.type == "true-false" and not question.stem:
        yield "stem:"
        yield from (f"  {language}: {_quoted(of(language).verdict)}" for language in LANGUAGES)
    else:
        yield from _text("stem", question.stem, tongue, "QUESTION")
    yield from _BODIES[question.type](question, tongue)


def _options(question: Question, tongue: _Tongue) -> Iterator[str]:
    yield "options:"
    for option in question.options:
        yield from _listed(["key: true" if option.right else "misconception: WRITE-A-MISCONCEPTION", *_chosen(option, tongue)])


def _statements(question: Question, tongue: _Tongue) -> Iterator[str]:
    yield "statements:"
    for option in question.options:
        yield from _listed(
            [
                *_text("text", option.text, tongue, "STATEMENT"),
                f"answer: {str(option.right).lower()}",
                "misconception: WRITE-A-MISCONCEPTION",
                *_text("feedback", option.feedback, tongue, "FEEDBACK"),
            ]
        )


def _pairs(question: Question, tongue: _Tongue) -> Iterator[str]:
    yield "pairs:"
    for pair in question.pairs:
        yield from _listed(
            [
                *_text("left", pair.left, tongue, "TEXT"),
                *_text("right", pair.right, tongue, "TEXT"),
                *_text("feedback", pair.feedback, tongue, "FEEDBACK"),
            ]
        )
    if question.distractors:
        yield "distractors:"
    for distractor in question.distractors:
        yield from _listed(["misconception: WRITE-A-MISCONCEPTION", *_chosen(distractor, tongue)])


def _steps(question: Question, tongue: _Tongue) -> Iterator[str]:
    yield "steps:"
    for step in question.steps:
        yield from _listed(_chosen(step, tongue))


def _short(question: Question, tongue: _Tongue) -> Iterator[str]:
    if question.number is not None:
        yield f"number: {plain(question.number)}"
        if question.tolerance:
            yield f"tolerance: {plain(question.tolerance)}"
    else:
        yield from _words("accept", question.accept, tongue)
    yield from _text("answer", question.model, tongue, "MODEL ANSWER")
    yield from _text("feedback", question.feedback, tongue, "FEEDBACK")
    if question.mistakes:
        yield "mistakes:"
    for mistake in question.mistakes:
        yield from _listed(
            [
                *_words("match", [mistake.text], tongue),
                "misconception: WRITE-A-MISCONCEPTION",
                *_text("feedback", mistake.feedback, tongue, "FEEDBACK"),
            ]
        )


def _model(question: Question, tongue: _Tongue) -> Iterator[str]:
    return _text("model", question.model, tongue, "MODEL ANSWER")


_BODIES = {
    "single-choice": _options,
    "multiple-choice": _options,
    "true-false": _statements,
    "matching": _pairs,
    "ordering": _steps,
    "short-text": _short,
    "reflection": _model,
}


def _chosen(choice: Choice, tongue: _Tongue) -> list[str]:
    return [*_text("text", choice.text, tongue, "TEXT"), *_text("feedback", choice.feedback, tongue, "FEEDBACK")]


def _text(name: str, value: str, tongue: _Tongue, what: str) -> Iterator[str]:
    """A text in both languages; what the source does not say stands in capitals."""
    yield f"{name}:"
    for language in LANGUAGES:
        said = value if language == tongue.language else tongue.others.get(value, "")
        if not said:
            yield f"  {language}: WRITE THE {of(language).name.upper()} {what if language == tongue.language else 'TEXT'}"
        elif "\n" in said:
            yield f"  {language}: |{'2' if said.startswith(' ') else ''}-"
            yield from (f"    {line}" if line else "" for line in said.split("\n"))
        else:
            yield f"  {language}: >-"
            yield from (f"    {line}" for line in _SENTENCE_END.sub("\n", said).split("\n"))


def _words(name: str, values: Sequence[str], tongue: _Tongue) -> Iterator[str]:
    yield f"{name}:"
    for language in LANGUAGES:
        said = values if language == tongue.language else [tongue.others[value] for value in values if value in tongue.others]
        held = map(_quoted, said or [f"WRITE THE {of(language).name.upper()} WORDS"])
        yield f"  {language}: [{', '.join(held)}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _listed(lines: Sequence[str] | Iterator[str]) -> Iterator[str]:
    """Lines as one entry of a list, set in by the hyphen."""
    for place, line in enumerate(lines):
        yield f"{'  ' if place else '- '}{line}" if line else ""
