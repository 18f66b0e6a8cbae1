"""A question as the two sides of a card, in HTML: what is asked, and what is answered with its reasons.

Entries that can be chosen, matched, ordered or written have the class `o`, reasons the class `r`, so that a file can be counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from manusiawi.exchange.question import Choice, Question
from manusiawi.exchange.texts import ExchangeTexts
from manusiawi.exchange.written import Counts
from manusiawi.ground.catalogue import say
from manusiawi.language.numbers import plain

_ENTRY, _REASON = re.compile(r'<li class="o">'), re.compile(r'<(?:p|div) class="r">')


@dataclass(frozen=True, slots=True)
class Card:
    """HTML by its place: the scene, the question, what can be chosen; then the answer with its reasons."""

    scene: str
    stem: str
    options: str
    answer: str


def card(question: Question) -> Card:
    """The card of a question; what it lists on its back is in the order of its front, steps excepted."""
    side = _Side(question)
    options, answer = _SIDES[question.type](side)
    return Card(side.texts.block(question.scenario), side.texts.inline(question.stem), options, answer)


def counts_of(html: str) -> Counts:
    """The entries and reasons that stand in the HTML of one card."""
    return Counts(1, len(_ENTRY.findall(html)), len(_REASON.findall(html)))


class _Side:
    """The words of a question and of its language."""

    def __init__(self, question: Question) -> None:
        self.question, self.texts = question, ExchangeTexts(question.language)

    def say(self, key: str, **values: str) -> str:
        return say(self.question.language, key, **values)

    def reason(self, text: str) -> str:
        return f'<p class="r">{self.texts.inline(text)}</p>' if text else ""

    def explained(self, choice: Choice, verdict: str) -> str:
        return f"<li><b>{verdict}:</b> {self.texts.inline(choice.text)}{self.reason(choice.feedback)}</li>"


def _entries(texts: Iterable[str]) -> str:
    return "".join(f'<li class="o">{text}</li>' for text in texts)


def _choice(side: _Side) -> tuple[str, str]:
    question = side.question
    yes, no = ("is-barrier", "is-no-barrier") if question.type == "inspection" else ("is-key", "is-not-key")
    hint = {"single-choice": "pick-one", "multiple-choice": "pick-all"}.get(question.type, "mark-places")
    front = f'<p><i>{side.say(hint)}</i></p><ol type="A">{_entries(side.texts.inline(option.text) for option in question.options)}</ol>'
    back = "".join(side.explained(option, side.say(yes if option.right else no)) for option in question.options)
    return front, f'<ol type="A">{back}</ol>'


def _true_false(side: _Side) -> tuple[str, str]:
    options = side.question.options
    front = f"<p><i>{side.say('judge-each')}</i></p><ol>{_entries(side.texts.inline(option.text) for option in options)}</ol>"
    return front, f"<ol>{''.join(side.explained(option, side.say('true' if option.right else 'false')) for option in options)}</ol>"


def _matching(side: _Side) -> tuple[str, str]:
    question = side.question
    held = sorted({side.texts.inline(pair.right) for pair in question.pairs} | {side.texts.inline(d.text) for d in question.distractors})
    rows = _entries(side.texts.inline(pair.left) for pair in question.pairs)
    listed = "".join(f"<li>{text}</li>" for text in held)
    front = f"<p><i>{side.say('match-each')}</i></p><ol>{rows}</ol><p>{side.say('choices')}</p><ul>{listed}</ul>"
    back = "".join(
        f"<li>{side.texts.inline(pair.left)}: <b>{side.texts.inline(pair.right)}</b>{side.reason(pair.feedback)}</li>"
        for pair in question.pairs
    )
    wrong = "".join(
        f'<li class="o"><b>{side.say("no-row")}:</b> {side.texts.inline(entry.text)}{side.reason(entry.feedback)}</li>'
        for entry in question.distractors
    )
    return front, f"<ol>{back}</ol>" + (f"<ul>{wrong}</ul>" if wrong else "")


def _ordering(side: _Side) -> tuple[str, str]:
    steps = side.question.steps
    mixed = _entries(sorted(side.texts.inline(step.text) for step in steps))
    back = "".join(f"<li>{side.texts.inline(step.text)}{side.reason(step.feedback)}</li>" for step in steps)
    return f"<p><i>{side.say('order-all')}</i></p><ul>{mixed}</ul>", f"<ol>{back}</ol>"


def _short(side: _Side) -> tuple[str, str]:
    question = side.question
    right: Sequence[str] = [side.texts.inline(words) for words in question.accept]
    if question.number is not None:
        number, tolerance = (plain(value) for value in (question.number, question.tolerance))
        right = [side.say("or-number", number=number, tolerance=tolerance) if question.tolerance else number]
    back = f"<p>{side.say('accepted')}</p><ul>{_entries(right)}</ul>"
    back += f'<div class="r">{side.texts.block(question.model)}</div>' if question.model else ""
    back += side.reason(question.feedback)
    wrong = "".join(
        f'<li class="o">{side.say("if-you-wrote", answer=side.texts.inline(mistake.text))}{side.reason(mistake.feedback)}</li>'
        for mistake in question.mistakes
    )
    return f"<p><i>{side.say('write-short' if question.number is None else 'write-number')}</i></p>", back + (
        f"<ul>{wrong}</ul>" if wrong else ""
    )


def _reflection(side: _Side) -> tuple[str, str]:
    question = side.question
    back = f'<p>{side.say("model-answer")}</p><div class="r">{side.texts.block(question.model)}</div>'
    rows = "".join(
        f"<li>{side.texts.inline(entry.text)}<br>{side.say('if-missing')} {side.texts.inline(entry.mend)}</li>"
        for entry in question.criteria
    )
    return "", back + (f"<p>{side.say('criteria-of')}</p><ul>{rows}</ul>" if rows else "")


_SIDES = {
    "single-choice": _choice,
    "multiple-choice": _choice,
    "inspection": _choice,
    "true-false": _true_false,
    "matching": _matching,
    "ordering": _ordering,
    "short-text": _short,
    "reflection": _reflection,
}
