"""The focus of the keyboard can be seen on every kind of stop of every type of page, in light, dark and forced colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.kinds import KINDS
from tests.helpers.stops import walk

SCHEMES = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
MORE = ("en/sumber/uu-25-2009.html", "nondiskriminasi/kunci.html", "tes-awal.html", "cari.html", "luring.html")
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 800}


def used(page) -> None:
    """A page as it is in use: an answer judged, every fold open, a road of a case taken."""
    if page.locator(".mq-check:visible").count():
        page.locator(".mq-o input").first.check()
        page.locator(".mq-check").first.click()
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")


def walked(open_page, address: str) -> Iterator[tuple[str, str, list[str]]]:
    """Each page with each kind of stop that no page before had, and in which schemes its focus is not seen."""
    page = open_page("about:blank", viewport=WIDE, reduced_motion="reduce")
    seen: set[str] = set()
    for path in (*KINDS, *MORE):
        page.goto(f"{address}/{path}")
        used(page)
        for kind, unseen in walk(page, seen, SCHEMES):
            yield path, kind, unseen
    page.set_viewport_size(PHONE)
    for path in ("nondiskriminasi/bias.html", "nondiskriminasi/index.html"):
        page.goto(f"{address}/{path}")
        if path.endswith("index.html"):
            page.get_by_role("button", name="Menu").click()
            page.keyboard.press("Shift+Tab")
        for kind, unseen in walk(page, seen, SCHEMES):
            yield path, kind, unseen


@pytest.mark.long
def test_the_focus_is_seen_on_every_kind_of_stop(open_page, serve, site: Path) -> None:
    stops = list(walked(open_page, serve(site)))
    kinds = {kind.split(" ")[0].split(".")[0] for _, kind, _ in stops}
    assert len(stops) > 60 and {"a", "button", "input", "select", "summary", "textarea"} <= kinds
    assert [stop for stop in stops if stop[2]] == []
