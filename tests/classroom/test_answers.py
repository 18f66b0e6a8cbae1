"""The page of a class's answers, as a trainer uses it: hands, cards, a second vote, the key, a reload, files, a full store."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from manusiawi.model.revision import text_id
from tests.helpers.axe import violations
from tests.helpers.camera import film
from tests.helpers.chromium import find
from tests.helpers.classes import ITEM, PAGE, begin, choose, count, hold_up, kept, press, way
from tests.helpers.nodejs import run


def test_hands_are_counted_and_debriefed_and_the_second_vote_stands_beside_the_first(room, course: Course) -> None:
    page = room()
    begin(page)
    choose(page)
    item = course.items[ITEM]
    key = next(at for at, option in enumerate(item.options) if option.key)
    shown = page.locator(".k-screen").inner_text()
    assert item.stem["id"] in shown and all(option.text["id"] in shown for option in item.options)
    assert not any(option.feedback["id"][:40] in shown for option in item.options), "the key is hidden"
    numbers = [3, 3, 3]
    numbers[key] = 11
    count(page, *numbers)
    page.locator(".k-hand").first.get_by_text("+1", exact=True).click()
    press(page, "undo")
    assert page.locator(".k-total").inner_text() == say("id", "k-hands-total", count=17)
    assert violations(page) == []

    press(page, "close")
    page.wait_for_selector(".k-shares")
    row = page.locator(".k-shares tbody tr").nth(key)
    assert "65" in row.inner_text() and "41" in row.inner_text() and "83" in row.inner_text(), "11 of 17; Wilson (1927): 41 to 83"
    assert say("id", "h-right") not in page.locator(".k-shares").inner_text()
    press(page, "h-reveal")
    assert say("id", "h-right") in row.inner_text() and page.locator(".k-reasons li").count() == 0
    press(page, "h-next-reason")
    assert page.locator(".k-reasons li").count() == 1
    page.locator(".k-yours summary").click()
    beliefs = {option.misconception for option in item.options if option.misconception}
    page.wait_for_function(f"document.querySelectorAll('.k-belief > :nth-child(2)').length === {len(beliefs)}")
    assert violations(page) == []

    press(page, "h-again")
    assert page.locator(".k-total").inner_text() == say("id", "k-hands-total", count=0)
    count(page, *([1] * key), 14)
    press(page, "close")
    heads = page.locator(".k-shares tr").first.locator("th").all_inner_texts()
    assert heads[1:] == [say("id", "h-round", round=1, count=17), say("id", "h-round", round=2, count=14 + key)]
    assert [vote["round"] for vote in kept(page)["votes"]] == [1, 2]
    assert page.faults == []


def test_cards_are_entered_by_hand_without_a_letter_in_sight_and_outlast_a_reload(room) -> None:
    page = room(viewport={"width": 320, "height": 640})
    begin(page)
    press(page, "tab-people")
    page.fill("#k-people", "8")
    page.fill("#k-names", "Siti\nBudi")
    press(page, "people-keep")
    press(page, "tab-choose")
    choose(page)
    way(page, "cards")
    hold_up(page, "ABCABC")
    cells = page.locator(".k-cell")
    assert cells.count() == 8 and page.locator(".k-read").count() == 6
    assert not any(letter in cell.replace("Siti", "").replace("Budi", "") for cell in cells.all_inner_texts() for letter in "ABC")
    assert cells.first.get_attribute("aria-label") == f"{say('id', 'k-card', number=1)}, Siti, {say('id', 'k-cell-read')}"
    cells.nth(0).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.value") == "2", "the focus stays where it corrected"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []

    page.reload()
    press(page, "open")
    page.wait_for_selector(".k-grid")
    assert page.locator(".k-read").count() == 6
    page.locator(".k-tick").filter(has_text=say("id", "k-ask-sure")).click()
    page.fill("#k-number", "2")
    page.locator(".k-correct").get_by_role("button", name="A", exact=True).click()
    (vote,) = kept(page)["votes"]
    options = {code: answer["o"] for code, answer in vote["answers"].items()}
    assert options["2"] == options["3"] == options["6"] != options["1"] == options["4"]
    assert vote["answers"]["2"]["s"] == 1 and "s" not in vote["answers"]["1"]
    assert page.faults == []


def test_a_statement_is_asked_by_itself_and_a_set_of_them_step_by_step(room, course: Course) -> None:
    page = room()
    begin(page)
    item = course.items["lk-istilah"]
    page.fill("#k-search", item.stem["id"])
    press(page, "find")
    page.locator(".k-set").filter(has_text=item.stem["id"]).first.click()
    page.wait_for_selector(".k-statement")
    for number, statement in enumerate(item.statements, 1):
        assert page.locator(".k-of").inner_text() == say("id", "k-of", n=number, total=len(item.statements))
        assert page.locator(".k-statement").inner_text() == statement.text["id"]
        assert say("id", "k-true-false") in page.locator(".k-screen").inner_text()
        count(page, 6, 2)
        press(page, "close")
        if number < len(item.statements):
            press(page, "next")
    press(page, "before")
    page.wait_for_selector(".k-shares")
    page.reload()
    press(page, "open")
    page.wait_for_selector(".k-shares")
    votes = kept(page)["votes"]
    assert [list(vote["counts"].values()) for vote in votes] == [[6, 2]] * len(item.statements)
    assert all(list(vote["counts"]) == [f"{vote['row']}:true", f"{vote['row']}:false"] for vote in votes)


def test_a_class_leaves_as_a_file_without_names_and_is_forgotten_and_brought_back(room, tmp_path: Path) -> None:
    page = room()
    begin(page)
    press(page, "tab-people")
    page.fill("#k-names", "Siti\nBudi")
    press(page, "people-keep")
    press(page, "tab-choose")
    choose(page)
    way(page, "cards")
    hold_up(page, "AB")
    before = kept(page)
    press(page, "tab-files")
    with page.expect_download() as download:
        press(page, "export-json")
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert "Siti" not in path.read_text("utf-8") and path.name.startswith("metro-selasa-pagi-")
    press(page, "leave")
    press(page, "forget")
    assert kept(page) == before, "one press asks"
    press(page, "forget-sure")
    assert page.evaluate("localStorage.length") == 0
    press(page, "undo")
    assert kept(page) == before
    press(page, "forget")
    press(page, "forget-sure")
    page.reload()
    assert page.get_by_role("button", name=say("id", "k-undo")).count() == 0
    page.set_input_files("#k-file", path)
    page.wait_for_selector("#k-module")
    assert kept(page) == {**before, "people": {"1": "", "2": ""}}
    press(page, "leave")
    broken = tmp_path / "rusak.json"
    broken.write_text(path.read_text("utf-8").replace('"cards"', '"berteriak"'), "utf-8")
    page.set_input_files("#k-file", broken)
    page.wait_for_selector(".k-said li")
    assert "votes[0].way" in page.locator(".k-said").inner_text() and "berteriak" in page.locator(".k-said").inner_text()
    assert kept(page)["votes"] == before["votes"], "what is broken changes nothing"
    assert page.faults == []


def test_a_full_store_is_told_and_keeps_what_it_had_and_the_class_can_still_leave_as_a_file(room, tmp_path: Path) -> None:
    page = room()
    begin(page)
    choose(page)
    count(page, 5)
    before = kept(page)
    page.evaluate(
        """() => { let size = 1 << 20; while (size) { try { localStorage['lain' + size + localStorage.length] = 'x'.repeat(size); }
        catch (e) { size >>= 1; } } }"""
    )
    page.fill(".k-hand:nth-child(2) input", "9999")
    page.keyboard.press("Tab")
    assert say("id", "k-full") in page.locator("[role=alert]").inner_text()
    assert kept(page) == before
    with page.expect_download() as download:
        page.locator("[role=alert]").get_by_role("button", name=say("id", "k-export-json")).click()
    download.value.save_as(tmp_path / "kelas.json")
    assert 9999 in json.loads((tmp_path / "kelas.json").read_text("utf-8"))["votes"][0]["counts"].values()
    page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('lain')).forEach(key => localStorage.removeItem(key))")
    page.locator(".k-hand").first.get_by_text("+1", exact=True).click()
    assert page.locator("[role=alert]").inner_text() == ""
    assert 9999 in kept(page)["votes"][0]["counts"].values()


# ---- The camera


@pytest.fixture
def filmed(browser, site: Path, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """A function that opens the page in a browser whose camera shows a film; the browser with windows, since the other has no camera."""
    started = []

    def open_filmed(address: str, **cards: str) -> Any:
        shown = film(tmp_path / "room.y4m", {int(number[1:]): letter for number, letter in cards.items()})
        words = [
            "--no-sandbox",
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-video-capture={shown}",
            "--host-resolver-rules=MAP situs.test 127.0.0.1",
        ]
        started.append(browser.browser_type.launch(executable_path=find(whole=True), args=words))
        context = started[-1].new_context(viewport={"width": 390, "height": 844})
        context.grant_permissions(["camera"])
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
        page.goto(f"{address}/{PAGE}")
        begin(page)
        choose(page)
        way(page, "cards")
        return page

    yield open_filmed
    for one in started:
        one.close()


def read(page, cards: int) -> None:
    """Starts the camera and waits until so many cards were read."""
    press(page, "camera-start")
    page.wait_for_function(f"document.querySelectorAll('.k-read').length === {cards}")


def letters_of(page, course: Course) -> dict[str, str]:
    names = [text_id(option.text) for option in course.items[ITEM].options]
    return {code: "ABCD"[names.index(answer["o"])] for code, answer in kept(page)["votes"][0]["answers"].items()}


def test_the_camera_reads_a_room_shows_no_letter_and_stops_out_of_sight(filmed, serve, site: Path, course: Course) -> None:
    held = {f"c{number}": "ABC"[number % 3] for number in range(1, 28)} | {"c30": "D"}
    page = filmed(serve(site), **held)
    read(page, 27)
    assert page.locator(".k-unsure").inner_text().startswith("30"), "the question has no D"
    assert letters_of(page, course) == {number[1:]: letter for number, letter in held.items() if number != "c30"}
    assert "A" not in page.locator(".k-grid").inner_text() and "1280" in page.locator(".k-camera-said").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []

    page.fill("#k-number", "4")
    page.locator(".k-correct").get_by_role("button", name="C", exact=True).click()
    page.wait_for_timeout(600)
    assert letters_of(page, course)["4"] == "C", "the camera leaves a correction alone"
    page.evaluate("window.track = document.querySelector('video').srcObject.getTracks()[0]")
    page.evaluate("Object.defineProperty(document, 'hidden', {value: true}); document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("track.readyState") == "ended" and page.locator("video").is_hidden()
    assert page.locator(".k-camera-said").inner_text() == say("id", "k-camera-hidden")
    page.evaluate("delete document.hidden")

    page.locator(".k-tick").filter(has_text=say("id", "k-ask-sure")).click()
    read(page, 18)  # A says sure, B unsure; C says nothing
    answers = kept(page)["votes"][0]["answers"]
    assert {code: answer.get("s") for code, answer in answers.items() if code != "4"} == {
        number[1:]: {"A": 1, "B": 0, "C": None}[letter] for number, letter in held.items() if number not in ("c30", "c4")
    }
    assert page.faults == []


def test_on_a_memory_stick_the_camera_reads_cards_too(filmed, site: Path, course: Course) -> None:
    page = filmed(site.as_uri(), c1="A", c2="B", c60="C")
    read(page, 3)
    assert letters_of(page, course) == {"1": "A", "2": "B", "60": "C"}
    press(page, "close")
    page.wait_for_selector(".k-shares")
    assert page.locator("video").count() == 0 and say("id", "g-small-group", least=5) in page.locator(".k-shares").inner_text()
    assert page.faults == []


def test_where_no_camera_is_given_the_page_says_why_and_cards_are_entered_by_hand(filmed, serve, site: Path, course: Course) -> None:
    page = filmed(serve(site).replace("127.0.0.1", "situs.test"), c1="A")
    assert page.locator(".k-camera-said").inner_text() == say("id", "k-camera-http")
    assert page.get_by_role("button", name=say("id", "k-camera-start")).count() == 0
    hold_up(page, "BA")
    assert letters_of(page, course) == {"1": "B", "2": "A"}


def test_what_undoes_an_earlier_step_is_gone_once_the_trainer_goes_on(room, tmp_path: Path) -> None:
    page = room()
    begin(page)
    press(page, "tab-people")
    page.fill("#k-people", "8")
    press(page, "people-keep")
    page.get_by_role("button", name=say("id", "k-undo")).wait_for()
    press(page, "tab-choose")
    choose(page)
    page.wait_for_function("!document.querySelector('.k-said').textContent")
    count(page, 5)
    assert len(kept(page)["people"]) == 8 and sum(kept(page)["votes"][0]["counts"].values()) == 5


# ---- Two windows, and a plan


def test_two_windows_of_one_class_lose_nothing_of_each_other(room) -> None:
    page = room()
    begin(page)
    choose(page)
    count(page, 4)
    other = page.context.new_page()
    other.goto(page.url)
    press(other, "open")
    other.wait_for_selector(".k-stem")
    press(other, "next")
    count(other, 0, 3)
    count(page, 2)
    assert [sum(vote["counts"].values()) for vote in kept(page)["votes"]] == [6, 3]


def test_a_plan_in_the_address_offers_its_questions(room, course: Course) -> None:
    parts = [("module", "martabat"), ("lesson", "loket/mengapa"), ("item", ITEM), ("item", "lk-satu-nama"), ("break", "")]
    day = {"date": "", "start": "08:00", "fasting": False, "parts": []}
    day["parts"] = [{"kind": kind, "ref": ref, "minutes": 10, "title": ""} for kind, ref in parts]
    plan = {"title": "Metro", "network": False, "needs": [], "days": [day]}
    address = run("return text.writePlan(value);", plan, text="classroom/plan/text.js")
    page = room()
    page.goto(f"{page.url}#{address}")
    page.reload()
    begin(page)
    box = page.locator(".k-part").filter(has_text=say("id", "k-plan", title="Metro"))
    page.wait_for_function("document.querySelectorAll('.k-part')[0].querySelectorAll('.k-set').length === 3")
    offered = box.locator(".k-set").all_inner_texts()
    assert course.modules["martabat"].title["id"] in offered[0] and course.items[ITEM].stem["id"] in offered[2]
    assert not any(course.items["lk-satu-nama"].stem["id"] in text for text in offered), "a room cannot vote on a reflection"
