"""Settles a draft so that a type of the course can hold it."""

from __future__ import annotations

from collections.abc import Sequence

from manusiawi.authoring.imports.draft import Choice, Draft, Pair, shortened
from manusiawi.authoring.imports.prose import escape
from manusiawi.language.numbers import plain


def settle(draft: Draft) -> None:
    """Checks what the type needs, gives the general feedback its place; raises Refusal where a part is missing."""
    if not draft.stem and draft.type != "true-false":
        raise draft.refuse("has no text", "a text that asks something", "write the question's text")
    _SETTLERS[draft.type](draft)
    if draft.feedback and draft.type != "short-text":
        draft.lose(f'the general feedback is not carried: "{shortened(draft.feedback, 300)}"')


def _choice(draft: Draft) -> None:
    count = len(draft.options)
    if count < 2:
        raise draft.refuse(f"has {'one option' if count else 'no options'}", "two options or more", "write its options")
    _filled(draft, [option.text for option in draft.options], "option")
    rights = [option for option in draft.options if option.right]
    if not rights:
        raise draft.refuse("has no right option", "one right option or more", "mark the right one")
    if len(rights) == count:
        draft.lose("every option is right; the course needs a wrong one too, write it")
    if draft.type == "single-choice" and len(rights) > 1:
        draft.lose(f"{len(rights)} options are right, so it became multiple-choice, where learners mark all of them")
        draft.type = "multiple-choice"
    elif draft.type == "multiple-choice" and len(rights) == 1:
        draft.lose("one option alone is right, so it became single-choice")
        draft.type = "single-choice"
    _share_feedback(draft, rights)


def _true_false(draft: Draft) -> None:
    _filled(draft, [option.text for option in draft.options] or [""], "statement")
    _share_feedback(draft, draft.options)


def _matching(draft: Draft) -> None:
    _filled(draft, [text for pair in draft.pairs for text in (pair.left, pair.right)], "row or its answer")
    if len(draft.pairs) < 2:
        raise draft.refuse(f"has {'one row' if draft.pairs else 'no rows'} to match", "two rows or more", "write another row")
    if len({pair.right for pair in draft.pairs}) + len(draft.distractors) < 2:
        raise draft.refuse("has one choice alone to match", "two different answers or more", "give the rows different answers")
    _share_feedback(draft, draft.pairs)


def _ordering(draft: Draft) -> None:
    _filled(draft, [step.text for step in draft.steps], "step")
    if len(draft.steps) < 2:
        raise draft.refuse(f"has {'one step' if draft.steps else 'no steps'}", "three steps or more", "write its steps")
    if len(draft.steps) == 2:
        draft.lose("it has two steps; the course needs three, write another")
    _share_feedback(draft, draft.steps)


def _short(draft: Draft) -> None:
    if draft.number is None and not draft.accept:
        raise draft.refuse("has no answer that counts as right", "one accepted answer or a number", "write the right answer, without *")
    draft.model = draft.model or (escape(draft.accept[0]) if draft.number is None else escape(plain(draft.number)))


def _reflection(draft: Draft) -> None:
    if not draft.model:
        draft.model, draft.feedback = draft.feedback, ""


def _filled(draft: Draft, texts: Sequence[str], what: str) -> None:
    for number, text in enumerate(texts, 1):
        if not text:
            raise draft.refuse(
                f"has an empty {what}" + (f" (number {number})" if what in ("option", "step") else ""),
                f"a text in every {what}",
                "write the text, or remove the empty entry",
            )


def _share_feedback(draft: Draft, entries: Sequence[Choice] | Sequence[Pair]) -> None:
    """Gives the general feedback to the entries that have none; it stays where all have their own."""
    bare = [entry for entry in entries if not entry.feedback]
    if not (draft.feedback and bare):
        return
    for entry in bare:
        entry.feedback = draft.feedback
    if len(bare) > 1:
        draft.lose(f"the general feedback stands {len(bare)} times now; say at each what is true of it alone")
    draft.feedback = ""


_SETTLERS = {
    "single-choice": _choice,
    "multiple-choice": _choice,
    "true-false": _true_false,
    "matching": _matching,
    "ordering": _ordering,
    "short-text": _short,
    "reflection": _reflection,
}
