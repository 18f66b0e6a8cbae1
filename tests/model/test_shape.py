"""Pages that would stop the reader of Markdown are refused with their place before it reads them."""

from __future__ import annotations

import pytest

from manusiawi.model.shape import MAX_LEVELS, MAX_LINE, MAX_SIGNS, check_shape


@pytest.mark.parametrize(
    ("text", "place", "words"),
    (
        ("Satu.\n" + "a" * (MAX_LINE + 1), "x.md:2:10001", "the line has 10,001 characters"),
        ("\n\n" + "- " * (MAX_LEVELS + 1) + "a", "x.md:3:1", "more than 20 levels"),
        ("> " * (MAX_LEVELS + 1) + "a", "x.md:1:1", "more than 20 levels"),
        (" " * 4 * (MAX_LEVELS + 1) + "- a", "x.md:1:1", "more than 20 levels"),
        ("Satu.\n\n" + "[a](b.md)\n" * (MAX_SIGNS + 1), "x.md:3:1", 'more than 500 times "["'),
        ("<b>a</b> " * MAX_SIGNS, "x.md:1:1", 'more than 500 times "<"'),
    ),
)
def test_lines_and_paragraphs_that_readers_cannot_follow_are_faults_with_their_place(text: str, place: str, words: str) -> None:
    (fault,) = check_shape(text, "x.md")
    assert str(fault.place) == place and words in str(fault)


@pytest.mark.parametrize(
    "text",
    ("---\n" + "- " * MAX_LEVELS + "a", "a" * MAX_LINE, "[a](b.md)\n" * MAX_SIGNS + "\n" + "[a](b.md)\n" * MAX_SIGNS, "- - -", "* * *" * 9),
)
def test_what_people_write_passes(text: str) -> None:
    assert list(check_shape(text, "x.md")) == []
