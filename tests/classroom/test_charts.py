"""The charts of a class: each shows its figures as a picture with a title and again as a table, in both languages, without colour alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable

import pytest

from manusiawi.ground.catalogue import phrases
from tests.helpers.axe import violations
from tests.helpers.projects import PROJECT
from tools.classes import drawn

WEB = PROJECT / "manusiawi" / "web"
OPTIONS = {letter: f"Menanyakan kepada pemohon apa yang memudahkannya, lalu mencatatnya ({letter})" for letter in "ABCDE"}
DRAW = """
import * as charts from "./classroom/charts.js";
import { change } from "./classroom/stats/change.js";
import { itemFigures } from "./classroom/stats/items.js";
import { optionShares, tally } from "./classroom/stats/shares.js";
import { sureness } from "./classroom/stats/sureness.js";
const { before, after } = data, [item] = before.items, few = { ...before, people: { 1: before.people[1] } };
document.querySelector("main").append(
  charts.optionBars({ id: "bars", title: "Soal 1", shares: optionShares(item, tally(before, item)), options }),
  charts.optionBars({ id: "few", title: "Soal kecil", shares: optionShares(item, tally(few, item)), options }),
  charts.changeArrows({ id: "arrows", title: "Dua sesi",
    rows: before.items.map(one => ({ label: one.id, change: change(before, after, one) })) }),
  charts.itemMap({ id: "map", title: "Peta", rows: itemFigures(before).map(figures => ({ label: figures.id, figures })) }),
  charts.changeTable({ id: "votes", title: "Dua kali", change: change(before, after, item) }),
  charts.surenessTable({ id: "sure", title: "Yakin", table: sureness(before, item) }),
  `p: ${charts.probability(0.0004)}; ${charts.probability(0.0312)}`
);
"""


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """The address of pages that draw every chart of one class, one in each language."""
    folder = tmp_path_factory.mktemp("charts")
    shutil.copytree(WEB / "src", folder, dirs_exist_ok=True)
    styles = "".join((WEB / name).read_text("utf-8") for name in ("course.css", "charts.css"))
    (folder / "draw.js").write_text(DRAW, "utf-8")
    for language in ("id", "en"):
        values = {"WORDS_FIGURES": phrases(language, "g-"), "data": drawn(1), "options": OPTIONS}
        names = "".join(f"var {name} = {json.dumps(value)};" for name, value in values.items())
        (folder / f"{language}.html").write_text(
            f'<!doctype html><html lang="{language}" data-scheme="light"><title>Kelas</title>'
            '<meta name="viewport" content="width=device-width">'
            f'<style>{styles}</style><body class="md-typeset"><main><h1>Kelas</h1></main>'
            f'<script>{names}</script><script type="module" src="draw.js"></script>',
            "utf-8",
        )
    return serve(folder)


def drawn_page(open_page, charts: str, language: str = "id", **options):
    """The page once all its charts are there."""
    page = open_page(f"{charts}/{language}.html", **options)
    page.wait_for_selector("#sure-title")
    assert not page.faults
    return page


def test_every_picture_has_a_title_and_its_figures_stand_in_a_table_below(open_page, charts: str) -> None:
    page = drawn_page(open_page, charts)
    for title in ("Soal 1", "Dua sesi", "Peta"):
        picture = page.get_by_role("img", name=f"{title}. Angkanya ada di tabel di bawah gambar ini.")
        figure = page.locator("figure", has=picture)
        assert figure.get_by_role("table", name=title).count() == 1
    shown = page.locator("#bars-title + svg text").all_text_contents()
    table = page.locator("#bars-title ~ table").inner_text()
    percents = [text for text in shown if text.endswith("%")]
    assert percents and all(text in table for text in percents)


def test_the_key_is_marked_by_a_sign_and_a_word(open_page, charts: str) -> None:
    page = drawn_page(open_page, charts)
    (key,) = drawn(1)["before"]["items"][0]["keys"]
    assert page.locator("#bars-title ~ table tbody th", has_text="✓ benar").inner_text().startswith(f"{key}. ")
    assert "✓ benar" in " ".join(page.locator("#bars-title + svg text").all_text_contents())


def test_a_group_that_is_too_small_gets_its_reason_in_place_of_a_chart(open_page, charts: str) -> None:
    for language, words in (("id", "Tidak dihitung: kurang dari 5 orang."), ("en", "No figure: fewer than 5 people.")):
        figure = drawn_page(open_page, charts, language).locator("figure", has_text="Soal kecil")
        assert words in figure.inner_text() and not figure.locator("svg, table").count()


def test_numbers_are_written_as_the_language_writes_them(open_page, charts: str) -> None:
    shown = {
        language: drawn_page(open_page, charts, language).locator("#map-title ~ table tbody tr:first-child td:nth-child(3)").inner_text()
        for language in ("id", "en")
    }
    words = drawn_page(open_page, charts, "en").locator("main").inner_text()
    assert "p: below 0.001; 0.031" in words, "three digits cannot show it"
    assert "," in shown["id"] and shown["id"].replace(",", ".").replace("sampai", "to") == shown["en"]


@pytest.mark.parametrize("width", [320, 1280])
def test_every_chart_fits_and_axe_finds_no_fault(open_page, charts: str, width: int) -> None:
    for scheme in ("light", "dark"):
        page = drawn_page(open_page, charts, viewport={"width": width, "height": 800})
        page.evaluate("scheme => { document.documentElement.dataset.scheme = scheme; }", scheme)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        over = "Array.from(document.querySelectorAll('svg text')).filter(one => one.getBBox().x + one.getBBox().width > 321).length"
        assert page.evaluate(over) == 0
        assert violations(page) == []


def test_on_paper_the_bars_are_black_and_grey(open_page, charts: str) -> None:
    page = drawn_page(open_page, charts)
    page.emulate_media(media="print")
    fills = page.eval_on_selector_all("#bars-title + svg rect:not(.scale)", "all => all.map(one => getComputedStyle(one).fill)")
    assert set(fills) == {"rgb(0, 0, 0)", "rgb(136, 136, 136)"}
