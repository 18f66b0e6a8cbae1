"""Writes questions as a QTI 2.1 package: one item a file, a test that lists them, a manifest.

After IMS Question and Test Interoperability 2.1 (final, 31 August 2012). Players show a modal feedback only where the outcome that it
names holds its identifier, so every item sets that outcome itself.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence

from manusiawi.exchange.outward import questions_of, untaken
from manusiawi.exchange.question import Choice, Question
from manusiawi.exchange.readers.qti import read_item
from manusiawi.exchange.request import Request
from manusiawi.exchange.texts import ExchangeTexts
from manusiawi.exchange.written import Loss, Written, counted
from manusiawi.ground.archive import zipped
from manusiawi.ground.catalogue import say
from manusiawi.language.numbers import plain

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
METADATA = "http://www.imsglobal.org/xsd/imsmd_v1p2"
_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_XSD = {QTI: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd", PACKAGE: "http://www.imsglobal.org/xsd/imscp_v1p1.xsd"}
_ANSWERED = "ANSWERED"  # the feedback that is shown whatever was answered

Tree = etree.Element  # a builder of elements


def write_qti(request: Request) -> Written:
    """The package of a module's questions in one language."""
    language = request.languages[0]
    questions = questions_of(request.course, request.module, language)
    losses = untaken(request.course, request.module, language)
    items: dict[str, bytes] = {}
    back: list[Question] = []
    for question in questions:
        items[f"items/{question.ref}.xml"] = content = item_xml(question)
        read = read_item(content.decode(), f"items/{question.ref}.xml", language)
        back += read.questions
        losses += _losses(question)
    title = request.course.modules[request.module].title[language]
    files = {
        "imsmanifest.xml": _manifest(request, questions, title),
        "test.xml": _test(f"{request.module}-{language}", title, questions),
        **items,
    }
    name = f"{request.name}.qti.zip"
    return Written(name, zipped(files), counted(questions), counted(back), tuple(losses))


def _losses(question: Question) -> list[Loss]:
    losses = []
    if question.type == "inspection":
        losses.append(Loss(question.ref, "an inspection", "it is a question with several right options"))
    if question.picture:
        losses.append(Loss(question.ref, "the drawing of the room", "left out; the list of places says all that it shows"))
    if any(entry.misconception for entry in (*question.options, *question.distractors, *question.mistakes)):
        losses.append(Loss(question.ref, "which option shows which belief", "the beliefs are keywords of the item in the manifest"))
    return losses


def item_xml(question: Question) -> bytes:
    """One question as an assessmentItem."""
    made = _Item(question)
    _BODIES[question.type](made)
    return _bytes(made.finished())


class _Item:
    """An item under construction: its declarations, body, processing and feedback are put together at the end."""

    def __init__(self, question: Question) -> None:
        self.question, self.texts = question, ExchangeTexts(question.language)
        self.declaration: etree.Element | None = None
        self.body = etree.Element("itemBody")
        self.processing = etree.Element("responseProcessing")
        self.feedback: list[tuple[str, str]] = []  # identifier, HTML
        self.scored = True
        if question.scenario:
            self.block(self.body, self.texts.block(question.scenario), {"class": "scenario"})

    def say(self, key: str) -> str:
        return say(self.question.language, key)

    def block(self, parent: etree.Element, html: str, attributes: dict[str, str] | None = None) -> None:
        """Adds HTML as a block."""
        parent.append(_fragment("div", html, attributes))

    def interaction(self, name: str, **attributes: str) -> etree.Element:
        """Adds the interaction with the question's stem as its prompt."""
        made = etree.SubElement(self.body, name, {"responseIdentifier": "RESPONSE", **attributes})
        made.append(_fragment("prompt", self.texts.inline(self.question.stem)))
        return made

    def declare(self, cardinality: str, base: str, right: Sequence[str] = ()) -> etree.Element:
        """Declares the response, with its right values."""
        self.declaration = etree.Element("responseDeclaration", identifier="RESPONSE", cardinality=cardinality, baseType=base)
        if right:
            correct = etree.SubElement(self.declaration, "correctResponse")
            for value in right:
                etree.SubElement(correct, "value").text = value
        return self.declaration

    def reasons(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """Adds a feedback for each identifier, text and reason; one without a reason has none."""
        for name, text, reason in entries:
            if reason:
                lead = f'<p class="lead"><strong>{text}</strong></p>' if text else ""
                self.feedback.append((name, f"{lead}<p>{reason}</p>"))

    def score(self, condition: etree.Element) -> None:
        """Gives the point where the condition holds."""
        rule = etree.SubElement(etree.SubElement(self.processing, "responseCondition"), "responseIf")
        rule.append(condition)
        _set(rule, "SCORE", _value("float", "1"))

    def show(self, *values: etree.Element) -> None:
        """Sets the outcome on which feedback hangs."""
        several = etree.Element("multiple")
        several.extend(values)
        _set(self.processing, "FEEDBACK", several)

    def finished(self) -> etree.Element:
        question = self.question
        root = etree.Element(
            "assessmentItem",
            {
                "xmlns": QTI,
                "xmlns:xsi": _SCHEMA_INSTANCE,
                "xsi:schemaLocation": f"{QTI} {_XSD[QTI]}",
                "identifier": question.ref,
                "title": self.texts.plain(question.stem)[:200] or question.ref,
                "label": question.revision,
                "adaptive": "false",
                "timeDependent": "false",
                "xml:lang": question.language,
            },
        )
        if self.declaration is not None:
            root.append(self.declaration)
        for name, value in (("SCORE", "0"), ("MAXSCORE", "1" if self.scored else "0")):
            declared = etree.SubElement(root, "outcomeDeclaration", identifier=name, cardinality="single", baseType="float")
            etree.SubElement(etree.SubElement(declared, "defaultValue"), "value").text = value
        etree.SubElement(root, "outcomeDeclaration", identifier="FEEDBACK", cardinality="multiple", baseType="identifier")
        root.append(self.body)
        root.append(self.processing)
        for name, html in self.feedback:
            root.append(_fragment("modalFeedback", html, {"outcomeIdentifier": "FEEDBACK", "identifier": name, "showHide": "show"}))
        return root


def _choice(made: _Item) -> None:
    question = made.question
    single = question.type == "single-choice"
    named = list(zip(_names("O", question.options), question.options, strict=True))
    made.declare("single" if single else "multiple", "identifier", [name for name, option in named if option.right])
    box = made.interaction("choiceInteraction", shuffle="true", maxChoices="1" if single else "0")
    if question.type == "inspection":
        box.set("class", "inspection")
    for name, option in named:
        box.append(_fragment("simpleChoice", made.texts.inline(option.text), {"identifier": name}))
    made.reasons([(name, made.texts.inline(option.text), made.texts.inline(option.feedback)) for name, option in named])
    made.score(_pair("match", _variable(), _correct()))
    made.show(*(_value("identifier", name) for name, _ in named))  # every reason, as the course's own pages show them


def _true_false(made: _Item) -> None:
    named = list(zip(_names("S", made.question.options), made.question.options, strict=True))
    made.declare("multiple", "directedPair", [f"{name} {str(option.right).upper()}" for name, option in named])
    box = made.interaction("matchInteraction", shuffle="false", maxAssociations=str(len(named)))
    _set_of(box, [(name, made.texts.inline(option.text)) for name, option in named], "1")
    _set_of(box, [("TRUE", made.say("true")), ("FALSE", made.say("false"))], str(len(named)))
    made.reasons([(name, made.texts.inline(option.text), made.texts.inline(option.feedback)) for name, option in named])
    made.score(_pair("match", _variable(), _correct()))
    made.show(*(_value("identifier", name) for name, _ in named))


def _matching(made: _Item) -> None:
    question = made.question
    rows = [f"R{number}" for number in range(1, len(question.pairs) + 1)]
    rights = list(dict.fromkeys(pair.right for pair in question.pairs))
    choices = {text: f"C{number}" for number, text in enumerate(rights, 1)}
    wrong = [f"D{number}" for number in range(1, len(question.distractors) + 1)]
    made.declare("multiple", "directedPair", [f"{row} {choices[pair.right]}" for row, pair in zip(rows, question.pairs, strict=True)])
    box = made.interaction("matchInteraction", shuffle="true", maxAssociations=str(len(rows)))
    _set_of(box, [(row, made.texts.inline(pair.left)) for row, pair in zip(rows, question.pairs, strict=True)], "1")
    held = [(choices[text], made.texts.inline(text)) for text in rights]
    held += [(name, made.texts.inline(entry.text)) for name, entry in zip(wrong, question.distractors, strict=True)]
    _set_of(box, held, str(len(rows)))
    made.reasons(
        [
            (row, f"{made.texts.inline(pair.left)}: {made.texts.inline(pair.right)}", made.texts.inline(pair.feedback))
            for row, pair in zip(rows, question.pairs, strict=True)
        ]
    )
    made.reasons(
        [
            (name, made.texts.inline(entry.text), made.texts.inline(entry.feedback))
            for name, entry in zip(wrong, question.distractors, strict=True)
        ]
    )
    made.score(_pair("match", _variable(), _correct()))
    made.show(*(_value("identifier", name) for name in (*rows, *wrong)))


def _ordering(made: _Item) -> None:
    named = list(zip(_names("T", made.question.steps), made.question.steps, strict=True))
    made.declare("ordered", "identifier", [name for name, _ in named])
    box = made.interaction("orderInteraction", shuffle="true")
    for name, step in sorted(named, key=lambda pair: pair[1].text):  # a player that mixes nothing does not show the answer
        box.append(_fragment("simpleChoice", made.texts.inline(step.text), {"identifier": name}))
    made.reasons([(name, made.texts.inline(step.text), made.texts.inline(step.feedback)) for name, step in named])
    made.score(_pair("match", _variable(), _correct()))
    made.show(*(_value("identifier", name) for name, _ in named))


def _short(made: _Item) -> None:
    question = made.question
    numeric = question.number is not None
    right = [plain(question.number)] if question.number is not None else question.accept
    declared = made.declare("single", "float" if numeric else "string", right[:1])
    made.body.append(_fragment("p", made.texts.inline(question.stem), {"class": "stem"}))
    line = etree.SubElement(made.body, "p")
    longest = max(map(len, [*right, *(mistake.text for mistake in question.mistakes)]))
    etree.SubElement(line, "textEntryInteraction", responseIdentifier="RESPONSE", expectedLength=str(longest))
    if question.number is not None:
        exact = {"toleranceMode": "exact"}
        near = {"toleranceMode": "absolute", "tolerance": f"{plain(question.tolerance)} {plain(question.tolerance)}"}
        made.score(_pair("equal", _variable(), _correct(), **(near if question.tolerance else exact)))
    else:
        mapping = etree.SubElement(declared, "mapping", defaultValue="0")
        for words in right:
            etree.SubElement(mapping, "mapEntry", mapKey=words, mappedValue="1", caseSensitive="false")
        _set(made.processing, "SCORE", etree.Element("mapResponse", identifier="RESPONSE"))
    made.show(_value("identifier", _ANSWERED))
    named = list(zip(_names("M", question.mistakes), question.mistakes, strict=True))
    for name, mistake in named:
        rule = etree.SubElement(etree.SubElement(made.processing, "responseCondition"), "responseIf")
        if numeric:
            rule.append(_pair("equal", _variable(), _value("float", mistake.text.replace(",", ".")), toleranceMode="exact"))
        else:
            rule.append(_pair("stringMatch", _variable(), _value("string", mistake.text), caseSensitive="false"))
        both = etree.Element("multiple")
        both.extend((_value("identifier", name), _value("identifier", _ANSWERED)))
        _set(rule, "FEEDBACK", both)
    made.reasons([(name, made.texts.inline(mistake.text), made.texts.inline(mistake.feedback)) for name, mistake in named])
    made.feedback.append(
        (_ANSWERED, f'<p class="model">{made.texts.inline(question.model)}</p><p>{made.texts.inline(question.feedback)}</p>')
    )


def _reflection(made: _Item) -> None:
    question = made.question
    made.scored = False
    made.declare("single", "string")
    made.interaction("extendedTextInteraction", expectedLines="6")
    html = f'<div class="model">{made.texts.block(question.model)}</div>'
    if question.criteria:
        rows = "".join(
            f"<li>{made.texts.inline(entry.text)}<br /><em>{made.say('if-missing')}</em> {made.texts.inline(entry.mend)}</li>"
            for entry in question.criteria
        )
        html += f'<p>{made.say("criteria-of")}</p><ul class="criteria">{rows}</ul>'
    made.feedback.append((_ANSWERED, html))
    made.show(_value("identifier", _ANSWERED))


_BODIES: dict[str, Callable[[_Item], None]] = {
    "single-choice": _choice,
    "multiple-choice": _choice,
    "inspection": _choice,
    "true-false": _true_false,
    "matching": _matching,
    "ordering": _ordering,
    "short-text": _short,
    "reflection": _reflection,
}


def _names(letter: str, entries: Sequence[Choice]) -> list[str]:
    return [f"{letter}{number}" for number in range(1, len(entries) + 1)]


def _set_of(parent: etree.Element, entries: Sequence[tuple[str, str]], most: str) -> None:
    made = etree.SubElement(parent, "simpleMatchSet")
    for name, html in entries:
        made.append(_fragment("simpleAssociableChoice", html, {"identifier": name, "matchMax": most}))


def _variable() -> etree.Element:
    return etree.Element("variable", identifier="RESPONSE")


def _correct() -> etree.Element:
    return etree.Element("correct", identifier="RESPONSE")


def _value(base: str, text: str) -> etree.Element:
    made = etree.Element("baseValue", baseType=base)
    made.text = text
    return made


def _pair(name: str, first: etree.Element, second: etree.Element, **attributes: str) -> etree.Element:
    made = etree.Element(name, attributes)
    made.extend((first, second))
    return made


def _set(parent: etree.Element, outcome: str, value: etree.Element) -> None:
    etree.SubElement(parent, "setOutcomeValue", identifier=outcome).append(value)


def _fragment(name: str, html: str, attributes: dict[str, str] | None = None) -> etree.Element:
    """HTML of our own Markdown, which is well-formed, in an element; `lang` has the name that XML gives it."""
    made = etree.fromstring(f"<{name}>{html}</{name}>")
    for found in made.iter():
        if "lang" in found.attrib:
            found.set("xml:lang", found.attrib.pop("lang"))
    made.attrib.update(attributes or {})
    return made


def _test(identifier: str, title: str, questions: Sequence[Question]) -> bytes:
    root = etree.Element(
        "assessmentTest",
        {
            "xmlns": QTI,
            "xmlns:xsi": _SCHEMA_INSTANCE,
            "xsi:schemaLocation": f"{QTI} {_XSD[QTI]}",
            "identifier": identifier,
            "title": title,
        },
    )
    part = etree.SubElement(root, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="individual")
    etree.SubElement(part, "itemSessionControl", maxAttempts="0", showFeedback="true", allowReview="true")
    section = etree.SubElement(part, "assessmentSection", identifier="section", title=title, visible="true")
    for question in questions:
        etree.SubElement(section, "assessmentItemRef", identifier=question.ref, href=f"items/{question.ref}.xml")
    return _bytes(root)


def _manifest(request: Request, questions: Sequence[Question], title: str) -> bytes:
    language = request.languages[0]
    root = etree.Element(
        "manifest",
        {
            "xmlns": PACKAGE,
            "xmlns:imsmd": METADATA,
            "xmlns:xsi": _SCHEMA_INSTANCE,
            "xsi:schemaLocation": f"{PACKAGE} {_XSD[PACKAGE]} {METADATA} http://www.imsglobal.org/xsd/imsmd_v1p2p4.xsd",
            "identifier": request.name,
        },
    )
    about = etree.SubElement(root, "metadata")
    etree.SubElement(about, "schema").text = "QTIv2.1 Package"
    etree.SubElement(about, "schemaversion").text = "1.0.0"
    _described(about, language, title, ())
    etree.SubElement(root, "organizations")
    resources = etree.SubElement(root, "resources")
    test = etree.SubElement(resources, "resource", identifier="test", type="imsqti_test_xmlv2p1", href="test.xml")
    etree.SubElement(test, "file", href="test.xml")
    for question in questions:
        etree.SubElement(test, "dependency", identifierref=f"item-{question.ref}")
    for question in questions:
        path = f"items/{question.ref}.xml"
        held = etree.SubElement(resources, "resource", identifier=f"item-{question.ref}", type="imsqti_item_xmlv2p1", href=path)
        beliefs = {entry.misconception for entry in (*question.options, *question.distractors, *question.mistakes) if entry.misconception}
        _described(
            etree.SubElement(held, "metadata"),
            language,
            question.ref,
            (question.outcome, question.bloom, *(f"misconception:{name}" for name in sorted(beliefs))),
        )
        etree.SubElement(held, "file", href=path)
    return _bytes(root)


def _described(parent: etree.Element, language: str, title: str, keywords: Sequence[str]) -> None:
    """A title, its language and keywords, as IMS Learning Resource Meta-data 1.2 writes them."""
    general = etree.SubElement(etree.SubElement(parent, "imsmd:lom"), "imsmd:general")
    named = etree.SubElement(etree.SubElement(general, "imsmd:title"), "imsmd:langstring")
    named.set("xml:lang", language)
    named.text = title
    etree.SubElement(general, "imsmd:language").text = language
    for keyword in keywords:
        held = etree.SubElement(etree.SubElement(general, "imsmd:keyword"), "imsmd:langstring")
        held.set("xml:lang", "x-none")
        held.text = keyword


def _bytes(root: etree.Element) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode").encode() + b"\n"
