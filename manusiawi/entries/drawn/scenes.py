"""Scenes with people: an opening of one frame, or a strip of three or four; what is said stands as text beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from manusiawi.binding.fields import Entry, Text, spec
from manusiawi.entries.picture import Picture

OPENING, STRIP = 200, 140  # how wide a frame is, alone and among others

# render/pictures/people.py draws each of these, render/pictures/scenery.py each of the things.
CLOTHES = ("khaki", "batik", "shirt", "jacket", "kebaya", "gamis", "guard", "school", "sarung")
HEADS = ("short", "long", "bun", "curly", "peci", "hijab", "helmet", "bald")
AGES = ("adult", "child", "teen", "old")
POSES = ("stand", "sit", "walk")
ARMS = ("down", "hold", "give", "point", "sign", "phone", "rest", "wave", "call")
MOODS = ("calm", "glad", "worried")
EXTRAS = (
    *("wheelchair", "white-cane", "crutch", "stick", "one-arm", "hearing-aid", "pregnant", "baby"),
    *("form", "number", "folder", "bag"),
)
THINGS = (
    *("counter", "low-counter", "desk", "chair", "bench", "screen", "screen-off", "door", "window", "computer", "notice", "clock", "fan"),
    *("lamp", "plant", "shelf", "steps", "ramp", "boat", "house", "mountain", "motorbike", "tree", "rain", "pump"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Entry):
    """One person."""

    x: float = spec("Where the person stands, from the left: 0 to 200 in an opening, 0 to 140 in a strip.")
    facing: str = spec("Where the person looks.", default="right", values=("left", "right"))
    wears: str = spec("Clothes; khaki is the uniform of officials.", values=CLOTHES)
    head: str = spec("Hair, or what covers it.", default="short", values=HEADS)
    age: str = spec("A child is small, a teen nearly grown, the old have white hair.", default="adult", values=AGES)
    pose: str = spec("How the body stands; people in wheelchairs sit.", default="stand", values=POSES)
    arms: str = spec("What the arms do: `sign` is signing with both hands, `call` a hand beside the mouth.", default="down", values=ARMS)
    mood: str = spec("A small line of the mouth.", default="calm", values=MOODS)
    has: tuple[str, ...] = spec("What the person carries or uses, such as [white-cane].", default=(), values=EXTRAS)
    behind: bool = spec("`true` for somebody behind the counter or the desk.", default=False)
    shade: int = spec("Another colour of the same clothes: 0, 1 or 2.", default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop(Entry):
    """One thing of a scene."""

    what: str = spec("What it is.", values=THINGS)
    x: float = spec("Where its middle stands, from the left.")
    lower: float = spec("How much lower than usual: 10 sets a computer on a desk instead of a counter.", default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech(Entry):
    """What somebody in a frame says."""

    who: Text = spec("Who speaks.")
    text: Text = spec("The words, without quotation marks.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Entry):
    """One frame: who and what is in it, what it shows in words, what is said."""

    description: Text = spec("What the drawing shows, for somebody who does not see it: a sentence, in the place of the drawing.")
    caption: Text | None = spec("A line of the story above the drawing: when, where, what happens.", default=None, markdown="inline")
    says: tuple[Speech, ...] = spec("What is said, in its order; it stands as text below the drawing.", default=())
    things: tuple[Prop, ...] = spec("The things, those at the back first.", default=())
    figures: tuple[Figure, ...] = spec("The people; who comes later stands in front.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene(Picture):
    """An opening of one frame, or a strip of three or four."""

    name: ClassVar[str] = "scene"
    frames: tuple[Frame, ...] = spec("One frame for an opening, three or four for a strip.")
