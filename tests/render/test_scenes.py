"""Scenes: everything an author may name is drawn, nothing that matters is drawn alone, and each opening is light."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import brotli
import pytest

from manusiawi.checks.course import check
from manusiawi.entries.drawn.scenes import AGES, ARMS, CLOTHES, EXTRAS, HEADS, MOODS, OPENING, POSES, THINGS, Figure, Scene
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from manusiawi.render.pictures.people import person
from manusiawi.render.pictures.scene import drawing
from manusiawi.render.pictures.scenery import layer, thing
from tests.helpers.files import edit
from tests.helpers.html import Html
from tests.helpers.projects import PICTURES, PROJECT, copy_pictures

PLAIN: dict[str, Any] = {"x": 50.0, "wears": "shirt"}


@pytest.mark.parametrize("field, values", [("wears", CLOTHES), ("head", HEADS), ("age", AGES), ("arms", ARMS), ("mood", MOODS)])
def test_each_way_to_look_is_another_drawing(field: str, values: tuple[str, ...]) -> None:
    drawings = {person(Figure(**{**PLAIN, field: value})) for value in values}
    assert len(drawings) == len(values)


@pytest.mark.parametrize("extra", EXTRAS)
def test_whatever_a_person_has_is_seen_standing_sitting_and_in_a_skirt(extra: str) -> None:
    for pose, clothes in itertools.product(POSES, ("shirt", "kebaya")):
        without, with_it = (person(Figure(x=50.0, wears=clothes, pose=pose, arms="hold", has=has)) for has in ((), (extra,)))
        assert with_it != without


@pytest.mark.parametrize("what", THINGS)
def test_every_thing_is_drawn_in_one_of_three_layers(what: str) -> None:
    assert layer(what) in range(3) and "<path" in thing(what, 10, 0)


def test_the_template_names_every_word_that_a_scene_may_use() -> None:
    told = PICTURES.read_text("utf-8").partition("kind: scene")[2]
    words = set(re.findall(r"[a-z]+(?:-[a-z]+)*", told))
    assert {*CLOTHES, *HEADS, *AGES, *ARMS, *MOODS, *POSES, *EXTRAS, *THINGS} - words == set()


def test_each_module_has_an_opening_that_is_light_and_says_what_it_shows(course: Course) -> None:
    for slug in course.modules:
        opening = course.pictures[f"adegan-{slug}"]
        assert isinstance(opening, Scene) and len(opening.frames) == 1
        for language in ("id", "en"):
            drawn = drawing(opening.frames[0], language, OPENING)
            assert len(brotli.compress(drawn.encode())) <= 1_500
            found = Html(drawn).all("svg")[0]
            assert found["role"] == "img" and found["aria-label"] == opening.frames[0].description[language]
            assert not re.search(r"<text|style=|href|<(?:use|image|symbol)", drawn), (
                "no words are drawn, nothing is loaded or styled in the line"
            )


def test_nobody_is_drawn_twice_in_one_place_of_a_scene(course: Course) -> None:
    for scene in course.pictures.values():
        for frame in scene.frames if isinstance(scene, Scene) else ():
            for front in (True, False):
                places = sorted(figure.x for figure in frame.figures if figure.behind is not front)
                assert all(right - left >= 16 for left, right in itertools.pairwise(places)), scene.id


def test_what_is_told_and_said_in_a_strip_is_text_beside_the_drawing(pictures_site: Path) -> None:
    for folder, said, told in (
        ("", "Pak Ali:</b> “Kata papan", "Pukul delapan lewat lima."),
        ("en/", "Pak Ali:</b> “The board", "Five past eight."),
    ):
        page = (pictures_site / f"{folder}antre/gambar.html").read_text("utf-8")
        strip = page[page.index('id="gambar-lk-contoh-adegan"') :]
        strip = strip[: strip.index("</figure>")]
        assert strip.count("<li>") == strip.count('role="img"') == 3
        assert strip.index(told) < strip.index("<svg") < strip.index(said)


@pytest.mark.parametrize(
    "old, new, says",
    [
        ("{x: 98, wears", "{x: 150, wears", "150 lies outside the frame"),
        ("arms: give, has: [form]", "arms: sign, has: [form]", "this person has a form, and arms that hold nothing"),
    ],
)
def test_what_cannot_be_seen_or_held_is_told(tmp_path: Path, old: str, new: str, says: str) -> None:
    root = copy_pictures(tmp_path / "course")
    edit(root / "course/pictures/antre.yml", old, new)
    faults = [str(fault) for fault in check(load_course(root), root)]
    assert len(faults) == 1 and says in faults[0]


def test_a_scene_of_two_frames_is_told(tmp_path: Path) -> None:
    root = copy_pictures(tmp_path / "course")
    pictures = root / "course/pictures/antre.yml"
    text = pictures.read_text("utf-8")
    last = text.rindex("  - description:")
    pictures.write_text(text[:last], "utf-8")
    assert any("has 2 frames" in str(fault) for fault in check(load_course(root), root))


def test_colours_of_scenes_come_from_the_sheet_alone() -> None:
    sheet = (PROJECT / "manusiawi/web/scenes.css").read_text("utf-8")
    used = set(re.findall(r'class="([a-z])"', "".join(thing(what, 0, 0) for what in THINGS)))
    for head, clothes in itertools.product(HEADS, CLOTHES):
        used |= set(re.findall(r'class="([a-z])"', person(Figure(x=0.0, wears=clothes, head=head, arms="hold", has=EXTRAS))))
    assert {name for name in used if not re.search(rf"\.{name}\b", sheet)} == set()
