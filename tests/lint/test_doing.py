"""The rule on outcomes that promise something done: their verb, in either language, against the types of what their module sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from manusiawi.binding.fields import Text
from manusiawi.entries.items import Item, Reflection
from manusiawi.language.known import LANGUAGES
from manusiawi.lint.rule import RULES
from manusiawi.lint.run import lint, unknown_names
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from tests.helpers.files import edit

WRITES = ("menulis ulang kalimat loket", "rewrite what is said at the counter")
DIRECTS = ("mengarahkan keluhan ke saluran yang tepat", "route a complaint to the right channel")
TELLS = ("membedakan dua hak", "tell two rights apart")


def told(course: Course, text: tuple[str, str], items: Sequence[Item]) -> list[str]:
    """What the rule says of an outcome with a text, whose module sets these items for it."""
    outcome = replace(next(iter(course.outcomes.values())), text=Text(id=text[0], en=text[1]))
    return [found.wrong for found in RULES["Q318"].judge((outcome, items))]


def test_who_promises_to_write_must_let_write_and_compare(example_course: Course) -> None:
    choice, order, reflection = (example_course.items[name] for name in ("nomor-hilang", "urutkan", "renungan"))
    assert isinstance(reflection, Reflection)
    assert told(example_course, WRITES, [choice, order]) == [
        '"o1" promises to «menulis», and the pages of its module ask for it by ordering, single-choice'
    ]
    assert told(example_course, WRITES, [choice, replace(reflection, criteria=())]), "nothing to compare with"
    assert told(example_course, WRITES, []) == ['"o1" promises to «menulis», and the pages of its module ask for it by nothing']
    assert told(example_course, WRITES, [choice, reflection]) == []


@pytest.mark.parametrize("name", ("urutkan", "cocokkan", "tulis-kata", "kasus", "renungan"))
def test_who_promises_to_direct_must_let_do_more_than_choose(example_course: Course, name: str) -> None:
    choices = [example_course.items[choice] for choice in ("nomor-hilang", "papan", "benar-salah")]
    assert told(example_course, DIRECTS, choices) != []
    assert told(example_course, DIRECTS, [*choices, example_course.items[name]]) == []


@pytest.mark.parametrize(
    "text",
    (
        ("merancang satu perubahan", "x"),
        ("menyusun daftar", "x"),
        ("memeriksa sebuah loket", "x"),
        ("x", "design a 30-day change"),
        ("x", "draft a reply"),
        ("x", "Audit a counter"),
        ("x", "draw up a list"),
        ("x", "redirect a complaint"),
    ),
)
def test_the_verb_is_read_at_the_start_in_either_language(example_course: Course, text: tuple[str, str]) -> None:
    assert told(example_course, text, [example_course.items["nomor-hilang"]]) != []


@pytest.mark.parametrize("text", (TELLS, ("memilih siapa yang menulis", "choose who is to write"), ("menuliskan", "drafty rooms, told")))
def test_other_promises_may_be_asked_by_choices(example_course: Course, text: tuple[str, str]) -> None:
    assert told(example_course, text, [example_course.items["nomor-hilang"]]) == []


def test_what_stands_in_the_self_check_alone_is_not_enough_and_an_exception_names_the_outcome(example: Path) -> None:
    edit(example / "course/course.yml", "en: explain a fair queue", "en: write a fair rule for a queue")

    def found() -> list[str]:
        return [finding.item for finding in lint(load_course(example), example) if finding.rule == "Q318"]

    assert found() == ["o1"], "the reflection stands in the self-check"
    (example / "course/lint.yml").write_text("exceptions:\n- rule: Q318\n  item: o1\n  reason: Untuk uji coba.\n", "utf-8")
    assert found() == [] and unknown_names(load_course(example)) == []
    (example / "course/lint.yml").unlink()
    for language in LANGUAGES:
        edit(example / f"docs/{language}/antre/giliran.md", "[[item nomor-hilang]]", "[[item renungan]]")
    assert found() == []


def test_the_outcomes_of_this_course_are_asked_as_they_promise(course: Course) -> None:
    doing = [outcome for outcome in course.outcomes.values() if told(course, (outcome.text["id"], outcome.text["en"]), [])]
    assert {"o4-2", "o6-1", "o9-1", "o9-2"} <= {outcome.id for outcome in doing}
