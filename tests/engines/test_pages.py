"""The pages around the questions in three engines, over http and from files: progress, review, the record, search, voices, keys."""

from __future__ import annotations

import json
from typing import Any

import pytest

from manusiawi.ground.catalogue import say as say_in
from tests.engines.page import Page
from tests.engines.quiz import LESSON, QUIZ, check, option, ready, say, ticked

DAY = 86_400_000


def answer(page: Page, root: str, number: int) -> str:
    page.open(f"{root}/{LESSON}")
    ready(page)
    option(page, "nomor-hilang", number)
    return check(page, "nomor-hilang")


def test_progress_is_shown_at_home_and_on_its_page_and_in_the_other_language(page: Page, root: str) -> None:
    assert answer(page, root, 0).startswith("Jawaban Anda tepat.")
    page.click(".read input")
    page.go(f"{root}/index.html")
    page.until("document.querySelector('.rows .state').textContent.includes('1 dari 2 halaman, 1 dari')")
    page.go(f"{root}/kemajuan.html")
    page.until("document.querySelector('.total').innerText.startsWith('1 dari 3 halaman dibaca')")
    page.follow("a.other", "document.documentElement.lang === 'en'")
    page.until("document.querySelector('.total').innerText.startsWith('1 of 3 pages read')")


def test_the_record_that_is_saved_as_a_file_holds_the_answers_of_other_pages(page: Page, root: str) -> None:
    answer(page, root, 0)
    page.go(f"{root}/kemajuan.html")
    page.until("manusiawi.record().items['nomor-hilang']")
    page.run(
        """const make = URL.createObjectURL;
        URL.createObjectURL = blob => { blob.text().then(text => { self.saved = text; }); return make.call(URL, blob); };
        addEventListener("click", event => {
          if (event.target.download) { self.named = event.target.download; event.preventDefault(); }
        }, true);"""
    )
    page.click(".record-tools .md-button")
    assert list(json.loads(page.until("self.saved"))["items"]) == ["nomor-hilang"]
    assert page.ask("self.named") == "manusiawi-kemajuan.json"


def test_a_question_comes_back_for_review_and_shows_no_choice_without_its_verdict(page: Page, root: str) -> None:
    answer(page, root, 1)
    page.run(
        f"const entry = manusiawi.record().items['nomor-hilang']; entry.t -= {2 * DAY}; manusiawi.put('items', 'nomor-hilang', entry);"
    )
    page.go(f"{root}/ulangan.html")
    page.until("document.querySelector('.now a')")
    page.follow(".now a", "location.search === '?ulang' && document.querySelector('#nomor-hilang .mq-check')")
    assert ticked(page, "nomor-hilang") == []
    option(page, "nomor-hilang", 0)
    assert check(page, "nomor-hilang").startswith("Jawaban Anda tepat.")
    page.reload()
    ready(page)
    assert bool(ticked(page, "nomor-hilang")) == bool(say(page, "nomor-hilang"))
    page.follow(".mq-again", "document.querySelector('.mq-note')")
    page.until("document.querySelector('.mq-note').textContent.includes('Yang berikut')")
    assert page.ask("document.querySelectorAll('.now li').length") == 0


def test_the_search_finds_a_page(page: Page, root: str) -> None:
    page.open(f"{root}/cari.html")
    page.type("#kata-cari", "giliran")
    page.press("Enter")
    assert page.until("[...document.querySelectorAll('article a')].some(link => link.href.includes('antre/giliran.html'))")


VOICE = {"lang": "id-ID", "name": "Damayanti", "localService": True, "voiceURI": "Damayanti"}
VOICES = {
    "of the device": (VOICE, True),
    "of the network": ({**VOICE, "localService": False, "voiceURI": "Google Bahasa Indonesia"}, False),
    "of the device, in Firefox on Linux": ({**VOICE, "localService": False, "voiceURI": "urn:moz-tts:speechd:Indonesian?id"}, True),
}


@pytest.mark.parametrize("kind", VOICES)
def test_reading_aloud_is_offered_where_a_voice_needs_no_network(page: Page, root: str, kind: str) -> None:
    page.open(f"{root}/{LESSON}")
    ready(page)
    voice, is_offered = VOICES[kind]
    if not page.ask("document.querySelector('.aloud')"):  # else this device has a voice, and Firefox lists it at once
        offered = page.run(
            """Object.defineProperty(speechSynthesis, "getVoices", {value: () => [arguments[0]]});
            speechSynthesis.dispatchEvent(new Event("voiceschanged"));
            return !!document.querySelector(".aloud");""",
            voice,
        )
        assert offered == is_offered


def test_the_keyboard_walks_the_page_without_a_trap_and_in_sight(page: Page, root: str) -> None:
    page.open(f"{root}/{QUIZ}")
    ready(page)
    page.run("document.querySelector('#papan').scrollIntoView({behavior: 'instant'}); document.querySelector('#papan input').focus();")
    seen = []
    for _ in range(12):
        page.press("Tab")
        seen.append(
            page.ask(
                """(() => { const e = document.activeElement, box = e.getBoundingClientRect();
                const isInSight = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
                return [e.outerHTML.slice(0, 60), isInSight, e.matches(":focus-visible")]; })()"""
            )
        )
    assert all(in_sight and is_seen for _, in_sight, is_seen in seen), seen
    assert len({name for name, _, _ in seen}) > 7, "the focus goes on"


def test_a_question_is_answered_by_keys_alone(page: Page, root: str) -> None:
    page.open(f"{root}/{LESSON}")
    ready(page)
    page.run("document.querySelector('#nomor-hilang input').focus();")
    page.press("Down", "Down")
    assert ticked(page, "nomor-hilang") == [2]
    page.press("Tab", "Tab")
    assert page.ask("document.activeElement.className").startswith("mq-check")
    page.press("Enter")
    page.until("document.querySelector('#nomor-hilang .mq-say').textContent.startsWith('Jawaban Anda belum tepat.')")


@pytest.mark.parametrize("place", ["http"])
def test_where_site_data_is_blocked_keeping_is_not_offered_and_no_network_is_blamed(
    page: Page, root: str, engine: str, speaker: Any
) -> None:
    if engine != "firefox":
        pytest.skip("only Firefox lets a driver block site data while it runs")
    speaker.prefer("network.cookie.cookieBehavior", 2)
    try:
        page.open(f"{root}/luring.html")
        page.until("document.querySelector('.keep-said').textContent")
        assert page.text(".keep-said") == say_in("id", "o-not-here")
        assert page.ask("document.querySelector('[data-do=keep]').offsetParent === null")
    finally:
        speaker.prefer("network.cookie.cookieBehavior", 5)
