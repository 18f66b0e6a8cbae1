"""A picture that would show less than it means, or something else, is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.checks.course import check
from manusiawi.lint.run import lint
from manusiawi.model.loading import load_course
from tests.helpers.files import edit
from tests.helpers.projects import copy_pictures

FILE = "course/pictures/antre.yml"
SPOILT = {  # what is there, what comes instead, what the check says
    "an unknown kind": ("  kind: tree\n", "  kind: tre\n", '"tre" is no kind of picture'),
    "a text in one language": ('{id: "Nama", en: "Name"}', '{id: "Nama"}', '"field" has no translation "en"'),
    "a mark without a note": ("mark: 2", "mark: 3", "the mark 3 has no note"),
    "a note without a mark": ("      mark: 2\n", "", "no line carries the mark 2 of this note"),
    "a line of two things": (
        '- stamp: {id: "DITERIMA"',
        '- text: {id: "a", en: "b"}\n      stamp: {id: "DITERIMA"',
        "this line holds text and stamp",
    ),
    "a line of nothing": ("    - boxes:\n      - text", "    - mark: 1\n    - boxes:\n      - text", "this line holds nothing"),
    "a value without a field": ('- field: {id: "Nama"', '- text: {id: "Nama"', "`value` stands without `field`"),
    "a row that lacks a cell": ('        - {id: "09.10", en: "09.10"}\n', "", "the rows have 2, 1 cells"),
    "a branch without a no": (
        "    if_no:\n      question",
        "    outcome:\n      id: x\n      en: x\n    if_no:\n      question",
        "this branch holds question, if_yes",
    ),
    "days out of order": ("day: 1\n", "day: 4\n", "day 2 stands after day 4"),
    "days that end before they begin": ("until: 10", "until: 2", "the last day, 2, does not come after the first, 2"),
    "more days than a phone shows": ("until: 10", "until: 90", "the picture counts to day 90"),
    "marked days without a meaning": (
        '  whose: {id: "Bu Rukayah menunggu", en: "Bu Rukayah waits"}',
        " ",
        "nothing says what the mark means",
    ),
    "a bar below zero": ("value: 310", "value: -310", "a bar cannot show -310"),
    "a fact that is none": ('  unit: {id: "orang"', '  facts: [antre-09]\n  unit: {id: "orang"', 'no fact is named "antre-09"'),
    "a recording without its file": ("media: sapaan.mp3", "media: salam.mp3", "the file docs/id/antre/salam.mp3 does not exist"),
    "a size that is not the file's": ("megabytes: 0.1", "megabytes: 3", "readers are told 3"),
    "a name wider than its thing": (
        "size: 11 2\n    name",
        "size: 2 2\n    name",
        "`Loket` needs about 2.9 squares, and its thing is 2 wide",
    ),
    "a module that is none": ("module: antre", "module: antri", 'no module is named "antri"'),
}


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    return copy_pictures(tmp_path / "course")


def told(root: Path) -> str:
    return "\n".join(map(str, check(load_course(root), root)))


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_picture_is_told_with_its_place(pictures: Path, name: str) -> None:
    old, new, says = SPOILT[name]
    text = (pictures / FILE).read_text("utf-8")
    assert old in text
    (pictures / FILE).write_text(text.replace(old, new, 1), "utf-8")
    line = next(line for line in told(pictures).split("\n") if says in line)
    assert line.startswith(f"{FILE}:")


def test_a_second_sheet_needs_a_name(pictures: Path) -> None:
    edit(pictures / FILE, "  notes:  # the first", "  - lines:\n    - text: {id: a, en: b}\n  notes:  # the first")
    assert "one of two sheets has no name" in told(pictures)


@pytest.mark.parametrize("count, says", [(2, "has 2 stations"), (8, "has 8 stations")])
def test_a_way_of_two_or_of_eight_stations_is_told(pictures: Path, count: int, says: str) -> None:
    text = (pictures / FILE).read_text("utf-8")
    start, end = text.index("  stations:\n"), text.index("\n# ---- kind: slope")
    stations = '  - name: {id: "a", en: "b"}\n    text: {id: "c", en: "d"}\n' * count
    (pictures / FILE).write_text(f"{text[:start]}  stations:\n{stations}{text[end:]}", "utf-8")
    assert says in told(pictures)


def test_captions_that_are_none_are_told(pictures: Path) -> None:
    (pictures / "docs/en/antre/sapaan.vtt").write_text("1\n00:00", "utf-8")
    assert "docs/en/antre/sapaan.vtt holds no captions" in told(pictures)


def test_a_mark_that_names_no_picture_or_one_twice_is_told_at_the_page(pictures: Path) -> None:
    page = pictures / "docs/id/antre/gambar.md"
    page.write_text(page.read_text("utf-8") + "\n[[picture lk-contoh]]\n\n[[picture lk-conto]]\n", "utf-8")
    says = told(pictures)
    assert 'the picture "lk-contoh" stands twice on this page; first at docs/id/antre/gambar.md:' in says
    assert 'no picture is named "lk-conto"' in says and 'write "lk-contoh"' in says


def test_two_pictures_of_one_name_are_told(pictures: Path) -> None:
    edit(pictures / FILE, "- id: lk-contoh-pohon", "- id: lk-contoh-waktu")
    assert 'the picture "lk-contoh-waktu" stands twice' in told(pictures)


def test_a_picture_that_one_language_alone_sets_is_told(pictures: Path) -> None:
    edit(pictures / "docs/en/antre/gambar.md", "\n[[picture lk-contoh]]\n", "\n")
    assert "the [[picture]] marks differ from docs/id/antre/gambar.md: missing" in told(pictures)


LINTED = {  # the rule, what is there, what comes instead
    "G101": ("- id: lk-contoh-pohon", "- id: lk-contoh-lain"),
    "G102": ('"Isi dengan huruf cetak."', f'"{"Isi dengan huruf. " * 8}"'),
    "G103": ('title: {id: "Lama menunggu"', f'title: {{id: "{"Lama menunggu " * 6}"'),
    "G104": ('en: "Ten working days"', 'en: "12 working days"'),
}


@pytest.mark.parametrize("rule", LINTED)
def test_what_a_picture_could_do_better_is_found_and_the_template_has_nothing_of_it(pictures: Path, rule: str) -> None:
    def found() -> list[str]:
        return [finding.rule for finding in lint(load_course(pictures), pictures) if finding.rule.startswith("G")]

    assert found() == []
    old, new = LINTED[rule]
    edit(pictures / FILE, old, new)
    assert found() == [rule]
