"""Roots of Indonesian words: the list that the search goes by, and words whose root it lacks."""

from __future__ import annotations

from collections import Counter

import pytest

from manusiawi.language.families import families, look_up
from manusiawi.language.known import of
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
