"""Writes findings for people, as JSON, and as SARIF for code review."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from manusiawi.ground.faults import Fault, Place
from manusiawi.lint.rule import LEVELS, RULES, Finding

FORMATS = ("text", "json", "sarif")
_SARIF_LEVELS = {"hint": "note"}  # the standard's own word


def as_text(findings: Sequence[Finding], measured: Sequence[str] = ()) -> str:
    """One finding a paragraph, then what was measured of the whole bank, closed by a line that counts the findings."""
    counted = ", ".join(f"{sum(finding.level == level for finding in findings)} {level}s" for level in LEVELS if level != "off")
    return "\n".join([*map(str, findings), *measured, f"{counted} of the item linter."])


def as_json(faults: Sequence[Fault], findings: Sequence[Finding]) -> str:
    """A list of objects: file, line, column, rule, level, wrong, why, mend, item."""
    rows = [
        {
            "file": f.place.file,
            "line": f.place.line,
            "column": f.place.column,
            "rule": "fault",
            "level": "error",
            "wrong": f.found,
            "why": f"Allowed: {f.allowed}.",
            "mend": f.mend,
            "item": "",
        }
        for f in faults
    ]
    rows += [
        {
            "file": f.place.file,
            "line": f.place.line,
            "column": f.place.column,
            "rule": f.rule,
            "level": f.level,
            "wrong": f.wrong,
            "why": f.why,
            "mend": f.mend,
            "item": f.item,
        }
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_sarif(faults: Sequence[Fault], findings: Sequence[Finding]) -> str:
    """The same as SARIF 2.1.0 (OASIS standard), for code hosts and editors."""
    results = [_result("fault", "error", f"{f.found}. Allowed: {f.allowed}. Mend: {f.mend}.", f.place) for f in faults]
    results += [_result(f.rule, f.level, f"{f.wrong}. {f.why} Mend: {f.mend}.", f.place) for f in findings]
    rules = [{"id": "fault", "shortDescription": {"text": "a file that cannot be built"}}]
    rules += [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.finds},
            "fullDescription": {"text": rule.why},
            "defaultConfiguration": {"level": _SARIF_LEVELS.get(rule.level, rule.level)},
        }
        for rule in RULES.values()
    ]
    return json.dumps(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{"tool": {"driver": {"name": "build_quiz check", "rules": rules}}, "results": results}],
        },
        ensure_ascii=False,
        indent=1,
    )


def _result(rule: str, level: str, message: str, place: Place) -> dict[str, Any]:
    return {
        "ruleId": rule,
        "level": _SARIF_LEVELS.get(level, level),
        "message": {"text": message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": place.file},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }
