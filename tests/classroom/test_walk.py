"""A workshop of six hours as its trainer walks it, from a memory stick with the network off: from the empty plan to the printed report."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course

pytestmark = pytest.mark.long

ITEM = "ak-telepon-bantuan"  # the question that the plan asks
TITLE = "Lokakarya enam jam di Metro"
ADDRESS = "https://kursus.example.go.id/ham/"


@pytest.fixture
def stick(browser, site: Path):
    """A browser without a network, as a trainer's laptop; `leaks` are the requests that would have left it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_offline(True)
    context.faults, context.leaks = [], []
    context.on("weberror", lambda error: context.faults.append(str(error.error)))
    context.on("requestfailed", lambda request: context.faults.append(request.url))
    context.on(
        "request", lambda request: None if request.url.startswith(("file:", "blob:", "data:")) else context.leaks.append(request.url)
    )
    yield context
    context.close()


def opened(stick, site: Path, address: str, stop: str):
    """A page of the stick in a window of its own, once its script has laid `stop`."""
    page = stick.new_page()
    page.add_init_script("window.printed = 0; window.print = () => { window.printed++; };")
    page.goto(f"{site.as_uri()}/{address}")
    page.wait_for_selector(stop)
    return page


def press(page, name: str, **words: Any) -> None:
    """Presses a button by keyboard; where a list has several, each says what it is about behind a colon, and the first is taken."""
    control = page.get_by_role("button", name=re.compile(rf"^{re.escape(say('id', name, **words))}(: |$)")).first
    control.focus()
    page.keyboard.press("Enter")


def add(page, word: str, title: str) -> None:
    """Searches and adds a part by keyboard alone."""
    page.get_by_label(say("id", "b-find")).fill(word)
    page.get_by_role("button", name=f"{say('id', 'b-add')}: {title}", exact=True).focus()
    page.keyboard.press("Enter")


def paper(page) -> str:
    """What the printer would get, of A4."""
    page.emulate_media(media="print")
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    page.emulate_media(media="screen")
    return re.sub(r"\s+", " ", text)


def saved(page, name: str, folder: Path) -> Path:
    """The file that a button saves."""
    with page.expect_download() as download:
        press(page, name)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def build(page, course: Course) -> None:
    """Puts the day together from the empty plan."""
    page.get_by_label(say("id", "b-title")).fill(TITLE)
    page.locator("#date-0").fill("2026-12-03")
    page.locator("#start-0").fill("08:30")
    modules = {name: f"Modul {number}: {module.title['id']}" for number, (name, module) in enumerate(course.modules.items(), 1)}
    add(page, "loket", modules["loket"])
    press_own(page, "n-break")
    add(page, "bias", modules["nondiskriminasi"])
    add(page, "maju selangkah", course.activities["maju-selangkah"].title["id"])
    press_own(page, "n-meal")
    add(page, "aksesibilitas", modules["aksesibilitas"])
    add(page, "telepon", course.items[ITEM].stem["id"])


def press_own(page, name: str) -> None:
    page.get_by_role("button", name=f"+ {say('id', name)}", exact=True).focus()
    page.keyboard.press("Enter")


def walk_builder(page, course: Course, folder: Path) -> str:
    """The builder keeps its promises; returns the part of its address that holds the plan."""
    assert page.get_by_text(say("id", "b-share-empty")).is_visible(), "the empty page says what is to come"
    page.get_by_label(say("id", "b-find")).fill("xyzzy")
    page.get_by_text(say("id", "b-found-none")).wait_for()
    build(page, course)
    assert page.locator(".plan-clock").first.inner_text() == "08.30–09.15"
    page.locator("#up-0-6").focus()
    page.keyboard.press("Enter")
    assert page.locator(".plan-part > div > b").nth(5).inner_text() == course.items[ITEM].stem["id"], "ordered by keyboard"
    page.keyboard.press("Control+z")
    page.locator("#minutes-0-6").fill("20")
    page.locator("#minutes-0-3").fill("70")
    assert "6 jam 0 menit, selesai pukul 14.30" in page.locator(".day-sum").inner_text()
    page.get_by_label(say("id", "b-no-network")).check()
    page.locator("#perlu-deaf").check()
    page.wait_for_selector(".plan-needs li", state="attached")
    press(page, "b-print-address")
    page.locator(".plan-share .mq-say").get_by_text(say("id", "b-site-needed")).wait_for()
    assert not page.evaluate("window.printed")
    assert "file:" not in saved(page, "b-save-calendar", folder).read_text("utf-8"), "no calendar names the trainer's folders"
    page.get_by_label(say("id", "b-site-address")).fill(ADDRESS)
    page.locator(".plan-share summary").click()
    page.wait_for_selector(".plan-code svg")
    for name, words in {
        "agenda": ["Kamis, 3 Desember 2026", "08.30–09.15"],
        "sessions": ["JP", course.modules["aksesibilitas"].outcomes[0].text["id"][:40]],
        "address": [f"{ADDRESS}peserta.html#1;"[:40]],
    }.items():
        before = page.evaluate("window.printed")
        press(page, f"b-print-{name}")
        page.wait_for_function("before => window.printed > before", arg=before)
        sheet = paper(page)
        assert all(text in sheet for text in words), (name, words, sheet[:600])
        page.evaluate("dispatchEvent(new Event('afterprint'))")
    calendar = saved(page, "b-save-calendar", folder).read_text("utf-8")
    assert calendar.count("BEGIN:VEVENT") == 5 and "DTSTART;TZID=Asia/Jakarta:20261203T083000" in calendar
    text: str = page.locator("#alamat-peserta").input_value().split("#")[1]
    page.reload()
    page.wait_for_selector(".plan-part")
    assert page.locator("#alamat-peserta").input_value().endswith(text), "nothing is lost by a closed lid"
    return text


def walk_projector(page) -> None:
    """The plan on the screen: the clock of each part, the question without its key until it is asked for, notes below."""
    assert "08.30–09.15" in page.locator(".show-stage").inner_text()
    for _ in range(80):
        if page.locator(".show-option").count():
            break
        page.keyboard.press("PageDown")
    while page.locator(".show-option").count() != 3:
        page.keyboard.press("PageDown")
    assert page.locator(".show-verdict").count() == 0, "no key yet"
    assert page.locator(".show-clock").inner_text() == "20:00"
    page.keyboard.press("t")
    page.wait_for_function("document.querySelector('.show-clock').textContent.startsWith('19:')")
    page.keyboard.press("PageDown")
    assert page.locator(".is-key").count() == 1 and page.locator(".show-reason").count() == 0
    for count in (1, 2, 3):
        page.keyboard.press("PageDown")
        assert page.locator(".show-reason").count() == count
    page.keyboard.press("n")
    assert page.locator(".show-notes h3").first.is_visible()
    page.keyboard.press("b")
    assert page.locator(".show-stage").is_hidden()


def vote(page, *hands: int) -> None:
    """Types the hands of each option and closes the vote."""
    page.locator(".k-ways label").filter(has_text=say("id", "k-way-counts")).click()
    for line, number in enumerate(hands):
        page.locator(".k-hand input").nth(line).fill(str(number))
    page.keyboard.press("Tab")
    press(page, "k-close")
    page.wait_for_selector(".k-shares")


def walk_class(page, course: Course, folder: Path) -> None:
    """Hands twice, the debrief, the report, files and forgetting."""
    item = course.items[ITEM]
    key = next(at for at, option in enumerate(item.options) if option.key)
    page.locator("#k-name").fill("Metro, Kamis")
    press(page, "k-begin")
    page.wait_for_selector("#k-module")
    page.locator(".k-part").filter(has_text=TITLE).locator(".k-set").filter(has_text=item.stem["id"]).click()
    page.wait_for_selector(".k-stem")
    vote(page, *(5 if at == key else 9 - at for at in range(3)))
    assert say("id", "h-right") not in page.locator(".k-shares").inner_text()
    page.locator(".k-yours summary").click()
    belief = next(option.misconception for option in item.options if option.misconception)
    page.locator(".k-yours").get_by_text(course.misconceptions[belief].text["id"]).wait_for()
    press(page, "h-reveal")
    page.get_by_text(say("id", "h-key-is", letters="ABC"[key])).wait_for()
    press(page, "h-next-reason")
    assert page.locator(".k-reasons li").count() == 1
    press(page, "h-again")
    page.wait_for_function("!document.querySelector('.k-said').textContent")
    vote(page, *(16 if at == key else 2 for at in range(3)))
    row = page.locator(".k-shares tbody tr").nth(key).inner_text()
    assert re.search(r"5 dari 2\d", row) and "16 dari 20" in row, "both votes side by side"

    press(page, "k-tab-report")
    page.wait_for_selector("#k-map-title")
    page.get_by_label(say("id", "h-report-of")).select_option("last")
    press(page, "h-print")
    assert page.evaluate("window.printed") == 1
    sheet = paper(page)
    assert "Metro, Kamis" in sheet and "80%" in sheet and say("id", "h-report-hands")[:60] in sheet
    assert "0 orang" not in sheet, "hands belong to people, though no figure links them"

    press(page, "k-tab-files")
    files = [saved(page, f"k-export-{kind}", folder) for kind in ("json", "csv")]
    press(page, "k-leave")
    for path in files:
        press(page, "k-forget")
        press(page, "k-forget-sure")
        assert not page.evaluate("Object.keys(localStorage).filter(key => key.includes('-kelas-')).length"), "the class is forgotten"
        page.locator("#k-file").set_input_files(path)
        page.wait_for_selector("#k-module")
        texts = page.evaluate("Object.keys(localStorage).filter(key => key.includes('-kelas-')).map(key => localStorage[key])")
        assert [sum(one["counts"].values()) for one in json.loads(texts[0])["file"]["votes"]][1] == 20, path.name
        press(page, "k-leave")


def test_a_six_hour_workshop_from_the_empty_plan_to_the_printed_report_without_a_network(
    stick, site: Path, course: Course, tmp_path: Path
) -> None:
    builder = opened(stick, site, "susun.html", ".plan-day")
    text = walk_builder(builder, course, tmp_path)
    path = opened(stick, site, f"peserta.html#{text}", ".path-day")
    assert TITLE in path.locator(".participant").inner_text() and "Kamis, 3 Desember" in path.locator(".participant").inner_text()
    for href in path.eval_on_selector_all(".participant a", "found => found.map(link => link.getAttribute('href'))"):
        assert (site / href.split("#")[0]).is_file(), href
    walk_projector(
        opened(stick, site, builder.get_by_role("link", name=say("id", "b-open-projector")).get_attribute("href"), ".show-stage")
    )
    walk_class(
        opened(stick, site, builder.get_by_role("link", name=say("id", "b-open-answers")).get_attribute("href"), "#k-name"),
        course,
        tmp_path,
    )
    activities = opened(stick, site, "kegiatan.html", "h1")
    for href in activities.eval_on_selector_all(
        "main a[href*='lembar-pelatih.html#']", "found => found.map(link => link.getAttribute('href'))"
    ):
        assert f'id="{href.split("#")[1]}"' in (site / "lembar-pelatih.html").read_text("utf-8"), href
    sheets = opened(stick, site, "lembar-pelatih.html", "h1")
    assert course.sheets["peta-layanan"].title["id"] in paper(sheets)
    cards = opened(stick, site, "kartu-jawab.html", "h1")
    assert cards.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert stick.faults == [] and stick.leaks == []
