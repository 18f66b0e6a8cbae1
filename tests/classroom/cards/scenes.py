"""Draws rooms full of answer cards as a camera would see them, with what is true about each card beside the picture.

It shares nothing with the reader but the dictionary: light, lens and sensor are worked out here, in linear light, one after the other.
What it leaves out, so that nobody reads more into the figures: colour, lens distortion, bent paper, glossy reflections, rolling shutter.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from tests.helpers.projects import PROJECT

CODES: list[str] = json.loads((PROJECT / "manusiawi/web/src/classroom/cards/codes.json").read_text("utf-8"))["codes"]
LETTERS = "ABCD"  # clockwise from the top of the card as it faces the camera
RIM = 20 / 170  # the white paper around the marker, in edges of the marker
VIEW = math.radians(65)  # what a phone or laptop sees across
FINE = 5  # rays a pixel, each way
RIM_HIDDEN = 0.2  # a card of which more of the rim is hidden, or anything of the marker, is not counted as one that can be read

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shown:
    """A card in the picture: what it says, where its marker's corners are, how much of it others hide (shares of 1)."""

    number: int
    letter: str
    corners: list[list[float]]
    hidden: float
    rim_hidden: float

    @property
    def readable(self) -> bool:
        return self.hidden <= 0.01 and self.rim_hidden <= RIM_HIDDEN


@dataclass(frozen=True, slots=True)
class Room:
    """How a room is drawn; edges in pixels of a card that faces the camera."""

    width: int = 1920
    height: int = 1080
    cards: int = 40
    edge: tuple[float, float] = (26, 26)
    tilt: float = 35
    roll: float = 20
    blur: tuple[float, float] = (0.5, 1.0)
    moving: float = 0.25  # share of pictures in which the camera moves
    clutter: int = 14


@dataclass(slots=True)
class _Canvas:
    """The light that surfaces send back (0 to 1, linear), and which card is seen in each pixel (its place from 1; from 101 its rim)."""

    light: Image.Image
    owner: Image.Image
    chance: np.random.Generator
    ink: ImageDraw.ImageDraw = field(init=False)
    mark: ImageDraw.ImageDraw = field(init=False)

    def __post_init__(self) -> None:
        self.ink, self.mark = ImageDraw.Draw(self.light), ImageDraw.Draw(self.owner)

    def ellipse(self, box: tuple[float, float, float, float], fill: float) -> None:
        self.ink.ellipse(box, fill=fill)
        self.mark.ellipse(box, fill=0)

    def polygon(self, points: list[tuple[float, float]], fill: float) -> None:
        self.ink.polygon(points, fill=fill)
        self.mark.polygon(points, fill=0)

    def box(self, left: float, top: float, right: float, bottom: float, fill: float) -> None:
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def put(self, values: Floats, cover: Floats, owner: NDArray[np.uint8], left: int, top: int) -> None:
        """Lays a patch over the picture; `cover` says how much of each pixel it takes."""
        box = (left, top, left + values.shape[1], top + values.shape[0])
        under = np.asarray(self.light.crop(box), dtype=np.float32)
        self.light.paste(Image.fromarray(under * (1 - cover) + values * cover), box)
        self.owner.paste(Image.fromarray(owner), box, Image.fromarray(((owner > 0) * 255).astype(np.uint8)))


def draw(seed: int, room: Room = Room()) -> tuple[Image.Image, list[Shown]]:
    """A grey picture of a room, the same for the same seed, and the cards in it."""
    chance = np.random.default_rng(seed)
    canvas = _Canvas(_wall(chance, room), Image.new("L", (room.width, room.height)), chance)
    for _ in range(room.clutter):
        _CLUTTER[chance.integers(len(_CLUTTER))](canvas, room)
    shown: list[tuple[int, str, list[list[float]], int, int]] = []
    numbers = chance.permutation(len(CODES))[: room.cards] + 1
    for place, (x, y) in enumerate(_seats(chance, room)):
        edge = float(chance.uniform(*room.edge))
        number, quarter = int(numbers[place]), int(chance.integers(4))
        _person(canvas, x, y, edge)
        corners, inner, outer = _card(canvas, place, number, quarter, (x, y), edge, room)
        shown.append((number, LETTERS[quarter], corners, inner, outer))
        if chance.random() < 0.08:  # somebody's head comes before a part of the card
            size, angle = edge * chance.uniform(0.4, 0.8), chance.uniform(0, 2 * math.pi)
            far = edge * chance.uniform(0.6, 1.1)
            middle = (x + far * math.cos(angle), y + far * math.sin(angle))
            canvas.ellipse((middle[0] - size, middle[1] - size, middle[0] + size, middle[1] + size * 1.3), chance.uniform(0.02, 0.4))
    seen = np.bincount(np.asarray(canvas.owner).ravel(), minlength=256)
    cards = [
        Shown(number, letter, corners, 1 - seen[place + 1] / inner, 1 - seen[place + 101] / outer)
        for place, (number, letter, corners, inner, outer) in enumerate(shown)
    ]
    return _photograph(np.asarray(canvas.light, dtype=np.float32), chance, room), cards


def _seats(chance: np.random.Generator, room: Room) -> list[tuple[float, float]]:
    """Where the cards are, row after row from the back, so far apart that none lies over another."""
    if not room.cards:
        return []
    columns = math.ceil(math.sqrt(room.cards * room.width / room.height))
    rows = math.ceil(room.cards / columns)
    step_x, step_y, reach = room.width / columns, room.height / rows, room.edge[1] * 1.1
    spare_x, spare_y = max(0.0, step_x / 2 - reach), max(0.0, step_y / 2 - reach)
    places = [(column, row) for row in range(rows) for column in range(columns)][: room.cards]
    return [
        (
            (column + 0.5) * step_x + float(chance.uniform(-spare_x, spare_x)),
            (row + 0.5) * step_y + float(chance.uniform(-spare_y, spare_y)),
        )
        for column, row in places
    ]


def _card(
    canvas: _Canvas, place: int, number: int, quarter: int, middle: tuple[float, float], edge: float, room: Room
) -> tuple[list[list[float]], int, int]:
    """Draws a card and the fingers that hold it: the marker's corners clockwise from the left end of edge A, its pixels, its rim's."""
    chance = canvas.chance
    to_picture = _placed(chance, middle, edge, room, quarter)
    paper = np.array([[-0.5 - RIM, -0.5 - RIM], [0.5 + RIM, -0.5 - RIM], [0.5 + RIM, 0.5 + RIM], [-0.5 - RIM, 0.5 + RIM]])
    outline = _through(to_picture, paper)
    left, top = np.floor(outline.min(0)).astype(int) - 1
    right, bottom = np.ceil(outline.max(0)).astype(int) + 2
    steps_x = left + (np.arange((right - left) * FINE) + 0.5) / FINE
    steps_y = top + (np.arange((bottom - top) * FINE) + 0.5) / FINE
    rays = np.stack(np.meshgrid(steps_x, steps_y), axis=-1)
    to_card = np.asarray(np.linalg.inv(to_picture), dtype=np.float64)
    on = _through(to_card, rays.reshape(-1, 2)).reshape(rays.shape)
    within = np.abs(on).max(-1)
    cells = np.pad(_cells(number), 1)
    place_on = np.clip(((on + 0.5) * 7).astype(int), 0, 6)
    white = np.where(within < 0.5, cells[place_on[..., 1], place_on[..., 0]], 1.0)
    bright, black = chance.uniform(0.7, 0.9), chance.uniform(0.03, 0.09)
    slope = chance.uniform(-0.3, 0.3, 2)
    values = (black + (bright - black) * white) * (1 + on @ slope)
    cover = within < 0.5 + RIM
    if chance.random() < 0.2:  # a shadow falls over a part of it
        angle, where = chance.uniform(0, 2 * math.pi), chance.uniform(-0.4, 0.4)
        values = values * np.where(on @ np.array([math.cos(angle), math.sin(angle)]) > where, chance.uniform(0.45, 0.8), 1)
    small_cover = _averaged(cover.astype(np.float32))
    small: Floats = (_averaged((values * cover).astype(np.float32)) / np.maximum(small_cover, 1e-6)).astype(np.float32)
    centre = within[FINE // 2 :: FINE, FINE // 2 :: FINE]
    owner = np.where(centre < 0.5, place + 1, np.where(centre < 0.5 + RIM, place + 101, 0)).astype(np.uint8)
    canvas.put(small, small_cover, owner, int(left), int(top))
    if chance.random() < 0.7:
        _fingers(canvas, to_picture, edge)
    corners = _through(to_picture, np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]))
    return corners.tolist(), int((owner == place + 1).sum()), int((owner == place + 101).sum())


def _cells(number: int) -> Floats:
    """The white cells of a card, from the top with edge A up."""
    return np.array([[cell == "." for cell in row] for row in CODES[number - 1].split()], dtype=np.float32)


def _averaged(fine: Floats) -> Floats:
    height, width = fine.shape[0] // FINE, fine.shape[1] // FINE
    averaged: Floats = fine.reshape(height, FINE, width, FINE).mean((1, 3), dtype=np.float32)
    return averaged


def _placed(chance: np.random.Generator, middle: tuple[float, float], edge: float, room: Room, quarter: int) -> NDArray[np.float64]:
    """From the card (edge 1, its middle 0, y down, edge A up) to the picture: turned, tilted, rolled, seen in perspective."""
    focus = 1920 / 2 / math.tan(VIEW / 2)
    tilt, axis = math.radians(chance.uniform(0, room.tilt)), chance.uniform(0, 2 * math.pi)
    roll = math.radians(chance.uniform(-room.roll, room.roll)) - quarter * math.pi / 2  # edge B up: a quarter anticlockwise
    turn = np.array([[math.cos(roll), -math.sin(roll), 0], [math.sin(roll), math.cos(roll), 0], [0, 0, 1]])
    across = np.array([math.cos(axis), math.sin(axis), 0])
    cross = np.array([[0, -across[2], across[1]], [across[2], 0, -across[0]], [-across[1], across[0], 0]])
    lean = np.eye(3) + math.sin(tilt) * cross + (1 - math.cos(tilt)) * cross @ cross
    turned = lean @ turn
    away = focus / edge
    columns = np.stack([turned[:, 0], turned[:, 1], np.array([0, 0, away])], axis=1)
    to_picture = np.diag([focus, focus, 1.0]) @ columns
    to_picture[:2] += np.outer(middle, to_picture[2])
    return to_picture


def _through(matrix: NDArray[np.float64], points: NDArray[Any]) -> NDArray[np.float64]:
    held = np.concatenate([points, np.ones((len(points), 1))], axis=1) @ matrix.T
    return held[:, :2] / held[:, 2:]


def _fingers(canvas: _Canvas, to_picture: NDArray[np.float64], edge: float) -> None:
    """One or two hands at the rim; a finger reaches over the white, seldom to the black. Skin of every tone."""
    chance = canvas.chance
    skin = chance.uniform(0.06, 0.45)
    for side in chance.permutation(4)[: chance.integers(1, 3)]:
        along = chance.uniform(-0.45, 0.45)
        for finger in range(int(chance.integers(1, 3))):
            where, wide, reach = along + finger * 0.14, 0.055, chance.uniform(0.2, 0.95) * RIM
            out, tip = 0.5 + RIM + 0.15, 0.5 + RIM - reach
            shape = np.array(
                [[where - wide, -out], [where - wide, -tip - wide], [where, -tip], [where + wide, -tip - wide], [where + wide, -out]]
            )
            angle = side * math.pi / 2
            turned = shape @ np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
            canvas.polygon([(float(x), float(y)) for x, y in _through(to_picture, turned)], float(skin))


def _person(canvas: _Canvas, x: float, y: float, edge: float) -> None:
    """Somebody who holds a card before the chest or above the head; measures follow a card of 17 cm."""
    chance, unit = canvas.chance, edge / 17  # one centimetre
    neck = y - chance.uniform(5, 25) * unit if chance.random() < 0.7 else y + 35 * unit
    shirt, skin, hair = chance.uniform(0.02, 0.85), chance.uniform(0.06, 0.45), chance.uniform(0.01, 0.08)
    left, right, low = x - 22 * unit, x + 22 * unit, neck + 60 * unit
    canvas.box(left, neck, right, low, shirt)
    if chance.random() < 0.5:
        _cloth(canvas, (left, neck, right, low), unit)
    canvas.ellipse((x - 9 * unit, neck - 25 * unit, x + 9 * unit, neck + 1 * unit), hair)
    canvas.ellipse((x - 7.5 * unit, neck - 21 * unit, x + 7.5 * unit, neck + 2 * unit), skin)
    for eye in (-3, 3):
        canvas.ellipse((x + (eye - 1.2) * unit, neck - 12 * unit, x + (eye + 1.2) * unit, neck - 10 * unit), 0.02)


def _cloth(canvas: _Canvas, box: tuple[float, float, float, float], unit: float) -> None:
    """Stripes or chequers."""
    chance = canvas.chance
    step, tone = chance.uniform(1.5, 6) * unit, chance.uniform(0.02, 0.8)
    across, down = chance.random() < 0.7, chance.random() < 0.7
    rows = np.arange(box[1], box[3], step)
    columns = np.arange(box[0], box[2], step)
    for i, top in enumerate(rows):
        for j, left in enumerate(columns):
            if ((i if across else 0) + (j if down or not across else 0)) % 2:
                canvas.box(left, top, min(left + step, box[2]), min(top + step, box[3]), tone)


def _wall(chance: np.random.Generator, room: Room) -> Image.Image:
    return Image.new("F", (room.width, room.height), float(chance.uniform(0.15, 0.7)))


def _spot(canvas: _Canvas, room: Room, wide: tuple[float, float], high: tuple[float, float]) -> tuple[float, float, float, float]:
    chance = canvas.chance
    width, height = chance.uniform(*wide), chance.uniform(*high)
    left, top = chance.uniform(-50, room.width - 20), chance.uniform(-50, room.height - 20)
    return left, top, left + width, top + height


def _window(canvas: _Canvas, room: Room) -> None:
    left, top, right, bottom = _spot(canvas, room, (80, 400), (80, 400))
    chance = canvas.chance
    frame, panes_x, panes_y = chance.uniform(3, 12), int(chance.integers(1, 4)), int(chance.integers(1, 4))
    canvas.box(left, top, right, bottom, chance.uniform(0.02, 0.5))
    wide, high = (right - left) / panes_x, (bottom - top) / panes_y
    for i in range(panes_x):
        for j in range(panes_y):
            x, y = left + i * wide, top + j * high
            canvas.box(x + frame, y + frame, x + wide - frame, y + high - frame, chance.uniform(0.6, 1.6))


def _blind(canvas: _Canvas, room: Room) -> None:
    left, top, right, bottom = _spot(canvas, room, (100, 400), (100, 400))
    step, bright = canvas.chance.uniform(4, 16), canvas.chance.uniform(0.5, 1.2)
    for y in np.arange(top, bottom, step):
        canvas.box(left, y, right, y + step * 0.55, bright)
        canvas.box(left, y + step * 0.55, right, y + step, bright * 0.3)


def _poster(canvas: _Canvas, room: Room) -> None:
    left, top, right, bottom = _spot(canvas, room, (60, 250), (60, 250))
    chance = canvas.chance
    paper, ink = (0.8, 0.04) if chance.random() < 0.7 else (0.05, 0.8)
    canvas.box(left, top, right, bottom, paper)
    size = float(chance.uniform(6, 40))
    font = ImageFont.load_default(size)
    y = top + 4
    while y + size < bottom - 4:
        words = "".join(
            chr(int(chance.integers(65, 91))) if chance.random() < 0.85 else " " for _ in range(int((right - left) / size * 1.4))
        )
        mask = Image.new("L", (max(1, int(right - left - 8)), int(size * 1.3)))
        ImageDraw.Draw(mask).text((0, 0), words, fill=255, font=font)
        canvas.light.paste(Image.new("F", mask.size, ink), (int(left + 4), int(y)), mask)
        y += size * 1.4


def _chequers(canvas: _Canvas, room: Room) -> None:
    _cloth(canvas, _spot(canvas, room, (60, 250), (60, 250)), float(canvas.chance.uniform(1, 6)))


def _frames(canvas: _Canvas, room: Room) -> None:
    """Pictures in dark frames, one within the other: the likest to a marker that walls offer."""
    chance = canvas.chance
    left, top, right, bottom = _spot(canvas, room, (20, 120), (20, 120))
    for tone in (0.85, 0.04, float(chance.uniform(0.1, 0.8)), float(chance.uniform(0.02, 0.9))):
        canvas.box(left, top, right, bottom, tone)
        inset = max(2.0, (right - left) * 0.13)
        left, top, right, bottom = left + inset, top + inset, right - inset, bottom - inset
        if right <= left or bottom <= top:
            return


def _blocks(canvas: _Canvas, room: Room) -> None:
    """A square of black and white blocks at random, as codes for telephones have them."""
    chance = canvas.chance
    left, top, _, _ = _spot(canvas, room, (1, 2), (1, 2))
    count, size = int(chance.integers(8, 30)), chance.uniform(2, 8)
    canvas.box(left - size, top - size, left + (count + 1) * size, top + (count + 1) * size, 0.85)
    for row, column in np.argwhere(chance.random((count, count)) < 0.5):
        canvas.box(left + column * size, top + row * size, left + (column + 1) * size, top + (row + 1) * size, 0.04)


def _face(canvas: _Canvas, room: Room) -> None:
    left, top, right, bottom = _spot(canvas, room, (20, 120), (20, 120))
    _person(canvas, (left + right) / 2, (top + bottom) / 2, float(canvas.chance.uniform(15, 60)))


def _shelf(canvas: _Canvas, room: Room) -> None:
    left, top, right, bottom = _spot(canvas, room, (80, 300), (40, 150))
    x = left
    while x < right:
        wide = canvas.chance.uniform(3, 14)
        canvas.box(x, top + canvas.chance.uniform(0, 15), x + wide - 1, bottom, canvas.chance.uniform(0.02, 0.9))
        x += wide


_CLUTTER: tuple[Callable[[_Canvas, Room], None], ...] = (_window, _blind, _poster, _chequers, _frames, _blocks, _face, _shelf)


def _photograph(light: Floats, chance: np.random.Generator, room: Room) -> Image.Image:
    """What the camera makes of it: uneven light, the lens, movement, exposure, noise, compression."""
    height, width = light.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    slope = chance.uniform(-0.45, 0.45, 2)
    lit = 1 + slope[0] * (x / width - 0.5) + slope[1] * (y / height - 0.5)
    for _ in range(int(chance.integers(0, 3))):  # lamps and shadows
        at, size = chance.uniform(0, 1, 2) * (width, height), chance.uniform(0.1, 0.4) * width
        lit += chance.uniform(-0.4, 0.5) * np.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / (2 * size**2))
    seen = light * np.clip(lit, 0.3, 2).astype(np.float32)
    seen = _blurred(seen, float(chance.uniform(*room.blur)))
    if chance.random() < room.moving:
        seen = _moved(seen, float(chance.uniform(1.5, 3.5)), float(chance.uniform(0, math.pi)))
    exposed = np.clip(seen * chance.uniform(0.7, 1.25), 0, 1)
    values = np.where(exposed <= 0.0031308, 12.92 * exposed, 1.055 * exposed ** (1 / 2.4) - 0.055) * 255
    values = values + chance.normal(0, chance.uniform(1, 5), values.shape)
    kept = io.BytesIO()
    Image.fromarray(np.clip(values + 0.5, 0, 255).astype(np.uint8)).save(kept, "JPEG", quality=int(chance.integers(70, 96)))
    return Image.open(kept).convert("L")


def _blurred(values: Floats, sigma: float) -> Floats:
    reach = math.ceil(3 * sigma)
    weights = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * sigma**2))
    weights /= weights.sum()
    for axis in (0, 1):
        padded = np.pad(values, [(reach, reach) if axis == side else (0, 0) for side in (0, 1)], mode="edge")
        long = values.shape[axis]
        values = sum(np.float32(weight) * padded.take(range(i, i + long), axis) for i, weight in enumerate(weights))  # type: ignore[assignment]
    return values


def _moved(values: Floats, long: float, angle: float) -> Floats:
    """Smeared along a line, so many pixels long."""
    steps = np.linspace(-long / 2, long / 2, 2 * math.ceil(long) + 1)
    reach = math.ceil(long / 2) + 1
    kernel = np.zeros((2 * reach + 1, 2 * reach + 1))
    for step in steps:
        x, y = reach + step * math.cos(angle), reach + step * math.sin(angle)
        column, row = int(x), int(y)
        for down, part_y in ((0, 1 - (y - row)), (1, y - row)):
            for along, part_x in ((0, 1 - (x - column)), (1, x - column)):
                if part_x * part_y > 0:
                    kernel[row + down, column + along] += part_x * part_y
    kernel /= kernel.sum()
    padded = np.pad(values, reach, mode="edge")
    height, width = values.shape
    smeared: Any = sum(
        np.float32(kernel[row, column]) * padded[row : row + height, column : column + width] for row, column in np.argwhere(kernel > 0)
    )
    return np.asarray(smeared, dtype=np.float32)
