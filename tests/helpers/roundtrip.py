"""Sends a generated bank out in a format and back, and says what came back otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from manusiawi.exchange.question import Question, Reading
from manusiawi.exchange.readers.gift import read_gift
from manusiawi.exchange.readers.moodle import read_moodle
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers import gift, moodle
from manusiawi.exchange.writers.shelves import Shelf
from manusiawi.exchange.written import Counts, Written
from manusiawi.language.known import LANGUAGES
from tests.helpers.banks import Maker, Shown
from tests.helpers.exported import real_course
from tests.helpers.moodlerules import gift_kinds, refusals

Write = Callable[[Request, list[Shelf]], Written]
FORMATS: dict[str, tuple[Write, Callable[[str, str, str], Reading]]] = {
    "moodle": (moodle.write_shelves, read_moodle),
    "gift": (gift.write_shelves, read_gift),
}
_GIFT_KINDS = {
    "single-choice": "multichoice",
    "multiple-choice": "multichoice",
    "inspection": "multichoice",
    "true-false": "truefalse",
    "reflection": "essay",
}


def differences(number: int, name: str) -> Iterator[str]:
    """What is not equal in the bank of that number after a way through the format."""
    language = LANGUAGES[number % len(LANGUAGES)]
    request = Request(real_course(), "loket", (language,))
    bank = Maker(number, language).bank([item.id for item in real_course().banks["loket"].items])
    write, read = FORMATS[name]
    file = write(request, [Shelf(("Manusiawi", "Modul 1: a/b"), tuple((question,) for question in bank))])
    content = file.content.decode()
    if file.untold != Counts():
        yield f"{file.taken} in, {file.found} out, {file.untold} untold"
    left = {loss.item for loss in file.losses if loss.counts.questions == 1}
    kept = [question for question in bank if question.ref not in left]
    left_by_markdown = {loss.item for loss in file.losses if "Markdown" in loss.what}
    if (
        left
        - left_by_markdown
        - {question.ref for question in bank if name == "gift" and question.type in ("ordering", "short-text", "matching")}
    ):
        yield f"left out without need: {left}"
    yield from refusals(file.content) if name == "moodle" else _wrong_kinds(content, kept)
    reading = read(content, "file", language)
    yield from map(str, reading.faults)
    back: dict[str, Question] = {question.ref: question for question in reading.questions}
    shown = Shown(language)
    for question in kept:
        yield from _compared(question, back, shown, name)


def _wrong_kinds(content: str, kept: list[Question]) -> Iterator[str]:
    expected = ["category"]
    for question in kept:
        kind = _GIFT_KINDS.get(question.type) or (
            "matching" if question.pairs else "numerical" if question.number is not None else "shortanswer"
        )
        expected += [kind] * (len(question.options) if question.type == "true-false" else 1)
    if gift_kinds(content) != expected:
        yield f"Moodle would read {gift_kinds(content)}, not {expected}"


def _compared(question: Question, back: dict[str, Question], shown: Shown, name: str) -> Iterator[str]:
    if question.type == "true-false":
        for number, option in enumerate(question.options, 1):
            one = back.get(f"{question.ref}-{number}")
            if one is None:
                yield f"{question.ref}-{number} is missing"
                continue
            yield from _unlike(question.ref, shown.sentence(option.text), shown.sentence(one.options[0].text))
            yield from _unlike(question.ref, shown.sentence(option.feedback), shown.sentence(one.options[0].feedback))
            yield from _unlike(question.ref, shown.asked(question.scenario, question.stem), shown.block(one.scenario))
            yield from _unlike(question.ref, option.right, one.options[0].right)
        return
    one = back.get(question.ref)
    if one is None:
        yield f"{question.ref} is missing"
        return
    yield from _unlike(question.ref, "multiple-choice" if question.type == "inspection" else question.type, one.type)
    yield from _unlike(question.ref, shown.block(question.scenario), shown.block(one.scenario))
    yield from _unlike(question.ref, shown.sentence(question.stem), shown.sentence(one.stem))
    yield from _unlike(question.ref, [o.right for o in question.options], [o.right for o in one.options])
    reasons = question.type not in ("matching", "ordering")
    for sent, got in ((question.options, one.options), (question.steps, one.steps)):
        yield from _unlike(question.ref, [shown.sentence(o.text) for o in sent], [shown.sentence(o.text) for o in got])
        if reasons:
            yield from _unlike(question.ref, [shown.sentence(o.feedback) for o in sent], [shown.sentence(o.feedback) for o in got])
    arrow = "→" if name == "gift" else "->"
    yield from _unlike(
        question.ref,
        [(shown.sentence(p.left), shown.words(p.right).replace("->", arrow)) for p in question.pairs],
        [(shown.sentence(p.left), shown.words(p.right)) for p in one.pairs],
    )
    yield from _unlike(
        question.ref,
        [shown.words(d.text).replace("->", arrow) for d in question.distractors],
        [shown.words(d.text) for d in one.distractors],
    )
    yield from _unlike(question.ref, [" ".join(a.split()) for a in question.accept], one.accept)
    yield from _unlike(question.ref, (question.number, question.tolerance), (one.number, one.tolerance))
    yield from _unlike(
        question.ref,
        [(m.text, shown.sentence(m.feedback)) for m in question.mistakes],
        [(m.text, shown.sentence(m.feedback)) for m in one.mistakes],
    )
    if question.type == "short-text":
        yield from _unlike(question.ref, shown.sentence(question.feedback), shown.sentence(one.feedback))
    if question.type == "reflection":
        model = shown.block(one.model)
        yield from _unlike(
            question.ref, shown.block(question.model), model[: len(shown.block(question.model))] if name == "gift" else model
        )


def _unlike(ref: str, sent: object, got: object) -> Iterator[str]:
    if sent != got:
        yield f"{ref}: {sent!r} came back as {got!r}"
