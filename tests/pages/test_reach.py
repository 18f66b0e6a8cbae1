"""What a tired or blind officer meets in a real browser: messages in sight, focus where it was, nothing false, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.ground.catalogue import say
from tests.helpers.questions import check, section
from tests.helpers.record import put, record

PHONE = {"viewport": {"width": 360, "height": 740}}
IN_SIGHT = "element => { const box = element.getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }"


@pytest.mark.parametrize("path", ("nondiskriminasi/kasus.html", "uji-kebijakan/perintah.html", "en/aksesibilitas/kasus.html"))
def test_a_chosen_road_opens_at_its_heading(open_page, serve, site: Path, path: str) -> None:
    page = open_page(f"{serve(site)}/{path}", **PHONE)
    for _ in range(2):
        page.locator(".mq-node:visible .mq-way").last.click()
        page.wait_for_timeout(50)
        assert page.evaluate("document.activeElement.parentNode.className") == "mq-node"
        assert 0 <= page.evaluate("document.activeElement.getBoundingClientRect().top") < 100


def test_a_page_is_read_when_the_reader_says_so_and_not_before(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/antre/giliran.html", viewport={"width": 360, "height": 300})
    box = page.get_by_label("Sudah saya baca")

    def look() -> None:
        """Has the end of the page in view for a while."""
        box.scroll_into_view_if_needed()
        page.wait_for_timeout(200)

    look()
    assert not box.is_checked() and record(page)["pages"] == {}, "having it on the screen is not reading it"
    box.click()
    assert box.is_checked() and len(record(page)["pages"]) == 1, "the first press ticks"
    box.press("Space")
    page.reload()
    look()
    assert not box.is_checked() and record(page)["pages"] == {}, "what the reader took back stays so"


def test_pages_that_an_older_record_calls_read_stay_read(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/antre/giliran.html")
    put(page, {"v": 2, "items": {}, "pages": {"antre/giliran.html": 1_790_000_000_000}})
    page.reload()
    assert page.get_by_label("Sudah saya baca").is_checked()


@pytest.mark.parametrize("path", ("kemajuan.html", "en/kemajuan.html"))
def test_the_field_for_a_file_has_an_edge_like_its_neighbours(open_page, serve, own_site: Path, path: str) -> None:
    page = open_page(f"{serve(own_site)}/{path}")
    file, choice = (
        page.locator(f".record-tools {name}").evaluate("e => [getComputedStyle(e).border, getComputedStyle(e).borderRadius]")
        for name in ("input[type=file]", "select")
    )
    assert file == choice and not file[0].startswith("0px")


@pytest.mark.parametrize("path", ("bukti.html", "en/bukti.html"))
def test_the_sheet_of_learning_fits_a_window_enlarged_four_times(open_page, serve, site: Path, path: str) -> None:
    page = open_page(f"{serve(site)}/{path}", viewport={"width": 320, "height": 256})  # 1280 by 1024 at 400 per cent
    wide = """[...document.querySelectorAll('html, article *')]
        .filter(e => e.scrollWidth > e.clientWidth && (e === document.documentElement || /auto|scroll/.test(getComputedStyle(e).overflowX)))
        .map(e => e.outerHTML.slice(0, 60))"""
    assert page.locator(".record tbody tr").count() > 5 and page.evaluate(wide) == []
    assert page.evaluate("""[...document.querySelectorAll('.record thead th')].every(head => { // its words are whole
        const range = document.createRange(); range.selectNodeContents(head);
        return range.getClientRects().length <= head.textContent.split(' ').length })""")


@pytest.mark.parametrize("press", ("click", "Enter"))
def test_the_other_language_opens_at_the_same_part_of_the_page(open_page, serve, site: Path, press: str) -> None:
    page = open_page(f"{serve(site)}/nondiskriminasi/bias.html")
    anchor = page.locator("h2[id]").nth(1).get_attribute("id")
    page.evaluate("anchor => { location.hash = anchor; }", anchor)
    other = page.get_by_role("link", name="English")
    other.click() if press == "click" else other.press(press)
    page.wait_for_url(f"**/en/nondiskriminasi/bias.html#{anchor}")
    assert 0 <= page.locator(f"#{anchor}").evaluate("element => element.getBoundingClientRect().top") < 100
    page.get_by_role("link", name="Bahasa Indonesia").click()
    page.wait_for_url(f"**/nondiskriminasi/bias.html#{anchor}")


def test_the_lens_speaks_where_its_buttons_are_and_keeps_what_was_written(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/lensa.html", **PHONE)
    page.get_by_role("button", name=say("id", "l-summary")).click()
    page.wait_for_function("text => document.querySelector('.lens-note').textContent === text", arg=say("id", "l-empty"))
    assert page.locator(".lens-note").evaluate(IN_SIGHT)
    page.locator("#aturan").fill("Surat hanya untuk pemilik KTP setempat.")
    page.get_by_role("button", name=say("id", "l-summary")).click()
    page.locator("#aturan").fill("Surat untuk semua penduduk.")
    assert not page.locator(".lens-out").is_visible(), "an older summary is not printed for the newer text"
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("location.href = 'index.html'")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"] and page.locator("#aturan").input_value() == "Surat untuk semua penduduk."
    page.locator("#aturan").fill("")
    page.get_by_role("button", name=say("id", "l-calendar")).click()
    error = page.locator("#rencana-start-err")
    assert error.inner_text() == say("id", "l-no-date") and error.evaluate(IN_SIGHT)
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "rencana-start-err"
    page.locator("#rencana-start").fill("2026-12-01")
    assert not error.count()
    page.locator("#rencana-start").fill("")


@pytest.mark.parametrize(
    "script, path",
    (
        ("own.js", "kemajuan.html"),
        ("own.js", "bukti.html"),
        ("own.js", "ulangan.html"),
        ("tests.js", "tes-awal.html"),
        ("search.js", "cari.html"),
    ),
)
def test_a_script_that_does_not_arrive_leaves_what_stands_without_scripts(open_page, serve, site: Path, script: str, path: str) -> None:
    page = open_page("about:blank")
    page.route(f"**/{script}*", lambda route: route.abort())
    page.goto(f"{serve(site)}/{path}")
    page.wait_for_timeout(100)
    assert page.locator(".noscript").first.is_visible() and not page.locator(".ran:visible").count()
    if path == "cari.html":
        assert not page.locator("form:visible").count(), "no form sends what is sought"


def test_the_error_of_a_row_stands_beside_it_and_is_tied_to_its_control(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/antre/soal.html", **PHONE)
    section(page, "cocokkan").get_by_label("Orang Tuli").select_option(index=1)
    section(page, "cocokkan").get_by_role("button", name="Periksa jawaban").click()
    error, control = section(page, "cocokkan").locator(".mq-err"), section(page, "cocokkan").get_by_label("Orang netra")
    assert error.evaluate(IN_SIGHT) and control.evaluate("element => element === document.activeElement")
    assert control.get_attribute("aria-describedby") == error.get_attribute("id") and control.get_attribute("aria-invalid") == "true"
    section(page, "cocokkan").get_by_role("button", name="Kosongkan jawaban").click()
    assert not error.count() and control.get_attribute("aria-invalid") is None


def test_how_sure_one_is_outlives_a_change_of_mind_before_checking(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/antre/giliran.html")
    section(page, "nomor-hilang").get_by_label("Yakin", exact=True).check()
    section(page, "nomor-hilang").get_by_text("Memberi nomor terakhir", exact=True).first.check()
    section(page, "nomor-hilang").get_by_text("Menanyakan jam datangnya", exact=True).first.check()
    assert say("id", "s-right-sure") in check(page, "nomor-hilang")


@pytest.mark.parametrize("path", ("uji-kebijakan/soal.html", "uji-kebijakan/perintah.html"))
def test_no_stop_of_the_keyboard_is_wholly_behind_the_bar_at_the_foot(open_page, serve, site: Path, path: str) -> None:
    page = open_page(f"{serve(site)}/{path}", viewport={"width": 320, "height": 640})
    hidden = []
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate("""() => {
            const one = document.activeElement, pager = document.querySelector('.pager');
            const bar = pager.getBoundingClientRect(), box = one.getBoundingClientRect();
            const free = one.closest('.pager') || getComputedStyle(pager).position !== 'sticky' || bar.top < 100 || box.top < bar.top;
            return free ? '' : one.outerHTML.slice(0, 80); }""")
        hidden += [found] if found else []
    assert hidden == []


@pytest.mark.parametrize("path", ("uji-kebijakan/soal.html", "tes-awal.html", "pelatih.html", "ucapan.html", "kemajuan.html"))
def test_letters_alone_enlarged_make_no_page_wider_than_the_phone(open_page, serve, site: Path, path: str) -> None:
    page = open_page(f"{serve(site)}/{path}", **PHONE)
    for size in ("150%", "200%"):
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, size


def test_the_other_languages_name_stays_a_word_in_large_letters(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/en/index.html", viewport={"width": 180, "height": 400})  # as 360 px at twice the browser's letters
    assert (
        page.locator(".top .other").evaluate(
            "element => element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight)"
        )
        < 4
    )


def test_the_note_of_a_copied_link_goes_with_the_next_thing_that_is_done(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/index.html")
    page.locator(".addr").first.click()
    page.wait_for_function("document.querySelector('.copied').textContent")
    page.keyboard.press("Tab")
    assert page.locator(".copied").inner_text() == ""


def test_messages_about_the_record_are_in_sight_of_their_buttons(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/kemajuan.html", **PHONE)
    page.get_by_label("Ambil dari berkas").set_input_files({"name": "k.json", "mimeType": "application/json", "buffer": b"{"})
    note = page.locator(".record-tools .mq-note")
    page.wait_for_function("document.querySelector('.record-tools .mq-note').textContent")
    page.get_by_label("Ambil dari berkas").scroll_into_view_if_needed()
    assert note.evaluate(IN_SIGHT)


def test_a_download_that_ends_takes_no_focus_from_whoever_reads_on(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/luring.html", **PHONE)
    button = page.locator("[data-keep=id] [data-do=keep]")
    page.wait_for_function("!document.querySelector('[data-keep=id] [data-do=keep]').disabled")
    page.route("**/luring-id.zst*", lambda route: (page.wait_for_timeout(300), route.continue_()))
    button.click()
    page.locator("article a").last.focus()
    page.wait_for_function("document.querySelector('.keep-said').textContent", timeout=30_000)
    assert page.evaluate("document.activeElement.tagName") == "A"
