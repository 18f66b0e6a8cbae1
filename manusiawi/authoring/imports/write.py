"""Writes drafts as a question bank in which capitals stand wherever an author has to write."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence

from manusiawi.authoring.imports.draft import Choice, Draft
from manusiawi.language.known import LANGUAGES, of
from manusiawi.language.numbers import plain

_SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[^\W\d_a-z])")


def write_bank(drafts: Sequence[Draft], language: str) -> str:
    """The YAML text of a bank with the drafts, their texts in one language; empty where there are none."""
    if not drafts:
        return ""
    lines = ["module: WRITE-A-MODULE", "items:"]
    for draft, name in zip(drafts, ids(drafts), strict=True):
        lines += _listed(_item(draft, name, language))
    return "\n".join(lines) + "\n"


def ids(drafts: Sequence[Draft]) -> list[str]:
    """An id for each draft, from the source's id or the name; what comes twice gets a number."""
    made: list[str] = []
    taken: set[str] = set()
    for draft in drafts:
        base = slug(draft.ref) or slug(draft.name) or slug(draft.stem) or "soal"
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


def _item(draft: Draft, name: str, language: str) -> Iterator[str]:
    yield from (f"id: {name}", f"type: {draft.type}", "outcome: WRITE-AN-OUTCOME", "bloom: WRITE-A-LEVEL", "lesson: WRITE-A-LESSON")
    if draft.scenario:
        yield from _text("scenario", draft.scenario, language, "SCENARIO")
    if draft.type == "true-false" and not draft.stem:
        yield "stem:"
        yield from (f"  {tongue}: {_quoted(of(tongue).verdict)}" for tongue in LANGUAGES)
    else:
        yield from _text("stem", draft.stem, language, "QUESTION")
    yield from _BODIES[draft.type](draft, language)


def _options(draft: Draft, language: str) -> Iterator[str]:
    yield "options:"
    for option in draft.options:
        yield from _listed(["key: true" if option.right else "misconception: WRITE-A-MISCONCEPTION", *_chosen(option, language)])


def _statements(draft: Draft, language: str) -> Iterator[str]:
    yield "statements:"
    for option in draft.options:
        yield from _listed(
            [
                *_text("text", option.text, language, "STATEMENT"),
                f"answer: {str(option.right).lower()}",
                "misconception: WRITE-A-MISCONCEPTION",
                *_text("feedback", option.feedback, language, "FEEDBACK"),
            ]
        )


def _pairs(draft: Draft, language: str) -> Iterator[str]:
    yield "pairs:"
    for pair in draft.pairs:
        yield from _listed(
            [
                *_text("left", pair.left, language, "TEXT"),
                *_text("right", pair.right, language, "TEXT"),
                *_text("feedback", pair.feedback, language, "FEEDBACK"),
            ]
        )
    if draft.distractors:
        yield "distractors:"
    for distractor in draft.distractors:
        yield from _listed(["misconception: WRITE-A-MISCONCEPTION", *_chosen(distractor, language)])


def _steps(draft: Draft, language: str) -> Iterator[str]:
    yield "steps:"
    for step in draft.steps:
        yield from _listed(_chosen(step, language))


def _short(draft: Draft, language: str) -> Iterator[str]:
    if draft.number is not None:
        yield f"number: {plain(draft.number)}"
        if draft.tolerance:
            yield f"tolerance: {plain(draft.tolerance)}"
    else:
        yield from _words("accept", draft.accept, language)
    yield from _text("answer", draft.model, language, "MODEL ANSWER")
    yield from _text("feedback", draft.feedback, language, "FEEDBACK")
    if draft.mistakes:
        yield "mistakes:"
    for mistake in draft.mistakes:
        yield from _listed(
            [
                *_words("match", [mistake.text], language),
                "misconception: WRITE-A-MISCONCEPTION",
                *_text("feedback", mistake.feedback, language, "FEEDBACK"),
            ]
        )


def _model(draft: Draft, language: str) -> Iterator[str]:
    return _text("model", draft.model, language, "MODEL ANSWER")


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
