"""QTI 2.1: every question comes back as it was, and every feedback is set to be shown."""

from __future__ import annotations

import io
import xml.etree.ElementTree as etree
import zipfile
from dataclasses import replace

import pytest

from manusiawi.exchange.readers.qti import read_item
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.qti import PACKAGE, QTI, item_xml, write_qti
from manusiawi.language.known import LANGUAGES
from tests.helpers.exported import real_course, real_questions, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_of_the_course_comes_back_as_it_was(language: str) -> None:
    for question in real_questions(language):
        reading = read_item(item_xml(question).decode(), "item.xml", language)
        assert not reading.faults and not reading.notes, question.ref
        expected = said(question)
        if question.type == "inspection":
            expected["type"] = "multiple-choice"
        assert said(reading.questions[0]) == expected, question.ref


def test_a_learner_reads_the_reason_of_every_option_after_any_answer() -> None:
    question = next(question for question in real_questions("en") if question.type == "single-choice" and len(question.options) == 3)
    item = etree.fromstring(item_xml(question))
    right = next(number for number, option in enumerate(question.options, 1) if option.right)
    wrong = 1 if right != 1 else 2
    assert shown(item, [f"O{right}"]) == shown(item, [f"O{wrong}"]) == {"O1", "O2", "O3"}
    assert points(item, [f"O{right}"]) == 1 and points(item, [f"O{wrong}"]) == 0


@pytest.mark.parametrize("kind", ["multiple-choice", "true-false", "matching", "ordering", "short-text", "inspection"])
def test_the_key_of_each_type_earns_the_point_and_shows_its_reasons(kind: str) -> None:
    for question in (question for question in real_questions("id") if question.type == kind):
        item = etree.fromstring(item_xml(question))
        key = [value.text or "" for value in item.findall(f"./{_q('responseDeclaration')}/{_q('correctResponse')}/{_q('value')}")]
        assert points(item, key) == 1, question.ref
        assert shown(item, key), question.ref
        assert points(item, ["no such answer"]) == 0, question.ref


def test_a_foreseen_mistake_shows_its_own_reason_beside_the_answer() -> None:
    question = next(q for q in real_questions("en") if q.mistakes and q.mistakes[0].feedback and q.number is None)
    item = etree.fromstring(item_xml(question))
    assert shown(item, [question.mistakes[0].text.upper()]) == {"M1", "ANSWERED"}
    assert shown(item, ["something else"]) == {"ANSWERED"}


def test_the_manifest_names_every_file_once_and_nothing_else() -> None:
    content = write_qti(Request(real_course(), "loket", ("en",))).content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        manifest = etree.fromstring(package.read("imsmanifest.xml"))
        named = [file.attrib["href"] for file in manifest.iter(f"{{{PACKAGE}}}file")]
        assert sorted([*named, "imsmanifest.xml"]) == sorted(package.namelist())
    resources = [resource.attrib["identifier"] for resource in manifest.iter(f"{{{PACKAGE}}}resource")]
    assert len(set(resources)) == len(resources)
    assert {found.attrib["identifierref"] for found in manifest.iter(f"{{{PACKAGE}}}dependency")} == {*resources} - {"test"}


def test_the_same_questions_give_the_same_bytes_and_lose_nothing_untold() -> None:
    first, second = (write_qti(Request(real_course(), "aksesibilitas", ("id",))) for _ in range(2))
    assert first.content == second.content
    assert first.taken.questions > 20 and not any((first.untold.questions, first.untold.options, first.untold.reasons))


def test_signs_of_xml_and_markdown_are_words_in_the_item() -> None:
    question = replace(real_questions("en")[0], stem="Is 1 < 2 & \\*so\\* 3 > 2?", scenario="*Emphasis* ]]> and `code`.")
    back = read_item(item_xml(question).decode(), "item.xml", "en").questions[0]
    assert back.stem == "Is 1 \\< 2 & \\*so\\* 3 > 2?".replace("\\<", "<")
    assert "*Emphasis*" in back.scenario


def _q(name: str) -> str:
    return f"{{{QTI}}}{name}"


def points(item: etree.Element, response: list[str]) -> float:
    """The score that the item's processing gives a response; see `_processed`."""
    return float((_processed(item, response).get("SCORE") or ["0"])[0])


def shown(item: etree.Element, response: list[str]) -> set[str]:
    """The identifiers of the feedback that a player shows for a response: those that its outcome holds."""
    held = set(_processed(item, response).get("FEEDBACK", []))
    return {found.attrib["identifier"] for found in item.findall(_q("modalFeedback")) if found.attrib["identifier"] in held}


def _processed(item: etree.Element, response: list[str]) -> dict[str, list[str]]:
    """The outcomes after the response, by the rules of QTI 2.1 for the operators that our items use (information model, section 15)."""
    declared = item.find(_q("responseDeclaration"))
    assert declared is not None
    correct = [value.text or "" for value in declared.findall(f"{_q('correctResponse')}/{_q('value')}")]
    ordered = declared.attrib["cardinality"] == "ordered"
    entries = {e.attrib["mapKey"].casefold(): e.attrib["mappedValue"] for e in declared.iter(_q("mapEntry"))}

    def value(element: etree.Element) -> list[str]:
        name = element.tag.removeprefix(f"{{{QTI}}}")
        inner = [value(child) for child in element]
        match name:
            case "variable":
                return response
            case "correct":
                return correct
            case "baseValue":
                return [element.text or ""]
            case "multiple":
                return [text for texts in inner for text in texts]
            case "mapResponse":
                return [entries.get(response[0].casefold(), "0")]
            case "match":
                return ["true"] if (inner[0] == inner[1] if ordered else sorted(inner[0]) == sorted(inner[1])) else []
            case "stringMatch":
                assert element.attrib["caseSensitive"] == "false"
                return ["true"] if inner[0][0].casefold() == inner[1][0].casefold() else []
            case "equal":
                off = float(element.attrib.get("tolerance", "0").split()[0])
                try:
                    return ["true"] if abs(float(inner[0][0]) - float(inner[1][0])) <= off else []
                except ValueError:
                    return []
        raise AssertionError(name)

    outcomes: dict[str, list[str]] = {}

    def run(rules: etree.Element) -> None:
        for rule in rules:
            if rule.tag == _q("setOutcomeValue"):
                outcomes[rule.attrib["identifier"]] = value(rule[0])
            elif rule.tag == _q("responseCondition"):
                condition = rule[0]
                if value(condition[0]):
                    run(condition[1:])  # type: ignore[arg-type]

    processing = item.find(_q("responseProcessing"))
    assert processing is not None
    run(processing)
    return outcomes
