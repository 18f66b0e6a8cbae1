"""Writes the Markdown of the tests before and after and of their keys."""

from __future__ import annotations

from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from manusiawi.model.forms import form_items
from manusiawi.render.pages.text import page_text
from manusiawi.render.tests import TITLES, trust

_SAYS = {"a": ("test-before-lead", "test-before-description"), "b": ("test-after-lead", "test-after-description")}
_KEYS = {"a": ("test-before-keys", "test-before-keys-description"), "b": ("test-after-keys", "test-after-keys-description")}
_SOURCE = "quizzes/, course/course.yml"


def test_pages(course: Course, language: str) -> dict[str, str]:
    """The text of each page by its path below docs/<language>/; none where the plan has no tests."""
    if not course.test:
        return {}
    tests = {path: _test(course, form, language) for form, path in course.names.tests.items()}
    return tests | {path: _keys(course, form, language) for form, path in course.names.keys_of_tests.items()}


def _test(course: Course, form: str, language: str) -> str:
    """What the test is for, then its questions."""
    lead, description = _SAYS[form]
    count = len(form_items(course, form))
    body = [say(language, lead), say(language, "test-lead", count=count), say(language, "quiz-privacy"), "", f"[[test {form}]]"]
    return page_text(language, say(language, TITLES[form]), say(language, description, count=count), _SOURCE, body)


def _keys(course: Course, form: str, language: str) -> str:
    """The key of a test with its reasons, to print, and the way to the other; no menu leads here."""
    body = [say(language, "test-keys-lead"), "", trust(language, len(form_items(course, form))), "", f"[[test-keys {form}]]", ""]
    for other, path in course.names.keys_of_tests.items():
        if other != form:
            anchor = course.names.tests[other].removesuffix(".md")
            body += [f"## {say(language, TITLES[other])} {{#{anchor}}}", "", say(language, "test-keys-other", page=path)]
    title, description = _KEYS[form]
    return page_text(language, say(language, title), say(language, description), _SOURCE, body)
