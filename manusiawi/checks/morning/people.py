"""What must hold of each person of the morning: names, what is referred to, choices that lead on or tell their end, no dead ends."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.binding.fields import Entry
from manusiawi.checks.names import known
from manusiawi.entries.morning import Caller, Decision, MorningFile, Scene
from manusiawi.ground.faults import Fault
from manusiawi.language.known import LANGUAGES
from manusiawi.model.addresses import FRAME_IDS, MADE_IDS
from manusiawi.model.course import Course
from manusiawi.model.morning import choices_of, has_ring

LEAST = 2  # choices that are open to everybody


def check_people(morning: MorningFile, course: Course) -> Iterator[Fault]:
    """Every fault that shows in one person, or in their names."""
    yield from _names(morning)
    for caller in morning.callers:
        yield from _references(caller, course)
        for scene in caller.scenes:
            yield from _scene(scene, caller)
        yield from _roads(caller)


def has_end(caller: Caller) -> bool:
    """Whether each of a person's roads can be followed to its end; where not, it is told where it stands."""
    names = {scene.id for scene in caller.scenes}
    return not has_ring(caller) and all(not choice.to or choice.to in names for _, choice in choices_of(caller))


def _names(morning: MorningFile) -> Iterator[Fault]:
    """Names are addresses on one page, so each stands once."""
    taken: dict[str, Entry] = {}
    for caller in morning.callers:
        for name, entry in [(caller.id, caller), *((f"{caller.id}-{scene.id}", scene) for scene in caller.scenes)]:
            first = taken.setdefault(name, entry)
            if first is not entry:
                yield Fault(entry.where("id"), f'the address "{name}" is taken; first at {first.at}', "each once", "choose another id")
            if name in FRAME_IDS | MADE_IDS:
                yield Fault(
                    entry.where("id"), f'the address "{name}" belongs to the page around the morning', "another name", "choose another id"
                )


def _references(caller: Caller, course: Course) -> Iterator[Fault]:
    for name in caller.outcomes:
        yield from known(name, course.outcomes, caller, "outcomes", "outcome", "course/course.yml")
    path, _, anchor = caller.lesson.partition("#")
    for language in LANGUAGES:
        page = course.pages[language].get(path)
        if not page:
            yield from known(path, course.pages[language], caller, "lesson", "page", f"docs/{language}/")
        elif anchor:
            yield from known(anchor, page.anchors, caller, "lesson", "anchor", f"docs/{language}/{path}")


def _scene(scene: Scene, caller: Caller) -> Iterator[Fault]:
    if sum(not choice.deed for choice in scene.choices) < LEAST:
        yield Fault(
            scene.where("choices"),
            f'the scene "{scene.id}" offers fewer than two choices to somebody who did nothing special before',
            "two choices without `deed:` or more",
            "add one",
        )
    for choice in scene.choices:
        yield from known(choice.to, (other.id for other in caller.scenes), choice, "to", "scene", f'"{caller.id}"')
        yield from _choice(choice)


def _choice(choice: Decision) -> Iterator[Fault]:
    """A choice leads on, or tells what came of it."""
    if bool(choice.to) == bool(choice.told):
        yield Fault(
            choice.at,
            "the choice leads on and tells its end, too" if choice.to else "the choice neither leads on nor tells what came of it",
            "either `to:` or `told:`",
            "write one of the two",
        )


def _roads(caller: Caller) -> Iterator[Fault]:
    """Each scene can be reached, and each road ends."""
    ways = {scene.id: [choice.to for choice in scene.choices] for scene in caller.scenes}
    reached, ahead = set(), [caller.scenes[0].id]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += [to for to in ways.get(name, []) if to]
    for scene in caller.scenes:
        if scene.id not in reached:
            yield Fault(
                scene.at, f'no choice leads to the scene "{scene.id}"', "scenes that can be reached", "lead a choice to it, or remove it"
            )
    if has_ring(caller):
        yield Fault(
            caller.at, f'a road of "{caller.id}" comes back to where it was', "roads that end", "let one of its choices lead elsewhere"
        )
