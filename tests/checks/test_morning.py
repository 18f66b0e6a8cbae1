"""The morning at the counter: no dead ends, nothing forgotten, every draw a whole morning that every road gets through."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from manusiawi.checks.course import check
from manusiawi.entries.morning import PEOPLE, Caller
from manusiawi.model.loading import load_course
from manusiawi.model.morning import choices_of, dearest, draws, pairs, revision
from tests.helpers.files import edit

FILE = "course/morning.yml"


def told(root: Path) -> str:
    return "\n".join(map(str, check(load_course(root), root)))


SPOILT = {  # what is there, what comes instead, what the check says
    "choice that leads nowhere": ("to: tangga", "to: atap", 'no scene is named "atap"'),
    "scene that nobody reaches": (
        "to: tangga, numbers: 2",
        'told: {id: "Terkunci.", en: "Locked."}',
        'no choice leads to the scene "tangga"',
    ),
    "road in a ring": (
        'told: {id: "Kuncinya diberikan.", en: "The key is given."}',
        "to: fotokopi",
        'a road of "ali" comes back to where it was',
    ),
    "choice without a consequence": (
        ', told: {id: "Kuncinya diberikan.", en: "The key is given."}',
        "",
        "the choice neither leads on nor tells what came of it",
    ),
    "choice that leads on and ends": (
        "to: tangga",
        'to: tangga, told: {id: "Naik.", en: "Up."}',
        "the choice leads on and tells its end, too",
    ),
    "one choice is no choice": (
        ', leave: 1, sets: [pulang]}\n    - {text: {id: "Naik',
        ', leave: 1, sets: [pulang]}\n    - {deed: pulang, text: {id: "Naik',
        'the scene "fotokopi" offers fewer than two choices',
    ),
    "deed that nobody does": ("sets: [pulang]", "sets: []", 'the deed "pulang" is set by no choice'),
    "deed that is not declared": ("sets: [pulang]", "sets: [pergi]", 'no deed is named "pergi"'),
    "deed that nobody asks for": ("deed: pulang", "place: 0", 'the deed "pulang" is asked for nowhere'),
    "place without anybody": ("  place: 9\n", "  place: 8\n", f"each from 1 to {PEOPLE}"),
    "number that falls": ("  place: 9\n  number: 18", "  place: 9\n  number: 3", '"orang-9" has place 9 and number 3'),
    "module that a draw leaves out": ("outcomes: [o2]", "outcomes: [o1]", 'draw 1 meets nobody for the module "loket"'),
    "clock that stops too early": ("numbers: 50", "numbers: 20", "the dearest road leaves"),
    "outcome of no module": ("outcomes: [o2]", "outcomes: [o7]", 'no outcome is named "o7"'),
    "lesson that is not there": ("lesson: antre/giliran.md", "lesson: antre/hilang.md", 'no page is named "antre/hilang.md"'),
    "address that stands twice": ("- id: ayu\n", "- id: lia\n", 'the address "lia" is taken'),
    "address of the page": ("- id: ayu\n", "- id: isi\n", 'the address "isi" belongs to the page around the morning'),
    "law without a source": ("uu-1-2000 Pasal 2", "uu-1-2000 Pasal 9", 'the course has no source for "uu-1-2000 Pasal 9"'),
    "language left out": (', en: "Answered."', "", "en"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_wrong_with_a_morning_is_told_with_its_place(design: Path, name: str) -> None:
    old, new, says = SPOILT[name]
    edit(design / FILE, old, new)
    found = told(design)
    assert says in found and f"{FILE}:" in found, found


def test_a_person_who_asks_for_what_only_a_later_one_can_have_done_is_told(design: Path) -> None:
    edit(design / FILE, "leave: 1, sets: [pulang]", "leave: 1")
    edit(design / FILE, ", sets: [pulang]", "")
    edit(design / FILE, "numbers: 3}", "numbers: 3, sets: [pulang]}")
    assert 'nobody can have done "pulang" by then' in told(design)


# The morning of the course itself.


def roads(caller: Caller, deeds: frozenset[str]) -> Iterator[tuple[int, frozenset[str]]]:
    """Each way through a person's scenes: what it costs, and what was done by its end."""
    scenes = {scene.id: scene for scene in caller.scenes}

    def on(name: str, done: frozenset[str]) -> Iterator[tuple[int, frozenset[str]]]:
        for choice in scenes[name].choices:
            if not choice.deed or choice.deed in done:
                after = done | set(choice.sets)
                yield from ((choice.numbers + cost, last) for cost, last in (on(choice.to, after) if choice.to else [(0, after)]))

    return on(caller.scenes[0].id, deeds)


def test_each_draw_is_a_full_morning_of_ten_people_that_meets_every_module(course) -> None:
    found = draws(course.morning)
    assert len(found) == 2 ** len(pairs(course.morning)) == 32
    for callers in found:
        assert [caller.place for caller in callers if caller.place] == list(range(1, PEOPLE + 1))
        met = {outcome for caller in callers if caller.place for outcome in caller.outcomes}
        assert all(met & {outcome.id for outcome in module.outcomes} for module in course.modules.values())
    every = {caller.id for callers in found for caller in callers}
    assert every == {caller.id for caller in course.morning.callers}


def test_every_person_who_comes_back_does_so_in_some_morning_and_stays_away_in_another(course) -> None:
    came: dict[str, set[bool]] = {}
    for callers in draws(course.morning):
        ends = {frozenset[str]()}
        for caller in callers:
            if caller.deed:
                came.setdefault(caller.id, set()).update(caller.deed in deeds for deeds in ends)
            ends = {
                last for deeds in ends for _, last in (roads(caller, deeds) if not caller.deed or caller.deed in deeds else [(0, deeds)])
            }
    assert set(came) == {"ruth", "lukman", "ali-kembali", "berkas-ali", "yoga-kembali"}
    assert all(seen == {True, False} for seen in came.values())


def test_no_road_of_any_draw_runs_out_of_numbers_before_its_last_person(course) -> None:
    for callers in draws(course.morning):
        spent = list(itertools.accumulate(dearest(caller) for caller in callers))
        assert all(not caller.place or caller.number <= course.morning.numbers - sum_ for caller, sum_ in zip(callers, spent, strict=True))


def test_to_be_quick_is_open_everywhere_and_never_tells_nothing(course) -> None:
    """No button is the good one: each scene of the ten has a free choice and a dear one, or ends that all tell their price."""
    for caller in course.morning.callers:
        for scene in caller.scenes:
            costs = {choice.numbers for choice in scene.choices}
            assert len(costs) > 1 or any(choice.leave for choice in scene.choices) or all(choice.told for choice in scene.choices), scene.id
    lengths = [len(choice.told["id"].split()) for caller in course.morning.callers for _, choice in choices_of(caller) if choice.told]
    assert min(lengths) >= 8


def test_a_road_that_was_begun_counts_until_people_or_choices_change(design: Path) -> None:
    def now() -> str:
        morning = load_course(design).morning
        assert morning
        return revision(morning)

    before = now()
    edit(design / FILE, "Terjawab.", "Sudah terjawab.")
    assert now() == before, "words may be mended"
    edit(design / FILE, 'sets: [pulang]}\n    - {text: {id: "Naik', '}\n    - {text: {id: "Naik')
    assert now() != before
