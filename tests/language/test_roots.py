"""Roots of Indonesian words: the list that the search goes by, and words whose root it lacks."""

from __future__ import annotations

from collections import Counter

import pytest

from manusiawi.language.families import families, look_up
from manusiawi.language.known import of
from tests.helpers.commands import run
from tests.helpers.files import edit
from tests.helpers.projects import PROJECT

LIST = PROJECT / "manusiawi/language/id/roots.txt"
ROOTS = of("id").roots


def listed() -> list[str]:
    return [line for line in LIST.read_text("utf-8").splitlines() if not line.startswith("#")]


def test_the_list_has_each_root_once_in_the_order_of_the_alphabet_in_small_letters() -> None:
    assert listed() == sorted(set(listed()))
    assert [root for root in listed() if not (root.isascii() and root.isalpha() and root.islower() and len(root) > 2)] == []


def test_no_root_of_the_list_is_taken_for_a_form_of_another() -> None:
    assert {root: set(ROOTS.known(root)) for root in listed() if ROOTS.known(root) != {root}} == {}


@pytest.mark.parametrize(
    "word, root",
    (
        ("kependudukan", "penduduk"),
        ("berkedudukan", "duduk"),
        ("memperhatikan", "perhati"),
        ("penyelenggaraannya", "selenggara"),
        ("menandatanganinya", "tandatangan"),
        ("penglihatan", "lihat"),
        ("diskriminatif", "diskriminasi"),
        ("dipertanggungjawabkan", "tanggungjawab"),
        ("berseragam", "seragam"),
        ("keberagaman", "ragam"),
        ("pengesahan", "sah"),
    ),
)
def test_a_word_leads_to_its_root(word: str, root: str) -> None:
    assert ROOTS.known(word) == {root}


@pytest.mark.parametrize(
    "vocabulary, family",
    (
        ("drone dronenya mendronekan", "drone"),
        ("blusukan blusukannya", "blusukan"),
        ("kemenpora", "kemenpora"),
        ("dibriefing membriefing", "briefing"),
    ),
)
def test_words_whose_root_the_list_lacks_are_found_by_each_other(vocabulary: str, family: str) -> None:
    words = vocabulary.split()
    assert not any(ROOTS.known(word) for word in words), "the list lacks them"
    made = families([*words, "kantor", "berkantor"], "id")
    assert {made[word] for word in words} == {family} and made["berkantor"] == "kantor"
    weights = Counter(made.values())
    assert {look_up(form, weights, "id") for form in (*words, f"{family}nya", f"di{family}kan")} == {family}


def test_the_words_whose_root_the_list_lacks_are_printed_with_a_page_without_names_and_foreign_words(example) -> None:
    edit(example / "docs/id/antre/giliran.md", "Setiap orang punya giliran", "Maimunah membriefing setiap orang di front desk")
    edit(example / "docs/en/antre/giliran.md", "Setiap orang punya giliran", "Everyone at the front desk has a turn")
    printed = run(example, "check", "--roots").stdout.splitlines()
    assert "membriefing  docs/id/antre/giliran.md" in printed
    assert not [line for line in printed if line.split()[0].lower() in ("maimunah", "front", "desk", "setiap", "orang")]
