"""The page of formulas works its examples by hand; the scripts give the same figures, in both languages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.classroom.stats.node import call, reckon
from tests.helpers.projects import PROJECT
from tools.classes import CLASSES
from tools.figures import TABLE

BEFORE = ("1111", "1110", "1100", "1010", "1000", "0000")  # a row for each card, as the page's table has it
AFTER = ("1111", "1111", "1110", "1110", "1100", "1100")
ITEMS = [{"id": f"q{number}", "keys": ["A"], "options": ["A", "B", "C"], "outcome": "o1", "misconceptions": {}} for number in range(1, 5)]


def sitting(rows: tuple[str, ...]) -> dict[str, Any]:
    people = {
        str(card): {f"q{number}": {"option": "A" if mark == "1" else "B"} for number, mark in enumerate(row, 1)}
        for card, row in enumerate(rows, 1)
    }
    return {"items": ITEMS, "people": people}


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    return reckon([{"before": sitting(BEFORE), "after": sitting(AFTER)}])[0]


def says(phrases: tuple[str, str], *numbers: float, digits: int = 2) -> None:
    """Both pages hold their phrase with the numbers in its gaps, the Indonesian one with commas."""
    for language, phrase in zip(("id", "en"), phrases, strict=True):
        shown = [f"{number:.{digits}f}".replace("-", "−") for number in numbers]
        words = phrase.format(*(number.replace(".", ",") if language == "id" else number for number in shown))
        assert words in (PROJECT / "docs" / language / "rumus-kelas.md").read_text("utf-8"), words


def hundredfold(*shares: float) -> list[float]:
    return [100 * share for share in shares]


def test_the_class_on_the_page_is_the_one_that_is_reckoned() -> None:
    for card, row in enumerate(BEFORE, 1):
        line = "| " + " | ".join([str(card), *row, str(row.count("1"))]) + " |"
        says((line, line))


def test_shares_and_their_ranges(figures: dict[str, Any]) -> None:
    says(
        ("p = 5/6, jadi {}%, dengan rentang {}% sampai {}%.", "p = 5/6, so {}%, with a range from {}% to {}%."),
        *hundredfold(*figures["facility"]["q1"]),
        digits=0,
    )
    ten, hundred = call("shares.js", "[it.share(7, 10), it.share(70, 100)]")
    says(
        (
            "Bagian {}% dari 10 orang punya rentang {}% sampai {}%; dari 100 orang, {}% sampai {}%.",
            "A share of {}% among 10 people has a range from {}% to {}%; among 100 people, from {}% to {}%.",
        ),
        *hundredfold(ten["share"], ten["low"], ten["high"], hundred["low"], hundred["high"]),
        digits=0,
    )


def test_certainty() -> None:
    people = [(True, True)] * 9 + [(True, False)] * 3 + [(False, True)] * 3 + [(False, False)] * 5
    answers = {str(card): {"q1": {"option": "A" if right else "B", "sure": sure}} for card, (sure, right) in enumerate(people)}
    found = call("sureness.js", f"it.sureness({json.dumps({'items': ITEMS, 'people': answers})}, {json.dumps(ITEMS[0])})")
    sure, unsure = (hundredfold(found[part]["share"] + 1e-9, found[part]["low"], found[part]["high"]) for part in ("ofSure", "ofUnsure"))
    says(("yakin, 9 benar: {}%, rentang {}% sampai {}%.", "sure, 9 are right: {}%, with a range from {}% to {}%."), *sure, digits=0)
    says(("ragu, 3 benar: {}%, rentang {}% sampai {}%.", "unsure, 3 are right: {}%, with a range from {}% to {}%."), *unsure, digits=0)


def test_discrimination_with_and_without_the_question_itself(figures: dict[str, Any]) -> None:
    says(
        ("= {}, dengan rentang {} sampai {}.\nRentang itu", "= {}, with a range from {} to {}.\nThat range"),
        *figures["discrimination"]["q2"],
    )
    own, total = [int(row[1]) for row in BEFORE], [row.count("1") for row in BEFORE]
    says(("hasilnya {}.", "the result would be {}."), call("moments.js", f"it.correlation({own}, {total})"))


def test_alpha_and_its_interval(figures: dict[str, Any]) -> None:
    value, low, high = figures["alpha"][:3]
    says(("(1 − 7/15) = {}.", "(1 − 7/15) = {}."), value)
    says(("Rentangnya {} sampai {}.\n\n**Soal", "The range runs from {} to {}.\n\n**A question"), low, high)
    says(
        ("F(0,975; 5; 15) = {} dan F(0,025; 5; 15) = {}.", "F(0.975; 5; 15) = {} and F(0.025; 5; 15) = {}."),
        *call("distributions.js", "[it.fQuantile(0.975, 5, 15), it.fQuantile(0.025, 5, 15)]"),
        digits=3,
    )


def test_before_and_after(figures: dict[str, Any]) -> None:
    says(("(1/2)³ = {}.", "(1/2)³ = {}."), figures["change"]["q2"][-1])
    six = call("change.js", "it.mcnemar(0, 6, 6).value")
    says(("Enam perpindahan searah memberi {}.", "Six moves in one direction give {}."), six, digits=3)
    value, low, high = figures["mean_difference"][:3]
    says(("jadi d = {}.", "so d = {}."), value)
    says(("Rentangnya {} sampai {}.\n\nKenaikan", "The range runs from {} to {}.\n\nSuch a rise"), low, high)
    says(("t(0,975; 5) = {}.", "t(0.975; 5) = {}."), call("distributions.js", "it.tQuantile(0.975, 5)"), digits=3)


def test_the_page_names_the_versions_that_made_the_table() -> None:
    versions = json.loads(TABLE.read_text("utf-8").partition("\n")[0])
    for name in ("pingouin", "statsmodels"):
        says((f"{name} {versions[name]} ",) * 2)
    says((f"SciPy {versions['scipy']} ",) * 2)
    says((f" {CLASSES} kelas yang diundi", f" {CLASSES} drawn classes"))
