"""Pages stand still: scripts that come late move nothing that a reader already sees."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from manusiawi.model.revision import revisions
from tests.helpers.kinds import KINDS

WATCH = """window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(entry => shifts.push([entry.value,
  entry.sources.map(source => source.node ? (source.node.outerHTML || source.node.textContent).slice(0, 90) : '')]))).observe({type: 'layout-shift', buffered: true});"""


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


def shifts(page, address: str) -> list:
    """What moved by itself while a page came, its scripts half a second after its text."""
    page.add_init_script(WATCH)
    page.route("**/*.js*", lambda route: (time.sleep(0.5), route.continue_()))
    page.goto(address)
    page.wait_for_timeout(300)
    return page.evaluate("shifts")


@pytest.mark.parametrize("width", (390, 1280))
@pytest.mark.parametrize("learner", ("new", "busy"))
@pytest.mark.parametrize("path", (*KINDS, "tes-awal.html", "cari.html", "luring.html"))
def test_nothing_moves_when_the_scripts_come(open_page, serve, site: Path, course, path: str, learner: str, width: int) -> None:
    page = open_page("about:blank", viewport={"width": width, "height": 800})
    if learner == "busy":
        page.add_init_script(f"if (location.protocol !== 'about:') localStorage.setItem('manusiawi', {json.dumps(record_of(course))})")
    assert shifts(page, f"{serve(site)}/{path}") == []


def test_what_moves_is_seen(open_page, serve, site: Path) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => setTimeout(() => document.querySelector('article').prepend(document.createElement('hr')), 100))"
    )
    assert shifts(page, f"{serve(site)}/index.html")
