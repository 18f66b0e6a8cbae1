"""Refuses pages whose lines are so long or so deeply nested that readers of Markdown would fail or never end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from manusiawi.ground.faults import Fault, Place

MAX_LINE = 10_000  # characters; the longest line of the course, a list of articles, has 8,914
MAX_LEVELS = 20  # of lists and quotations; recursion ends at about 400
MAX_SIGNS = 500  # of [ or of < in one paragraph; the time they take grows with their square: 500 take a second, 5,000 a minute

_DEEP = re.compile(rf"(?:[ \t]*(?:[-+*>]|\d{{1,9}}[.)])(?=[ \t>]|$)){{{MAX_LEVELS + 1},}}|(?:    |\t){{{MAX_LEVELS + 1},}}\S")


def check_shape(text: str, file: str) -> Iterator[Fault]:
    """The faults of a page's lines and paragraphs, counted without reading them as Markdown."""
    start, signs = 0, {"[": 0, "<": 0}
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            yield Fault(
                Place(file, number, MAX_LINE + 1),
                f"the line has {len(line):,} characters",
                f"at most {MAX_LINE:,} characters a line",
                "write one sentence a line",
            )
        elif _DEEP.match(line):
            yield Fault(
                Place(file, number, 1),
                f"more than {MAX_LEVELS} levels of lists, quotations or spaces",
                f"at most {MAX_LEVELS} levels",
                "remove the signs or spaces that open so many levels",
            )
        if not line.strip():
            start, signs = number, dict.fromkeys(signs, 0)
        for sign in signs:
            before, signs[sign] = signs[sign], signs[sign] + line.count(sign)
            if before <= MAX_SIGNS < signs[sign]:
                yield Fault(
                    Place(file, start + 1, 1),
                    f'more than {MAX_SIGNS} times "{sign}" without an empty line between',
                    f"at most {MAX_SIGNS} in one paragraph, list or table",
                    "part it with empty lines, or remove the signs",
                )
