"""Reads an SVG file for what it could run or load; as a page of its own it may do both, on the course's own address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers.expat import ExpatError, ParserCreate

import tinycss2
from tinycss2.ast import Node

from manusiawi.ground.links import is_external, is_safe

_RUNS = frozenset("script foreignobject handler listener iframe object embed audio video".split())
_MOVES = frozenset("animate animatetransform animatemotion set".split())  # they may give another element a new address
_XHTML = "http://www.w3.org/1999/xhtml"
_INSIDE = re.compile(r"data:(?:image/(?:png|jpeg|gif|webp)|font/[\w-]+)[;,]", re.IGNORECASE)
_LOADING = frozenset("url src image image-set -webkit-image-set".split())

Found = tuple[int, int, str]  # line and column, both from 1, and what was found


def found_in(data: bytes) -> list[Found]:
    """What a drawing could run or load from elsewhere, and where; empty for one that only shows."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except ExpatError as error:
        if b"<" not in data:  # no drawing at all, and nothing in it that a browser would follow
            return []
        reader.found.append((error.lineno, error.offset + 1, "the drawing is broken XML, which browsers show as an error"))
    return reader.found


def loaded(css: str) -> Iterator[str]:
    """The addresses that a piece of CSS loads, its own escapes read as browsers read them."""
    yield from _loaded(tinycss2.parse_component_value_list(css))


def _loaded(nodes: list[Node]) -> Iterator[str]:
    imports = False
    for node in nodes:
        if node.type == "at-keyword":
            imports = node.lower_value == "import"
        elif node.type == "url" or (node.type == "string" and imports):
            yield node.value
        elif node.type == "function":
            if node.lower_name in _LOADING:
                yield from (argument.value for argument in node.arguments if argument.type == "string")
            yield from _loaded(node.arguments)
        elif node.type in ("{} block", "() block", "[] block"):
            yield from _loaded(node.content)
        imports = imports and node.type in ("at-keyword", "whitespace", "comment")


class _Reader:
    """Collects what is found while the parser goes through the file."""

    def __init__(self) -> None:
        self.parser = ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.found: list[Found] = []
        self.style: tuple[int, int, list[str]] | None = None  # the open <style>: its place and its text so far
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.EntityDeclHandler = self._entity

    def _tell(self, words: str, place: tuple[int, int] | None = None) -> None:
        line, column = place or (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.found.append((line, column, words))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        element = local.lower()
        if element in _RUNS or space == _XHTML:
            self._tell(f"<{local}> can run something or show another page")
        if element == "style":
            self.style = (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1, [])
        for key, value in attributes.items():
            self._attribute(element, local, key, value)

    def _attribute(self, element: str, local: str, key: str, value: str) -> None:
        space, _, name = key.rpartition(" ")
        attribute = name.lower()
        if attribute.startswith("on") and not space:
            self._tell(f'"{name}" on <{local}> runs a script')
        elif attribute == "base":
            self._tell(f'"{name}" on <{local}> turns every address elsewhere')
        elif element in _MOVES and attribute == "attributename" and re.fullmatch(r"(\w+:)?href|on\w+", value.strip(), re.IGNORECASE):
            self._tell(f'<{local}> gives "{value.strip()}" another value while it is shown')
        elif attribute in ("href", "src") and element == "a":
            if not is_safe(value):
                self._tell(f'the address "{value.strip()[:60]}" could run a script')
        elif attribute in ("href", "src"):
            self._loads(f"<{local}>", [value])
        elif not space and "(" in value:
            self._loads(f'"{name}" on <{local}>', loaded(value))

    def _loads(self, what: str, addresses: Iterator[str] | list[str], place: tuple[int, int] | None = None) -> None:
        for address in addresses:
            if is_external(address) and not _INSIDE.match(address.strip()):
                self._tell(f'{what} loads "{address.strip()[:60]}" from elsewhere', place)

    def _text(self, data: str) -> None:
        if self.style:
            self.style[2].append(data)

    def _end(self, name: str) -> None:
        if self.style and name.rpartition(" ")[2].lower() == "style":
            line, column, parts = self.style
            self.style = None
            self._loads("<style>", loaded("".join(parts)), (line, column))

    def _instruction(self, target: str, data: str) -> None:
        self._tell(f"<?{target} …?> asks the browser for more than the drawing")

    def _entity(self, name: str, *_: object) -> None:
        self._tell(f'the entity "{name}" hides what stands in the drawing')
