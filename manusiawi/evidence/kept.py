"""Writes `course/evidence.yml`: aggregates of enough people, rounded, without any person or group."""

from __future__ import annotations

from typing import Any

import yaml

from manusiawi.entries.evidence import LEAST, Observed
from manusiawi.evidence.result import Result

_HEAD = (
    "# What real answers say of the questions, for `build_quiz.py check`. Written by `build_quiz.py analyse`; no person stands in it,\n"
    f"# and nothing about fewer than {LEAST} people. To use it, put it into course/.\n"
)
_PERHAPS = ("discrimination", "sure", "sure_wrong", "seconds", "difficulty")


def evidence_text(result: Result) -> str:
    """The file's text, the same for the same evidence."""
    items = [_entry(one) for one in sorted(result.observed, key=lambda one: (one.item, one.revision)) if one.people >= LEAST]
    return _HEAD + yaml.safe_dump({"people": result.people, "items": items}, sort_keys=False, allow_unicode=True, width=140)


def _entry(one: Observed) -> dict[str, Any]:
    made: dict[str, Any] = {"item": one.item, "revision": one.revision, "people": one.people}
    made |= {name: round(getattr(one, name), 3) for name in ("facility", "low", "high")}
    made |= {
        name: round(value, 3)
        for name in ("discrimination", "sure", "sure_wrong", "seconds", "difficulty")
        if (value := getattr(one, name)) is not None
    }
    if one.options:
        made["options"] = [{"option": taken.option, "share": round(taken.share, 3)} for taken in one.options]
    if one.differences:
        made["differences"] = [{"between": one.between, "category": one.category, "delta": round(one.delta, 2)} for one in one.differences]
    return made
