"""A mark that is never closed is told: the renderer would show it as it was written."""

from __future__ import annotations

import pytest

from manusiawi.model.page import read_page

HEAD = "---\ntitle: Giliran\ndescription: A lesson.\n---\n"


@pytest.mark.parametrize(
    "line",
    (
        "[[record",
        "[[review\u200b]]",
        "[[record\\]",
        "[[item papan",
        "Lihat [[law uu-1-2000 Pasal 1}], lalu",
        "[[item papan] lagi",
        "[[item [[item papan]]",
    ),
)
def test_a_mark_that_is_never_closed_is_a_fault_with_its_place(line: str) -> None:
    (fault,) = read_page(f"{HEAD}{line}\n", "x.md", "x.md")[1]
    assert str(fault.place) == f"x.md:5:{line.index('[[') + 1}" and "is no mark" in str(fault)


@pytest.mark.parametrize("line", ("[[record]]", "[[lihat](a.md) juga](b.md)", "`[[item papan`", "[[ kosong", "[[1] catatan"))
def test_links_within_links_and_other_brackets_are_none(line: str) -> None:
    assert read_page(f"{HEAD}{line}\n", "x.md", "x.md")[1] == []


def test_a_mark_in_a_title_is_a_fault_since_lists_show_it_as_it_is() -> None:
    (fault,) = read_page("---\ntitle: Giliran [[item papan]]\ndescription: A lesson.\n---\n", "x.md", "x.md")[1]
    assert str(fault.place) == "x.md:2:8" and "is no mark" in str(fault)
