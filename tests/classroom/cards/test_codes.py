"""The codes of the answer cards stay apart, however a card is turned, and in a mirror too; the file is what the search gives."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from manusiawi.render.classroom.cards import CODES, codes
from tools import card_codes

Square = tuple[str, ...]


def turned(square: Square) -> Square:
    """A quarter clockwise."""
    return tuple("".join(column) for column in zip(*square[::-1], strict=True))


def turns(square: Square) -> list[Square]:
    found = [square]
    for _ in range(3):
        found.append(turned(found[-1]))
    return found


def apart(one: Square, other: Square) -> int:
    return sum(a != b for a, b in zip("".join(one), "".join(other), strict=True))


def test_there_are_sixty_squares_of_five_by_five() -> None:
    assert len(codes()) == 60
    assert {(len(square), len(row), set(row) <= set("#.")) for square in codes() for row in square} == {(5, 5, True)}


def test_no_two_cards_and_no_two_turns_of_one_differ_in_fewer_than_eight_cells() -> None:
    images = [image for square in codes() for image in turns(square)]
    assert min(apart(one, other) for one, other in combinations(images, 2)) == 8 == json.loads(CODES.read_text("utf-8"))["apart"]


def test_what_a_mirror_shows_is_no_nearer_to_any_card() -> None:
    images = [image for square in codes() for image in turns(square)]
    mirrored = [tuple(row[::-1] for row in square) for square in codes()]
    assert min(apart(mirror, image) for mirror in mirrored for image in images) >= 8


@pytest.mark.long
def test_the_file_is_what_the_seeded_search_gives() -> None:
    assert CODES.read_text("utf-8") == card_codes.text(card_codes.search())
