"""The reader finds the cards in drawn rooms, says the right letter or nothing, and sees no card where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PIL import Image

from tests.classroom.cards.reader import Reader, Score, reader
from tests.classroom.cards.scenes import LETTERS, Room, draw
from tests.helpers.nodejs import run


@pytest.fixture(scope="module")
def reads() -> Iterator[Reader]:
    with reader() as asked:
        yield asked


def test_in_rooms_of_small_cards_nearly_all_are_read_and_none_wrong(reads: Reader) -> None:
    score = Score()
    for seed in range(4):
        image, cards = draw(seed, Room(width=1280, height=720, cards=24, clutter=8))
        score.add(seed, reads.read(image), cards)
    assert score.faults == []
    assert score.readable > 70 and score.read >= 0.95 * score.readable, score.missed


def test_cards_near_to_the_camera_are_read_as_well(reads: Reader) -> None:
    score = Score()
    for seed, edge in enumerate((60, 110, 170, 250)):
        image, cards = draw(seed, Room(width=800, height=400, cards=1, edge=(edge, edge), clutter=2))
        score.add(seed, reads.read(image), cards)
    assert score.faults == [] and score.read == score.readable > 0, score.missed


def test_no_card_is_seen_in_windows_blinds_posters_shirts_and_faces(reads: Reader) -> None:
    for seed in range(100_000, 100_006):
        image, _ = draw(seed, Room(width=1280, height=720, cards=0, clutter=40))
        assert reads.read(image) == []


def upright(quarters: int, degrees: float = 0) -> Image.Image:
    """Card 8 before the camera, turned by so many quarters anticlockwise and by some degrees more."""
    from tests.classroom.cards.scenes import CODES

    cells = Image.new("L", (9, 9), 255)
    cells.paste(20, (1, 1, 8, 8))
    for row, text in enumerate(CODES[7].split()):
        for column, cell in enumerate(text):
            cells.putpixel((column + 2, row + 2), 255 if cell == "." else 20)
    card = cells.resize((72, 72), Image.Resampling.NEAREST).rotate(90 * quarters)
    wall = Image.new("L", (200, 200), 140)
    wall.paste(card, (64, 64))
    return wall.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=140)


@pytest.mark.parametrize("quarters", range(4))
def test_the_edge_on_top_is_the_letter_and_the_corners_begin_at_edge_a(reads: Reader, quarters: int) -> None:
    (reading,) = reads.read(upright(quarters))
    assert (reading["number"], reading["letter"]) == (8, LETTERS[quarters])
    square = [(71.5, 71.5), (127.5, 71.5), (127.5, 127.5), (71.5, 127.5)]  # clockwise from the upper left
    for place, corner in enumerate(reading["corners"]):
        assert corner == pytest.approx(square[(place - quarters) % 4], abs=0.6)


def test_a_card_held_askew_keeps_its_letter_until_no_edge_is_clearly_on_top(reads: Reader) -> None:
    (reading,) = reads.read(upright(1, 30))
    assert reading["letter"] == "B" and reading["roll"] == pytest.approx(-30, abs=1)
    assert reads.read(upright(1, 44)) == []


def test_a_mirrored_card_is_not_read(reads: Reader) -> None:
    assert reads.read(upright(0).transpose(Image.Transpose.FLIP_LEFT_RIGHT)) == []


def test_a_picture_smaller_than_a_card_holds_none(reads: Reader) -> None:
    for size in ((1, 1), (11, 40), (40, 13)):
        assert reads.read(Image.new("L", size, 128)) == []


def test_colours_count_as_the_eye_weighs_them_and_a_picture_with_bytes_missing_is_refused() -> None:
    body = """
      const grey = it.greyOf({ data: new Uint8ClampedArray([255, 255, 255, 255, 0, 255, 0, 255]), width: 2, height: 1 });
      let said = "";
      try { it.greyOf({ data: new Uint8Array(7), width: 2, height: 1 }); } catch (error) { said = error.message; }
      return [...grey.data, said];"""
    assert run(body, it="classroom/cards/grey.js") == [255, 149, "7 bytes for 2 × 1 pixels: allowed are 1 or 4 bytes a pixel."]
