"""Pages stand still: scripts that come late move nothing that a reader already sees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from manusiawi.model.revision import revisions
from tests.helpers.kinds import KINDS

LATE = 0.5  # seconds that each script is held back
WATCH = """window.shifts = [];
{ const words = node => node ? (node.outerHTML || node.textContent).slice(0, 90) : '';
const keep = entry => shifts.push([entry.value, entry.sources.map(source => words(source.node))]);
new PerformanceObserver(list => list.getEntries().forEach(keep)).observe({type: 'layout-shift', buffered: true}); }"""


def record_of(course) -> str:
    """The record of a learner who has read half of each module and answered every second question, half of them right."""
    long_ago = 1_700_000_000_000
    items = {
        item.id: {"r": revisions(item).split()[0], "a": [], "c": 1, "t": long_ago, "ok": at % 4 // 2, "s": 1}
        for at, item in enumerate(course.items.values())
        if at % 2
    }
    pages = {f"{module.slug}/{slug}.html": long_ago for module in course.modules.values() for slug in module.page_slugs[:2]}
    return json.dumps({"v": 2, "items": items, "pages": pages, "tests": {}, "place": {"lesson": "nondiskriminasi/bias.html"}})


def come(page, address: str) -> None:
    """Begins to open a page whose scripts come half a second after its text, and does not wait for them."""
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")


def shifts(*pages) -> list[list]:
    """What moved by itself while each of some pages came, its late scripts included."""
    for page in pages:
        page.wait_for_load_state("load")
    pages[0].wait_for_timeout(300)
    return [page.evaluate("shifts") for page in pages]


@pytest.mark.parametrize("path", (*KINDS, "tes-awal.html", "cari.html", "luring.html"))
def test_nothing_moves_when_the_scripts_come(open_page, serve, site: Path, course, path: str) -> None:
    remember = f"if (location.protocol !== 'about:') localStorage.setItem('manusiawi', {json.dumps(record_of(course))})"
    pages = {}
    for learner in ("new", "busy"):
        for width in (390, 1280):
            page = pages[learner, width] = open_page("about:blank", viewport={"width": width, "height": 800})
            if learner == "busy":
                page.add_init_script(remember)
    for page in pages.values():  # all at once: each only waits
        come(page, f"{serve(site, LATE)}/{path}")
    assert {kind: moved for kind, moved in zip(pages, shifts(*pages.values()), strict=True) if moved} == {}


def test_what_moves_is_seen(open_page, serve, site: Path) -> None:
    page = open_page("about:blank")
    move = "setTimeout(() => document.querySelector('article').prepend(document.createElement('hr')), 100)"
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {move})")
    come(page, f"{serve(site, LATE)}/index.html")
    assert shifts(page)[0]


def test_scripts_come_late_and_all_at_once(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site, LATE)}/nondiskriminasi/soal.html")
    ends = page.evaluate("performance.getEntriesByType('resource').filter(one => one.initiatorType === 'script').map(one => one.duration)")
    assert ends and all(1000 * LATE <= end < 3000 * LATE for end in ends), "otherwise what is tried above tries nothing"
