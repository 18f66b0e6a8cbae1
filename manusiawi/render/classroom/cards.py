"""The answer cards to print: a marker for the camera, and on the rim and the flap what only the holder sees and feels.

The drawing's unit is the millimetre of the large card; the small one is the same, half as large by area. From the left: the square that
is held up, 210 wide, with a marker of 170; then the flap that is folded back, so that its print faces the holder.
"""

from __future__ import annotations

import json
import math
import textwrap
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from manusiawi.ground.catalogue import say

CODES = (
    Path(__file__).parents[2] / "web" / "src" / "classroom" / "cards" / "codes.json"
)  # the only source of the codes; the reader has it too
LETTERS = "ABCD"  # clockwise from the upper edge, as the camera sees them
PAPER, MARKER, LENGTH = 210, 170, 297
RIM = (PAPER - MARKER) / 2
SIZES = {"room": 1 / math.sqrt(2), "hall": 1.0}  # two on a sheet of A4, one on a sheet; how large they are to the drawing
LEAST = 26  # pixels of the marker's edge that tests/classroom/cards holds the reader to
VIEW = 65  # degrees that the camera of a telephone or a laptop sees across; few see more
WIDTHS = (1280, 1920, 3840)  # pixels across: HD, Full HD, 4K
BRAILLE = {"A": (1,), "B": (1, 2), "C": (1, 4), "D": (1, 4, 5)}  # dots 1 to 3 down the left, 4 to 6 down the right
_DOT = 2.5 / SIZES["room"]  # between dots: standard Braille on the small card, jumbo on the large one


@lru_cache(maxsize=1)
def codes() -> tuple[tuple[str, ...], ...]:
    """The rows of each card, # black and . white, with edge A up; card 1 is the first."""
    return tuple(tuple(code.split(" ")) for code in json.loads(CODES.read_text("utf-8"))["codes"])


def cards_page(language: str, size: str = "room", people: int | None = None) -> str:
    """The cards for so many people, all that there are if none are named, after the choice between both sizes; `size` is chosen at first.

    Raises KeyError for another size, ValueError for more people than there are codes.
    """
    many = len(codes()) if people is None else people
    if not 1 <= many <= len(codes()):
        raise ValueError(f"answer cards for {many} people: allowed are 1 to {len(codes())}")
    SIZES[size]
    cards = "".join(_card(language, number) for number in range(1, many + 1))
    return f'{_choice(language, size)}{_parts(language)}<div class="answer-cards">\n{cards}</div>\n'


def reach(width: int, size: str) -> float:
    """How many metres away a card is read at most, from the pixels across of the camera's picture: in half metres, rounded down."""
    marker = MARKER / 1000 * SIZES[size]
    metres = width * marker / (2 * LEAST * math.tan(math.radians(VIEW / 2)))
    return math.floor(metres * 2) / 2


def reach_table(language: str) -> str:
    """For each size and camera, how far away a card is read."""
    point = say(language, "answer-cards-point")
    heads = "".join(f'<th scope="col">{say(language, "answer-cards-width", width=width)}</th>' for width in WIDTHS)
    rows = "".join(
        f'<tr><th scope="row">{say(language, "answer-cards-edge", size=round(MARKER * scale / 10))}</th>'
        + "".join(f"<td>{f'{reach(width, size):.1f}'.replace('.', point)} m</td>" for width in WIDTHS)
        + "</tr>\n"
        for size, scale in SIZES.items()
    )
    return f"<table>\n<thead><tr><td></td>{heads}</tr></thead>\n<tbody>{rows}</tbody></table>\n"


def marker(number: int) -> str:
    """The outline of a marker in cells of 1, seven each way: a black square with the white cells left out by the rule evenodd."""
    runs = []
    for row, cells in enumerate(codes()[number - 1], 1):
        column = 1
        for cell, group in groupby(cells):
            width = len(list(group))
            if cell == ".":
                runs.append(f"M{column} {row}h{width}v1h-{width}z")
            column += width
    return f"M0 0h7v7H0z{''.join(runs)}"


def _choice(language: str, size: str) -> str:
    """Which size is shown and printed; styles answer it, no script."""
    choices = "".join(
        f'<label><input type="radio" name="size" id="answer-cards-{name}"{" checked" if name == size else ""}> '
        f"{say(language, f'answer-cards-{name}')}</label>\n"
        for name in SIZES
    )
    return f'<fieldset class="answer-cards-size"><legend>{say(language, "answer-cards-size")}</legend>\n{choices}</fieldset>\n'


def _card(language: str, number: int) -> str:
    name = say(language, "answer-card", number=number)
    return (
        f'<svg class="answer-card" viewBox="0 0 {LENGTH} {PAPER}" role="img" aria-label="{name}"><use href="#answer-card"/>'
        f'<path transform="translate({RIM:g} {RIM:g})scale({MARKER / 7:.4f})" fill-rule="evenodd" d="{marker(number)}"/>'
        f'<text x="150" y="14" font-size="5">{number}</text><text x="{_MIDDLE:g}" y="38" font-size="9">{name}</text></svg>\n'
    )


_MIDDLE = (PAPER + LENGTH) / 2  # of the flap


def _parts(language: str) -> str:
    """What is the same on all cards, drawn once."""
    middle = PAPER / 2
    turned = ((90 * turn, _edge(letter, turn + 1)) for turn, letter in enumerate(LETTERS))
    edges = "".join(f'<g transform="rotate({turn} {middle:g} {middle:g})">{edge}</g>' for turn, edge in turned)
    fold = f'<path class="fold" d="M{PAPER} 5V{PAPER - 5}"/><path class="cut" d="M5 {PAPER}H{LENGTH - 5}"/>'
    return (
        '<svg class="answer-card-parts" width="0" height="0" aria-hidden="true">'
        f'<symbol id="answer-card" viewBox="0 0 {LENGTH} {PAPER}">{edges}{fold}{_flap(language)}</symbol></svg>\n'
    )


def _edge(letter: str, notches: int) -> str:
    """The upper rim: notches to cut, one for A to four for D, the letter, its Braille dots to raise."""
    cuts = "".join(f"M{40 + 9 * place} 0l3 6l3 -6" for place in range(notches))
    dots = "".join(f'<circle cx="{114 + (dot > 3) * _DOT:.2f}" cy="{8.5 + (dot - 1) % 3 * _DOT:.2f}" r="1.1"/>' for dot in BRAILLE[letter])
    return f'<path class="cut" d="{cuts}"/><text x="{PAPER / 2:g}" y="14" font-size="7">{letter}</text><g class="dots">{dots}</g>'


def _flap(language: str) -> str:
    """What the holder sees behind the card: which edge is where from there, so that the letter that stands upright on top is shown.

    The flap is folded back about the right edge, edge B, which lies to the left from behind; its print is not mirrored by that.
    """
    side, top = 44.0, 50.0
    middle = top + side / 2
    letters = "".join(
        f'<text transform="rotate({turn} {_MIDDLE:g} {middle:g})" x="{_MIDDLE:g}" y="{top + 9:g}" font-size="7">{letter}</text>'
        for letter, turn in zip("ADCB", (0, 90, 180, 270), strict=True)
    )
    square = f'<path class="cut" d="M{_MIDDLE - side / 2:g} {top:g}h{side:g}v{side:g}h-{side:g}z"/>'
    lines = textwrap.wrap(say(language, "answer-card-hold"), 30)
    words = "".join(f'<text x="{_MIDDLE:g}" y="{112 + 7 * place}" font-size="5">{line}</text>' for place, line in enumerate(lines))
    return f"{square}{letters}{words}"
