"""Says what of a question Moodle XML or GIFT holds otherwise than the course, where it went, and how it changes the counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple

from manusiawi.exchange.question import Question
from manusiawi.exchange.writers.shelves import Told
from manusiawi.exchange.writers.teller import Teller, foreseen, written_number
from manusiawi.exchange.written import Counts, Loss

_PICTURE = re.compile(r"!\[[^\[\]]*\]\(")
_CHOICES = ("single-choice", "multiple-choice", "inspection")


def shared_losses(teller: Teller, told: Told) -> Iterator[Loss]:
    """The losses of a question that both formats have."""
    first = told[0]
    if first.type == "inspection":
        yield Loss(first.ref, "an inspection", "it is a question with several right options")
    if first.type in _CHOICES:  # for a learner who chose otherwise
        yield Loss(first.ref, "the reason of what is right", "it stands a second time, as general feedback", Counts(reasons=-1))
    if first.type == "true-false" and len(first.options) != 1:
        yield Loss(
            first.ref,
            "several statements in one question",
            "each is a true-false question of its own, under the same scene",
            Counts(questions=1 - len(first.options)),
        )
    if first.type == "matching":
        rightful = [pair.right for pair in first.pairs] + [entry.text for entry in first.distractors]
        loose = sum(bool(entry.feedback) for entry in first.distractors)
        yield Loss(first.ref, "the reason of each row", "together in the general feedback", Counts(reasons=loose))
        if any(teller.main.has_emphasis([words]) for words in rightful):
            yield Loss(first.ref, "emphasis in what belongs to a row", "the words stand without it")
        if len(told) > 1:
            yield Loss(first.ref, "the language of what belongs to a row", "both languages stand there, parted by a stroke")
    if first.type == "ordering":
        yield Loss(first.ref, "the reason of each step", "together in the general feedback")
    if first.type == "short-text":
        yield from _written_losses(told)
    if any(entry.misconception for entry in (*first.options, *first.distractors, *first.mistakes)):
        yield Loss(first.ref, "which option shows which belief", "the beliefs are tags of the question")
    if any(_PICTURE.search(text) for question in told for text in _texts(question)):
        yield Loss(first.ref, "a picture in a text", "its words stand in its place")


def doubled_example(told: Told) -> Iterator[Loss]:
    """What Moodle XML says a second time beside what both formats do."""
    if told[0].type == "reflection":
        where = "it stands for graders and, as general feedback, for learners"
        yield Loss(told[0].ref, "the example of a good answer", where, Counts(reasons=-1))


def _written_losses(told: Told) -> Iterator[Loss]:
    first, kept = told[0], foreseen(told)
    if first.number is None:
        yield Loss(
            first.ref, "full stops, dashes and quotation marks that do not count", "Moodle compares them; capitals do not count there"
        )
    else:
        words = [entry.text for question in told for entry in question.mistakes if not written_number(entry.text, question.language)]
        if words:
            yield Loss(first.ref, f"foreseen answers that are no number ({', '.join(words)})", "left out")
        yield Loss(first.ref, "units and words beside a number", "Moodle takes the number alone")
    accepted = len(dict.fromkeys(words for question in told for words in question.accept))
    more = Counts(0, accepted + len(kept) - len(first.accept) - len(first.mistakes), len(kept) - len(first.mistakes))
    if any(astuple(more)):
        yield Loss(first.ref, "the answers that are foreseen", "as Moodle tells them apart, each once", Counts() - more)


def _texts(question: Question) -> Iterator[str]:
    yield from (question.scenario, question.stem, question.feedback, question.model)
    for entry in (*question.options, *question.distractors, *question.steps, *question.mistakes):
        yield from (entry.text, entry.feedback)
    for pair in question.pairs:
        yield from (pair.left, pair.right, pair.feedback)
    for criterion in question.criteria:
        yield from (criterion.text, criterion.mend)
