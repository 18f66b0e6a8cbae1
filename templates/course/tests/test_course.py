"""The course is without faults, its site builds, every question can be answered on its page, and every link leads somewhere.

Run them with `make test`. They need no browser and nothing but Python's own tools.
"""

from __future__ import annotations

import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from manusiawi.build.site import build_site
from manusiawi.cli import main
from manusiawi.entries.items import BranchingCase
from manusiawi.language.known import LANGUAGES, folder
from manusiawi.model.addresses import built
from manusiawi.model.loading import load_course

ROOT = Path(__file__).resolve().parent.parent


class Page(HTMLParser):
    """The ids and links of a page, and the controls and links inside each question."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.controls: dict[str, int] = {}
        self._question = ""
        self._depth = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if "id" in named:
            self.ids.add(named["id"])
        if tag == "section":
            if "data-mq" in named and not self._question:
                self._question, self._depth = named.get("id", ""), 0
                self.controls[self._question] = 0
            self._depth += 1
        if tag in ("input", "select", "textarea", "a") and self._question:
            self.controls[self._question] += 1
        if tag in ("a", "link") and named.get("href"):
            self.links.append(named["href"])
        if tag in ("script", "img") and named.get("src"):
            self.links.append(named["src"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "section" and self._question:
            self._depth -= 1
            if not self._depth:
                self._question = ""


class CourseTest(unittest.TestCase):
    """One built site for all of these tests."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.place = tempfile.TemporaryDirectory()
        cls.site = Path(cls.place.name).resolve() / "site"
        build_site(ROOT, cls.site)  # strict: a warning of the builder is an error
        cls.course = load_course(ROOT)
        cls.pages = {path: Page(path.read_text("utf-8")) for path in cls.site.rglob("*.html")}

    @classmethod
    def tearDownClass(cls) -> None:
        cls.place.cleanup()

    def test_the_check_finds_no_fault(self) -> None:
        self.assertEqual(main(["--root", str(ROOT), "check"]), 0)

    def test_every_question_can_be_answered_on_its_page(self) -> None:
        self.assertTrue(self.course.items)
        for language in LANGUAGES:
            for name, item in self.course.items.items():
                page = self.pages[self.site / folder(language) / built(self.course.item_path(name))]
                least = 1 if isinstance(item, BranchingCase) else len(getattr(item, "options", ())) or 1
                self.assertGreaterEqual(page.controls.get(name, 0), least, f"{name} in {language}")

    def test_every_link_leads_to_a_page_and_its_anchor(self) -> None:
        for path, page in self.pages.items():
            if path.name == "404.html":
                continue  # its links count from the address where the course is published
            for link in page.links:
                parts = urlsplit(link)
                if parts.scheme or parts.netloc:
                    continue
                target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
                target = target / "index.html" if target.is_dir() else target
                self.assertTrue(target.is_file(), f"{path.relative_to(self.site)}: {link}")
                if parts.fragment and target in self.pages:
                    self.assertIn(unquote(parts.fragment), self.pages[target].ids, f"{path.relative_to(self.site)}: {link}")

    def test_both_languages_have_the_same_pages(self) -> None:
        main_pages, *others = (
            {path.relative_to(self.site / folder(language)).as_posix() for path in (self.site / folder(language)).rglob("*.html")}
            for language in LANGUAGES
        )
        below = {f"{folder(language)}{path}" for language in LANGUAGES[1:] for path in main_pages}
        for pages in others:
            self.assertEqual(
                {path for path in main_pages if path not in below and not path.startswith(tuple(map(folder, LANGUAGES[1:])))}, pages
            )


if __name__ == "__main__":
    unittest.main()
