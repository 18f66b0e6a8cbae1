"""Reads a question of QTI 2.1, 2.2 or 3: one assessmentItem.

QTI 3 names the same parts `qti-simple-choice` and `response-identifier`; both spellings are read as one.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from manusiawi.exchange.question import MAX_ANSWERS, Choice, Criterion, Pair, Question, Reading, Refusal, shortened
from manusiawi.exchange.readers.carry import asked, number, paragraphs, sentence, word
from manusiawi.exchange.readers.foreseen import explained
from manusiawi.exchange.readers.settle import settle
from manusiawi.exchange.readers.xmltree import Element, parse_xml

_VERDICTS = {"true": True, "false": False, "t": True, "f": False}
_DECLARED = ("responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback")
_PROMPTS = ("prompt",)
_INTERACTION = re.compile(r"\w+Interaction")
_NO_MEDIA = re.compile(r"<(?!(?:img|object|audio|video)\b)[^>]*>")  # a picture or a sound says something without words


def read_item(text: str, file: str, language: str) -> Reading:
    """The one question of an item's XML."""
    try:
        root = parse_xml(text, file)
    except Refusal as refusal:
        return Reading(faults=[refusal.fault])
    if _name(root) != "assessmentItem":
        return Reading(
            faults=[
                Refusal(
                    root.place,
                    f"the file begins with <{root.name[:40]}>",
                    "<assessmentItem>, one question as QTI 2.1, 2.2 or 3 writes it",
                    "name the items one by one, or the package that holds them",
                ).fault
            ]
        )
    reading = Reading()
    question = Question(root.place, ref=_attribute(root, "identifier"), name=word(_attribute(root, "identifier")))
    question.language, question.revision = language, _attribute(root, "label")
    try:
        _Item(root, question, language).read()
        settle(question)
        reading.questions.append(question)
    except Refusal as refusal:
        reading.faults.append(refusal.fault)
    reading.notes += question.lost
    return reading


class _Item:
    """An item while it is read: its interaction, its feedback by identifier, what was used of it."""

    def __init__(self, root: Element, question: Question, language: str) -> None:
        self.root, self.question, self.language = root, question, language
        self.feedback = {_attribute(found, "identifier"): found for found in root.children if _name(found) == "modalFeedback"}
        self.used: set[str] = set()
        self.inline: dict[str, Element] = {}

    def read(self) -> None:
        """Fills the question; raises Refusal where it cannot be one."""
        for child in self.root.children:
            if _name(child) not in _DECLARED and words_of(child):
                self.question.lose(f'<{child.name}> is not carried: "{shortened(words_of(child), 300)}"', child.place.line)
        body = next((child for child in self.root.children if _name(child) == "itemBody"), None)
        found = [part for part in _within(body) if _INTERACTION.fullmatch(_name(part))] if body else []
        if body is None or not found:
            raise self.question.refuse("asks nothing", "one interaction, such as choiceInteraction", "write what learners answer")
        if len(found) > 1:
            raise self.question.refuse(
                f"has {len(found)} interactions ({', '.join(_name(part) for part in found)})",
                "one interaction an item",
                "make an item of each",
                found[1].place,
            )
        interaction = found[0]
        if _name(interaction) not in _INTERACTIONS:
            raise self.question.refuse(
                f'is of the kind {_name(interaction)}, with the words "{shortened(words_of(interaction), 300)}"',
                ", ".join(_INTERACTIONS),
                "ask it in another way",
                interaction.place,
            )
        if len(interaction.children) > 2 * MAX_ANSWERS:
            raise self.question.refuse(f"has {len(interaction.children):,} parts", f"at most {MAX_ANSWERS} answers", "part the question")
        self._stem(body, interaction)
        _INTERACTIONS[_name(interaction)](self, interaction)
        self._rest()

    def _stem(self, body: Element, interaction: Element) -> None:
        """The scene and the question: what stands around the interaction, then its prompt."""
        prompt = next((child for child in interaction.children if _name(child) in _PROMPTS), None)
        around = markup(body, without=interaction)
        stem = markup(prompt) if prompt else ""
        if stem.strip():
            if words_of_markup(around):
                self.question.scenario = paragraphs(self.question, around, "html", self.language, body.place)
            self.question.stem = self.sentence(prompt)
        else:
            asked(self.question, around, "html", self.language, body.place)

    def sentence(self, element: Element | None) -> str:
        """An element's content on one line of Markdown; the feedback inside a choice is left for its own place."""
        if element is None:
            return ""
        for child in element.children:
            if _name(child) == "feedbackInline":
                self.inline[_attribute(child, "identifier")] = child
        return sentence(self.question, markup(element, drop=("feedbackInline",)), "html", self.language, element.place)

    def reason(self, identifier: str, words: str) -> str:
        """The feedback that hangs on an identifier, without a line above it that only repeats the words of the choice."""
        parts = []
        if identifier in self.feedback:
            self.used.add(identifier)
            found = self.feedback[identifier]
            for child in found.children:
                if "lead" in _attribute(child, "class").split() and words_of(child) == words:
                    found.content.remove(child)
            parts.append(sentence(self.question, markup(found), "html", self.language, found.place))
        if identifier in self.inline:
            parts.append(self.sentence(self.inline.pop(identifier)))
        return " ".join(part for part in parts if part)

    def whole(self) -> list[Element]:
        """The feedback that no choice has taken."""
        return [found for name, found in self.feedback.items() if name not in self.used]

    def right(self) -> list[str]:
        """The values of the correct response."""
        declared = next((child for child in self.root.children if _name(child) == "responseDeclaration"), None)
        correct = next((child for child in declared.children if _name(child) == "correctResponse"), None) if declared else None
        return [" ".join(value.words.split()) for value in correct.children if _name(value) == "value"] if correct else []

    def mapped(self) -> list[tuple[str, float]]:
        """The entries of the response's mapping with their values."""
        declared = next((child for child in self.root.children if _name(child) == "responseDeclaration"), None)
        mapping = next((child for child in declared.children if _name(child) == "mapping"), None) if declared else None
        if mapping is None:
            return []
        return [
            (_attribute(entry, "mapKey"), number(_attribute(entry, "mappedValue")) or 0.0)
            for entry in mapping.children
            if _name(entry) == "mapEntry"
        ]

    def _rest(self) -> None:
        """The feedback that is left becomes that of the whole question."""
        for found in self.whole():
            text = sentence(self.question, markup(found), "html", self.language, found.place)
            self.question.feedback = " ".join(part for part in (self.question.feedback, text) if part)
        for name, found in self.inline.items():
            self.question.lose(f'the feedback "{name}" is not carried: "{shortened(words_of(found), 300)}"', found.place.line)


def _choice(item: _Item, interaction: Element) -> None:
    question, right = item.question, item.right()
    weights = dict(item.mapped())
    right = right or [name for name, value in weights.items() if value > 0]
    single = _attribute(interaction, "maxChoices") == "1"
    question.type = "single-choice" if single and len(right) < 2 else "multiple-choice"
    for choice in _all(interaction, "simpleChoice"):
        name = _attribute(choice, "identifier")
        question.options.append(Choice(item.sentence(choice), item.reason(name, words_of(choice)), name in right))
    partial = {value for name, value in weights.items() if name in right or value}
    if len(partial) > 1:
        question.lose(f"the weights {', '.join(f'{value:g}' for value in sorted(partial))} are not carried: right options count alike")


def _match(item: _Item, interaction: Element) -> None:
    question, sets = item.question, list(_all(interaction, "simpleMatchSet"))
    if len(sets) != 2:
        raise question.refuse(f"has {len(sets)} sets to match", "two sets", "write what belongs together in two sets", interaction.place)
    rows = {_attribute(choice, "identifier"): choice for choice in _all(sets[0], "simpleAssociableChoice")}
    held = {_attribute(choice, "identifier"): choice for choice in _all(sets[1], "simpleAssociableChoice")}
    pairs = [pair.split(" ") for pair in item.right() or [name for name, value in item.mapped() if value > 0]]
    belongs = {pair[0]: pair[1] for pair in pairs if len(pair) == 2}
    if set(map(str.lower, held)) in ({"true", "false"}, {"t", "f"}):
        question.type = "true-false"
        question.options = [
            Choice(item.sentence(row), item.reason(name, words_of(row)), _VERDICTS[belongs.get(name, "false").lower()])
            for name, row in rows.items()
        ]
        return
    question.type = "matching"
    for name, row in rows.items():
        right = held.get(belongs.get(name, ""))
        text = item.sentence(row)
        if right is None:
            raise question.refuse(
                f'has the row "{shortened(text)}" that matches nothing', "a match for every row", "say what belongs to it"
            )
        question.pairs.append(Pair(text, item.sentence(right), item.reason(name, f"{words_of(row)}: {words_of(right)}")))
    question.distractors = [
        Choice(item.sentence(choice), item.reason(name, words_of(choice))) for name, choice in held.items() if name not in belongs.values()
    ]


def _order(item: _Item, interaction: Element) -> None:
    question, right = item.question, item.right()
    held = {_attribute(choice, "identifier"): choice for choice in _all(interaction, "simpleChoice")}
    if sorted(right) != sorted(held):
        raise question.refuse("does not say the order of its steps", "every step in correctResponse", "write the right order")
    question.type = "ordering"
    question.steps = [Choice(item.sentence(held[name]), item.reason(name, words_of(held[name]))) for name in right]


def _entry(item: _Item, interaction: Element) -> None:
    question = item.question
    question.type = "short-text"
    declared = next(child for child in item.root.children if _name(child) == "responseDeclaration")
    numeric = _attribute(declared, "baseType") in ("float", "integer")
    right = list(dict.fromkeys([*item.right(), *(name for name, value in item.mapped() if value > 0)]))
    if numeric and right:
        question.number = number(right[0])
        question.tolerance = next((_tolerance(found) for found in _within(item.root) if _name(found) == "equal"), 0.0)
    else:
        question.accept = [word(text) for text in right]
    for words, name in _foreseen(item.root):
        question.mistakes.append(Choice(word(words), item.reason(name, words)))
    rest = item.whole()
    feedbacks = []
    for found in rest:
        item.used.add(_attribute(found, "identifier"))
        for child in list(found.children):
            if "model" in _attribute(child, "class").split():
                question.model = item.sentence(child)
                found.content.remove(child)
                found.children.remove(child)
        feedbacks.append(sentence(question, markup(found), "html", item.language, found.place))
    explained(question, [text for text in feedbacks if text])


def _foreseen(root: Element) -> Iterator[tuple[str, str]]:
    """Wrong answers that the processing looks for, each with the feedback that it sets."""
    for condition in _within(root):
        if _name(condition) != "responseIf":
            continue
        tested = next((child for child in condition.children if _name(child) in ("stringMatch", "equal", "match")), None)
        base = next((child for child in tested.children if _name(child) == "baseValue"), None) if tested else None
        outcome = next((child for child in condition.children if _name(child) == "setOutcomeValue"), None)
        value = next((child for child in _within(outcome) if _name(child) == "baseValue"), None) if outcome else None
        if base is not None and value is not None and _attribute(value, "baseType") == "identifier":
            yield base.words, value.words.strip()


def _tolerance(equal: Element) -> float:
    return number((_attribute(equal, "tolerance").split() or ["0"])[0]) or 0.0 if _attribute(equal, "toleranceMode") == "absolute" else 0.0


def _extended(item: _Item, interaction: Element) -> None:
    question = item.question
    question.type = "reflection"
    rest = item.whole()
    texts = []
    for found in rest:
        item.used.add(_attribute(found, "identifier"))
        for child in _within(found):
            if _name(child) == "ul" and "criteria" in _attribute(child, "class").split():
                question.criteria = [_criterion(item, row) for row in _all(child, "li")]
        texts.append(found)
    models = [child for found in texts for child in found.children if "model" in _attribute(child, "class").split()]
    question.model = "\n\n".join(paragraphs(question, markup(found), "html", item.language, found.place) for found in (models or texts))


def _criterion(item: _Item, row: Element) -> Criterion:
    lines = paragraphs(item.question, markup(row), "html", item.language, row.place).split("\n\n")
    mend = re.sub(r"^\*[^*]+\* ", "", lines[1]) if len(lines) > 1 else ""
    return Criterion(lines[0], mend)


_INTERACTIONS: dict[str, Callable[[_Item, Element], None]] = {
    "choiceInteraction": _choice,
    "matchInteraction": _match,
    "orderInteraction": _order,
    "textEntryInteraction": _entry,
    "extendedTextInteraction": _extended,
}


def _name(element: Element) -> str:
    """The name without its prefix, as QTI 2 spells it."""
    bare = element.name.rpartition(":")[2].removeprefix("qti-")
    return re.sub(r"-(\w)", lambda found: found[1].upper(), bare)


def _attribute(element: Element, name: str) -> str:
    kebab = re.sub(r"[A-Z]", lambda found: f"-{found[0].lower()}", name)
    return element.attributes.get(name, element.attributes.get(kebab, ""))


def _all(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element.children if _name(child) == name)


def _within(element: Element) -> Iterator[Element]:
    """The elements at any depth, in their order."""
    for child in element.children:
        yield child
        yield from _within(child)


def markup(element: Element, without: Element | None = None, drop: tuple[str, ...] = ()) -> str:
    """The content of an element as HTML, without one element in it and without those named."""
    made = []
    for part in element.content:
        if isinstance(part, str):
            made.append(html.escape(part, quote=False))
        elif part is without or _name(part) in drop:
            continue
        elif _name(part) == "div":  # it groups what has paragraphs of its own
            made.append(markup(part, without, drop))
        else:
            given = "".join(f' {name}="{html.escape(value)}"' for name, value in part.attributes.items())
            made.append(f"<{_name(part)}{given}>{markup(part, without, drop)}</{_name(part)}>")
    return "".join(made)


def words_of(element: Element) -> str:
    """Every word at any depth."""
    return " ".join("".join(part if isinstance(part, str) else f" {words_of(part)} " for part in element.content).split())


def words_of_markup(text: str) -> str:
    """The words of HTML, or the name of a picture or sound in it."""
    return _NO_MEDIA.sub("", text).strip()
