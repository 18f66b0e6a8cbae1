"""One reading of a page: its lines and blocks with their kinds, its headings, its marks."""

from __future__ import annotations

import pytest

from manusiawi.model.page import Heading, PageFile, read_page

HEAD = "---\ntitle: Contoh\ndescription: Contoh.\n---\n"


def page_of(body: str) -> PageFile:
    return read_page(HEAD + body, "antre/contoh.md", "docs/id/antre/contoh.md")[0]


def kinds(body: str) -> list[str]:
    return [line.kind for line in page_of(body).lines if line.kind != "front"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Judul", ["heading"]),
        ("Kalimat.\n\n> Kutipan.", ["prose", "blank", "quotation"]),
        ("- Satu\n  lanjutan\n1. Dua", ["item", "prose", "item"]),
        ("| a | b |\n|---|---|", ["table", "table"]),
        ("```sh\n# bukan judul\n```", ["code", "code", "code"]),
        ("<!-- catatan\n# bukan judul\n-->", ["comment", "comment", "comment"]),
        ("Kalimat <!-- catatan --> lanjut.", ["prose"]),
        ("<!-- tak ditutup\nKalimat.", ["prose", "prose"]),
        ("[[outcomes]]", ["mark"]),
        ("[[outcomes]]\nKalimat.", ["prose", "prose"]),
        (" [[outcomes]]", ["prose"]),
        ("`<!--` lalu\n[[outcomes]]", ["prose", "prose"]),
    ],
)
def test_each_line_has_its_kind(body: str, expected: list[str]) -> None:
    assert kinds(body) == expected


def test_blocks_hold_the_lines_that_belong_together() -> None:
    page = page_of("# Judul\nKalimat satu.\nKalimat dua.\n\n- Satu\n  lanjutan\n- Dua\n\n[[outcomes]]\n")
    assert [(block.kind, [line.raw for line in block.lines]) for block in page.blocks] == [
        ("heading", ["# Judul"]),
        ("prose", ["Kalimat satu.", "Kalimat dua."]),
        ("item", ["- Satu", "  lanjutan"]),
        ("item", ["- Dua"]),
        ("mark", ["[[outcomes]]"]),
    ]


@pytest.mark.parametrize(
    ("line", "level", "text", "anchor"),
    [
        ("## Giliran {#giliran}", 2, "Giliran", "giliran"),
        ("## Giliran {: #giliran .besar }", 2, "Giliran", "giliran"),
        ("### Giliran ###", 3, "Giliran", ""),
        ("## Pasal {34} {#pasal}", 2, "Pasal {34}", "pasal"),
        ("## Kurung {biasa}", 2, "Kurung {biasa}", ""),
    ],
)
def test_a_heading_is_read_with_its_anchor(line: str, level: int, text: str, anchor: str) -> None:
    (heading,) = page_of(line).headings
    assert heading == Heading(level, text, anchor, heading.place) and heading.place.line == 5


def test_columns_are_those_of_the_file_behind_a_comment_and_code() -> None:
    (mark,) = page_of("Teks <!-- x --> `kode` [[law uu-1-2000 Pasal 1]].").marks
    assert (mark.place.line, mark.place.column) == (5, 24)


@pytest.mark.parametrize("line", ["# " + "a " * 100_000 + "{", "#" + " " * 200_000 + "x", "<!-- " * 50_000, "<!---->" * 50_000])
def test_a_hostile_line_is_read_in_one_pass(line: str) -> None:
    assert len(page_of(line).lines) == 5
