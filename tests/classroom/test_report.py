"""The report on a class: each question, beliefs, before against after; no figure about too few, and why where there is none."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from manusiawi.model.revision import revisions, text_id
from tests.helpers.axe import violations
from tests.helpers.classes import ITEM, begin, choose, count, hold_up, press, way


def sitting(course: Course, form: str, right: Callable[[int, int], bool]) -> list[dict[str, Any]]:
    """The votes of a test: `right` tells of each person from 1 to 12 and each question whether they have it right."""
    made = []
    for number, item in enumerate(item for item in course.items.values() if form in item.forms):
        names = {option.key: text_id(option.text) for option in item.options}
        answers = {str(person): {"o": names[right(person, number)], "s": person % 2} for person in range(1, 13)}
        revision = next(name for name in revisions(item).split() if name.startswith("id-"))
        made.append({"item": item.id, "r": revision, "round": 1, "form": form, "way": "cards", "t": 1, "answers": answers, "counts": {}})
    return made


def test_the_report_shows_each_question_beliefs_and_before_against_after(room, course: Course, tmp_path: Path) -> None:
    before = sitting(course, "a", lambda person, number: (person + number) % 4 == 0 or number == 0 or person == 12)
    after = sitting(course, "b", lambda person, number: (person + number) % 2 == 0 or person == 12)
    made = {"format": "class", "v": 1, "course": course.site.prefix, "language": "id", "name": "Metro", "t": 1, "people": {}}
    path = tmp_path / "kelas.json"
    path.write_text(json.dumps({**made, "votes": before + after}), "utf-8")
    page = room()
    page.set_input_files("#k-file", path)
    page.wait_for_selector("#k-module")
    press(page, "tab-report")
    page.wait_for_selector("#k-map-title")
    first, second = page.locator("#k-map-title ~ table tbody tr").all_inner_texts()[:2]
    assert "100%" in first and say("id", "g-everybody-right") in first
    assert "33%" in second, "three of twelve by turns and the twelfth: 4 of 12"
    beliefs = page.locator("#k-beliefs-title ~ table").inner_text()
    assert any(entry.text["id"] in beliefs for entry in course.misconceptions.values())
    ones = [[(person + number) % 4 == 0 or number == 0 or person == 12 for number in range(30)] for person in range(1, 13)]
    others = [[(person + number) % 2 == 0 or person == 12 for number in range(30)] for person in range(1, 13)]
    gain = sum(map(sum, others)) / 360 - sum(map(sum, ones)) / 360
    assert f"+{round(100 * gain)}" in page.locator(".k-difference").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    page.select_option("#k-scope", "b")
    assert "58%" in page.locator("#k-map-title ~ table tbody tr").nth(1).inner_text(), "six of twelve by turns and the twelfth: 7 of 12"
    page.emulate_media(media="print")
    assert page.locator(".k-bar").is_hidden() and page.locator(".k-report table").first.is_visible()
    assert page.faults == []


def test_fewer_than_five_people_give_no_figure_anywhere(room) -> None:
    page = room()
    begin(page)
    choose(page)
    way(page, "cards")
    hold_up(page, "AABC")
    press(page, "close")
    page.wait_for_selector(".k-shares")
    press(page, "h-reveal")
    assert "%" not in page.locator(".k-screen").inner_text()
    press(page, "tab-report")
    page.wait_for_selector("#k-map-title")
    assert "%" not in page.locator(".k-report table").first.inner_text()
    assert page.locator(".k-report").inner_text().count(say("id", "g-small-group", least=5)) >= 3


def test_the_report_of_a_set_of_ten_questions_is_one_sheet(room, course: Course, tmp_path: Path) -> None:
    votes = [{**vote, "form": ""} for vote in sitting(course, "a", lambda person, number: (person * number) % 3 == 0)[:10]]
    made = {
        "format": "class",
        "v": 1,
        "course": course.site.prefix,
        "language": "id",
        "name": "Metro",
        "t": 1,
        "people": {},
        "votes": votes,
    }
    (tmp_path / "kelas.json").write_text(json.dumps(made), "utf-8")
    page = room()
    page.set_input_files("#k-file", tmp_path / "kelas.json")
    page.wait_for_selector("#k-module")
    press(page, "tab-report")
    page.wait_for_selector("#k-sure-title")
    assert len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages) == 1


def test_the_report_opens_after_the_first_vote_by_hands_and_says_why_it_knows_no_discrimination(room, course: Course) -> None:
    page = room()
    begin(page)
    choose(page)
    key = next(at for at, option in enumerate(course.items[ITEM].options) if option.key)
    count(page, *(11 if at == key else 3 for at in range(3)))
    press(page, "tab-report")
    page.wait_for_selector("#k-map-title")
    row = page.locator("#k-map-title ~ table tbody tr").inner_text()
    assert "65% (41% sampai 83%; n 17)" in row and say("id", "g-hands") in row
    assert say("id", "g-small-group", least=5) not in page.locator(".k-report").inner_text()
    press(page, "tab-choose")
    press(page, "go-on")
    press(page, "close")
    page.wait_for_selector(".k-shares")
    assert "11 dari 17 (41% sampai 83%)" in page.locator(".k-shares tbody tr").nth(key).inner_text(), "written as in the report"
