"""The participants' page in a browser: only the path of the plan, own progress, kept without the address, light, on a stick too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import brotli
import pytest

from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from manusiawi.model.revision import revisions
from tests.helpers.axe import violations
from tests.helpers.html import files_of_page, pages_of
from tests.helpers.nodejs import run

PLAN = {
    "title": "Lokakarya Metro",
    "network": True,
    "needs": [],
    "days": [
        {
            "date": "2026-12-04",
            "start": "08:00",
            "fasting": False,
            "parts": [
                {"kind": "test", "ref": "a", "minutes": 30, "title": ""},
                {"kind": "module", "ref": "loket", "minutes": 45, "title": ""},
                {"kind": "break", "ref": "", "minutes": 15, "title": ""},
                {"kind": "lesson", "ref": "nondiskriminasi/bias", "minutes": 8, "title": ""},
                {"kind": "item", "ref": "lk-jawaban-tidak", "minutes": 10, "title": ""},
            ],
        },
        {
            "date": "",
            "start": "13:30",
            "fasting": False,
            "parts": [{"kind": "case", "ref": "loket/kasus", "minutes": 25, "title": "Kasus bersama"}],
        },
    ],
}


def text_of(plan: Any) -> str:
    made: str = run("return text.writePlan(value);", plan, text="classroom/plan/text.js")
    return made


def record(course: Course, **parts: Any) -> str:
    """A learner's record that has read and answered what is named."""
    items = {name: {"r": f"id-{_revision(course, name)}", "a": ["x"], "c": 1, "ok": 1, "t": 1} for name in parts.pop("items", [])}
    return json.dumps({"v": 2, "items": items, "pages": parts.pop("pages", {}), "tests": parts.pop("tests", {}), "place": {}})


def _revision(course: Course, name: str) -> str:
    return next(part.removeprefix("id-") for part in revisions(course.items[name]).split() if part.startswith("id-"))


def opened(open_page, address: str, kept: str = "", **options: Any):
    page = open_page(address.split("#")[0].replace("peserta", "privasi"), **options)
    if kept:
        page.evaluate("text => localStorage.setItem('manusiawi', text)", kept)
    page.goto(address)
    page.wait_for_function("document.querySelector('.path-day, .participant form')")
    return page


def test_the_page_shows_the_path_alone_with_its_days_clock_and_links(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/peserta.html#{text_of(PLAN)}")
    assert page.locator(".participant h3").all_inner_texts() == ["Hari 1, Jumat, 4 Desember", "Hari 2"]
    assert page.locator(".path-clock").all_inner_texts()[:3] == ["08.00–08.30", "08.30–09.15", "09.15–09.30"]
    links = page.eval_on_selector_all(".path-day > li > a", "found => found.map(link => [link.textContent, link.getAttribute('href')])")
    assert [href.split("#")[0] for _, href in links] == [
        "tes-awal.html",
        "loket/index.html",
        "nondiskriminasi/bias.html",
        links[3][1].split("#")[0],
        "loket/kasus.html",
    ]
    assert links[3][1].endswith("#lk-jawaban-tidak") and links[4][0] == "Kasus bersama"
    assert page.locator(".path-pages a").count() == 4, "three lessons and the case of module 1"
    for _, href in links:
        assert (site / href.split("#")[0]).is_file()
    assert page.faults == []


def test_what_comes_next_is_the_first_part_that_is_not_done(open_page, serve, site: Path, course: Course) -> None:
    address = f"{serve(site)}/peserta.html#{text_of(PLAN)}"
    page = opened(open_page, address)
    assert page.locator(".path-next a").get_attribute("href") == "tes-awal.html"
    assert say("id", "j-progress", done=0, steps=5) in page.locator(".path-next").inner_text()
    done = record(
        course,
        tests={"a": {"t": 1, "done": 2, "a": {}}},
        pages={"loket/mengapa.html": 1, "loket/kasus.html": 1},
        items=["lk-jawaban-tidak"],
    )
    page = opened(open_page, address, done)
    assert page.locator(".path-next a").get_attribute("href") == "loket/index.html"
    assert say("id", "j-progress", done=2, steps=5) in page.locator(".path-next").inner_text(), "the test and the question"
    rows = page.locator(".path-day > li")
    assert say("id", "j-is-test") in rows.nth(0).inner_text() and say("id", "j-is-answered") in rows.nth(4).inner_text()
    assert "2 dari 4 halaman" in rows.nth(1).locator("> .state").inner_text()
    assert say("id", "d-read") in rows.nth(1).locator(".path-pages li").first.inner_text()


def test_an_answer_to_an_older_question_counts_for_nothing(open_page, serve, site: Path, course: Course) -> None:
    old = json.loads(record(course, items=["lk-jawaban-tidak"]))
    old["items"]["lk-jawaban-tidak"]["r"] = "id-00000"
    page = opened(open_page, f"{serve(site)}/peserta.html#{text_of(PLAN)}", json.dumps(old))
    assert not page.get_by_text(say("id", "j-is-answered"), exact=True).count()


@pytest.mark.parametrize("stick", [False, True])
def test_the_last_plan_opens_without_its_address(open_page, serve, site: Path, stick: bool) -> None:
    address = f"{site.as_uri() if stick else serve(site)}/peserta.html"
    page = opened(open_page, f"{address}#{text_of(PLAN)}")
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector(".path-day")
    assert page.locator(".participant h2").inner_text() == "Lokakarya Metro"
    page.get_by_role("button", name=say("id", "j-forget")).click()
    page.wait_for_selector(".participant form")
    page.reload()
    page.wait_for_selector(".participant form")
    assert say("id", "j-no-plan") in page.locator(".participant").inner_text() and page.faults == []


@pytest.mark.parametrize(
    ("text", "phrase"), [("1;x;n;-0800;zzzzz", "j-plan-cut"), ("9;x;n;-0800;zzzzz", "j-plan-version"), ("<b>;", "j-plan-wrong")]
)
def test_a_cut_or_hostile_address_says_why_and_the_kept_plan_stays(open_page, serve, site: Path, text: str, phrase: str) -> None:
    page = opened(open_page, f"{serve(site)}/peserta.html#{text_of(PLAN)}")
    page.evaluate("text => { location.hash = text; }", text)
    page.wait_for_function("document.querySelector('.participant .mq-say').textContent")
    assert say("id", phrase) in page.locator(".participant .mq-say").inner_text()
    assert page.locator(".participant h2").inner_text() == "Lokakarya Metro"


def test_a_new_address_replaces_the_kept_plan_aloud_and_the_one_before_comes_back(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/peserta.html#{text_of(PLAN)}")
    page.evaluate("text => { location.hash = text; }", text_of({**PLAN, "title": "Yang lain"}))
    page.wait_for_function("document.querySelector('.participant h2').textContent === 'Yang lain'")
    page.get_by_role("button", name=say("id", "j-go-back")).click()
    assert page.locator(".participant h2").inner_text() == "Lokakarya Metro"


def test_what_is_gone_is_named_and_the_rest_stays(open_page, serve, site: Path) -> None:
    days = [{**PLAN["days"][0], "parts": [{"kind": "lesson", "ref": "loket/lama", "minutes": 5, "title": ""}, *PLAN["days"][0]["parts"]]}]
    page = opened(open_page, f"{serve(site)}/peserta.html#{text_of({**PLAN, 'days': days})}")
    assert "loket/lama" in page.locator(".mq-note").inner_text() and page.locator(".path-day > li").count() == 5


def test_the_page_loads_nothing_of_the_trainers_and_stays_light(site: Path) -> None:
    for language in ("", "en/"):
        name = f"{language}peserta.html"
        files = files_of_page(name, pages_of(site)[name], site).values()
        data = (site / language / "assets/classroom-path.js").read_bytes()
        weight = sum(len(brotli.compress(file)) for file in files) + len(brotli.compress(data))
        assert weight <= 30_000, weight
        text = (site / name).read_text("utf-8")
        assert "classroom-course" not in text and "builder" not in text


def test_paper_holds_the_agenda_without_its_buttons(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/peserta.html#{text_of(PLAN)}")
    page.emulate_media(media="print")
    assert (
        page.locator(".path-tools").is_hidden() and page.locator(".path-next").is_hidden() and page.locator(".path-day").first.is_visible()
    )


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_is_sound_by_axe_with_a_plan_and_without(open_page, serve, site: Path, width: int) -> None:
    page = opened(open_page, f"{serve(site)}/en/peserta.html", viewport={"width": width, "height": 900}, bypass_csp=True)
    assert violations(page) == []
    page.evaluate("text => { location.hash = text; }", text_of(PLAN))
    page.wait_for_selector(".path-day")
    assert violations(page) == [] and page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
