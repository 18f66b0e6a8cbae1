"""Reads the questions of an assessment of QTI 1.2, as Common Cartridge, Canvas and Blackboard hold it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from manusiawi.exchange.question import MAX_QUESTIONS, Choice, Criterion, Question, Reading, Refusal, shortened
from manusiawi.exchange.readers.carry import asked, number, paragraphs, sentence, word
from manusiawi.exchange.readers.foreseen import explained, statement
from manusiawi.exchange.readers.settle import settle
from manusiawi.exchange.readers.xmltree import Element, parse_xml
from manusiawi.ground.catalogue import say
from manusiawi.language.known import LANGUAGES

_MODEL = re.compile(r'<p class="model">(.*?)</p>')  # as our own writer sets a model answer and the criteria apart
_CRITERIA, _ROW = re.compile(r'<p class="criteria">.*?</p>'), re.compile(r"<li>(.*?)</li>", re.DOTALL)
_TRUTHS = {"true": True, "false": False, "benar": True, "salah": False}


def read_assessment(text: str, file: str, language: str) -> Reading:
    """The questions of every item of the file; one that cannot be read becomes a fault."""
    reading = Reading()
    try:
        root = parse_xml(text, file)
        if root.name.rpartition(":")[2] != "questestinterop":
            raise Refusal(root.place, f"the file begins with <{root.name[:40]}>", "<questestinterop>", "name the file with the questions")
    except Refusal as refusal:
        return Reading(faults=[refusal.fault])
    items = [element for element in _within(root) if element.name == "item"]
    if len(items) > MAX_QUESTIONS:
        most = f"{MAX_QUESTIONS:,}"
        return Reading(
            faults=[Refusal(items[MAX_QUESTIONS].place, f"more than {most} questions", f"at most {most} a file", "part the file").fault]
        )
    for element in items:
        _read(element, language, reading)
    return reading


def _read(element: Element, language: str, reading: Reading) -> None:
    question = Question(element.place, ref=element.attributes.get("ident", ""), name=word(element.attributes.get("title", "")))
    question.language = language
    item = _Item(element, question, language)
    try:
        kind = item.kind()
        if kind not in _KINDS:
            words = shortened(" ".join(found.words for found in _within(element) if found.name == "mattext"), 300)
            raise question.refuse(f'is of the kind "{kind}", with the words "{words}"', ", ".join(_KINDS), "ask it in another way")
        presentation = element.one("presentation")
        stems = [found for found in _within(presentation, without=("render_choice",)) if found.name == "mattext"] if presentation else []
        asked(question, "\n".join(_html(found) for found in stems), "html", language, element.place)
        _KINDS[kind](item)
        item.rest()
        settle(question)
        reading.questions.append(question)
    except Refusal as refusal:
        reading.faults.append(refusal.fault)
    reading.notes += question.lost


class _Item:
    """An item while it is read."""

    def __init__(self, element: Element, question: Question, language: str) -> None:
        self.element, self.question, self.language = element, question, language
        self.feedback = {found.attributes.get("ident", ""): found for found in element.all("itemfeedback")}
        self.used: set[str] = set()

    def kind(self) -> str:
        """The profile's name of the type, without what surrounds it; that which Canvas writes where there is none."""
        labels = {found.get("fieldlabel"): found.get("fieldentry") for found in _within(self.element) if found.name == "qtimetadatafield"}
        named = labels.get("cc_profile") or labels.get("question_type", "")
        return named.removeprefix("cc.").removesuffix(".v0p1").removesuffix("_question")

    def conditions(self) -> Iterator[tuple[Element, Element]]:
        """Each condition of the processing with what it asks for."""
        for found in _within(self.element):
            asks = found.one("conditionvar") if found.name == "respcondition" else None
            if asks is not None:
                yield found, asks

    def right(self) -> list[str]:
        """The values that earn points, those that must not be chosen left out."""
        return [
            "".join(value.words.split()) if value.attributes.get("case") else value.words.strip()
            for found, asks in self.conditions()
            if any((number(mark.words) or 0) > 0 for mark in found.all("setvar"))
            for value in _within(asks, without=("not",))
            if value.name == "varequal"
        ]

    def reason(self, value: str) -> str:
        """The feedback that is shown where a value is answered."""
        for found, asks in self.conditions():
            shown = found.one("displayfeedback")
            values = [entry.words.strip() for entry in _within(asks) if entry.name == "varequal"]
            name = shown.attributes.get("linkrefid", "") if shown else ""
            if values == [value] and name in self.feedback:
                self.used.add(name)
                return self.text(self.feedback[name])
        return ""

    def text(self, element: Element) -> str:
        """The words of an element on one line of Markdown."""
        held = [found for found in _within(element) if found.name == "mattext"]
        return " ".join(sentence(self.question, _html(found), _form(found), self.language, found.place) for found in held)

    def labels(self) -> list[tuple[str, Element]]:
        """The options with their names."""
        return [(found.attributes.get("ident", ""), found) for found in _within(self.element) if found.name == "response_label"]

    def rest(self) -> None:
        """The feedback that belongs to no option becomes that of the whole question."""
        held = [
            found for name, text in self.feedback.items() if name not in self.used for found in _within(text) if found.name == "mattext"
        ]
        question = self.question
        if question.type == "reflection":
            parts = [_CRITERIA.split(found.words) for found in held]
            question.model = "\n\n".join(
                paragraphs(question, part[0], _form(found), self.language, found.place) for part, found in zip(parts, held, strict=True)
            )
            rows = [row for part in parts for listed in part[1:] for row in _ROW.findall(listed)]
            question.criteria = [Criterion(*self._criterion(row)) for row in rows]
            return
        told = []
        for found in held:
            model = _MODEL.search(found.words)
            if model:
                question.model = sentence(question, model[1], "html", self.language, found.place)
            told.append(sentence(question, _MODEL.sub("", found.words), _form(found), self.language, found.place))
        explained(question, [part for part in told if part])

    def _criterion(self, row: str) -> tuple[str, str]:
        text, _, mend = row.partition("<br>")
        lead = next((say(language, "if-missing") for language in LANGUAGES if mend.startswith(say(language, "if-missing"))), "")
        return (
            sentence(self.question, text, "html", self.language, self.element.place),
            sentence(self.question, mend.removeprefix(lead), "html", self.language, self.element.place),
        )


def _choice(item: _Item) -> None:
    right = item.right()
    item.question.type = "single-choice" if item.kind() == "multiple_choice" else "multiple-choice"
    item.question.options = [Choice(item.text(label), item.reason(name), name in right) for name, label in item.labels()]


def _true_false(item: _Item) -> None:
    item.question.type = "true-false"
    right = item.right()
    truths = {name: _TRUTHS.get(name.lower(), _TRUTHS.get(item.text(label).lower())) for name, label in item.labels()}
    if len(right) != 1 or truths.get(right[0]) is None:
        raise item.question.refuse("does not say whether it is true", "one right answer, true or false", "mark the right one")
    statement(item.question, bool(truths[right[0]]), item.reason(right[0]), [item.reason(name) for name in truths if name != right[0]])


def _short(item: _Item) -> None:
    question = item.question
    question.type = "short-text"
    question.accept = [word(value) for value in item.right()]
    for _, asks in item.conditions():
        for value in _within(asks):
            words = word(value.words)
            if value.name == "varequal" and words not in question.accept:
                question.mistakes.append(Choice(words, item.reason(value.words.strip())))


def _essay(item: _Item) -> None:
    item.question.type = "reflection"


_KINDS: dict[str, Callable[[_Item], None]] = {
    "multiple_choice": _choice,
    "multiple_response": _choice,
    "multiple_answers": _choice,
    "true_false": _true_false,
    "fib": _short,
    "pattern_match": _short,
    "short_answer": _short,
    "essay": _essay,
}


def _within(element: Element, without: tuple[str, ...] = ()) -> Iterator[Element]:
    """The elements at any depth, in their order, without what lies in those named."""
    for child in element.children:
        if child.name not in without:
            yield child
            yield from _within(child, without)


def _html(element: Element) -> str:
    return element.words


def _form(element: Element) -> str:
    return "html" if element.attributes.get("texttype", "text/html").endswith("html") else "plain"
