"""What trainers print and read: cards with lines to cut along, maps, an evaluation on one page, activities with their steps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.axe import violations


def test_a_role_card_says_who_it_is_and_which_notes_and_activities_use_it(design_site: Path) -> None:
    page = (design_site / "lembar-pelatih.html").read_text("utf-8")
    card = page[page.index('id="kartu-nomor"') : page.index('id="evaluasi"')]
    assert "8 kartu pada satu lembar A4." in card and "Menunggu sejak pagi." in card
    assert 'href="antre/pelatih.html"' in card and 'href="kegiatan.html#baris"' in card


def test_an_evaluation_has_lines_to_write_on_or_answers_to_tick(design_site: Path) -> None:
    page = (design_site / "en/lembar-pelatih.html").read_text("utf-8")
    asked = re.findall(r"<li>(?:What|How).*?(?=<li>(?:What|How)|</ol>)", page, re.DOTALL)
    assert len(asked) == 2 and 'class="lines"' in asked[0] and 'class="ticks"' in asked[1]


def test_an_activity_shows_its_minutes_its_beliefs_and_how_all_take_part(design_site: Path) -> None:
    page = (design_site / "en/kegiatan.html").read_text("utf-8")
    for words in (
        "20 minutes, 4 to 20 people",
        "<b>5 min:</b> Stand on one line.",
        "Cannot stand or walk:",
        "Stop if somebody is laughed at.",
    ):
        assert words in page
    assert 'href="lembar-pelatih.html#kartu-nomor"' in page and 'href="antre/pelatih.html"' in page


def test_the_notes_name_what_is_read_ahead_and_lead_to_sheets_and_activities(design_site: Path) -> None:
    page = (design_site / "antre/pelatih.html").read_text("utf-8")
    assert 'id="dibaca-dulu"' in page and 'href="giliran.html"' in page[page.index('id="dibaca-dulu"') :]
    assert 'href="../lembar-pelatih.html#kartu-nomor"' in page and 'href="../kegiatan.html#baris"' in page


def test_a_timetable_leads_to_its_test_its_activity_and_its_evaluation(design_site: Path) -> None:
    page = (design_site / "pelatih.html").read_text("utf-8")
    day = page[page.index('id="sehari"') :]
    for address in ("kegiatan.html#baris", "tes-awal.html", "lembar-pelatih.html#evaluasi", "antre/giliran.html"):
        assert f'href="{address}"' in day
    assert "11.10–11.20" in day


@pytest.mark.parametrize("folder", ("", "en/"))
def test_cards_keep_their_size_on_paper_and_hold_their_words(open_page, serve, site: Path, folder: str) -> None:
    page = open_page(f"{serve(site)}/{folder}lembar-pelatih.html", viewport={"width": 703, "height": 1032})  # A4 within its margins
    assert violations(page) == []
    page.emulate_media(media="print")
    cards = page.evaluate("""[...document.querySelectorAll('[data-per="8"] > .cut, [data-per="4"] > .cut')].map(card =>
        [card.scrollHeight - card.clientHeight, card.getBoundingClientRect().width / 96 * 25.4, card.parentElement.dataset.per,
        card.getBoundingClientRect().height / 96 * 25.4])""")
    assert len(cards) > 40
    for over, width, per, height in cards:
        assert over <= 0 and round(width) == 93 and round(height) == {"8": 65, "4": 131}[per]
    assert not page.locator("article h2").first.is_visible() and page.locator(".print-title").first.is_visible()
    tall = page.evaluate("""[...document.querySelectorAll('.to-print:not(.cut-apart)')].map(sheet =>
        sheet.getBoundingClientRect().height / 96 * 25.4)""")
    assert len(tall) >= 8 and max(tall) <= 273, "each map, and the evaluation, on one page"
