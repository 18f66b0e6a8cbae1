"""Reads questions of a workbook (XLSX): the tables of Kahoot and Quizizz, and any other sheet as the table of a CSV.

Kahoot's template has "Answer 1" to "Answer 4" and "Correct answer(s)" with their numbers; Quizizz's has "Question Text", "Question Type",
"Option 1" to "Option 5" and "Correct Answer". Both stand below lines that explain them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from openpyxl import load_workbook

from manusiawi.exchange.question import MAX_QUESTIONS, Choice, Question, Reading, Refusal
from manusiawi.exchange.readers.carry import asked, number, paragraphs, sentence, word
from manusiawi.exchange.readers.opened import opened
from manusiawi.exchange.readers.settle import settle
from manusiawi.exchange.readers.table import read_table
from manusiawi.ground.faults import Place

MAX_CELLS = 400_000
_Row = tuple[str, ...]
_COLUMNS = {
    "stem": re.compile(r"question(?: text)?\b(?! type)"),
    "type": re.compile(r"question type"),
    "option": re.compile(r"(?:answer|option) (\d+)\b"),
    "right": re.compile(r"correct answer"),
    "reason": re.compile(r"answer explanation|explanation"),
}
_CHOICES = ("", "multiple choice", "checkbox", "quiz", "multiple select")
_WRITTEN = ("fill-in-the-blank", "fill in the blank", "type answer")
_OPEN = ("open-ended", "open ended", "open-ended question")


def read_workbook(data: bytes, file: str, language: str) -> Reading:
    """The questions of every sheet; what is not carried is told with its words."""
    reading = Reading()
    try:
        opened(data, file)  # a workbook is a zip, and its library does not ask how large it grows
        sheets = list(_sheets(data, file))
    except Refusal as refusal:
        return Reading(faults=[refusal.fault])
    for name, rows in sheets:
        head = next((place for place, row in enumerate(rows) if _is_head(row)), None)
        if head is None:
            part = read_table(_as_csv(rows), f"{file}/{name}", language)
            reading.questions += part.questions
            reading.faults += part.faults
            reading.notes += part.notes
            continue
        above = " / ".join(cell for row in rows[:head] for cell in row if cell)
        if above:
            reading.notes.append(f'{file}/{name}:1: the lines above the table are not carried: "{above}"')
        for place, row in enumerate(rows[head + 1 :], head + 2):
            if any(row):
                _read(row, rows[head], Place(f"{file}/{name}", place), language, reading)
    if len(reading.questions) > MAX_QUESTIONS:
        most = f"{MAX_QUESTIONS:,}"
        reading.faults.append(Refusal(Place(file), f"more than {most} questions", f"at most {most} a file", "part the workbook").fault)
        del reading.questions[MAX_QUESTIONS:]
    return reading


def _sheets(data: bytes, file: str) -> Iterator[tuple[str, list[_Row]]]:
    """The rows of each sheet that holds some, every cell as its words."""
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # the library raises what its parsers raise, of some ten kinds
        raise Refusal(
            Place(file), f"the workbook cannot be read ({type(error).__name__})", "a workbook saved as .xlsx", "save it again as .xlsx"
        ) from None
    cells = 0
    for sheet in book.worksheets:
        rows: list[_Row] = []
        for row in sheet.iter_rows(values_only=True):
            cells += len(row)
            if cells > MAX_CELLS:
                raise Refusal(Place(file), f"more than {MAX_CELLS:,} cells", f"at most {MAX_CELLS:,}", "remove empty rows and columns")
            rows.append(tuple(_cell(value) for value in row))
        while rows and not any(rows[-1]):
            rows.pop()
        if rows:
            yield sheet.title, rows


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _column(cell: str) -> tuple[str, str]:
    """What a cell of the head names, with its number where it is an option."""
    name = " ".join(cell.lower().split())
    for what, pattern in _COLUMNS.items():
        found = pattern.match(name)
        if found:
            return what, found[1] if found.groups() else ""
    return "", ""


def _is_head(row: _Row) -> bool:
    named = [_column(cell)[0] for cell in row]
    return "stem" in named and "right" in named and named.count("option") >= 2


def _as_csv(rows: Sequence[_Row]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(rows)
    return made.getvalue()


def _read(row: _Row, head: _Row, place: Place, language: str, reading: Reading) -> None:
    question = Question(place, language=language)
    held: dict[str, str] = {}
    options: list[tuple[str, str]] = []
    try:
        for cell, name in zip(row, (*head, *[""] * len(row)), strict=False):
            what, which = _column(name)
            if not cell:
                continue
            if what == "option":
                options.append((which, cell))
            elif what:
                held[what] = cell
            elif not name and number(cell) is not None:
                continue  # the template numbers its rows
            else:
                question.lose(f'the column "{name}" is not carried: "{cell}"')
        if not held.get("stem"):
            raise question.refuse(f'has no question: "{" / ".join(cell for cell in row if cell)}"', "a question in each row", "write it")
        asked(question, held["stem"], "plain", language, place)
        _typed(question, held, options, language)
        if held.get("reason"):
            question.feedback = sentence(question, held["reason"], "plain", language, place)
        settle(question)
        reading.questions.append(question)
    except Refusal as refusal:
        reading.faults.append(refusal.fault)
    reading.notes += question.lost


def _typed(question: Question, held: dict[str, str], options: Sequence[tuple[str, str]], language: str) -> None:
    kind = held.get("type", "").lower()
    if kind in _CHOICES:
        right = [part.strip() for part in re.split(r"[,;]", held.get("right", "")) if part.strip()]
        unknown = [part for part in right if part not in [which for which, _ in options]]
        if unknown:
            numbers = ", ".join(which for which, _ in options)
            raise question.refuse(
                f'names the right answer "{", ".join(unknown)}"', f"the number of an option: {numbers}", "write its number"
            )
        question.options = [
            Choice(sentence(question, text, "plain", language, question.place), "", which in right) for which, text in options
        ]
        question.type = "single-choice" if len(right) == 1 else "multiple-choice"
    elif kind in _WRITTEN:
        question.type, question.accept = "short-text", [word(text) for _, text in options]
    elif kind in _OPEN:
        question.type = "reflection"
        question.model = "\n\n".join(paragraphs(question, text, "plain", language, question.place) for _, text in options)
    else:
        words = " / ".join(text for _, text in options)
        raise question.refuse(
            f'is of the type "{held["type"]}", with the words "{held["stem"]} / {words}"',
            ", ".join(filter(None, _CHOICES)),
            "ask it in another way",
        )
