"""Settles a question so that a type of the course can hold it."""

from __future__ import annotations

from collections.abc import Sequence

from manusiawi.exchange.question import Choice, Pair, Question, shortened, whole
from manusiawi.exchange.readers.text.signs import escape
from manusiawi.language.numbers import plain


def settle(question: Question) -> None:
    """Checks what the type needs, gives the general feedback its place; raises Refusal where a part is missing."""
    if not question.stem and question.type != "true-false":
        raise question.refuse("has no text", "a text that asks something", "write the question's text")
    _SETTLERS[question.type](question)
    if question.feedback and question.type != "short-text":
        question.lose(f'the general feedback is not carried: "{whole(question.feedback)}"')


def _choice(question: Question) -> None:
    count = len(question.options)
    if count < 2:
        raise question.refuse(f"has {'one option' if count else 'no options'}", "two options or more", "write its options")
    _filled(question, [option.text for option in question.options], "option")
    rights = [option for option in question.options if option.right]
    if not rights:
        raise question.refuse("has no right option", "one right option or more", "mark the right one")
    if len(rights) == count:
        question.lose("every option is right; the course needs a wrong one too, write it")
    if question.type == "single-choice" and len(rights) > 1:
        question.lose(f"{len(rights)} options are right, so it became multiple-choice, where learners mark all of them")
        question.type = "multiple-choice"
    elif question.type == "multiple-choice" and len(rights) == 1:
        question.lose("one option alone is right, so it became single-choice")
        question.type = "single-choice"
    _share_feedback(question, rights)


def _true_false(question: Question) -> None:
    _filled(question, [option.text for option in question.options] or [""], "statement")
    _share_feedback(question, question.options)


def _matching(question: Question) -> None:
    _filled(question, [text for pair in question.pairs for text in (pair.left, pair.right)], "row or its answer")
    if len(question.pairs) < 2:
        raise question.refuse(f"has {'one row' if question.pairs else 'no rows'} to match", "two rows or more", "write another row")
    if len({pair.right for pair in question.pairs}) + len(question.distractors) < 2:
        raise question.refuse("has one choice alone to match", "two different answers or more", "give the rows different answers")
    _share_feedback(question, question.pairs)


def _ordering(question: Question) -> None:
    _filled(question, [step.text for step in question.steps], "step")
    if len(question.steps) < 2:
        raise question.refuse(f"has {'one step' if question.steps else 'no steps'}", "three steps or more", "write its steps")
    if len(question.steps) == 2:
        question.lose("it has two steps; the course needs three, write another")
    _share_feedback(question, question.steps)


def _short(question: Question) -> None:
    if question.number is None and not question.accept:
        raise question.refuse("has no answer that counts as right", "one accepted answer or a number", "write the right answer, without *")
    question.model = question.model or (escape(question.accept[0]) if question.number is None else escape(plain(question.number)))


def _reflection(question: Question) -> None:
    if not question.model:
        question.model, question.feedback = question.feedback, ""


def _filled(question: Question, texts: Sequence[str], what: str) -> None:
    for number, text in enumerate(texts, 1):
        if not text:
            raise question.refuse(
                f"has an empty {what}" + (f" (number {number})" if what in ("option", "step") else ""),
                f"a text in every {what}",
                "write the text, or remove the empty entry",
            )


def _share_feedback(question: Question, entries: Sequence[Choice] | Sequence[Pair]) -> None:
    """Gives the general feedback to the entries that have none; it stays where all have their own."""
    bare = [entry for entry in entries if not entry.feedback]
    if not (question.feedback and bare):
        return
    for entry in bare:
        entry.feedback = question.feedback
    if len(entries) > 1 or len(question.options) > 1:
        first = bare[0].left if isinstance(bare[0], Pair) else bare[0].text
        question.lose(
            f"the general feedback stands {len(bare)} times now; say at each what is true of it alone"
            if len(bare) > 1
            else f'the general feedback, which everybody reads, stands at "{shortened(first)}" alone now; say there what is true of it'
        )
    question.feedback = ""


_SETTLERS = {
    "single-choice": _choice,
    "multiple-choice": _choice,
    "true-false": _true_false,
    "matching": _matching,
    "ordering": _ordering,
    "short-text": _short,
    "reflection": _reflection,
}
