"""Rooms: every thing and every number stands inside the walls, and every name inside its thing."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.binding.fields import Text
from manusiawi.entries.drawn.rooms import Plan, Point, Thing, pair
from manusiawi.ground.faults import Fault
from manusiawi.language.known import LANGUAGES

LETTER = 0.58  # squares that a letter of a name takes at the size that rooms.css gives, in the widest of the usual faces


def check_plan(plan: Plan) -> Iterator[Fault]:
    """The faults of one plan."""
    width, height = pair(plan.size)
    boxes: list[tuple[Thing | Point, tuple[float, float]]] = [
        *((thing, (0.0, 0.0) if thing.what == "chairs" else pair(thing.size)) for thing in plan.things),
        *((place, (0.0, 0.0)) for place in plan.places),
    ]
    for entry, (across, down) in boxes:
        x, y = pair(entry.spot)
        if x + across > width or y + down > height:
            yield Fault(
                entry.where("spot"),
                f"this reaches {x + across:g} {y + down:g} in a room of {width:g} {height:g}",
                "what stands within the walls",
                "move it, make it smaller, or make the room larger",
            )
    for thing in plan.things:
        if name := thing.name:
            yield from (
                _too_long(name, language, pair(thing.size)[0])
                for language in LANGUAGES
                if len(name[language]) * LETTER > pair(thing.size)[0]
            )


def _too_long(name: Text, language: str, across: float) -> Fault:
    return Fault(
        name.where(language),
        f"`{name[language]}` needs about {len(name[language]) * LETTER:.1f} squares, and its thing is {across:g} wide",
        "a name that fits on its thing",
        "shorten the name, or make the thing wider",
    )
