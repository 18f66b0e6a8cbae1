"""JSON Schemas of the YAML files, made from the same types as the validator."""

from __future__ import annotations

import json
from typing import Any

from manusiawi.binding.fields import Entry, Field, Words, declared
from manusiawi.language.known import LANGUAGES
from manusiawi.model.kinds import KINDS


def schemas() -> dict[str, str]:
    """The text of each schema, by file name."""
    return {f"{kind.schema}.schema.json": json.dumps(schema(kind.type), ensure_ascii=False, indent=1) + "\n" for kind in KINDS}


def schema(root: type[Entry]) -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) for a file whose top is the given type."""
    definitions: dict[str, Any] = {}
    top = _entry(root, definitions)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": _title(root), **top, "$defs": definitions}


def _title(kind: type) -> str:
    return (kind.__doc__ or "").strip().split("\n")[0]


def _entry(kind: type[Entry], definitions: dict[str, Any]) -> dict[str, Any]:
    fields = declared(kind)
    made: dict[str, Any] = {
        "type": "object",
        "description": _title(kind),
        "additionalProperties": False,
        "properties": {f.name: _field(f, definitions) for f in fields},
        "required": [f.name for f in fields if f.required],
    }
    if kind.discriminator:
        made["properties"][kind.discriminator] = {"const": getattr(kind, "name", ""), "description": _title(kind)}
    return made


def _field(f: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    one = _kind(f, definitions)
    if f.many:
        return {"type": "array", "items": one, "minItems": 0 if f.may_be_empty else 1, "description": f.description}
    return {**one, "description": f.description} if "$ref" not in one else {"allOf": [one], "description": f.description}


def _kind(f: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    if f.kind is Words:
        some = {"oneOf": [{"type": ["string", "number"]}, {"type": "array", "items": {"type": ["string", "number"]}}]}
        definitions.setdefault(
            "Words",
            {"type": "object", "properties": dict.fromkeys(LANGUAGES, some), "required": [*LANGUAGES], "additionalProperties": False},
        )
        return {"$ref": "#/$defs/Words"}
    if issubclass(f.kind, Entry) and f.kind.variants():
        return _variants(f.kind, definitions)
    if issubclass(f.kind, Entry):
        if f.kind.__name__ not in definitions:
            definitions[f.kind.__name__] = {}
            definitions[f.kind.__name__] = _entry(f.kind, definitions)
        return {"$ref": f"#/$defs/{f.kind.__name__}"}
    simple: dict[str, Any] = {"type": {str: ["string", "number"], bool: "boolean", int: "integer", float: "number"}[f.kind]}
    if f.values:
        return {"enum": list(f.values)}
    if f.pattern:
        return {"type": "string", "pattern": f"^(?:{f.pattern})$"}
    return simple


def _variants(kind: type[Entry], definitions: dict[str, Any]) -> dict[str, Any]:
    """An entry is told by its discriminator: editors then offer only the fields of that variant."""
    for variant in kind.variants().values():
        if variant.__name__ not in definitions:
            definitions[variant.__name__] = {}
            definitions[variant.__name__] = _entry(variant, definitions)
    name = kind.discriminator
    description = next(f.description for f in declared(kind) if f.name == name)
    return {
        "type": "object",
        "required": [name],
        "properties": {name: {"enum": list(kind.variants()), "description": description}},
        "allOf": [
            {"if": {"properties": {name: {"const": value}}, "required": [name]}, "then": {"$ref": f"#/$defs/{variant.__name__}"}}
            for value, variant in kind.variants().items()
        ],
    }
