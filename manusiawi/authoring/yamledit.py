"""Edits YAML as text, so that comments, order and indentation of a file stay."""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from manusiawi.binding.yamltree import key_name


def value_of(node: yaml.Node, name: str) -> yaml.Node | None:
    """The value of a field, if the node is a group that has it."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key_name(key) == name), None)


def with_entry(text: str, listed: yaml.SequenceNode, index: int, entry: str) -> str:
    """The text with an entry, written from column 1 on, put before the one at the index."""
    lines = text.split("\n")
    at = last_line(listed.value[index - 1], lines) + 1 if index else listed.start_mark.line
    return with_lines(lines, at, indented(entry, listed.start_mark.column))


def with_key(text: str, group: yaml.MappingNode, after: Iterable[str], field_text: str) -> str:
    """The text with a field put after the last of the named ones."""
    lines = text.split("\n")
    at = max(last_line(value, lines) for key, value in group.value if key_name(key) in after) + 1
    return with_lines(lines, at, indented(field_text, group.start_mark.column))


def with_lines(lines: list[str], at: int, more: list[str]) -> str:
    """The lines as a text, with more of them put in before a line number that counts from 0."""
    return "\n".join([*lines[:at], *more, *lines[at:]]).rstrip("\n") + "\n"


def indented(text: str, column: int) -> list[str]:
    """The lines of a text, each that is not empty moved right by a number of columns."""
    return [" " * column + line if line else "" for line in text.rstrip("\n").split("\n")]


def last_line(node: yaml.Node, lines: list[str]) -> int:
    """The last line of a node, comments after it left out; YAML's own end lies at the next token."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return last_line(last[1] if isinstance(last, tuple) else last, lines)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        start = node.start_mark.line
        if not node.value.strip():
            return start
        filled = [number for number in range(start + 1, len(lines)) if lines[number].strip()]
        deep = len(lines[filled[0]]) - len(lines[filled[0]].lstrip()) if filled else 0
        end = next((number for number in filled if len(lines[number]) - len(lines[number].lstrip()) < deep), len(lines))
        return max([start, *(number for number in filled if number < end)])
    return node.end_mark.line
