"""Finds notes behind values of YAML that may be words of the value: YAML drops what follows a space and #, without a word."""

from __future__ import annotations

import re

import yaml

from manusiawi.ground.faults import Fault, Place

_NOTE = re.compile(r"[ \t]#")  # where a note may begin; inside a text it is part of it


def lost_words(text: str, file: str, loader: type) -> list[Fault]:
    """A fault for each note behind a value that may be words of it: YAML drops what follows ` #`.

    A note stands on a line of its own, or two spaces behind a name, a number or a closing sign, with a space after its `#`.
    """
    if not _NOTE.search(text):
        return []
    lines = text.split("\n")
    spans: dict[int, list[tuple[int, int, bool]]] = {}  # of each line: where a text begins and ends, and whether it is of one word
    for token in yaml.scan(text, Loader=loader):
        if isinstance(token, yaml.ScalarToken):
            (first, begin), (last, end) = (token.start_mark.line, token.start_mark.column), (token.end_mark.line, token.end_mark.column)
            if token.style in ("|", ">"):
                first, begin = first + 1, 0  # its first line is the sign, behind which a note may stand
            for number in range(first, last + 1):
                start, stop = begin if number == first else 0, end if number == last else len(lines[number])
                spans.setdefault(number, []).append((start, stop, not token.plain or len(token.value.split()) < 2))
    return [
        _lost(file, number, sign.end() - 1, line)
        for number, line in enumerate(lines)
        for sign in _first_note(line, spans.get(number, []))
        if not (line.startswith("  # ", sign.start() - 1) and _closed(sign.start(), spans.get(number, [])))
    ]


def _first_note(line: str, spans: list[tuple[int, int, bool]]) -> list[re.Match[str]]:
    """The sign that begins a line's note behind other words, if it has one."""
    signs = (sign for sign in re.finditer(r"(?:^|[ \t])#", line) if not any(begin < sign.end() <= end for begin, end, _ in spans))
    first = next(signs, None)
    return [first] if first and line[: first.start()].strip() else []


def _closed(place: int, spans: list[tuple[int, int, bool]]) -> bool:
    """Whether what stands before a place of a line is one word or has a closing sign."""
    before = [one_word for begin, end, one_word in spans if begin < place]
    return not before or before[-1]


def _lost(file: str, line: int, column: int, text: str) -> Fault:
    return Fault(
        Place(file, line + 1, column + 1),
        f'"{text[column:][:40]}" would be lost: YAML takes what follows a space and # for a note',
        "notes on lines of their own, or two spaces behind a name or number, with a space after the #",
        "put the whole text in quotation marks, or on lines of its own after `>-`; a note goes on the line above",
    )
