"""What participants write in: a workbook of each module, and its questions without their answers."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest

from manusiawi.entries.items import BranchingCase
from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from tests.helpers.html import Html

PAGE = 30_000  # bytes by Brotli of a page itself


def article(page: Path) -> str:
    return re.search(r"<article.*?</article>", page.read_text("utf-8"), re.DOTALL)[0]


@pytest.mark.parametrize("folder, language", (("", "id"), ("en/", "en")))
def test_exercises_ask_every_question_of_the_key_under_its_heading_and_number(
    course: Course, site: Path, folder: str, language: str
) -> None:
    for module in course.banks:
        asked, key = (article(site / f"{folder}{module}/{name}.html") for name in ("latihan", "kunci"))
        heads = [re.findall(r"<h([23])[^>]*>(.*?)</h", text) for text in (asked, key)]
        assert heads[0] == heads[1] and len(heads[0]) > 15, module
        stems = [re.findall(r'<p class="mq-stem">(.*?)(?: <span class="mq-hint">.*?</span>)?</p>', text) for text in (asked, key)]
        assert stems[0] == stems[1], module


def test_neither_workbook_nor_exercises_give_an_answer_away(course: Course, site: Path) -> None:
    for folder in ("", "en/"):
        for module in course.banks:
            for name in ("latihan", "buku-kerja"):
                page = article(site / f"{folder}{module}/{name}.html")
                assert not re.search(r'class="mq-(?:key|v|yes|no|belief)|data-(?:key|accept|number|rev|o)\b', page), (folder, module, name)


def test_a_workbook_names_each_lesson_with_its_address_and_beginning(course: Course, site: Path) -> None:
    for slug, module in course.modules.items():
        page = article(site / f"{slug}/buku-kerja.html")
        for name in module.page_slugs:
            source = course.pages["id"][f"{slug}/{name}.md"]
            part = page.partition(f'id="{name}"')[2].partition("<h2")[0]
            assert f'<a href="{name}.html">{slug}/{name}.html</a>' in part, name
            assert "<blockquote>" in part and part.count('class="ex"') == len(source.marked("item")), name


def test_there_is_room_to_write_that_a_screen_reader_passes_over(example_site: Path) -> None:
    page = Html((example_site / "antre/latihan.html").read_text("utf-8"))
    room = [tag for tag in page.tags if tag[1].get("class") in ("write", "tick", "blank")]
    assert {attributes["class"] for _, attributes in room} == {"write", "tick", "blank"}
    assert all(attributes.get("aria-hidden") == "true" for _, attributes in room)
    heads = [attributes.get("scope") for tag, attributes in page.tags if tag == "th"]
    assert heads and set(heads) == {"col", "row"}


def test_a_case_shows_its_first_scene_alone_and_says_where_it_goes_on(course: Course, site: Path) -> None:
    case = next(item for item in course.banks["nondiskriminasi"].items if isinstance(item, BranchingCase))
    page = article(site / "en/nondiskriminasi/latihan.html")
    assert case.nodes[0].title.en in page and case.nodes[-1].title.en not in page
    assert '<a href="kasus.html">nondiskriminasi/kasus.html</a>' in page


@pytest.mark.parametrize("name", ("buku-kerja", "latihan"))
def test_the_page_is_light(site: Path, name: str) -> None:
    pages = [*site.glob(f"*/{name}.html"), *site.glob(f"en/*/{name}.html")]
    assert len(pages) == 18 and max(len(brotli.compress(page.read_bytes())) for page in pages) <= PAGE


def test_trainers_reach_both_from_their_pages(site: Path) -> None:
    for folder, language in (("", "id"), ("en/", "en")):
        page = (site / f"{folder}pelatih.html").read_text("utf-8")
        notes = (site / f"{folder}loket/pelatih.html").read_text("utf-8")
        assert f'<a href="loket/buku-kerja.html">{say(language, "trainer-workbook")}</a>' in page
        assert 'href="buku-kerja.html"' in notes and 'href="latihan.html"' in notes
