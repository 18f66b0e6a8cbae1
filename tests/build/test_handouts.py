"""What is printed to be held: tagged PDF as a screen reader meets it, read back with pikepdf, and the same as plain text."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from manusiawi.build import handouts as printing
from manusiawi.build.handouts import NoPrinter, handouts, print_handouts, undated
from manusiawi.build.plaintext import plain_text
from manusiawi.cli import main
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from tests.helpers.apart import apart
from tests.helpers.files import edit
from tests.helpers.projects import copy_design

pytestmark = pytest.mark.browser
SPOKEN = re.compile(r"<(\w+)[^>]*\slang=\"(\w+)\"")


@pytest.fixture(scope="module")
def design_course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return load_course(copy_design(tmp_path_factory.mktemp("design") / "course"))


@pytest.fixture(scope="module")
def foreign_site(design_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course, with a phrase, a link, a paragraph and a quotation of the other language in one of its keys."""
    site = tmp_path_factory.mktemp("foreign") / "site"
    shutil.copytree(design_site, site)
    words = (
        '<p>At the <em lang="id">loket</em> (<a href="#x" lang="id">Pasal</a>)</p><p lang="id">Satu.</p>'
        '<blockquote lang="id"><p>Dua.</p></blockquote>'
    )
    edit(site / "en/antre/kunci.html", "</article>", f"{words}</article>")
    return site


@pytest.fixture(scope="module")
def made(design_course: Course, foreign_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every handout of the small course."""
    into = tmp_path_factory.mktemp("handouts")
    apart(print_handouts, design_course, foreign_site, into)
    return into


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The elements of a document's structure, in the order in which they are read."""

    def below(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from below(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from below(node.K)

    yield from below(pdf.Root.StructTreeRoot.K)


def kinds(pdf: pikepdf.Pdf) -> Counter[str]:
    return Counter(str(element.S) for element in elements(pdf))


def attributes(element: pikepdf.Dictionary) -> dict[str, str]:
    """The attributes of the head of a table's row or column."""
    given = element.get("/A", pikepdf.Array())
    return {key: str(value) for entry in (given if isinstance(given, pikepdf.Array) else [given]) for key, value in entry.items()}


def article(site: Path, path: str) -> str:
    return re.search(r"<article.*?</article>", (site / path).read_text("utf-8"), re.DOTALL)[0]


def test_every_handout_says_its_language_and_its_title_and_shows_the_title(made: Path) -> None:
    files = sorted(made.rglob("*.pdf"))
    assert len(files) > 20
    for file in files:
        with pikepdf.open(file) as pdf:
            assert str(pdf.Root.Lang) == file.relative_to(made).parts[0], file
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) and len(str(pdf.docinfo.Title)) > 5, file
            assert bool(pdf.Root.MarkInfo.Marked), file
            assert [float(side) for side in pdf.pages[0].MediaBox[2:]] == pytest.approx([595.3, 841.9], abs=1), "A4"


@pytest.mark.parametrize("language, folder", (("id", ""), ("en", "en/")))
@pytest.mark.parametrize("name", ("buku-kerja", "latihan"))
def test_a_workbook_keeps_headings_lists_tables_and_their_heads(
    made: Path, design_site: Path, language: str, folder: str, name: str
) -> None:
    page = article(design_site, f"{folder}antre/{name}.html")
    with pikepdf.open(made / language / f"1-antre/{name}.pdf") as pdf:
        found = kinds(pdf)
        for level in (1, 2, 3):
            assert found[f"/H{level}"] == len(re.findall(rf"<h{level}[ >]", page)) > 0, level
        assert found["/LI"] == page.count("<li>") > 2
        heads = [attributes(element).get("/Scope") for element in elements(pdf) if element.S == "/TH"]
        written = re.findall(r'<th scope="(\w+)"', page)
        assert heads == [{"col": "/Column", "row": "/Row"}[scope] for scope in written] != []


def test_every_picture_has_an_alternative(made: Path, design_site: Path) -> None:
    seen = 0
    for file in made.rglob("*.pdf"):
        with pikepdf.open(file) as pdf:
            figures = [element for element in elements(pdf) if element.S == "/Figure"]
            alone = [element for element in figures if not [child for child in elements_below(element) if child.S == "/Figure"]]
            for figure in alone:
                if not [child for child in elements_below(figure) if child.S in ("/P", "/BlockQuote", "/Caption")]:
                    assert str(figure.get("/Alt", "")), file
                    seen += 1
    assert seen or "<svg role" not in article(design_site, "antre/latihan.html")


def elements_below(element: pikepdf.Dictionary) -> list[pikepdf.Dictionary]:
    def below(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        for child in node if isinstance(node, pikepdf.Array) else [node]:
            if isinstance(child, pikepdf.Dictionary):
                if "/S" in child:
                    yield child
                if "/K" in child:
                    yield from below(child.K)

    return list(below(element.K)) if "/K" in element else []


def test_a_sheet_alone_holds_its_own_words_under_its_title(made: Path, design_course: Course) -> None:
    whole = len(PdfReader(made / f"id/{design_course.names.sheets.removesuffix('.md')}.pdf").pages)
    for name, sheet in design_course.sheets.items():
        file = made / f"id/{design_course.names.sheets.removesuffix('.md')}/{name}.pdf"
        text = " ".join("".join(page.extract_text() for page in PdfReader(file).pages).split())
        assert len(PdfReader(file).pages) < whole, name
        others = [other.title.id for other in design_course.sheets.values() if other is not sheet]
        assert not [title for title in others if title in text], name
        with pikepdf.open(file) as pdf:
            assert kinds(pdf)["/H2"] == 1 and sheet.title.id in text and str(pdf.docinfo.Title) == sheet.title.id, name


def test_the_boxes_and_lines_to_fill_in_are_passed_over(made: Path) -> None:
    with pikepdf.open(made / "id/1-antre/latihan.pdf") as pdf:
        empty = [element for element in elements(pdf) if element.S in ("/P", "/H2", "/H3") and "/K" not in element]
        assert empty == [] and kinds(pdf)["/Form"] == 0


def test_phrases_in_another_language_say_so_in_every_page_that_is_printed(made: Path, design_course: Course, foreign_site: Path) -> None:
    checked = 0
    for language, folder in (("id", ""), ("en", "en/")):
        for handout in handouts(design_course):
            if handout.alone or handout.large:
                continue
            written = Counter(
                spoken for tag, spoken in SPOKEN.findall(article(foreign_site, f"{folder}{handout.page.removesuffix('.md')}.html"))
            )
            with pikepdf.open(made / language / f"{handout.name}.pdf") as pdf:
                kept = Counter(str(element.Lang) for element in elements(pdf) if "/Lang" in element and element.S != "/Document")
            assert kept == written, handout
            checked += sum(written.values())
    assert checked == 4


def test_the_pages_of_the_course_mark_languages_only_where_a_printed_page_keeps_them(course: Course, site: Path) -> None:
    kept = {"em", "a", "p", "blockquote"}  # what Chromium 156 keeps; it drops that of span, i, b, cite, q and div
    for folder in ("", "en/"):
        for page in {handout.page for handout in handouts(course)}:
            tags = {tag for tag, _ in SPOKEN.findall(article(site, f"{folder}{page.removesuffix('.md')}.html"))}
            assert tags <= kept, (folder, page)


def test_large_print_has_letters_of_eighteen_points(made: Path) -> None:
    def size(name: str) -> float:
        """The size of most letters of the document, in points."""
        sizes: Counter[float] = Counter()

        def take(text: str, around: list[float], line: list[float], font: object, points: float) -> None:
            sizes[round(points * abs(line[3] * around[3]), 1)] += len(text.strip())

        for sheet in PdfReader(made / f"id/1-antre/{name}.pdf").pages:
            sheet.extract_text(visitor_text=take)
        return sizes.most_common(1)[0][0]

    assert size("buku-kerja-18") >= 18 > size("buku-kerja") >= 10


def test_no_link_leads_to_the_computer_that_printed(made: Path) -> None:
    for file in made.rglob("*.pdf"):
        assert b"file:" not in file.read_bytes(), file


def test_the_same_pages_give_the_same_bytes_from_any_folder(
    made: Path, design_course: Course, design_site: Path, tmp_path: Path, monkeypatch
) -> None:
    few = list(handouts(design_course))[:2]
    monkeypatch.setattr(printing, "handouts", lambda course: few)
    for file in apart(print_handouts, design_course, design_site, tmp_path):
        assert file.read_bytes() == (made / file.relative_to(tmp_path)).read_bytes(), file


def test_a_date_is_fixed_without_moving_a_byte() -> None:
    before = b"/CreationDate (D:20261130204656+00'00')\n/ModDate (D:20261130204656Z)"
    after = undated(before)
    assert len(after) == len(before) and b"20261130" not in after and after.count(b"D:20260101000000") == 2


def test_plain_text_holds_the_words_in_order_with_what_is_to_be_filled_in(design_site: Path, made: Path) -> None:
    text = (made / "en/1-antre/latihan.txt").read_text("utf-8-sig")
    assert text == plain_text((design_site / "en/antre/latihan.html").read_text("utf-8"))
    assert re.search(r"^A\. \[ \] \S", text, re.MULTILINE) and re.search(r"^- ____ \S", text, re.MULTILINE)
    assert not re.search(r"[<>]|Large print|\n{3}", text)


def test_where_nothing_can_print_it_says_what_is_missing(design_course, design_site: Path, tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(printing, "find", lambda: None)
    with pytest.raises(NoPrinter, match="none could be found"):
        apart(print_handouts, design_course, design_site, tmp_path)
    root = copy_design(tmp_path / "root")
    shutil.rmtree(tmp_path / "into", ignore_errors=True)
    assert apart(main, ["--root", str(root), "handouts", "--from", str(design_site), "--into", str(tmp_path / "into")]) == 1
    assert "Mend: install Chromium" in capsys.readouterr().err and not (tmp_path / "into").exists()
