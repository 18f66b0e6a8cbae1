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
from tests.helpers.scripts import WEB

PLAN = {
    "title": "Lokakarya Metro",
    "network": True,
    "needs": [],
    "days": [
        {
            "date": "",
            "start": "08:00",
            "fasting": False,
            "parts": [
                {"kind": "other", "ref": "", "minutes": 15, "title": "Pembukaan"},
                {"kind": "module", "ref": "nondiskriminasi", "minutes": 90, "title": ""},
                {"kind": "break", "ref": "", "minutes": 15, "title": ""},
            ],
        }
    ],
}


def text_of(plan: Any) -> str:
    made: str = run("return text.writePlan(value);", plan, text="classroom/plan/text.js")
    return made


def with_parts(*parts: dict[str, Any], **day: Any) -> dict[str, Any]:
    return {**PLAN, "days": [{**PLAN["days"][0], **day, "parts": list(parts)}]}


def warned(*parts: tuple[str, int], **day: Any) -> list[str]:
    """The names of the warnings of a day; its parts are a kind and minutes."""
    rows = [{"kind": kind, "ref": "", "minutes": minutes, "title": ""} for kind, minutes in parts]
    value = {**PLAN["days"][0], **day, "parts": rows}
    made: list[str] = run("return w.warningsOf(value, 0).map(entry => entry.name);", value, w="classroom/builder/warnings.js")
    return made


def opened(open_page, address: str, **options: Any):
    page = open_page(address, **options)
    page.wait_for_selector(".plan-day")
    return page


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


def test_participants_are_told_nothing_of_what_others_need_and_fellow_trainers_are(open_page, serve, site: Path) -> None:
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of({**PLAN, 'needs': ['deaf']})}")
    assert page.locator("#alamat-peserta").input_value().split("#")[1] == text_of(PLAN)
    assert page.locator("#alamat-rekan").input_value() == f"{serve(site)}/susun.html#{text_of({**PLAN, 'needs': ['deaf']})}"


def printed(page, name: str) -> str:
    """What stands on a paper that a button prints, as the printer would get it."""
    page.evaluate("window.print = () => { window.printed = document.querySelector('.plan-paper').cloneNode(true); }")
    page.get_by_role("button", name=say("id", f"b-print-{name}")).click()
    page.wait_for_function("window.printed")
    page.emulate_media(media="print")
    assert page.locator(".plan-paper").is_visible() and page.locator(".plan-day").first.is_hidden()
    text: str = page.locator(".plan-paper").inner_text()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return text


def test_an_agenda_the_session_plans_and_a_sheet_with_the_code_are_printed(open_page, serve, site: Path, course: Course) -> None:
    parts = [*PLAN["days"][0]["parts"], {"kind": "activity", "ref": "maju-selangkah", "minutes": 30, "title": ""}]
    plan = {**with_parts(*parts, date="2026-12-04"), "network": False, "needs": ["deaf"]}
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(plan)}")
    agenda = printed(page, "agenda")
    assert "Jumat, 4 Desember 2026" in agenda and "08.15–09.45" in agenda and "Pembukaan" in agenda
    sessions = printed(page, "sessions")
    assert "2 JP (90 menit; 1 JP = 45 menit)" in sessions and "Jumat, 4 Desember 2026, 08.15–09.45" in sessions
    notes = course.trainers["nondiskriminasi"]
    for outcome in course.modules["nondiskriminasi"].outcomes:
        assert outcome.text["id"] in sessions
    assert say("id", "b-session-sum", sum=notes.minutes, minutes=90) in sessions, "minutes that a trainer changed are told of"
    assert "Maju selangkah" in sessions and course.activities["maju-selangkah"].debrief[0].ask["id"] in sessions
    assert f"{say('id', 'b-for-all')} (Tuli)" in sessions and say("id", "b-without-network") in sessions
    sheet = printed(page, "address")
    assert "peserta.html#1;Lokakarya_Metro;" in sheet.replace("\n", "")
    assert page.evaluate("window.printed.querySelectorAll('svg.qr-code').length") == 1
    assert page.locator(".plan-paper").inner_html().count("<table") == 1, "the agenda again, once it is printed"
    assert page.faults == []


def test_a_workbook_of_the_plan_holds_its_questions_and_room_to_write_but_no_key(open_page, serve, site: Path, course: Course) -> None:
    kinds = {item.type: name for name, item in course.items.items() if course.item_modules[name] == "nondiskriminasi" and not item.forms}
    parts = [{"kind": "lesson", "ref": "nondiskriminasi/bias", "minutes": 20, "title": ""}]
    parts += [{"kind": "item", "ref": name, "minutes": 5, "title": ""} for name in kinds.values()]
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(with_parts(*parts, date=''))}")
    book = printed(page, "workbook")
    assert page.evaluate("window.printed.querySelectorAll('.paper-line').length") > 8 and say("id", "b-workbook-monday") in book
    plain = [name for name in course.set_items("nondiskriminasi") if name in course.items and course.item_path(name).endswith("bias.md")]
    assert plain and len(kinds) > 4
    for name in {*plain, *kinds.values()}:
        item = course.items[name]
        assert item.stem["id"] in book, name
        reasons = [entry.feedback["id"] for field in ("options", "statements", "pairs", "steps") for entry in getattr(item, field, ())]
        assert not [reason for reason in reasons if reason in book], name
    assert page.faults == []


@pytest.mark.parametrize(
    ("parts", "day", "names"),
    [
        ((("module", 90), ("break", 15), ("module", 90)), {}, []),
        ((("module", 90), ("module", 45)), {}, ["no-break"]),
        ((("module", 120), ("break", 15), ("module", 121)), {}, ["no-break"]),
        ((("module", 120), ("break", 60), ("module", 120), ("meal", 60), ("module", 120), ("break", 60)), {}, []),
        ((("module", 90), ("break", 0), ("module", 45)), {}, ["no-break", "no-minutes"]),
        ((("module", 120), ("break", 15), ("module", 120), ("break", 15), ("module", 120)), {}, ["no-lunch"]),
        ((("module", 120), ("break", 15), ("module", 120), ("meal", 60), ("module", 120), ("break", 15), ("module", 90)), {}, ["long-day"]),
        ((("module", 110), ("break", 10), ("module", 110)), {"start": "11:20"}, []),
        ((("module", 120), ("break", 10), ("module", 120)), {"start": "13:20"}, []),
        ((("module", 100), ("break", 10), ("module", 110), ("module", 5)), {"start": "14:00", "fasting": True}, []),
        ((("module", 120), ("meal", 60), ("module", 120)), {"fasting": True}, ["meal-while-fasting"]),
        ((("module", 120), ("break", 15)) * 3, {"fasting": True}, ["long-fasting-day"]),
        ((("module", 120), ("break", 90), ("module", 120)), {"date": "2026-12-04"}, ["friday"]),
        ((("module", 120), ("break", 60), ("module", 30), ("prayer", 90), ("module", 60)), {"date": "2026-12-04"}, []),
        ((("module", 120),), {"start": "23:00"}, ["past-midnight"]),
        ((("other", 600), ("other", 100)), {"start": "07:00"}, ["long-day", "no-break", "no-lunch", "zuhur", "asar"]),
    ],
)
def test_warnings_name_what_a_room_would_feel(parts: tuple[tuple[str, int], ...], day: dict[str, Any], names: list[str]) -> None:
    assert warned(*parts, **day) == names


def test_every_warning_has_its_words_in_both_languages() -> None:
    source = (WEB / "src/classroom/builder/warnings.js").read_text("utf-8")
    names = set(re.findall(r'warn\((?:day\.fasting \? )?"([a-z-]+)"(?: : "([a-z-]+)")?', source))
    assert len(names) > 8
    for name in filter(None, sum(names, ())):
        assert say("id", f"b-warn-{name}") and say("en", f"b-warn-{name}")


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
