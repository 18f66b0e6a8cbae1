"""The rules on the tests before and after: they ask alike, and neither a question nor a story of the one stands in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from manusiawi.binding.fields import Text
from manusiawi.entries.items import Item, SingleChoice
from manusiawi.lint.rule import RULES
from manusiawi.lint.rules.forms import ALIKE, Scenes, table
from manusiawi.model.course import Course


@pytest.fixture
def tested(course: Course) -> list[Item]:
    """The questions of both tests of this course."""
    return [item for item in course.items.values() if item.forms]


def told(rule: str, items: Sequence[Item]) -> list[str]:
    """What a rule says of some questions."""
    scenes = Scenes(items)
    judged = {"items": [items], "pair": items, "scene": [(item, scenes) for item in items]}[RULES[rule].of]
    return [hit.wrong for subject in judged for hit in RULES[rule].judge(subject)]


def scene(name: str, form: str, **texts: str) -> Item:
    """A question of a form with a scene in both languages; one that is given in Indonesian alone has a number for its English."""
    text = Text(id=texts["id"], en=texts.get("en", "Nineteen eighty-four."))
    return SingleChoice(
        id=name, type="single-choice", outcome="o1", bloom="C3", lesson="a", forms=(form,), stem=text, scenario=text, options=()
    )


def test_the_tests_of_this_course_are_parallel_and_tell_no_story_twice(course: Course) -> None:
    items = list(course.items.values())
    assert told("Q315", items) == [] and told("Q317", items) == []


@pytest.mark.parametrize("changed", ({"outcome": "o-lain"}, {"bloom": "C6"}, {"type": "ordering"}))
def test_tests_that_differ_in_an_outcome_a_level_or_a_type_are_told(tested: list[Item], changed: dict[str, Any]) -> None:
    at = next(number for number, item in enumerate(tested) if item.forms == ("b",))
    says = told("Q315", [*tested[:at], replace(tested[at], **changed), *tested[at + 1 :]])
    (what, name) = next(iter({"level" if field == "bloom" else field: value for field, value in changed.items()}.items()))
    assert f"{what} {name} has 0 in form a and 1 in form b" in says and len(says) == 2, "and the one that is now missing"


def test_an_item_in_both_tests_is_told(tested: list[Item]) -> None:
    alone = [item for item in tested if len(item.forms) == 1]
    assert told("Q316", alone) == []
    assert told("Q316", [replace(alone[0], forms=("a", "b"))]) == ["the item stands in both tests"]


QUEUE = {
    "id": "Loket puskesmas tutup lebih cepat. Seorang nelayan menunggu sejak pagi dengan nomor empat puluh.",
    "en": "The counter of a health centre closes early. A fisher has waited since the morning with number forty.",
}
TWIN = {  # one fact differs
    "id": "Loket puskesmas tutup lebih cepat. Seorang nelayan menunggu sejak siang dengan nomor empat puluh.",
    "en": "The counter of a health centre closes early. A fisher has waited since noon with number forty.",
}
OTHER = {  # the same frame, another story
    "id": "Loket perpustakaan tutup lebih cepat. Seorang mahasiswa meminta buku yang sedang dipinjam.",
    "en": "The counter of a library closes early. A student asks for a book that is out on loan.",
}


def test_two_scenes_that_differ_in_one_fact_are_one_story_and_the_same_frame_is_not() -> None:
    assert told("Q317", [scene("satu", "a", **QUEUE), scene("dua", "b", **OTHER)]) == []
    (says,) = told("Q317", [scene("satu", "a", **QUEUE), scene("dua", "b", **TWIN)])
    assert says.startswith('this scene and that of "satu" in the first test are ') and f"(at most {ALIKE:.0%})" in says
    for form in "ab":
        assert told("Q317", [scene("satu", form, **QUEUE), scene("dua", form, **TWIN)]) == [], "within one test twins are welcome"


def test_words_that_many_scenes_have_count_less() -> None:
    first, second = scene("satu", "a", **QUEUE), scene("dua", "b", **OTHER)
    frames = [scene(f"lagi-{at}", "", id=f"Loket tutup lebih cepat {at}.", en=f"The counter closes early {at}.") for at in range(9)]
    assert Scenes([first, second, *frames]).likeness("satu", "dua") < Scenes([first, second]).likeness("satu", "dua") / 2


def test_two_scenes_are_alike_even_where_only_one_language_shows_it() -> None:
    assert told("Q317", [scene("satu", "a", **QUEUE), scene("dua", "b", id=TWIN["id"])])


def test_a_person_of_both_tests_is_told_by_a_name_that_both_languages_write_alike() -> None:
    first = scene("satu", "a", id="Pada hari Senin Bu Murni datang.", en="On Monday Ms Murni came in.")
    second = scene("dua", "b", id="Berkas Pak Murni hilang di gudang.", en="Mr Murni's papers were lost in a store room.")
    third = scene("tiga", "b", id="Setiap Senin loket ini penuh.", en="On a Monday this counter is full.")
    assert told("Q317", [first, second, third]) == ['this scene and that of "satu" in the first test both tell of Murni']


def test_a_title_that_many_scenes_have_is_no_name() -> None:
    first, second = (
        scene(name, form, id=f"Bapak {word} tiba.", en=f"Bapak with a {word}.")
        for name, form, word in (("satu", "a", "payung"), ("dua", "b", "tongkat"))
    )
    assert told("Q317", [first, second])
    crowd = [scene(f"lagi-{number}", "", id=f"Bapak nomor {number}.", en="Bapak.") for number in range(4)]
    assert told("Q317", [first, second, *crowd]) == []


def test_the_table_counts_both_tests_by_outcome_level_type_and_belief(tested: list[Item]) -> None:
    lines = {line.split(" by ")[1].split(": ")[0]: line for line in table(tested)}
    assert list(lines) == ["outcome", "level", "type", "misconception"] and table([]) == []
    for place, form in enumerate("ab"):
        held = [item for item in tested if form in item.forms]
        beliefs = [name for item in held for _, name in item.misconceptions]
        for what, expected in (("type", len(held)), ("level", len(held)), ("outcome", len(held)), ("misconception", len(beliefs))):
            numbers = [entry.split(" ")[-1].split(":") for entry in lines[what].split(": ", 2)[2].split(", ")]
            assert sum(int(pair[place]) for pair in numbers) == expected
