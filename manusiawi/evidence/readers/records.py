"""Reads the record that a learner saved on the page of progress: <course>-kemajuan.json (web/src/base/record.js)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from manusiawi.evidence.readers.source import Source
from manusiawi.evidence.shape import REVISION, Answer


def is_record(data: Any) -> bool:
    """Whether JSON is a learner's record."""
    return isinstance(data, dict) and data.get("v") in (1, 2) and isinstance(data.get("items"), dict)


def from_record(data: dict[str, Any], source: Source) -> Iterator[Answer]:
    """The answers of one learner: the last to each question, and both tests. What was written in words is not kept."""
    learner = source.salt.key(f"record {_earliest(data)}")
    for item, entry in data["items"].items():
        if "/" in item:
            continue  # the morning at the counter, which has no right answer
        if not isinstance(entry, dict) or not isinstance(entry.get("a"), list) or not re.fullmatch(REVISION, str(entry.get("r"))):
            source.tell(1, "an entry of the record is none that the course writes, and was not read")
        elif not source.bank.knows(item):
            source.tell(1, f'the course has no question "{item}" any more; its answers are left out')
        elif item in source.bank.unjudged:
            source.tell(1, "what was written in own words, and cases with decisions, have no right answer and are left out")
        elif entry.get("c") == 1:
            right = bool(entry["ok"]) if entry.get("ok") in (0, 1) else None
            sure = bool(entry["s"]) if entry.get("s") in (0, 1) else None
            at = entry.get("o") or entry.get("t") or 0
            for name, option, is_right in source.bank.given(item, [str(part) for part in entry["a"]], right):
                yield Answer(learner, name, entry["r"], option, is_right, sure, None, "", source.group, _time(at))
        else:
            source.tell(1, "an answer that the learner never had checked is left out")
    tests = data.get("tests")
    for form, sitting in (tests if isinstance(tests, dict) else {}).items():
        if form in ("a", "b") and isinstance(sitting, dict) and isinstance(sitting.get("a"), dict):
            yield from _sitting(f"test-{form}", sitting, learner, source)


def _sitting(attempt: str, sitting: dict[str, Any], learner: int, source: Source) -> Iterator[Answer]:
    for item, answer in sitting["a"].items():
        revision, _, option = str(answer).partition("|")
        asked = source.bank.asked.get(item)
        if not option:
            source.tell(1, "a question of a test that was skipped has no answer")
        elif not asked or option not in asked.options or not re.fullmatch(REVISION, revision):
            source.tell(1, f'the test\'s question "{item}" or its option is not in the course any more; such answers are left out')
        else:
            at = _time(sitting.get("t"))
            yield Answer(learner, item, revision, option, asked.options[option], None, None, attempt, source.group, at)


def _earliest(data: dict[str, Any]) -> str:
    """The oldest thing that a record tells, which two records of one learner share, as long as it was not reset."""
    times = [_time(entry.get("o") or entry.get("t")) for entry in data["items"].values() if isinstance(entry, dict)]
    times += [_time(time) for time in _values(data.get("pages"))]
    times += [_time(sitting.get("t")) for sitting in _values(data.get("tests")) if isinstance(sitting, dict)]
    return str(min((time for time in times if time), default="")) or repr(sorted(data["items"]))


def _values(part: Any) -> list[Any]:
    return list(part.values()) if isinstance(part, dict) else []


def _time(value: Any) -> int:
    return int(value) if isinstance(value, int | float) and 0 <= value < 1e14 else 0
