"""The search engine of the real course, asked in a browser, and what it can find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.search.texts import Document, documents
from tests.helpers.search import Ask


@pytest.fixture(scope="module")
def found(course: Course) -> dict[str, list[Document]]:
    """What can be found in the real course, by language."""
    return {language: documents(course, language) for language in LANGUAGES}


@pytest.fixture(scope="module")
def ask(browser, serve, site: Path) -> Iterator[Ask]:
    """A function that asks the search engine of the real course, in a browser: its language, a function in JavaScript, a value."""
    pages = {}
    for language, folder in (("id", ""), ("en", "en/")):
        page = browser.new_page(bypass_csp=True)  # the tests bring functions of their own
        page.goto(f"{serve(site)}/{folder}cari.html#q=xyzzyq")
        page.wait_for_function("courseSearch.open && courseSearch.index && courseSearch.words")
        page.evaluate("""() => {
            window.engine = courseSearch.open(courseSearch.index);
            engine.learn(courseSearch.words);
            const address = result => result.page + ".html" + (result.anchor && "#" + result.anchor);
            window.found = query => engine.find(query).results.map(address);
        }""")
        pages[language] = page
    yield lambda language, script, value: pages[language].evaluate(script, value)
    for page in pages.values():
        page.close()
