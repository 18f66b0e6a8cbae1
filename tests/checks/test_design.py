"""The course's design: the speech is answered, tests are parallel, workshops add up, charts are true to their figures."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from pathlib import Path

import pytest

from manusiawi.checks.course import check
from manusiawi.model.loading import load_course
from manusiawi.render.charts import WIDTH, chart
from tests.helpers.axe import violations_light_and_dark
from tests.helpers.files import edit
from tests.helpers.projects import PROJECT


def told(root: Path) -> str:
    return "\n".join(map(str, check(load_course(root), root)))


def test_the_example_with_a_whole_design_has_no_fault(design: Path) -> None:
    assert told(design) == ""


CHART_VALUES = """    value: 1200
  - label: {id: "2019", en: "2019"}
  - label: {id: "2020", en: "2020"}
    value: 2400.5
"""

SPOILT = {  # the file, what is there, what comes instead, what the check says
    "speech without a row": (
        "course/course.yml",
        "seed: [S5]",
        "seed: [S5, S6]",
        "the speech's statement S6 has no row in course/speech.yml",
    ),
    "row that nobody asked for": ("course/speech.yml", "- id: S5", "- id: S7", "no module answers S7"),
    "row with a lost lesson": ("course/speech.yml", "antre/giliran#nomor", "antre/gilirn#nomor", 'no lesson is named "antre/gilirn"'),
    "row with a lost anchor": (
        "course/speech.yml",
        "antre/giliran#nomor",
        "antre/giliran#nomr",
        'no anchor of antre/giliran is named "nomr"',
    ),
    "row with a lost question": ("course/speech.yml", "item: papan", "item: papn", 'no question is named "papn"'),
    "row with a lost outcome": ("course/speech.yml", "outcome: o1", "outcome: o9", 'no outcome is named "o9"'),
    "row with a lost case": ("course/speech.yml", "case: antre/cerita", "case: antre/cerit", 'no case is named "antre/cerit"'),
    "workshop that does not add up": (
        "course/workshops.yml",
        "minutes: 65",
        "minutes: 50",
        "the modules and activities of this workshop take 65 minutes",
    ),
    "workshop with an unknown module": (
        "course/workshops.yml",
        "module: antre",
        "module: antri",
        'no module with trainer\'s notes is named "antri"',
    ),
    "trainer's notes with an unknown belief": (
        "course/trainer/antre.yml",
        "misconception: cepat",
        "misconception: cpat",
        'no misconception is named "cpat"',
    ),
    "lens example without a step": ("course/lens.yml", "  - step: tujuan\n", "", 'the answers of "contoh-nomor" are not one for each step'),
    "chart without a figure": ("course/charts.yml", CHART_VALUES, "", 'no bar of the chart "hitungan" has a figure'),
    "chart of an unknown fact": ("course/charts.yml", "facts: [antre-01]", "facts: [antre-02]", 'no fact is named "antre-02"'),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_gap_in_the_design_is_told(design: Path, name: str) -> None:
    path, old, new, says = SPOILT[name]
    edit(design / path, old, new)
    assert says in told(design)


def test_a_question_that_two_pages_set_is_told_with_the_first_of_them(design: Path) -> None:
    for language in ("id", "en"):
        page = design / f"docs/{language}/antre/cerita.md"
        page.write_text(page.read_text("utf-8") + "\n[[item nomor-hilang]]\n", "utf-8")
    says = told(design)
    for language in ("id", "en"):
        second, first = (rf"docs/{language}/antre/{name}\.md:\d+:1" for name in ("giliran", "cerita"))
        assert re.search(rf'{second}: question "nomor-hilang" is set twice; first at {first}', says)
    assert says.count("is set twice") == 2


def test_items_of_a_test_stand_in_no_self_check(design: Path) -> None:
    course = load_course(design)
    assert course.items["uji-ibu"].forms == ("a",) and "uji-ibu" not in [item.id for item in course.quiz_items("antre")]


def test_forms_that_differ_from_the_blueprint_are_told(design: Path) -> None:
    edit(design / "quizzes/antre.yml", "forms: [b]\n  stem:\n    id: Dari mana", "forms: [a]\n  stem:\n    id: Dari mana")
    says = told(design)
    assert 'form b has 1 items of module "antre"' in says and "form b has 0 items at C2" in says


def test_the_trainers_page_adds_the_clock_up(design_site: Path) -> None:
    page = (design_site / "pelatih.html").read_text("utf-8")
    assert "09.50–10.35" in page and "10.35–10.50" in page and "10.50–11.10" in page and "65 menit" in page
    assert "09:50–10:35" in (design_site / "en/pelatih.html").read_text("utf-8")
    notes = (design_site / "antre/pelatih.html").read_text("utf-8")
    assert 'href="giliran.html"' in notes and "Cepat berarti adil." in notes, "lessons with minutes, beliefs in words"


def test_the_speech_table_links_what_answers_each_statement(design_site: Path) -> None:
    page = (design_site / "alat.html").read_text("utf-8")
    row = page[page.index('id="s5"') :]
    for address in ('href="antre/giliran.html#nomor"', 'href="antre/soal.html#papan"', 'href="antre/cerita.html"'):
        assert address in row


def test_bars_are_as_long_as_their_figures_and_a_gap_stays_a_gap(design_site: Path) -> None:
    page = (design_site / "antre/cerita.html").read_text("utf-8")
    svg = etree.fromstring(re.search(r"<svg.*?</svg>", page, re.DOTALL)[0])
    widths = [float(bar.get("width", 0)) for bar in svg.iter("rect")]
    assert len(widths) == 2 and widths[1] / widths[0] == pytest.approx(2400.5 / 1200, rel=0.01)
    assert [text.text for text in svg.iter("text")] == ["2018", "1.200", "2019", "–", "2020", "2.400,5"]
    assert svg.get("role") == "img" and "satu tahun tidak dihitung" in svg.get("aria-label")
    table = page[page.index("<table") : page.index("</table>")]
    assert "<td>1.200</td>" in table and "<td>tidak ditemukan</td>" in table
    assert "<td>2,400.5</td>" in (design_site / "en/antre/cerita.html").read_text("utf-8")


def drawn(design: Path, values: tuple[float | None, ...]) -> list[tuple[float, float]]:
    """Where each bar of a chart with these figures begins and ends, in parts of the drawing's width."""
    text = (design / "course/charts.yml").read_text("utf-8")
    bars = "".join(
        f'  - label: {{id: "{number}", en: "{number}"}}\n' + (f"    value: {value}\n" if value is not None else "")
        for number, value in enumerate(values)
    )
    (design / "course/charts.yml").write_text(text[: text.index("  - label")] + bars, "utf-8")
    figure = chart(load_course(design), "id", "antre/cerita.md", "hitungan")
    svg = etree.fromstring(figure[figure.index("<svg") : figure.index("</svg>") + len("</svg>")])
    assert all(0 <= float(text.get("x", "")) <= WIDTH for text in svg.iter("text"))
    starts, widths = ([float(bar.get(name, "")) / WIDTH for bar in svg.iter("rect")] for name in ("x", "width"))
    return [(start, start + width) for start, width in zip(starts, widths, strict=True)]


def test_bars_below_zero_end_where_the_others_begin(design: Path) -> None:
    (low, zero), (begin, high), *_ = drawn(design, (-20, 30, None))
    assert 0 < low < zero == begin < high < 1
    assert (zero - low) / (high - begin) == pytest.approx(2 / 3, rel=0.02)
    (low, zero), (lower, end) = drawn(design, (-20, -10))
    assert 0 < low < lower < zero == end < 1


@pytest.mark.parametrize("values", ((0.0,), (0.0, None), (0.00001, 0.004)))
def test_small_figures_and_none_above_zero_are_drawn(design: Path, values: tuple[float | None, ...]) -> None:
    bars = drawn(design, values)
    assert len(bars) == sum(value is not None for value in values) and all(0 < begin <= end < 1 for begin, end in bars)


def test_hostile_words_in_the_design_reach_no_page_as_a_tag(design: Path) -> None:
    from manusiawi.build.site import build_site

    for path, old in (
        ("course/trainer/antre.yml", "id: Kartu nomor."),
        ("course/workshops.yml", "id: Satu hari"),
        ("course/charts.yml", "id: Antrean menurut tahun"),
        ("course/lens.yml", "id: Lihat orangnya."),
        ("course/lens.yml", "Nomor yang hilang antre lagi."),
        ("course/speech.yml", "id: Setiap pertemuan"),
    ):
        edit(
            design / path,
            old,
            old.replace("id: ", "id: <script>alert(1)</script> ") if old.startswith("id: ") else f"<script>alert(1)</script> {old}",
        )
    build_site(design, design / "site", strict=False)
    for page in (design / "site").rglob("*.html"):
        assert "<script>alert" not in page.read_text("utf-8"), page


# ---- The lens in a browser


def lens(open_page, serve, design_site: Path, **options):
    return open_page(f"{serve(design_site)}/alat.html", **options)


def test_the_lens_sums_up_saves_a_text_and_a_calendar(open_page, serve, design_site: Path) -> None:
    page = lens(open_page, serve, design_site)
    page.get_by_label("Tuliskan aturan, kebiasaan").fill("Harus datang; sendiri, selalu")
    page.get_by_label("Hak siapa yang tersentuh?").fill("Hak atas pelayanan")
    page.get_by_role("button", name="Lihat ringkasan").click()
    assert page.evaluate("document.activeElement.id") == "ringkasan"
    assert "Hak atas pelayanan" in page.locator(".lens-out dl").inner_text()
    with page.expect_download() as text:
        page.get_by_role("button", name="Simpan berkas teks").click()
    assert "Hak atas pelayanan" in Path(text.value.path()).read_text("utf-8")
    page.get_by_role("button", name="Simpan berkas kalender").click()
    assert page.evaluate("document.activeElement.id") == "rencana-start", "without a date the field asks for one"
    page.get_by_label("Mulai tanggal").fill("2026-12-15")
    with page.expect_download() as calendar:
        page.get_by_role("button", name="Simpan berkas kalender").click()
    lines = Path(calendar.value.path()).read_bytes().decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2] == "END:VCALENDAR" and lines.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20261215" in lines and "DTSTART;VALUE=DATE:20270114" in lines, "thirty days later, over the turn of the year"
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = "\r\n".join(lines).replace("\r\n ", "")  # a long line goes on behind one space (RFC 5545, 3.1)
    assert r"Harus datang\; sendiri\, selalu" in unfolded
    assert page.faults == []


def test_the_lens_keeps_nothing_unless_asked_and_forgets_when_told(open_page, serve, design_site: Path) -> None:
    page = lens(open_page, serve, design_site)
    field = page.get_by_label("Hak siapa yang tersentuh?")
    field.fill("Hak atas pelayanan")
    page.reload()
    assert field.input_value() == ""
    field.fill("Hak atas pelayanan")
    page.get_by_label("Simpan tulisan saya").check()
    page.reload()
    assert field.input_value() == "Hak atas pelayanan"
    page.get_by_role("button", name="Kosongkan isian").click()
    assert field.input_value() == ""
    page.get_by_role("button", name="Kembalikan isian").click()
    assert field.input_value() == "Hak atas pelayanan"
    page.get_by_label("Simpan tulisan saya").uncheck()
    page.reload()
    assert field.input_value() == "" and page.evaluate("localStorage.getItem('manusiawi-lensa')") is None


def test_a_spoilt_record_of_the_lens_is_left_alone(open_page, serve, design_site: Path) -> None:
    page = lens(open_page, serve, design_site)
    for entry in (
        "{",
        "null",
        "[]",
        '{"v":1,"fields":null}',
        '{"v":1,"fields":{"jawaban-hak":{"x":1},"aturan":"<img src=x onerror=alert(1)>"}}',
    ):
        page.evaluate("text => localStorage.setItem('manusiawi-lensa', text)", entry)
        page.reload()
        assert page.get_by_label("Hak siapa yang tersentuh?").input_value() == "" and page.faults == []


def test_an_example_can_be_carried_on(open_page, serve, design_site: Path) -> None:
    page = lens(open_page, serve, design_site)
    page.get_by_role("button", name="Lanjutkan contoh ini").click()
    assert page.get_by_label("Hak siapa yang tersentuh?").input_value() == "Giliran orang itu."
    assert page.get_by_label("Apa tujuannya?").input_value() == "", "the step that is the learner's stays open"


def test_the_lens_can_be_written_in_and_read_without_a_script(open_page, serve, design_site: Path) -> None:
    page = lens(open_page, serve, design_site, java_script_enabled=False)
    assert page.get_by_text("memerlukan skrip").is_visible() and page.get_by_label("Apa tujuannya?").is_visible()
    assert page.get_by_role("button", name="Lihat ringkasan").count() == 0


@pytest.mark.parametrize("path", ("alat.html", "pelatih.html", "antre/pelatih.html", "antre/cerita.html"))
def test_axe_finds_nothing_on_the_pages_of_the_design(open_page, serve, design_site: Path, path: str) -> None:
    page = open_page(f"{serve(design_site)}/{path}")
    assert violations_light_and_dark(page) == []


def test_the_real_speech_table_is_whole() -> None:
    course = load_course(PROJECT)
    assert set(course.speech) == {f"S{number}" for number in range(1, 17)}
