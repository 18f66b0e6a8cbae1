"""The cards to print: what stands on them, and that each printed one reads back in all four orientations."""

from __future__ import annotations

import io
import re

import brotli
import pypdfium2
import pytest

from manusiawi.language.known import LANGUAGES
from manusiawi.render.classroom.cards import BRAILLE, SIZES, cards_page, codes, marker, reach
from tests.classroom.cards.reader import reader
from tests.classroom.cards.scenes import LETTERS
from tests.helpers.axe import violations
from tests.helpers.html import files_of_page, pages_of
from tests.helpers.projects import PROJECT

SHEETS = {"room": (30, (210, 297)), "hall": (60, (297, 210))}
POINTS = 72 / 25.4  # a millimetre in points


def cells_of(path: str) -> list[str]:
    """The data cells that a marker's outline draws: a cell is white where a run of white covers it."""
    white = {
        (int(row), int(column) + step) for column, row, width in re.findall(r"M(\d) (\d)h(\d)v1h-\d", path) for step in range(int(width))
    }
    return ["".join("." if (row, column) in white else "#" for column in range(1, 6)) for row in range(1, 6)]


def test_every_marker_draws_the_cells_of_its_code() -> None:
    for number, code in enumerate(codes(), 1):
        assert cells_of(marker(number)) == list(code)


@pytest.mark.parametrize("size", SIZES)
def test_every_printed_card_reads_back_in_all_four_orientations(open_page, size: str) -> None:
    page = open_page("about:blank")
    sheet = (PROJECT / "manusiawi/web/answer-cards.css").read_text("utf-8")
    page.set_content(f"<!doctype html><style>body {{ margin: 0 }} {sheet}</style><article>{cards_page('id', size)}</article>")
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    count, (width, height) = SHEETS[size]
    assert len(printed) == count
    seen: dict[str, list[int]] = {letter: [] for letter in LETTERS}
    with reader() as reads:
        for leaf in printed:
            assert leaf.get_size() == pytest.approx((width * POINTS, height * POINTS), abs=1)
            picture = leaf.render(scale=0.5).to_pil().convert("L")  # 36 dots an inch: markers of 170 or 241 pixels
            for quarters, letter in enumerate(LETTERS):
                readings = reads.read(picture.rotate(90 * quarters, expand=True))
                assert {reading["letter"] for reading in readings} == {letter}
                seen[letter] += [reading["number"] for reading in readings]
    assert all(sorted(numbers) == list(range(1, 61)) for numbers in seen.values())


@pytest.mark.parametrize("size, edge", [("room", 120.2), ("hall", 170)])
def test_a_printed_marker_has_the_size_that_the_distances_are_reckoned_from(open_page, size: str, edge: float) -> None:
    page = open_page("about:blank", viewport={"width": 1200, "height": 900})
    sheet = (PROJECT / "manusiawi/web/answer-cards.css").read_text("utf-8")
    page.set_content(f"<!doctype html><style>body {{ margin: 0 }} {sheet}</style><article>{cards_page('id', size, 2)}</article>")
    page.emulate_media(media="print")
    box = page.locator(".answer-card > path").first.bounding_box()
    assert (box["width"] / 96 * 25.4, box["height"] / 96 * 25.4) == pytest.approx((edge, edge), abs=0.4)


def test_the_distance_is_that_of_the_formula() -> None:
    assert reach(1920, "hall") == 9.5  # 1920 × 0.17 / (2 × 26 × tan 32.5°) = 9.85
    assert reach(3840, "room") == 13.5  # 3840 × 0.1202 / (2 × 26 × tan 32.5°) = 13.93


def test_each_edge_has_its_letter_in_print_in_braille_and_as_notches_to_feel() -> None:
    page = cards_page("id", people=1)
    edges = re.findall(
        r'<g transform="rotate\((\d+) 105 105\)"><path class="cut" d="([^"]+)"/><text[^>]*>(\w)</text><g class="dots">(.*?)</g>', page
    )
    assert [(int(turn), cuts.count("M"), letter, dots.count("<circle")) for turn, cuts, letter, dots in edges] == [
        (0, 1, "A", 1),
        (90, 2, "B", 2),
        (180, 3, "C", 2),
        (270, 4, "D", 3),
    ]
    assert BRAILLE == {"A": (1,), "B": (1, 2), "C": (1, 4), "D": (1, 4, 5)}


def test_the_dots_of_the_small_card_are_as_far_apart_as_braille_has_them() -> None:
    rows = [float(y) for y in re.findall(r'<circle cx="[\d.]+" cy="([\d.]+)"', cards_page("id", people=1))]
    assert (max(rows) - min(rows)) * SIZES["room"] == pytest.approx(2.5, abs=0.01)


def test_behind_the_card_the_letters_stand_as_the_holder_sees_them() -> None:
    flap = re.findall(r'<text transform="rotate\((\d+) [\d.]+ [\d.]+\)"[^>]*>(\w)</text>', cards_page("id", people=1))
    assert flap == [("0", "A"), ("90", "D"), ("180", "C"), ("270", "B")]  # the camera sees B to the right, the holder to the left


@pytest.mark.parametrize("people", (0, 61))
def test_more_people_than_codes_are_refused(people: int) -> None:
    with pytest.raises(ValueError, match=f"for {people} people: allowed are 1 to 60"):
        cards_page("id", people=people)


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(KeyError):
        cards_page("id", "giant")


@pytest.mark.parametrize("folder", ("", "en/"))
def test_the_page_of_the_cards_is_light_and_hinders_nobody(open_page, serve, site, folder: str) -> None:
    name = f"{folder}kartu-jawab.html"
    files = files_of_page(name, pages_of(site)[name], site)
    assert sum(len(brotli.compress(data)) for data in files.values()) <= 30_000
    page = open_page(f"{serve(site)}/{name}")
    assert violations(page) == [] and page.faults == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("#answer-cards-hall").is_checked()
    assert len(page.get_by_role("img").all()) >= 60


def test_both_languages_have_the_same_cards() -> None:
    markers = [re.findall(r' d="M0 0h7[^"]+"', cards_page(language)) for language in LANGUAGES]
    assert len(markers[0]) == 60 and markers[0] == markers[1]
