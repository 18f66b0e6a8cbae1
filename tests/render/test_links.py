"""Links and Markdown in the texts of YAML files: what the check accepts is right wherever the text shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from manusiawi.checks.course import check
from manusiawi.model.loading import load_course
from tests.helpers.files import edit
from tests.helpers.projects import add_own_pages, copy_design

LINK = "[giliran](antre/giliran.md#nomor)"  # from the root of a language, where texts of the whole course count from
EDITS = [
    ("course/lens.yml", "Lihat orangnya.", f'"Lihat orangnya, lalu {LINK}."'),
    ("course/course.yml", "id: Cepat berarti adil.", f"id: Cepat berarti *adil*, kata {LINK}."),
    ("course/charts.yml", "Antrean bertambah,", f"Antrean *bertambah* {LINK} ([[fact antre-01]]),"),
    ("course/workshops.yml", "id: Satu hari", "id: Satu *hari*"),
]


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The design with a link or Markdown in the lens, a mistaken belief, a chart and a workshop, built."""
    root = copy_design(tmp_path_factory.mktemp("linked") / "course")
    add_own_pages(root, after="  - alat.md\n")
    for path, old, new in EDITS:
        edit(root / path, old, new)
    assert [str(fault) for fault in check(load_course(root), root)] == []
    build_site(root, root / "site", publish=False)
    return root / "site"


@pytest.mark.parametrize("page", ["alat.html", "kemajuan.html", "antre/soal.html", "antre/kunci.html", "antre/pelatih.html"])
def test_a_link_that_the_check_accepts_leads_to_its_page_from_every_folder(linked: Path, page: str) -> None:
    text = (linked / page).read_text("utf-8")
    ways = re.findall(r'<a href="([^"]+)">giliran</a>', text)
    assert ways, f"no link on {page}"
    for way in ways:
        path, _, anchor = way.partition("#")
        target = (linked / page).parent / path
        assert target.resolve() == (linked / "antre/giliran.html").resolve() and f'id="{anchor}"' in target.read_text("utf-8")


def test_the_caption_of_a_chart_is_rendered_and_its_drawing_speaks_plain_words(linked: Path) -> None:
    text = (linked / "antre/cerita.html").read_text("utf-8")
    assert "Antrean <em>bertambah</em>" in text and "[[fact" not in text
    assert ". Antrean bertambah giliran (" in text.replace("&quot;", '"'), "the description of the drawing has no marks of Markdown"


def test_a_mistaken_belief_on_the_page_of_progress_is_rendered(linked: Path) -> None:
    assert "Cepat berarti <em>adil</em>, kata <a" in (linked / "kemajuan.html").read_text("utf-8")


def test_the_title_of_a_workshop_is_rendered(linked: Path) -> None:
    assert "Satu <em>hari</em>" in (linked / "pelatih.html").read_text("utf-8")
