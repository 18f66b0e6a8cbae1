"""The home page: a scene with a choice that answers without a script, what each module brings, and a small drawing beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from manusiawi.render.plan import modules
from tests.helpers.commands import told
from tests.helpers.files import edit

FIRST = {"": "loket/mengapa.html", "en/": "loket/mengapa.html"}  # where every answer leads


@pytest.mark.parametrize("folder", FIRST)
def test_each_choice_answers_at_once_without_a_script_and_leads_to_the_first_lesson(site: Path, open_page, serve, folder: str) -> None:
    page = open_page(f"{serve(site)}/{folder}index.html", java_script_enabled=False)
    choices = page.locator(".ways details")
    assert 2 <= choices.count() <= 3
    for choice in choices.all():
        summary, answer = choice.locator("summary"), choice.locator("p")
        assert not answer.is_visible() and summary.bounding_box()["height"] >= 44
        summary.press("Enter")
        assert answer.is_visible() and re.search(r"membayar|pays", answer.inner_text()), "an answer names what it costs, and whom"
        assert answer.get_by_role("link").last.get_attribute("href") == FIRST[folder]


def test_the_choice_stands_before_the_button_and_the_modules(site: Path) -> None:
    text = (site / "index.html").read_text("utf-8")
    places = [text.index(part) for part in ('<div class="ways">', '<div class="resume">', '<ol class="rows">')]
    assert places == sorted(places)


def test_a_module_says_its_minutes_as_a_range_and_what_one_can_do_afterwards(course: Course) -> None:
    for language in ("id", "en"):
        rows = modules(course, language, "index.md").split("</li>")
        for module, row in zip(course.modules.values(), rows, strict=False):
            least = sum(lesson.minutes - 1 for lesson in module.lessons)
            most = sum(lesson.minutes + 1 for lesson in module.lessons)
            assert say(language, "ready", count=len(module.lessons), low=least, high=most) in row
            assert all(outcome.text[language][1:] in row for outcome in module.outcomes)
            assert f'aria-hidden="true"><path d="{module.motif}"/></svg>' in row and module.motif


def test_a_motif_holds_the_strokes_of_a_path_and_nothing_else(example: Path) -> None:
    plan = example / "course/course.yml"
    edit(plan, "  slug: antre\n", "  slug: antre\n  motif: M3 15h18\n")
    assert "motif" not in told(example)
    edit(plan, "M3 15h18", "'M3\"/><script>'")
    assert "letters of an SVG path" in told(example)
