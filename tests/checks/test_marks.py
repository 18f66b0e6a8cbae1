"""A mark becomes what it says or a fault with its place: never the bare mark, never a question that is asked nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from manusiawi.checks.course import check
from manusiawi.ground.faults import CourseFaults
from manusiawi.model.loading import load_course
from manusiawi.model.marks import MARKS
from manusiawi.model.page import MARK
from manusiawi.render.extension import CourseExtension
from manusiawi.render.marks import RENDERERS
from tests.helpers.files import edit
from tests.helpers.projects import PROJECT

LESSON = "antre/giliran.md"
ITEM = "[[item nomor-hilang]]"


def set_as(root: Path, text: str) -> list[str]:
    """The faults of the lesson with its question set in another way, in both languages; each as `line:column: what was found`."""
    for language in ("id", "en"):
        edit(root / f"docs/{language}/{LESSON}", ITEM, text)
    start = f"docs/id/{LESSON}:"
    faults = (fault for fault in check(load_course(root), root) if str(fault).startswith(start))
    return [f"{fault.place.line}:{fault.place.column}: {fault.found}" for fault in faults]


def rendered(root: Path) -> str:
    """The lesson in Indonesian, as any program that runs Python-Markdown renders it."""
    md = Markdown(
        extensions=["attr_list", "admonition", "tables", "md_in_html", "fenced_code", CourseExtension(root=str(root), language="id")]
    )
    page = type("Processor", (), {"file": type("File", (), {"src_uri": LESSON})(), "run": lambda self, lines: lines})()
    md.preprocessors.register(page, "page", 0)
    return md.convert((root / "docs/id" / LESSON).read_text("utf-8").split("---\n", 2)[2])


ALONE = [
    ("Kalimat.\n\n[[item nomor-hilang]]", "between blank lines"),
    ("[[item nomor-hilang]]   ", "with spaces behind it"),
    ("[[item nomor-hilang ]]", "with a space in its brackets"),
    ("<!-- catatan -->\n\n[[item nomor-hilang]]", "below a comment"),
    ('<div markdown="1">\n\n[[item nomor-hilang]]\n\n</div>', "in a block of HTML that holds Markdown"),
    ("- Butir.\n\n[[item nomor-hilang]]", "below a list"),
]


@pytest.mark.parametrize("text", [text for text, _ in ALONE], ids=[name for _, name in ALONE])
def test_a_mark_in_a_block_of_its_own_is_the_question(example: Path, text: str) -> None:
    assert set_as(example, text) == []
    page = rendered(example)
    assert page.count('id="nomor-hilang"') == 1 and not MARK.search(page)


TOUCHES = '"[[item …]]" touches the line above or below, or is indented'
INSIDE = '"[[item …]]" stands inside a line'
LOST = '"[[item …]]" never reaches the page: the lines around it, or an HTML tag above it, take it along as it stands'
CODE = '"[[item …]]" stands in a block of code, where readers see the mark itself'
NOT_ALONE = [
    ("Lalu jawab ini:\n[[item nomor-hilang]]", f"18:1: {TOUCHES}"),
    ("[[item nomor-hilang]]\nKalimat yang menempel di bawah soal.", f"17:1: {TOUCHES}"),
    ("[[item nomor-hilang]]\n{: .penting }", f"17:1: {TOUCHES}"),
    ("## Soal {#soal-ini}\n[[item nomor-hilang]]", f"18:1: {TOUCHES}"),
    ("- Satu butir daftar.\n[[item nomor-hilang]]", f"18:1: {TOUCHES}"),
    ("- Satu butir daftar.\n\n    [[item nomor-hilang]]", f"19:5: {TOUCHES}"),
    ("  [[item nomor-hilang]]", f"17:3: {TOUCHES}"),
    ("    [[item nomor-hilang]]", f"17:5: {TOUCHES}"),
    ('!!! note "Soal"\n    [[item nomor-hilang]]', f"18:5: {TOUCHES}"),
    ("> [[item nomor-hilang]]", f"17:3: {INSIDE}"),
    ("- [[item nomor-hilang]]", f"17:3: {INSIDE}"),
    ("Jawab [[item nomor-hilang]] ini.", f"17:7: {INSIDE}"),
    ("```\n[[item nomor-hilang]]\n```", f"18:1: {CODE}"),
    ("<div>\n\n[[item nomor-hilang]]\n\n</div>", f"19:1: {LOST}"),
    ("<div>\n\nTak ditutup.\n\n[[item nomor-hilang]]", f"21:1: {LOST}"),
]


@pytest.mark.parametrize(("text", "fault"), NOT_ALONE, ids=[text for text, _ in NOT_ALONE])
def test_a_mark_that_the_renderer_would_leave_is_a_fault_at_its_place(example: Path, text: str, fault: str) -> None:
    assert set_as(example, text) == [fault]


@pytest.mark.parametrize("text", [text for text, _ in NOT_ALONE if "```" not in text and "{#soal-ini}" not in text])
def test_a_builder_that_asked_no_check_stops_rather_than_lose_the_question(example: Path, text: str) -> None:
    set_as(example, text)
    try:
        page = rendered(example)
    except CourseFaults as error:
        assert f"docs/id/{LESSON}" in str(error)
    else:
        assert 'id="nomor-hilang"' in page and not MARK.search(page), "a list and a note may hold the question"


def test_two_marks_on_adjoining_lines_are_both_told(example: Path) -> None:
    assert set_as(example, "[[item nomor-hilang]]\n[[law uu-1-2000 Pasal 1 ayat (2)]]") == [f"17:1: {TOUCHES}"]


def test_a_citation_below_an_open_tag_is_told_too(example: Path) -> None:
    faults = set_as(example, f"{ITEM}\n\n<div>Lihat [[law uu-1-2000 Pasal 1 ayat (2)]].\n\nTak ditutup.")
    assert faults == [f"19:12: {LOST.replace('item', 'law')}"]


def test_a_mark_shown_as_code_in_a_line_is_left_alone(example: Path) -> None:
    assert set_as(example, f"Tulis `{ITEM}` begini.\n\n{ITEM}") == []


def test_a_long_text_that_only_begins_like_a_mark_is_read_in_one_pass() -> None:
    longest = "[[item" + " " * 500_000
    assert MARK.findall(longest) == [] and MARK.findall("[[item" * 100_000) == []


@pytest.mark.parametrize("mark", ["keep", "zip", "review", "progress", "record", "search"])
def test_a_mark_of_another_page_names_its_own_page(example: Path, mark: str) -> None:
    page = {"keep": "luring", "zip": "luring", "review": "ulangan", "progress": "kemajuan", "record": "bukti", "search": "cari"}[mark]
    for language in ("id", "en"):
        with (example / f"docs/{language}/index.md").open("a", encoding="utf-8") as file:
            file.write(f"\n[[{mark}]]\n")
    faults = [str(fault) for fault in check(load_course(example), example)]
    assert len(faults) == 2 and all(f'"[[{mark}]]" stands on another page than its own' in fault for fault in faults)
    assert f"this mark on the page {page}.md alone" in faults[0]


@pytest.mark.parametrize(("mark", "file"), [("lens", "course/lens.yml"), ("speech", "course/speech.yml")])
def test_a_mark_without_the_file_that_it_shows_is_a_fault_with_its_mend(example: Path, mark: str, file: str) -> None:
    assert set_as(example, f"{ITEM}\n\n[[{mark}]]") == [f'19:1: "[[{mark}]]" has nothing to show']
    assert f"write {file}, or remove the mark" in str(check(load_course(example), example)[0])


def test_a_list_of_a_module_outside_of_modules_is_a_fault(example: Path) -> None:
    for language in ("id", "en"):
        edit(example / f"docs/{language}/index.md", "[[modules]]", "[[lessons]]")
    assert '"[[lessons]]" stands outside a module' in str(check(load_course(example), example)[0])


def test_a_value_behind_a_mark_that_takes_none_is_told(example: Path) -> None:
    for language in ("id", "en"):
        edit(example / f"docs/{language}/index.md", "[[modules]]", "[[modules antre]]")
    assert '"[[modules]]" names something, "antre"' in str(check(load_course(example), example)[0])


def test_every_kind_of_mark_has_its_renderer_and_every_renderer_its_kind() -> None:
    assert set(RENDERERS) == set(MARKS)


def test_the_check_parts_pages_into_blocks_by_the_extensions_that_the_site_is_built_with() -> None:
    import yaml

    from manusiawi.model.markblocks import BLOCK_EXTENSIONS

    text = (PROJECT / "mkdocs.yml").read_text("utf-8").replace("!ENV ", "")
    built = set(yaml.safe_load(text)["markdown_extensions"]) - {"manusiawi.render.extension"}
    by_mkdocs = {"toc", "tables", "fenced_code"}  # what MkDocs adds by itself (mkdocs 1.6.1, config/defaults.py)
    assert set(BLOCK_EXTENSIONS) == built | by_mkdocs


def test_a_path_lists_its_lessons_with_the_sum_of_their_minutes_and_names_each_that_does_not_exist(example: Path) -> None:
    minutes = load_course(example).modules["antre"].lessons[0].minutes
    assert set_as(example, "[[path antre/giliran]]") == []
    page = rendered(example)
    assert '<ol class="rows path"><li><b><a href="giliran.html">' in page and f"1 pelajaran, seluruhnya sekitar {minutes} menit." in page
    edit(example / "docs/id/antre/giliran.md", "[[path antre/giliran]]", "[[path antre/giliran antre/gilirn antre]]")
    faults = {fault.found for fault in check(load_course(example), example) if "lesson is named" in fault.found}
    assert faults == {'no lesson is named "antre/gilirn"', 'no lesson is named "antre"'}
