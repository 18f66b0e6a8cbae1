"""Turns HTML of ours into nested lists, of which a script can build elements: the site's policy lets no script read HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TypeAlias

Tree: TypeAlias = "str | list[str | dict[str, str] | Tree]"  # a text, or [tag, {attribute: value}, child, …]

_EMPTY = frozenset({"br", "hr", "img", "wbr"})


def trees(html: str) -> list[Tree]:
    """What some HTML holds, in order; web/src/classroom/tree.js makes elements of it. Raises ValueError where tags do not pair."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if len(reader.open) > 1:
        raise ValueError(f"<{reader.open[-1][0]}> is never closed")
    return list(reader.open[0][2:])  # type: ignore[arg-type] # behind tag and attributes stand children alone


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[list[str | dict[str, str] | Tree]] = [["", {}]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node: list[str | dict[str, str] | Tree] = [tag, {name: value or "" for name, value in attrs}]
        self.open[-1].append(node)
        if tag not in _EMPTY:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY:
            return
        if self.open[-1][0] != tag:
            raise ValueError(f"</{tag}> closes <{self.open[-1][0]}>")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if data:
            self.open[-1].append(data)
