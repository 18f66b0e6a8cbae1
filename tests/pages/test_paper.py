"""What a learner or trainer prints: real sheets made by a real Chromium, read back sheet by sheet."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from manusiawi.build.site import build_site
from manusiawi.entries.items import BranchingCase
from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from tests.helpers.projects import copy_design
from tests.helpers.questions import check, section
from tests.helpers.styling import add_styles

QUIZZES = ("nondiskriminasi/soal.html", "en/kelompok-rentan/soal.html", "nondiskriminasi/bias.html", "budaya-kerja/saluran.html")
KINDS = (
    "index.html",
    "nondiskriminasi/bias.html",
    "nondiskriminasi/soal.html",
    "nondiskriminasi/kunci.html",
    "nondiskriminasi/kasus.html",
    "budaya-kerja/saluran.html",
    "sumber.html",
    "sumber/uu-39-1999.html",
    "glosarium.html",
    "ucapan.html",
    "pelatih.html",
    "lensa.html",
    "kemajuan.html",
    "bukti.html",
    "ulangan.html",
)


def squeezed(text: str) -> str:
    """A text without spaces and ligatures: lines break elsewhere on paper, and a PDF has one letter for fi."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.fixture
def printed(open_page, serve, site: Path) -> Callable:
    """A function that opens a page of the course and gives it with the text of each of its A4 sheets."""

    def print_(path: str, prepare: Callable = lambda page: None):
        page = open_page(f"{serve(site)}/{path}", color_scheme="dark")
        prepare(page)
        reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
        return page, [squeezed(sheet.extract_text()) for sheet in reader.pages]

    return print_


@pytest.mark.parametrize("path", QUIZZES)
def test_no_question_stands_on_two_sheets(printed, path: str) -> None:
    page, sheets = printed(path)
    questions = page.evaluate("""[...document.querySelectorAll('section.mq:not([data-mq=branching-case])')].map(question => [
        question.querySelector('.hd').innerText, question.querySelector('legend,.mq-stem').innerText,
        ([...question.querySelectorAll('.mq-o,.mq-row label,.mq-in')].pop() || question).innerText])""")
    assert len(questions) > 1 and len(sheets) > 1
    for heading, stem, last in questions:
        on = [number for number, sheet in enumerate(sheets) if squeezed(heading) in sheet and squeezed(stem) in sheet]
        assert len(on) == 1, (heading, on)
        assert squeezed(last) in sheets[on[0]][sheets[on[0]].index(squeezed(stem)) :], heading


def test_a_handout_holds_no_answers_and_the_key_holds_them_all(printed) -> None:
    page, sheets = printed("nondiskriminasi/soal.html")
    reasons = page.evaluate("[...document.querySelectorAll('.mq-key li > p:not(.mq-v)')].map(reason => reason.textContent)")
    assert len(reasons) > 40 and not [reason for reason in reasons if squeezed(reason) in "".join(sheets)]
    key, sheets = printed("nondiskriminasi/kunci.html")
    whole = "".join(sheets)
    answers = key.evaluate(
        "[...document.querySelectorAll('article h1,article h2,article h3,.mq-stem,.mq-scene > *,.mq-key p')].map(part => part.textContent)"
    )
    assert len(answers) > 150 and [answer for answer in answers if squeezed(answer) not in whole] == []
    assert [reason for reason in reasons if squeezed(reason) not in whole] == []


def test_an_answer_of_the_key_begins_on_the_sheet_of_its_question(printed) -> None:
    page, sheets = printed("nondiskriminasi/kunci.html")
    pairs = page.evaluate(
        """[...document.querySelectorAll('.mq-sheet')].map(one =>
        [one.querySelector('.mq-stem').textContent, one.querySelector('.mq-key li p,.mq-key li b,.mq-key p').textContent])"""
    )
    assert len(pairs) > 15
    for stem, first in pairs:
        assert any(squeezed(stem) in sheet and squeezed(first) in sheet for sheet in sheets), stem


def test_all_scenes_of_a_case_are_printed_in_order_each_whole_with_where_its_choices_lead(printed, course: Course) -> None:
    case = next(item for item in course.banks["nondiskriminasi"].items if isinstance(item, BranchingCase))

    def follow(page) -> None:
        page.locator(".mq-way:visible").last.click()

    page, sheets = printed("nondiskriminasi/kasus.html", follow)
    titles = {node.id: node.title.id for node in case.nodes}
    whole, at = "".join(sheets), 0
    for node in case.nodes:
        words = [squeezed(node.title.id), *(squeezed(f"{choice.text.id} (lalu “{titles[choice.to]}”)") for choice in node.choices)]
        at = whole.index(words[0] + squeezed(re.sub(r"\[\[.*", "", node.text.id)[:40]), at)
        if node.choices:
            assert any(
                words[-1] in sheet and words[0] in sheet.partition(words[-1])[0]
                for sheet in (sheet.replace("(pilihanAnda)", "") for sheet in sheets)
            ), node.title.id
    assert squeezed("Kembali ke awal kasus") not in whole
    assert page.locator(".mq-node:visible").count() == 2, "on the screen the road is as it was"
    assert page.locator(".mq-node:visible").first.get_attribute("id").endswith(case.nodes[0].id)


@pytest.mark.parametrize("path", ("sumber/uu-39-1999.html", "en/sumber/uu-25-2009.html", "sumber/fakta.html"))
def test_the_addresses_of_laws_and_sources_are_written_out(printed, path: str) -> None:
    page, sheets = printed(path)
    addresses = page.evaluate("[...document.querySelectorAll('article a[href^=http]')].map(link => link.getAttribute('href'))")
    whole = "".join(sheets)
    assert addresses and [address for address in addresses if squeezed(f"({address})") not in whole] == []


def test_charts_stand_with_their_titles_and_tables_are_printed_whole(printed) -> None:
    page, sheets = printed("budaya-kerja/saluran.html")
    charts = page.evaluate("""[...document.querySelectorAll('.chart')].map(chart => [chart.querySelector('.chart-title').textContent,
        [...chart.querySelectorAll('svg text')].map(text => text.textContent),
        [...chart.querySelectorAll('tr')].map(row => row.textContent), chart.querySelector('figcaption').innerText])""")
    assert charts
    for title, drawn, rows, caption in charts:
        on = [sheet for sheet in sheets if squeezed(title) in sheet]
        assert len(on) == 1 and all(squeezed(text) in on[0] for text in drawn), title
        assert all(any(squeezed(row) in sheet for sheet in sheets) for row in rows) and squeezed(caption) in "".join(sheets)


@pytest.mark.parametrize("width", (390, 1280))
@pytest.mark.parametrize("path", ("budaya-kerja/saluran.html", "ucapan.html", "bukti.html", "pelatih.html", "kewajiban/kasus.html"))
def test_a_tables_columns_stand_under_their_heads_on_screen_and_on_paper(open_page, serve, site: Path, path: str, width: int) -> None:
    page = open_page(f"{serve(site)}/{path}", viewport={"width": width, "height": 800})
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        tables = page.evaluate("""[...document.querySelectorAll('article table')]
          .filter(table => table.rows.length > 1 && table.offsetHeight).map(table => {
            const boxes = row => [...row.cells].map(cell => cell.getBoundingClientRect());
            const [head, first] = [table.tHead.rows[0], table.tBodies[0].rows[0]].map(boxes);
            return first.every((cell, at) => Math.abs(cell.left - head[at].left) < 1 && cell.top >= head[at].bottom - 1) })""")
        assert tables and all(tables), media


def test_the_record_of_learning_is_one_sheet_and_progress_prints_without_its_buttons(printed, course: Course) -> None:
    def write(page) -> None:
        page.get_by_label("Nama (tidak disimpan)").fill("Sri Rahayu")

    page, sheets = printed("bukti.html", write)
    assert len(sheets) == 1
    rows = page.evaluate("[...document.querySelectorAll('.record tr,.record .line')].map(row => row.textContent)")
    assert len(rows) > 10 and all(squeezed(row) in sheets[0] for row in (*rows, "Sri Rahayu"))
    page, sheets = printed("kemajuan.html")
    states = page.evaluate(
        """[...document.querySelectorAll('.progress li')]
        .map(row => row.querySelector('a').textContent + row.querySelector('.state').textContent)"""
    )
    assert len(states) == len(course.modules) and all(squeezed(state) in "".join(sheets) for state in states)
    assert not any(squeezed(words) in "".join(sheets) for words in ("Kosongkan modul ini", "Simpan ke berkas"))


@pytest.mark.parametrize("path", KINDS)
def test_paper_is_black_on_white_without_navigation_buttons_or_an_empty_sheet(printed, path: str) -> None:
    page, sheets = printed(path)
    assert all(sheets), "no empty sheet"
    page.emulate_media(media="print")
    assert (
        page.locator(
            "nav:visible,button:visible,.md-button:visible,.top:visible,.skip:visible,.addr:visible,.band:visible,input[type=file]:visible"
        ).count()
        == 0
    )
    found = page.evaluate("""(() => { const found = new Set();
        for (const element of document.querySelectorAll('html,body,body *')) {
            if (!element.checkVisibility() || element.closest('.sr,.steps')) continue;
            const style = getComputedStyle(element), text = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
            const ground = style.backgroundColor, name = element.outerHTML.slice(0, 60);
            if (text && style.color !== 'rgb(0, 0, 0)' && !element.closest('select')) found.add('color ' + style.color + ' ' + name);
            const shades = new Set(style.fill.match(/[0-9.]+/g)); // drawings may shade in grey, as any printer does
            const printable = element.closest('.pic') ? shades.size < 2 : ['none', 'rgb(0, 0, 0)'].includes(style.fill);
            if (element.closest('svg') && element.tagName !== 'svg' && !printable) found.add('fill ' + style.fill);
            const plain = ['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(ground);
            if (!element.matches('input,select') && !plain) found.add('ground ' + ground + ' ' + name);
        } return [...found] })()""")
    assert found == []


def test_large_letters_of_the_browser_are_large_on_paper(printed) -> None:
    def enlarge(page) -> None:
        add_styles(page, "html { font-size: 200% !important }")

    _, plain = printed("nondiskriminasi/bias.html")
    _, large = printed("nondiskriminasi/bias.html", enlarge)
    assert len(large) >= 2 * len(plain)


def test_the_summary_of_the_lens_is_printed_alone(printed) -> None:
    def fill(page) -> None:
        page.locator(".lens textarea").first.fill("Harus datang sendiri.")
        page.get_by_role("button", name="Lihat ringkasan").click()

    _, sheets = printed("lensa.html", fill)
    assert len(sheets) == 1 and squeezed("Harus datang sendiri.") in sheets[0] and squeezed("Contoh lengkap") not in sheets[0]


def test_an_empty_choice_is_a_line_to_write_on_and_a_chosen_one_is_printed(printed) -> None:
    def choose(page) -> None:
        page.locator(".mq select").first.select_option(index=1)

    page, _ = printed("nondiskriminasi/soal.html", choose)
    page.emulate_media(media="print")
    colours = page.evaluate("[...document.querySelectorAll('.mq select')].slice(0, 2).map(select => getComputedStyle(select).color)")
    assert colours == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]


# ---- The language of parts, folds of authors, and what is said of reasons.


def languages(reader: PdfReader) -> list[str]:
    """The languages that the parts of a tagged PDF name, the document's own first."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        part = waiting.pop(0).get_object()
        if isinstance(part, list):
            waiting = [*part, *waiting]
        elif isinstance(part, dict):
            found += [str(part["/Lang"])] if "/Lang" in part else []
            waiting = [*([part["/K"]] if "/K" in part else []), *waiting]
    return found


@pytest.mark.parametrize(
    "path", ("glosarium.html", "en/glosarium.html", "en/index.html", "en/sumber/fakta.html", "en/martabat/kata-kata.html")
)
def test_each_part_in_the_other_language_says_so_on_paper(open_page, serve, site: Path, path: str) -> None:
    page = open_page(f"{serve(site)}/{path}")
    own, *parts = languages(PdfReader(io.BytesIO(page.pdf(tagged=True))))
    page.emulate_media(media="print")
    shown = page.evaluate("[...document.querySelectorAll('article [lang]')].filter(part => part.checkVisibility()).map(part => part.lang)")
    assert shown and own == ("en" if path.startswith("en/") else "id")
    assert sorted(part for part in parts if part != own) == sorted(shown)


FOLDS = """
<details markdown>
<summary>Contoh surat</summary>

Warga yang datang lebih dulu dilayani lebih dulu.

</details>
"""


def test_what_an_author_folded_is_open_on_paper_and_the_courses_own_folds_stay_out(open_page, serve, tmp_path: Path) -> None:
    root = copy_design(tmp_path / "course")
    page_file = root / "docs/id/antre/giliran.md"
    page_file.write_text(page_file.read_text("utf-8") + FOLDS, "utf-8")
    build_site(root, root / "site", publish=False)
    page = open_page(f"{serve(root / 'site')}/antre/giliran.html")
    assert not page.get_by_text("Warga yang datang lebih dulu dilayani").is_visible()
    text = "".join(squeezed(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    assert squeezed("Contoh surat") in text and squeezed("Warga yang datang lebih dulu dilayani lebih dulu.") in text
    assert squeezed("Jawaban dan alasan soal 1") not in text and squeezed("Cepat berarti adil") not in text


def test_paper_speaks_of_reasons_below_where_they_are_below(open_page, serve, example_site: Path) -> None:
    page = open_page(f"{serve(example_site)}/antre/giliran.html")
    section(page, "nomor-hilang").get_by_text("Memberi nomor terakhir", exact=True).first.check()
    said, below = check(page, "nomor-hilang"), squeezed(say("id", "s-below"))
    assert squeezed(said).endswith(below)

    def paper() -> str:
        return "".join(squeezed(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf())).pages)

    assert below in paper(), "the reasons are open"
    page.reload()
    assert section(page, "nomor-hilang").locator(".mq-say").inner_text() == said, "the screen says it as before"
    assert squeezed("Jawaban Anda belum tepat.") in paper() and below not in paper()
