"""A page is stale when the course would answer it otherwise, and only then."""

from __future__ import annotations

from pathlib import Path

from manusiawi.model.asked import changed, file_version, noting, repeat, watched
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from manusiawi.render.inline import item_texts
from tests.helpers.files import save
from tests.helpers.projects import copy_example

LESSON = "antre/giliran.md"


def test_an_answer_that_is_the_same_after_a_save_leaves_the_page_fresh(example: Path) -> None:
    course = load_course(example)
    with noting() as of_title:
        assert watched(course).pages["id"][LESSON].head.title
    with noting() as of_places:
        assert watched(course).item_path("nomor-hilang") and watched(course).quiz_items("antre")
    later = save(example, f"docs/id/{LESSON}", "Setiap orang punya giliran", "Semua orang punya giliran")
    assert later is not course
    assert not changed(of_title, later) and not changed(of_places, later)
    later = save(example, f"docs/id/{LESSON}", "title: ", "title: Baru ")
    assert changed(of_title, later) and not changed(of_places, later)


def test_what_is_there_what_is_not_and_in_which_order_are_answers_too(example: Path) -> None:
    course = load_course(example)
    with noting() as of_absent:
        assert watched(course).terms.get("nomor-urut") is None and "nomor-urut" not in watched(course).terms
    with noting() as of_order:
        assert list(watched(course).terms) == list(course.terms)
    with noting() as of_one:
        first = next(iter(course.terms))
        assert watched(course).terms[first] == course.terms[first]
    later = save(
        example,
        "course/glossary.yml",
        "terms:\n",
        "terms:\n- id: nomor-urut\n  term: {id: nomor urut, en: queue number}\n"
        "  meaning: {id: Angka giliran., en: The number of a turn.}\n",
    )
    assert "nomor-urut" in later.terms, later.faults
    assert changed(of_absent, later) and changed(of_order, later) and not changed(of_one, later)


def test_a_value_below_a_page_that_is_gone_is_another_answer(example: Path) -> None:
    course = load_course(example)
    with noting() as notes:
        assert watched(course).pages["id"][LESSON].head.title
    (example / "docs/id" / LESSON).unlink()
    assert changed(notes, load_course(example))


def test_a_file_counts_by_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "index.js"
    with noting() as notes:
        assert file_version(file) == ""
    assert not changed(notes, Course())
    file.write_bytes(b"1")
    assert changed(notes, Course())


def test_whoever_listens_outside_hears_what_is_asked_inside_and_what_is_used_again(example_course: Course) -> None:
    with noting() as page:
        with noting() as text:
            assert watched(example_course).facts.get("tidak-ada") is None
        assert page == text != {}
    with noting() as other_page:
        repeat(text)
    assert other_page == text


def test_a_text_rendered_before_is_rendered_anew_once_its_fact_changed(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "course")
    course = load_course(root)
    fact = next(iter(course.facts.values()))
    text = f"Menurut [[fact {fact.id}]] begitu."
    before = item_texts(course, "id", LESSON, course.items["nomor-hilang"]).inline(text)
    assert fact.publisher in before
    later = save(root, "course/facts.yml", f"publisher: {fact.publisher}", "publisher: Kantor Baru")
    with noting() as notes:
        assert "Kantor Baru" in item_texts(later, "id", LESSON, later.items["nomor-hilang"]).inline(text)
    with noting() as again:
        item_texts(later, "id", LESSON, later.items["nomor-hilang"]).inline(text)
    assert notes == again != {}, "a page that uses the rendered text again depends on the same"
