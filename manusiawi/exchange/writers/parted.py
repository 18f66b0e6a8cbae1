"""Makes several small questions of one that a format cannot hold whole: a statement each, a row each."""

from __future__ import annotations

from dataclasses import replace

from manusiawi.exchange.question import Choice, Question
from manusiawi.exchange.written import Loss, counted


def parted(question: Question) -> tuple[list[Question], list[Loss]]:
    """A set of statements as one question a statement, a matching as one choice a row; any other question as it is."""
    if question.type == "true-false" and len(question.options) > 1:
        return _told(question, _statements(question), "a set of statements", "a question of true or false for each")
    if question.type == "matching":
        return _told(question, _rows(question), "rows to match", "a question with one right option for each row")
    return [question], []


def _told(question: Question, parts: list[Question], what: str, where: str) -> tuple[list[Question], list[Loss]]:
    return parts, [Loss(question.ref, what, where, counted([question]) - counted(parts))]


def _statements(question: Question) -> list[Question]:
    return [
        replace(question, ref=f"{question.ref}-{number}", options=[option], lost=[]) for number, option in enumerate(question.options, 1)
    ]


def _rows(question: Question) -> list[Question]:
    rights = list(dict.fromkeys(pair.right for pair in question.pairs))
    made = []
    for number, pair in enumerate(question.pairs, 1):
        options = [Choice(right, pair.feedback if right == pair.right else "", right == pair.right) for right in rights]
        options += [replace(entry, right=False) for entry in question.distractors]
        scene = "\n\n".join(text for text in (question.scenario, question.stem) if text)
        made.append(
            replace(
                question,
                ref=f"{question.ref}-{number}",
                type="single-choice",
                scenario=scene,
                stem=pair.left,
                options=options,
                pairs=[],
                distractors=[],
                lost=[],
            )
        )
    return made
