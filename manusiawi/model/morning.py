"""The morning at the counter as a structure: who stands at which place, which draws there are, what its roads cost."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.entries.morning import Caller, Decision, MorningFile, Scene
from manusiawi.language.known import LANGUAGES
from manusiawi.model.revision import fingerprint


def choices_of(caller: Caller) -> Iterator[tuple[Scene, Decision]]:
    """Every choice of a person, with its scene."""
    return ((scene, choice) for scene in caller.scenes for choice in scene.choices)


def places(morning: MorningFile) -> dict[int, list[Caller]]:
    """Who may stand at each place, in the order of the file."""
    found: dict[int, list[Caller]] = {}
    for caller in morning.callers:
        if caller.place:
            found.setdefault(caller.place, []).append(caller)
    return found


def pairs(morning: MorningFile) -> list[list[Caller]]:
    """The places at which each morning draws one of two, in order: the bits of a draw."""
    return [rivals for _, rivals in sorted(places(morning).items()) if len(rivals) > 1]


def draws(morning: MorningFile) -> list[list[Caller]]:
    """Who comes in each draw, those who come besides included, by the number of the draw."""
    split = pairs(morning)

    def comes(caller: Caller, draw: int) -> bool:
        return all(rivals[draw >> bit & 1] is caller for bit, rivals in enumerate(split) if caller in rivals)

    return [[caller for caller in morning.callers if comes(caller, draw)] for draw in range(2 ** len(split))]


def dearest(caller: Caller) -> int:
    """The numbers that the dearest road through a person's scenes costs; roads have no rings."""
    scenes = {scene.id: scene for scene in caller.scenes}

    def cost(scene: Scene) -> int:
        return max((choice.numbers + (cost(scenes[choice.to]) if choice.to else 0) for choice in scene.choices), default=0)

    return cost(caller.scenes[0])


def has_ring(caller: Caller) -> bool:
    """Whether a road of a person's scenes comes back to where it was."""
    ways = {scene.id: {choice.to for choice in scene.choices if choice.to} for scene in caller.scenes}
    left = dict(ways)
    while ends := [name for name, tos in left.items() if not tos & left.keys()]:
        for name in ends:
            del left[name]
    return bool(left)


def anchors(morning: MorningFile | None) -> set[str]:
    """The addresses on the page of the morning: each person, each scene, what came of each choice that ends one."""
    found = set()
    for caller in morning.callers if morning else ():
        found |= {caller.id, *(f"{caller.id}-{scene.id}" for scene in caller.scenes)}
        found |= {told_id(caller, scene, scene.choices.index(choice)) for scene, choice in choices_of(caller) if not choice.to}
    return found


def told_id(caller: Caller, scene: Scene, at: int) -> str:
    """The address of what came of a choice, counted from 0."""
    return f"{caller.id}-{scene.id}-{at + 1}"


def revision(morning: MorningFile) -> str:
    """What a road that was begun must still fit: who may come, and which choices there are, in each language."""
    parts = [
        f"{caller.id} {caller.place} {scene.id} {choice.to} {' '.join(choice.sets)}"
        for caller in morning.callers
        for scene, choice in choices_of(caller)
    ]
    return " ".join(f"{language}-{fingerprint(*parts)}" for language in LANGUAGES)
