"""Runs the rules over a course; levels and exceptions come from `course/lint.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

from ..course import Course
from ..fields import LANGUAGES
from ..items import Item
from . import banks, languages, options, stems  # noqa: F401 - importing enters their rules
from .rule import RULES, Finding, Found, Rule
from .view import View, views


def lint(course: Course, root: Path) -> list[Finding]:
    """Every finding of every rule that is not off, in the order of the files."""
    levels = {entry.rule: entry.level for entry in course.lint.levels} if course.lint else {}
    excepted = {(entry.rule, entry.item) for entry in course.lint.exceptions} if course.lint else set()
    banks_by_language = views(course, _lessons(course, root))
    findings = []
    for rule in RULES.values():
        level = levels.get(rule.id, rule.level)
        if level == "off":
            continue
        for found in judge(rule, banks_by_language, list(course.items.values())):
            if (rule.id, found.item) not in excepted:
                findings.append(Finding(found.place, rule.id, level, found.wrong, rule.why, found.mend, found.item))
    return sorted(set(findings))


def judge(rule: Rule, banks_by_language: dict[str, list[View]], items: list[Item]) -> Iterator[Found]:
    """What one rule finds, each find with the id of its item."""
    if rule.of == "pair":
        for item in items:
            yield from (Found(found.place, found.wrong, found.mend, item.id) for found in rule.judge(item))
        return
    for bank in banks_by_language.values():
        if rule.of == "bank":
            yield from rule.judge(bank)
            continue
        for view in bank:
            yield from (Found(found.place, found.wrong, found.mend, view.item.id) for found in rule.judge(view))


def _lessons(course: Course, root: Path) -> dict[tuple[str, str], str]:
    """The text of every lesson, by language and path."""
    return {(language, path): (root / "docs" / language / path).read_text("utf-8")
            for language in LANGUAGES for path in course.pages[language] if "/" in path}
