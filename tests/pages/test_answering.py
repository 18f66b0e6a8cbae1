"""What a learner meets in a real Chromium: keyboard, no script, small and dark and printed pages, saved answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from manusiawi.ground.catalogue import say
from tests.helpers.answering import answer_somehow
from tests.helpers.axe import violations, violations_light_and_dark
from tests.helpers.files import edit
from tests.helpers.projects import copy_example
from tests.helpers.questions import ANSWERED, QUIZ, answer_all, check, section, total
from tests.helpers.record import record
from tests.helpers.styling import add_styles

PAGES = (
    "index.html",
    "antre/index.html",
    "antre/giliran.html",
    QUIZ,
    "antre/kunci.html",
    "sumber.html",
    "sumber/uu-1-2000.html",
    "sumber/fakta.html",
    "glosarium.html",
    "404.html",
)


def test_every_type_is_answered_checked_and_judged_in_words(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    answer_all(page)
    for name in ANSWERED:
        assert check(page, name) == "Jawaban Anda tepat. Alasannya ada di bawah."
        assert section(page, name).locator(".mq-key").get_attribute("open") is not None
    assert page.locator(".mq-total").inner_text() == "7 dari 7 soal diperiksa, 7 tepat."
    assert page.faults == []


def test_wrong_and_half_right_answers_say_how_much_is_right(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    section(page, "papan").get_by_text("Nomor di layar", exact=True).first.check()
    section(page, "papan").get_by_text("Panggilan lebih keras", exact=True).first.check()
    assert check(page, "papan").startswith(
        "Jawaban Anda belum tepat. Jawaban tepat yang Anda pilih: 1 dari 2. Pilihan lain yang Anda pilih: 1."
    )
    for option in section(page, "papan").locator("input[type=checkbox]").all():
        option.check()
    assert check(page, "papan").startswith("Jawaban Anda belum tepat. Jawaban tepat yang Anda pilih: 2 dari 2."), (
        "whoever ticks all knows nothing"
    )
    section(page, "benar-salah").get_by_role("radio", name="Benar").first.check()
    section(page, "benar-salah").get_by_role("radio", name="Benar").last.check()
    assert check(page, "benar-salah").startswith("Jawaban Anda belum tepat. 1 dari 2 tepat.")
    section(page, "tulis-angka").get_by_label("Jawaban Anda").fill("41")
    assert check(page, "tulis-angka").startswith("Jawaban Anda belum tepat.")
    section(page, "tulis-kata").get_by_label("Jawaban Anda").fill("cepat")
    check(page, "tulis-kata")
    assert "pilihan Anda" in section(page, "tulis-kata").locator("li").first.inner_text(), "the foreseen mistake comes first"


def test_an_inspection_says_place_by_place_what_was_found_and_what_was_missed(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    room = section(page, "periksa-ruang")
    room.locator(".mq-check").click()
    assert room.locator(".mq-err").inner_text().startswith("Pilih jawaban soal")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Space")  # the pillar, rightly
    room.get_by_role("checkbox", name="2. Mesin nomor").check()
    assert check(page, "periksa-ruang").startswith(
        "Jawaban Anda belum tepat. Jawaban tepat yang Anda pilih: 1 dari 2. Pilihan lain yang Anda pilih: 1."
    )
    lines = room.locator(".mq-key ol > li .mq-v").all_inner_texts()
    assert [line.partition(":")[0] for line in lines] == ["Perlu dibenahi", "Sudah baik", "Perlu dibenahi", "Sudah baik"]
    assert [line.rpartition(" (")[2] if line.endswith(")") else "" for line in lines] == ["pilihan Anda)", "pilihan Anda)", "terlewat)", ""]
    assert not room.locator(".mq-rest").count(), "no place is folded away: their numbers stand in order"
    assert record(page)["items"]["periksa-ruang"]["m"] == ["tanpa-niat"], "the belief of the place judged wrongly, no other"
    page.reload()
    assert room.locator("input:checked").count() == 2 and "terlewat" in room.locator(".mq-key").text_content()
    room.get_by_role("checkbox", name="1. Di belakang tiang").uncheck()
    check(page, "periksa-ruang")
    assert record(page)["items"]["periksa-ruang"]["m"] == ["cepat", "tanpa-niat"], "a barrier that was missed shows its belief"


def test_the_chosen_reason_comes_first_and_the_others_are_folded(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/antre/giliran.html")
    section(page, "nomor-hilang").get_by_text("Memberi nomor terakhir", exact=True).first.check()
    check(page, "nomor-hilang")
    shown = section(page, "nomor-hilang").locator(".mq-key > div > ul > li")
    assert shown.count() == 1 and "(pilihan Anda)" in shown.inner_text() and "Belum tepat" in shown.inner_text()
    others = section(page, "nomor-hilang").locator(".mq-rest")
    assert others.locator("li").count() == 2 and others.get_attribute("open") is None


def test_the_keyboard_alone_reaches_every_option_and_choosing_submits_nothing(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/antre/giliran.html")
    page.locator("#nomor-hilang input").first.focus()
    for option in ("Memberi nomor terakhir", "Meminta ia pulang dulu", "Menanyakan jam datangnya"):
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.closest('label').innerText.trim()") == option
        assert section(page, "nomor-hilang").locator(".mq-say").inner_text() == ""
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.mq-sure')"), "how sure: one stop"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("mq-check"), "passed by with one key"
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('#nomor-hilang .mq-say').textContent")
    assert page.evaluate("document.activeElement.className").startswith("mq-check"), "focus stays on the button"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY", "the reasons are next"


def test_the_whole_quiz_page_is_walked_by_tab_without_a_trap_and_in_sight(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    seen = []
    for _ in range(200):
        page.keyboard.press("Tab")
        state = page.evaluate("""() => { const e = document.activeElement, b = e.getBoundingClientRect();
            if (e === document.body) return null;
            const at = document.elementFromPoint(b.left + b.width / 2, b.top + Math.min(b.height, 20) / 2);
            const inView = b.width > 0 && b.bottom > 0 && b.top < innerHeight;
            return [e.outerHTML.slice(0, 80), inView, !!at && (e.contains(at) || at.contains(e))] }""")
        if state is None:
            break
        assert state[1] and state[2], f"focus on something that is not seen: {state[0]}"
        seen.append(state[0])
    else:
        pytest.fail("Tab never left the page")
    assert len(seen) > 30


def test_enter_in_a_text_field_checks_and_an_empty_field_is_the_only_error(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    field = section(page, "tulis-kata").get_by_label("Jawaban Anda")
    field.focus()
    page.keyboard.press("Enter")
    error = section(page, "tulis-kata").locator(".mq-err")
    assert error.inner_text() == "Tulis jawaban soal 5 dulu."
    assert page.evaluate("document.activeElement.id") == "tulis-kata-in"
    assert field.get_attribute("aria-describedby") == error.get_attribute("id") and field.get_attribute("aria-invalid") == "true"
    page.keyboard.type("lambat")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('#tulis-kata .mq-say').textContent")
    assert error.count() == 0, "a wrong answer is no error"
    assert page.evaluate("document.querySelectorAll('[aria-invalid]').length") == 0
    assert field.input_value() == "lambat", "the answer stays"


def test_unfilled_rows_and_numbers_used_twice_are_named(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    section(page, "cocokkan").locator(".mq-check").click()
    assert section(page, "cocokkan").locator(".mq-err").inner_text() == "Isi dulu: Orang Tuli"
    for step in ("Menyapa", "Mendengar", "Melayani"):
        section(page, "urutkan").get_by_label(step).select_option("1")
    section(page, "urutkan").locator(".mq-check").click()
    assert section(page, "urutkan").locator(".mq-err").inner_text() == "Nomor 1 dipakai dua kali."
    section(page, "benar-salah").locator(".mq-check").click()
    assert section(page, "benar-salah").locator(".mq-err").inner_text() == "Isi dulu: Giliran mengikuti jam datang."


def test_a_case_unfolds_along_the_chosen_road_and_moves_the_focus(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    case = section(page, "kasus")
    assert case.locator(".mq-node:visible").count() == 1
    case.get_by_role("link", name="Menyuruhnya kembali").press("Enter")
    assert page.evaluate("document.activeElement.id") == "kasus-tolak-h"
    assert case.locator(".mq-node:visible").count() == 2 and "(pilihan Anda)" in case.inner_text()
    case.get_by_role("link", name="Menanyai orang di belakangnya").click()
    assert [node.get_attribute("id") for node in case.locator(".mq-node:visible").all()] == ["kasus-awal", "kasus-tanya"]
    page.reload()
    assert [node.get_attribute("id") for node in case.locator(".mq-node:visible").all()] == ["kasus-awal", "kasus-tanya"]
    case.get_by_role("link", name="Kembali ke awal kasus").click()
    assert case.locator(".mq-node:visible").count() == 1


def test_an_address_inside_a_case_opens_its_scene(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}#kasus-tolak")
    assert section(page, "kasus").locator("#kasus-tolak").is_visible()


# ---- Without a script, on paper, in the dark, on a small phone.


@pytest.mark.parametrize("folder", ("", "en/"))
def test_without_a_script_questions_options_and_answers_can_be_read(open_page, serve, example_site: Path, folder: str) -> None:
    page = open_page(f"{serve(example_site)}/{folder}{QUIZ}", java_script_enabled=False)
    assert page.locator("section.mq").count() == 9
    assert page.locator(".mq-check").count() == 0, "no button that does nothing"
    assert page.locator(".mq-node:visible").count() == 3, "every scene of a case"
    for summary in page.locator(".mq-key > summary").all():
        summary.focus()
        page.keyboard.press("Enter")
    for answer in page.locator(".mq-key li").all():
        assert answer.is_visible()
    assert page.get_by_role("navigation", name=say("en" if folder else "id", "course-nav")).is_visible()
    page.get_by_role("link", name="Menu", exact=True).click()
    assert page.url.endswith("#kursus")


def test_on_paper_questions_print_with_closed_answers_and_the_key_prints_whole(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    page.emulate_media(media="print")
    assert page.get_by_text("Nomor di layar", exact=True).first.is_visible()
    assert not page.locator("#papan .mq-key").is_visible(), "a handout holds no answers"
    assert page.locator(".mq-node:visible").count() == 3, "every scene of a case"
    for hidden in (".top", ".course", ".pager", ".mq-check", ".addr"):
        assert not page.locator(hidden).first.is_visible()
    section(page, "papan").get_by_text("Nomor di layar", exact=True).first.check(force=True)
    page.emulate_media(media="screen")
    check(page, "papan")
    page.emulate_media(media="print")
    assert page.locator("#papan .mq-key").is_visible(), "what was opened is printed"
    key = open_page(f"{serve(example_site)}/antre/kunci.html")
    key.emulate_media(media="print")
    for entry in key.locator(".mq-key li").all():
        assert entry.is_visible()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_at_320_pixels(open_page, serve, example_site: Path, path: str) -> None:
    page = open_page(f"{serve(example_site)}/{path}", viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_control_is_at_least_44_pixels_high(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}", viewport={"width": 320, "height": 640})
    page.locator("#renungan summary").click()  # its boxes stand below the example
    for selector in (
        ".mq-o",
        ".mq select",
        ".mq input[type=text]",
        ".mq-check",
        ".mq-ways a",
        ".mq-key > summary",
        ".addr",
        ".menu",
        ".scheme",
        ".pager a",
    ):
        for element in page.locator(selector).all():
            assert element.bounding_box()["height"] >= 43.9, selector


@pytest.mark.parametrize("colour, rule", (("#666", "color-contrast-enhanced"), ("#999", "color-contrast")))
@pytest.mark.parametrize("scheme", ("light", "dark"))
def test_axe_sees_pale_words_of_either_grade_on_a_light_and_on_a_dark_screen(
    open_page, serve, example_site: Path, scheme: str, colour: str, rule: str
) -> None:
    page = open_page(f"{serve(example_site)}/antre/giliran.html")
    add_styles(page, f"@media (prefers-color-scheme: {scheme}) {{ p {{ color: {colour} !important; background: #fff !important }} }}")
    assert rule in {found.partition(":")[0] for found in violations_light_and_dark(page)}


@pytest.mark.parametrize("folder, scheme", (("", "light"), ("en/", "dark")))
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_before_answering(open_page, serve, example_site: Path, path: str, folder: str, scheme: str) -> None:
    # The window is taller than the page, so that the bar at the foot lies over nothing.
    page = open_page(f"{serve(example_site)}/{folder}{path}", color_scheme=scheme, viewport={"width": 390, "height": 8000})
    assert violations(page) == []


@pytest.mark.parametrize("width", (390, 1280))
def test_axe_finds_nothing_after_answering(open_page, serve, example_site: Path, width: int) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}", viewport={"width": width, "height": 8000})
    section(page, "benar-salah").locator(".mq-check").click()
    answer_all(page)
    for name in ANSWERED:
        check(page, name)
    section(page, "tulis-angka").get_by_label("Jawaban Anda").fill("3")
    check(page, "tulis-angka")
    section(page, "kasus").get_by_role("link", name="Menyuruhnya kembali").click()
    for details in page.locator("details").all():
        details.evaluate("details => details.open = true")
    section(page, "renungan").get_by_label("Orangnya disapa.").check()
    section(page, "renungan").get_by_role("button", name=say("id", "r-see")).click()
    assert violations_light_and_dark(page) == []


REAL = (
    "index.html",
    "tentang.html",
    "glosarium.html",
    "sumber.html",
    "nondiskriminasi/index.html",
    "nondiskriminasi/bentuk.html",
    "nondiskriminasi/kasus.html",
    "nondiskriminasi/soal.html",
    "nondiskriminasi/kunci.html",
)


@pytest.mark.parametrize("folder, scheme", (("", "light"), ("en/", "dark")))
@pytest.mark.parametrize("path", REAL)
def test_axe_finds_nothing_on_the_course_before_and_after_answering(
    open_page, serve, site: Path, path: str, folder: str, scheme: str
) -> None:
    page = open_page(f"{serve(site)}/{folder}{path}", color_scheme=scheme, viewport={"width": 390, "height": 40000})
    assert violations(page) == []
    if page.locator(".mq-check").count():
        answer_somehow(page)
        assert page.locator(".mq-say:not(:empty)").count() >= page.locator(".mq-check").count()
        assert violations(page) == []
    assert page.faults == []


@pytest.mark.parametrize("folder", ("", "en/"))
def test_no_page_of_the_course_scrolls_sideways_at_320_pixels_or_at_four_hundred_percent(open_page, serve, site: Path, folder: str) -> None:
    page = open_page(f"{serve(site)}/{folder}index.html", viewport={"width": 320, "height": 256})
    for path in (*REAL, "nondiskriminasi/bias.html", "nondiskriminasi/perlakuan-khusus.html", "nondiskriminasi/berhenti-periksa.html"):
        page.goto(f"{serve(site)}/{folder}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_reduced_motion_and_forced_colours_leave_the_page_whole(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}", reduced_motion="reduce", forced_colors="active")
    assert page.locator(".mq-check").first.is_visible() and page.faults == []


# ---- Saved answers.


def build_edited(root: Path, *edits: tuple[str, str]) -> None:
    for old, new in edits:
        edit(root / "quizzes/antre.yml", old, new)
    build_site(root, root / "site")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    root = copy_example(tmp_path / "own")
    build_site(root, root / "site")
    return root


def block(root: Path, name: str) -> str:
    """The source of one item."""
    text = (root / "quizzes/antre.yml").read_text("utf-8")
    start = text.index(f"- id: {name}\n")
    end = text.find("\n- id: ", start + 1)
    return text[start : end + 1 if end > 0 else len(text)]


def answered(open_page, serve, root: Path):
    page = open_page(f"{serve(root / 'site')}/{QUIZ}")
    answer_all(page)
    for name in ANSWERED:
        check(page, name)
    return page


def test_answers_come_back_after_a_reload_and_in_the_other_language(open_page, serve, own: Path) -> None:
    page = answered(open_page, serve, own)
    page.reload()
    assert total(page) == "7 dari 7 soal diperiksa, 7 tepat."
    assert section(page, "tulis-kata").get_by_label("Jawaban Anda").input_value() == "Giliran."
    page.goto(page.url.replace("/antre/", "/en/antre/"))
    assert total(page) == "6 of 7 questions checked, 6 right.", "the words of one language cannot judge a word of the other"
    assert section(page, "tulis-kata").get_by_label("Your answer").input_value() == ""
    assert page.locator("#papan input:checked").count() == 2


def test_inserted_item_gives_no_credit_to_its_neighbour(open_page, serve, own: Path) -> None:
    page = answered(open_page, serve, own)
    new = (
        block(own, "papan")
        .replace("- id: papan", "- id: baru")
        .replace("Apa yang membuat antrean terbaca?", "Apa yang membantu sebelum antrean mulai?")
    )
    build_edited(own, ("- id: papan\n", f"{new}- id: papan\n"))
    page.reload()
    assert page.locator("section.mq").first.get_attribute("id") == "baru"
    assert page.locator("#baru input:checked").count() == 0
    assert section(page, "baru").locator(".mq-say").inner_text() == ""
    assert total(page) == "7 dari 8 soal diperiksa, 7 tepat."


def test_removed_and_moved_items_take_no_answer_with_them(open_page, serve, own: Path) -> None:
    page = answered(open_page, serve, own)
    kata, urutkan = block(own, "tulis-kata"), block(own, "urutkan")
    build_edited(own, (block(own, "benar-salah"), ""), (urutkan + kata, kata + urutkan))
    page.reload()
    assert total(page) == "6 dari 6 soal diperiksa, 6 tepat."


def test_swapped_options_keep_the_answer_that_was_given(open_page, serve, own: Path) -> None:
    page = answered(open_page, serve, own)
    papan = block(own, "papan")
    start, middle = papan.index("  - key: true"), papan.index("  - misconception")
    last = papan.index("  - key: true", middle)
    build_edited(own, (papan, papan[:start] + papan[middle:last] + papan[last:] + papan[start:middle]))
    page.reload()
    chosen = page.locator("#papan label:has(:checked)").all_inner_texts()
    assert sorted(text.strip() for text in chosen) == ["Nomor di layar", "Nomor yang disebutkan"]
    assert total(page) == "7 dari 7 soal diperiksa, 7 tepat."


def test_reworded_item_says_that_it_changed_and_gives_no_credit_while_nothing_else_is_lost(open_page, serve, own: Path) -> None:
    page = answered(open_page, serve, own)
    build_edited(
        own,
        ("id: Nomor di layar", "id: Nomor di papan tulis"),
        ("Kata apa yang berarti urutan dilayani?", "Kata apa yang berarti lamanya dilayani?"),
    )
    page.reload()
    for name in ("papan", "tulis-kata"):
        assert (
            section(page, name).locator(".mq-say").inner_text() == "Soal ini berubah sejak Anda menjawabnya. Jawaban lama tidak dihitung."
        )
    assert page.locator("#papan input:checked").count() == 0
    assert total(page) == "5 dari 7 soal diperiksa, 5 tepat."
    section(page, "papan").get_by_text("Nomor yang disebutkan", exact=True).first.check()
    assert check(page, "papan").startswith("Jawaban Anda belum tepat. Jawaban tepat yang Anda pilih: 1 dari 2.")


def test_a_new_reason_or_full_stop_costs_no_answer(open_page, serve, own: Path) -> None:
    page = answered(open_page, serve, own)
    build_edited(
        own,
        ("id: Orang Tuli melihat gilirannya.", "id: Orang Tuli membaca gilirannya di layar."),
        ("id: Nomor di layar", "id: Nomor di layar."),
    )
    page.reload()
    assert total(page) == "7 dari 7 soal diperiksa, 7 tepat."


def test_chosen_but_unchecked_answers_are_kept_without_credit(open_page, serve, own: Path) -> None:
    page = open_page(f"{serve(own / 'site')}/{QUIZ}")
    section(page, "papan").get_by_text("Nomor di layar", exact=True).first.check()
    page.reload()
    assert page.locator("#papan input:checked").count() == 1
    assert total(page) == "0 dari 7 soal diperiksa, 0 tepat."


def test_two_tabs_lose_nothing(browser, serve, own: Path) -> None:
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto(f"{serve(own / 'site')}/{QUIZ}")
    section(one, "tulis-kata").get_by_label("Jawaban Anda").fill("giliran")
    check(one, "tulis-kata")
    section(two, "tulis-angka").get_by_label("Jawaban Anda").fill("40")
    check(two, "tulis-angka")
    one.reload()
    assert total(one) == "2 dari 7 soal diperiksa, 2 tepat."
    context.close()


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
STORAGES: dict[str, tuple[str, str]] = {
    "off": ("Object.defineProperty(window, 'localStorage', {get() { throw new Error('off') }})", "s-unsaved"),
    "full": (FULL, "s-unsaved"),
    "full, with a record": (f'localStorage.manusiawi = \'{{"v":2,"items":{{}}}}\'; {FULL}', "s-unsaved"),
    "a newer version's": ('localStorage.manusiawi = \'{"v":3,"items":{}}\'', "s-newer"),
    "corrupt": ('localStorage.manusiawi = \'{"v":1,"items":\'', "s-corrupt"),
    "of another shape": ("localStorage.manusiawi = '[1,2]'", "s-corrupt"),
}


@pytest.mark.parametrize("state", STORAGES)
def test_storage_that_fails_loses_nothing_on_the_page_and_says_so_once(browser, serve, example_site: Path, state: str) -> None:
    spoil, words = STORAGES[state]
    context = browser.new_context()
    context.add_init_script(
        f"if (!sessionStorage.spoilt || {json.dumps(state)} in {{off: 1, full: 1, 'full, with a record': 1}})"
        f" {{ sessionStorage.spoilt = 1; {spoil} }}"
    )
    page = context.new_page()
    page.goto(f"{serve(example_site)}/{QUIZ}")
    answer_all(page)
    for name in ANSWERED:
        assert check(page, name).startswith("Jawaban Anda tepat.")
    assert page.locator(".mq-note").inner_text() == say("id", words)
    assert section(page, "tulis-kata").get_by_label("Jawaban Anda").input_value().strip() == "Giliran."
    if "corrupt" in words:
        assert page.evaluate("localStorage['manusiawi-rusak']"), "the damaged record is kept apart"
        page.reload()
        assert total(page) == "7 dari 7 soal diperiksa, 7 tepat." and page.locator(".mq-note").inner_text() == ""
    context.close()


@pytest.mark.parametrize(
    "entry",
    ['{"r": 5, "a": 7}', '{"r": "id-x", "a": [null]}', '"x"', "null", '{"r": "REV", "a": [":<img src=x onerror=alert(1)>"], "c": 1}'],
)
def test_a_hostile_or_broken_entry_changes_nothing(browser, serve, example_site: Path, entry: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{serve(example_site)}/{QUIZ}")
    entry = entry.replace("REV", page.locator("#papan").get_attribute("data-rev").split()[0])
    page.evaluate("entry => localStorage.manusiawi = JSON.stringify({v: 1, items: {papan: JSON.parse(entry)}})", entry)
    page.reload()
    assert page.locator("#papan input:checked").count() == 0 and total(page).startswith("0 dari 7")
    assert faults == [] and page.locator("img").count() == 0
    context.close()


# ---- The house: menu, colours, addresses, other hosts, no server.


def test_the_menu_opens_and_closes_by_keyboard_from_a_real_button(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/antre/giliran.html")
    button = page.get_by_role("button", name="Menu")
    contents = page.get_by_role("navigation", name="Isi kursus")
    assert button.get_attribute("aria-expanded") == "false" and not contents.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true" and contents.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#kursus') !== null"), "the first link is next"
    page.keyboard.press("Escape")
    assert not contents.is_visible() and page.evaluate("document.activeElement.textContent") == "Menu"


def background(page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_colours_follow_the_device_and_the_switch_works_by_keyboard(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/index.html", color_scheme="dark")
    dark = background(page)
    switch = page.get_by_role("button", name="Warna gelap")
    assert switch.get_attribute("aria-pressed") == "true"
    switch.focus()
    page.keyboard.press("Space")
    light = background(page)
    assert light != dark and switch.get_attribute("aria-pressed") == "false"
    page.reload()
    assert background(page) == light, "the choice is kept"
    switch.focus()
    page.keyboard.press("Enter")
    assert background(page) == dark
    page.emulate_media(color_scheme="light")
    assert background(page) == light, "back with the device, it follows it again"


def test_the_language_switch_stays_on_the_page(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/antre/giliran.html")
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/antre/giliran.html") and page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Bahasa Indonesia").click()
    assert page.url.endswith("/antre/giliran.html") and "/en/" not in page.url


def test_page_section_and_question_have_an_address_that_copies_itself(browser, serve, example_site: Path) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    address = f"{serve(example_site)}/antre/giliran.html"
    page.goto(address)
    status = page.locator(".copied")
    assert status.get_attribute("aria-live") == "polite" and status.inner_text() == "", "there before its words"

    def is_copied(wanted: str) -> None:
        page.wait_for_function("document.querySelector('.copied').textContent.trim() === 'Tautan disalin.'")
        assert page.evaluate("navigator.clipboard.readText()") == wanted
        page.evaluate("document.querySelector('.copied').textContent = ''")

    for href, copied in (("giliran.html", address), ("#nomor", f"{address}#nomor"), ("#nomor-hilang", f"{address}#nomor-hilang")):
        link = page.locator(f'.addr[href="{href}"]')
        assert link.is_visible()
        link.click()
        is_copied(copied)
    page.locator(".links summary").focus()
    page.keyboard.press("Enter")
    page.locator(".links button").first.wait_for()
    assert page.locator(".links button").all_inner_texts() == ["Giliran", "Nomor", "Periksa diri", "Soal 1 dari 1"]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    is_copied(address)
    page.get_by_role("button", name="Nomor", exact=True).press("Space")
    is_copied(f"{address}#nomor")
    assert page.evaluate("document.activeElement.textContent") == "Nomor", "the focus stays"
    context.close()


def test_a_link_that_cannot_be_copied_is_shown_to_be_copied_by_hand(open_page, serve, example_site: Path) -> None:
    page = open_page("about:blank")
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(address := f"{serve(example_site)}/antre/giliran.html")
    page.locator(".links summary").click()
    page.get_by_role("button", name="Nomor", exact=True).click()
    page.get_by_text(f"Salin tautan ini: {address}#nomor", exact=True).wait_for()
    assert page.url == address


def test_by_keyboard_and_by_ear_one_control_stands_for_all_links_to_parts(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/antre/giliran.html")
    assert page.locator(".addr").count() == 4 and page.locator('.addr[tabindex="-1"][aria-hidden="true"]').count() == 4
    assert page.get_by_role("link").filter(has=page.locator(".addr")).count() == 0
    assert page.locator("main").aria_snapshot().count("Salin tautan") == 1
    bare = open_page(f"{serve(example_site)}/antre/giliran.html", java_script_enabled=False)
    assert not bare.locator(".links").is_visible(), "without a script it could copy nothing"


@pytest.mark.parametrize("path", ("index.html", "en/antre/giliran.html", QUIZ))
def test_no_request_goes_to_another_host(browser, serve, example_site: Path, path: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    address = serve(example_site)
    page.goto(f"{address}/{path}")
    page.wait_for_load_state("networkidle")
    assert requests and all(url.startswith((address, "data:")) for url in requests)
    context.close()


def test_everything_works_from_a_file_without_a_server(open_page, example_site: Path) -> None:
    page = open_page((example_site / QUIZ).as_uri())
    answer_all(page)
    for name in ANSWERED:
        assert check(page, name).startswith("Jawaban Anda tepat.")
    page.reload()
    assert total(page) == "7 dari 7 soal diperiksa, 7 tepat."
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en" and page.faults == []
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Course contents").get_by_role("link", name="Giliran").click()
    assert page.locator("h1").inner_text() == "Giliran"


def test_a_live_region_is_there_from_the_start_and_one_sentence_is_said(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    regions = page.locator("section.mq [aria-live=polite]")
    assert regions.count() == page.locator("section.mq").count()
    for region in regions.all():
        assert region.inner_text() == "" and region.get_attribute("aria-atomic") == "true"
