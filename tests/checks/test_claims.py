"""What the course says of its own size is counted again by the check, and told where it is not so."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.checks.claims import MEASURES
from manusiawi.entries.claims import COUNTED
from manusiawi.model.course import Course
from tests.helpers.commands import told

FILE = "course/claims.yml"


def claim(root: Path, text: str) -> str:
    """What the check says of a course that claims this."""
    (root / FILE).write_text(f"claims:\n{text}", "utf-8")
    return told(root)


def test_numbers_that_are_so_are_no_fault(example: Path) -> None:
    says = claim(
        example, "- {of: modules, exactly: 1}\n- {of: questions, least: 5, most: 12}\n- {of: case-scenes, only: [kasus], exactly: 3}\n"
    )
    assert says.strip() == ""


@pytest.mark.parametrize(
    "text, says",
    [
        ("- {of: lessons, exactly: 2}", f"{FILE}:2:3: lessons: 1.\n    Allowed: exactly 2."),
        ("- {of: questions, least: 50}", f"{FILE}:2:3: questions: 10.\n    Allowed: at least 50."),
        ("- {of: lesson-minutes, least: 6, most: 8}", 'lesson-minutes of "antre/giliran": 5.\n    Allowed: at least 6 and at most 8.'),
        ("- {of: case-ends, exactly: 3}", 'case-ends of "kasus": 2.'),
        ("- {of: modules}", "the claim names no number."),
        ("- {of: case-scenes, only: [kasu], least: 1}", 'nothing is named "kasu".'),
        ("- {of: pages, exactly: 1}", '"pages" is no value for "of".'),
    ],
)
def test_a_number_that_is_not_so_is_told_at_its_place(example: Path, text: str, says: str) -> None:
    assert says in claim(example, text)


def test_the_words_that_readers_find_are_looked_for(example: Path) -> None:
    (example / "docs/en/index.md").write_text((example / "docs/en/index.md").read_text("utf-8") + "\nOne lesson is enough.\n", "utf-8")
    said = "- of: lessons\n  exactly: 1\n  said:\n  - {page: docs/en/index.md, words: WORDS}\n"
    assert claim(example, said.replace("WORDS", "One lesson is enough")).strip() == ""
    assert f'{FILE}:5:37: docs/en/index.md does not say "Two lessons".' in claim(example, said.replace("WORDS", "Two lessons"))
    assert 'there is no file "docs/en/home.md".' in claim(example, said.replace("index.md", "home.md").replace("WORDS", "x"))


def test_a_number_that_is_not_so_names_where_readers_are_told(example: Path) -> None:
    says = claim(example, "- of: lessons\n  exactly: 2\n  said:\n  - {page: docs/en/index.md, words: Home}\n")
    assert "Mend: correct the number here and in docs/en/index.md, or the course." in says


def test_all_that_can_be_claimed_is_counted_and_the_course_claims_all_of_it(course: Course) -> None:
    assert course.claims
    assert set(MEASURES) == set(COUNTED) == {entry.of for entry in course.claims.claims}
    assert all(measure(course) for measure in MEASURES.values()), "a measure of nothing is never wrong"
