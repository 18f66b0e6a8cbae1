"""Searches the codes of the answer cards: squares of 5 × 5 that no turn, no mirror and no common pattern comes near.

`python -m tools.card_codes` writes manusiawi/web/src/classroom/cards/codes.json; run it only before any card has been printed,
since cards that people hold would otherwise read as other numbers. The search is seeded: the same file every time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
CODES = ROOT / "manusiawi" / "web" / "src" / "classroom" / "cards" / "codes.json"
SIDE = 5
NUMBERS = 60
APART = 8  # bits between any two codes however turned, between a code and its own turns, and between any of them and any mirror image
FROM_COMMON = 7  # bits from what shirts, tiles and blinds show
SEED = 15
TRIES = 8  # of so many codes drawn, the one that leaves most room for others is taken

Words = NDArray[np.uint32]


def turned(words: Words) -> Words:
    """Squares turned a quarter anticlockwise; bit row × 5 + column is a cell, 1 is white."""
    return _moved(words, _before_the_turn)


def mirrored(words: Words) -> Words:
    """Squares as a mirror shows them."""
    return _moved(words, _in_the_mirror)


def _before_the_turn(row: int, column: int) -> tuple[int, int]:
    return column, SIDE - 1 - row


def _in_the_mirror(row: int, column: int) -> tuple[int, int]:
    return row, SIDE - 1 - column


def search() -> list[int]:
    """The codes, as words of 25 bits."""
    words = np.arange(1 << (SIDE * SIDE), dtype=np.uint32)
    white = np.bitwise_count(words)
    words = words[(white % 2 == 0) & (white >= 10) & (white <= 14)]  # even numbers of white cells: then all distances are even
    for first, images in ((turned, 2), (mirrored, 4)):  # a quarter and a half; the mirror image and its turns
        image = first(words)
        for _ in range(images):
            kept = np.bitwise_count(words ^ image) >= APART
            words, image = words[kept], turned(image[kept])
    for common in _common():
        words = words[np.bitwise_count(words ^ np.uint32(common)) >= FROM_COMMON]
    chance = np.random.default_rng(SEED)
    chosen: list[int] = []
    while len(chosen) < NUMBERS and len(words):
        drawn = words[chance.integers(0, len(words), TRIES if chosen else 1)]
        best = max((_left(words, code) for code in drawn), key=lambda left: int(left[1].sum()))
        chosen.append(best[0])
        words = words[best[1]]
    return chosen


def _left(words: Words, code: np.uint32) -> tuple[int, NDArray[np.bool_]]:
    """A code, and which words stay far enough from it."""
    one = np.array([code], dtype=np.uint32)
    images = [int(image[0]) for image in (*_turns(one), *_turns(mirrored(one)))]
    kept = np.ones(len(words), dtype=np.bool_)
    for image in images:
        kept &= np.bitwise_count(words ^ np.uint32(image)) >= APART
    return int(code), kept


def _turns(words: Words) -> list[Words]:
    turns = [words]
    for _ in range(3):
        turns.append(turned(turns[-1]))
    return turns


def _moved(words: Words, source: Callable[[int, int], tuple[int, int]]) -> Words:
    """Squares whose cell at (row, column) comes from the cell that `source` names."""
    moved = np.zeros_like(words)
    for row, ways in enumerate(_ways(source)):
        moved |= ways[(words >> np.uint32(row * SIDE)) & np.uint32((1 << SIDE) - 1)]
    return moved


@cache
def _ways(source: Callable[[int, int], tuple[int, int]]) -> list[Words]:
    """For each row what it becomes in a moved square, by the row's bits: looked up, since moving cell by cell takes many times as long."""
    places = {source(row, column): row * SIDE + column for row in range(SIDE) for column in range(SIDE)}
    return [
        np.array([sum((bits >> column & 1) << places[row, column] for column in range(SIDE)) for bits in range(1 << SIDE)], dtype=np.uint32)
        for row in range(SIDE)
    ]


def _common() -> list[int]:
    """Even squares, chequers, stripes of one and of two cells, halves, as words; and the same with black and white exchanged."""
    tests: tuple[Callable[[int, int], int], ...] = (
        lambda row, column: 0,
        lambda row, column: (row + column) % 2,
        lambda row, column: (row // 2 + column // 2) % 2,
        lambda row, column: row % 2,
        lambda row, column: column % 2,
        lambda row, column: row // 2 % 2,
        lambda row, column: column // 2 % 2,
        lambda row, column: int(row > 2),
        lambda row, column: int(column > 2),
        lambda row, column: int(row > 1),
        lambda row, column: int(column > 1),
        lambda row, column: int(row in (0, 4) or column in (0, 4)),
        lambda row, column: int(row == 2 or column == 2),
    )
    whole = (1 << (SIDE * SIDE)) - 1
    words = [sum(test(row, column) << (row * SIDE + column) for row in range(SIDE) for column in range(SIDE)) for test in tests]
    return [word ^ other for word in words for other in (0, whole)]


def rows(word: int) -> list[str]:
    """A code as five rows from the top, # black and . white."""
    return ["".join("." if word >> (row * SIDE + column) & 1 else "#" for column in range(SIDE)) for row in range(SIDE)]


def text(codes: list[int]) -> str:
    """The file's text: one card a line, its rows from the top with edge A up."""
    lines = ",\n".join("    " + json.dumps(" ".join(rows(code))) for code in codes)
    return f'{{\n  "side": {SIDE},\n  "apart": {APART},\n  "codes": [\n{lines}\n  ]\n}}\n'


if __name__ == "__main__":
    found = search()
    if len(found) < NUMBERS:
        raise SystemExit(f"Only {len(found)} of {NUMBERS} codes were found; another seed or less distance is needed.")
    CODES.write_text(text(found), "utf-8")
    print(f"{len(found)} codes written to {CODES.relative_to(ROOT)}")
