"""Writes questions as an assessment of QTI 1.2.1 in the profile of Common Cartridge 1.1.

After IMS Common Cartridge 1.1 (final, 1 February 2011), section on QTI: multiple choice, multiple response, true/false, essay, fill in the
blank, each with a feedback for every option and one for the whole. A multiple response needs case="Yes" at each varequal, or Moodle
gives no points.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence

from manusiawi.exchange.question import Question
from manusiawi.exchange.texts import ExchangeTexts
from manusiawi.ground.catalogue import say
from manusiawi.language.numbers import plain

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
PROFILES = {
    "single-choice": "cc.multiple_choice.v0p1",
    "multiple-choice": "cc.multiple_response.v0p1",
    "inspection": "cc.multiple_response.v0p1",
    "true-false": "cc.true_false.v0p1",
    "short-text": "cc.fib.v0p1",
    "reflection": "cc.essay.v0p1",
}  # the types that the profile holds, with its names of them


def assessment(identifier: str, title: str, questions: Sequence[Question]) -> bytes:
    """The questions as one assessment."""
    root = etree.Element("questestinterop", xmlns=NAMESPACE)
    whole = etree.SubElement(root, "assessment", ident=identifier, title=title)
    _labels(
        whole,
        {"cc_profile": "cc.exam.v0p1", "qmd_assessmenttype": "Examination", "qmd_scoretype": "Percentage", "cc_maxattempts": "unlimited"},
    )
    section = etree.SubElement(whole, "section", ident="root_section")
    for question in questions:
        section.append(_Item(question).finished())
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode").encode() + b"\n"


def _labels(parent: etree.Element, fields: dict[str, str]) -> None:
    held = etree.SubElement(parent, "qtimetadata")
    for name, value in fields.items():
        field = etree.SubElement(held, "qtimetadatafield")
        etree.SubElement(field, "fieldlabel").text = name
        etree.SubElement(field, "fieldentry").text = value


def _material(parent: etree.Element, html: str) -> None:
    etree.SubElement(etree.SubElement(parent, "material"), "mattext", texttype="text/html").text = html


class _Item:
    """An item under construction."""

    def __init__(self, question: Question) -> None:
        self.question, self.texts = question, ExchangeTexts(question.language)
        self.root = etree.Element("item", ident=question.ref, title=self.texts.plain(question.stem)[:200] or question.ref)
        _labels(etree.SubElement(self.root, "itemmetadata"), {"cc_profile": PROFILES[question.type]})
        self.presentation = etree.SubElement(self.root, "presentation")
        scene = self.texts.block(question.scenario)
        stem = f'<p class="stem"><strong>{self.texts.inline(question.stem)}</strong></p>' if question.stem else ""
        _material(self.presentation, scene + stem)
        self.feedback: list[tuple[str, str]] = []
        self.processing = etree.Element("resprocessing")
        outcomes = etree.SubElement(self.processing, "outcomes")
        etree.SubElement(outcomes, "decvar", varname="SCORE", vartype="Decimal", minvalue="0", maxvalue="100")

    def finished(self) -> etree.Element:
        """The item with its processing and feedback."""
        general = _BODIES[self.question.type](self)
        if general:
            shown = etree.Element("respcondition", {"continue": "Yes"})
            etree.SubElement(etree.SubElement(shown, "conditionvar"), "other")
            etree.SubElement(shown, "displayfeedback", feedbacktype="Response", linkrefid="general_fb")
            self.processing.insert(1, shown)
            self.feedback.append(("general_fb", general))
        self.root.append(self.processing)
        for name, html in self.feedback:
            _material(etree.SubElement(etree.SubElement(self.root, "itemfeedback", ident=name), "flow_mat"), html)
        return self.root

    def choices(self, cardinality: str, entries: Sequence[tuple[str, str]]) -> None:
        """The options, each with its name."""
        box = etree.SubElement(self.presentation, "response_lid", ident="response", rcardinality=cardinality)
        held = etree.SubElement(box, "render_choice")
        for name, html in entries:
            _material(etree.SubElement(held, "response_label", ident=name), html)

    def explain(self, name: str, html: str, value: str = "") -> None:
        """A feedback that is shown where a value is answered."""
        if html:
            shown = self.condition("Yes", value or name)
            etree.SubElement(shown, "displayfeedback", feedbacktype="Response", linkrefid=f"{name}_fb")
            self.feedback.append((f"{name}_fb", f"<p>{html}</p>"))

    def condition(self, goes_on: str, value: str = "") -> etree.Element:
        """A condition, with the value that it asks for."""
        made = etree.SubElement(self.processing, "respcondition", {"continue": goes_on})
        held = etree.SubElement(made, "conditionvar")
        if value:
            etree.SubElement(held, "varequal", respident="response").text = value
        return made

    def point(self, made: etree.Element) -> None:
        """Gives the point under a condition."""
        etree.SubElement(made, "setvar", action="Set", varname="SCORE").text = "100"


def _choice(item: _Item) -> str:
    named = [(f"O{number}", option) for number, option in enumerate(item.question.options, 1)]
    single = item.question.type == "single-choice"
    item.choices("Single" if single else "Multiple", [(name, item.texts.inline(option.text)) for name, option in named])
    for name, option in named:
        item.explain(name, item.texts.inline(option.feedback))
    if single:
        item.point(item.condition("No", next(name for name, option in named if option.right)))
        return _paragraph(item, item.question.feedback)
    made = item.condition("No")
    every = etree.SubElement(made[0], "and")
    for name, option in named:
        parent = every if option.right else etree.SubElement(every, "not")
        etree.SubElement(parent, "varequal", respident="response", case="Yes").text = name
    item.point(made)
    return _paragraph(item, item.question.feedback)


def _paragraph(item: _Item, text: str) -> str:
    return f"<p>{item.texts.inline(text)}</p>" if text else ""


def _true_false(item: _Item) -> str:
    statement = item.question.options[0]
    language = item.question.language
    _material(item.presentation, f'<p class="stem">{item.texts.inline(statement.text)}</p>')
    item.choices("Single", [("true", say(language, "true")), ("false", say(language, "false"))])
    item.point(item.condition("No", "true" if statement.right else "false"))
    return _paragraph(item, statement.feedback)


def _short(item: _Item) -> str:
    question = item.question
    box = etree.SubElement(item.presentation, "response_str", ident="response", rcardinality="Single")
    etree.SubElement(etree.SubElement(box, "render_fib", columns="30"), "response_label", ident="answer", rshuffle="No")
    for number, mistake in enumerate(question.mistakes, 1):
        item.explain(f"M{number}", item.texts.inline(mistake.feedback), mistake.text)
    right = list(question.accept) if question.number is None else [plain(question.number)]
    for words in right:
        item.point(item.condition("No", words))
    model = f'<p class="model">{item.texts.inline(question.model)}</p>' if question.model else ""
    return model + _paragraph(item, question.feedback)


def _essay(item: _Item) -> str:
    question, language = item.question, item.question.language
    box = etree.SubElement(item.presentation, "response_str", ident="response", rcardinality="Single")
    etree.SubElement(etree.SubElement(box, "render_fib", rows="6", columns="60"), "response_label", ident="answer", rshuffle="No")
    rows = "".join(
        f"<li>{item.texts.inline(entry.text)}<br>{say(language, 'if-missing')} {item.texts.inline(entry.mend)}</li>"
        for entry in question.criteria
    )
    listed = f'<p class="criteria">{say(language, "criteria-of")}</p><ul class="criteria">{rows}</ul>' if rows else ""
    return f"{item.texts.block(question.model)}{listed}"


_BODIES: dict[str, Callable[[_Item], str]] = {  # each gives the feedback to the whole
    "single-choice": _choice,
    "multiple-choice": _choice,
    "inspection": _choice,
    "true-false": _true_false,
    "short-text": _short,
    "reflection": _essay,
}
