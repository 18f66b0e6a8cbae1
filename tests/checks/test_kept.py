"""Names of kept pages differ within a folder: two that are the same are told where the second stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.checks.course import check
from manusiawi.model.loading import load_course


@pytest.mark.parametrize(
    "pages, told",
    (
        ("before: tes.md\n  after: tes.md", 'course/site.yml:3:10: "tes.md" names two pages, `before` and `after`.'),
        ("keys: soal.md", 'course/site.yml:2:9: "soal.md" names two pages, `self_check` and `keys`.'),
        ("notes: cari.md", ""),  # in another folder
        ("trainers: pengajar.md\n  notes: pengajar.md", ""),
    ),
)
def test_two_kept_pages_of_one_name_are_told(example: Path, pages: str, told: str) -> None:
    (example / "course/site.yml").write_text(f"pages:\n  {pages}\n", "utf-8")
    found = [str(fault).partition("\n")[0] for fault in check(load_course(example), example)]
    assert [line for line in found if "names two pages" in line] == ([told] if told else [])
