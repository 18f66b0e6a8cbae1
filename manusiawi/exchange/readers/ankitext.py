"""Reads cards that Anki exported as text: rows of fields, with lines above them that say how.

After Anki's manual, "Text files": `#separator:`, `#html:`, `#columns:`, `#tags column:` and the like stand at the top.
Below them a row that begins with # is a comment, unless its first field is quoted.
A card with gaps ({{c1::word::hint}}) becomes a short text for each gap, any other card a question to think about, whose model is its back.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field, replace

from manusiawi.exchange.question import MAX_QUESTIONS, Question, Reading, Refusal
from manusiawi.exchange.readers.carry import asked, paragraphs, word
from manusiawi.exchange.readers.settle import settle
from manusiawi.ground.faults import Place

_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "colon": ":"}
_HEAD = re.compile(r"#([a-z ]+):(.*)")
_CLOZE = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.DOTALL)
_BESIDE = {"tags column": "tags", "deck column": "deck", "notetype column": "notetype", "guid column": "guid"}
_SAYS_NOTHING = ("separator", "html", "columns", *_BESIDE)


@dataclass(slots=True)
class _Head:
    """What the lines at the top say: separator, whether fields are HTML, which columns are no text (by number from 0), names of columns."""

    separator: str = "\t"
    html: bool = False
    beside: dict[int, str] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)
    lines: int = 0


def is_anki_text(text: str) -> bool:
    """Whether a text begins with a line by which Anki says how to read it."""
    found = _HEAD.match(text)
    return bool(found) and found is not None and found[1].strip() in (*_SAYS_NOTHING, "tags", "deck", "notetype")


def read_anki_text(text: str, file: str, language: str) -> Reading:
    """The questions of every row; what is not carried is told with its words."""
    reading = Reading()
    head = _head(text, file, reading)
    body = "\n".join(text.split("\n")[head.lines :])
    rows = csv.reader(io.StringIO(body), delimiter=head.separator)
    try:
        before = head.lines
        for row in rows:
            place = Place(file, before + 1)
            before = head.lines + rows.line_num
            if len(reading.questions) >= MAX_QUESTIONS:
                raise Refusal(place, f"more than {MAX_QUESTIONS:,} cards", f"at most {MAX_QUESTIONS:,} a file", "export one deck at a time")
            _row(row, head, place, language, reading, body.split("\n")[place.line - 1 - head.lines].startswith("#"))
    except csv.Error as error:
        fault = Refusal(
            Place(file, before + 1), f"this row cannot be read ({error})", "fields with a separator between them", "export again"
        )
        reading.faults.append(fault.fault)
    except Refusal as refusal:
        reading.faults.append(refusal.fault)
    return reading


def _head(text: str, file: str, reading: Reading) -> _Head:
    head = _Head()
    for line in text.split("\n"):
        found = _HEAD.fullmatch(line)
        if not found:
            break
        head.lines += 1
        name, value = found[1].strip(), found[2]
        if name == "separator":
            head.separator = _SEPARATORS.get(value.strip().lower(), value[:1] or "\t")
        elif name == "html":
            head.html = value.strip().lower() == "true"
        elif name in _BESIDE and value.strip().isdigit():
            head.beside[int(value) - 1] = _BESIDE[name]
        elif name == "columns":
            head.columns = value.split(head.separator)
        else:
            reading.notes.append(f'{file}:{head.lines}: the line "{line}" is not carried')
    return head


def _row(row: list[str], head: _Head, place: Place, language: str, reading: Reading, comment: bool) -> None:
    if comment:  # as Anki does, which drops it without a word
        reading.notes.append(f'{place.file}:{place.line}: a row that begins with # is a comment: "{head.separator.join(row)}"')
        return
    if not any(cell.strip() for cell in row):
        return
    question = Question(place, language=language)
    for number, what in head.beside.items():
        value = row[number].strip() if number < len(row) else ""
        if what == "guid":
            question.ref = value
        elif value:
            question.lose(f'the {what} is not carried: "{value}"')
    fields = [cell for number, cell in enumerate(row) if number not in head.beside]
    form = "html" if head.html else "plain"
    try:
        if _CLOZE.search(fields[0]):
            _gaps(question, fields, form, language, reading)
            return
        if len(fields) < 2 or not fields[1].strip():
            raise question.refuse(f'has no back: "{fields[0]}"', "a front and a back", "write the back")
        asked(question, fields[0], form, language, place)
        question.type, question.model = "reflection", paragraphs(question, fields[1], form, language, place)
        _more(question, fields[2:])
        settle(question)
        reading.questions.append(question)
    except Refusal as refusal:
        reading.faults.append(refusal.fault)
    finally:
        reading.notes += [note for note in question.lost if note not in reading.notes]


def _gaps(question: Question, fields: list[str], form: str, language: str, reading: Reading) -> None:
    """A question for each number of gap; the other gaps of the text show their words."""
    _more(question, fields[1:])
    for number in sorted({found[1] for found in _CLOZE.finditer(fields[0])}, key=int):
        made = replace(question, ref=f"{question.ref}-{number}" if question.ref else "", accept=[], lost=[])
        held = [found for found in _CLOZE.finditer(fields[0]) if found[1] == number]
        made.accept = list(dict.fromkeys(word(found[2]) for found in held))
        hints = [word(found[3]) for found in held if found[3]]
        if hints:
            made.lose(f'the hint is not carried: "{", ".join(hints)}"')
        asked(made, _with_gap(fields[0], number), form, language, made.place)
        made.type = "short-text"
        if len(made.accept) > 1:
            made.lose(f"{len(made.accept)} different gaps of one number count as answers to one question")
        settle(made)
        reading.questions.append(made)
        reading.notes += made.lost


def _with_gap(text: str, number: str) -> str:
    return _CLOZE.sub(lambda found: "____" if found[1] == number else found[2], text)


def _more(question: Question, fields: list[str]) -> None:
    rest = " / ".join(cell.strip() for cell in fields if cell.strip())
    if rest:
        question.lose(f'further fields are not carried: "{rest}"')
