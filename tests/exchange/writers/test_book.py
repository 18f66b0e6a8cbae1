"""A book for Moodle: chapters in order, questions with folded answers, links between chapters, cases to walk through."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.book import write_book
from manusiawi.exchange.writers.chapter import Around, chapter
from manusiawi.exchange.written import Counts
from tests.helpers.exported import real_course


def test_the_chapters_are_the_pages_of_the_module_in_their_order(site: Path) -> None:
    chapters = book(site)
    assert list(chapters) == sorted(chapters)
    slugs = [name.partition("-")[2].removesuffix(".html") for name in chapters]
    assert slugs == ["index", *real_course().modules["nondiskriminasi"].page_slugs, "soal"]
    assert all(re.search(r"<title>[^<]+</title>", text) for text in chapters.values())


def test_a_chapter_holds_nothing_that_runs_loads_or_asks_for_input(site: Path) -> None:
    for name, text in book(site).items():
        assert not re.search(r"<(script|style|link|svg|form|input|button|textarea|select)\b|\bon\w+=|style=|class=\"mq", text), name
        assert text.count("<details>") == text.count("</details>")


def test_links_lead_to_chapters_of_the_book_or_are_words(site: Path) -> None:
    chapters = book(site)
    links = {link for text in chapters.values() for link in re.findall(r'href="([^"]*)"', text)}
    inside = {link for link in links if not link.startswith(("http", "mailto"))}
    for text in chapters.values():
        for link in re.findall(r'href="(#[^"]*)"', text):
            assert f'id="{link[1:]}"' in text, link
    assert inside and {link.partition("#")[0] for link in inside if not link.startswith("#")} <= set(chapters)


def test_every_question_is_there_with_its_answer_folded_and_no_difference_is_untold(site: Path) -> None:
    written = write_book(Request(real_course(), "nondiskriminasi", ("en",), site))
    assert written.untold == Counts() and written.taken.questions > 20
    case = book(site)["06-kasus.html"]
    nodes = real_course().items["nd-datang-sendiri"].nodes
    assert [node.id for node in nodes] == re.findall(r'<h3 id="nd-datang-sendiri-([^"]*)">', case)


def test_a_page_of_another_module_is_reached_at_the_published_address() -> None:
    page = '<article><h1>T</h1><p><a href="../b/x.html#y">there</a> and <a href="two.html">here</a></p></article>'
    around = Around("a/one.html", {"a/one.html": "01.html", "a/two.html": "02.html"}, "https://course.example/")
    made = chapter(page, around, lambda name: "")
    assert made.strip() == '<p><a href="https://course.example/b/x.html#y">there</a> and <a href="02.html">here</a></p>'


def book(site: Path) -> dict[str, str]:
    """The chapters of a module in English by their file names."""
    content = write_book(Request(real_course(), "nondiskriminasi", ("en",), site)).content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}
