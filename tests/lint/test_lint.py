"""The item linter: each rule finds its bad examples and leaves its good ones, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from manusiawi.binding.fields import Text, Words
from manusiawi.entries.items import (
    Item,
    MultipleChoice,
    Option,
    ShortText,
    SingleChoice,
    Statement,
    TrueFalse,
)
from manusiawi.language.known import LANGUAGES
from manusiawi.lint.rule import LEVELS, RULES
from manusiawi.lint.run import lint, measured
from manusiawi.lint.view import View, view
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from manusiawi.reference.rules import rule_guide
from tests.helpers.commands import run
from tests.helpers.files import edit
from tests.helpers.projects import DATA, PROJECT

FOLDER = DATA / "lint"
ACRONYMS = frozenset("ASN HAM SOP KTP NIK KK JDIH UU".split())
NEUTRAL = "Alasan ini menerangkan mengapa pilihan itu tepat atau belum tepat bagi warga."


def both(value: Any, language: str) -> Text:
    """An example's text as the item holds it: in one language, or as given in both."""
    if isinstance(value, dict):
        return Text(id=str(value["id"]), en=str(value["en"]))
    return Text(**{tongue: str(value) if tongue == language else "x" for tongue in LANGUAGES})


def item_of(example: dict, language: str, name: str = "contoh") -> Item:
    """The item that an example describes."""
    texts = example.get("options", [])
    if isinstance(texts, dict):
        texts = [{"id": one, "en": other} for one, other in zip(texts["id"], texts["en"], strict=True)]
    keys = example.get("key", 0)
    keys = keys if isinstance(keys, list) else [keys]
    feedback = example.get("feedback", [NEUTRAL] * len(texts))
    if isinstance(feedback, dict):
        feedback = [{"id": one, "en": other} for one, other in zip(feedback["id"], feedback["en"], strict=True)]
    beliefs = example.get("misconception", ["tanpa-niat"] * len(texts))
    common = {
        "id": name,
        "outcome": example.get("outcome", "o1"),
        "bloom": example.get("bloom", "C3"),
        "lesson": "bentuk",
        "law": tuple(example.get("law", ())),
        "stem": both(example["stem"], language),
        "scenario": both(example["scenario"], language) if "scenario" in example else None,
    }
    kind = example.get("type", "multiple-choice" if len(keys) > 1 else "single-choice")
    if kind == "true-false":
        return TrueFalse(
            type=kind,
            **common,
            statements=tuple(
                Statement(
                    text=both(text, language), answer=place in keys, feedback=both(feedback[place], language), misconception="tanpa-niat"
                )
                for place, text in enumerate(texts)
            ),
        )
    if kind == "short-text":
        accept = Words(id=tuple(example["accept"]), en=tuple(example["accept"])) if "accept" in example else None
        return ShortText(
            type=kind,
            **common,
            answer=both(NEUTRAL, language),
            feedback=both(NEUTRAL, language),
            accept=accept,
            number=example.get("number"),
            tolerance=example.get("tolerance", 0.0),
        )
    return {"single-choice": SingleChoice, "multiple-choice": MultipleChoice}[kind](
        type=kind,
        **common,
        options=tuple(
            Option(
                text=both(text, language),
                feedback=both(feedback[place], language),
                key=place in keys,
                misconception="" if place in keys else (beliefs[place] or "").strip(),
            )
            for place, text in enumerate(texts)
        ),
    )


def view_of(example: dict, language: str, name: str = "contoh") -> View:
    return view(
        item_of(example, language, name),
        language,
        lesson=example.get("lesson_text", ""),
        acronyms=ACRONYMS,
        terms=("diskriminasi tidak langsung", "indirect discrimination"),
    )


def found(rule: str, example: dict, language: str) -> list[str]:
    """What a rule says of an example."""
    of = RULES[rule].of
    if of == "pair":
        judged: Any = item_of(example, language)
    elif "items" in example:
        judged = [view_of(item, language, f"contoh-{number}") for number, item in enumerate(example["items"])]
        if of == "item":
            return [hit.wrong for one in judged for hit in RULES[rule].judge(one)]
    else:
        judged = view_of(example, language)
    return [hit.wrong for hit in RULES[rule].judge(judged)]


def examples(kind: str) -> Iterator[Any]:
    for path in sorted(FOLDER.glob("Q*.yml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        for language, listed in data[kind].items():
            for number, example in enumerate(listed, 1):
                yield pytest.param(path.stem, example, "id" if language == "both" else language, id=f"{path.stem}-{language}-{number}")


@pytest.mark.parametrize("rule, example, language", list(examples("bad")))
def test_rule_finds_its_bad_examples(rule: str, example: dict, language: str) -> None:
    assert found(rule, example, language)


@pytest.mark.parametrize("rule, example, language", list(examples("good")))
def test_rule_leaves_its_good_examples(rule: str, example: dict, language: str) -> None:
    assert found(rule, example, language) == []


def test_every_rule_has_three_bad_and_three_good_examples_in_each_language() -> None:
    for rule in RULES.values():
        if (
            rule.id in ("Q210b", "Q301", "Q313", "Q316")
            or rule.of in ("reading", "items", "scene", "outcome")
            or not rule.id.startswith("Q")
        ):
            continue  # the bank's side of Q210, the rules on modules, outcomes, guessing, tests and pages have tests of their own
        data = yaml.safe_load((FOLDER / f"{rule.id}.yml").read_text("utf-8"))
        for kind in ("bad", "good"):
            for language in ["both"] if rule.of == "pair" else LANGUAGES:
                assert len(data[kind][language]) >= (6 if rule.of == "pair" else 3), f"{rule.id} {kind} {language}"


def test_absolutes_that_are_always_wrong_are_an_error_of_the_bank() -> None:
    item = {
        "stem": "Apa langkah pertama petugas di loket?",
        "options": ["Bertanya kepada orangnya", "Selalu menolak berkasnya", "Selalu memanggil atasan"],
    }
    bank = [view_of(item, "id", f"contoh-{number}") for number in range(12)]
    assert [hit.wrong for hit in RULES["Q210b"].judge(bank)] == ["24 of 24 options with an absolute are wrong (z = 3.5)"]
    item = {**item, "options": ["Selalu bertanya kepada orangnya", "Selalu menolak berkasnya", "Selalu memanggil atasan"]}
    assert not list(RULES["Q210b"].judge([view_of(item, "id", f"contoh-{number}") for number in range(12)]))


@pytest.mark.parametrize(
    "levels, found_there", [(["C1"], True), ([], True), (["C1", "C1", "C1"], True), (["C2"], False), (["C1", "C4"], False), (["C6"], False)]
)
def test_an_outcome_needs_an_item_at_its_level(example_course: Course, levels: list[str], found_there: bool) -> None:
    items = [item_of({"stem": "Apa langkah pertama petugas?", "bloom": level}, "id") for level in levels]
    assert bool(list(RULES["Q301"].judge((example_course.modules["antre"], items)))) is found_there


def test_check_prints_the_statistics_of_the_whole_bank(course: Course) -> None:
    lines = measured(course)
    *by_language, outcomes, levels, types, beliefs = lines
    assert len(by_language) == 14 and all(re.match(r"(id|en) (Q(204|210b|216|310|311)|P109): .*\d", line) for line in by_language)
    assert all(re.match(r"Q315: forms a:b by \w+: .*\d:\d", line) for line in (outcomes, levels, types, beliefs))


def test_the_course_passes_every_rule_that_is_an_error(course: Course) -> None:
    assert [str(finding) for finding in lint(course, PROJECT) if finding.level == "error"] == []


def test_committed_page_of_rules_is_that_of_the_rules() -> None:
    assert (PROJECT / "quizzes/RULES.md").read_text("utf-8") == rule_guide()
    assert all(rule.level in LEVELS and rule.why.endswith(".") for rule in RULES.values())


def test_check_prints_findings_for_people_for_editors_and_for_code_review(example: Path) -> None:
    edit(example / "quizzes/antre.yml", "id: Apa yang Anda lakukan?", "id: Apa yang tidak Anda lakukan?")
    done = run(example, "check")
    assert done.returncode == 1 and 'quizzes/antre.yml:13:9: Q102 error: the asking sentence holds "tidak".' in done.stderr
    rows = json.loads(run(example, "check", "--format", "json").stdout)
    assert {"file": "quizzes/antre.yml", "line": 13, "column": 9, "rule": "Q102", "level": "error", "item": "nomor-hilang"}.items() <= next(
        row for row in rows if row["rule"] == "Q102"
    ).items()
    sarif = json.loads(run(example, "check", "--format", "sarif").stdout)
    results = sarif["runs"][0]["results"]
    assert any(result["ruleId"] == "Q102" and result["locations"][0]["physicalLocation"]["region"]["startLine"] == 13 for result in results)
    assert {result["ruleId"] for result in results} <= {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}


def test_levels_and_exceptions_are_set_in_one_file_with_reasons(example: Path) -> None:
    edit(example / "quizzes/antre.yml", "id: Apa yang Anda lakukan?", "id: Apa yang tidak Anda lakukan?")

    def rules() -> set[tuple[str, str]]:
        return {(finding.rule, finding.level) for finding in lint(load_course(example), example) if finding.item == "nomor-hilang"}

    assert ("Q102", "error") in rules()
    lint_file = example / "course/lint.yml"
    lint_file.write_text("exceptions:\n- rule: Q102\n  item: nomor-hilang\n  reason: Kalimat ini memang menanyakan larangan.\n", "utf-8")
    assert ("Q102", "error") not in rules()
    lint_file.write_text("levels:\n- rule: Q102\n  level: warning\n  reason: Untuk uji coba.\n", "utf-8")
    assert ("Q102", "warning") in rules()
    lint_file.write_text("exceptions:\n- rule: Q102\n  item: nomor-hilang\n", "utf-8")
    assert 'field "reason" is missing' in run(example, "check").stderr


def test_an_exception_excuses_one_rule_of_one_question_and_no_other(example: Path) -> None:
    bank = example / "quizzes/antre.yml"
    for name in ("Apa yang Anda lakukan?", "Apa yang membuat antrean terbaca?"):
        edit(bank, f"id: {name}", f"id: {name.replace('Apa yang', 'Apa yang tidak selalu')}")

    def errors() -> set[tuple[str, str]]:
        return {(finding.rule, finding.item) for finding in lint(load_course(example), example)}

    before = errors()
    assert {("Q102", "nomor-hilang"), ("Q102", "papan")} <= before
    assert len({rule for rule, item in before if item == "nomor-hilang"}) > 1, "another rule has something to say of it"
    reason = "reason: Kalimat ini memang menanyakan larangan."
    (example / "course/lint.yml").write_text(f"exceptions:\n- rule: Q102\n  item: nomor-hilang\n  {reason}\n", "utf-8")
    assert errors() == before - {("Q102", "nomor-hilang")}
