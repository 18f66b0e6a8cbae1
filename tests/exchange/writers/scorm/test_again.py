"""With scorm-again, on which many learning systems run, a package resumes, waits out a lost network, and is done."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers.lms import LESSON, SELF_CHECK, Lms, Opened
from tools.scripts import ROOT, install

Launch = Callable[..., Opened]


@pytest.fixture(scope="module", autouse=True)
def again() -> None:
    """The version of package-lock.json."""
    install()
    assert json.loads((ROOT / "node_modules/scorm-again/package.json").read_text("utf-8"))["version"] == "3.4.3"


def core(lms: Lms) -> dict[str, Any]:
    assert lms.kept
    return lms.kept["cmi"]["core"]


def test_it_resumes_on_another_device_with_every_answer(launch: Launch, lms: Lms, items: dict[str, dict]) -> None:
    window = launch("again", LESSON)
    window.answer("nomor-hilang", items["nomor-hilang"]["right"])
    window.go(SELF_CHECK)
    window.answer("papan", items["papan"]["right"])
    window.leave()
    assert core(lms)["lesson_status"] == "incomplete" and core(lms)["exit"] == "suspend" and core(lms)["lesson_location"] == SELF_CHECK
    other = launch("none", LESSON)
    other.page.evaluate("localStorage.clear()")
    other.leave()
    window = launch("again", SELF_CHECK)
    assert window.record()["items"]["nomor-hilang"]["ok"] == 1 and window.frame.locator("#papan .mq-say.mq-yes").count() == 1
    assert window.page.evaluate("API.cmi.interactions.childArray.length") == 2 and window.faults == []


def test_what_is_answered_without_a_network_arrives_when_it_is_back(launch: Launch, lms: Lms, items: dict[str, dict]) -> None:
    window = launch("again", SELF_CHECK)
    window.context.set_offline(True)
    window.answer("papan", items["papan"]["right"])
    assert window.told().startswith("Jawaban terakhir belum sampai") and "papan" not in lms.kept["cmi"]["suspend_data"]
    window.context.set_offline(False)
    window.page.wait_for_timeout(300)
    assert window.told() == "Semua jawaban sudah sampai ke sistem pembelajaran."
    assert "!papan." in lms.kept["cmi"]["suspend_data"]


def test_a_system_that_fails_at_the_last_answer_gets_it_in_the_next_session(launch: Launch, lms: Lms, items: dict[str, dict]) -> None:
    window = launch("again", SELF_CHECK)
    lms.is_failing = True
    window.answer("papan", items["papan"]["right"])
    window.leave()
    lms.is_failing = False
    launch("again", SELF_CHECK)
    assert "!papan." in lms.kept["cmi"]["suspend_data"] and lms.kept["cmi"]["interactions"]["0"]["id"].startswith("papan.")


def test_the_older_of_two_windows_overwrites_nothing(launch: Launch, lms: Lms, items: dict[str, dict]) -> None:
    first = launch("again", SELF_CHECK)
    second = launch("again", SELF_CHECK)
    second.answer("periksa-ruang", items["periksa-ruang"]["right"])
    assert first.told().startswith("Modul ini dibuka lagi di jendela lain")
    first.answer("papan", items["papan"]["right"])
    second.page.wait_for_timeout(200)
    first.leave()
    kept = lms.kept["cmi"]["suspend_data"]
    assert "!papan." in kept and "!periksa-ruang." in kept


def test_a_module_that_is_done_is_passed_with_its_score(launch: Launch, lms: Lms, items: dict[str, dict]) -> None:
    window = launch("again", SELF_CHECK)
    for number, item in enumerate(item for item in items.values() if item["counts"]):
        window.put(
            "items", item["id"], {"r": item["r"], "a": item["right"], "c": 1, "ok": int(number > 0), "t": 1_790_000_000_000 + number}
        )
    assert core(lms)["lesson_status"] == "incomplete" and core(lms)["score"]["raw"] == ""
    window.put("pages", LESSON, 1_790_000_000_000)
    assert core(lms)["lesson_status"] == "passed" and core(lms)["score"] == {"raw": "86", "min": "0", "max": "100"}
    window.leave()
    assert core(lms)["lesson_status"] == "passed"
