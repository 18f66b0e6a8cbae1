"""Scenes: one frame, or three or four; everybody and everything within the frame, and what is in hand in a hand that holds."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.entries.drawn.scenes import OPENING, STRIP, Figure, Prop, Scene
from manusiawi.ground.faults import Fault

LENGTHS = (1, 3, 4)
IN_HAND = frozenset(("form", "number", "folder"))
EMPTY = frozenset(("down", "sign", "phone", "call"))  # arms whose hands hold no paper


def check_scene(scene: Scene) -> Iterator[Fault]:
    """The faults of one scene."""
    count = len(scene.frames)
    if count and count not in LENGTHS:
        yield Fault(
            scene.where("frames"),
            f'the scene "{scene.id}" has {count} frames',
            "one frame, or three or four",
            "join two moments" if count > LENGTHS[-1] else "add a moment, or leave the one that matters",
        )
    width = OPENING if count == 1 else STRIP
    for frame in scene.frames:
        placed: list[Prop | Figure] = [*frame.things, *frame.figures]
        for entry in placed:
            if not 0 <= entry.x <= width:
                yield Fault(entry.where("x"), f"{entry.x:g} lies outside the frame", f"0 to {width}", "move it into the frame")
        for figure in frame.figures:
            held = sorted(IN_HAND & set(figure.has))
            if held and figure.arms in EMPTY:
                yield Fault(
                    figure.where("arms"),
                    f"this person has a {held[0]}, and arms that hold nothing",
                    "`arms: hold`, give, point, rest or wave with what is in the hand",
                    "write `arms: hold`, or take it out of `has:`",
                )
