"""Reads what a course told a learning system as it was answered: xAPI statements, and the data model of SCORM as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from manusiawi.evidence.readers.source import Source, moment, seconds
from manusiawi.evidence.shape import ATTEMPTS, REVISION, Answer
from manusiawi.language.known import LANGUAGES

_CHUNK = 1 << 20  # letters read at once
_PARTS = re.compile(r"[/#?=&|\s]+")
_RIGHT = {"correct": True, "wrong": False, "incorrect": False, "right": True}
_PERSON = ("name", "mbox", "mbox_sha1sum", "openid", "account")


def values(source: Source) -> Iterator[tuple[int, Any]]:
    """Each JSON value of a file with its line: one a line, or the elements of a list. Files of any size are read piece by piece."""
    first = next((line for line in source.lines() if line.strip()), "")
    is_lines = source.path.suffix.lower() != ".json" or isinstance(_parsed(first), dict)
    yield from _by_line(source) if is_lines else _by_element(source)


def _by_line(source: Source) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(source.lines(), 1):
        if line.strip():
            value = _parsed(line)
            if value is None:
                source.tell(number, "the line is no JSON, and was not read")
            else:
                yield number, value


def _by_element(source: Source) -> Iterator[tuple[int, Any]]:
    decoder, text, line = json.JSONDecoder(), "", 1
    with source.path.open(encoding="utf-8-sig", errors="replace") as file:
        while True:
            start = len(text) - len(text.lstrip(" \t\r\n,[]"))
            line, text = line + text.count("\n", 0, start), text[start:]
            try:
                value, end = decoder.raw_decode(text)
            except (json.JSONDecodeError, RecursionError):
                piece = file.read(_CHUNK)
                if not piece and text:
                    source.tell(line, "here the file is no JSON any more, or ends too early; nothing behind this line was read")
                if not piece:
                    return
                text += piece
                continue
            yield line, value
            line, text = line + text.count("\n", 0, end), text[end:]


def _parsed(text: str) -> Any:
    """JSON, or None where the text is none."""
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return None


def from_statements(source: Source) -> Iterator[Answer]:
    """The answers among statements of xAPI, and of the interactions of SCORM."""
    for line, value in values(source):
        yield from from_value(value, line, source)


def from_value(value: Any, line: int, source: Source) -> Iterator[Answer]:
    """The answers that one JSON value holds."""
    if isinstance(value, dict) and isinstance(value.get("statements"), list):
        for one in value["statements"]:
            yield from from_value(one, line, source)
    elif isinstance(value, dict) and ("cmi" in value or any(str(name).startswith("cmi.") for name in value)):
        yield from _scorm(value, line, source)
    elif isinstance(value, dict) and isinstance(value.get("object"), dict) and "verb" in value:
        yield from _xapi(value, line, source)
    else:
        source.tell(line, "this is no statement of xAPI and no data of SCORM, and was not read")


def _xapi(statement: dict[str, Any], line: int, source: Source) -> Iterator[Answer]:
    result, context = _object(statement.get("result")), _object(statement.get("context"))
    if "success" not in result and "response" not in result:
        source.tell(line, "a statement that answers nothing, such as opened or completed, is left out")
        return
    actor = _object(statement.get("actor"))
    source.told.drop(*(name for name in _PERSON if name in actor))
    account = _object(actor.get("account"))
    person = next((str(actor[name]) for name in ("mbox", "mbox_sha1sum", "openid") if actor.get(name)), "")
    person = person or (f"{account.get('homePage')} {account.get('name')}" if account.get("name") else "")
    found = _extensions(result) | _extensions(context)
    yield from _answer(
        source,
        line,
        person,
        str(statement["object"].get("id", "")),
        str(found.get("revision", "")),
        str(context.get("language", "")),
        result.get("response"),
        result.get("success") if isinstance(result.get("success"), bool) else None,
        found.get("sure", found.get("confidence")),
        str(result.get("duration", "")),
        str(found.get("attempt", "")),
        moment(str(statement.get("timestamp", "")).replace("Z", "+00:00")),
    )


def _scorm(data: dict[str, Any], line: int, source: Source) -> Iterator[Answer]:
    flat = dict(_flat(data))
    person = next((str(flat[name]) for name in ("cmi.core.student_id", "cmi.learner_id") if flat.get(name)), "")
    source.told.drop(*(name for name in ("cmi.core.student_name", "cmi.learner_name") if flat.get(name)))
    language = str(flat.get("cmi.student_preference.language") or flat.get("cmi.learner_preference.language") or "")
    numbers = sorted({int(found[1]) for name in flat if (found := re.match(r"cmi\.interactions\.(\d+)\.", name))})
    if not numbers:
        source.tell(line, "data of SCORM without an interaction holds no answer")
    for number in numbers:
        part = {name.rpartition(".")[2]: value for name, value in flat.items() if name.startswith(f"cmi.interactions.{number}.")}
        response = part.get("student_response", part.get("learner_response"))
        right = _RIGHT.get(str(part.get("result", "")).lower())
        latency = str(part.get("latency", ""))
        yield from _answer(source, line, person, str(part.get("id", "")), "", language, response, right, None, latency, "", 0)


def _answer(
    source: Source,
    line: int,
    person: str,
    place: str,
    revision: str,
    language: str,
    response: Any,
    success: bool | None,
    sure: Any,
    duration: str,
    attempt: str,
    at: int,
) -> Iterator[Answer]:
    """One answer of either format, or why it is none."""
    names = list(reversed(_PARTS.split(place)))
    item = next((name for name in names if source.bank.knows(name)), "")
    if not item:
        source.tell(line, f'the course has no question "{names[0][:60]}"; its answers are left out')
        return
    if item not in source.bank.asked:
        source.tell(line, f'"{item}" has no right answer, or is a set whose statements are not told apart; its answers are left out')
        return
    if not person:
        source.tell(line, "nothing says whose answer it is, so that it cannot be told from the others; it is left out")
        return
    asked = source.bank.asked[item]
    if not re.fullmatch(REVISION, revision):
        spoken = next((one for one in (language[:2].lower(), *names) if one in LANGUAGES), "")
        if not spoken:
            source.tell(line, "nothing says in which language the question was asked; the answer is left out")
            return
        revision = asked.revisions[spoken]
    chosen = sorted(asked.option(part) for part in re.split(r"\[,\]|,", str(response or "")) if part)
    known = bool(chosen) and bool(asked.options) and all(chosen)
    if not known and success is None:
        source.tell(line, f'neither the option nor whether it is right is known of an answer to "{item}"; it is left out')
        return
    right = success if success is not None else asked.is_right(chosen)
    certain = (
        sure if isinstance(sure, bool) else {0: False, 1: True, "0": False, "1": True}.get(sure) if isinstance(sure, int | str) else None
    )
    yield Answer(
        source.salt.key(f"system {person}"),
        item,
        revision,
        "+".join(chosen) if known else "",
        right,
        certain,
        seconds(duration),
        attempt if attempt in ATTEMPTS else "",
        source.group,
        at,
    )


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _extensions(part: dict[str, Any]) -> dict[str, Any]:
    """Extensions by the last word of their address."""
    return {_PARTS.split(str(name))[-1]: value for name, value in _object(part.get("extensions")).items()}


def _flat(data: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """The data model with names as SCORM writes them: `cmi.interactions.0.id`, whether nested or flat."""
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _flat(value, f"{name}.{key}" if name else str(key))
    else:
        yield name, data
