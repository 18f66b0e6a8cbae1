"""Phones of a class: codes that are typed or scanned come in by number, once each, and of older revisions only what is the same counts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import segno

from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from tests.helpers.axe import violations
from tests.helpers.camera import HEIGHT, WALL, WIDTH
from tests.helpers.chromium import find
from tests.helpers.classes import ITEM, PAGE, begin, choose, classroom, in_class, kept, press, way

MAKE = """
  const all_items = coded(all.check), pick = n => id => { const item = all_items.find(one => one.id === id);
    return item.isTrueFalse
      ? { a: item.parts.map(part => `${part}:true`), s: 0 }
      : { a: [`:${item.parts[n % item.parts.length]}`], s: 1 }; };
"""


def codes(site: Path, *whose: str, older: bool = False) -> list[dict[str, str]]:
    """The short code and the QR text of a phone each, every one with answers of its own; of an older phone one question is not the same."""
    body = f"""{MAKE} const sent = value.older ? all_items.map((item, at) => at ? item : {{ ...item, r: "id-00000" }}) : all_items;
      return value.whose.map((who, n) => ({{ short: short.writeShort(sent, pick(n)),
        text: text.writeText("loket/soal", "id", who, sent, pick(n)) }}));"""
    made: list[dict[str, str]] = in_class(body, {**classroom(site, "loket"), "whose": whose, "older": older})
    return made


def film(path: Path, *texts: str) -> Path:
    """A picture of phones with QR codes on their screens side by side, as a film that a browser plays over and over (YUV4MPEG2)."""
    rows = [bytearray([WALL]) * WIDTH for _ in range(HEIGHT)]
    for place, text in enumerate(texts):
        code = [
            bytes(225 if not cell else 30 for cell in row)
            for row in segno.make(text, error="l", micro=False).matrix_iter(scale=8, border=4)
        ]
        left = WIDTH * (2 * place + 1) // (2 * len(texts)) - len(code) // 2
        for y, row in enumerate(code, (HEIGHT - len(code)) // 2):
            rows[y][left : left + len(row)] = row
    picture = b"".join(rows) + bytes([128]) * (WIDTH * HEIGHT // 2)
    path.write_bytes(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420\n".encode() + b"FRAME\n" + picture)
    return path


def note(page, code: str, number: str = "") -> str:
    """Types a code and returns what the page says."""
    page.fill("#k-phone-number", number)
    page.fill("#k-phone-code", code)
    before = page.locator(".k-said").inner_text()
    press(page, "phones-add")
    page.wait_for_function("before => (now => now && now !== before)(document.querySelector('.k-said').innerText)", arg=before)
    said: str = page.locator(".k-said").inner_text()
    return said


def test_codes_that_are_read_out_come_in_by_number_and_twice_the_same_asks_whose_it_is(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/{PAGE}", viewport={"width": 320, "height": 640})
    begin(page)
    choose(page)
    way(page, "phones")
    first, second = (one["short"] for one in codes(site, "1", "2"))
    swapped = first[1] + first[0] + first[2:] if first[0] != first[1] else first[0] + first[2] + first[1] + first[3:]
    assert say("id", "k-phones-check") in note(page, swapped)
    assert say("id", "k-phones-sign") in note(page, "ABU")
    assert say("id", "k-phones-set") in note(page, codes(site, "1", older=True)[0]["short"])
    assert "votes" in kept(page) and not kept(page)["votes"][0]["answers"]
    assert note(page, f"{first[:4]} {first[4:]}".lower(), "7").startswith("Nomor 7")
    assert say("id", "k-phones-unpaired") not in page.locator(".k-said").inner_text()
    said = note(page, second)
    assert said.startswith("Nomor 8") and say("id", "k-phones-unpaired") in said, "in order of arrival, and told what that costs"
    assert note(page, second) == say("id", "k-phones-same")
    assert say("id", "k-phones-in", count=2, numbers="7, 8") == page.locator(".k-total").inner_text()
    votes = kept(page)["votes"]
    assert {tuple(vote["answers"]) for vote in votes} == {("7", "8")} and {vote["way"] for vote in votes} == {"phones"}
    assert len({vote["item"] for vote in votes}) == 9 and votes[0]["item"] == ITEM
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    press(page, "close")
    press(page, "h-again")
    way(page, "phones")
    note(page, second, "7")
    assert [vote["item"] for vote in kept(page)["votes"] if vote["round"] == 2] == [ITEM], (
        "of a second vote the question that is asked alone"
    )
    assert page.faults == []


@pytest.fixture
def filmed(browser, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """A function that opens the page in a browser whose camera shows phones."""
    started = []

    def open_filmed(address: str, *texts: str) -> Any:
        shown = film(tmp_path / "phones.y4m", *texts)
        words = ["--no-sandbox", "--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={shown}"]
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
        way(page, "phones")
        press(page, "camera-start")
        return page

    yield open_filmed
    for one in started:
        one.close()


def test_two_phones_in_view_are_both_scanned_once_and_an_older_one_counts_only_what_is_the_same(filmed, serve, site: Path) -> None:
    (new,) = codes(site, "7")
    (old,) = codes(site, "-4K2X9", older=True)
    page = filmed(serve(site), new["text"], old["text"])
    page.wait_for_function("document.querySelector('.k-total').innerText.includes('7')")
    page.wait_for_function("Object.keys(localStorage).some(key => (localStorage[key] || '').includes('-4K2X9'))")
    votes = kept(page)["votes"]
    answered = {code for vote in votes for code in vote["answers"]}
    assert len(answered) == 2 and "7" in answered
    counts = {code: len({vote["item"] for vote in votes if code in vote["answers"]}) for code in answered}
    assert counts["7"] == 9 and sorted(counts.values()) == [8, 9]
    assert page.faults == []


def test_on_a_memory_stick_phones_are_scanned_too(filmed, site: Path, course: Course) -> None:
    (one,) = codes(site, "12")
    page = filmed(site.as_uri(), one["text"])
    page.wait_for_function("document.querySelector('.k-total').innerText.includes('12')")
    page.wait_for_function("words => document.querySelector('.k-said').innerText.includes(words)", arg="Nomor 12")
    page.wait_for_timeout(800)
    assert page.locator(".k-said").inner_text().startswith(say("id", "k-phones-taken", number=12, count=12)), (
        "said once, though the film goes on"
    )
    assert json.dumps(kept(page)).count('"12"') >= 9 and page.faults == []
