"""Turns YAML text into a tree of nodes with positions, refusing what authors do not need."""

from __future__ import annotations

import re

import yaml

from manusiawi.binding.notes import lost_words
from manusiawi.ground.faults import Fault, Place
from manusiawi.ground.reading import CONTROL

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a PyYAML without libyaml: slower, the same tree
    from yaml import SafeLoader as Loader  # type: ignore[assignment] # not a subclass of the other, but used alike

MAX_DEPTH = 40  # the deepest file of the course has 9 levels

_LOST = re.compile(r"(?m)(?:^\s*|[:\-?]\s+|[\[{,]\s*)(?:[&*][\w-]|!)|^%")  # anchors, aliases, tags, directives
_ESCAPE = re.compile(r"\\[0abvefrNLPxuU]")
_MERGE = re.compile(r"(?m)^\s*(?:- )?<<\s*:")
_DEEP_LINE = re.compile(rf"(?m)^ {{{MAX_DEPTH * 2},}}\S|(?:[-?] +){{{MAX_DEPTH},}}")


def place(node: yaml.Node, file: str) -> Place:
    """Where a node starts."""
    return Place(file, node.start_mark.line + 1, node.start_mark.column + 1)


def key_name(key: yaml.Node) -> str:
    """The name of a field; a key that is itself a list or a group has none."""
    return key.value if isinstance(key, yaml.ScalarNode) else "?"


def parse_yaml(text: str, file: str, foreign: bool = False) -> tuple[yaml.Node | None, list[Fault]]:
    """The root node of a YAML text, or None with the faults that hinder reading it.

    Words that YAML drops are faults but in a `foreign` file, the configuration of another program, whose tags and notes mean something.
    """
    tab = _tab_fault(text, file)
    if tab:
        return None, [tab]
    try:
        # libyaml composes by recursion and dies on deep nesting, so its flat event stream is asked first.
        if _may_be_hostile(text):
            fault = _refuse_by_events(text, file, foreign)
            if fault:
                return None, [fault]
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_fault(error, file)]
    except yaml.YAMLError as error:
        return None, [
            Fault(
                _character_place(text, getattr(error, "position", 0), file),
                f"YAML cannot be read ({error.reason if hasattr(error, 'reason') else error})",
                "printable characters",
                "delete the character at this place and type it again",
            )
        ]
    lost = lost_words(text, file, Loader) if not foreign else []
    lost += _control_faults(node, file) if node and _ESCAPE.search(text) else []
    lost = lost or _tab_beside_text(text, file)
    if lost:
        return None, lost
    if node is None:
        return None, [
            Fault(Place(file), "the file is empty", "the fields of this kind of file", "copy the first lines of another file of its folder")
        ]
    return node, []


def _may_be_hostile(text: str) -> bool:
    brackets = text.count("[") + text.count("{") > MAX_DEPTH
    return bool(_LOST.search(text) or _MERGE.search(text) or _DEEP_LINE.search(text)) or (brackets and _bracket_depth(text) > MAX_DEPTH)


def _bracket_depth(text: str) -> int:
    """The deepest nesting of brackets, quotation marks ignored: an upper bound, found fast."""
    depth = deepest = 0
    for bracket in re.findall(r"[\[{\]}]", text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _refuse_by_events(text: str, file: str, foreign: bool) -> Fault | None:
    try:
        return _refused_event(text, file, foreign)
    except yaml.scanner.ScannerError as error:
        # libyaml 0.2.6 reads ahead and refuses the thousandth bracket before it hands out the first; what stands before it will do.
        if "nesting depth" in str(error.problem) and error.problem_mark:
            return _refused_event(text[: error.problem_mark.index], file, foreign)
        raise


def _refused_event(text: str, file: str, foreign: bool) -> Fault | None:
    """The first alias, anchor or level too deep; the faults of YAML itself are raised."""
    depth = 0
    directive = re.search(r"(?m)^%.*", text)
    for event in yaml.parse(text, Loader=Loader):
        where = Place(file, event.start_mark.line + 1, event.start_mark.column + 1) if event.start_mark else Place(file)
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            return Fault(
                where,
                f'"{sign}{event.anchor}" is a YAML anchor or alias',
                "texts written out in full",
                "write the text itself here; if it begins with & or *, put it in quotation marks",
            )
        if getattr(event, "tag", None) and not foreign:
            return Fault(
                where,
                f'"{_word_at(text, where)}" is a YAML tag, which would be lost',
                "texts without a word before them that begins with !",
                "remove the word; if it belongs to the text, put the whole text in quotation marks",
            )
        if directive and isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags or event.explicit):
            return Fault(
                Place(file, text.count("\n", 0, directive.start()) + 1, 1),
                f'"{directive[0][:40]}" is a YAML directive, which would be lost',
                "files that begin with their fields",
                "remove the line; if it belongs to a text, give it the text's spaces",
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return Fault(
                    where,
                    f"more than {MAX_DEPTH} levels of nesting",
                    f"at most {MAX_DEPTH} levels",
                    "remove the brackets or spaces that open so many levels",
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _word_at(text: str, where: Place) -> str:
    return text.split("\n")[where.line - 1][where.column - 1 :].split()[0][:40]


def _control_faults(node: yaml.Node, file: str) -> list[Fault]:
    """A fault for each text that spells a control sign in quotation marks."""
    if isinstance(node, yaml.ScalarNode):
        sign = CONTROL.search(node.value)
        return [_control(place(node, file), sign[0])] if sign else []
    children = node.value if isinstance(node, yaml.SequenceNode) else [child for pair in node.value for child in pair]
    return [fault for child in children for fault in _control_faults(child, file)]


def _control(where: Place, sign: str) -> Fault:
    return Fault(
        where,
        f"the text holds the control sign U+{ord(sign):04X}",
        "letters, signs and line ends",
        "remove the backslash and what spells the sign; a backslash of the text itself is written twice",
    )


def _tab_fault(text: str, file: str) -> Fault | None:
    found = re.search(r"(?m)^ *\t", text)
    if not found:
        return None
    place = Place(file, text.count("\n", 0, found.end()) + 1, found.end() - found.start())
    return Fault(place, "a tab stands at the start of the line", "spaces, two for each level", "replace the tab by spaces")


def _tab_beside_text(text: str, file: str) -> list[Fault]:
    """The first tab where libyaml takes a blank and PyYAML's own reader, which may stand in for it, refuses the file."""
    if "\t" not in text:
        return []
    try:
        for _ in yaml.scan(text, Loader=yaml.SafeLoader):
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        return [Fault(place, "a tab stands beside the text", "spaces, or the text in quotation marks", "replace the tab by a space")]
    return []


def _character_place(text: str, position: int, file: str) -> Place:
    in_bytes = Loader.__name__ == "CSafeLoader"  # libyaml counts bytes, PyYAML characters
    before = text.encode()[:position].decode("utf-8", "ignore") if in_bytes else text[:position]
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


_SYNTAX_HINTS = (
    (
        "mapping values are not allowed",
        "a colon followed by a space stands inside the text",
        "put the whole text in quotation marks, or on lines of its own after `>-`",
    ),
    ("could not find expected ':'", "a field has no colon", "write `name: value`, with a space after the colon"),
    (
        "did not find expected key",
        "the line does not line up with the fields around it, or a quotation mark above it is not closed",
        "give it the same number of spaces as its neighbours; close the quotation mark above",
    ),
    (
        "did not find expected '-' indicator",
        "the line does not line up with the list around it",
        "give it the same number of spaces as its neighbours",
    ),
    ("found unexpected end of stream", "a quotation mark or bracket is never closed", "close it"),
    ("cannot start any token", "a text begins with a sign that YAML keeps for itself (such as @ or `)", "put the text in quotation marks"),
    ("unknown escape character", "a backslash stands inside double quotation marks", "write it twice, or use single quotation marks"),
)


def _syntax_fault(error: yaml.MarkedYAMLError, file: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    where = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    problem = str(error.problem or error)
    for sign, found, mend in _SYNTAX_HINTS:
        if sign in problem:
            return Fault(where, f"broken YAML: {found}", "`name: value` lines, lined up with spaces", mend)
    return Fault(
        where,
        f"broken YAML: {problem}",
        "`name: value` lines, lined up with spaces",
        "compare this line and the one above with a file that works",
    )
