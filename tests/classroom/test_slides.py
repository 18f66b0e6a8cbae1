"""What a room sees of questions and lessons, step by step, without a screen."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from manusiawi.classroom.course import classroom_files
from manusiawi.ground.catalogue import phrases
from manusiawi.model.course import Course
from manusiawi.render.assets import CLASSROOM_COURSE
from tests.helpers.nodejs import run


def left(script: bytes) -> Any:
    """What a classic script leaves."""
    return json.loads(script.decode().partition("=")[2].rstrip(";\n"))


@pytest.fixture(scope="module")
def known(course: Course) -> dict[str, Any]:
    """What the pages of the room know, in Indonesian."""
    files = classroom_files(course, "id")
    whole = left(files[CLASSROOM_COURSE])
    return {
        "course": whole,
        "modules": {module["slug"]: left(files[f"classroom/{module['slug']}.js"]) for module in whole["modules"]},
        "words": phrases("id", "n-") | phrases("id", "v-"),
    }


@pytest.fixture(scope="module")
def slides(known: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The slides of every question, by its id."""
    found: dict[str, list[dict[str, Any]]] = run(
        """const made = {};
        for (const [slug, module] of Object.entries(value.modules))
          for (const [id, item] of Object.entries(module.items))
            made[id] = slides.itemSlides(item, slug, "Soal", module, value.course, value.words);
        return made;""",
        known,
        slides="classroom/projector/slides.js",
    )
    return found


def words(trees: Any) -> str:
    """The words of some trees."""
    return "".join(tree if isinstance(tree, str) else words(tree[2:]) for tree in trees)


def seen(slide: dict[str, Any], step: int) -> list[dict[str, Any]]:
    """The blocks that a room sees at a step."""
    return [block for block in slide["blocks"] if block["at"] <= step and (block["until"] < 0 or step < block["until"])]


def test_no_verdict_and_no_reason_is_seen_before_it_is_revealed(slides: dict[str, Any], course: Course) -> None:
    tried = 0
    for name, item in course.items.items():
        if item.type not in ("single-choice", "multiple-choice"):
            continue
        (slide,) = slides[name]
        options = next(step for step in range(slide["last"] + 1) if any(block["kind"] == "option" for block in seen(slide, step)))
        before = seen(slide, options)
        assert [block["sign"] for block in before if block["kind"] == "option"] == list("ABCDEFGH"[: len(item.options)])
        assert not [block for block in before if block["kind"] == "reason"]
        assert all(block["judged"]["at"] == options + 1 for block in before if block["kind"] == "option")
        after = [sum(block["kind"] == "reason" for block in seen(slide, step)) for step in range(options + 1, slide["last"] + 1)]
        assert after == list(range(len(item.options) + 1)), "the reasons come one by one, and all of them"
        tried += 1
    assert tried > 150


def test_every_text_of_every_question_is_seen_at_some_step(slides: dict[str, Any], known: dict[str, Any]) -> None:
    for slug, module in known["modules"].items():
        for name, item in module["items"].items():
            shown = {words(block["trees"]) for slide in slides[name] for step in range(slide["last"] + 1) for block in seen(slide, step)}
            whole = " ".join(shown)
            wanted = [words(option[part]) for option in item.get("options", ()) for part in ("text", "feedback")]
            wanted += [words(node["text"]) for node in item.get("nodes", ())] if item["type"] != "branching-case" else []
            wanted += [words(row) for pair in item.get("pairs", ()) for row in pair] + [
                words(part) for step in item.get("steps", ()) for part in step
            ]
            wanted += [words(item[part]) for part in ("answer", "feedback") if part in item]
            assert [text for text in wanted if text not in whole] == [], (slug, name)


def test_a_case_leads_to_its_scenes_and_an_ending_leads_out_of_it(known: dict[str, Any]) -> None:
    for slug, module in known["modules"].items():
        overview = next(entry for entry in known["course"]["modules"] if entry["slug"] == slug)
        for case in overview["cases"]:
            made = run(
                "return slides.lessonSlides(value.overview, value.case, value.module, value.course, value.words);",
                {"overview": overview, "case": case["slug"], "module": module, "course": known["course"], "words": known["words"]},
                slides="classroom/projector/slides.js",
            )
            scenes = [slide for slide in made if slide["ways"]]
            sets = [module["items"][part] for part in module["lessons"][case["slug"]] if isinstance(part, str) and part in module["items"]]
            assert bool(scenes) == any(item["type"] == "branching-case" for item in sets)
            for slide in scenes:
                signs = [block["sign"] for block in slide["blocks"] if block["kind"] == "option"]
                assert signs == [str(number + 1) for number in range(len(slide["ways"]))]
                assert all(0 <= way < len(made) for way in slide["ways"])
            ends = {slide["then"] for slide in made if slide["then"] >= 0}
            assert not scenes or (len(ends) == 1 and min(ends) > max(map(made.index, scenes)))


def test_a_lesson_is_shown_whole_and_no_slide_is_too_full(known: dict[str, Any]) -> None:
    module = known["modules"]["nondiskriminasi"]
    overview = next(entry for entry in known["course"]["modules"] if entry["slug"] == "nondiskriminasi")
    made = run(
        'return slides.lessonSlides(value.overview, "bias", value.module, value.course, value.words);',
        {"overview": overview, "module": module, "course": known["course"], "words": known["words"]},
        slides="classroom/projector/slides.js",
    )
    shown = Counter(words(block["trees"]) for slide in made for block in slide["blocks"] if block["kind"] == "text")
    sentences = [sentence for part in module["lessons"]["bias"][1:] if not isinstance(part, str) for sentence in part[2]]
    assert all(shown[sentence] for sentence in sentences)
    texts = [slide for slide in made if slide["blocks"] and all(block["kind"] == "text" for block in slide["blocks"])]
    assert all(sum(len(words(block["trees"]).split()) for block in slide["blocks"]) <= 45 or len(slide["blocks"]) == 1 for slide in texts)


def test_the_presenter_has_the_belief_and_the_reply_behind_each_wrong_option(slides: dict[str, Any], known: dict[str, Any]) -> None:
    module = known["modules"]["nondiskriminasi"]
    beliefs = {prompt["belief"]: words(prompt["reply"]) for prompt in module["notes"]["prompts"]}
    answered = 0
    for name, item in module["items"].items():
        for option in item.get("options", ()):
            if option.get("belief") in beliefs:
                notes = " ".join(words(trees) for slide in slides[name] for note in slide["notes"] for trees in note["trees"])
                assert beliefs[option["belief"]] in notes, name
                answered += 1
    assert answered > 5


def test_an_activity_goes_step_by_step_and_its_ways_for_everybody_stand_in_the_notes(known: dict[str, Any], course: Course) -> None:
    for entry in known["course"]["activities"]:
        made = run(
            "return slides.activitySlides(value.entry, value.module, value.course, value.words);",
            {"entry": entry, "module": known["modules"][entry["module"]], "course": known["course"], "words": known["words"]},
            slides="classroom/projector/slides.js",
        )
        activity = course.activities[entry["id"]]
        assert made[0]["last"] == len(activity.steps) and len(made) == 1 + len(activity.debrief)
        notes = " ".join(words(trees) for note in made[0]["notes"] for trees in note["trees"])
        assert all(len(words(trees)) > 20 for note in made[0]["notes"] for trees in note["trees"]) and len(made[0]["notes"]) == 5
        assert words(known["modules"][entry["module"]]["activities"][entry["id"]]["ways"]["hear"]) in notes
    assert len(known["course"]["activities"]) >= 3
