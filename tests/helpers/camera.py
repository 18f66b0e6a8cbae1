"""A film for a browser's stand-in camera: cards held up before a grey wall, each with the edge of its letter on top."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tests.helpers.projects import PROJECT

CODES = PROJECT / "manusiawi" / "web" / "src" / "classroom" / "cards" / "codes.json"
WIDTH, HEIGHT, CELL = 1280, 720, 8  # pixels; a marker has seven cells a side
WALL, PAPER, INK = 120, 225, 30
COLUMNS, STEP = 10, 120  # cards in a row, pixels from one to the next


def film(path: Path, cards: Mapping[int, str]) -> Path:
    """Writes a picture of the cards, by number their letters, as a film that a browser plays over and over (YUV4MPEG2)."""
    codes = json.loads(CODES.read_text("utf-8"))["codes"]
    rows = [bytearray([WALL]) * WIDTH for _ in range(HEIGHT)]
    for place, (number, letter) in enumerate(cards.items()):
        across, down = place % COLUMNS, place // COLUMNS
        _paint(rows, 30 + across * STEP, 30 + down * STEP, _turned(codes[number - 1].split(), "ABCD".index(letter)))
    picture = b"".join(rows) + bytes([128]) * (WIDTH * HEIGHT // 2)
    path.write_bytes(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420\n".encode() + b"FRAME\n" + picture)
    return path


def _turned(cells: list[str], letter: int) -> list[str]:
    """The marker's cells with the edge of a letter on top; A is the upper edge of the code as it is listed."""
    for _ in range(letter):
        cells = ["".join(row) for row in zip(*cells, strict=True)][::-1]  # a quarter against the clock: B, at the right, comes to the top
    return cells


def _paint(rows: list[bytearray], left: int, top: int, cells: list[str]) -> None:
    size, rim = 7 * CELL, CELL
    for y in range(-rim, size + rim):
        rows[top + y][left - rim : left + size + rim] = bytes([PAPER]) * (size + 2 * rim)
    for y in range(size):
        rows[top + y][left : left + size] = bytes([INK]) * size
    for row, line in enumerate(cells, 1):
        for column, cell in enumerate(line, 1):
            if cell == ".":
                for y in range(row * CELL, (row + 1) * CELL):
                    rows[top + y][left + column * CELL : left + (column + 1) * CELL] = bytes([PAPER]) * CELL
