"""What the planning of new files has to go on and what it changes so far; a fault ends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from manusiawi.binding.yamltree import parse_yaml, place
from manusiawi.entries.plan import CourseFile, Module
from manusiawi.ground.faults import Fault, Place


class Refused(Exception):
    """Ends the planning with a fault; `plan` turns it into what it returns."""

    def __init__(self, *faults: Fault):
        self.faults = list(faults)


@dataclass
class Draft:
    """The words typed, the texts of the course, its modules, what changes so far."""

    words: list[str]
    texts: Mapping[str, str]
    templates: Mapping[str, str]
    course: CourseFile
    shape: str = ""  # that of a new lesson
    changed: dict[str, str] = field(default_factory=dict)

    @property
    def modules(self) -> dict[str, Module]:
        """The modules of the plan by slug."""
        return {module.slug: module for module in self.course.modules}

    def refuse(self, index: int, found: str, allowed: str, mend: str) -> NoReturn:
        """Ends the planning because of the word at this place of the command."""
        raise Refused(Fault(word_place(self.words, index), found, allowed, mend))


def word_place(words: list[str], index: int) -> Place:
    """Where a word of the command stands, counted from `new`."""
    return Place("command line", 1, len(" ".join(["new", *words[:index]])) + 2)


def tree_of(texts: Mapping[str, str], name: str) -> yaml.Node:
    """The tree of one of the texts, of a menu of MkDocs too; what hinders reading it ends the planning."""
    node, faults = parse_yaml(texts.get(name, ""), name, foreign="/" not in name)
    if node is None:
        raise Refused(*faults)
    return node


def block_of(node: yaml.Node | None, file: str) -> Any:
    """The list or group itself, if it is written on lines of its own, as text edits need it."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        where = place(node, file) if node else Place(file)
        raise Refused(
            Fault(
                where,
                "nothing can be added here",
                "a list with one entry or more, each on lines of its own after `- `",
                "write it in this form, without brackets",
            )
        )
    return node
