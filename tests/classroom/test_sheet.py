"""A learner's sheet of codes: asked for by a button, it holds what was answered, sends nothing, and the class reads it as the same set."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from tests.helpers.answering import answer_somehow
from tests.helpers.axe import violations
from tests.helpers.classes import CODES, classroom, in_class
from tests.helpers.nodejs import run


@pytest.fixture
def finished(open_page, serve, site: Path):
    """A function that opens a page, answers all of it somehow, and opens its sheet."""

    def open_finished(path: str, **options: Any) -> Any:
        page = open_page(f"{serve(site)}/{path}", **options)
        page.loaded = []
        page.on("request", lambda request: page.loaded.append(request.url))
        assert page.locator(".mq-code").count() == 0, "the set is not finished"
        answer_somehow(page)
        assert not [url for url in page.loaded if "codes.js" in url]
        page.locator(".mq-code").click()
        page.wait_for_selector(".mq-sheet svg")
        return page

    return open_finished


def spoken(page) -> str:
    code: str = page.locator(".mq-sheet b").inner_text()
    return re.sub(r"\s", "", code)


def test_a_finished_set_shows_what_was_answered_and_the_class_reads_the_same_set(finished, site: Path, course: Course) -> None:
    page = finished("loket/soal.html", viewport={"width": 320, "height": 640})
    kept = json.loads(page.evaluate("localStorage.manusiawi"))["items"]
    value = {**classroom(site, "loket"), "code": spoken(page)}
    read = in_class("return short.readShort(value.code, coded(all.check));", value)
    voted = {name for name in kept if course.items[name].type in ("single-choice", "true-false")}
    assert read["fault"] == "" and {name: set(one["a"]) for name, one in read["answers"].items()} == {
        name: set(kept[name]["a"]) for name in voted
    }
    assert page.locator(".mq-sheet .sr").inner_text().replace(", ", "").replace(" ", "") == spoken(page), "sign by sign, in groups"
    assert page.evaluate("document.activeElement.parentElement.className") == "mq-sheet"
    assert page.locator(".mq-sheet svg").get_attribute("aria-label") == say("id", "q-qr")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []

    page.evaluate("() => { const draw = courseQr.draw; courseQr.draw = text => { self.drawn = text; return draw(text); }; }")
    assert page.input_value("#mq-sheet-number") == "", "a number is the participant's to give"
    page.fill("#mq-sheet-number", "61")
    page.keyboard.press("Tab")
    page.wait_for_function(
        f"document.querySelector('.mq-sheet .mq-err').textContent.trim() === {json.dumps(say('id', 'q-no-number', most=60))}"
    )
    assert page.evaluate("drawn.split(':')[3]").startswith("-"), "who has no number is told apart by chance"
    page.fill("#mq-sheet-number", "7")
    page.keyboard.press("Tab")
    sheet = in_class(
        "const { sheet } = text.readText(value.drawn); return [sheet, text.answersIn(sheet, coded(all.check))];",
        {**value, "drawn": page.evaluate("drawn")},
    )
    assert (sheet[0]["set"], sheet[0]["who"]) == ("loket/soal", "7") and sheet[1] == {"answers": read["answers"], "older": 0}
    page.locator(".mq-sheet").get_by_role("button", name=say("id", "q-close")).click()
    assert page.locator(".mq-sheet").is_hidden() and page.evaluate("document.activeElement.className").endswith("mq-code")
    own = page.url.split("/loket")[0]
    assert all(url.startswith(own) for url in page.loaded) and len([url for url in page.loaded if "codes.js" in url]) == 1
    assert page.faults == []


def test_on_dark_screens_the_code_stays_black_on_white_and_the_words_can_be_read(finished) -> None:
    page = finished("en/loket/soal.html", color_scheme="dark")
    paths = page.locator(".mq-sheet svg path")
    assert [paths.nth(at).get_attribute("fill") for at in range(2)] == ["#fff", "#000"]
    assert violations(page) == [] and page.faults == []


def test_a_finished_test_shows_its_code_by_form(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/tes-awal.html")
    for item in page.locator(".test-items .mq").all():
        item.locator("input").first.check()
    page.get_by_role("button", name=say("id", "t-finish")).click()
    page.locator(".mq-code").click()
    page.wait_for_selector(".mq-sheet svg")
    page.evaluate("() => { const draw = courseQr.draw; courseQr.draw = text => { self.drawn = text; return draw(text); }; }")
    page.fill("#mq-sheet-number", "60")
    page.keyboard.press("Tab")
    page.wait_for_function("self.drawn")
    sheet = run("return text.readText(value).sheet;", page.evaluate("drawn"), **CODES)
    assert sheet["set"] == "test-a" and sheet["who"] == "60" and len(sheet["marks"]) == page.locator(".test-items .mq").count()
    assert say("id", "q-long") in page.locator(".mq-sheet").inner_text() and page.faults == []
    page.evaluate(
        """() => { const kept = JSON.parse(localStorage.manusiawi), given = kept.tests.a.a, first = Object.keys(given)[0];
        given[first] = given[first].replace(/^[^|]*/, 'id-00000'); localStorage.manusiawi = JSON.stringify(kept); }"""
    )
    page.fill("#mq-sheet-number", "59")
    page.keyboard.press("Tab")
    page.wait_for_function("self.drawn.includes(':59:')")
    later = run("return text.readText(value).sheet;", page.evaluate("drawn"), **CODES)
    assert len(later["marks"]) == len(sheet["marks"]) - 1, "an answer to an older question is no answer"


def test_where_the_script_does_not_arrive_the_page_says_so_and_the_button_can_be_pressed_again(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/loket/soal.html")
    page.route("**/codes.js*", lambda route: route.abort())
    answer_somehow(page)
    page.locator(".mq-code").click()
    page.get_by_text(say("id", "s-no-reader")).wait_for()
    page.unroute("**/codes.js*")
    page.locator(".mq-code").click()
    page.wait_for_selector(".mq-sheet svg")


@pytest.mark.parametrize("language", ("id", "en"))
def test_every_self_check_and_lesson_asks_the_class_what_it_asks_the_learner(site: Path, course: Course, language: str) -> None:
    for module in course.modules.values():
        found = in_class(
            "const ids = set => coded(set).map(item => item.id).sort();"
            "return [ids(all.check), Object.fromEntries(all.lessons.map(({ set }) => [set.id, ids(set)]))];",
            classroom(site, module.slug, language),
        )
        pages = {f"{module.slug}/soal": found[0], **found[1]}
        for path, ids in pages.items():
            text = (site / ("" if language == "id" else language) / f"{path}.html").read_text("utf-8")
            voted = re.findall(r'<section class="mq" id="([a-z0-9-]+)" data-mq="(?:single-choice|true-false)"', text)
            assert sorted(voted) == ids, path
