"""A memory stick in three engines: one record for all its pages, also where the browser gives each file a storage of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines.page import Page
from tests.engines.quiz import LESSON, QUIZ, check, option, ready, ticked

pytestmark = pytest.mark.parametrize("place", ["file"])


def test_firefox_keeps_each_file_apart_here_as_it_does_for_a_person(page: Page, root: str, engine: str) -> None:
    page.run("localStorage.setItem('tanda', '1');")
    page.open(f"{root}/{LESSON}")
    assert page.ask("localStorage.getItem('tanda')") == (None if engine == "firefox" else "1")
    page.run("localStorage.removeItem('tanda');")


def test_an_answer_is_known_on_every_page_of_both_languages_and_gone_from_all_once_it_is_cleared(page: Page, root: str) -> None:
    page.open(f"{root}/{LESSON}")
    ready(page)
    option(page, "nomor-hilang", 0)
    check(page, "nomor-hilang")
    for path in ("index.html", QUIZ, "kemajuan.html", "en/kemajuan.html", "en/antre/index.html"):
        page.open(f"{root}/{path}")
        assert page.until("manusiawi.record().items['nomor-hilang']")
    page.open(f"{root}/en/{LESSON}")
    page.until("document.querySelector('#nomor-hilang .mq-say').textContent.startsWith('Your answer is right.')")
    page.click("#nomor-hilang .mq-clear")
    page.open(f"{root}/{LESSON}")
    page.until("document.querySelector('.mq-check') && !manusiawi.record().items['nomor-hilang']")
    page.until("!document.querySelector('#nomor-hilang input:checked')")
    assert page.text("#nomor-hilang .mq-say") == ""


def test_what_a_page_notes_as_it_opens_takes_nothing_of_other_pages_away(page: Page, root: str) -> None:
    page.open(f"{root}/{LESSON}")
    page.until("manusiawi.record().place.lesson")
    page.open(f"{root}/{QUIZ}")
    ready(page)
    option(page, "papan", 0)
    page.open(f"{root}/{LESSON}")  # it notes its place before it knows of the answer
    page.until("manusiawi.record().items.papan")
    page.open(f"{root}/{QUIZ}")
    page.until("document.querySelector('#papan input:checked')")
    assert ticked(page, "papan") == [0]


def test_two_tabs_know_of_each_other_at_once(page: Page, root: str) -> None:
    page.open(f"{root}/{QUIZ}")
    ready(page)
    first = page.new_tab()
    page.open(f"{root}/{LESSON}")
    ready(page)
    option(page, "nomor-hilang", 0)
    page.to_tab(first)
    assert page.until("manusiawi.record().items['nomor-hilang']")


def test_the_page_that_holds_the_record_runs_only_its_own_script(whole_site: Path, place: str) -> None:
    text = (whole_site / "assets/bersama.htm").read_text("utf-8")
    assert "default-src 'none';script-src 'self'" in text and text.count("<script") == 1
    assert not (whole_site / "en/assets/bersama.htm").exists()
