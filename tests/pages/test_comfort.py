"""What the reader's own settings ask for: large letters, wide spacing, less motion, words in place of pictures."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.html import Html, pages_of
from tests.helpers.kinds import KINDS
from tests.helpers.voices import INDONESIAN, STAND_IN

# The four figures of WCAG 1.4.12.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"

# Words that are cut off, that stand outside their box, or that lie over other words; what stays in place while the page scrolls is looked at by itself.
FAULTS = """() => {
  const faults = [], boxes = [], hidden = element => { for (let e = element; e; e = e.parentElement) if (getComputedStyle(e).clipPath === 'inset(50%)') return true; },
    stays = element => { for (let e = element; e; e = e.parentElement) if (/fixed|sticky/.test(getComputedStyle(e).position)) return e; return null; };
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways: ' + document.documentElement.scrollWidth);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('.skip,script,option,svg') || hidden(element) || !element.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      const name = node.data.trim().slice(0, 40), middle = {name, layer: stays(element), left: rect.left, right: rect.right, top: rect.top + rect.height * .25, bottom: rect.bottom - rect.height * .25};
      for (let box = element; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box), around = box.getBoundingClientRect();
        if (style.display === 'inline') continue;
        if (/auto|scroll/.test(style.overflowX + style.overflowY)) break; // scrolls by itself: nothing is lost
        if (style.textOverflow === 'ellipsis' && box.scrollWidth > box.clientWidth) faults.push('cut off: ' + name);
        if (rect.left < around.left - 1.5 || rect.right > around.right + 1.5 || middle.top < around.top - 1 || middle.bottom > around.bottom + 1) {
          faults.push('outside its box: ' + name + ' | ' + box.outerHTML.slice(0, 60));
          break;
        }
      }
      boxes.push(middle);
    }
  }
  boxes.sort((one, other) => one.top - other.top);
  boxes.forEach((one, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom - 1; next++) {
      const other = boxes[next];
      if (one.layer === other.layer && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1.5) faults.push('overlap: ' + one.name + ' / ' + other.name);
    }
  });
  return faults;
}"""


@pytest.fixture
def show(open_page, serve, site: Path) -> Callable:
    """A function that opens a page of the course as a reader with such settings sees it, the voice's controls unfolded."""

    def show_(path: str, letters: int = 16, styles: str = "", **options):
        page = open_page("about:blank", **options)
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters - 3}})
        page.add_init_script(STAND_IN.replace("VOICES", json.dumps([INDONESIAN])))
        page.goto(f"{serve(site)}/{path}")
        if styles:
            page.add_style_tag(content=styles)
        if page.locator(".aloud").count():
            page.get_by_role("button", name="Bacakan").first.click()
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


@pytest.mark.parametrize("width", (320, 390, 1280))
@pytest.mark.parametrize("path", KINDS)
def test_letters_of_twice_the_size_are_neither_cut_off_nor_overlapping(show, path: str, width: int) -> None:
    page = show(path, letters=32, viewport={"width": width, "height": 800})
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.evaluate(FAULTS) == []


@pytest.mark.parametrize("width", (320, 390, 1280))
@pytest.mark.parametrize("path", KINDS)
def test_wide_spacing_cuts_nothing_off(show, path: str, width: int) -> None:
    assert show(path, styles=SPACING, viewport={"width": width, "height": 800}).evaluate(FAULTS) == []


@pytest.mark.parametrize("path", KINDS)
def test_all_letters_grow_with_the_readers_own_size(show, path: str) -> None:
    sizes = """() => [...document.querySelectorAll('body *')].filter(e => !e.closest('svg,script') && (e.matches('input:not([type=radio],[type=checkbox]),select,textarea,button') ||
        [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))).map(e => [e.outerHTML.slice(0, 60), parseFloat(getComputedStyle(e).fontSize)])"""
    plain, large = (show(path, letters=letters).evaluate(sizes) for letters in (16, 32))
    assert len(plain) > 5 and [one[0] for one, other in zip(plain, large, strict=True) if abs(other[1] / one[1] - 2) > 0.02] == []


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

MOVING = """() => [...document.querySelectorAll('*')].flatMap(element => ['', '::before', '::after'].map(part => [element, part])).filter(([element, part]) => {
  const style = getComputedStyle(element, part || null);
  return style.transitionDuration.split(', ').some(time => time !== '0s') || style.animationName !== 'none' || style.scrollBehavior !== 'auto';
}).map(([element, part]) => element.outerHTML.slice(0, 60) + part)"""


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
