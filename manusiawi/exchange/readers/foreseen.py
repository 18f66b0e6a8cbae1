"""Puts the answers that a source foresees where the question holds them."""

from __future__ import annotations

import re

from manusiawi.exchange.question import Choice, Question, shortened, whole
from manusiawi.language.numbers import plain

_ANY = re.compile(r"(?<!\\)\*")  # a star with a stroke before it is a star


def statement(question: Question, truth: bool, feedback: str, others: list[str]) -> None:
    """Makes the question's text a statement, true or false; feedback beyond the first is listed."""
    texts = [text for text in (feedback, *others) if text]
    question.options = [Choice(question.stem, texts[0] if texts else "", truth)]
    question.stem = ""
    for text in texts[1:]:
        if text != texts[0]:
            question.lose(f'the feedback to the other verdict is not carried: "{whole(text)}"')


def written(question: Question, words: str, fraction: float, feedback: str) -> list[str]:
    """Puts a foreseen answer where it belongs; returns the feedback where the answer is right."""
    if _ANY.search(words):
        question.lose(
            f'the answer "{whole(words)}" is not carried: * stands for any letters'
            + (f', its feedback is "{whole(feedback)}"' if feedback else "")
        )
    elif not words:
        raise question.refuse("has an empty answer", "words in every answer", "write the answer, or remove it")
    elif fraction > 99.9:
        question.accept.append(words.replace("\\*", "*"))
        return [feedback] if feedback else []
    else:
        _mistake(question, words.replace("\\*", "*"), fraction, feedback)
    return []


def _mistake(question: Question, words: str, fraction: float, feedback: str) -> None:
    question.mistakes.append(Choice(words, feedback))
    if fraction:
        question.lose(f'the fraction {fraction:g} of "{shortened(words)}" is not carried: it counts as wrong')


def numeric(question: Question, value: float, tolerance: float, words: str, fraction: float, feedback: str) -> list[str]:
    """Puts a foreseen number where it belongs; returns the feedback where the number is right."""
    if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", words.strip()):
        question.lose(f'the number "{shortened(words)}" is read as {plain(value)}: point and comma part decimals')
    around = f" with the tolerance {plain(tolerance)}" if tolerance else ""
    if fraction <= 99.9 and question.number is not None and abs(value - question.number) <= question.tolerance:
        question.lose(
            f'the answer "{whole(words)}"{around} with the fraction {fraction:g} is not carried: '
            "it lies within the tolerance of the right one" + (f', its feedback is "{whole(feedback)}"' if feedback else "")
        )
    elif fraction <= 99.9:
        _mistake(question, words, fraction, feedback)
        if tolerance:
            question.lose(f"the tolerance {plain(tolerance)} of the wrong answer {words} is not carried")
    elif question.number is None:
        question.number, question.tolerance = value, abs(tolerance)
        return [feedback] if feedback else []
    else:
        question.lose(
            f"the second right number {words}{around} is not carried" + (f', its feedback is "{whole(feedback)}"' if feedback else "")
        )
    return []


def explained(question: Question, feedbacks: list[str]) -> None:
    """Makes the first feedback to a right answer the one that the learner reads; the others are listed."""
    for other in [*feedbacks[1:], *([question.feedback] if feedbacks else [])]:
        if other and other != feedbacks[0]:
            question.lose(f'a second feedback to the right answer is not carried: "{whole(other)}"')
    if feedbacks:
        question.feedback = feedbacks[0]
