"""Rooms seen from above: what stands where, and the numbered places that the picture is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from manusiawi.binding.fields import Entry, Text, spec
from manusiawi.entries.picture import Picture

# What can stand in a room; render/pictures/furniture.py draws each.
THINGS = (
    *("counter", "desk", "chairs", "shelf", "boxes", "plant", "fan", "screen", "speaker", "speaker-off", "machine", "sign", "toilet"),
    *("wall", "door", "pillar", "steps", "ramp", "tactile", "turning", "area", "person", "guard", "wheelchair", "motorbike"),
)
FACINGS = ("down", "up", "left", "right")
TWO_NUMBERS = r"\d{1,2}(?:\.\d)? \d{1,2}(?:\.\d)?"


def pair(text: str) -> tuple[float, float]:
    """Two numbers that an author wrote, as in `3 12.5`; what is no such pair was told as a fault."""
    first, _, second = text.partition(" ")
    return float(first or 0), float(second or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing(Entry):
    """One thing in a room."""

    what: str = spec("What it is.", values=THINGS)
    spot: str = spec(
        "Its corner on the left at the top: how many squares from the left wall, how many from the top.",
        pattern=TWO_NUMBERS,
        pattern_words="two numbers with a space, whole or with one decimal, as in 3 12.5",
    )
    size: str = spec(
        "How many squares wide and how many high; chairs: how many stand side by side and how many rows.",
        default="1 1",
        pattern=TWO_NUMBERS,
        pattern_words="two numbers with a space, whole or with one decimal, as in 8 2",
    )
    facing: str = spec(
        "Where chairs and people look, into which side a door opens, where steps and a ramp lead up.", default="up", values=FACINGS
    )
    name: Text | None = spec("A word or two that stand on it; few things need one.", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Entry):
    """One numbered place."""

    spot: str = spec(
        "The middle of its number, in squares from the left and from the top.",
        pattern=TWO_NUMBERS,
        pattern_words="two numbers with a space, whole or with one decimal, as in 3 12.5",
    )
    text: Text = spec("What is there, for somebody who sees no picture.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Picture):
    """A room seen from above, on squares of about half a metre."""

    name: ClassVar[str] = "plan"
    size: str = spec(
        "How many squares wide and how many high the room is; 24 wide fits a phone.",
        pattern=TWO_NUMBERS,
        pattern_words="two numbers with a space, as in 24 16",
    )
    things: tuple[Thing, ...] = spec("What stands in it; what comes later lies on what came before.")
    places: tuple[Point, ...] = spec(
        "The places that the picture is about, in the order of their numbers; the list below the drawing says them."
    )
