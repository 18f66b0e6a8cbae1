"""Addresses and ids are promises: none goes away without a redirect, and redirects work offline."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from manusiawi.checks.course import check
from manusiawi.checks.promises import FILE, kept, promised
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from tests.helpers.commands import run
from tests.helpers.files import edit
from tests.helpers.projects import PROJECT


def test_every_address_of_the_course_is_promised(course: Course) -> None:
    """If this fails after you added a page, run `python build_quiz.py promises`."""
    assert kept(course) <= {address for _, address in promised(PROJECT)}


@pytest.fixture
def published(example: Path) -> Path:
    assert run(example, "promises").returncode == 0
    return example


def told(root: Path) -> list[str]:
    return [fault.found for fault in check(load_course(root), root)]


def rename_anchor(root: Path) -> None:
    for language in ("id", "en"):
        edit(root / f"docs/{language}/antre/giliran.md", "{#periksa}", "{#coba}")


def test_a_list_grows_and_never_shrinks(published: Path) -> None:
    before = promised(published)
    rename_anchor(published)
    (published / "course/redirects.yml").write_text(
        "redirects:\n- old: antre/giliran.html#periksa\n  new: antre/giliran.html#coba\n", "utf-8"
    )
    assert run(published, "promises").returncode == 0
    after = {address for _, address in promised(published)}
    assert {address for _, address in before} < after and "antre/giliran.html#coba" in after


def test_an_anchor_that_vanishes_fails_the_check_with_its_line(published: Path) -> None:
    rename_anchor(published)
    line = next(number for number, address in promised(published) if address == "antre/giliran.html#periksa")
    fault = next(fault for fault in check(load_course(published), published) if fault.place.file == FILE)
    assert fault.place.line == line and fault.found == '"antre/giliran.html#periksa" was published and is gone'


def test_a_question_id_that_vanishes_fails_the_check(published: Path) -> None:
    edit(published / "quizzes/antre.yml", "- id: papan\n", "- id: papan-tulis\n")
    assert '"item papan" was published and is gone' in told(published)


def test_redirects_must_lead_from_what_is_gone_to_what_is_there(published: Path) -> None:
    (published / "course/redirects.yml").write_text("redirects:\n- old: antre/giliran.html\n  new: antre/tidak-ada.html\n", "utf-8")
    assert told(published) == ['"antre/giliran.html" still exists', 'the redirect leads to "antre/tidak-ada.html", which is no page']


def test_redirects_of_pages_anchors_and_questions_work_from_a_file(published: Path, open_page) -> None:
    rename_anchor(published)
    edit(published / "quizzes/antre.yml", "- id: papan\n", "- id: papan-tulis\n")
    (published / FILE).write_text((published / FILE).read_text("utf-8") + "antre/lama.html\n", "utf-8")
    (published / "course/redirects.yml").write_text(
        "redirects:\n"
        + "".join(
            f"- old: {old}\n  new: {new}\n"
            for old, new in (
                ("antre/giliran.html#periksa", "antre/giliran.html#coba"),
                ("antre/soal.html#papan", "antre/soal.html#papan-tulis"),
                ("item papan", "antre/soal.html#papan-tulis"),
                ("antre/lama.html", "antre/giliran.html#nomor"),
            )
        ),
        "utf-8",
    )
    assert told(published) == []
    build_site(published, published / "site", strict=False)
    page = open_page((published / "site/en/antre/lama.html").as_uri())
    page.wait_for_url("**/en/antre/giliran.html#nomor")
    assert page.locator("#periksa").count() == 1
    quiz = open_page((published / "site/antre/soal.html").as_uri() + "#papan", java_script_enabled=False)
    quiz.locator("#papan a").click()
    assert quiz.url.endswith("antre/soal.html#papan-tulis")
