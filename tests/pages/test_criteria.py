"""A reflection with criteria in a real browser: written, compared, ticked; the ticks are kept, no word is."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from manusiawi.ground.catalogue import say
from tests.helpers.files import edit
from tests.helpers.projects import copy_own
from tests.helpers.questions import QUIZ, section
from tests.helpers.record import DAY, put, record
from tests.helpers.scripts import WEB

WORDS = "Selamat pagi, rahasia saya"
FIRST, SECOND, LAST = "Kalimatnya berupa pertanyaan.", "Kalimatnya menyebut jam datang.", "Orangnya disapa."


LESSON = "antre/giliran.html"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A course of the test's own that sets the reflection in a lesson, where it counts."""
    root = copy_own(tmp_path / "course")
    for language in ("id", "en"):
        edit(root / f"docs/{language}/antre/giliran.md", "[[item nomor-hilang]]\n", "[[item nomor-hilang]]\n\n[[item renungan]]\n")
    build_site(root, root / "site")
    return root


def answered(page, folder: str) -> list[str]:
    """What the page of progress says of answered questions and of right ones."""
    page.goto(f"{folder}/kemajuan.html")
    return page.locator(".total").inner_text().split("\n")[1:3]


def opened(page):
    """The reflection with its example open."""
    question = section(page, "renungan")
    question.locator("summary").click()
    return question


def see(page) -> str:
    """Asks what to work on, and returns what is said."""
    section(page, "renungan").get_by_role("button", name=say("id", "r-see")).click()
    page.wait_for_function("document.querySelector('#renungan .mq-say').textContent")
    return section(page, "renungan").locator(".mq-say").inner_text()


def kept(page) -> list[str]:
    """The criteria whose boxes are ticked."""
    return page.locator("#renungan label:has(:checked)").all_inner_texts()


def test_the_learner_writes_compares_ticks_and_is_told_what_to_work_on_first(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/{QUIZ}")
    question = section(page, "renungan")
    assert not question.get_by_role("checkbox").count(), "the example and its criteria are folded below the words"
    question.get_by_role("textbox").fill(WORDS)
    opened(page)
    assert not question.get_by_text(say("id", "if-missing")).first.is_visible(), "nothing is missing before it was looked for"
    question.get_by_label(LAST).check()
    assert question.locator(".mq-say").inner_text() == ""
    assert see(page) == f"1 dari 3 sudah ada. Yang dikerjakan dulu: “{FIRST}” Akhiri dengan tanda tanya."
    assert page.evaluate("document.activeElement.textContent") == say("id", "r-see"), "the focus stays"
    assert question.locator(".mq-mend:visible").count() == 2
    question.get_by_label(FIRST).check()
    question.get_by_text(f"2 dari 3 sudah ada. Yang dikerjakan dulu: “{SECOND}”").wait_for()
    question.get_by_label(SECOND).check()
    question.get_by_text(say("id", "r-all", total=3)).wait_for()
    assert question.locator(".mq-mend:visible").count() == 0 and page.faults == []


def test_what_is_said_stands_in_sight_on_a_small_screen(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/{QUIZ}", viewport={"width": 360, "height": 420})
    button = opened(page).get_by_role("button", name=say("id", "r-see"))
    button.evaluate("button => { button.scrollIntoView({block: 'end'}); button.click(); }")
    section(page, "renungan").get_by_text("0 dari 3 sudah ada.").wait_for()
    foot = "parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom)"  # where the bar may stand
    box = "document.querySelector('#renungan .mq-say').getBoundingClientRect()"
    page.wait_for_function(f"(box => box.top >= 0 && box.bottom <= innerHeight - {foot} + 1)({box})")


def test_ticks_come_back_in_both_languages_and_no_word_is_kept_anywhere(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/{QUIZ}")
    opened(page).get_by_role("textbox").fill(WORDS)
    section(page, "renungan").get_by_label(LAST).check()
    page.reload()
    opened(page).get_by_role("textbox").fill(WORDS)
    assert kept(page) == [LAST] and section(page, "renungan").locator(".mq-say").inner_text() == "", "they were not yet looked at"
    see(page)
    assert not page.evaluate("word => JSON.stringify({...localStorage, ...sessionStorage}).includes(word)", "rahasia")
    page.reload()
    assert section(page, "renungan").locator(".mq-say").inner_text().startswith("1 dari 3 sudah ada.")
    assert section(page, "renungan").get_by_role("textbox").input_value() == ""
    page.goto(page.url.replace("/antre/", "/en/antre/"))
    assert section(page, "renungan").locator(".mq-say").inner_text().startswith("1 of 3 are there. To work on first: “The sentence")
    opened(page)
    assert kept(page) == ["The person is addressed."]


def test_a_looked_at_reflection_counts_as_answered_not_as_right_and_never_comes_back(open_page, serve, own: Path) -> None:
    folder = serve(own / "site")
    page = open_page(f"{folder}/{LESSON}")
    answers, right = answered(page, folder)
    assert answers.startswith("0 dari ") and right.startswith("0 dari 0 ")
    page.goto(f"{folder}/{LESSON}")
    opened(page).get_by_label(LAST).check()
    assert answered(page, folder) == [answers, right], "ticking is not yet comparing"
    page.goto(f"{folder}/{LESSON}")
    opened(page)
    see(page)
    assert answered(page, folder) == [answers.replace("0", "1", 1), right]
    entry = record(page)["items"]["renungan"]
    assert set(entry) == {"r", "a", "c", "t", "u"} and entry["c"] == 1 and len(entry["a"]) == 1
    entry["t"] -= 400 * DAY
    put(page, {"v": 2, "items": {"renungan": entry}})
    page.goto(f"{folder}/ulangan.html")
    assert page.locator(".review .mq-note").first.inner_text() == say("id", "p-no-review") and not page.locator(".review .now").count()
    assert not page.locator("[data-item=renungan]").count(), "not among those that can, either"


def test_a_reworded_criterion_is_told_and_counts_nowhere_a_new_hint_costs_no_tick(open_page, serve, own: Path) -> None:
    folder = serve(own / "site")
    page = open_page(f"{folder}/{LESSON}")
    opened(page).get_by_label(LAST).check()
    see(page)
    edit(own / "quizzes/antre.yml", "id: Sebut Ibu atau Bapak.", "id: Sebut Ibu, Bapak, atau Kakak.")
    build_site(own, own / "site")
    page.reload()
    assert section(page, "renungan").locator(".mq-say").inner_text().startswith("1 dari 3 sudah ada.")
    assert answered(page, folder)[0].startswith("1 dari")
    edit(own / "quizzes/antre.yml", "id: Orangnya disapa.", "id: Orangnya disapa dengan namanya.")
    build_site(own, own / "site")
    assert answered(page, folder)[0].startswith("0 dari")
    page.goto(f"{folder}/{LESSON}")
    assert section(page, "renungan").locator(".mq-say").inner_text() == say("id", "s-changed")
    opened(page)
    assert kept(page) == []
    section(page, "renungan").get_by_label(FIRST).check()
    assert record(page)["items"]["renungan"]["c"] == 0, "what was looked at before hands nothing on"


def test_ticks_are_cleared_and_brought_back(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/{QUIZ}")
    question = opened(page)
    question.get_by_label(LAST).check()
    see(page)
    question.get_by_role("button", name=say("id", "s-clear")).click()
    assert kept(page) == [] and "renungan" not in record(page)["items"] and question.locator(".mq-say").inner_text() == ""
    question.get_by_role("button", name=say("id", "s-unclear")).click()
    assert kept(page) == [LAST] and record(page)["items"]["renungan"]["c"] == 1
    assert question.locator(".mq-say").inner_text().startswith("1 dari 3 sudah ada.")


def test_the_keyboard_alone_opens_ticks_and_asks_and_the_boxes_are_a_named_group(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/{QUIZ}")
    page.locator("#renungan textarea").focus()
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    group = page.get_by_role("group", name=say("id", "compare-words"))
    assert group.get_by_role("checkbox").count() == 3
    while page.evaluate("document.activeElement.type") != "checkbox":
        page.keyboard.press("Tab")
    for key in ("Space", "Tab", "Space", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    assert kept(page) == [FIRST, SECOND]
    page.locator("#renungan .mq-say", has_text=LAST).wait_for()
    assert page.locator("#renungan [aria-live]").count() == 1


def test_without_a_script_example_criteria_and_hints_can_be_read_and_nothing_is_promised(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/{QUIZ}", java_script_enabled=False)
    question = opened(page)
    assert question.get_by_text("Boleh saya tahu sejak kapan Ibu menunggu?").is_visible()
    question.get_by_label(LAST).check()
    assert question.locator(".mq-mend:visible").count() == 3 and not question.get_by_text(say("id", "ticks-are-kept")).is_visible()


def test_on_paper_what_was_opened_is_printed_with_its_ticks_and_the_key_lists_the_criteria(open_page, serve, own_site: Path) -> None:
    page = open_page(f"{serve(own_site)}/{QUIZ}")
    page.emulate_media(media="print")
    assert not page.get_by_label(LAST).is_visible() and page.locator("#renungan textarea").is_visible(), "a handout has room, and no answer"
    page.emulate_media(media="screen")
    opened(page).get_by_label(LAST).check()
    see(page)
    page.emulate_media(media="print")
    assert page.get_by_label(LAST).is_visible() and page.locator("#renungan .mq-mend:visible").count() == 2
    assert not page.get_by_role("button", name=say("id", "r-see")).is_visible()
    page.goto(f"{serve(own_site)}/antre/kunci.html")
    page.emulate_media(media="print")
    lines = page.locator("#renungan .mq-key li").all_inner_texts()
    assert len(lines) == 3 and lines[0] == f"{FIRST} {say('id', 'if-missing')} Akhiri dengan tanda tanya."
    assert not page.locator("#renungan input").count()


@pytest.mark.parametrize(
    "entry", ('{"r": "REV", "a": [":bukan", ":<b>"], "c": 1}', '{"r": "REV", "a": [null], "c": 1}', '{"r": "id-x", "a": []}')
)
def test_a_foreign_entry_ticks_nothing(open_page, serve, own_site: Path, entry: str) -> None:
    page = open_page(f"{serve(own_site)}/{QUIZ}")
    entry = entry.replace("REV", page.locator("#renungan").get_attribute("data-rev").split()[0])
    put(page, f'{{"v": 2, "items": {{"renungan": {entry}}}}}')
    page.reload()
    opened(page)
    assert kept(page) == [] and page.faults == [] and "sudah ada" not in section(page, "renungan").locator(".mq-say").inner_text()


def test_pages_without_criteria_load_none_of_their_script() -> None:
    scripts = {path.stem: path.read_text("utf-8") for path in (WEB / "dist").iterdir()}
    assert {name for name, script in scripts.items() if "WORDS_CRITERIA" in script} == {
        "every",
        "lesson-criteria",
        "questions-criteria",
    }
