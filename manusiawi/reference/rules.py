"""The page of the linter's rules, made from the rules themselves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from manusiawi.lint import run  # noqa: F401 - importing enters the rules
from manusiawi.lint.rule import RULES

_OF = {
    "item": "each item, in each language",
    "bank": "the whole bank, in each language",
    "reading": "the whole bank, in each language",
    "items": "all items, in both languages together",
    "scene": "each item among all others, in both languages together",
    "pair": "each item in both languages together",
    "module": "each module",
    "outcome": "each outcome, in both languages together",
    "picture": "each picture, in both languages together",
    "unit": "each translated text",
    "evidence": "each question that course/evidence.yml has answers to, by revision",
    "people": "all people of course/people.yml",
    "pair of pages": "each page in both languages together",
    "lessons": "all lessons, in each language",
    "page": "each page, in each language",
}


_PRECISION = Path(__file__).with_name("precision.yml")


def _precision(row: dict[str, Any] | None) -> str:
    """How often the rule was right on the course's own bank, in a sentence."""
    if not row:
        return "Precision on the course's bank: no finding."
    return f"Precision on the course's bank: {row['real']} of {row['found']} findings real; {row['note']}."


def rule_guide() -> str:
    """Every rule with what it finds, why, its level and its source, as one Markdown page."""
    judged = yaml.safe_load(_PRECISION.read_text("utf-8"))
    lines = [
        "# The rules of the item linter",
        "",
        "Made by `python build_quiz.py schema` from the rules themselves; do not edit it by hand.",
        "",
        "`make check` runs them all; an *error* fails the check, a *warning* does not, a *hint* asks for nothing.",
        "A level is changed, or an item excepted, in `course/lint.yml`, each with its reason.",
        (
            "The numbers are those of the guidelines of Haladyna, Downing and Rodriguez (2002), "
            "*A Review of Multiple-Choice Item-Writing Guidelines for Classroom Assessment*."
        ),
        "Bad and good examples of each rule stand in `tests/data/lint/`.",
        (
            f"Precision was judged by hand on the course's own bank ({judged['bank']}, {judged['day']}): "
            "few hits, so read it as a sign, not as a proof."
        ),
        "",
    ]
    for rule in sorted(RULES.values(), key=lambda rule: rule.id):
        lines += [
            f"## {rule.id}: {rule.finds}",
            "",
            rule.why,
            *(re.sub(r"(?<=[.]) (?=[A-Z`])", "\n", rule.note).split("\n") if rule.note else ()),
            "",
            f"Level: {rule.level}. Judges {_OF[rule.of]}. Source: {rule.source}.",
            _precision(judged["rules"].get(rule.id)),
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"
