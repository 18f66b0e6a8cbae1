"""Common Cartridge 1.1: what the profile holds comes back, what it does not hold is told, and the traps seen in Moodle are avoided."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as etree
import zipfile
from pathlib import Path

import pytest

from manusiawi.exchange.readers.qti12 import read_assessment
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.cartridge import CARTRIDGE, write_cartridge
from manusiawi.exchange.writers.parted import parted
from manusiawi.exchange.writers.qti12 import NAMESPACE, PROFILES, assessment
from manusiawi.exchange.written import Counts, told
from manusiawi.language.known import LANGUAGES
from tests.helpers.exported import real_course, real_questions, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_profile_holds_comes_back_as_it_was(language: str) -> None:
    held = [part for question in real_questions(language) for part in parted(question)[0] if part.type in PROFILES]
    reading = read_assessment(assessment("all", "All", held).decode(), "quiz.xml", language)
    assert not reading.faults and len(reading.questions) == len(held) > 250
    for before, after in zip(held, reading.questions, strict=True):
        expected, found = said(before), said(after)
        if before.type == "inspection":
            expected["type"] = "multiple-choice"
        if before.number is not None:
            expected["accept"], expected["number"] = found["accept"], (None, 0.0)
        if before.type == "true-false":  # the statement stands below the scene and the question
            assert [option[1:] for option in found["options"]] == [option[1:] for option in expected["options"]], before.ref
            continue
        scene = f"{expected.pop('scenario')} {expected.pop('stem')}".strip()
        assert f"{found.pop('scenario')} {found.pop('stem')}".replace("**", "").strip() == scene.replace("**", ""), before.ref
        assert found == expected, before.ref


def test_every_value_of_a_multiple_response_says_case_yes_or_moodle_gives_no_points() -> None:
    questions = [question for question in real_questions("id") if question.type in ("multiple-choice", "inspection")]
    root = etree.fromstring(assessment("several", "Several", questions))
    conditions = [c for c in root.iter(_q("respcondition")) if c.find(_q("setvar")) is not None]
    assert len(conditions) == len(questions)
    for condition in conditions:
        assert {value.attrib.get("case") for value in condition.iter(_q("varequal"))} == {"Yes"}


def test_pages_and_quiz_stand_in_one_file_whose_manifest_names_each(site: Path) -> None:
    written = write_cartridge(Request(real_course(), "loket", ("en",), site))
    with zipfile.ZipFile(io.BytesIO(written.content)) as package:
        manifest = etree.fromstring(package.read("imsmanifest.xml"))
        named = [file.attrib["href"] for file in manifest.iter(f"{{{CARTRIDGE}}}file")]
        assert sorted([*named, "imsmanifest.xml"]) == sorted(package.namelist())
        pages = [package.read(name).decode() for name in named if name.endswith(".html")]
    assert written.untold == Counts()
    for page in pages:
        assert not re.search(r"<(script|style|details|summary|img)\b", page), "Moodle drops them from a cartridge"
    assert any("This question is in the quiz" in page for page in pages)
    assert written.content == write_cartridge(Request(real_course(), "loket", ("en",), site)).content


def test_what_the_profile_cannot_hold_is_told(site: Path) -> None:
    lines = told(write_cartridge(Request(real_course(), "uji-kebijakan", ("id",), site)).losses)
    assert any(line.startswith("ordering, which the profile does not know: left out (uk-urutan-uji") for line in lines)
    assert any(line.startswith("a set of statements: a question of true or false for each") for line in lines)


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
