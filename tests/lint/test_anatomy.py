"""Lessons say their shape, both languages the same, and no shape becomes the mould of a course."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.entries.shapes import SHAPES
from manusiawi.language.known import LANGUAGES
from manusiawi.lint.pageview import PageView
from manusiawi.lint.rule import RULES
from manusiawi.lint.run import lint
from manusiawi.model.loading import load_course
from manusiawi.model.page import read_page
from tests.helpers.files import edit


def lesson(shape: str, is_lesson: bool = True) -> PageView:
    """A page that says this shape."""
    head = f"---\ntitle: Contoh\ndescription: Contoh.\n{f'shape: {shape}' if shape else ''}\n---\n"
    return PageView(read_page(f"{head}# Contoh\n", "modul/contoh.md", "docs/id/modul/contoh.md")[0], "id", is_lesson)


def wrongs(rule: str, subject: object) -> list[str]:
    """What a rule says."""
    return [found.wrong for found in RULES[rule].judge(subject)]


def test_a_lesson_says_its_shape_and_no_other_page_does() -> None:
    assert wrongs("P112", lesson("log")) == wrongs("P112", lesson("", is_lesson=False)) == []
    assert wrongs("P112", lesson("")) == ["the lesson says no shape"]
    (found,) = RULES["P112"].judge(lesson("log", is_lesson=False))
    assert found.wrong == "only lessons have a shape" and found.place.line == 4


def test_an_unknown_shape_is_told_with_the_nearest_one() -> None:
    _, faults = read_page("---\ntitle: A\ndescription: B\nshape: dosier\n---\n# A\n", "m/a.md", "docs/id/m/a.md")
    (fault,) = faults
    assert (fault.place.line, fault.place.column) == (4, 8) and '"dossier"' in fault.mend


@pytest.mark.parametrize("lessons, wrong", [([4] * 7, []), ([10, 4, 4, 4, 4, 4, 4], []), ([3, 4, 4, 4, 4, 4, 4], [])])
def test_shapes_in_measure_and_those_of_a_small_course_are_left_alone(lessons: list[int], wrong: list[str]) -> None:
    assert wrongs("P112b", [lesson(name) for name, count in zip(SHAPES, lessons, strict=True) for _ in range(count)]) == wrong


def test_a_shape_that_is_rare_or_everywhere_is_told_in_a_large_course() -> None:
    counts = dict(zip(SHAPES, (11, 3, 4, 4, 4, 4, 4), strict=True))
    assert wrongs("P112b", [lesson(name) for name, count in counts.items() for _ in range(count)]) == [
        '11 lessons have the shape "dialogue"',
        '3 lessons have the shape "dossier"',
    ]
    assert '0 lessons have the shape "log"' in wrongs("P112b", [lesson("fading")] * 28)


def test_both_languages_of_a_lesson_have_the_same_shape(example: Path) -> None:
    def found() -> list[str]:
        return [finding.wrong for finding in lint(load_course(example), example) if finding.rule == "T203"]

    edit(example / "docs/id/antre/giliran.md", "\n---\n", "\nshape: log\n---\n")
    assert found() == ['the lesson\'s shape is "log" in id and none in en']
    edit(example / "docs/en/antre/giliran.md", "\n---\n", "\nshape: log\n---\n")
    assert found() == []


def test_a_course_whose_lesson_says_no_shape_fails_its_check_in_each_language(example: Path) -> None:
    told = [finding for finding in lint(load_course(example), example) if finding.rule == "P112"]
    assert [(finding.place.file, finding.level) for finding in told] == [
        (f"docs/{language}/antre/giliran.md", "error") for language in sorted(LANGUAGES)
    ]
