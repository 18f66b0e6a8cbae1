"""The page on which a trainer puts a workshop together, in a browser: by keyboard alone, kept, undone, shared, and safe from addresses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import segno

from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from manusiawi.render.classroom.ready import ways
from tests.helpers.axe import violations
from tests.helpers.nodejs import run
from tests.helpers.plans import PLAN, opened, text_of, with_parts


def titles(page) -> list[str]:
    found: list[str] = page.locator(".plan-part > div > b").all_inner_texts()
    return found


def told(page) -> str:
    page.wait_for_function("document.querySelector('.plan-told').textContent")
    found: str = page.locator(".plan-told").inner_text()
    return found


def press(page, name: str, **options: Any) -> None:
    """Presses a button by keyboard alone."""
    control = page.get_by_role("button", name=name, **options).first
    control.focus()
    page.keyboard.press("Enter")


def test_a_plan_is_put_together_ordered_and_undone_by_keyboard_alone(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html")
    page.get_by_label(say("id", "b-title")).focus()
    page.keyboard.type("Lokakarya Metro")
    page.get_by_label(say("id", "b-find")).focus()
    page.keyboard.type("bias")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert titles(page) == ["Modul 5: Nondiskriminasi dan bias"] and "hari 1, bagian 1 dari 1, 08.00–" in told(page)
    press(page, f"+ {say('id', 'n-break')}")
    press(page, f"+ {say('id', 'n-meal')}")
    assert titles(page)[1:] == ["Istirahat", "Makan"]
    press(page, f"{say('id', 'b-up')}: Makan")
    assert titles(page) == ["Modul 5: Nondiskriminasi dan bias", "Makan", "Istirahat"]
    assert page.evaluate("document.activeElement.id") == "up-0-1", "focus stays on the button of the part that moved"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert titles(page)[0] == "Makan" and say("id", "b-is-first") in told(page)
    press(page, f"{say('id', 'b-remove')}: Makan")
    assert titles(page) == ["Modul 5: Nondiskriminasi dan bias", "Istirahat"] and page.evaluate("document.activeElement.id") == "away-0-0"
    page.keyboard.press("Control+z")
    assert titles(page)[0] == "Makan"
    page.keyboard.press("Control+Shift+z")
    assert titles(page)[0] != "Makan"
    assert page.faults == []


def test_minutes_add_up_beside_the_clock_as_they_are_typed(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(PLAN)}")
    assert page.locator(".plan-clock").all_inner_texts() == ["08.00–08.15", "08.15–09.45", "09.45–10.00"]
    page.get_by_label("menit: Pembukaan").fill("30")
    assert page.locator(".plan-clock").all_inner_texts() == ["08.00–08.30", "08.30–10.00", "10.00–10.15"]
    assert "2 jam 15 menit, selesai pukul 10.15" in page.locator(".day-sum").inner_text()
    page.locator("#start-0").fill("13:30")
    assert page.locator(".plan-clock").first.inner_text() == "13.30–14.00"
    minutes = page.get_by_label("menit: Pembukaan")
    minutes.fill("999")
    minutes.blur()
    assert minutes.input_value() == "30" and "600" in told(page)


def test_letters_typed_into_one_field_are_undone_together_and_not_with_those_of_another() -> None:
    found = run(
        """const past = module.history("");
        for (const [text, name] of [["M", "title"], ["Me", "title"], ["Me 9", "minutes"], ["Me 90", "minutes"]]) past.set(text, name);
        return [past.undo(), past.now(), past.undo(), past.now(), past.undo()];""",
        module="classroom/builder/history.js",
    )
    assert found == [True, "Me", True, "", False]


def test_parts_go_to_another_day_and_days_change_places(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(with_parts(*PLAN['days'][0]['parts'], date='2026-12-31'))}")
    press(page, say("id", "b-add-day"))
    assert page.locator("#date-1").input_value() == "2027-01-01", "the day after"
    press(page, f"{say('id', 'b-down')}: Istirahat")
    assert page.locator("#day-1 .plan-part").count() == 1 and page.evaluate("document.activeElement.id") == "down-1-0"
    page.locator("#more-0-0").click()
    page.locator("#day-of-0-0").select_option("1")
    page.locator("#go-0-0").click()
    assert page.locator("#day-1 .plan-part > div > b").all_inner_texts() == ["Istirahat", "Pembukaan"]
    press(page, f"{say('id', 'b-day-up')}: Hari 2")
    assert page.locator("#day-0 .plan-part > div > b").all_inner_texts() == ["Istirahat", "Pembukaan"]
    assert page.locator("#date-0").input_value() == "2026-12-31", "a date stays where it stands"


def test_nothing_is_lost_by_a_reload(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html")
    page.get_by_label(say("id", "b-title")).fill("Rencana ‮ saya")
    press(page, f"+ {say('id', 'n-other')}")
    page.locator("#own-0-0").fill("Kenalan; doa, 100%")
    page.locator("#minutes-0-0").fill("25")
    page.reload()
    page.wait_for_selector(".plan-day")
    assert titles(page) == ["Kenalan; doa, 100%"] and page.locator("#minutes-0-0").input_value() == "25"
    assert page.locator("#judul").input_value() == "Rencana   saya", "what no address can hold is left out before it is kept"


def test_a_browser_that_keeps_nothing_is_told_of_and_the_address_holds_the_plan(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/privasi.html")
    page.context.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    page.goto(f"{serve(site)}/susun.html")
    page.wait_for_selector(".plan-day")
    press(page, f"+ {say('id', 'n-break')}")
    assert page.get_by_text(say("id", "b-unkept")).is_visible()
    page.reload()
    page.wait_for_function("document.querySelectorAll('.plan-part').length === 1")


@pytest.mark.parametrize(
    ("address", "phrase"),
    [("1;x;n;-0800;zzzzz", "b-plan-cut"), ("9;x;n;-0800;zzzzz", "b-plan-version"), ("<img src=x onerror=alert(1)>", "b-plan-wrong")],
)
def test_a_cut_or_hostile_address_changes_nothing_and_says_why(open_page, serve, site: Path, address: str, phrase: str) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(PLAN)}")
    before = page.evaluate("localStorage['manusiawi-rencana']")
    page.goto("about:blank")
    page.goto(f"{serve(site)}/susun.html#{address}")
    page.wait_for_selector(".plan-day")
    assert say("id", phrase) in told(page)
    assert titles(page)[0] == "Pembukaan" and page.evaluate("localStorage['manusiawi-rencana']") == before
    assert page.faults == []


def test_an_address_of_somebody_else_asks_which_plan_stays(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(PLAN)}")
    other = {**with_parts({"kind": "module", "ref": "loket", "minutes": 45, "title": ""}), "title": "Rencana Bu Sri"}
    page.evaluate("address => { location.hash = address; }", text_of(other))
    page.get_by_role("button", name=say("id", "b-keep-mine")).click()
    assert titles(page)[0] == "Pembukaan" and page.evaluate("location.hash") == ""
    page.evaluate("address => { location.hash = address; }", text_of(other))
    box = page.locator(".plan-ask")
    assert "Rencana Bu Sri" in box.inner_text() and "Lokakarya Metro" in box.inner_text() and titles(page)[0] == "Pembukaan"
    page.get_by_role("button", name=say("id", "b-take-theirs")).click()
    assert titles(page) == ["Modul 1: HAM di loket"]
    page.locator(".plan-told button").click()
    assert titles(page)[0] == "Pembukaan", "undoing brings the plan of before back"


def test_an_address_of_an_older_course_names_what_is_gone_and_keeps_the_rest(open_page, serve, site: Path) -> None:
    gone = {"kind": "lesson", "ref": "loket/pelajaran-lama", "minutes": 5, "title": "Baca berdua"}
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(with_parts(gone, *PLAN['days'][0]['parts']))}")
    assert "Baca berdua (loket/pelajaran-lama)" in told(page)
    assert titles(page) == ["Pembukaan", "Modul 5: Nondiskriminasi dan bias", "Istirahat"]


@pytest.mark.parametrize("number", [0, 1])
def test_the_ready_workshops_open_and_can_be_left_again(open_page, serve, site: Path, number: int) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html")
    page.locator(".plan-start li button").nth(number).click()
    assert len(titles(page)) > 5 and page.locator("#judul").input_value().startswith("Lokakarya")
    page.locator(".plan-told button").click()
    assert titles(page) == []


def test_the_trainers_page_leads_to_the_builder_and_where_the_site_is_known_to_the_participants(
    open_page, serve, site: Path, course: Course
) -> None:
    page = open_page(f"{serve(site)}/pelatih.html")
    assert page.get_by_text(say("id", "ready-no-address")).count() == len(course.workshops)
    page.get_by_role("link", name=say("id", "ready-open")).first.click()
    page.wait_for_selector(".plan-part")
    assert page.locator("#judul").input_value() == next(iter(course.workshops.values())).title["id"]
    for language in ("id", "en"):
        for name in course.workshops:
            html = ways(course, language, "pelatih.md", name, "https://kursus.example.go.id/ham/")
            address = re.search(r'href="(https://[^"]+)"', html)[1]
            folder = "" if language == "id" else "en/"
            assert address.startswith(f"https://kursus.example.go.id/ham/{folder}peserta.html#1;")
            code = segno.make_qr(address, error="l")
            assert f'viewBox="0 0 {code.symbol_size(border=4)[0]} ' in html and code.version <= 25


def test_a_plan_changed_in_another_window_is_shown_here(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html")
    second = page.context.new_page()
    second.goto(page.url)
    second.wait_for_selector(".plan-day")
    press(second, f"+ {say('id', 'n-break')}")
    page.wait_for_function("document.querySelectorAll('.plan-part').length === 1")
    assert say("id", "b-other-window") in told(page)


def test_a_room_without_a_network_and_what_people_need_bring_the_notes_to_each_part(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(PLAN)}")
    page.get_by_label(say("id", "b-no-network")).check()
    page.locator("#perlu-deaf").check()
    page.wait_for_selector(".plan-needs li", state="attached")
    folds = page.locator(".plan-needs")
    assert folds.count() == 2 and folds.nth(0).locator("li").count() == 1 and folds.nth(1).locator("li").count() > 1
    assert "Tuli" in folds.nth(1).locator("summary").inner_text()
    text = page.evaluate("localStorage['manusiawi-rencana']")
    assert text.split(";")[2] == "d", "no network, somebody Deaf"


def test_an_activity_shows_who_uses_a_wheelchair_the_way_of_those_who_do_not_stand(open_page, serve, site: Path, course: Course) -> None:
    activity = {"kind": "activity", "ref": "maju-selangkah", "minutes": 30, "title": ""}
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of({**with_parts(activity), 'needs': ['wheelchair']})}")
    page.wait_for_selector(".plan-needs li", state="attached")
    shown = page.locator(".plan-needs li").all_text_contents()
    assert shown == [course.activities["maju-selangkah"].ways.stand["id"]]


def test_the_address_and_its_code_hold_the_plan_and_lead_to_the_participants_page(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(PLAN)}")
    assert page.locator("#alamat-peserta").input_value() == f"{serve(site)}/peserta.html#{text_of(PLAN)}"
    page.locator(".plan-share summary").click()
    page.wait_for_selector(".plan-code svg")
    assert page.locator(".plan-code svg").get_attribute("aria-label") == say("id", "b-code-name")
    first = page.locator(".plan-code path").nth(1).get_attribute("d")
    page.get_by_label("menit: Pembukaan").fill("30")
    page.wait_for_function(
        "d => (document.querySelectorAll('.plan-code path')[1] || { getAttribute() {} }).getAttribute('d') !== d", arg=first
    )
    screen = page.get_by_role("link", name=say("id", "b-open-projector")).get_attribute("href")
    assert screen.startswith("layar.html#1;Lokakarya_Metro;n;-0800,o::30:Pembukaan")


def test_from_a_memory_stick_the_plan_is_built_and_the_address_of_a_site_can_be_typed(open_page, site: Path) -> None:
    page = opened(open_page, f"{site.as_uri()}/susun.html#{text_of(PLAN)}")
    assert titles(page)[0] == "Pembukaan"
    page.get_by_label(say("id", "b-site-address")).fill("https://kursus.example.go.id/ham")
    assert page.locator("#alamat-peserta").input_value() == f"https://kursus.example.go.id/ham/peserta.html#{text_of(PLAN)}"
    page.locator(".plan-share summary").click()
    page.wait_for_selector(".plan-code svg")
    page.reload()
    page.wait_for_selector(".plan-part")
    assert page.faults == []


def test_a_plan_that_comes_by_its_address_folds_the_ways_to_begin_and_an_emptied_one_opens_them(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(PLAN)}")
    page.wait_for_selector(".plan-part")
    assert page.locator(".plan-start").get_attribute("open") is None
    page.locator(".plan-start > summary").click()
    page.get_by_role("button", name=say("id", "b-clear")).click()
    page.wait_for_function("!document.querySelector('.plan-part')")
    assert page.locator(".plan-start").get_attribute("open") is not None


def test_minutes_are_marked_as_wrong_where_they_are_and_not_while_the_field_is_empty(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(PLAN)}")
    minutes = page.locator("#minutes-0-0")
    for typed, wrong in (("", "false"), ("601", "true"), ("60", "false")):
        minutes.fill(typed)
        assert minutes.get_attribute("aria-invalid") == wrong, typed


def test_participants_are_told_nothing_of_what_others_need_and_fellow_trainers_are(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of({**PLAN, 'needs': ['deaf']})}")
    assert page.locator("#alamat-peserta").input_value().split("#")[1] == text_of(PLAN)
    assert page.locator("#alamat-rekan").input_value() == f"{serve(site)}/susun.html#{text_of({**PLAN, 'needs': ['deaf']})}"


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_state_of_the_page_is_sound_by_axe_and_fits_the_width(open_page, serve, site: Path, language: str, width: int) -> None:
    page = opened(open_page, f"{serve(site)}/{language}susun.html", viewport={"width": width, "height": 900}, bypass_csp=True)
    assert violations(page) == []
    page.locator(".plan-start li button").first.click()
    page.locator("#jaringan").check()
    page.locator("#perlu-blind").check()
    page.locator("#more-0-0").click()
    page.locator(".plan-share summary").click()
    page.wait_for_selector(".plan-code svg")
    page.wait_for_selector(".plan-needs li", state="attached")
    page.evaluate("for (const fold of document.querySelectorAll('.plan-needs')) fold.open = true;")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert violations(page) == []
