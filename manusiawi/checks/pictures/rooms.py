"""Rooms: every thing and every number stands inside the walls."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.entries.drawn.rooms import Plan, Point, Thing, pair
from manusiawi.ground.faults import Fault


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
