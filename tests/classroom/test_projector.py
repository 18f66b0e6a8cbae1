"""The screen for a room, in a browser: by key and button, with a second window or without, from a server and from a memory stick."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manusiawi.ground.catalogue import say
from tests.helpers.axe import violations
from tests.helpers.nodejs import run

QUESTION = "layar.html#q=lk-jawaban-tidak"
HALL = {"viewport": {"width": 1920, "height": 1080}}


def stage(page) -> str:
    return page.locator(".show-stage").inner_text()


def plan(**changed) -> str:
    """The address of a plan: a talk, a module, a question."""
    parts = [
        {"kind": "other", "ref": "", "minutes": 15, "title": "Pembukaan"},
        {"kind": "module", "ref": "nondiskriminasi", "minutes": 90, "title": ""},
        {"kind": "item", "ref": "lk-jawaban-tidak", "minutes": 10, "title": ""},
    ]
    day = {"date": "", "start": "08:00", "fasting": False, "parts": [*parts, *changed.pop("more", [])]}
    text: str = run(
        "return text.writePlan(value);",
        {"title": "Lokakarya Metro", "network": True, "needs": [], "days": [day], **changed},
        text="classroom/plan/text.js",
    )
    return text


@pytest.mark.parametrize("key", ["PageDown", "ArrowRight", " "])
def test_a_key_of_the_presenter_brings_the_question_then_the_key_then_each_reason(open_page, serve, site: Path, key: str) -> None:
    page = open_page(f"{serve(site)}/{QUESTION}", **HALL)
    page.wait_for_selector(".show-stage")
    assert "Pak Yakob" in stage(page) and not page.locator(".show-option").count()
    for _ in range(2):
        page.keyboard.press(key)
    assert page.locator(".show-option").count() == 3 and not page.locator(".show-verdict").count()
    page.keyboard.press(key)
    assert page.locator(".show-verdict").count() == 3 and page.locator(".is-key").count() == 1 and not page.locator(".show-reason").count()
    for count in (1, 2, 3):
        page.keyboard.press(key)
        assert page.locator(".show-reason").count() == count
    page.keyboard.press(key)
    page.wait_for_function("words => document.querySelector('.show-status').textContent === words", arg=say("id", "v-end"))
    for _ in range(4):
        page.keyboard.press("PageUp")
    assert not page.locator(".show-verdict").count(), "back hides the key again"
    assert page.faults == []


def test_letters_are_large_enough_for_the_last_row_and_nothing_is_cut_off(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/layar.html#q=lk-jawaban-tidak,nd-uji-arti-langsung", **HALL)
    page.wait_for_selector(".show-stage")
    sizes, cut = [], 0
    for _ in range(14):
        sizes.append(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.show-stage')).fontSize)"))
        cut += page.evaluate("(s => s.scrollHeight > s.clientHeight + 1)(document.querySelector('.show-stage'))")
        page.keyboard.press("PageDown")
    assert min(sizes) >= 1080 / 45 and cut == 0, "a letter of at least a 45th of the height, on every step"
    before = sizes[0]
    page.keyboard.press("Home")
    page.keyboard.press("-")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.show-stage')).fontSize)") < before


def test_the_screen_goes_black_and_comes_back_at_the_same_step(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/{QUESTION}", **HALL)
    page.wait_for_selector(".show-stage")
    page.keyboard.press("b")
    assert page.evaluate("getComputedStyle(document.querySelector('.show-stage')).visibility") == "hidden"
    assert page.evaluate("getComputedStyle(document.querySelector('.show-screen')).backgroundColor") == "rgb(0, 0, 0)"
    page.keyboard.press("PageDown")
    assert "Pak Yakob" in stage(page) and not page.locator(".show-stem").count(), "the first step after black only brings the screen back"


def test_a_case_is_walked_by_number_and_left_at_its_end(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/layar.html#l=loket/kasus", **HALL)
    page.wait_for_selector(".show-stage")
    for _ in range(40):
        if page.locator(".show-way").count():
            break
        page.keyboard.press("PageDown")
    title = page.locator(".show-stage h2").inner_text()
    page.keyboard.press("PageDown")
    page.wait_for_function(
        "words => document.querySelector('.show-status').textContent.includes(words)", arg=say("id", "v-choose-way")[:20]
    )
    assert page.locator(".show-stage h2").inner_text() == title
    page.keyboard.press("1")
    assert page.locator(".show-stage h2").inner_text() != title


def test_a_plan_shows_its_clock_and_counts_each_part_down(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/layar.html#{plan()}", **HALL)
    page.wait_for_selector(".show-stage")
    assert re.search(r"08\.00–08\.15\s+Pembukaan\n+08\.15–09\.45\s+Modul 5: ", stage(page))
    page.keyboard.press("PageDown")
    assert page.locator(".show-clock").inner_text() == "15:00"
    page.clock.install()
    page.keyboard.press("t")
    page.clock.run_for(61_000)
    assert page.locator(".show-clock").inner_text() == "13:59"
    page.clock.run_for(14 * 60_000)
    page.clock.run_for(100)
    assert page.locator(".show-timer p").inner_text() == say("id", "v-time-over")
    page.keyboard.press("PageDown")
    assert page.locator(".show-clock").inner_text() == "90:00" and "Nondiskriminasi" in stage(page)


@pytest.mark.parametrize(
    ("text", "told"), [("1;x;n;-0800;zzzzz", "v-plan-cut"), ("9;x;n;-0800;zzzzz", "v-plan-version"), ("x", "v-plan-wrong")]
)
def test_an_address_that_is_no_plan_shows_nothing_and_says_why(open_page, serve, site: Path, text: str, told: str) -> None:
    page = open_page(f"{serve(site)}/layar.html#{text}")
    page.wait_for_function("document.querySelector('.show-choose .mq-say').textContent")
    assert page.locator(".show-choose .mq-say").inner_text() == say("id", told) and not page.locator(".show-screen").count()


def test_what_an_older_plan_names_and_the_course_has_no_more_is_told_and_the_rest_is_shown(open_page, serve, site: Path) -> None:
    gone = {"kind": "lesson", "ref": "loket/pelajaran-lama", "minutes": 5, "title": ""}
    page = open_page(f"{serve(site)}/layar.html#{plan(more=[gone])}", **HALL)
    page.wait_for_function("document.querySelector('.show-status').textContent")
    assert "loket/pelajaran-lama" in page.locator(".show-status").inner_text() and "Pembukaan" in stage(page)


@pytest.mark.parametrize("stick", [False, True])
def test_the_notes_follow_in_a_second_window_and_move_the_screen(open_page, serve, site: Path, stick: bool) -> None:
    address = site.as_uri() if stick else serve(site)
    page = open_page(f"{address}/{QUESTION}", **HALL)
    page.wait_for_selector(".show-stage")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name=say("id", "v-notes-window")).click()
    notes = opened.value
    notes.wait_for_function("(document.querySelector('.presenter-head') || {}).textContent")
    assert "1 dari 1" in notes.locator(".presenter-head").inner_text() and notes.locator(".presenter-notes h3").count() == 3
    notes.keyboard.press("PageDown")
    page.wait_for_selector(".show-stem")
    page.keyboard.press("PageDown")
    notes.wait_for_function("document.querySelector('.presenter-head').textContent.includes('langkah 3')")
    assert page.locator(".show-notes").is_hidden(), "the second window answers, so nothing is said twice"


def test_where_no_second_window_can_be_had_the_notes_stand_below(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/{QUESTION}", **HALL)
    page.wait_for_selector(".show-stage")
    page.evaluate("window.open = () => null")
    page.get_by_role("button", name=say("id", "v-notes-window")).click()
    page.wait_for_function("document.querySelector('.show-status').textContent")
    assert page.locator(".show-status").inner_text() == say("id", "v-no-window") and page.locator(".show-notes h3").count() == 3


def test_a_slide_on_a_phone_has_most_of_the_screen_and_the_seldom_buttons_come_when_they_are_asked_for(
    open_page, serve, site: Path
) -> None:
    page = open_page(f"{serve(site)}/layar.html#{plan()}", viewport={"width": 390, "height": 844})
    page.wait_for_selector(".show-stage")
    page.keyboard.press("PageDown")
    leave, more = (page.get_by_role("button", name=say("id", f"v-{name}")) for name in ("leave", "more"))
    assert page.evaluate("document.querySelector('.show-stage').clientHeight / innerHeight") > 0.75
    assert leave.is_hidden() and more.get_attribute("aria-expanded") == "false"
    more.click()
    assert more.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("button", name=say("id", "v-notes-window")).is_hidden(), "a phone has no second window"
    leave.click()
    page.wait_for_selector(".show-choose")
    assert page.evaluate("getComputedStyle(document.querySelector('.pager')).position") == "static", "it would lie over the buttons"


def test_questions_are_found_by_their_words_and_shown_as_a_set(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/layar.html")
    page.get_by_label(say("id", "v-find")).fill("lk-jawaban")
    page.locator(".show-choose li input[type=checkbox]").first.check()
    page.get_by_role("button", name=say("id", "v-show-chosen")).click()
    page.wait_for_selector(".show-stage")
    page.keyboard.press("Escape")
    assert page.locator(".show-choose").is_visible() and page.evaluate("location.hash") == ""


@pytest.mark.parametrize("size", [(390, 2400), (1920, 1080)])
def test_every_stop_of_the_screen_is_sound_by_axe(open_page, serve, site: Path, size: tuple[int, int]) -> None:
    page = open_page(f"{serve(site)}/layar.html", viewport={"width": size[0], "height": size[1]}, bypass_csp=True)
    page.wait_for_selector(".show-choose")
    assert violations(page) == []
    page.evaluate("location.hash = 'q=lk-jawaban-tidak'")
    page.wait_for_selector(".show-stage")
    for _ in range(4):
        page.keyboard.press("PageDown")
    page.keyboard.press("n")
    assert violations(page) == []
