"""In a learning system that refuses what SCORM 1.2 does not allow, a package sends every answer, resumes, finishes, and loses nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.helpers.lms import LESSON, SELF_CHECK, START, Opened

Launch = Callable[..., Opened]


def wrong(item: dict) -> list[str]:
    """An answer to a question with one choice that is not right."""
    return [next(f":{name}" for name in item["parts"] if f":{name}" not in item["right"])]


def told_of(window: Opened, item: str) -> dict[str, str]:
    """The last interaction about a question."""
    values = window.page.evaluate("lms.values")
    number = max(int(name.split(".")[2]) for name, value in values.items() if name.endswith(".id") and value.startswith(f"{item}."))
    start = f"cmi.interactions.{number}."
    return {name.removeprefix(start): value for name, value in values.items() if name.startswith(start)}


def test_every_type_of_question_is_told_within_the_rules_and_committed_at_once(launch: Launch, items: dict[str, dict]) -> None:
    window = launch(start=SELF_CHECK)
    for name in ("papan", "benar-salah", "cocokkan", "urutkan", "tulis-kata", "tulis-angka", "periksa-ruang"):
        before = len(window.calls())
        window.answer(name, items[name]["right"])
        assert window.calls()[before:][-1] == "LMSCommit", name
        told = told_of(window, name)
        assert told["id"] == f"{name}.{items[name]['r']}" and told["result"] == "correct", name
        assert told["student_response"] == told["correct_responses.0.pattern"] or name.startswith("tulis"), name
    case = window.frame.locator("#kasus")
    while case.locator(".mq-node:visible .mq-ways").count() and not case.locator(".mq-end:visible").count():
        case.locator(".mq-node:visible").last.locator(".mq-way").first.click()
    assert told_of(window, "kasus")["result"] == "neutral" and told_of(window, "kasus")["student_response"].startswith(
        items["kasus"]["parts"][0]
    )
    types = {name: told_of(window, name)["type"] for name in ("papan", "benar-salah", "urutkan", "tulis-kata", "kasus")}
    assert list(types.values()) == ["choice", "matching", "sequencing", "fill-in", "performance"]
    assert window.refused() == [] and window.faults == []


def test_what_was_written_is_cut_to_255_signs_and_kept_whole_in_the_record(launch: Launch) -> None:
    window = launch(start=SELF_CHECK)
    words = "jawaban 🙂 yang panjang, " * 19
    window.answer("tulis-kata", [f":{words.strip()}"])
    assert len(told_of(window, "tulis-kata")["student_response"].encode("utf-16-le")) == 2 * 255
    assert window.record()["items"]["tulis-kata"]["a"] == [f":{words.strip()}"] and window.refused() == []
    window.leave()
    assert window.context.pages == []
    again = launch(start=SELF_CHECK)
    assert again.record()["items"]["tulis-kata"]["a"] == [f":{words.strip()}"], "in suspend_data, which has room for it"


def test_pages_of_the_package_share_one_session_and_the_last_write_comes_before_the_end(launch: Launch, items: dict[str, dict]) -> None:
    window = launch()
    window.go(LESSON)
    window.answer("nomor-hilang", items["nomor-hilang"]["right"])
    window.go(SELF_CHECK)
    window.inner.evaluate("history.back()")
    window.inner.wait_for_url(f"**/{LESSON}")
    window.wait()
    calls = window.calls()
    assert calls.count("LMSInitialize") == 4 and "LMSFinish" not in calls, "each page joins, none ends"
    assert window.value("cmi.core.lesson_location") == LESSON and window.value("cmi.interactions.1.id") is None
    window.page.evaluate("document.querySelector('#paket').remove()")
    calls = window.calls()
    assert calls[-1] == "LMSFinish" and calls[-2] == "LMSCommit" and window.refused() == []
    assert "cmi.core.exit=suspend" in calls and re.fullmatch(r"\d{4}:\d\d:\d\d\.\d\d", window.value("cmi.core.session_time"))


def test_the_next_session_resumes_the_answers_where_the_device_has_forgotten_them(launch: Launch, items: dict[str, dict]) -> None:
    window = launch(start=SELF_CHECK)
    window.answer("papan", items["papan"]["right"])
    window.answer(
        "cocokkan",
        [*items["cocokkan"]["right"][:-1], items["cocokkan"]["right"][-1].partition(":")[0] + ":" + items["cocokkan"]["values"][0]],
    )
    window.put("pages", LESSON, 1_800_000_000_000)
    before = window.record()
    window.leave()
    other = launch(start="antre/giliran.html")
    other.page.evaluate("Object.keys(localStorage).filter(name => name !== 'sistem').forEach(name => localStorage.removeItem(name))")
    other.leave()
    window = launch(start=SELF_CHECK)
    after = window.record()
    for name in ("papan", "cocokkan"):
        kept = {key: after["items"][name].get(key) for key in ("r", "a", "c", "ok")}
        assert kept == {key: before["items"][name].get(key) for key in kept}, name
    assert after["pages"] == {LESSON: 1_800_000_000_000}
    assert window.frame.locator("#papan .mq-say.mq-yes").count() == 1, "shown as it was, on the page too"
    count = int(window.page.evaluate("API.LMSGetValue('cmi.interactions._count')"))
    assert count == 2 and window.refused() == [], "nothing is told twice"


def test_the_start_page_leads_to_where_the_learner_was_and_says_what_is_left(launch: Launch, items: dict[str, dict]) -> None:
    window = launch(start=LESSON)
    window.answer("nomor-hilang", items["nomor-hilang"]["right"])
    window.leave()
    window = launch()
    article = window.frame.locator("article").inner_text()
    assert "Lanjutkan: Giliran" in article and "0 dari 1 halaman ditandai sudah dibaca, 1 dari 7 soal dijawab. 1 dari 7 tepat." in article


@pytest.mark.parametrize(
    ("mistakes", "mastery", "state", "score"), [(0, "70", "passed", "100"), (3, "70", "failed", "57"), (3, "50", "passed", "57")]
)
def test_a_module_that_is_done_has_a_score_and_a_state_and_none_before(
    launch: Launch, items: dict[str, dict], mistakes: int, mastery: str, state: str, score: str
) -> None:
    window = launch(start=SELF_CHECK, mastery=mastery)
    counted = [item for item in items.values() if item["counts"]]
    for number, item in enumerate(counted):
        ok = int(number >= mistakes)
        window.put("items", item["id"], {"r": item["r"], "a": item["right"], "c": 1, "ok": ok, "t": 1_790_000_000_000 + number})
    assert window.value("cmi.core.lesson_status") == "incomplete" and window.value("cmi.core.score.raw") == "", "a lesson is not read yet"
    window.put("pages", LESSON, 1_790_000_000_000)
    assert window.value("cmi.core.lesson_status") == state and window.value("cmi.core.score.raw") == score
    assert (window.value("cmi.core.score.min"), window.value("cmi.core.score.max")) == ("0", "100")
    window.put("items", "papan", {"r": items["papan"]["r"], "a": wrong(items["papan"]), "c": 1, "ok": 0, "t": 1_790_000_100_000})
    assert window.value("cmi.core.score.raw") == score, "practice takes nothing away"
    assert window.refused() == []


def test_who_leaves_half_way_is_incomplete_and_not_failed(launch: Launch, items: dict[str, dict]) -> None:
    window = launch(start=LESSON)
    window.answer("nomor-hilang", wrong(items["nomor-hilang"]))
    window.page.evaluate("document.querySelector('#paket').remove()")
    assert window.value("cmi.core.lesson_status") == "incomplete" and window.value("cmi.core.score.raw") == ""


def test_what_the_system_does_not_keep_is_said_kept_here_and_sent_again(launch: Launch, items: dict[str, dict]) -> None:
    window = launch(start=SELF_CHECK)
    window.page.evaluate("lms.broken = true")
    window.answer("papan", items["papan"]["right"])
    assert window.told().startswith("Jawaban terakhir belum sampai")
    window.page.evaluate("lms.broken = false")
    window.inner.evaluate("dispatchEvent(new Event('online'))")
    assert window.told() == "Semua jawaban sudah sampai ke sistem pembelajaran."
    window.page.evaluate("lms.broken = true")
    window.answer("periksa-ruang", items["periksa-ruang"]["right"])
    window.leave()  # nothing of it was kept by the system
    window = launch(start=SELF_CHECK)
    assert told_of(window, "periksa-ruang")["result"] == "correct", "sent by the next session from what this device kept"
    assert window.record()["items"]["periksa-ruang"]["c"] == 1 and window.refused() == []


def test_a_second_window_takes_over_and_the_first_one_says_so_and_writes_nothing_more(launch: Launch, items: dict[str, dict]) -> None:
    first = launch(start=SELF_CHECK)
    first.answer("papan", items["papan"]["right"])
    second = launch(start=SELF_CHECK)
    assert first.told().startswith("Modul ini dibuka lagi di jendela lain")
    second.answer("periksa-ruang", items["periksa-ruang"]["right"])
    calls = len(first.calls())
    first.answer("urutkan", items["urutkan"]["right"])
    first.page.evaluate("document.querySelector('#paket').remove()")
    assert len(first.calls()) == calls, "no value, no commit, no end: they would stand over what is newer"
    second.page.wait_for_timeout(100)
    assert told_of(second, "urutkan")["result"] == "correct", "the newer window sends what was answered in the older one"
    second.leave()
    third = launch(start=SELF_CHECK)
    assert {"papan", "periksa-ruang", "urutkan"} <= set(third.record()["items"]) and third.refused() == []


def test_another_learner_on_the_same_device_sees_nothing_of_the_first_one(launch: Launch, items: dict[str, dict]) -> None:
    first = launch(start=SELF_CHECK)
    first.page.evaluate("lms.broken = true")
    first.answer("papan", items["papan"]["right"])
    first.leave()
    second = launch(start=SELF_CHECK, student="peserta-2")
    assert second.record()["items"] == {} and not second.frame.locator("#papan input:checked").count()
    second.page.evaluate("localStorage.removeItem('sistem')")
    second.page.evaluate("lms.broken = true")
    second.leave()
    back = launch(start=SELF_CHECK)
    assert back.record()["items"]["papan"]["c"] == 1, "what could not be sent waits for the learner whose it is"


def test_a_system_that_shows_only_for_review_is_told_nothing(launch: Launch, items: dict[str, dict]) -> None:
    window = launch(start=SELF_CHECK, mode="review")
    window.answer("papan", items["papan"]["right"])
    assert window.told().startswith("Sistem pembelajaran membuka modul ini untuk dilihat saja") and window.calls() == ["LMSInitialize"]


@pytest.mark.parametrize("path", [START, SELF_CHECK])
def test_without_a_system_a_page_says_so_in_one_sentence_and_goes_on(launch: Launch, items: dict[str, dict], path: str) -> None:
    window = launch("none", path)
    assert window.told() == "Di sini tidak ada sistem pembelajaran yang ditemukan, jadi jawaban Anda hanya disimpan di perangkat ini."
    if path == SELF_CHECK:
        window.answer("papan", items["papan"]["right"])
        window.leave()
        window = launch("none", path)
        assert window.frame.locator("#papan .mq-say.mq-yes").count() == 1
    assert window.faults == []


def test_nothing_is_asked_of_another_host_and_nothing_is_kept_under_another_name(launch: Launch, lms, items: dict[str, dict]) -> None:
    window = launch()
    for path in (LESSON, SELF_CHECK, "sumber/uu-1-2000.html"):
        window.go(path)
    assert all(address.startswith(lms.address) for address in window.asked)
    names = window.page.evaluate("Object.keys(localStorage)")
    assert all(name.startswith("manusiawi-antre-id") or name == "sistem" for name in names) and window.faults == []
