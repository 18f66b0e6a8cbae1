"""What the options give away: a reader who sees nothing else guesses a bank that leaks, and no other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from manusiawi.binding.fields import Text
from manusiawi.entries.items import (
    BranchingCase,
    Choice,
    Item,
    Matching,
    MultipleChoice,
    Node,
    Option,
    Ordering,
    Pair,
    SingleChoice,
    Statement,
    Step,
    TrueFalse,
)
from manusiawi.lint.guessing.features import features
from manusiawi.lint.guessing.reader import CASES, PAIRS, SINGLE, STATEMENTS, STEPS, read
from manusiawi.lint.guessing.table import short, whole
from manusiawi.lint.guessing.trials import Tally, Trial
from manusiawi.lint.rule import RULES
from manusiawi.lint.run import guessed
from manusiawi.lint.view import View, view
from manusiawi.model.course import Course
from tests.helpers.commands import run
from tests.helpers.projects import PROJECT

DOES = {
    "id": "menelepon menyurati mengantar menunggu mencatat menemui".split(),
    "en": "phones writes-to takes waits-for notes meets".split(),
}
WHOM = {
    "id": "pemohon atasan rekan penjaga juru-bahasa keluarganya".split(),
    "en": "visitors seniors colleagues guards interpreters relatives".split(),
}
WHEN = {"id": "pagi siang sore besok lusa Senin".split(), "en": "early at-noon late tomorrow soon Monday".split()}
REASON = {"id": ", supaya antrean tetap pendek", "en": ", so that queues stay short"}


def text(words: str) -> Text:
    return Text(id=words, en=words)


def common(kind: str, name: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "type": kind,
        "outcome": "o1",
        "bloom": "C3",
        "lesson": "bentuk",
        "stem": text("Apa yang dilakukan petugas?"),
        **more,
    }


def single(name: str, options: Sequence[str], key: int = 0, **more: Any) -> SingleChoice:
    made = tuple(
        Option(text=text(words), feedback=text("x"), key=place == key, misconception="" if place == key else "cepat")
        for place, words in enumerate(options)
    )
    return SingleChoice(**common("single-choice", name, **more), options=made)


def bank(language: str, items: Sequence[tuple[str, Item]]) -> list[View]:
    return [view(item, language, module=module) for module, item in items]


def written(language: str, modules: int, number: int, *, leaks: Sequence[int] = (), **more: Any) -> list[View]:
    """A bank of modules with so many items each, whose keys are drawn by lot; in those that leak, each distractor has a purpose."""
    lot = Random(7)
    items: list[tuple[str, Item]] = []
    for module in range(modules):
        for place in range(number):
            key = lot.randrange(3)
            options = [" ".join(lot.choice(words[language]) for words in (DOES, WHOM, WHEN)) for _ in range(3)]
            if module in leaks:
                options = [words + REASON[language] * (n != key) for n, words in enumerate(options)]
            items.append((f"m{module}", single(f"soal-{module}-{place}", options, key, **more)))
    return bank(language, items)


def case(name: str) -> BranchingCase:
    choices = (
        Choice(text=text("Menunggu, walaupun lama"), to="akhir"),
        Choice(text=text("Menolak, supaya cepat"), to="akhir", misconception="cepat"),
    )
    return BranchingCase(**common("branching-case", name), nodes=(Node(id="awal", title=text("x"), text=text("x"), choices=choices),))


def wrongs(rule: str, views: Sequence[View]) -> list[str]:
    judged: Any = read(views[0].language, views) if RULES[rule].of == "reading" else views
    return [found.wrong for found in RULES[rule].judge(judged)]


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_bank_whose_distractors_all_give_a_purpose_is_an_error_and_one_drawn_by_lot_is_none(language: str) -> None:
    leaking, clean = written(language, 4, 12, leaks=range(4)), written(language, 4, 12)
    assert wrongs("Q310", leaking)[0].startswith("48 of 48 (100%; by chance 33%") and "clause of purpose" in wrongs("Q310", leaking)[0]
    assert [wrongs(rule, clean) for rule in ("Q310", "Q311", "Q312")] == [[], [], []]


def test_each_module_is_tried_with_what_the_others_taught_and_never_with_its_own() -> None:
    sure = ["Menulis tanda terima", "Menolak berkas", "Memanggil penjaga"]
    alone = bank("id", [("satu", single(f"soal-{number}", sure)) for number in range(5)])
    assert read("id", alone).tally(SINGLE).hits == pytest.approx(5 / 3), "who has only its own module to learn from knows nothing"
    taught = [*alone, *bank("id", [("dua", single("soal-lain", sure))])]
    assert read("id", taught).tally(SINGLE).hits == 6
    turned = [*alone, *bank("id", [("dua", single("soal-lain", sure, key=1))])]
    assert read("id", turned).tally(SINGLE).hits == 0, "five examples of its own would outweigh the one of the other module"


@pytest.mark.parametrize("key", [0, 1, 2])
def test_options_that_say_the_same_share_the_hit_wherever_the_key_stands(key: int) -> None:
    same = ["Menulis surat", "Menulis surat", "Menulis surat"]
    reading = read("id", bank("id", [("satu", single("a", same, key)), ("dua", single("b", same, key))]))
    assert [trial.hit for trial in reading.trials[SINGLE]] == [pytest.approx(1 / 3)] * 2


def test_chance_is_one_in_the_real_number_of_options() -> None:
    items = [("satu", single("a", ["Satu", "Dua", "Tiga"])), ("dua", single("b", ["Empat", "Lima", "Enam", "Tujuh"]))]
    assert [trial.chance for trial in read("id", bank("id", items)).trials[SINGLE]] == [pytest.approx(1 / 3), 0.25]


def test_words_pairs_clauses_signs_and_length_are_what_the_reader_goes_by() -> None:
    lint = written("en", 1, 1)[0].lint
    first, second, third = features(["Ask him, so that it is clear.", "Wait 10 days", "Write it down"], lint)
    assert {"ask", "ask him", "so that", "(clause of purpose)", "(sign ,)", "(longest)"} <= first
    assert {"(number)", "wait (number)", "(shortest)"} <= second and "(middle length)" in third
    assert not {"(longest)", "(shortest)"} & features(["Satu", "Dua2"], lint)[0]


def test_a_module_that_gives_half_away_is_named_while_the_rest_of_the_bank_is_sound() -> None:
    views = written("id", 24, 12, leaks=[3, 8])
    assert not read("id", views).tally(SINGLE).gives_away
    error = wrongs("Q310", views)
    assert len(error) == 1 and re.findall(r"m\d+ \(12/12\)|m\d+", error[0]) == ["m3 (12/12)", "m8 (12/12)"]
    by_luck = re.findall(r"(m\d+) \(([\d.]+)/12\)", wrongs("Q311", views)[0])
    assert by_luck and all(6 <= float(hits) < 9 for _, hits in by_luck), "half of twelve may be luck: a warning"
    named = [line.split('"')[1] for line in wrongs("Q312", views)]
    assert [sum(name.startswith(module) for name in named) for module in ("soal-1-", "soal-3-", "soal-8-")] == [0, 3, 3]
    assert all("(clause of purpose)" in line for line in wrongs("Q312", views) if '"soal-3-' in line)


def test_few_items_are_no_group_and_half_of_a_small_one_is_a_warning_not_an_error() -> None:
    by_lot = written("id", 1, 1)[0]
    few, some = ([Trial(by_lot, float(number < hits), 1 / 3, 2 / 9) for number in range(of)] for hits, of in ((4, 7), (8, 16)))
    assert not Tally.of(few).is_high and Tally.of(some).is_high and Tally.of(some).z < 2.5


def test_levels_and_test_forms_are_groups_as_modules_are() -> None:
    views = [*written("id", 6, 2, leaks=range(6), bloom="C5", forms=("a",)), *written("id", 6, 12)]
    assert "C5 (12/12), form a (12/12)" in wrongs("Q310", views)[-1]


def test_statements_choices_of_cases_and_steps_are_read_by_their_words() -> None:
    def statements(name: str) -> TrueFalse:
        told = (("Boleh, walaupun lama", True), ("Boleh, supaya cepat", False))
        made = tuple(Statement(text=text(words), answer=answer, feedback=text("x"), misconception="cepat") for words, answer in told)
        return TrueFalse(**common("true-false", name), statements=made)

    def steps(name: str, *listed: str) -> Ordering:
        return Ordering(**common("ordering", name), steps=tuple(Step(text=text(words), feedback=text("x")) for words in listed))

    items: list[tuple[str, Item]] = [("satu", statements("a")), ("dua", statements("b")), ("satu", case("c")), ("dua", case("d"))]
    items += [
        ("satu", steps("e", "Pertama, menyapa", "Mendengar", "Lalu mencatat", "Terakhir, pamit")),
        ("dua", steps("f", "Menyapa", "Pamit")),
    ]
    reading = read("id", bank("id", items))
    assert [reading.tally(kind).share for kind in (STATEMENTS, CASES)] == [1, 1]
    assert [trial.hit for trial in reading.trials[STEPS]] == [1, 0.5]


def test_pairs_are_read_by_the_words_that_they_share() -> None:
    pairs = (("Bu Ana meminta informasi biaya", "Hak atas informasi"), ("Pak Budi kehilangan rumah", "Hak atas tempat tinggal"))
    made = tuple(Pair(left=text(left), right=text(right), feedback=text("x")) for left, right in pairs)
    reading = read("id", bank("id", [("satu", Matching(**common("matching", "a"), pairs=made))]))
    assert [trial.hit for trial in reading.trials[PAIRS]] == [1, 0.5]


def test_cases_that_their_words_solve_are_a_warning() -> None:
    (warning,) = wrongs("Q311", bank("id", [(f"m{number}", case(f"kasus-{number}")) for number in range(10)]))
    assert warning.startswith("choices of cases: 10 of 10") and "walaupun 10:0" in warning


def test_one_belief_behind_too_many_wrong_options_is_a_warning_whatever_its_name() -> None:
    def believed(name: str, beliefs: Sequence[str]) -> MultipleChoice:
        made = tuple(Option(text=text("x"), feedback=text("x"), misconception=belief) for belief in beliefs)
        return MultipleChoice(**common("multiple-choice", name), options=(Option(text=text("y"), feedback=text("y"), key=True), *made))

    even = bank("id", [("satu", believed(f"soal-{number}", [f"anggapan-{number % 10}"] * 4)) for number in range(10)])
    assert wrongs("Q313", even) == []
    assert wrongs("Q313", [*even, *bank("id", [("satu", believed("lagi", ["anggapan-3"] * 4))])]) == [
        '"anggapan-3" stands behind 8 of 44 wrong options (18%)'
    ]
    assert wrongs("Q313", bank("id", [("satu", believed("soal", ["seragam"] * 4))])) == [], "four wrong options show no habit"


def test_the_table_shows_every_kind_and_a_module_option_by_option(course: Course) -> None:
    lines = guessed(course)
    for language in ("id", "en"):
        assert any(line.startswith(f"{language}  single choice: ") for line in lines)
    assert sum(line.strip().startswith("by module: ") for line in lines) == 10
    told = run(PROJECT, "check", "--options", "loket")
    assert told.returncode == 0 and "lk-catatan-kuning" in told.stdout and " key " in told.stdout and "mt-" not in told.stdout
    assert 'No question bank is named "lokett"' in run(PROJECT, "check", "--options", "lokett").stderr


def test_a_bank_reads_the_same_each_time() -> None:
    views = written("en", 4, 12, leaks=[1])
    assert list(whole(read("en", views))) == list(whole(read("en", list(views)))) and short(read("en", views)) == short(read("en", views))
