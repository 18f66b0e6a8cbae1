"""What the pages of a trainer's room know of the course."""

from __future__ import annotations

import re
from typing import Any

import pytest

from manusiawi.classroom.course import classroom_files
from manusiawi.classroom.questions import question
from manusiawi.classroom.trees import trees
from manusiawi.model.course import Course
from manusiawi.model.revision import text_id
from manusiawi.render.assets import CLASSROOM_COURSE
from tests.helpers.scripts import WEB, left


def words(tree: Any) -> str:
    """The words of a tree."""
    return tree if isinstance(tree, str) else "".join(map(words, tree[2:] if len(tree) > 1 and isinstance(tree[1], dict) else tree))


def test_html_becomes_lists_that_hold_every_word_tag_and_attribute() -> None:
    assert trees('a <b>c &amp; d</b><br><a href="x.html#y" class="cite">e</a>') == [
        "a ",
        ["b", {}, "c & d"],
        ["br", {}],
        ["a", {"href": "x.html#y", "class": "cite"}, "e"],
    ]


@pytest.mark.parametrize("html", ["<b>a", "<b><i>a</b></i>", "a</p>"])
def test_html_whose_tags_do_not_pair_is_refused(html: str) -> None:
    with pytest.raises(ValueError, match=r"closes|never closed"):
        trees(html)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_module_lesson_and_question_of_the_course_can_be_chosen(course: Course, language: str) -> None:
    files = classroom_files(course, language)
    chosen = left(files[CLASSROOM_COURSE])
    assert [f"{module['slug']}/{lesson['slug']}" for module in chosen["modules"] for lesson in module["lessons"]] == course.lesson_names
    assert [(entry[0], entry[4]) for entry in chosen["items"]] == [(name, "".join(item.forms)) for name, item in course.items.items()]
    for slug in (module["slug"] for module in chosen["modules"]):
        module = left(files[f"classroom/{slug}.js"])
        assert list(module["items"]) == [item.id for item in course.banks[slug].items]
        set_here = [part for parts in module["lessons"].values() for part in parts if isinstance(part, str)]
        assert [name for name in set_here if name in module["items"]] == [
            name for name in course.set_items(slug) if name in module["items"]
        ]


def test_a_question_says_its_options_with_the_names_under_which_records_save_them(course: Course) -> None:
    item = next(item for item in course.items.values() if item.type == "single-choice" and item.scenario)
    made = question(course, "id", "index.md", item)
    assert [option["key"] for option in made["options"]] == [option.key for option in item.options]
    assert [option["id"] for option in made["options"]] == [text_id(option.text) for option in item.options]
    assert len({option["id"] for option in made["options"]}) == len(item.options)
    assert words(made["stem"]) == item.stem["id"]


def test_every_tag_and_attribute_of_the_questions_is_one_that_the_script_makes(course: Course) -> None:
    script = (WEB / "src" / "classroom" / "tree.js").read_text("utf-8")
    tags, attributes = (set(found.split()) for found in re.findall(r'new Set\("([^"]*)"\.split', script))
    used: set[tuple[str, str]] = set()

    def walk(tree: Any) -> None:
        if isinstance(tree, list) and len(tree) > 1 and isinstance(tree[0], str) and isinstance(tree[1], dict):
            used.update({("tag", tree[0]), *(("attribute", name) for name in tree[1])})
        for part in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
            walk(part)

    for language in ("id", "en"):
        for item in course.items.values():
            walk(list(question(course, language, "index.md", item).values()))
    assert {name for kind, name in used if kind == "tag"} <= tags
    assert {name for kind, name in used if kind == "attribute"} <= attributes
