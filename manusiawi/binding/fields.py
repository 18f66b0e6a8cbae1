"""The words in which the types of the course's files are declared.

Validator, JSON Schema, editor help and reference page all read these declarations, so a field is
described once: in the type that holds it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, get_args, get_origin, get_type_hints

import yaml

from manusiawi.ground.faults import Place

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def spec(
    description: str,
    *,
    default: Any = dataclasses.MISSING,
    pattern: str = "",
    pattern_words: str = "",
    values: tuple[str, ...] = (),
    markdown: str = "",
    may_be_empty: bool = False,
) -> Any:
    """One field of a file: what it is for, and what it may hold.

    `pattern` is a regular expression for the whole value and `pattern_words` says it in words;
    `values` lists the only values; `markdown` is "inline" (a sentence) or "block" (paragraphs).
    A field without a default must be written; a list that `may_be_empty` says so, any other holds an entry.
    """
    facts = {
        "description": description,
        "pattern": pattern,
        "pattern_words": pattern_words,
        "values": values,
        "markdown": markdown,
        "may_be_empty": may_be_empty,
    }
    return field(default=default, metadata=facts) if default is not dataclasses.MISSING else field(metadata=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Anything an author writes: it knows where it stands in its file."""

    discriminator: ClassVar[str] = ""  # the field that tells which of the variants an entry is
    noun: ClassVar[str] = "entry"  # what messages call it

    node: Any = field(default=None, repr=False, compare=False)
    file: str = field(default="", repr=False, compare=False)

    @classmethod
    def variants(cls) -> Mapping[str, type[Entry]]:
        """The types that an entry of this type may be, by the value of its discriminator; none for a type that is just itself."""
        return {}

    @property
    def at(self) -> Place:
        """Where the entry starts."""
        return self._place(self.node)

    def where(self, name: str) -> Place:
        """Where a field's value starts; the start of the entry if the field is not written."""
        if isinstance(self.node, yaml.MappingNode):
            for key, value in self.node.value:
                if key.value == name:
                    return self._place(value)
        return self.at

    def where_in(self, name: str, number: int) -> Place:
        """Where an entry of a field's list starts, counted from 0; the start of this entry if the list is shorter."""
        for key, value in self.node.value if isinstance(self.node, yaml.MappingNode) else ():
            if key.value == name and number < len(value.value):
                return self._place(value.value[number])
        return self.at

    def _place(self, node: Any) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1) if node else Place(self.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Entry):
    """One text in both languages."""

    id: str = spec("The text in Indonesian.")
    en: str = spec("The same text in English.")

    def __getitem__(self, language: str) -> str:
        text: str = getattr(self, language)
        return text

    def __bool__(self) -> bool:
        return bool(self.id or self.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Entry):
    """Lists of words or numbers that count as the same answer, in both languages."""

    id: tuple[str, ...] = spec("The variants in Indonesian.", default=())
    en: tuple[str, ...] = spec("The variants in English.", default=())

    def __getitem__(self, language: str) -> tuple[str, ...]:
        variants: tuple[str, ...] = getattr(self, language)
        return variants

    def __bool__(self) -> bool:
        return bool(self.id or self.en)


@dataclass(frozen=True)
class Field:
    """A declared field, ready for the validator, the schema and the reference page."""

    name: str
    kind: type
    many: bool
    required: bool
    default: Any
    description: str
    pattern: str
    pattern_words: str
    values: tuple[str, ...]
    markdown: str
    may_be_empty: bool


_fields: dict[type, tuple[Field, ...]] = {}


def declared(kind: type) -> tuple[Field, ...]:
    """The fields that authors may write in an entry of this type, in the order of declaration."""
    if kind not in _fields:
        hints = get_type_hints(kind)
        _fields[kind] = tuple(_declared(f, hints[f.name]) for f in dataclasses.fields(kind) if "description" in f.metadata)
    return _fields[kind]


def _declared(f: dataclasses.Field[Any], hint: Any) -> Field:
    many = get_origin(hint) is tuple
    kind = get_args(hint)[0] if many else next((part for part in get_args(hint) if part is not type(None)), hint)
    required = f.default is dataclasses.MISSING
    return Field(f.name, kind, many, required, None if required else f.default, **f.metadata)


def entry_types(*roots: type) -> list[type]:
    """The types reached from the given ones, each once, outermost first."""
    found: list[type] = []
    waiting = list(roots)
    while waiting:
        kind = waiting.pop(0)
        if kind in found:
            continue
        found.append(kind)
        for declared_field in declared(kind):
            if issubclass(declared_field.kind, Entry):
                waiting += declared_field.kind.variants().values() or [declared_field.kind]
    return found
