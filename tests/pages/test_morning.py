"""The morning at the counter: played, left and taken up again, replayed with other people, read without a script, printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manusiawi.ground.catalogue import say
from tests.helpers.axe import violations_light_and_dark
from tests.helpers.record import put, record

PAGE = "pagi.html"
DRAW = f"{PAGE}#undian-1"  # Lia and the favour; the other half are Ayu and Dewi


def choose(page, words: str) -> None:
    page.locator(".mq-way:visible").filter(has_text=words).click()


def call(page) -> None:
    page.locator(".pg-next:visible").click()


def person(page) -> str:
    return page.locator(".pg-call:visible h3").inner_text()


def play(page, first: tuple[str, ...] = (), at: int = 0) -> list[str]:
    """Plays to the look back: some choices by their words, then always the same one; who came, in order."""
    met, words = [person(page)], list(first)
    while page.locator(".pg-call:visible").count():
        if page.locator(".pg-next:visible").count():
            call(page)
            met += [person(page)] if page.locator(".pg-call:visible").count() else []
        elif words:
            choose(page, words.pop(0))
        else:
            page.locator(".mq-way:visible").nth(at).click()
    return met


def done(page, name: str) -> str:
    return page.locator(f"[data-of={name}] .pg-did").inner_text()


def test_a_morning_is_played_to_its_end_and_looked_back_at(open_page, serve, design_site: Path) -> None:
    page = open_page(f"{serve(design_site)}/{DRAW}")
    assert "A-050" in page.locator(".pg-clock").inner_text()
    met = play(page, ("Naik", "Meminta kuncinya"))
    assert met == ["A-002 Pak Ali", "A-004 Lia", *(f"A-{2 * n:03} Orang {n}" for n in range(3, 10)), "A-020 Titip"]
    assert page.evaluate("document.activeElement.className") == "pg-after"
    assert "A-029" in page.locator(".pg-after").inner_text(), "two and one of Pak Ali's, two of each of nine others"
    assert all(
        words in done(page, "ali") for words in ("Naik ke sekretaris. (2 nomor)", "Meminta kuncinya. (1 nomor)", "Kuncinya diberikan.")
    )
    assert not page.locator("[data-of=ayu], [data-of=ali-kembali]").locator("visible=true").count()
    assert page.faults == []


def test_another_morning_brings_the_others_and_forgets_the_last(open_page, serve, design_site: Path) -> None:
    page = open_page(f"{serve(design_site)}/{DRAW}")
    play(page)
    page.get_by_role("button", name=say("id", "m-other")).click()
    assert person(page) == "A-002 Pak Ali" and "A-050" in page.locator(".pg-clock").inner_text()
    met = play(page, ("Naik", "Meminta kuncinya"))
    assert "A-004 Ayu" in met and "A-020 Dewi" in met and "A-004 Lia" not in met
    assert "Pak Ali lagi" not in met, "what was done in the last morning is over"


def test_who_was_sent_home_comes_back_and_others_speak_of_it(open_page, serve, design_site: Path) -> None:
    page = open_page(f"{serve(design_site)}/{DRAW}")
    sent = play(page, ("Memintanya kembali",))
    assert sent[-2:] == ["Pak Ali lagi", "A-020 Titip"]
    page.get_by_role("button", name=say("id", "m-same")).click()
    choose(page, "Memintanya kembali")
    call(page)
    while person(page) != "A-018 Orang 9":
        page.locator(".mq-way:visible").first.click()
        call(page)
    assert page.get_by_text("Ada yang merekam Pak Ali.").is_visible()
    while page.get_by_role("button", name=say("id", "m-back")).is_visible():
        page.get_by_role("button", name=say("id", "m-back")).click()
    assert person(page) == "A-002 Pak Ali" and record(page)["items"] == {}
    choose(page, "Naik")
    choose(page, "Meminta kuncinya")
    call(page)
    while person(page) != "A-018 Orang 9":
        page.locator(".mq-way:visible").first.click()
        call(page)
    assert not page.get_by_text("Ada yang merekam Pak Ali.").is_visible()


def test_a_morning_goes_on_where_it_was_left_in_either_language(open_page, serve, design_site: Path) -> None:
    page = open_page(f"{serve(design_site)}/{DRAW}")
    choose(page, "Memintanya kembali")
    call(page)
    choose(page, "Menjawab")
    page.goto(f"{serve(design_site)}/{PAGE}")
    assert person(page) == "A-004 Lia" and page.get_by_text("Terjawab.").first.is_visible()
    assert "A-048" in page.locator(".pg-clock").inner_text() and ": 1." in page.locator(".pg-clock").inner_text()
    assert page.evaluate("document.activeElement === document.body"), "nothing moves before the reader does"
    page.goto(f"{serve(design_site)}/en/{PAGE}")
    assert person(page) == "A-004 Lia" and page.get_by_text("Answered.").first.is_visible()
    assert record(page)["items"][PAGE]["a"] == ["0", "ali-fotokopi:0", ">", "lia-loket:0"]


def test_starting_again_can_be_taken_back(open_page, serve, design_site: Path) -> None:
    page = open_page(f"{serve(design_site)}/{DRAW}")
    choose(page, "Memintanya kembali")
    call(page)
    page.get_by_role("button", name=say("id", "m-anew")).click()
    assert person(page) == "A-002 Pak Ali"
    page.get_by_role("button", name=say("id", "m-restore")).click()
    assert person(page) == "A-004 Lia"


def test_the_keyboard_alone_plays_and_each_step_is_announced_by_its_name(open_page, serve, design_site: Path) -> None:
    page = open_page(f"{serve(design_site)}/{DRAW}")
    page.locator(".mq-way:visible").nth(1).focus()
    page.keyboard.press("Enter")

    def clock(last: str) -> str:
        return say("id", "m-clock", last=last, left=0)

    def focused() -> str:
        return page.evaluate("document.activeElement.getAttribute('aria-label')")

    assert focused() == f"Di tangga. {clock('048')}", "the choice has moved the clock"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused() == f"Meminta kuncinya. (1 nomor). {clock('047')}", "what came of it is named by the choice"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused() == "A-004 Lia, Di loket", "a new person is named first"


def test_clearing_everything_elsewhere_begins_the_morning_anew(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/{DRAW}")
    put(page, {"v": 2, "items": {"papan": {"r": "id-4k2pd", "a": ["x"], "c": 0}}, "pages": {}, "tests": {}, "place": {}})
    choose(page, "Memintanya kembali")
    assert "papan" in record(page)["items"], "what was answered elsewhere stays"
    other = page.context.new_page()
    other.goto(f"{serve(own_site)}/kemajuan.html")
    other.get_by_role("button", name=say("id", "p-reset-all")).click()
    page.wait_for_function("!document.querySelector('#ali-fotokopi').hidden")
    assert "A-050" in page.locator(".pg-clock").inner_text()
    other.get_by_role("button", name=say("id", "p-undo")).click()
    page.wait_for_function("document.querySelector('#ali-fotokopi').hidden")


@pytest.mark.parametrize(
    "road", [["7"], ["x"], ["0", "hilang:1"], ["0", "ali-fotokopi:9"], ["0", ">", ">"], ["0", "ali-kembali-kembali:0"], []]
)
def test_a_road_that_fits_no_more_is_cut_where_it_stops_fitting(open_page, serve, design_site: Path, road: list[str]) -> None:
    page = open_page(f"{serve(design_site)}/{PAGE}")
    put(page, {"v": 2, "items": {PAGE: {"r": page.locator(".morning").get_attribute("data-rev").split()[0], "a": road, "c": 0}}})
    page.reload()
    assert person(page) == "A-002 Pak Ali"
    choose(page, "Memintanya kembali")
    call(page)
    assert person(page).startswith("A-004") and page.faults == []


def test_a_morning_that_was_rewritten_begins_again_and_says_so(open_page, serve, design_site: Path) -> None:
    page = open_page(f"{serve(design_site)}/{PAGE}")
    put(page, {"v": 2, "items": {PAGE: {"r": "id-00000", "a": ["0", "ali-fotokopi:0"], "c": 0}}})
    page.reload()
    assert page.locator(".morning .mq-note").inner_text() == say("id", "m-changed")
    assert page.locator("#ali-fotokopi").is_visible()


def test_without_a_script_every_choice_leads_somewhere_and_what_depends_says_on_what(open_page, serve, site: Path) -> None:
    for language, folder in (("id", ""), ("en", "en/")):
        page = open_page(f"{serve(site)}/{folder}{PAGE}", java_script_enabled=False)
        links = page.locator(".morning .mq-way, .morning .pg-next")
        targets = [link.get_attribute("href")[1:] for link in links.all()]
        assert len(targets) > 100
        assert all(page.locator(f"[id='{name}']").count() == 1 for name in set(targets))
        assert page.locator(".pg-call:not(:visible), .mq-node:not(:visible)").count() == 0
        told = page.locator(".pg-if .pg-when, .pg-call > .pg-when")
        lead, other = say(language, "morning-if", done="").strip(" :").lower(), say(language, "morning-other")
        assert told.count() > 15 and all(lead in words.lower() or other == words for words in told.all_inner_texts())
        assert page.get_by_text(say(language, "morning-noscript", numbers=80)).is_visible()
        assert not page.locator(".pg-clock").is_visible()


def test_the_course_s_own_morning_is_played_twice_from_files(open_page, site: Path) -> None:
    page = open_page(f"{(site / PAGE).as_uri()}#undian-1")
    first = set(play(page))
    assert {"A-003 Pak Ali", "A-009 Lia Tan", "Pak Ali, jam sebelas", "A-027 Fikri"} <= first
    assert page.locator(".pg-key:visible").count() == len(first)
    page.get_by_role("button", name=say("id", "m-other")).click()
    second = set(play(page, at=1))
    numbered = {re.sub(r"^A-\d+ ", "", name) for name in first | second if name.startswith("A-")}
    assert len(numbered) == 15, "in two mornings everybody has come"
    assert page.faults == []


def test_axe_finds_nothing_in_a_scene_after_a_choice_and_in_the_look_back(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/{DRAW}")
    assert violations_light_and_dark(page) == []
    page.locator(".mq-way:visible").first.click()
    assert violations_light_and_dark(page) == []
    call(page)
    play(page)
    assert violations_light_and_dark(page) == []


def test_paper_shows_what_the_screen_shows_and_at_the_end_the_look_back(open_page, serve, design_site: Path) -> None:
    page = open_page(f"{serve(design_site)}/{DRAW}")
    page.emulate_media(media="print")
    assert page.locator(".mq-node:visible").count() == 1, "what is still to come is not given away"
    page.emulate_media(media="screen")
    play(page, ("Memintanya kembali",))
    page.emulate_media(media="print")
    assert page.locator("[data-of=ali]").is_visible() and "Ia menghitung uangnya." in done(page, "ali")
    assert page.locator(".morning button:visible, .pg-call:visible, .mq-node:visible").count() == 0
