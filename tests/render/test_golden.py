"""Each type of question, in both languages, renders exactly as its golden file shows."""

from pathlib import Path

import pytest

from manusiawi.entries.items import ITEM_TYPES
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from manusiawi.render.inline import item_texts
from manusiawi.render.questions.frame import render_item, render_key
from manusiawi.render.questions.parts import Setting
from tests.helpers.files import edit
from tests.helpers.goldens import hold
from tests.helpers.projects import DATA

GOLDEN = DATA / "golden"
ITEMS = ("nomor-hilang", "papan", "benar-salah", "cocokkan", "urutkan", "tulis-kata", "tulis-angka", "kasus", "renungan", "periksa-ruang")


def rendered(course: Course, name: str, language: str) -> str:
    item = course.items[name]
    texts = item_texts(course, language, "antre/soal.md", item)
    setting = Setting(texts, "antre/soal.md", 1, 2, 2)
    return f"{render_item(item, setting)}\n\n{render_key(item, setting)}\n"


@pytest.mark.parametrize("language", ("id", "en"))
@pytest.mark.parametrize("name", ITEMS)
def test_question_renders_as_its_golden_file(golden, example_course: Course, name: str, language: str) -> None:
    golden(GOLDEN / f"{name}.{language}.html", rendered(example_course, name, language))


def test_a_golden_file_that_differs_fails_and_is_renewed_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "soal.html"
    path.write_text("<p>old</p>\n", "utf-8")
    with pytest.raises(AssertionError, match="renew-goldens"):
        hold(path, "<p>new</p>\n")
    assert path.read_text("utf-8") == "<p>old</p>\n"
    hold(path, "<p>new</p>\n", renew=True)
    hold(path, "<p>new</p>\n")


def test_golden_files_show_every_type(example_course: Course) -> None:
    assert {example_course.items[name].type for name in ITEMS} == set(ITEM_TYPES)
    assert {path.name.split(".")[0] for path in GOLDEN.iterdir()} == set(ITEMS)


def test_a_reflection_without_criteria_has_no_boxes_and_keeps_its_revision(example: Path) -> None:
    bank = example / "quizzes/antre.yml"
    bank.write_text(bank.read_text("utf-8").partition("  criteria:\n")[0], "utf-8")
    page = rendered(load_course(example), "renungan", "en")
    assert 'data-rev="id-zj547 en-8w5pr"' in page and "mq-ticks" not in page and "What a good answer does" not in page
    assert page.index("mq-say") < page.index("mq-key"), "what is said stands where it stood"


@pytest.mark.parametrize("language, shown", (("id", "0,00004 (boleh meleset 0,00001)"), ("en", "0.00004 (may be off by 0.00001)")))
def test_the_smallest_numbers_are_shown_whole_and_judged_whole(example: Path, language: str, shown: str) -> None:
    edit(example / "quizzes/antre.yml", "  number: 40\n  tolerance: 0.5\n", "  number: 0.00004\n  tolerance: 1e-05\n")
    page = rendered(load_course(example), "tulis-angka", language)
    assert 'data-number="0.00004" data-tolerance="0.00001"' in page and shown in page
