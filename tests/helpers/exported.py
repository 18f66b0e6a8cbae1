"""Questions of the real course on their way out and back, for tests of formats."""

from __future__ import annotations

from functools import cache

from manusiawi.exchange.outward import questions_of
from manusiawi.exchange.question import Question
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from tests.helpers.projects import PROJECT


@cache
def real_course() -> Course:
    """The real course, read once."""
    return load_course(PROJECT)


def real_questions(language: str) -> list[Question]:
    """Every question of the real course that can leave it, in one language."""
    return [question for module in real_course().banks for question in questions_of(real_course(), module, language)]


def said(question: Question) -> dict[str, object]:
    """What a question says, without the spaces, escapes and marks of language that mean nothing to a reader."""
    return {
        "type": question.type,
        "scenario": _plain(question.scenario),
        "stem": _plain(question.stem),
        "options": [(_plain(entry.text), _plain(entry.feedback), entry.right) for entry in question.options],
        "pairs": [(_plain(pair.left), _plain(pair.right), _plain(pair.feedback)) for pair in question.pairs],
        "distractors": [(_plain(entry.text), _plain(entry.feedback)) for entry in question.distractors],
        "steps": [(_plain(entry.text), _plain(entry.feedback)) for entry in question.steps],
        "accept": question.accept,
        "number": (question.number, question.tolerance),
        "mistakes": [(entry.text, _plain(entry.feedback)) for entry in question.mistakes],
        "model": _plain(question.model),
        "feedback": _plain(question.feedback),
        "criteria": [(_plain(entry.text), _plain(entry.mend)) for entry in question.criteria],
    }


def _plain(text: str) -> str:
    return " ".join(text.replace("\\", "").replace("{lang=id}", "").split())
