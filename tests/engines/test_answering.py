"""Questions in three engines, over http and from files: answered, judged, kept, and never shown with another answer's verdict."""

from __future__ import annotations

from tests.engines.page import Page
from tests.engines.quiz import ANSWERED, LESSON, QUIZ, RIGHT, answer_all, check, option, ready, say, ticked

TOTAL = "7 dari 7 soal diperiksa, 7 tepat."


def test_every_type_is_answered_judged_and_comes_back_after_a_reload(page: Page, root: str) -> None:
    page.open(f"{root}/{QUIZ}")
    answer_all(page)
    assert {name: check(page, name) for name in ANSWERED} == dict.fromkeys(ANSWERED, RIGHT)
    assert page.ask("document.querySelector('#papan .mq-key').open") and page.text(".mq-total") == TOTAL
    page.reload()
    page.until("document.querySelector('#tulis-angka .mq-say').textContent")
    assert {name: say(page, name) for name in ANSWERED} == dict.fromkeys(ANSWERED, RIGHT)
    assert ticked(page, "papan") == [0, 2] and ticked(page, "benar-salah") == [0, 3]
    assert page.ask("document.querySelector('#tulis-kata-in').value") == "Giliran" and page.text(".mq-total") == TOTAL


def test_a_case_unfolds_and_its_road_comes_back(page: Page, root: str) -> None:
    page.open(f"{root}/{QUIZ}")
    scenes = "[...document.querySelectorAll('#kasus .mq-node')].filter(node => node.offsetParent).map(node => node.id)"
    assert page.ask(scenes) == ["kasus-awal"]
    page.click("#kasus-awal .mq-way[href$='kasus-tolak']")
    assert page.ask(scenes) == ["kasus-awal", "kasus-tolak"] and page.ask("document.activeElement.id") == "kasus-tolak-h"
    page.reload()
    ready(page)
    assert page.ask(scenes) == ["kasus-awal", "kasus-tolak"]


def test_an_empty_field_is_named_and_takes_the_focus(page: Page, root: str) -> None:
    page.open(f"{root}/{QUIZ}")
    page.click("#tulis-kata-in")
    page.press("Enter")
    page.until("document.querySelector('#tulis-kata .mq-err')")  # what reads typed answers is loaded first
    assert page.text("#tulis-kata .mq-err") == "Tulis jawaban soal 5 dulu."
    assert page.ask("document.activeElement.id") == "tulis-kata-in"


def test_what_was_ticked_and_never_checked_comes_back_without_a_verdict(page: Page, root: str) -> None:
    page.open(f"{root}/{QUIZ}")
    option(page, "papan", 1)
    page.reload()
    ready(page)
    assert ticked(page, "papan") == [1] and say(page, "papan") == ""


def test_a_reload_shows_the_record_where_the_browser_remembers_other_ticks(page: Page, root: str) -> None:
    page.open(f"{root}/{QUIZ}")
    option(page, "papan", 1)
    option(page, "papan", 2)
    assert check(page, "papan").startswith("Jawaban Anda belum tepat.")
    page.run("const entry = manusiawi.record().items.papan; entry.a = [entry.a[1]]; entry.c = 0; manusiawi.put('items', 'papan', entry);")
    page.reload()
    ready(page)
    assert ticked(page, "papan") == [2] and say(page, "papan") == ""
    page.run("manusiawi.put('items', 'papan', null);")
    page.reload()
    ready(page)
    assert ticked(page, "papan") == []


def test_an_answer_changed_on_the_other_languages_page_stands_after_back_and_after_a_reload(page: Page, root: str) -> None:
    page.open(f"{root}/{QUIZ}")
    option(page, "papan", 0)
    option(page, "papan", 1)
    assert check(page, "papan").startswith("Jawaban Anda belum tepat.")
    page.follow("a.other", "document.documentElement.lang === 'en' && document.querySelector('#papan .mq-say').textContent")
    assert ticked(page, "papan") == [0, 1]
    option(page, "papan", 1)
    option(page, "papan", 2)
    assert check(page, "papan").startswith("Your answer is right.")
    page.back("document.documentElement.lang === 'id' && document.querySelector('#papan .mq-say')")
    page.until("document.querySelector('#papan .mq-say').textContent.startsWith('Jawaban Anda tepat.')")
    page.until("document.querySelector('#papan input:checked')")
    assert ticked(page, "papan") == [0, 2]
    page.reload()
    page.until("document.querySelector('#papan .mq-say').textContent")
    assert ticked(page, "papan") == [0, 2] and say(page, "papan") == RIGHT


def test_everything_cleared_on_the_page_of_progress_back_shows_no_answer(page: Page, root: str) -> None:
    page.open(f"{root}/{QUIZ}")
    option(page, "papan", 0)
    check(page, "papan")
    page.go(f"{root}/kemajuan.html")
    page.until("manusiawi.record().items.papan && document.querySelector('.record-tools button:last-of-type')")
    page.run("[...document.querySelectorAll('.record-tools button')].find(one => one.textContent === 'Kosongkan semua catatan').click();")
    page.back("location.pathname.endsWith('soal.html') && document.querySelector('#papan .mq-check')")
    page.until("!manusiawi.record().items.papan && !document.querySelector('#papan .mq-say').textContent")
    assert ticked(page, "papan") == []
    page.reload()
    ready(page)
    assert ticked(page, "papan") == [] and say(page, "papan") == ""


def test_another_tab_adds_to_the_record_and_takes_nothing_away(page: Page, root: str) -> None:
    page.open(f"{root}/{QUIZ}")
    option(page, "papan", 0)
    first = page.new_tab()
    page.open(f"{root}/{LESSON}")
    ready(page)
    option(page, "nomor-hilang", 0)
    page.click("#nomor-hilang .mq-check")  # a tab that nobody sees may say nothing yet
    page.until("manusiawi.record().items['nomor-hilang'].ok === 1")
    page.to_tab(first)
    option(page, "papan", 2)
    page.click("#papan .mq-check")
    page.until("manusiawi.record().items.papan.ok === 1")
    page.until("manusiawi.record().items['nomor-hilang']")
    assert page.ask("Object.keys(manusiawi.record().items).sort()") == ["nomor-hilang", "papan"]
