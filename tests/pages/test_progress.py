"""The learner's own record in a real browser: kept, shown, moved, cleared, lost to no other tab, never sent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from manusiawi.entries.items import Reflection
from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from manusiawi.render.progress import module_items
from tests.helpers.axe import violations_light_and_dark
from tests.helpers.projects import OWN_PAGES
from tests.helpers.questions import check, section
from tests.helpers.record import DAY, put, record


def answer(page, right: bool, sure: str = "") -> str:
    section(page, "nomor-hilang").get_by_text("Menanyakan jam datangnya" if right else "Memberi nomor terakhir", exact=True).first.check()
    if sure:
        section(page, "nomor-hilang").get_by_label(sure, exact=True).check()
    return check(page, "nomor-hilang")


def test_a_lesson_that_was_read_is_shown_at_home_in_the_menu_and_on_the_page_of_progress(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/antre/giliran.html")
    page.get_by_label("Sudah saya baca").check()
    answer(page, right=True)
    page.goto(f"{serve(own_site)}/index.html")
    assert "1 dari 2 halaman, 1 dari" in page.locator(".rows .state").first.inner_text()
    resume = page.get_by_role("link", name="Lanjutkan")
    assert resume.get_attribute("href").endswith("antre/giliran.html"), "where the learner was"
    page.goto(f"{serve(own_site)}/antre/index.html")
    assert page.locator(".rows li", has=page.locator(".done")).all_inner_texts()[0].endswith(", dibaca")
    assert "dibaca" in page.locator(".course a", has=page.locator(".done")).first.text_content()
    page.goto(f"{serve(own_site)}/kemajuan.html")
    assert page.locator(".total").inner_text().startswith("1 dari 3 halaman dibaca\n1 dari ")
    page.goto(f"{serve(own_site)}/antre/giliran.html")
    page.get_by_label("Sudah saya baca").uncheck()
    assert record(page)["pages"] == {}
    assert page.faults == []


def test_confidence_parts_not_knowing_from_being_sure_and_wrong(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/antre/giliran.html")
    assert "Anda yakin: lihat anggapan" in answer(page, right=False, sure="Yakin")
    belief = section(page, "nomor-hilang").locator(".mq-belief").first.inner_text()
    assert belief == "Anggapan di baliknya: Cepat berarti adil."
    assert section(page, "nomor-hilang").get_by_role("link", name="Giliran").count(), "the passage that mends it"
    page.goto(f"{serve(own_site)}/kemajuan.html")
    row = page.locator("tr[data-m=cepat]")
    assert row.is_visible() and [cell.inner_text() for cell in row.locator("td").all()] == ["1", "0"]
    assert not page.locator("tr[data-m=tanpa-niat]").is_visible()
    page.goto(f"{serve(own_site)}/antre/giliran.html")
    section(page, "nomor-hilang").get_by_text("Meminta ia pulang dulu", exact=True).first.check()
    section(page, "nomor-hilang").get_by_label("Belum yakin", exact=True).check()
    assert "Anda memang belum yakin" in check(page, "nomor-hilang")
    page.goto(f"{serve(own_site)}/kemajuan.html")
    assert [cell.inner_text() for cell in page.locator("tr[data-m=tanpa-niat] td").all()] == ["0", "1"]


def test_wrong_answers_come_back_after_a_day_and_right_ones_after_seven_thirty_and_ninety(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/antre/giliran.html")
    answer(page, right=False)
    waits = []
    for right in (False, True, True, True, True, False):
        entry = record(page)["items"]["nomor-hilang"]
        waits.append(page.evaluate("entry => (manusiawi.due(entry) - entry.t) / 864e5", entry))
        entry["t"] -= 100 * DAY  # time passes
        put(page, {"v": 2, "items": {"nomor-hilang": entry}})
        page.goto(f"{serve(own_site)}/antre/giliran.html?ulang#nomor-hilang")
        page.reload()
        assert not page.locator("#nomor-hilang input:checked").count(), "the old answer does not show"
        answer(page, right)
    assert waits == [1, 1, 7, 30, 90, 90]
    assert record(page)["items"]["nomor-hilang"]["b"] == 0, "a wrong answer begins again"


def test_the_review_page_lists_what_is_due_and_leads_there_and_back(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/antre/giliran.html")
    answer(page, right=False)
    page.goto(f"{serve(own_site)}/ulangan.html")
    assert page.locator(".now li").count() == 0 and "Yang berikut:" in page.locator(".mq-note").first.inner_text()
    data = record(page)
    data["items"]["nomor-hilang"]["t"] -= 2 * DAY
    put(page, data)
    page.reload()
    assert page.locator(".mq-note").first.inner_text() == "Soal yang waktunya diulang: 1"
    page.goto(f"{serve(own_site)}/index.html")
    page.get_by_role("link", name="Soal yang waktunya diulang: 1").click()
    page.locator(".now a").click()
    page.wait_for_url("**/antre/giliran.html?ulang#nomor-hilang")
    answer(page, right=True)
    page.get_by_role("link", name="Kembali ke ulangan").click()
    assert page.locator(".now li").count() == 0
    with page.expect_download() as calendar:
        page.get_by_role("button", name="Simpan berkas kalender").click()
    text = Path(calendar.value.path()).read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 4 and all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    page.goto(f"{serve(own_site)}/index.html")
    assert page.locator(".due").inner_text() == "Lihat kemajuan Anda"


def test_many_due_questions_come_ten_at_a_time_from_each_module_in_turn(open_page, serve, site: Path, course: Course) -> None:
    page = open_page(f"{serve(site)}/ulangan.html")
    modules = ("loket", "martabat", "nondiskriminasi")
    asked: list[str] = []
    for number, module in enumerate(modules, 1):
        for item in course.banks[module].items:
            is_first = not set(course.siblings.get(item.id, ())) & set(asked)  # of siblings one is asked
            if not item.forms and not isinstance(item, Reflection) and is_first and len(asked) < 8 * number:
                asked.append(item.id)
    put(page, {"v": 2, "items": {name: {"r": "x", "a": [], "c": 1, "t": 1_700_000_000_000, "ok": 0, "b": 0} for name in asked}})
    page.reload()
    assert page.locator(".mq-note").first.inner_text() == "Soal yang waktunya diulang: 24"
    shown = page.locator(".review .now").first.locator("li .state").all_inner_texts()
    assert len(shown) == 10 and all(len(set(shown[at : at + 3])) == 3 for at in (0, 3, 6)), "the modules take turns"
    page.get_by_text("Untuk nanti: 14").click()
    rest = page.locator(".review .now").nth(1)
    assert rest.locator("li").count() == 14 and rest.get_attribute("start") == "11"
    rest.locator("a").last.click()
    page.wait_for_url("**ulang#*")


def test_what_another_copy_of_the_course_asked_is_left_alone_and_not_shown(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/index.html")
    entry = {"r": "x", "a": [], "c": 1, "t": 1_700_000_000_000, "ok": 0}
    foreign = dict.fromkeys(("soal-lama", "constructor", *(f"soal-lain-{number}" for number in range(3000))), entry)
    put(page, {"v": 2, "items": foreign})
    for path in ("index.html", "kemajuan.html", "ulangan.html"):
        page.goto(f"{serve(own_site)}/{path}")
        page.wait_for_load_state()
        assert page.faults == [] and not page.get_by_text("diulang: ").count(), path
    assert page.locator(".review .mq-note").first.inner_text() == say("id", "p-no-review") and not page.locator(".review .now").count()
    assert record(page)["items"] == foreign


def test_an_answer_of_a_clock_that_was_ahead_counts_as_given_now(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/ulangan.html")
    name = page.locator("[data-item]").first.get_attribute("data-item")
    put(page, {"v": 2, "items": {name: {"r": "x", "a": [], "c": 1, "t": 4_000_000_000_000, "ok": 0, "b": 0}}})
    page.reload()
    page.wait_for_load_state()
    assert record(page)["items"][name]["t"] <= page.evaluate("Date.now()")


def test_a_large_damaged_record_is_put_aside_whole_or_left_where_it_is(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/kemajuan.html")
    spoilt = "{" + "x" * 4_000_000
    put(page, spoilt)
    page.reload()
    page.wait_for_load_state()
    assert page.evaluate("localStorage['manusiawi-rusak']") == spoilt
    page.evaluate("localStorage.clear()")
    page.add_init_script(
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {"
        " if (key === 'manusiawi-rusak') throw new DOMException('full', 'QuotaExceededError'); set.call(this, key, text); };"
    )
    put(page, spoilt)
    page.reload()
    page.wait_for_load_state()
    assert page.locator(".progress > .mq-note").inner_text() == say("id", "p-unsaved")
    page.evaluate("manusiawi.put('pages', 'a.html', 1)")
    assert page.evaluate("localStorage.manusiawi") == spoilt, "nothing is written over it"


def test_what_is_reset_in_one_tab_does_not_come_back_from_another(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/kemajuan.html")
    other = page.context.new_page()
    other.goto(f"{serve(own_site)}/index.html")
    other.evaluate("manusiawi.put('items', 'papan', { r: 'id-x', a: [':1'], c: 0 })")
    page.wait_for_function("'papan' in manusiawi.record().items")
    page.get_by_role("button", name=say("id", "p-reset-all")).click()
    page.wait_for_timeout(300)
    assert record(page)["items"] == {}


def test_the_record_moves_as_a_file_and_a_foreign_file_changes_nothing(open_page, serve, own_site: Path, tmp_path: Path) -> None:
    page = open_page(f"{serve(own_site)}/antre/giliran.html")
    answer(page, right=True)
    page.goto(f"{serve(own_site)}/kemajuan.html")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Simpan ke berkas").click()
    kept = Path(saved.value.path()).read_text("utf-8")
    before = record(page)
    hostile = tmp_path / "h.json"
    spoilt = {
        "v": 2,
        "items": {"nomor-hilang": {"r": 1}, "__proto__": {"r": "x", "a": [], "c": 1}, "x y": {"r": "a", "a": [], "c": 0}},
        "pages": {"antre/giliran.html": "soon"},
    }
    partly = {**json.loads(kept), "pages": {"antre/giliran.html": "soon"}}
    for text in (
        "",
        "{",
        "[]",
        '{"v": 3, "items": {}}',
        '{"v": 2}',
        '{"v": 1, "items": {}}',
        "<script>alert(1)</script>",
        json.dumps(spoilt),
        json.dumps(partly),
    ):
        hostile.write_text(text, "utf-8")
        page.get_by_label("Ambil dari berkas").set_input_files(hostile)
        page.wait_for_function("document.querySelector('.record-tools .mq-note').textContent.includes('tidak ada yang diubah')")
        assert record(page) == before
    other = open_page(f"{serve(own_site)}/kemajuan.html")
    other.get_by_label("Ambil dari berkas").set_input_files({"name": "k.json", "mimeType": "application/json", "buffer": kept.encode()})
    other.get_by_text("Catatan dari berkas sudah dipakai.").wait_for()
    assert record(other)["items"]["nomor-hilang"]["ok"] == 1


def test_one_question_a_module_or_everything_can_be_cleared_and_brought_back(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/antre/giliran.html")
    answer(page, right=True)
    page.goto(f"{serve(own_site)}/kemajuan.html")
    for name in ("Kosongkan modul ini", "Kosongkan semua catatan"):
        page.get_by_role("button", name=name).click()
        assert record(page)["items"] == {}
        assert page.evaluate("document.activeElement.textContent") == "Kembalikan"
        page.keyboard.press("Enter")
        assert record(page)["items"]["nomor-hilang"]["ok"] == 1
    page.goto(f"{serve(own_site)}/antre/giliran.html")
    section(page, "nomor-hilang").get_by_role("button", name="Kosongkan jawaban").click()
    assert "nomor-hilang" not in record(page)["items"] and not page.locator("#nomor-hilang input:checked").count()
    section(page, "nomor-hilang").get_by_role("button", name="Kembalikan jawaban").click()
    assert record(page)["items"]["nomor-hilang"]["ok"] == 1
    assert page.faults == []


def test_clearing_a_module_clears_its_further_practice_and_no_other_module(open_page, serve, site: Path, course: Course) -> None:
    further, other = course.quiz_items("nondiskriminasi")[-1].id, course.quiz_items("martabat")[0].id
    assert further not in module_items(course, course.modules["nondiskriminasi"])
    page = open_page(f"{serve(site)}/kemajuan.html")
    put(page, {"v": 2, "items": {name: {"r": "x", "a": [], "c": 1, "ok": 1, "t": 1} for name in (further, other)}})
    page.reload()
    page.get_by_label("Modul yang dikosongkan").select_option(
        label=f"{course.modules['nondiskriminasi'].number}. {course.modules['nondiskriminasi'].title['id']}"
    )
    page.get_by_role("button", name="Kosongkan modul ini").click()
    assert set(record(page)["items"]) == {other}


def test_two_tabs_that_write_at_once_lose_nothing(browser, serve, own_site: Path) -> None:
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto(f"{serve(own_site)}/antre/soal.html")
    # Both read the record before either writes: the second overwrites the first, as in a true race.
    for page, name in ((one, "papan"), (two, "tulis-kata")):
        page.evaluate(
            """name => { const real = Storage.prototype.getItem, stale = localStorage.getItem('manusiawi');
            Storage.prototype.getItem = function (key) { return key === 'manusiawi' ? stale : real.call(this, key); };
            window.write = () => { manusiawi.put('items', name, { r: 'id-x', a: [':1'], c: 0 }); Storage.prototype.getItem = real; }; }""",
            name,
        )
    one.evaluate("write()")
    two.evaluate("write()")
    for page in (one, two):
        page.wait_for_function("Object.keys(JSON.parse(localStorage.getItem('manusiawi')).items).length === 2")
    context.close()


def test_a_record_of_the_first_version_is_carried_on(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/antre/giliran.html")
    answer(page, right=True)
    entry = record(page)["items"]["nomor-hilang"]
    put(page, {"v": 1, "items": {"nomor-hilang": {"r": entry["r"], "a": entry["a"], "c": 1}}})
    page.reload()
    assert page.locator("#nomor-hilang .mq-say").inner_text().startswith("Jawaban Anda tepat.")


@pytest.mark.parametrize("spoilt", ("{", "null", '"x"', '{"v":2,"items":[]}'))
def test_a_spoilt_record_is_put_aside_and_told(open_page, serve, own_site: Path, spoilt: str) -> None:
    page = open_page(f"{serve(own_site)}/kemajuan.html")
    put(page, spoilt)
    page.reload()
    assert "rusak dan dimulai lagi" in page.locator(".mq-note").first.inner_text()
    assert page.evaluate("localStorage.getItem('manusiawi-rusak')") == spoilt and page.faults == []


def test_without_storage_the_pages_say_so_and_questions_still_work(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/404.html")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })")
    page.goto(f"{serve(own_site)}/kemajuan.html")
    assert "tidak dapat menyimpan" in page.locator(".mq-note").first.inner_text()
    page.goto(f"{serve(own_site)}/antre/giliran.html")
    assert answer(page, right=True).startswith("Jawaban Anda tepat.") and page.faults == []


def test_the_record_to_print_says_that_it_is_the_learners_own(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/antre/giliran.html")
    answer(page, right=True)
    page.get_by_label("Sudah saya baca").check()
    page.goto(f"{serve(own_site)}/bukti.html")
    cells = [cell.inner_text() for cell in page.locator("tr[data-pages] td").all()]
    assert cells[0] == "1 dari 2" and cells[1].startswith("1 dari ") and cells[2].startswith("1 dari ")
    assert page.get_by_text("Bukan sertifikat").is_visible() and page.get_by_text("Mengetahui, pelatih:").is_visible()
    page.get_by_label("Nama (tidak disimpan)").fill("Sri")
    page.reload()
    assert page.get_by_label("Nama (tidak disimpan)").input_value() == ""


@pytest.mark.parametrize("name", OWN_PAGES)
def test_without_a_script_the_pages_say_what_they_cannot_do(open_page, serve, own_site: Path, name: str) -> None:
    page = open_page(f"{serve(own_site)}/{name}.html", java_script_enabled=False)
    assert page.locator(".noscript").is_visible()
    if name == "ulangan":
        assert page.get_by_role("link", name="Apa yang Anda lakukan").count(), "every question of the course by module"


@pytest.mark.parametrize("name", OWN_PAGES)
def test_axe_finds_nothing_on_the_learners_pages(open_page, serve, own_site: Path, name: str) -> None:
    page = open_page(f"{serve(own_site)}/antre/giliran.html", viewport={"width": 390, "height": 8000})
    answer(page, right=False, sure="Yakin")
    data = record(page)
    data["items"]["nomor-hilang"]["t"] -= 2 * DAY
    put(page, data)
    page.goto(f"{serve(own_site)}/{name}.html")
    assert violations_light_and_dark(page) == []
