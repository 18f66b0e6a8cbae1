"""Pictures on a real page: read by all, wide for none, still, black on white on paper; a recording is fetched when it is played."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.axe import violations

PAGE = "antre/gambar.html"
WATCH = """window.shifts = 0; const keep = entry => { shifts += entry.value; };
new PerformanceObserver(list => list.getEntries().forEach(keep)).observe({type: 'layout-shift', buffered: true});"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_are_accessible_in_both_schemes(open_page, pictures_site: Path, scheme: str) -> None:
    page = open_page((pictures_site / PAGE).as_uri(), color_scheme=scheme)
    assert page.locator("figure.pic").count() >= 7
    assert [found for found in violations(page) if "pic" in found or "sheet" in found or "note" in found] == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_picture_is_wider_than_the_screen(open_page, pictures_site: Path, width: int) -> None:
    page = open_page((pictures_site / PAGE).as_uri(), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outside = """[...document.querySelectorAll('.pic *')].filter(e => !e.closest('.sr') && e.getBoundingClientRect().right >
        e.closest('.pic').getBoundingClientRect().right + 1).map(e => e.outerHTML.slice(0, 80))"""
    assert page.evaluate(outside) == []


def test_words_in_small_tables_stay_whole(open_page, pictures_site: Path) -> None:
    page = open_page((pictures_site / PAGE).as_uri(), viewport={"width": 360, "height": 800})
    broken = """[...document.querySelectorAll('.pic :is(th, td)')].flatMap(cell => {
        const text = cell.firstChild, found = [];
        if (!text || text.nodeType !== 3) return found;
        for (const word of text.data.matchAll(/\\S+/g)) {
            const range = new Range();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            if (range.getClientRects().length > 1) found.push(word[0]);
        }
        return found;
    })"""
    assert page.evaluate(broken) == []


def test_nothing_moves_when_the_styles_of_pictures_come(open_page, serve, pictures_site: Path) -> None:
    page = open_page("about:blank")
    page.add_init_script(WATCH)
    page.goto(f"{serve(pictures_site)}/{PAGE}#gambar-lk-contoh", wait_until="load")
    page.wait_for_timeout(300)
    assert page.evaluate("shifts") == 0


def test_a_mark_leads_to_its_note_and_the_note_shows_that_it_was_meant(open_page, pictures_site: Path) -> None:
    page = open_page((pictures_site / PAGE).as_uri())
    mark = page.locator("#gambar-lk-contoh .note").first
    assert page.get_by_role("link", name="catatan 1").first.is_visible()
    mark.click()
    note = page.locator("#gambar-lk-contoh-1")
    assert note.evaluate("e => e.matches(':target') && getComputedStyle(e).outlineStyle") == "solid"


def test_pictures_print_black_on_white_and_without_a_player(open_page, pictures_site: Path) -> None:
    page = open_page((pictures_site / PAGE).as_uri(), color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    coloured = page.evaluate("""[...document.querySelectorAll('.pic, .pic *')].filter(e => {
        const parts = value => (value.match(/[\\d.]+/g) || []).map(Number);
        const grey = value => (n => n.length < 3 || n[3] === 0 || (n[0] === n[1] && n[1] === n[2]))(parts(value));
        const style = getComputedStyle(e);
        return !grey(style.color) || !grey(style.backgroundColor) || (e.matches('rect, text, line') && !grey(style.fill));
    }).map(e => e.outerHTML.slice(0, 80))""")
    assert coloured == []
    assert page.locator(".pic .note").first.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    assert page.locator(".sheet-boxes .on").first.evaluate("e => getComputedStyle(e, '::after').borderRightColor") == "rgb(0, 0, 0)"
    assert not page.locator(".pic video").is_visible() and page.get_by_text("Selamat pagi, Bu.").is_visible()


def test_scenes_and_plans_print_without_a_shade_of_grey(open_page, pictures_site: Path) -> None:
    page = open_page((pictures_site / PAGE).as_uri())
    page.emulate_media(media="print")
    shades = page.evaluate("""[...document.querySelectorAll('.scene *, .room *')].flatMap(e => {
        const style = getComputedStyle(e);
        return [style.fill, style.fill === 'none' ? '1' : style.fillOpacity, style.stroke];
    }).filter((value, n, all) => all.indexOf(value) === n).sort()""")
    assert set(shades) <= {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "none", "1"}


@pytest.mark.parametrize("width, columns", [(1280, 3), (390, 1)])
def test_the_frames_of_a_strip_stand_side_by_side_where_there_is_room(open_page, pictures_site: Path, width: int, columns: int) -> None:
    page = open_page((pictures_site / PAGE).as_uri(), viewport={"width": width, "height": 800})
    lefts = page.evaluate("[...document.querySelectorAll('.strip > li')].map(e => Math.round(e.getBoundingClientRect().left))")
    assert len(lefts) >= 3 and len(set(lefts)) == columns


def test_captions_of_any_length_leave_the_drawings_of_a_strip_on_one_line(open_page, pictures_site: Path) -> None:
    page = open_page((pictures_site / PAGE).as_uri(), viewport={"width": 1280, "height": 800})
    page.evaluate("document.querySelector('.strip > li > p').textContent = 'Dua hari kemudian, di pintu yang dijaga Tumpal sejak pagi.'")
    tops = page.evaluate("[...document.querySelectorAll('.strip .scene')].map(e => Math.round(e.getBoundingClientRect().top))")
    assert len(tops) == 3 and len(set(tops)) == 1


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_the_mark_of_a_field_stands_at_its_right_and_on_its_last_line(open_page, pictures_site: Path, width: int) -> None:
    page = open_page((pictures_site / PAGE).as_uri(), viewport={"width": width, "height": 800})
    far = page.evaluate("""[...document.querySelectorAll('.sheet-field')].filter(e => e.querySelector('.note')).map(field => {
        const [value, mark] = ['i', '.note'].map(name => field.querySelector(name).getBoundingClientRect());
        return [mark.left - value.right, Math.abs(mark.bottom - value.bottom)];
    })""")
    assert far and all(beside >= 0 and apart < 12 for beside, apart in far)


def test_a_recording_is_fetched_when_it_is_played_and_not_before(open_page, serve, pictures_site: Path) -> None:
    page = open_page("about:blank")
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{serve(pictures_site)}/{PAGE}", wait_until="load")
    page.locator("video").scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    assert not [name for name in asked if name.startswith("sapaan")]
    with page.expect_request("**/sapaan.mp3"):
        page.locator("video").evaluate("e => { e.play().catch(() => {}); }")
