"""Reads the files of a class, JSON and CSV, that the page of a trainer's class saves (web/src/classroom/answers/)."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from manusiawi.evidence.readers.source import Source, moment
from manusiawi.evidence.shape import REVISION, Answer

COLUMNS = ("item", "revision", "option", "code", "round")
_FORMS = {"a": "test-a", "b": "test-b"}


def from_json(data: dict[str, Any], source: Source) -> Iterator[Answer]:
    """The answers of a class that was saved as JSON; its places are lines of a file that has one, so votes are told by number."""
    if any((data.get("people") or {}).values()):
        source.told.drop("people")
    votes = [vote for vote in data.get("votes") or () if isinstance(vote, dict)]
    if len(votes) != len(data.get("votes") or ()):
        source.tell(1, "a vote is no object, and was not read", len(data["votes"]) - len(votes))
    rows = [
        {
            "item": vote.get("item"),
            "statement": vote.get("row", ""),
            "revision": vote.get("r"),
            "form": vote.get("form", ""),
            "round": vote.get("round", 1),
            "t": vote.get("t", 0),
            "code": code,
            "option": answer.get("o") if isinstance(answer, dict) else None,
            "sure": answer.get("s") if isinstance(answer, dict) else None,
            "line": 1,
        }
        for vote in votes
        for code, answer in (vote.get("answers") or {}).items()
    ]
    if counted := sum(sum(map(_count, (vote.get("counts") or {}).values())) for vote in votes):
        source.tell(1, "hands were counted without a person behind each, and are left out", counted)
    yield from _answers(rows, source)


def from_csv(source: Source) -> Iterator[Answer]:
    """The answers of a class that was saved as CSV, with commas, semicolons or tabs between its columns."""
    lines = source.lines()
    head = next(lines, "")
    sign = next((one for one in ";,\t" if f"item{one}" in head), ",")
    rows = []
    reader = csv.DictReader(chain([head], lines), delimiter=sign)
    for row in reader:
        cells = {name: re.sub(r"^'(?='*[=+\-@\t\r])", "", value or "").strip() for name, value in row.items() if isinstance(name, str)}
        if None in row or None in row.values():
            source.tell(
                reader.line_num, f"the line has more or fewer cells than the head's {len(reader.fieldnames or ())}, and was not read"
            )
        elif cells.get("code"):
            if cells.get("name"):
                source.told.drop("name")
            rows.append(cells | {"line": reader.line_num, "t": moment(cells.get("time", "").replace("Z", "+00:00"))})
        elif cells.get("count") not in ("", "0", None):
            source.tell(reader.line_num, "hands were counted without a person behind each, and are left out")
    yield from _answers(rows, source)


def _answers(rows: list[dict[str, Any]], source: Source) -> Iterator[Answer]:
    """Answers of the rows of one class. The same class has the same first moment in both formats, and so the same learners."""
    times = [int(row["t"]) for row in rows if isinstance(row["t"], int | float) and row["t"]]
    first = min(times, default=0)
    rounds: dict[tuple[Any, ...], set[int]] = {}
    for row in rows:
        row["round"] = _count(row.get("round")) or 1
        rounds.setdefault((row["item"], row.get("statement"), row.get("form")), set()).add(row["round"])
    for row in rows:
        item, statement, option = (str(row.get(name) or "") for name in ("item", "statement", "option"))
        name = f"{item}:{statement}" if statement else item
        asked = source.bank.asked.get(name)
        if not asked:
            source.tell(row["line"], f'the course has no question "{name}" to which one option is the answer; its answers are left out')
            continue
        if not re.fullmatch(REVISION, str(row["revision"] or "")):
            source.tell(row["line"], "the revision of a vote is not like id-4k2pd; its answers are left out")
            continue
        option = option.rpartition(":")[2]
        if option not in asked.options:
            source.tell(row["line"], f'"{name}" has no option of that name any more; such answers are left out')
            continue
        attempt = _attempt(row, rounds[item, row.get("statement"), row.get("form")])
        if attempt is None:
            source.tell(row["line"], "of more than two rounds of a vote the first and the last count; those between are left out")
            continue
        sure = {"0": False, "1": True}.get(str(row.get("sure")))
        learner = source.salt.key(f"class {first} {row['code']}")
        yield Answer(learner, name, row["revision"], option, asked.options[option], sure, None, attempt, source.group, int(row["t"] or 0))


def _attempt(row: dict[str, Any], rounds: Iterable[int]) -> str | None:
    """Which attempt a vote is; None for one between the first round and the last."""
    number, all_rounds = row["round"], sorted(rounds)
    if len(all_rounds) == 1 or number == all_rounds[0]:
        return _FORMS.get(str(row.get("form") or ""), "before" if len(all_rounds) > 1 else "")
    return "after" if number == all_rounds[-1] else None


def _count(value: Any) -> int:
    """A number that may be written as text; 0 where it is none."""
    return int(value) if isinstance(value, int | float) or (isinstance(value, str) and value.isascii() and value.isdigit()) else 0


def is_class(data: Any) -> bool:
    """Whether JSON is the file of a class."""
    return isinstance(data, dict) and data.get("format") == "class"


def load(text: str) -> Any:
    """JSON, or None where the text is none."""
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return None
