"""What must hold of the whole morning: what is remembered, who stands where, that each draw is full and meets every module, its clock."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from manusiawi.binding.fields import Entry
from manusiawi.checks.names import known
from manusiawi.entries.morning import PEOPLE, MorningFile
from manusiawi.ground.faults import Fault, quoted
from manusiawi.model.course import Course
from manusiawi.model.morning import choices_of, dearest, draws, places

FILE = "course/morning.yml"
MOST = 2  # people who may share a place


def check_memory(morning: MorningFile) -> Iterator[Fault]:
    """What is remembered is declared, was possible before it is asked for, and is asked for at all."""
    declared = {deed.id for deed in morning.deeds}
    done: set[str] = set()
    asked: set[str] = set()
    for caller in morning.callers:
        questions: list[Entry] = [caller]
        for scene in caller.scenes:
            questions += [*scene.echoes, *scene.choices]
        own = {name for _, choice in choices_of(caller) for name in choice.sets}
        for entry in questions:
            name = getattr(entry, "deed", "")
            asked.add(name)
            yield from known(name, declared, entry, "deed", "deed", FILE)
            if name in declared and name not in done | (own if entry is not caller else set()):
                yield Fault(
                    entry.where("deed"),
                    f'nobody can have done "{name}" by then',
                    "a deed that a choice of the same person or of an earlier one sets",
                    "set it earlier, or ask for another",
                )
        for _, choice in choices_of(caller):
            for name in choice.sets:
                yield from known(name, declared, choice, "sets", "deed", FILE)
        done |= own
    for deed in morning.deeds:
        for name, where in ((deed.id not in done, "is set by no choice"), (deed.id not in asked, "is asked for nowhere")):
            if name:
                yield Fault(deed.at, f'the deed "{deed.id}" {where}', "deeds that are set and asked for", "use it, or remove it")


def check_places(morning: MorningFile) -> Iterator[Fault]:
    """Ten places in the order of the file, their numbers rising; at most two people share one, side by side."""
    found = places(morning)
    if sorted(found) != list(range(1, PEOPLE + 1)):
        yield Fault(
            morning.where("callers"),
            f"the places are {quoted(map(str, sorted(found)))}",
            f"each from 1 to {PEOPLE}",
            "give each place somebody",
        )
        return
    order = [caller for caller in morning.callers if caller.place]
    for before, caller in pairwise(order):
        if caller.place < before.place or (caller.number > before.number) != (caller.place > before.place):
            yield Fault(
                caller.where("number"),
                f'"{caller.id}" has place {caller.place} and number {caller.number} behind place {before.place} and number {before.number}',
                "places in the order of the morning, with numbers that rise; the same number at the same place",
                "put it where it belongs, or correct the number",
            )
    for place, callers in found.items():
        if len(callers) > MOST:
            yield Fault(callers[MOST].at, f"{len(callers)} people share place {place}", "two at most", "give one of them another place")


def check_modules(morning: MorningFile, course: Course) -> Iterator[Fault]:
    """Every draw meets every module among its ten."""
    for module in course.modules.values():
        own = {outcome.id for outcome in module.outcomes}
        for number, callers in enumerate(draws(morning), 1):
            if module.outcomes and not any(caller.place and own & set(caller.outcomes) for caller in callers):
                yield Fault(
                    morning.where("callers"),
                    f'draw {number} meets nobody for the module "{module.slug}"',
                    "every module in every draw",
                    "give somebody who always comes, or both who share a place, an outcome of it",
                )
                break


def check_clock(morning: MorningFile) -> Iterator[Fault]:
    """Even the dearest road reaches everybody whom it tells of."""
    for callers in draws(morning):
        spent = 0
        for caller in callers:
            spent += dearest(caller)
            if caller.number and caller.number > morning.numbers - spent:
                yield Fault(
                    caller.where("number"),
                    f'the dearest road leaves {morning.numbers - spent} numbers, and "{caller.id}" has number {caller.number}',
                    "numbers that are reached on every road",
                    "raise `numbers:`, or let some choices cost less",
                )
                return
