"""Pairs what a source says in two languages: the questions as read in one, and their texts as read in the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from manusiawi.exchange.question import Question, Reading, whole


class Twins:
    """Readings of one file in several languages; the first is that of the import, `texts` has for each question the others' texts."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.texts: list[dict[str, str]] = []
        self.questions: list[Question] = []

    def take(self, language: str, read: Reading, into: Reading) -> None:
        """Takes a reading in; what it tells beyond the first goes into the first."""
        if language == self.language:
            into.questions, into.faults, into.notes = read.questions, read.faults, read.notes
            self.questions, self.texts = read.questions, [{} for _ in read.questions]
            return
        into.faults += [fault for fault in read.faults if fault not in into.faults]
        known = set(into.notes)
        into.notes += [note for note in read.notes if note not in known]
        twins = {question.place: question for question in read.questions}
        for own, texts in zip(self.questions, self.texts, strict=True):
            twin = twins.pop(own.place, None)
            if twin:
                into.notes += _paired(own, twin, texts, language)
        for left in twins.values():
            into.leave(left.place, left.label, f' in "{language}"', " ".join(_texts(left)))


def _paired(own: Question, twin: Question, texts: dict[str, str], language: str) -> list[str]:
    """Fills the texts of a question in the other language; returns notes on what found no place."""
    lost: list[str] = []
    mine, others = list(_texts(own)), list(_texts(twin))
    if len(mine) != len(others):
        lost = [text for text in others if text not in mine]
    else:
        for text, other in zip(mine, others, strict=True):
            if (text and other != text and texts.setdefault(text, other) != other) or (not text and other):
                lost.append(other)
    where = f"{own.place.file}:{own.place.line}: {own.label}"
    return [f'{where}: found no place in "{language}": "{whole(text)}"' for text in lost]


def _texts(question: Question) -> Iterator[str]:
    """Every text of a question, in a fixed order."""
    yield from (question.scenario, question.stem)
    for choice in (*question.options, *question.distractors, *question.steps, *question.mistakes):
        yield from (choice.text, choice.feedback)
    for pair in question.pairs:
        yield from (pair.left, pair.right, pair.feedback)
    yield from question.accept
    yield from (question.model, question.feedback)


def told_names(questions: Sequence[Question], ids: Sequence[str]) -> Iterator[str]:
    """Notes on names and ids of the source that say more than the question and its id."""
    for question, name in zip(questions, ids, strict=True):
        held = _folded(" ".join((name, question.stem, question.scenario)))
        for what, text in (("name", question.name), ("id", question.ref)):
            if _folded(text) - held:
                yield f'{question.place.file}:{question.place.line}: the {what} "{whole(text)}" is not carried whole: the id is "{name}"'


def _folded(text: str) -> set[str]:
    bare = unicodedata.normalize("NFKD", text)
    return set(re.findall(r"[^\W_]+", "".join(sign for sign in bare if not unicodedata.combining(sign)).lower()))
