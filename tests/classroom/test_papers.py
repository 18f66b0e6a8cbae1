"""What a trainer prints of a plan: agenda, session plans, workbook, address; from the page and from the command line."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from pypdf import PdfReader

from manusiawi.cli import main
from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from tests.helpers.apart import apart
from tests.helpers.plans import PLAN, opened, text_of, with_parts


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


def test_the_command_line_prints_the_workbook_of_a_plan_and_says_what_is_no_plan(site: Path, tmp_path: Path, capsys) -> None:
    address = f"https://situs.example/susun.html#{text_of(PLAN)}"
    words = ["handouts", "--into", str(tmp_path), "--from", str(site), "--plan"]
    assert apart(main, [*words, address]) == 0
    for language in ("id", "en"):
        with pikepdf.open(tmp_path / language / "susun-buku-kerja.pdf") as pdf:
            assert "Lokakarya Metro" in str(pdf.docinfo.Title) and str(pdf.Root.Lang) == language
        text = PdfReader(tmp_path / language / "susun-buku-kerja.pdf").pages[0].extract_text()
        assert say(language, "b-workbook-name") in text and say(language, "b-session-outcomes") in text, (
            "the first part begins below the title"
        )
    assert apart(main, [*words, address[:-1]]) == 1
    assert "--plan" in (told := capsys.readouterr().err) and "susun.html" in told


def test_a_workbook_of_the_plan_holds_its_questions_and_room_to_write_but_no_key(open_page, serve, site: Path, course: Course) -> None:
    kinds = {item.type: name for name, item in course.items.items() if course.item_modules[name] == "nondiskriminasi" and not item.forms}
    parts = [{"kind": "lesson", "ref": "nondiskriminasi/bias", "minutes": 20, "title": ""}]
    parts += [{"kind": "item", "ref": name, "minutes": 5, "title": ""} for name in kinds.values()]
    page = opened(open_page, f"{serve(site)}/susun.html#{text_of(with_parts(*parts, date=''))}")
    book = printed(page, "workbook")
    assert page.evaluate("window.printed.querySelectorAll('.paper-line').length") > 8 and say("id", "b-workbook-monday") in book
    plain = [name for name in course.set_items("nondiskriminasi") if name in course.items and course.item_path(name).endswith("bias.md")]
    assert plain and len(kinds) > 4
    steps = [step.text["id"] for step in course.items[kinds["ordering"]].steps]
    places = [book.index(step) for step in steps]
    assert places != sorted(places), "the steps do not stand in the order that is asked for"
    for name in {*plain, *kinds.values()}:
        item = course.items[name]
        assert item.stem["id"] in book, name
        reasons = [entry.feedback["id"] for field in ("options", "statements", "pairs", "steps") for entry in getattr(item, field, ())]
        assert not [reason for reason in reasons if reason in book], name
    assert page.faults == []
