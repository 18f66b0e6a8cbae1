"""Binds a YAML tree to the declared types; whatever does not fit becomes a fault.

Missing values are replaced by empty ones, so that one pass finds every fault of a file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeVar

import yaml

from manusiawi.binding.fields import Entry, Field, Text, Words, declared
from manusiawi.binding.yamltree import key_name, place
from manusiawi.ground.faults import Fault, nearest, quoted
from manusiawi.language.known import LANGUAGES, all_known

_NAMED = " and ".join(f'"{known.code}" ({known.name})' for known in all_known()) + ", both"
_CODES = " and ".join(f'"{language}"' for language in LANGUAGES)
_LINES = " and ".join(f"`{language}:`" for language in LANGUAGES)
Read = Callable[[yaml.Node, str, list[Fault]], Any]
E = TypeVar("E", bound=Entry)


def bind(kind: type[E], node: yaml.Node, file: str, faults: list[Fault]) -> E:
    """An entry of the type from its node; faults are added to the list."""
    entry: E = _reader(kind)(node, file, faults)
    return entry


def _map_reader(kind: type[Entry]) -> Read:
    fields = declared(kind)
    known = {f.name: _field_reader(f) for f in fields}
    required = {f.name: f for f in fields if f.required}
    empty = {f.name: _empty(f) for f in fields if f.required}

    def read(node: yaml.Node, file: str, faults: list[Fault]) -> Any:
        values: dict[str, Any] = {}
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = key_name(key)
                if name in values:
                    faults.append(_duplicate(key, name, file))
                elif name in known:
                    values[name] = known[name](value, file, faults)
                else:
                    faults.append(_unknown(key, name, known, file))
        else:
            faults.append(
                Fault(
                    place(node, file),
                    f"{_seen(node)} stands where fields are expected",
                    f"the fields {quoted(known)}",
                    "write `name: value` lines here",
                )
            )
        if not required.keys() <= values.keys():
            if isinstance(node, yaml.MappingNode):
                faults.extend(_missing(node, name, kind, file) for name in required if name not in values)
            for name in required:
                values.setdefault(name, empty[name])
        return kind(node=node, file=file, **values)

    return read


def _reader(kind: type[Entry]) -> Read:
    if kind not in _readers:
        _readers[kind] = _variant_reader(kind) if kind.variants() else _map_reader(kind)
    return _readers[kind]


_readers: dict[type[Entry], Read] = {}


def _variant_reader(kind: type[Entry]) -> Read:
    """Reads an entry as the variant that it names; None where no variant can be told."""
    variants, name = kind.variants(), kind.discriminator

    def read(node: yaml.Node, file: str, faults: list[Fault]) -> Any:
        if not isinstance(node, yaml.MappingNode):
            faults.append(
                Fault(
                    place(node, file),
                    f"{_seen(node)} stands where a {kind.noun} is expected",
                    f"a {kind.noun} with its fields",
                    f"begin it with `- id:` and `{name}:`",
                )
            )
            return None
        named = [value for key, value in node.value if key_name(key) == name]
        if not named:
            faults.append(_missing(node, name, kind, file))
            return None
        value = named[0].value if isinstance(named[0], yaml.ScalarNode) else ""
        if value not in variants:
            likely = nearest(value, variants)
            faults.append(
                Fault(
                    place(named[0], file),
                    f'"{value}" is no {name} of {kind.noun}',
                    quoted(variants),
                    f'write "{likely}"' if likely else f"choose one of the {name}s",
                )
            )
            return None
        return _reader(variants[value])(node, file, faults)

    return read


def _field_reader(f: Field) -> Read:
    one = _value_reader(f)
    if not f.many:
        return one

    def read(node: yaml.Node, file: str, faults: list[Fault]) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            faults.append(
                Fault(place(node, file), f'"{f.name}" holds {_seen(node)}', "a list", "begin each entry on a line of its own with `- `")
            )
            return ()
        if not node.value and not f.may_be_empty:
            faults.append(
                Fault(
                    place(node, file),
                    f'the list "{f.name}" is empty',
                    "one entry or more",
                    "write an entry that begins with `- `, or remove the field",
                )
            )
        if f.kind is str:
            faults.extend(_repeated(node, f.name, file))
        return tuple(value for value in (one(child, file, faults) for child in node.value) if value is not None)

    return read


def _repeated(node: yaml.Node, name: str, file: str) -> Iterator[Fault]:
    """A fault for each name that a list holds a second time."""
    seen: set[str] = set()
    for child in node.value:
        value = child.value.strip() if isinstance(child, yaml.ScalarNode) else ""
        if value and value in seen:
            yield Fault(place(child, file), f'"{value[:60]}" stands twice in "{name}"', "each name once", "remove the second one")
        seen.add(value)


def _value_reader(f: Field) -> Read:
    if f.kind in (Text, Words):
        return _languages_reader(f)
    if issubclass(f.kind, Entry):
        return lambda node, file, faults: _reader(f.kind)(node, file, faults)  # noqa: PLW0108 - made at its first use: entries hold entries
    return _scalar_reader(f)


def _languages_reader(f: Field) -> Read:
    def read(node: yaml.Node, file: str, faults: list[Fault]) -> Any:
        found: dict[str, Any] = {}
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = key_name(key)
                if name in found:
                    faults.append(_duplicate(key, name, file))
                elif name in LANGUAGES:
                    found[name] = _text(value, f.name, file, faults) if f.kind is Text else _words(value, f.name, file, faults)
                else:
                    faults.append(_unknown(key, name, LANGUAGES, file))
            for language in LANGUAGES:
                if language not in found:
                    faults.append(
                        Fault(
                            place(node, file),
                            f'"{f.name}" has no translation "{language}"',
                            _NAMED,
                            f"add a line `{language}:` with the same text in that language",
                        )
                    )
                    found[language] = "" if f.kind is Text else ()
        else:
            faults.append(
                Fault(
                    place(node, file),
                    f'"{f.name}" holds {_seen(node)}',
                    f"two texts, {_CODES}",
                    f"write {_LINES} on lines of their own below it",
                )
            )
            found = dict.fromkeys(LANGUAGES, "" if f.kind is Text else ())
        return f.kind(node=node, file=file, **found)

    return read


def _text(node: yaml.Node, name: str, file: str, faults: list[Fault]) -> str:
    if isinstance(node, yaml.ScalarNode):
        value: str = node.value.strip()
        if value:
            return value
        faults.append(Fault(place(node, file), f'"{name}" is empty', "a text", "write the text after the colon"))
    else:
        faults.append(
            Fault(
                place(node, file),
                f'"{name}" holds {_seen(node)}',
                "a text",
                "write the text after the colon; put it in quotation marks if it begins with [ or {",
            )
        )
    return ""


def _words(node: yaml.Node, name: str, file: str, faults: list[Fault]) -> tuple[str, ...]:
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    if not nodes:
        faults.append(
            Fault(place(node, file), f'"{name}" is an empty list', "one text or more in each language", "write what counts as this answer")
        )
    return tuple(filter(None, (_text(child, name, file, faults) for child in nodes)))


def _scalar_reader(f: Field) -> Read:
    pattern = re.compile(f.pattern) if f.pattern else None

    def read(node: yaml.Node, file: str, faults: list[Fault]) -> Any:
        value = _text(node, f.name, file, faults)
        if not value:
            return _empty(f)
        if f.kind is bool:
            if value in ("true", "false"):
                return value == "true"
            faults.append(_wrong(node, f, value, "true, false", file))
            return False
        if f.kind in (int, float):
            try:
                number = f.kind(value)
                if math.isfinite(number) and (f.kind is float or number >= 0):
                    return number
                raise ValueError
            except ValueError:
                words = "a whole number, 0 or more" if f.kind is int else "a number with a point, such as 12.5"
                faults.append(_wrong(node, f, value, words, file))
                return f.kind()
        if f.values and value not in f.values:
            faults.append(_wrong(node, f, value, quoted(f.values), file))
        elif pattern and not pattern.fullmatch(value):
            faults.append(_wrong(node, f, value, f.pattern_words, file))
        elif _DAY.fullmatch(value) and not _is_day(value):
            faults.append(_wrong(node, f, value, "a day of the calendar", file))
        return value

    return read


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _empty(f: Field) -> Any:
    if f.many:
        return ()
    if f.kind is Text:
        return Text(id="", en="")
    return f.kind() if f.kind in (str, int, float, bool) else None


def _seen(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "a group of fields"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    return f'the text "{node.value[:40]}"' if node.value else "nothing"


def _unknown(key: yaml.Node, name: str, known: Any, file: str) -> Fault:
    likely = nearest(name, known)
    return Fault(
        place(key, file),
        f'field "{name}" is not known here',
        quoted(known),
        f'write "{likely}"' if likely else "remove it, or move it to where it belongs",
    )


def _missing(node: yaml.Node, name: str, kind: type, file: str) -> Fault:
    description = next(f.description for f in declared(kind) if f.name == name)
    return Fault(place(node, file), f'field "{name}" is missing', description.rstrip("."), f"add a line `{name}:`")


def _duplicate(key: yaml.Node, name: str, file: str) -> Fault:
    return Fault(place(key, file), f'field "{name}" is written twice', "each field once", "keep one of the two and remove the other")


def _wrong(node: yaml.Node, f: Field, value: str, allowed: str, file: str) -> Fault:
    likely = nearest(value, f.values) if f.values else None
    return Fault(
        place(node, file),
        f'"{value[:60]}" is no value for "{f.name}"',
        allowed,
        f'write "{likely}"' if likely else "write an allowed value",
    )
