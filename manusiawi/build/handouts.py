"""Prints what participants and trainers hold in their hands, as tagged PDF and as plain text, from a built site.

Chromium prints. It keeps the structure, the heads of tables, the alternatives of pictures and the
language of `em`, `a`, `p` and `blockquote`, and drops that of `span`, `i`, `b`, `cite`, `q` and `div`, which the pages do without.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from manusiawi.build.chromium import find
from manusiawi.build.plaintext import plain_text
from manusiawi.ground.catalogue import say
from manusiawi.ground.writing import write_changed
from manusiawi.language.known import LANGUAGES, folder
from manusiawi.model.addresses import built
from manusiawi.model.course import Course
from manusiawi.model.generated import generated_paths
from manusiawi.render.classroom.workbook import LARGE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_DATE = re.compile(rb"\(D:\d{14}([+-]\d\d'\d\d'|Z)\)")
_WHEN = b"20260101000000"  # one fixed time, so that the same pages give the same bytes
_LEADS_NOWHERE = """() => document.querySelectorAll('a:not([href^="http"], [href^="#"])').forEach(link => link.removeAttribute('href'))"""
# Else every link to another page would lead to a folder of the computer that printed it.
_NAMED = """() => document.querySelectorAll('.print-title').forEach(title => {
    title.removeAttribute('aria-hidden');
    title.setAttribute('role', 'heading');
    title.setAttribute('aria-level', '2');
})"""  # the heading of a sheet stands on the screen alone: on paper its title takes its place
_ALONE = """id => {
    const heading = document.getElementById(id), sheets = [...document.querySelectorAll('.to-print')];
    const own = sheets.find(sheet => heading.compareDocumentPosition(sheet) & Node.DOCUMENT_POSITION_FOLLOWING);
    sheets.forEach(sheet => { if (sheet !== own) sheet.remove(); });
    document.title = own.querySelector('.print-title').textContent;
}"""  # leaves one sheet of a page of sheets

_READY = ".builder .plan-part, .plan-told:not(:empty)"
_WORKBOOK = """words => new Promise(done => {
    window.print = () => { document.title = document.querySelector('.plan-paper h2').textContent; done(); };
    [...document.querySelectorAll('.plan-share button')].find(button => button.textContent === words).click();
})"""

Print = Callable[[str, str], bytes]  # of an address, and of the anchor of what alone is to be printed ("" for all)


class NoPrinter(Exception):
    """Nothing here can print; the message says what is missing."""


class NoPlan(Exception):
    """An address holds no plan of a workshop; the message says what is allowed."""


@dataclass(frozen=True, slots=True)
class Handout:
    """One file to make: its path without its ending, the page that it is printed from, and what of it."""

    name: str
    page: str
    large: bool = False
    alone: str = ""
    text: bool = False  # whether it is written as plain text too


def handouts(course: Course) -> Iterator[Handout]:
    """What is printed of a course, in each language."""
    names, made = course.names, generated_paths(course)
    for number, slug in enumerate((slug for slug in course.modules if slug in course.banks), 1):
        for path in (names.workbook_of(slug), names.exercises_of(slug)):
            name = f"{number}-{slug}/{path.rpartition('/')[2].removesuffix('.md')}"
            yield Handout(name, path, text=True)
            yield Handout(f"{name}-18", path, large=True)
        key = names.keys_of(slug)
        yield Handout(f"{number}-{slug}/{names.keys.removesuffix('.md')}", key)
    if names.cards in made:
        yield Handout(names.cards.removesuffix(".md"), names.cards)
    if course.sheets:
        sheets = names.sheets.removesuffix(".md")
        yield Handout(sheets, names.sheets)
        yield from (Handout(f"{sheets}/{sheet}", names.sheets, alone=sheet) for sheet in course.sheets)


def print_handouts(course: Course, site: Path, into: Path) -> list[Path]:
    """Writes every handout of a built site into a folder, in a folder for each language; returns the files.

    Raises NoPrinter where there is no Chromium, or nothing to drive it.
    """
    made = []
    with _printer(site) as printed:
        for language in LANGUAGES:
            for handout in handouts(course):
                page = f"{folder(language)}{built(handout.page)}"
                path = into / language / f"{handout.name}.pdf"
                made.append(_write(path, printed(f"{page}#{LARGE}" if handout.large else page, handout.alone)))
                if handout.text:
                    text = plain_text((site / page).read_text("utf-8"))
                    made.append(_write(path.with_suffix(".txt"), text.encode("utf-8-sig")))
    return made


def print_plan(course: Course, site: Path, address: str, into: Path) -> list[Path]:
    """Writes the workbook of a plan, as the page on which workshops are put together makes it, in each language; returns the files.

    `address` is what that page shares, or what stands behind its "#". Raises NoPlan where it holds no plan, NoPrinter as above.
    """
    made, names = [], course.names
    with _chromium() as browser:
        for language in LANGUAGES:
            page = browser.new_page(color_scheme="light")
            page.goto(f"{site.as_uri()}/{folder(language)}{built(names.builder)}#{address.rpartition('#')[2]}")
            page.wait_for_selector(_READY)
            if not page.locator(".builder .plan-part").count():
                raise NoPlan(
                    f"--plan {address}\n    This is no plan of a workshop, or not all of it.\n"
                    f"    Allowed: the address that the page {built(names.builder)} shares, "
                    "or what stands behind its #, whole and in quotes."
                )
            page.evaluate(_WORKBOOK, say(language, "b-print-workbook"))
            name = f"{names.builder.removesuffix('.md')}-{names.workbook.removesuffix('.md')}.pdf"
            made.append(_write(into / language / name, _pdf(page)))
            page.close()
    return made


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_changed(path, data)
    return path


def undated(pdf: bytes) -> bytes:
    """A PDF that names one fixed time in place of that of its making; all else stays where it stands."""
    return _DATE.sub(lambda date: b"(D:" + _WHEN + date[1] + b")", pdf)


def _pdf(page: Page) -> bytes:
    """A page on A4, with its structure and its outline."""
    return undated(page.pdf(format="A4", prefer_css_page_size=True, tagged=True, outline=True))


@contextmanager
def _printer(site: Path) -> Iterator[Print]:
    """A function that prints a page of a site."""
    with _chromium() as browser:

        def printed(address: str, alone: str) -> bytes:
            page = browser.new_page(color_scheme="light")
            page.goto(f"{site.as_uri()}/{address}")
            page.evaluate(_LEADS_NOWHERE)
            page.evaluate(_NAMED)
            if alone:
                page.evaluate(_ALONE, alone)
            data = _pdf(page)
            page.close()
            return data

        yield printed


@contextmanager
def _chromium() -> Iterator[Browser]:
    """A browser that prints; raises NoPrinter where there is none."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise NoPrinter(
            "Handouts are printed by Chromium through Playwright, and Playwright is not installed.\n"
            "    Mend: `make handouts`, or `pip install --require-hashes -r requirements-dev.txt`; "
            "or print the pages from Chrome or Edge as PDF."
        ) from None
    browser_path = find()
    if not browser_path:
        raise NoPrinter(
            "Handouts are printed by Chromium, and none could be found.\n"
            "    Mend: install Chromium, Chrome or Edge, or name one in the environment variable CHROMIUM; "
            "or print the pages from any browser."
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"] if _is_root() else [])
        try:
            yield browser
        finally:
            browser.close()


def _is_root() -> bool:
    """Whether Chromium would refuse its sandbox, as it does for the system's own user."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
