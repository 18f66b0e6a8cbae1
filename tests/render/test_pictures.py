"""Pictures are text for every reader: none is a control, numbers stand as the language writes them, drawings keep to their table."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from manusiawi.checks.course import check
from manusiawi.entries.pictures import PICTURE_KINDS
from manusiawi.model.loading import load_course
from manusiawi.render.pictures.numbers import GAP, HEIGHT, TOP, apart
from tests.helpers.html import Html
from tests.helpers.projects import PICTURES, copy_pictures

SHEET = '<link rel="stylesheet" href="../assets/pictures.css'


@pytest.fixture(scope="module")
def figures(pictures_site: Path) -> dict[str, str]:
    """The figures of the Indonesian page by the names of their pictures."""
    return dict(_parted((pictures_site / "antre/gambar.html").read_text("utf-8")))


def _parted(text: str) -> list[tuple[str, str]]:
    return [
        (found[2], found[1]) for found in re.finditer(r'(<figure class="pic [^>]*? id="gambar-([a-z-]+)".*?</figure>)', text, re.DOTALL)
    ]


def test_the_template_shows_every_kind_and_its_pictures_have_no_fault(tmp_path: Path) -> None:
    kinds = set(re.findall(r"^(?:# )? +kind: (\S+)", PICTURES.read_text("utf-8"), re.MULTILINE))
    assert kinds == set(PICTURE_KINDS)
    root = copy_pictures(tmp_path / "course")
    assert check(load_course(root), root) == []


def test_every_picture_stands_on_its_page_in_both_languages(pictures_site: Path, figures: dict[str, str]) -> None:
    pictures = yaml.safe_load((pictures_site.parent / "course/pictures/antre.yml").read_text("utf-8"))["pictures"]
    assert list(figures) == [picture["id"] for picture in pictures]
    english = dict(_parted((pictures_site / "en/antre/gambar.html").read_text("utf-8")))
    for picture in pictures:
        for language, text in (("id", figures[picture["id"]]), ("en", english[picture["id"]])):
            assert picture["title"][language] in text and picture["shows"][language] in text


def test_only_pages_with_a_picture_load_the_styles_of_pictures_and_once(pictures_site: Path) -> None:
    text = (pictures_site / "antre/gambar.html").read_text("utf-8")
    assert text.count(SHEET) == 1 and text.index(SHEET) < text.index('<figure class="pic ')
    assert "pictures.css" not in (pictures_site / "antre/index.html").read_text("utf-8")


def test_a_paper_holds_no_control_and_says_in_words_what_it_draws(figures: dict[str, str]) -> None:
    paper = figures["lk-contoh"]
    assert not re.search(r"<(?:input|select|textarea|button|label)\b", paper)
    assert "Gambar formulir, bukan untuk diisi" in paper
    assert "Cap: </span><b>DITERIMA</b>" in paper and "Tanda tangan: </span>Petugas loket" in paper
    assert 'Diambil sendiri <span class="sr">(dicentang)</span>' in paper
    assert 'Diambil keluarga <span class="sr">(tidak dicentang)</span>' in paper
    assert re.search(r"<span>Nama:</span> <i>Rukayah</i>", paper) and re.search(
        r'<span>Agama:</span> <i><span class="sr">\(kosong\)', paper
    )


def test_each_mark_on_a_paper_leads_to_its_note_and_is_called_one(figures: dict[str, str]) -> None:
    paper = Html(figures["lk-contoh"])
    marks = [link["href"].removeprefix("#") for link in paper.all("a")]
    assert marks == ["gambar-lk-contoh-1", "gambar-lk-contoh-2"] and set(marks) <= paper.ids
    assert figures["lk-contoh"].count('<span class="sr">catatan </span>') == 2


def test_branches_are_lists_within_lists_that_say_yes_and_no(figures: dict[str, str]) -> None:
    tree = re.sub(r"\s*<[^>]+>\s*", "|", figures["lk-contoh-pohon"])
    assert re.search(
        r"Tertulis di standar pelayanan\?.*\|Ya\|.*Minta, dan.*\|Tidak\|.*Ada peraturan.*\|Ya\|.*\|Tidak\|.*Jangan minta", tree
    )


def test_a_scale_has_a_box_for_each_day_and_its_list_says_whose_they_are(figures: dict[str, str]) -> None:
    scale = figures["lk-contoh-waktu"]
    drawing = scale[scale.index('<svg class="days"') : scale.index("</svg>")]
    assert drawing.count("<rect") == 10 and drawing.count('<rect class="on"') == 9
    assert 'viewBox="0 0 200 60"' in drawing, "two rows of five working days"
    assert '<b>Hari kerja 2–10:</b> <span class="sr">(Bu Rukayah menunggu)</span> Menunggu.' in scale


@pytest.mark.parametrize("path, number", [("antre/gambar.html", "1.200"), ("en/antre/gambar.html", "1,200")])
def test_a_bar_stands_below_its_number_as_the_language_writes_it(pictures_site: Path, path: str, number: str) -> None:
    bars = dict(_parted((pictures_site / path).read_text("utf-8")))["lk-contoh-batang"]
    assert f"<td>{number}<svg" in bars
    assert re.findall(r'<rect width="([\d.]+)"', bars) == ["100", "25.8"]


def test_lines_from_before_to_after_begin_at_zero_and_stand_in_a_table(figures: dict[str, str]) -> None:
    slope = figures["lk-contoh-lereng"]
    (first, second), (same, unchanged) = ((float(a), float(b)) for a, b in re.findall(r'y1="([\d.]+)" x2="\d+" y2="([\d.]+)"', slope))
    foot = HEIGHT - 16
    assert same == unchanged and (foot - second) / (foot - first) == pytest.approx(12 / 45, abs=0.01)
    assert "A. Surat keterangan</th><td>45</td><td>12</td>" in slope


@pytest.mark.parametrize("places", [[40.0, 41.0, 42.0, 43.0], [31.0] * 6, [170.0] * 6, [30.0, 100.0, 101.0]])
def test_words_beside_the_lines_never_cover_each_other(places: list[float]) -> None:
    moved = sorted(apart(places))
    assert moved[0] >= TOP and all(after - before >= GAP - 1e-9 for before, after in pairwise(moved))


def test_a_recording_waits_to_be_played_and_has_its_words_in_writing(figures: dict[str, str]) -> None:
    film = Html(figures["rekaman"]).all("video")[0]
    assert film["preload"] == "none" and "autoplay" not in film and "controls" in film
    assert "default" not in Html(figures["rekaman"]).all("track")[0], "such a track is fetched with the page"
    assert "Selamat pagi, Bu." in figures["rekaman"] and "0,1 MB" in figures["rekaman"]
    assert '<a href="sapaan.mp3" download>' in figures["rekaman"]
