"""A file of millions of lines is refused before it costs memory, and one of the allowed size is read."""

from __future__ import annotations

import tracemalloc

import pytest

from manusiawi.exchange.inward import MAX_CHARACTERS, MAX_LINES, import_questions
from manusiawi.exchange.readers.cells import read_cells

HUGE = {
    "gift": "// a\n" * (MAX_LINES + 1),
    "csv": "id,type,stem,key\n" + "\n" * (MAX_LINES + 1),
    "moodle": "<quiz>" + "\n" * (MAX_LINES + 1) + "</quiz>",
}


@pytest.mark.parametrize("kind", HUGE)
def test_a_file_of_too_many_lines_is_refused_unread(kind: str) -> None:
    tracemalloc.start()
    _, faults, _ = import_questions(HUGE[kind], kind, "id", "x")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert f"at most {MAX_LINES:,} lines a file" in str(faults[0])
    assert peak < 1_000_000


@pytest.mark.parametrize("kind", HUGE)
def test_a_file_of_too_many_characters_is_refused_unread(kind: str) -> None:
    _, faults, _ = import_questions("a" * (MAX_CHARACTERS[kind] + 1), kind, "id", "x")
    assert f"at most {MAX_CHARACTERS[kind]:,} characters a file" in str(faults[0])


def test_texts_without_an_answer_are_not_noted_for_ever() -> None:
    _, faults, notes = import_questions("ab\n\n" * 3000, "gift", "id", "x")
    assert "more than 2,000 questions" in str(faults[0]) and len(notes) == 2000


def test_empty_rows_cost_nothing_and_rows_beyond_the_limit_are_not_read() -> None:
    assert [[cell.text for cell in row] for row in read_cells("a,b\n\n,\nc,d\n", "x")] == [["a", "b"], ["c", "d"]]
    assert len(read_cells("a,b\n" * 10, "x", 3)) == 3
