"""Reading aloud, in a real Chromium with a stand-in for the device's voices.

The Chromium of the tests has no voice, so a stand-in takes the place of `speechSynthesis` before the page's scripts run: it keeps
what it was asked to say, and the tests tell it when a word or a sentence is over. How a real voice sounds no test here can hear.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from manusiawi.build.site import build_site
from manusiawi.ground.catalogue import phrases
from tests.helpers.axe import violations_light_and_dark
from tests.helpers.projects import copy_design
from tests.helpers.voices import ENGLISH, INDONESIAN, NETWORK, STAND_IN

LESSON = {
    "id": """
!!! case ""
    Bu Sri datang. Nomornya hilang.

## Langkah {#langkah}

1. Menyapa.
2. Mendengar.

| Kewajiban | Kantor | Petugas |
|---|---|---|
| Menghormati | Tidak menyela | Mendengar |

> Everyone is *served in turn*.
{: lang="en" }

[[item papan]]

[[item nomor-hilang]]

## Pokok {#pokok}

- Ingat nomornya.
""",
    "en": """
!!! case ""
    Ms Sri arrives. Her number is lost.

## Steps {#langkah}

1. Greet.
2. Listen.

| Duty | Office | Officer |
|---|---|---|
| Respect | Does not interrupt | Listens |

> Setiap orang dilayani menurut gilirannya.
{: lang="id" }

[[item papan]]

[[item nomor-hilang]]

## Key points {#pokok}

- Remember the number.
""",
}


@pytest.fixture(scope="module")
def spoken_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with everything that a voice meets: a box of law, a case, steps, a table, a chart, questions, scenes."""
    root = copy_design(tmp_path_factory.mktemp("aloud") / "course")
    for language, text in LESSON.items():
        lesson = root / f"docs/{language}/antre/giliran.md"
        lesson.write_text(lesson.read_text("utf-8").partition("## Periksa diri")[0] + text, "utf-8")
        case = root / f"docs/{language}/antre/cerita.md"
        case.write_text(case.read_text("utf-8") + "\n[[item kasus]]\n", "utf-8")
    build_site(root, root / "site")
    return root / "site"


@pytest.fixture
def listen(open_page, serve, spoken_site: Path) -> Callable:
    """A function that opens a page on a device with these voices."""

    def listen_(path: str = "antre/giliran.html", voices=(INDONESIAN,), script: str = "", **options):
        page = open_page("about:blank", **options)
        page.add_init_script(STAND_IN.replace("VOICES", json.dumps(voices)) + script)
        page.goto(f"{serve(spoken_site)}/{path}")
        return page

    return listen_


def bar(page):
    return page.locator(".aloud")


def press(page, name: str) -> None:
    """Presses a button of the bar; the first press loads the script that reads."""
    bar(page).get_by_role("button", name=name).click()
    bar(page).locator(".stop").wait_for(state="attached")


def said(page) -> list[str]:
    return page.evaluate("device.said")


def marked(page, name: str = "aloud-word") -> str:
    """The words that are marked on the page."""
    return page.evaluate("name => [...(CSS.highlights.get(name) || [])].join('|')", name)


# ---- Whether there is a voice.


@pytest.mark.parametrize(
    "voices",
    ([], [ENGLISH], [NETWORK], [{"lang": "ina-ID", "name": "Lain", "localService": True}]),
    ids=("no voice", "a voice of another language", "a voice that needs the network", "a language whose code only begins alike"),
)
def test_without_a_voice_of_its_own_for_the_language_the_page_offers_nothing(listen, voices) -> None:
    page = listen(voices=voices)
    page.evaluate("speechSynthesis.onvoiceschanged && speechSynthesis.onvoiceschanged()")
    assert page.get_by_role("button", name="Bacakan").count() == 0 and bar(page).count() == 0
    assert said(page) == [] and page.faults == []


def test_a_voice_that_the_device_lists_late_brings_the_button_once(listen) -> None:
    page = listen(voices=[])
    for _ in range(2):
        page.evaluate("voice => { device.voices = [voice]; speechSynthesis.onvoiceschanged() }", INDONESIAN)
    assert page.get_by_role("button", name="Bacakan").count() == 1
    assert page.evaluate("document.querySelector('.head').nextElementSibling.className") == "aloud", "near the head of the lesson"


@pytest.mark.parametrize("code", ("id-ID", "id", "in_ID", "ID-id"))
def test_indonesian_is_known_by_every_code_that_devices_give_it(listen, code: str) -> None:
    page = listen(voices=[NETWORK, {**INDONESIAN, "lang": code}])
    press(page, "Bacakan")
    assert page.evaluate("[device.now.voice.name, device.now.lang]") == ["Damayanti", code]


def test_without_a_script_no_control_stands_there_that_does_nothing(open_page, serve, spoken_site: Path) -> None:
    page = open_page(f"{serve(spoken_site)}/antre/giliran.html", java_script_enabled=False)
    assert page.get_by_text("Bacakan").count() == 0


# ---- What is said.

READ = [
    "Giliran",
    "Modul 1: Antrean, pelajaran 1 dari 1",
    "Sesudah ini Anda dapat:",
    "menjelaskan antrean yang adil",
    "4–6 menit",
    "Nomor",
    "Setiap orang punya giliran.",
    "UU 1/2000 Pasal 1 ayat (2)",
    "Setiap orang dilayani menurut gilirannya.",
    "Akhir kutipan hukum.",
    "Ceritanya: Bu Sri datang.",
    "Nomornya hilang.",
    "Langkah",
    "1, Menyapa.",
    "2, Mendengar.",
    "Menghormati.",
    "Kantor: Tidak menyela.",
    "Petugas: Mendengar",
    "Everyone is served in turn.",
    "Soal 1 dari 2.",
    "Di sini ada soal untuk Anda jawab di layar.",
    "Soal 2 dari 2.",
    "Di sini ada soal untuk Anda jawab di layar.",
    "Pokok",
    "Ingat nomornya.",
    "Ada 2 rujukan ke hukum atau sumber; semuanya ada di halaman.",
]


def test_a_lesson_is_read_in_its_order_and_questions_are_passed_with_a_word(listen) -> None:
    page = listen()
    press(page, "Bacakan")
    assert [re.sub(r"\s+", " ", text) for text in page.evaluate("device.rest()")] == READ
    assert bar(page).locator("[aria-live]").inner_text() == "Selesai dibacakan."
    assert bar(page).get_by_role("button", name="Bacakan").is_visible()


CITING = """---
title: Rujukan
description: Untuk uji coba.
---
# Rujukan

[[outcomes]]

Menurut [[law uu-1-2000 Pasal 1 ayat (2)]] setiap orang dilayani ([[law uu-1-2000 Pasal 1 ayat (2)]] dan [[fact antre-01]]).
Nomor itu milik Anda (lihat juga catatan; [[fact antre-01]]).

## Nomor {#nomor}

Tidak ada.

## Dasar hukum {#hukum}

Bagian ini terlipat ([[law uu-1-2000 Pasal 1 ayat (2)]]).

## Pokok {#pokok}

- Ingat nomornya.
"""


def test_citations_between_brackets_are_passed_over_and_counted_at_the_end(open_page, serve, tmp_path: Path) -> None:
    root = copy_design(tmp_path / "course")
    for language in ("id", "en"):
        (root / f"docs/{language}/antre/giliran.md").write_text(CITING, "utf-8")
    build_site(root, root / "site")
    page = open_page("about:blank")
    page.add_init_script(STAND_IN.replace("VOICES", json.dumps([INDONESIAN])))
    page.goto(f"{serve(root / 'site')}/antre/giliran.html")
    press(page, "Bacakan")
    heard = [re.sub(r"\s+", " ", text) for text in page.evaluate("device.rest()")]
    assert "Menurut UU 1/2000 Pasal 1 ayat (2) setiap orang dilayani." in heard, "one that its sentence needs is read"
    assert "Nomor itu milik Anda (lihat juga catatan; )." in heard
    assert heard[-3:] == ["Pokok", "Ingat nomornya.", "Ada 5 rujukan ke hukum atau sumber; semuanya ada di halaman."]
    assert not [text for text in heard if "terlipat" in text], "what is folded is not read"
    page.locator(".fold > summary").click()
    press(page, "Bacakan")
    assert {"Dasar hukum", "Bagian ini terlipat."} < {re.sub(r"\s+", " ", text) for text in page.evaluate("device.rest()")}
    assert page.faults == []


def test_an_english_page_is_read_by_an_english_voice_and_its_indonesian_by_an_indonesian_one(listen) -> None:
    page = listen("en/antre/giliran.html", voices=[INDONESIAN, ENGLISH])
    press(page, "Read aloud")
    voices = {}
    while page.evaluate("!!device.now"):
        text, voice = page.evaluate("[device.now.text, device.now.voice.name]")
        voices[text] = voice
        page.evaluate("device.over()")
    assert (
        voices["Law 1/2000, Article 1 paragraph (2). "]
        == voices["Unofficial translation."]
        == voices["Everyone is served in turn. "]
        == "Daniel"
    )
    assert voices["Setiap orang dilayani menurut gilirannya."] == "Damayanti" and "End of the legal text." in voices


def test_a_chart_is_read_from_its_table(listen) -> None:
    page = listen("antre/cerita.html")
    press(page, "Bacakan")
    said_ = page.evaluate("device.rest()")
    start = said_.index("Antrean menurut tahun")
    assert said_[start + 1 : start + 4] == ["2018. antrean: 1.200", "2019. antrean: tidak ditemukan", "2020. antrean: 2.400,5"]


def test_the_scenes_of_a_case_are_read_and_a_chosen_road_is_read_on(listen) -> None:
    page = listen("antre/cerita.html")
    press(page, "Bacakan")
    said_ = page.evaluate("device.rest()")
    assert said_[-6:] == [
        "Di depan loket",
        "Anaknya demam.",
        "Orang di belakang mengeluh.",
        "Apa yang Anda lakukan?",
        "Menanyai orang di belakangnya",
        "Menyuruhnya kembali",
    ], "and no scene that is still hidden"
    press(page, "Bacakan")
    page.get_by_role("link", name="Menyuruhnya kembali").click()
    page.wait_for_function("device.said.at(-1) === 'Ia pulang'")
    assert page.evaluate("device.rest()")[-4:-1] == [
        "Anaknya makin demam.",
        "Akhir alur ini",
        "Antrean rapi, tetapi kebutuhannya tidak terdengar.",
    ]
    page.get_by_role("link", name="Kembali ke awal kasus").click()
    page.wait_for_timeout(50)
    assert page.evaluate("device.now") is None, "a road chosen while nothing is read stays silent"


def test_a_module_page_is_read_too(listen) -> None:
    page = listen("antre/index.html")
    press(page, "Bacakan")
    assert "menjelaskan antrean yang adil" in page.evaluate("device.rest()")


# ---- Words in step.


def test_the_word_that_is_spoken_is_marked_and_the_page_is_not_rewritten(listen) -> None:
    page = listen()
    text = "document.querySelector('article').cloneNode(true)"
    clean = f"(() => {{ const copy = {text}; copy.querySelectorAll('.aloud,.from').forEach(e => e.remove()); return copy.innerHTML }})()"
    before = page.evaluate(clean)
    press(page, "Bacakan")
    page.evaluate("while (!device.now.text.startsWith('Setiap orang punya')) device.over()")
    assert (
        marked(page, "aloud-line") == "Setiap orang punya giliran (UU 1/2000 Pasal 1 ayat (2), Contoh, Maret 2020)." and marked(page) == ""
    )
    page.evaluate("device.word(7, 5)")
    assert marked(page) == "orang"
    page.evaluate("device.word(device.now.text.indexOf('giliran'))")
    assert marked(page) == "giliran", "some devices give no length"
    page.evaluate("while (!device.now.text.startsWith('Ceritanya')) device.over()")
    page.evaluate("device.word(device.now.text.indexOf('Sri'), 3)")
    assert marked(page) == "Sri", "words that the page does not have shift nothing"
    page.evaluate("while (!device.now.text.startsWith('Kantor')) device.over()")
    page.evaluate("device.word(device.now.text.indexOf('menyela'), 7)")
    assert marked(page) == "menyela", "in a table"
    assert page.evaluate(clean) == before
    page.evaluate("device.rest()")
    assert marked(page) == marked(page, "aloud-line") == ""


def test_without_highlights_the_paragraph_is_marked_instead(listen) -> None:
    page = listen(script="delete window.Highlight")
    press(page, "Bacakan")
    page.evaluate("while (!device.now.text.startsWith('Setiap orang punya')) device.over(); device.word(7, 5)")
    assert page.locator(".aloud-now").count() == 1 and page.locator(".aloud-now").inner_text().startswith("Setiap orang punya")
    page.evaluate("device.over()")
    assert page.locator(".aloud-now").inner_text() == "UU 1/2000 Pasal 1 ayat (2)"
    page.evaluate("device.rest()")
    assert page.locator(".aloud-now").count() == 0 and page.faults == []


def test_the_part_that_is_read_stays_in_view_at_once_where_less_motion_is_asked_for(listen) -> None:
    page = listen(viewport={"width": 390, "height": 500}, reduced_motion="reduce")
    press(page, "Bacakan")
    for _ in READ[1:-1]:  # the last words stand nowhere
        page.evaluate("device.over()")
        box = page.evaluate(
            "(() => { const b = [...CSS.highlights.get('aloud-line')][0].getBoundingClientRect(); return [b.width, b.top, b.bottom] })()"
        )
        assert not box[0] or page.evaluate("document.querySelector('.aloud').offsetHeight") <= box[1] < box[2] <= 500
    assert page.evaluate("scrollY") > 500


# ---- The controls.


def test_pausing_keeps_the_place_and_going_on_begins_with_the_last_word(listen) -> None:
    page = listen()
    press(page, "Bacakan")
    status = bar(page).locator("[aria-live]")
    page.evaluate("while (!device.now.text.startsWith('Setiap orang punya')) device.over(); device.word(7, 5)")
    assert status.inner_text() == "", "a screen reader has nothing to talk over the voice with"
    press(page, "Jeda")
    assert page.evaluate("device.now") is None and status.inner_text() == "Dijeda."
    count = len(said(page))
    page.wait_for_timeout(50)
    assert len(said(page)) == count, "what was taken back does not set the next sentence off"
    assert page.evaluate("document.activeElement.textContent") == "Lanjutkan", "the focus stays where it was"
    press(page, "Lanjutkan")
    assert said(page)[-1].startswith("orang punya giliran.") and status.inner_text() == ""
    page.evaluate("device.word(6, 5)")
    assert marked(page) == "punya"


def test_stop_and_escape_end_the_reading_and_it_begins_anew(listen) -> None:
    page = listen()
    for end in (lambda: press(page, "Berhenti"), lambda: page.keyboard.press("Escape")):
        press(page, "Bacakan")
        page.evaluate("device.over(); device.over()")
        end()
        assert page.evaluate("device.now") is None and marked(page, "aloud-line") == ""
        assert bar(page).locator("[aria-live]").inner_text() == "Pembacaan berhenti."
        press(page, "Bacakan")
        assert said(page)[-1] == "Giliran"
        press(page, "Berhenti")
    assert page.faults == []


def test_every_part_can_be_read_from_its_heading(listen) -> None:
    page = listen()
    assert page.get_by_role("button", name="Bacakan dari sini").count() == 0, "nothing in the way of those who only read"
    press(page, "Bacakan")
    buttons = page.get_by_role("button", name="Bacakan dari sini")
    assert [one.get_attribute("aria-label") for one in buttons.all()] == [
        f"Bacakan dari sini: {title}" for title in ("Nomor", "Langkah", "Pokok")
    ]
    page.get_by_role("button", name="Bacakan dari sini: Langkah").click()
    page.evaluate("device.over()")
    assert said(page)[-2:] == ["Langkah", "1, Menyapa."]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Bacakan dari sini: Langkah"
    press(page, "Berhenti")
    page.get_by_role("button", name="Bacakan dari sini: Pokok").click()
    assert page.evaluate("device.rest()")[-3:-1] == ["Pokok", "Ingat nomornya."]


def test_the_keyboard_alone_reads_pauses_changes_the_speed_and_stops(listen) -> None:
    page = listen()
    page.get_by_role("button", name="Salin tautan").or_(page.locator(".head a").last).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Bacakan"
    page.keyboard.press("Enter")
    bar(page).locator(".stop").wait_for(state="attached")
    assert said(page) == ["Giliran"]
    page.keyboard.press("Space")
    assert page.evaluate("device.now") is None
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Berhenti"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("device.now.rate") == 1.25 and said(page) == ["Giliran"] * 3
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("device.now") is None


def test_the_speed_is_kept_for_the_visit_and_nothing_else_is(listen, serve, spoken_site: Path) -> None:
    page = listen()
    press(page, "Bacakan")
    assert page.evaluate("device.now.rate") == 1
    page.get_by_label("Kecepatan").select_option(label="pelan")
    assert page.evaluate("device.now.rate") == 0.8, "at once"
    press(page, "Berhenti")
    assert page.evaluate("[Object.keys(localStorage), {...sessionStorage}]") == [["manusiawi"], {"manusiawi-laju": "0.8"}]
    page.goto(f"{serve(spoken_site)}/antre/cerita.html")
    press(page, "Bacakan")
    assert page.evaluate("device.now.rate") == 0.8
    page.evaluate("sessionStorage.setItem('manusiawi-laju', '<b>99')")
    page.reload()
    press(page, "Bacakan")
    assert page.evaluate("device.now.rate") == 1 and page.faults == []
    other = listen()
    press(other, "Bacakan")
    assert other.evaluate("device.now.rate") == 1, "another visit begins anew"


def test_it_reads_where_nothing_can_be_stored(listen) -> None:
    page = listen(script="Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('off') }})")
    press(page, "Bacakan")
    page.get_by_label("Kecepatan").select_option(label="cepat")
    assert page.evaluate("device.now.rate") == 1.25 and page.faults == []


def test_it_stops_when_the_page_is_left_and_is_ready_when_one_comes_back(listen) -> None:
    page = listen()
    press(page, "Bacakan")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("device.now") is None and bar(page).get_by_role("button", name="Bacakan").is_visible()


def test_a_voice_that_fails_is_told_in_words(listen) -> None:
    page = listen()
    press(page, "Bacakan")
    page.evaluate("device.now.onerror({error: 'synthesis-failed'})")
    assert bar(page).locator("[aria-live]").inner_text() == "Suara perangkat ini tidak dapat membacakannya."
    assert bar(page).get_by_role("button", name="Bacakan").is_visible()


# ---- How it stands on the page.


def test_axe_finds_nothing_while_it_reads(listen) -> None:
    page = listen(viewport={"width": 390, "height": 8000})
    press(page, "Bacakan")
    assert violations_light_and_dark(page) == []


def test_its_controls_are_44_pixels_large_stay_in_sight_and_fit_320_pixels(listen) -> None:
    page = listen(viewport={"width": 320, "height": 640}, reduced_motion="reduce", is_mobile=True, has_touch=True)
    press(page, "Bacakan")
    for control in page.locator(".aloud button,.aloud select,.from").all():
        box = control.bounding_box()
        assert box["height"] >= 43.9 and box["width"] >= 43.9
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("while (device.now.text !== 'Pokok') device.over()")
    box = bar(page).bounding_box()
    assert box["y"] == 0 and box["height"] < 70
    page.set_viewport_size({"width": 320, "height": 256})
    assert bar(page).evaluate("bar => getComputedStyle(bar).position") == "static", "a low window has no room for it"


def test_it_is_not_printed(listen) -> None:
    page = listen()
    press(page, "Bacakan")
    page.emulate_media(media="print")
    assert not bar(page).is_visible() and not page.locator(".from").first.is_visible()


def test_the_script_that_reads_is_loaded_when_the_button_is_pressed(listen) -> None:
    page = listen()
    assert bar(page).is_visible() and not page.locator("script[src*='aloud.js']").count()
    press(page, "Bacakan")
    assert page.locator("script[src*='aloud.js']").count() == 1 and said(page)


def test_a_script_that_does_not_arrive_is_told_and_can_be_asked_for_again(listen) -> None:
    page = listen()
    page.route("**/aloud.js*", lambda route: route.abort())
    bar(page).get_by_role("button", name="Bacakan").click()
    bar(page).get_by_text(phrases("id")["a-failed"]).wait_for()
    page.unroute("**/aloud.js*")
    press(page, "Bacakan")
    assert said(page)


def test_only_lessons_cases_and_modules_load_it_and_it_weighs_two_and_a_half_kilobytes_at_most(spoken_site: Path) -> None:
    for path in spoken_site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert text.count("assets/aloud.js") == text.count('<div class="head">'), path
    for folder in ("", "en/"):
        script = (spoken_site / f"{folder}assets/aloud.js").read_bytes()
        assert len(brotli.compress(script)) <= 2_500
        assert b"innerHTML" not in script and b"localStorage" not in script and b"fetch" not in script


def test_every_lesson_case_and_module_of_the_course_opens_with_what_the_voice_stands_below(course) -> None:
    for module in course.modules.values():
        for slug in ("index", *module.page_slugs):
            assert course.pages["id"][f"{module.slug}/{slug}.md"].marked("outcomes"), (module.slug, slug)
