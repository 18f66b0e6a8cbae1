"""Parts a CSV text into cells, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from manusiawi.exchange.question import MAX_ANSWERS, MAX_QUESTIONS, Refusal
from manusiawi.ground.faults import Place

MAX_CELLS = 2 * MAX_ANSWERS
_NAMES = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "|"}
_CELL = re.compile(r'"([^"]*(?:""[^"]*)*)"')
_BEFORE_QUOTE = re.compile(r'(?: +(?="))?')
_SEPARATOR_LINE = re.compile(r'\n*"?sep=([,;\t|])"?[ \t]*(?:\n|\Z)', re.IGNORECASE)  # Excel's own


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: what it holds, where it begins."""

    text: str
    place: Place


def read_cells(text: str, file: str, most: int = MAX_QUESTIONS + 2) -> list[list[Cell]]:
    """The rows that are not empty, cell by cell, parted by what parts the header: comma, semicolon, tab or |.

    Reading ends with the row that is one more than the header and all questions: the rest would only cost memory.
    """
    told = _SEPARATOR_LINE.match(text)
    head = text[told.end() if told else 0 :].lstrip("\n").partition("\n")[0]
    separator = told[1] if told else max(_NAMES, key=head.count)  # the comma where none stands there
    sign = re.escape(separator)
    plain = re.compile(f'[^{sign}"\n][^{sign}\n]*|')
    rows: list[list[Cell]] = [[]]
    start = at = told.end() if told else 0
    line = text.count("\n", 0, at) + 1
    while True:
        at = _end(_BEFORE_QUOTE, text, at)
        place = Place(file, line, at - start + 1)
        if text.startswith('"', at):
            cell = _CELL.match(text, at)
            if not cell:
                raise Refusal(
                    place,
                    "a quotation mark is never closed",
                    "a closing quotation mark at the end of the cell",
                    "close it; write a quotation mark in a text twice",
                )
            value, end = cell[1].replace('""', '"'), cell.end()
            line += value.count("\n")
            start = text.rfind("\n", at, end) + 1 or start
        else:
            end = _end(plain, text, at)
            value = text[at:end]
        at = end
        if len(rows[-1]) == MAX_CELLS:
            raise Refusal(
                place, f"the row has more than {MAX_CELLS} cells", f"at most {MAX_CELLS} a row", "remove the separators that part nothing"
            )
        rows[-1].append(Cell(value.strip(), place))
        if at == len(text):
            break
        if text[at] == "\n":
            if not any(cell.text for cell in rows[-1]):
                rows.pop()
            if len(rows) >= most:
                break
            rows.append([])
            line, start = line + 1, at + 1
        elif text[at] != separator:
            raise Refusal(
                Place(file, line, at - start + 1),
                f'"{text[at]}" follows a closing quotation mark',
                f"{_NAMES[separator]} or the end of the line after a cell",
                "write a quotation mark in a text twice",
            )
        at += 1
    return [row for row in rows if any(cell.text for cell in row)]


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where that which matches at a place ends; the place itself where nothing does."""
    match = pattern.match(text, at)
    return match.end() if match else at
