"""Rooms from above: the list says what the numbers mark, and a question that shows one can be answered without seeing it."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest

from manusiawi.checks.course import check
from manusiawi.entries.drawn.rooms import FACINGS, THINGS, Plan
from manusiawi.lint.run import lint
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from manusiawi.render.pictures.furniture import drawn
from manusiawi.render.pictures.room import room
from tests.helpers.files import edit
from tests.helpers.projects import copy_pictures

BANK = "quizzes/antre.yml"


@pytest.fixture
def drawn_course(tmp_path: Path) -> Path:
    """The example with the template's pictures; its inspection shows the template's plan, which has two places more."""
    root = copy_pictures(tmp_path / "course")
    edit(root / BANK, "  type: inspection\n", "  type: inspection\n  picture: lk-contoh-denah\n")
    return root


@pytest.mark.parametrize("facing", FACINGS)
@pytest.mark.parametrize("what", THINGS)
def test_everything_that_can_stand_in_a_room_is_drawn_whichever_way_it_looks(what: str, facing: str) -> None:
    assert re.search(r"<(path|rect|circle|ellipse)\b", drawn(what, (1, 2), (2, 3), facing))


def test_the_list_below_a_plan_has_a_text_for_each_number_in_it(course: Course) -> None:
    plans = [picture for picture in course.pictures.values() if isinstance(picture, Plan)]
    assert len(plans) >= 3
    for plan in plans:
        for language in ("id", "en"):
            drawing = room(plan, language)
            numbers = [int(number) for number in re.findall(r'class="n">.*?<text[^>]*>(\d+)</text>', drawing)]
            assert numbers == list(range(1, len(plan.places) + 1)), plan.id
            assert 'aria-hidden="true"' in drawing and "style=" not in drawing
            assert len(brotli.compress(drawing.encode())) <= 1_500, "light enough to stand in the page"


def test_what_leaves_the_walls_is_told(drawn_course: Path) -> None:
    edit(drawn_course / "course/pictures/antre.yml", "spot: 10 7, size: 2 2", "spot: 23 7, size: 2 2")
    faults = [str(fault) for fault in check(load_course(drawn_course), drawn_course)]
    assert any("this reaches 25 9 in a room of 24 14" in fault for fault in faults)


def test_a_question_and_its_plan_have_the_same_places(drawn_course: Path) -> None:
    faults = [str(fault) for fault in check(load_course(drawn_course), drawn_course)]
    assert len(faults) == 1 and 'the plan "lk-contoh-denah" has 2 places, the question 4' in faults[0]
    edit(drawn_course / BANK, "picture: lk-contoh-denah", "picture: lk-contoh-dena")
    faults = [str(fault) for fault in check(load_course(drawn_course), drawn_course)]
    assert len(faults) == 1 and 'no plan is named "lk-contoh-dena"' in faults[0] and 'write "lk-contoh-denah"' in faults[0]


def test_a_plan_that_a_question_alone_shows_is_not_called_unseen(drawn_course: Path) -> None:
    for language in ("id", "en"):
        edit(drawn_course / f"docs/{language}/antre/gambar.md", "\n[[picture lk-contoh-denah]]\n", "\n")
    assert "G101" not in [finding.rule for finding in lint(load_course(drawn_course), drawn_course)]
    edit(drawn_course / BANK, "  picture: lk-contoh-denah\n", "")
    assert "G101" in [finding.rule for finding in lint(load_course(drawn_course), drawn_course)]


def test_a_question_shows_its_plan_once_and_says_all_of_it_in_its_rows(site: Path, course: Course) -> None:
    for folder, language in (("", "id"), ("en/", "en")):
        page = (site / f"{folder}aksesibilitas/hambatan.html").read_text("utf-8")
        start = page.index('<section class="mq" id="ak-periksa-ruang"')
        section = page[start : page.index("</section>", start)]
        assert section.count('<svg class="room"') == 1 and section.index("<svg") < section.index("<fieldset>")
        for number, place in enumerate(course.items["ak-periksa-ruang"].places, 1):
            assert f"<span>{number}. {place.text[language]}</span>" in section
        assert page.count("assets/rooms.css") == 1 and "assets/pictures.css" not in page, "light: the look of rooms alone"
        key = (site / f"{folder}aksesibilitas/kunci.html").read_text("utf-8")
        assert all(place.feedback[language] in key for place in course.items["ak-periksa-ruang"].places)
