"""Siblings in review, in a real browser: one is asked in the place of another, and no answer counts for a question that was not asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from manusiawi.ground.catalogue import say
from tests.helpers.files import edit
from tests.helpers.projects import copy_own
from tests.helpers.questions import QUIZ, check, section
from tests.helpers.record import DAY, put, record

LESSON = "antre/giliran.html"
LOST, BOARD, WORD = "nomor-hilang", "papan", "tulis-kata"  # a lesson's question, and two of the self-check


@pytest.fixture(scope="module")
def related(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with a family of three: the middle one names the others, no other names any."""
    root = copy_own(tmp_path_factory.mktemp("related") / "course")
    edit(root / "quizzes/antre.yml", f"- id: {BOARD}\n", f"- id: {BOARD}\n  siblings: [{LOST}, {WORD}]\n")
    build_site(root, root / "site")
    return root / "site"


def answer(page, name: str, right: bool) -> None:
    if name == LOST:
        section(page, name).get_by_text("Menanyakan jam datangnya" if right else "Memberi nomor terakhir", exact=True).first.check()
    elif name == BOARD:
        for text, is_key in (("Nomor di layar", True), ("Nomor yang disebutkan", True), ("Panggilan lebih keras", False)):
            section(page, name).get_by_text(text, exact=True).first.set_checked(is_key == right)
    else:
        section(page, name).get_by_label("Jawaban Anda").fill("giliran" if right else "cepat")
    assert check(page, name).startswith("Jawaban Anda tepat." if right else "Jawaban Anda belum tepat.")


def answered(page, folder: str, **rights: bool) -> None:
    """Answers questions on their own pages, in the order given; a hyphen in an id is written as an underscore."""
    for name, right in rights.items():
        page.goto(f"{folder}/{LESSON if name == 'nomor_hilang' else QUIZ}")
        answer(page, name.replace("_", "-"), right)


def pass_days(page, days: int) -> None:
    """Lets everything that is recorded have happened so many days earlier."""
    data = record(page)
    for entry in data["items"].values():
        for time in ("t", "o", "u"):
            if time in entry:
                entry[time] -= days * DAY
    put(page, data)


def asked(page, folder: str) -> list[str]:
    """The questions that the page of review lists as due."""
    page.goto(f"{folder}/ulangan.html")
    return [link.get_attribute("href").partition("#")[2] for link in page.locator(".now a").all()]


def entry_of(page, name: str) -> dict:
    return record(page)["items"].get(name, {})


def own_answer(page, name: str) -> dict:
    """What an entry says of the answer itself: which question it was, what was chosen, the verdict, the beliefs."""
    return {field: value for field, value in entry_of(page, name).items() if field in ("r", "a", "c", "ok", "m", "s")}


def test_review_asks_a_sibling_and_marks_both_and_each_keeps_its_own_answer(open_page, serve, related: Path) -> None:
    folder = serve(related)
    page = open_page(f"{folder}/index.html")
    answered(page, folder, nomor_hilang=False)
    before = own_answer(page, LOST)
    pass_days(page, 2)
    assert asked(page, folder) == [BOARD], "another scene"
    state = page.locator(".now .state").inner_text()
    assert say("id", "p-in-place") in state and say("id", "p-was-wrong") in state
    page.locator(".now a").click()
    page.wait_for_url(f"**/{QUIZ}?ulang#{BOARD}")
    at, was = page.evaluate("Date.now()"), entry_of(page, LOST)
    answer(page, BOARD, right=True)
    assert own_answer(page, LOST) == before, "no credit for another question"
    marked = entry_of(page, LOST)
    assert marked["t"] >= at and marked["b"] == 1 and marked["o"] == was["t"], "reviewed all the same"
    assert entry_of(page, BOARD)["ok"] == 1 and "o" not in entry_of(page, BOARD) and not entry_of(page, WORD)
    page.get_by_role("link", name=say("id", "s-to-review")).click()
    assert page.locator(".now li").count() == 0
    page.goto(f"{folder}/kemajuan.html")
    answers, right = page.locator(".total").inner_text().split("\n")[1:3]
    assert answers.startswith("2 dari ") and right.startswith("1 dari 2 "), "each counts what it was itself"
    page.goto(f"{folder}/{LESSON}")
    assert "mq-no" in section(page, LOST).locator(".mq-say").get_attribute("class") and page.faults == []


def test_the_one_seen_longest_ago_is_asked_until_it_is_the_first_ones_turn_again(open_page, serve, related: Path) -> None:
    folder = serve(related)
    page = open_page(f"{folder}/index.html")
    page.evaluate("path => manusiawi.put('pages', path, 1)", LESSON)
    answered(page, folder, nomor_hilang=True)
    turns = []
    for _ in range(4):
        pass_days(page, 100)
        (name,) = asked(page, folder)
        turns.append(name)
        page.locator(".now a").click()
        answer(page, name, right=True)
    assert turns == [BOARD, WORD, LOST, BOARD]
    assert entry_of(page, LOST)["b"] == 3


def test_a_wrong_answer_to_a_sibling_brings_the_point_back_tomorrow(open_page, serve, related: Path) -> None:
    folder = serve(related)
    page = open_page(f"{folder}/index.html")
    answered(page, folder, nomor_hilang=True)
    pass_days(page, 8)
    asked(page, folder)
    page.locator(".now a").click()
    answer(page, BOARD, right=False)
    assert (entry_of(page, LOST)["b"], entry_of(page, LOST)["ok"]) == (0, 1)
    pass_days(page, 1)
    assert len(asked(page, folder)) == 1


def test_of_a_family_that_is_due_one_is_asked_and_every_page_counts_it_once(open_page, serve, related: Path) -> None:
    folder = serve(related)
    page = open_page(f"{folder}/index.html")
    answered(page, folder, tulis_kata=False, papan=False, nomor_hilang=False)
    pass_days(page, 3)
    assert asked(page, folder) == [WORD], "the one that was not seen last"
    assert page.locator(".now .state").inner_text().count(say("id", "p-in-place")) == 0
    due = say("id", "d-due", count=1)
    assert page.locator(".review .mq-note").first.inner_text() == due
    for path, place in (("index.html", ".resume .due"), ("kemajuan.html", ".progress .due")):
        page.goto(f"{folder}/{path}")
        assert page.locator(place).inner_text() == due
    page.goto(f"{folder}/{QUIZ}?ulang#{WORD}")
    page.reload()
    answer(page, WORD, right=True)
    assert asked(page, folder) == [] and [entry_of(page, name)["ok"] for name in (WORD, BOARD, LOST)] == [1, 0, 0]


def test_a_question_of_a_lesson_not_yet_read_is_not_asked_before_it(open_page, serve, related: Path) -> None:
    folder = serve(related)
    page = open_page(f"{folder}/index.html")
    answered(page, folder, papan=False, tulis_kata=True)
    pass_days(page, 2)
    assert asked(page, folder) == [BOARD], "the sibling in the lesson waits for it, the other was seen last"
    page.evaluate("path => manusiawi.put('pages', path, 1)", LESSON)
    assert asked(page, folder) == [LOST]


def test_outside_review_no_sibling_is_marked_and_in_review_none_that_can_wait(open_page, serve, related: Path) -> None:
    folder = serve(related)
    page = open_page(f"{folder}/index.html")
    answered(page, folder, nomor_hilang=True)
    pass_days(page, 8)
    first = entry_of(page, LOST)
    answered(page, folder, tulis_kata=True)
    assert entry_of(page, LOST) == first, "an answer in the course is no review of another question"
    word = entry_of(page, WORD)
    assert asked(page, folder) == [BOARD]
    page.locator(".now a").click()
    answer(page, BOARD, right=True)
    assert entry_of(page, WORD) == word, "it was not due"
    assert entry_of(page, LOST)["b"] == 2


def test_a_sibling_that_was_reworded_since_takes_no_credit_from_the_one_that_is_asked(open_page, serve, tmp_path: Path) -> None:
    root = copy_own(tmp_path / "course")
    edit(root / "quizzes/antre.yml", f"- id: {BOARD}\n", f"- id: {BOARD}\n  siblings: [{LOST}]\n")
    build_site(root, root / "site")
    folder = serve(root / "site")
    page = open_page(f"{folder}/index.html")
    answered(page, folder, nomor_hilang=True)
    pass_days(page, 8)
    edit(root / "quizzes/antre.yml", "id: Apa yang Anda lakukan?", "id: Apa yang Anda tanyakan?")
    build_site(root, root / "site")
    assert asked(page, folder) == [BOARD]
    page.locator(".now a").click()
    answer(page, BOARD, right=True)
    page.goto(f"{folder}/kemajuan.html")
    answers, right = page.locator(".total").inner_text().split("\n")[1:3]
    assert answers.startswith("1 dari ") and right.startswith("1 dari 1 "), "the one that was asked, alone"
    page.goto(f"{folder}/{LESSON}")
    assert section(page, LOST).locator(".mq-say").inner_text() == say("id", "s-changed")
    assert not section(page, LOST).locator("input:checked").count()
    answer(page, LOST, right=True)
    assert entry_of(page, LOST)["b"] == 1 and "o" not in entry_of(page, LOST), "its review begins again"


@pytest.mark.parametrize("time", ('"soon"', "-1", "null", "1e20"))
def test_a_time_that_no_page_wrote_spoils_its_entry_alone(open_page, serve, related: Path, time: str) -> None:
    page = open_page(f"{serve(related)}/ulangan.html")
    entry = '{"r": "x", "a": [], "c": 1, "t": 1700000000000, "ok": 0, "o": '
    put(page, f'{{"v": 2, "items": {{"{LOST}": {entry}{time}}}, "{WORD}": {entry}1}}}}}}')
    page.reload()
    assert page.evaluate("Object.keys(manusiawi.record().items)") == [WORD] and page.faults == []


def test_without_a_script_every_sibling_is_listed(open_page, serve, related: Path) -> None:
    page = open_page(f"{serve(related)}/ulangan.html", java_script_enabled=False)
    for name in (LOST, BOARD, WORD):
        assert page.locator(f"[data-item={name}] a").is_visible()
