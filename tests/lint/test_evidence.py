"""What real answers say stands beside the question in the check, by thresholds; about few people nothing may be kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from manusiawi.lint.run import lint
from manusiawi.model.loading import load_course
from manusiawi.model.revision import revisions, text_id
from tests.helpers.commands import run

ITEM = "nomor-hilang"  # one key and two distractors


def observed(root: Path, **changes: Any) -> list[tuple[str, str, str]]:
    """The rule, place and words of each finding where the evidence of one question is as given, else sound."""
    item = load_course(root).items[ITEM]
    shares = {text_id(option.text): 0.6 if option.key else 0.2 for option in item.options}
    entry = {"item": ITEM, "revision": revisions(item).split()[0], "people": 100, "facility": 0.6, "low": 0.5, "high": 0.7} | changes
    options: Any = entry.pop("options", shares)
    lines = [f"  {name}: {value}" for name, value in entry.items()]
    lines += ["  options:", *(f"  - {{option: {name}, share: {share}}}" for name, share in options.items())] if options else []
    (root / "course" / "evidence.yml").write_text("people: 100\nitems:\n- " + "\n".join(lines).lstrip() + "\n", "utf-8")
    findings = [finding for finding in lint(load_course(root), root) if finding.rule.startswith("E")]
    return [(finding.rule, finding.place.file, finding.wrong) for finding in findings]


def test_a_sound_question_is_left_alone(example: Path) -> None:
    assert observed(example) == []


def test_a_course_without_evidence_is_told_nothing(example: Path) -> None:
    assert [finding for finding in lint(load_course(example), example) if finding.rule.startswith("E")] == []


@pytest.mark.parametrize(
    "rule, change",
    [
        ("E101", {"facility": 0.19}),
        ("E102", {"facility": 0.96}),
        ("E103", {"discrimination": 0.09}),
        ("E103", {"discrimination": -0.2}),
        ("E105", {"differences": "[{between: languages, category: C, delta: -1.9}]"}),
        ("E105", {"differences": "[{between: groups, category: C, delta: 1.6}]"}),
        ("E106", {"sure_wrong": 0.5}),
    ],
)
def test_what_answers_say_against_a_question_stands_beside_it(example: Path, rule: str, change: dict) -> None:
    ((found, place, _),) = observed(example, **change)
    assert found == rule and place == "quizzes/antre.yml"


@pytest.mark.parametrize(
    "change",
    [
        {"facility": 0.2},
        {"facility": 0.95},
        {"discrimination": 0.1},
        {"differences": "[{between: languages, category: B, delta: -1.4}]"},
        {"sure_wrong": 0.49},
    ],
)
def test_what_lies_on_the_threshold_is_no_finding(example: Path, change: dict) -> None:
    assert observed(example, **change) == []


def test_a_distractor_that_nobody_takes_is_named_where_it_stands(example: Path) -> None:
    item = load_course(example).items[ITEM]
    shares = {text_id(option.text): 0.5 for option in item.options[:2]}
    ((rule, _, wrong),) = observed(example, options=shares)
    assert rule == "E104" and "0.0%" in wrong
    report = run(example, "check").stderr
    assert f"quizzes/antre.yml:{item.options[2].text.where('id').line}:" in report.split("E104")[0].splitlines()[-1]


def test_evidence_of_other_words_says_nothing_of_these(example: Path) -> None:
    assert [rule for rule, _, _ in observed(example, revision="id-zzzzz", facility=0.1)] == ["E107"]
    assert [rule for rule, _, _ in observed(example, item="hilang", facility=0.1)] == ["E107"]


def test_evidence_of_fewer_than_thirty_people_stops_the_check(example: Path) -> None:
    assert [rule for rule, _, _ in observed(example, people=29)] == ["E100"]
    assert run(example, "check").returncode == 1
    assert observed(example, people=30) == []
