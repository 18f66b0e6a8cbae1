"""Makes questions for other tools of the items of a course; what only this site can show becomes words or is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from manusiawi.entries.items import (
    BranchingCase,
    Inspection,
    Item,
    Matching,
    MultipleChoice,
    Option,
    Ordering,
    Reflection,
    ShortText,
    SingleChoice,
    TrueFalse,
)
from manusiawi.exchange.question import Choice, Criterion, Pair, Question
from manusiawi.exchange.written import Loss
from manusiawi.ground.links import is_external
from manusiawi.model.addresses import built
from manusiawi.model.course import Course
from manusiawi.model.page import MARK
from manusiawi.model.references import reference
from manusiawi.model.revision import revisions

_RELATIVE = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]+)>?[^)]*\)")

Said = Callable[[str], str]  # a text of the course as another tool shows it


def outward(course: Course, item: Item, language: str) -> Question | None:
    """The item as a question in one language; None for a branching case, which no other tool's question holds."""
    build = _BODIES.get(type(item))
    if build is None:
        return None

    def said(text: str) -> str:
        return unmarked(course, language, text)

    current = dict(pair.split("-", 1) for pair in revisions(item).split())
    question = Question(
        item.at,
        name=item.id,
        type=item.type,
        ref=item.id,
        scenario=said(item.scenario[language]) if item.scenario else "",
        stem=said(item.stem[language]),
        language=language,
        module=course.item_modules[item.id],
        outcome=item.outcome,
        bloom=item.bloom,
        lesson=item.lesson,
        revision=current[language],
    )
    build(question, item, language, said)
    return question


def questions_of(course: Course, module: str, language: str) -> list[Question]:
    """The questions of a module's bank, in its order, without its branching cases and without those of the test forms."""
    made = (outward(course, item, language) for item in course.banks[module].items if not item.forms)
    return [question for question in made if question is not None]


def questions_of_tests(course: Course, module: str, form: str, language: str) -> list[Question]:
    """The questions that a module gives to a test form, in the order of its bank."""
    made = (outward(course, item, language) for item in course.banks[module].items if form in item.forms)
    return [question for question in made if question is not None]


def untaken(course: Course, module: str, language: str) -> list[Loss]:
    """What of a module's bank no question of another tool can be: its branching cases."""
    return [
        Loss(item.id, "a case with ways to choose", f"left out; it is played on {built(course.item_path(item.id))}")
        for item in course.banks[module].items
        if isinstance(item, BranchingCase)
    ]


def unmarked(course: Course, language: str, text: str) -> str:
    """A text whose marks are the words of what they cite, and whose links to pages of the course are their words alone."""

    def words(found: re.Match[str]) -> str:
        named = reference(course, language, found[1], " ".join((found[2] or "").split()))
        return named[0] if named else found[0]

    return _RELATIVE.sub(lambda link: link[0] if is_external(link[2]) else link[1], MARK.sub(words, text))


def answer_words(question: Question) -> Iterable[str]:
    """Every text that a learner can choose, order, match or is told as an answer, for counts and comparisons."""
    yield from (option.text for option in question.options)
    for pair in question.pairs:
        yield from (pair.left, pair.right)
    yield from (entry.text for entry in (*question.distractors, *question.steps, *question.mistakes))
    yield from question.accept


def _options(question: Question, item: SingleChoice | MultipleChoice, language: str, said: Said) -> None:
    question.options = [_option(option, language, said) for option in item.options]


def _option(option: Option, language: str, said: Said) -> Choice:
    return Choice(said(option.text[language]), said(option.feedback[language]), option.key, option.misconception)


def _statements(question: Question, item: TrueFalse, language: str, said: Said) -> None:
    question.options = [
        Choice(said(entry.text[language]), said(entry.feedback[language]), entry.answer, entry.misconception) for entry in item.statements
    ]


def _pairs(question: Question, item: Matching, language: str, said: Said) -> None:
    question.pairs = [Pair(said(pair.left[language]), said(pair.right[language]), said(pair.feedback[language])) for pair in item.pairs]
    question.distractors = [
        Choice(said(entry.text[language]), said(entry.feedback[language]), False, entry.misconception) for entry in item.distractors
    ]


def _steps(question: Question, item: Ordering, language: str, said: Said) -> None:
    question.steps = [Choice(said(step.text[language]), said(step.feedback[language])) for step in item.steps]


def _short(question: Question, item: ShortText, language: str, said: Said) -> None:
    question.accept = list(item.accept[language]) if item.accept else []
    question.number, question.tolerance = item.number, item.tolerance
    question.model, question.feedback = said(item.answer[language]), said(item.feedback[language])
    question.mistakes = [
        Choice(words, said(mistake.feedback[language]), False, mistake.misconception)
        for mistake in item.mistakes
        for words in mistake.match[language]
    ]


def _model(question: Question, item: Reflection, language: str, said: Said) -> None:
    question.model = said(item.model[language])
    question.criteria = [Criterion(said(entry.text[language]), said(entry.mend[language])) for entry in item.criteria]


def _places(question: Question, item: Inspection, language: str, said: Said) -> None:
    question.picture = item.picture
    question.options = [
        Choice(said(place.text[language]), said(place.feedback[language]), place.barrier, place.misconception) for place in item.places
    ]


_BODIES: dict[type[Item], Callable[..., None]] = {
    SingleChoice: _options,
    MultipleChoice: _options,
    TrueFalse: _statements,
    Matching: _pairs,
    Ordering: _steps,
    ShortText: _short,
    Inspection: _places,
    Reflection: _model,
}
