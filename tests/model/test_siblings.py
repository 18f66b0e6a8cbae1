"""Families of siblings: whoever is named by one of them belongs to all, and the check holds each two of them to the same."""

from __future__ import annotations

from pathlib import Path

from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from tests.helpers.files import edit


def test_one_name_makes_two_questions_siblings_of_each_other(example: Path) -> None:
    edit(example / "quizzes/antre.yml", "- id: tulis-kata\n", "- id: tulis-kata\n  siblings: [nomor-hilang]\n")
    assert load_course(example).siblings == {"nomor-hilang": ("tulis-kata",), "tulis-kata": ("nomor-hilang",)}


def test_siblings_of_a_sibling_are_siblings_too_in_the_order_of_the_bank(example: Path) -> None:
    for name, others in (("tulis-kata", "papan"), ("benar-salah", "urutkan"), ("papan", "urutkan, nomor-hilang")):
        edit(example / "quizzes/antre.yml", f"- id: {name}\n", f"- id: {name}\n  siblings: [{others}]\n")
    family = ("nomor-hilang", "papan", "benar-salah", "urutkan", "tulis-kata")
    assert load_course(example).siblings == {name: tuple(other for other in family if other != name) for name in family}


def test_a_question_without_siblings_has_no_family(example: Path) -> None:
    assert load_course(example).siblings == {}
    edit(example / "quizzes/antre.yml", "- id: papan\n", "- id: papan\n  siblings: [papan, tidak-ada]\n")
    assert load_course(example).siblings == {}


def test_every_family_of_the_course_stays_within_a_module(course: Course) -> None:
    for name, others in course.siblings.items():
        assert {course.item_modules[other] for other in others} == {course.item_modules[name]}, name
