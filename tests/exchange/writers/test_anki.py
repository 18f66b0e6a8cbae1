"""Cards for Anki: an item keeps its card, an edited one is later, and every word stands on one of the two sides."""

from __future__ import annotations

import html
import io
import re
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.anki import write_anki
from manusiawi.exchange.writers.cards import card
from manusiawi.language.known import LANGUAGES
from tests.helpers.exported import real_course, real_questions

EARLY, LATE = 1767225600, 1767225601


def test_an_item_keeps_its_card_and_a_later_version_has_a_later_time(tmp_path: Path) -> None:
    first = notes(write_anki(Request(real_course(), "loket", ("id",), time=EARLY)).content, tmp_path)
    later = notes(write_anki(Request(real_course(), "loket", ("id",), time=LATE)).content, tmp_path)
    english = notes(write_anki(Request(real_course(), "loket", ("en",), time=EARLY)).content, tmp_path)
    assert len(first) > 20 and first.keys() == later.keys()
    assert not first.keys() & english.keys(), "the two languages are cards of their own"
    assert {time for time, _ in first.values()} == {EARLY} and {time for time, _ in later.values()} == {LATE}


def test_the_same_questions_give_the_same_bytes_and_lose_nothing_untold() -> None:
    first, second = (write_anki(Request(real_course(), "aksesibilitas", ("id",), time=EARLY)) for _ in range(2))
    assert first.content == second.content
    assert first.taken == first.found and first.taken.questions > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_question_stands_on_its_card(language: str) -> None:
    for question in real_questions(language):
        sides = card(question)
        held = _plain(f"{sides.scene} {sides.stem} {sides.options} {sides.answer}")
        entries = (*question.options, *question.distractors, *question.steps, *question.mistakes)
        texts = [question.scenario, question.stem, question.model, question.feedback, *question.accept]
        texts += [text for entry in entries for text in (entry.text, entry.feedback)]
        texts += [text for pair in question.pairs for text in (pair.left, pair.right, pair.feedback)]
        texts += [text for entry in question.criteria for text in (entry.text, entry.mend)]
        for text in texts:
            for word in re.findall(r"\w+", re.sub(r"\{lang=id\}", "", text)):
                assert word in held, (question.ref, word)


def test_the_front_of_a_card_does_not_show_the_order_of_its_steps() -> None:
    question = replace(next(question for question in real_questions("en") if question.type == "ordering"))
    front = re.findall(r'<li class="o">(.*?)</li>', card(question).options)
    question.steps = question.steps[::-1]
    assert re.findall(r'<li class="o">(.*?)</li>', card(question).options) == front


def notes(content: bytes, folder: Path) -> dict[str, tuple[int, str]]:
    """The notes of a package by their guid: when each was changed, and its fields."""
    path = folder / "collection"
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        path.write_bytes(package.read("collection.anki2"))
    connection = sqlite3.connect(path)
    try:
        return {guid: (time, fields) for guid, time, fields in connection.execute("select guid, mod, flds from notes")}
    finally:
        connection.close()


def _plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())
