"""Credit in a real browser: none for what was not answered, none lost for what was, each day counted where the learner is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from manusiawi.entries.items import BranchingCase, Reflection
from manusiawi.ground.catalogue import say
from manusiawi.language.known import LANGUAGES
from manusiawi.language.numbers import read
from manusiawi.model.course import Course
from manusiawi.model.revision import revisions
from manusiawi.render.progress import module_items
from tests.helpers.files import edit
from tests.helpers.projects import add_own_pages, copy_design
from tests.helpers.questions import ANSWERED, QUIZ, answer_all, check, section, total
from tests.helpers.record import DAY, put, record

LESSON = "antre/giliran.html"


def entry_of(page, name: str) -> dict:
    return record(page)["items"][name]


def all_right(course: Course) -> dict:
    """The record of a learner who has read every page and answered every question right."""
    pages = {f"{module.slug}/{slug}.html": 1 for module in course.modules.values() for slug in module.page_slugs}
    items = {}
    for module in course.modules.values():
        for name in module_items(course, module):
            item = course.items[name]
            items[name] = {
                "r": revisions(item).split()[0],
                "a": [],
                "c": 1,
                "t": 1,
                **({} if isinstance(item, (BranchingCase, Reflection)) else {"ok": 1}),
            }
    return {"v": 2, "items": items, "pages": pages, "tests": {}, "place": {}}


def test_whoever_answers_everything_right_is_told_so(open_page, serve, site: Path, course: Course) -> None:
    page = open_page(f"{serve(site)}/kemajuan.html")
    put(page, all_right(course))
    page.reload()
    for text in (*page.locator("li[data-pages] .state").all_inner_texts(), page.locator(".total").inner_text().split("\n")[2]):
        right, judged = re.search(r"(\d+) dari (\d+) jawaban tepat", text).groups()
        assert right == judged, text
    page.goto(f"{serve(site)}/bukti.html")
    for cell in page.locator("tr[data-pages] td:last-child").all_inner_texts():
        right, judged = cell.split(" dari ")
        assert right == judged


def test_a_question_that_changed_counts_nowhere_and_hands_its_credit_to_no_new_answer(open_page, serve, tmp_path: Path) -> None:
    root = copy_design(tmp_path / "course")
    add_own_pages(root, after="  - alat.md\n")
    build_site(root, root / "site")
    page = open_page(f"{serve(root / 'site')}/{LESSON}")
    section(page, "nomor-hilang").get_by_text("Menanyakan jam datangnya", exact=True).first.check()
    check(page, "nomor-hilang")
    old = entry_of(page, "nomor-hilang")
    old.update(t=old["t"] - 100 * DAY, b=3)
    put(page, {"v": 2, "items": {"nomor-hilang": old}})
    page.goto(f"{serve(root / 'site')}/kemajuan.html")
    assert "1 dari" in page.locator(".total").inner_text().split("\n")[1]
    edit(root / "quizzes/antre.yml", "id: Apa yang Anda lakukan?", "id: Apa yang Anda tanyakan?")
    build_site(root, root / "site")
    page.reload()
    assert page.locator(".total").inner_text().split("\n")[1].startswith("0 dari"), "before its page was opened again"
    page.goto(f"{serve(root / 'site')}/{LESSON}")
    section(page, "nomor-hilang").get_by_text("Memberi nomor terakhir", exact=True).first.check()
    assert not {"ok", "t", "b"} & set(entry_of(page, "nomor-hilang"))
    section(page, "nomor-hilang").get_by_text("Menanyakan jam datangnya", exact=True).first.check()
    check(page, "nomor-hilang")
    assert entry_of(page, "nomor-hilang")["b"] == 1, "review begins again too"


def test_going_back_to_the_start_of_a_case_takes_nothing_away(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    case = section(page, "kasus")
    case.get_by_role("link", name="Menyuruhnya kembali").click()
    assert entry_of(page, "kasus")["c"] == 1
    case.get_by_role("link", name="Kembali ke awal kasus").click()
    assert entry_of(page, "kasus")["c"] == 1 and case.locator(".mq-node:visible").count() == 1


@pytest.mark.parametrize(
    "text, right",
    (
        ("40", True),
        ("40,4 menit", True),
        ("Kira-kira 40.", True),
        ("40½ menit", True),
        ("−40", False),
        ("40.000", False),
    ),
)
def test_a_number_counts_as_it_was_written(open_page, serve, example_site: Path, text: str, right: bool) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    section(page, "tulis-angka").get_by_label("Jawaban Anda").fill(text)
    assert check(page, "tulis-angka").startswith("Jawaban Anda tepat.") == right


def test_what_cannot_be_read_as_one_number_is_asked_again_and_counts_nothing(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    question = section(page, "tulis-angka")
    field = question.get_by_label("Jawaban Anda")
    for text in ("40 atau 41", "4/40", "35-40", "empat puluh", "pukul 14.00", "1.2.3"):
        field.fill(text)
        question.get_by_role("button", name="Periksa jawaban").click()
        assert question.locator(".mq-err").inner_text() == say("id", "s-number", number=6), text
        assert page.evaluate("document.activeElement.id") == "tulis-angka-in" and field.get_attribute("aria-invalid") == "true"
        assert question.locator(".mq-say").inner_text() == "" and "ok" not in entry_of(page, "tulis-angka"), text
    field.fill("40")
    assert check(page, "tulis-angka").startswith("Jawaban Anda tepat.") and question.locator(".mq-err").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_that_are_asked_for_are_numbers_in_the_language(language: str) -> None:
    examples = re.findall(r"\d(?:[\d.,]*\d)?", say(language, "s-number", number="?"))
    assert [read(text, language) for text in examples] == [1500, 0.5]


def test_signs_that_a_keyboard_sets_by_itself_make_no_answer_wrong(open_page, serve, tmp_path: Path) -> None:
    root = copy_design(tmp_path / "course")
    edit(root / "quizzes/antre.yml", "id: [giliran, antrean]", "id: [Jum'at, non-diskriminasi, Café]")
    build_site(root, root / "site")
    page = open_page(f"{serve(root / 'site')}/{QUIZ}")
    for text in ("jum’at", "Jumʼat.", "non–diskriminasi", "non‑diskriminasi", "Cafe\u0301", "“Café”"):
        section(page, "tulis-kata").get_by_label("Jawaban Anda").fill(text)
        assert check(page, "tulis-kata").startswith("Jawaban Anda tepat."), text


def test_a_number_that_the_other_language_reads_otherwise_is_not_judged_by_its_signs(open_page, serve, tmp_path: Path) -> None:
    root = copy_design(tmp_path / "course")
    edit(root / "quizzes/antre.yml", "  number: 40\n", "  number: 1500\n")
    build_site(root, root / "site")
    page = open_page(f"{serve(root / 'site')}/{QUIZ}")
    for text, again in (("1.500", ""), ("1500 menit", "1500 menit")):
        section(page, "tulis-angka").get_by_label("Jawaban Anda").fill(text)
        assert check(page, "tulis-angka").startswith("Jawaban Anda tepat.")
        page.goto(page.url.replace("/antre/", "/en/antre/"))
        question = section(page, "tulis-angka")
        assert question.get_by_label("Your answer").input_value() == again
        assert "mq-no" not in (question.locator(".mq-say").get_attribute("class") or "")
        page.goto(page.url.replace("/en/antre/", "/antre/"))


def test_numbers_are_read_with_the_signs_of_the_page_language(open_page, serve, tmp_path: Path) -> None:
    root = copy_design(tmp_path / "course")
    edit(root / "quizzes/antre.yml", "  number: 40\n", "  number: 12000.5\n")
    build_site(root, root / "site")
    for path, texts in ((QUIZ, ("12.000,5", "12000,5", "Rp12.000")), (f"en/{QUIZ}", ("12,000.5", "12000.5", "12,000"))):
        page = open_page(f"{serve(root / 'site')}/{path}")
        question = section(page, "tulis-angka")
        for text in texts:  # the tolerance is half
            question.locator("input[type=text]").fill(text)
            question.locator(".mq-check").click()
            page.wait_for_function("document.querySelector('#tulis-angka .mq-say').textContent")
            assert "mq-yes" in question.locator(".mq-say").get_attribute("class"), text


def test_the_belief_behind_a_choice_that_belongs_to_no_row_is_shown_and_kept(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    question = section(page, "cocokkan")
    question.get_by_label("Orang Tuli").select_option(label="A. Kursi lebih banyak")
    question.get_by_label("Orang netra").select_option(label="C. Panggilan suara")
    check(page, "cocokkan")
    assert "pilihan Anda" in question.locator(".mq-key li", has_text="Kursi lebih banyak").inner_text()
    assert entry_of(page, "cocokkan")["m"] == ["cepat"]
    assert question.locator(".mq-key li").all_inner_texts()[0].count("belum tepat") == 1, "the rows keep their verdicts"


def test_the_right_option_tried_after_the_wrong_one_comes_back_tomorrow_all_the_same(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/{LESSON}")
    for option in ("Memberi nomor terakhir", "Menanyakan jam datangnya"):
        section(page, "nomor-hilang").get_by_text(option, exact=True).first.check()
        check(page, "nomor-hilang")
    assert entry_of(page, "nomor-hilang")["b"] == 0


def test_what_is_due_is_due_from_the_morning_and_the_calendar_knows_the_same_days(open_page, serve, own_site: Path) -> None:
    page = open_page("about:blank", timezone_id="Asia/Jayapura", locale="id-ID")
    page.clock.install(time="2026-05-08T15:40:00+09:00")
    page.goto(f"{serve(own_site)}/{LESSON}")
    section(page, "nomor-hilang").get_by_text("Memberi nomor terakhir", exact=True).first.check()
    section(page, "nomor-hilang").get_by_role("button", name="Periksa jawaban").click()
    page.clock.set_system_time("2026-05-09T07:30:00+09:00")
    page.goto(f"{serve(own_site)}/ulangan.html")
    assert page.locator(".review .mq-note").first.inner_text() == say("id", "d-due", count=1)
    with page.expect_download() as calendar:
        page.get_by_role("button", name=say("id", "p-remind")).click()
    days = re.findall(r"DTSTART;VALUE=DATE:(\d+)", Path(calendar.value.path()).read_text("utf-8"))
    assert days == ["20260510", "20260516", "20260608", "20260807"]


def test_what_one_tab_clears_no_other_tab_brings_back(browser, serve, own_site: Path) -> None:
    context = browser.new_context()
    lesson, progress = context.new_page(), context.new_page()
    lesson.goto(f"{serve(own_site)}/{LESSON}")
    section(lesson, "nomor-hilang").get_by_text("Menanyakan jam datangnya", exact=True).first.check()
    check(lesson, "nomor-hilang")
    lesson.evaluate("Date.now = (now => () => now() + 60000)(Date.now)")  # a minute later
    progress.goto(f"{serve(own_site)}/kemajuan.html")
    progress.get_by_role("button", name="Kosongkan semua catatan").click()
    lesson.wait_for_timeout(300)
    assert record(progress)["items"] == {} and record(progress)["place"] == {}
    context.close()


def test_a_page_that_back_brings_out_of_memory_shows_what_was_done_since(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/index.html")
    page.evaluate(
        "path => { const data = manusiawi.record(); data.pages[path] = 1; localStorage.manusiawi = JSON.stringify(data); }", LESSON
    )
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    page.wait_for_function("document.querySelector('.rows .state').textContent.includes('1 dari 2 halaman')")


def test_a_lesson_that_back_brings_out_of_memory_shows_the_record_and_not_what_it_showed_before(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/{QUIZ}")
    answer_all(page)
    check(page, "papan")
    page.locator("#kasus").get_by_role("link", name="Menyuruhnya kembali").click()
    back = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    page.evaluate(f"manusiawi.put('items', 'papan', {{...manusiawi.record().items.papan, a: [], c: 0}}); {back}")
    page.wait_for_function("!document.querySelector('#papan input:checked')")
    assert page.locator("#papan .mq-say").inner_text() == ""
    assert total(page).startswith("0 dari 7") and page.locator("#tulis-kata input").first.input_value().strip() == "Giliran."
    page.evaluate(f"localStorage.removeItem('manusiawi'); {back}")
    page.wait_for_function("document.querySelector('#tulis-kata input').value === ''")
    assert page.locator("#kasus .mq-node:visible").count() == 1
    assert not page.locator(".mq input:checked").count() and not page.locator(".mq-clear:visible").count()
    assert page.faults == []


def test_what_the_browser_ticks_by_itself_gives_way_to_the_record(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/{QUIZ}")
    controls = page.locator(".mq").locator("input, select, textarea")
    assert controls.evaluate_all("all => all.every(one => one.closest('.mq-sure') || one.autocomplete === 'off')")
    answer_all(page)
    check(page, "papan")
    ticks = "document.querySelectorAll('#papan input[type=checkbox]').forEach(box => { box.checked = true; })"
    page.add_init_script(f"document.addEventListener('readystatechange', () => {{ {ticks} }}, {{once: true}})")
    page.reload()
    assert page.locator("#papan input:checked").count() == 2
    assert page.locator("#papan .mq-say").inner_text().startswith("Jawaban Anda tepat.")


def test_a_record_of_a_newer_version_is_left_as_it_is(open_page, serve, own_site: Path) -> None:
    newer = json.dumps({"v": 3, "items": {}, "ways": [1]})
    page = open_page(f"{serve(own_site)}/{LESSON}")
    put(page, newer)
    page.reload()
    section(page, "nomor-hilang").get_by_text("Menanyakan jam datangnya", exact=True).first.check()
    assert check(page, "nomor-hilang").startswith("Jawaban Anda tepat.")
    assert page.locator(".mq-note").inner_text() == say("id", "s-newer")
    assert page.evaluate("localStorage.manusiawi") == newer and page.evaluate("localStorage['manusiawi-rusak']") is None


def test_a_device_that_fills_up_in_the_middle_still_ends_a_test(open_page, serve, design_site: Path) -> None:
    page = open_page(f"{serve(design_site)}/tes-awal.html")
    page.locator(".test-items .mq").first.locator("input").first.check()
    page.evaluate("void (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') })")
    for question in page.locator(".test-items .mq").all():
        question.locator("input").first.check()
    page.get_by_role("button", name=say("id", "t-finish"), exact=True).click()
    assert page.locator(".test-score").is_visible()


def test_trouble_is_said_once_and_not_at_every_key(open_page, serve, example_site: Path) -> None:
    page = open_page("about:blank")
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(f"{serve(example_site)}/{QUIZ}")
    page.evaluate(
        """window.said = 0;
        const note = document.querySelector('.mq-note'), all = {childList: true, characterData: true, subtree: true};
        new MutationObserver(() => said++).observe(note, all)"""
    )
    section(page, "tulis-kata").get_by_label("Jawaban Anda").press_sequentially("giliran")
    assert page.locator(".mq-note").inner_text() == say("id", "s-unsaved") and page.evaluate("said") <= 1


def test_everything_answered_in_one_language_is_judged_in_the_other_by_its_own_words(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/{QUIZ}")
    answer_all(page)
    for name in ANSWERED:
        check(page, name)
    page.goto(f"{serve(example_site)}/en/{QUIZ}")
    assert total(page) == "6 of 7 questions checked, 6 right." and section(page, "tulis-kata").locator(".mq-say").inner_text() == ""
    assert record(page)["items"]["tulis-kata"]["ok"] == 1, "its credit stays"
