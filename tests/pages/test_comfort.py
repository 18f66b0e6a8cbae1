"""What the reader's own settings ask for: large letters, wide spacing, less motion, words in place of pictures."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.html import Html, pages_of
from tests.helpers.kinds import KINDS
from tests.helpers.layout import FAULTS, LETTERS, MOVING
from tests.helpers.styling import add_styles
from tests.helpers.voices import INDONESIAN, STAND_IN

# The four figures of WCAG 1.4.12.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
WIDTHS = (320, 390, 1280)


@pytest.fixture
def show(open_page, serve, site: Path) -> Callable:
    """A function that opens a page of the course as a reader with such settings sees it, the voice's controls unfolded."""

    def show_(path: str, letters: int = 16, styles: str = "", **options):
        page = open_page("about:blank", **options)
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters - 3}})
        page.add_init_script(STAND_IN.replace("VOICES", json.dumps([INDONESIAN])))
        page.goto(f"{serve(site)}/{path}")
        if styles:
            add_styles(page, styles)
        if page.locator(".aloud").count():
            page.get_by_role("button", name="Bacakan").first.click()
            page.locator(".aloud .stop").wait_for(state="attached")  # the script that reads has come
        return page

    return show_


# ---- Large letters, wide spacing.


def test_the_probe_sees_what_is_cut_off_outside_its_box_and_overlapping(show) -> None:
    assert show("index.html").evaluate(FAULTS) == []
    for styles, fault in (
        (".rows li { height: 1em }", "overlap"),
        (".rows b { display: block; width: 4em; white-space: nowrap }", "outside its box"),
        (".rows b { display: block; width: 4em; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }", "cut off"),
        (".rows { width: 60em }", "scrolls sideways"),
    ):
        assert any(fault in said for said in show("index.html", styles=styles).evaluate(FAULTS)), styles


def faults_at_each_width(page) -> dict[int, list[str]]:
    """What the probe finds at the widths at which it finds something."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if faults := page.evaluate(FAULTS):
            found[width] = faults
    return found


@pytest.mark.parametrize("path", KINDS)
def test_all_letters_grow_with_the_readers_own_size_and_neither_that_nor_wide_spacing_cuts_any_off(show, path: str) -> None:
    page, enlarged = show(path), show(path, letters=32)
    plain, large = page.evaluate(LETTERS), enlarged.evaluate(LETTERS)
    assert len(plain) > 5
    assert [one[0] for one, other in zip(plain, large, strict=True) if abs(other[1] / one[1] - 2) > 0.02] == []
    assert enlarged.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert faults_at_each_width(enlarged) == {}
    add_styles(page, SPACING)
    assert faults_at_each_width(page) == {}


def test_bars_that_stay_in_sight_leave_room_to_read_where_letters_are_large(show) -> None:
    page = show("nondiskriminasi/bias.html", letters=32, viewport={"width": 390, "height": 800})
    assert page.evaluate("[...document.querySelectorAll('.pager,.aloud')].map(bar => getComputedStyle(bar).position)") == [
        "static",
        "static",
    ]
    page = show("nondiskriminasi/bias.html", viewport={"width": 390, "height": 800})
    page.evaluate("scrollTo(0, 1500)")
    bars = page.evaluate("[...document.querySelectorAll('.pager,.aloud')].map(bar => [getComputedStyle(bar).position, bar.offsetHeight])")
    assert {position for position, _ in bars} == {"sticky"} and sum(height for _, height in bars) < 200


def test_on_a_phone_the_next_pages_title_is_whole_and_the_one_before_keeps_its_name(show) -> None:
    page = show("nondiskriminasi/bentuk.html", viewport={"width": 390, "height": 800})
    assert page.get_by_role("link", name="Berikutnya Bias: jalan pintas pikiran").is_visible()
    before = page.locator(".pager a[rel=prev]")
    assert before.bounding_box()["width"] < 140 and before.get_by_text("Nondiskriminasi dan bias").count() == 1


def test_the_menu_opens_below_the_header_however_high_that_is(show) -> None:
    for letters in (16, 32):
        page = show("nondiskriminasi/bias.html", letters=letters, viewport={"width": 390, "height": 800})
        page.evaluate("scrollTo(0, 0)")
        page.get_by_role("button", name="Menu").click()
        header, menu = (page.locator(selector).first.bounding_box() for selector in (".top", ".course"))
        assert 0 <= menu["y"] - header["y"] - header["height"] < 20


# ---- Less motion.


@pytest.mark.parametrize("path", KINDS)
def test_nothing_moves_where_less_motion_is_asked_for(show, path: str) -> None:
    page = show(path, reduced_motion="reduce")
    if page.locator(".mq-check:visible").count():
        page.locator(".mq-o input").first.check()
        page.locator(".mq-check").first.click()
    if page.get_by_role("button", name="Menu").count():
        page.get_by_role("button", name="Menu").click()
    assert page.evaluate(MOVING) == []


def test_what_would_move_is_seen(show) -> None:
    page = show(
        "index.html",
        reduced_motion="reduce",
        styles="a { transition: color 1s !important } h1::after { content: ''; animation: x 1s !important }",
    )
    found = page.evaluate(MOVING)
    assert any(one.startswith("<a") for one in found) and any(one.endswith("::after") for one in found)


# ---- Words in place of pictures.


def without_words(page: Html) -> list[str]:
    """The pictures of a page that say nothing to those who do not see them, and are not left out for them either."""
    pictures = [f"img {image.get('src')}" for image in page.all("img") if "alt" not in image]
    return pictures + [
        f"svg {drawing}"
        for drawing in page.all("svg")
        if drawing.get("aria-hidden") != "true" and not (drawing.get("role") == "img" and drawing.get("aria-label", "").strip())
    ]


def test_every_picture_and_drawing_of_the_site_has_words_or_is_left_out(site: Path) -> None:
    pages = pages_of(site)
    assert sum(len(page.all("svg")) for page in pages.values()) > 3
    assert {name: lost for name, page in pages.items() if (lost := without_words(page))} == {}


def test_a_picture_without_words_is_found() -> None:
    assert len(without_words(Html('<img src="a.png"><svg></svg><svg role="img" aria-label=" "></svg>'))) == 3
    assert without_words(Html('<img src="a.png" alt=""><svg aria-hidden="true"></svg><svg role="img" aria-label="Antrean"></svg>')) == []
