"""Reads the questions of a CSV table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from manusiawi.exchange.formats import IMPORTED
from manusiawi.exchange.question import MAX_ANSWERS, MAX_QUESTIONS, Choice, Pair, Question, Reading, Refusal, shortened
from manusiawi.exchange.readers.carry import asked, number, paragraphs, sentence, word
from manusiawi.exchange.readers.settle import settle
from manusiawi.ground.faults import Fault, Place, nearest, quoted
from manusiawi.language.numbers import plain

MUST = ("id", "type", "stem", "key")
MAY = ("scenario", "feedback")
MAX_CELLS = 2 * MAX_ANSWERS
_NUMBERED = re.compile(r"(?:option|feedback)[1-9]\d?")
_COLUMNS = "the columns id, type, stem, option1, feedback1, option2, feedback2 … key, in any order; scenario and feedback may be added"
_CELL = re.compile(r'"([^"]*(?:""[^"]*)*)"')
_BEFORE_QUOTE = re.compile(r'(?:[ \t]+(?="))?')
_NO_NUMBER = re.compile(r"0\d+")  # a postcode, a number of a case
_THOUSANDS = re.compile(r"\s*[1-9]\d{0,2}[.,]\d{3}\s*")
_TRUE, _FALSE = ("true", "benar", "t", "b", "1", "ya", "yes"), ("false", "salah", "f", "s", "0", "tidak", "no")
_TOLERANCE = re.compile(r"([^±]+?)(?:±|\+-)([^±]+)")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: what it holds, where it begins."""

    text: str
    place: Place


def read_table(text: str, file: str, language: str) -> Reading:
    """The questions of every row of the table; a row that cannot be read becomes a fault."""
    reading = Reading()
    try:
        head = read_cells(text, file, 1)
        columns = _header(head[0] if head else [], file)
        rows = read_cells(text, file)
    except Refusal as refusal:
        return Reading(faults=[refusal.fault])
    if len(rows) - 1 > MAX_QUESTIONS:
        return Reading(
            faults=[
                Fault(
                    rows[MAX_QUESTIONS + 1][0].place,
                    f"more than {MAX_QUESTIONS:,} questions",
                    f"at most {MAX_QUESTIONS:,} a file",
                    "put the rest into a file of their own",
                )
            ]
        )
    for row in rows[1:]:
        question = Question(row[0].place)
        try:
            if len(row) > len(columns):
                raise Refusal(
                    row[len(columns)].place,
                    f"the row has {len(row)} cells",
                    f"{len(columns)} cells, as the header has",
                    "put a text that holds the separator between quotation marks",
                )
            cells = dict(zip(columns, row, strict=True))
            _Row(question, cells, language).read()
            settle(question)
            reading.questions.append(question)
        except Refusal as refusal:
            reading.faults.append(refusal.fault)
        reading.notes += question.lost
    return reading


def read_cells(text: str, file: str, most: int = MAX_QUESTIONS + 2) -> list[list[Cell]]:
    """The rows that are not empty, cell by cell, parted by what parts the header: comma or semicolon.

    Reading ends with the row that is one more than the header and all questions: the rest would only cost memory.
    """
    head = text.lstrip("\n").partition("\n")[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    plain = re.compile(f'[^{separator}"\n][^{separator}\n]*|')
    rows: list[list[Cell]] = [[]]
    at, line, start = 0, 1, 0
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
            raise Refusal(place, f"the row has more than {MAX_CELLS} cells", _COLUMNS, "remove the separators that part nothing")
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
                f"{separator} or the end of the line after a cell",
                "write a quotation mark in a text twice",
            )
        at += 1
    return [row for row in rows if any(cell.text for cell in row)]


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where that which matches at a place ends; the place itself where nothing does."""
    match = pattern.match(text, at)
    return match.end() if match else at


def _header(row: list[Cell], file: str) -> list[str]:
    names = [cell.text.lower() for cell in row]
    for cell, name in zip(row, names, strict=True):
        if name not in (*MUST, *MAY) and not _NUMBERED.fullmatch(name):
            likely = nearest(name, (*MUST, *MAY, "option1", "feedback1"))
            raise Refusal(
                cell.place,
                f'the column "{shortened(name)}" is not known',
                _COLUMNS,
                f'write "{likely}"' if likely else "rename or remove the column",
            )
        if names.count(name) > 1:
            raise Refusal(cell.place, f'the column "{name}" stands twice', "each column once", "remove one of the two")
    missing = [name for name in MUST if name not in names]
    if missing:
        raise Refusal(
            row[0].place if row else Place(file),
            f"the header lacks {quoted(missing)}",
            _COLUMNS,
            "write the names of the columns into the first line",
        )
    return names


class _Row:
    """A row on its way into its question; its texts are Markdown."""

    def __init__(self, question: Question, cells: dict[str, Cell], language: str) -> None:
        self.question, self.cells, self.language = question, cells, language

    def read(self) -> None:
        question = self.question
        question.ref, question.type = word(self.raw("id")), self.raw("type").lower()
        if question.type not in IMPORTED:
            likely = nearest(question.type, IMPORTED)
            raise question.refuse(
                f'has the type "{shortened(question.type)}"',
                quoted(IMPORTED),
                f'write "{likely}"' if likely else "choose one of the types",
                self.place("type"),
            )
        asked(question, self.raw("stem"), "markdown", self.language, self.place("stem"))
        if self.raw("scenario"):
            scenario = paragraphs(question, self.raw("scenario"), "markdown", self.language, self.place("scenario"))
            question.scenario = "\n\n".join(filter(None, (scenario, question.scenario)))
        question.feedback = self.text("feedback")
        {
            "true-false": self.true_false,
            "matching": self.matching,
            "ordering": self.ordering,
            "short-text": self.short,
            "reflection": self.reflection,
        }.get(question.type, self.choice)()

    def raw(self, name: str) -> str:
        return self.cells[name].text if name in self.cells else ""

    def place(self, name: str) -> Place:
        return self.cells[name].place if name in self.cells else self.question.place

    def text(self, name: str) -> str:
        return sentence(self.question, self.raw(name), "markdown", self.language, self.place(name)) if self.raw(name) else ""

    def numbers(self) -> list[int]:
        """The numbers of the columns that hold an option or a feedback."""
        names = [name for name, cell in self.cells.items() if _NUMBERED.fullmatch(name) and cell.text]
        return sorted({int(re.sub(r"\D", "", name)) for name in names})

    def options(self) -> dict[int, Choice]:
        made = {count: Choice(self.text(f"option{count}"), self.text(f"feedback{count}")) for count in self.numbers()}
        for count, option in made.items():
            if not option.text:
                raise self.question.refuse(
                    f"has feedback{count} without option{count}",
                    "a feedback beside its option",
                    f"write option{count}, or empty feedback{count}",
                    self.place(f"feedback{count}"),
                )
        return made

    def marked(self, options: dict[int, Choice]) -> list[Choice]:
        """The options, those right that the key names by number or letter."""
        for name in re.split(r"[\s,;|]+", self.raw("key").lower()):
            count = int(name) if re.fullmatch(r"\d{1,2}", name) else ord(name) - 96 if re.fullmatch("[a-z]", name) else 0
            if name and count not in options:
                raise self.question.refuse(
                    f'has the key "{shortened(name)}"',
                    f"the numbers of its options: {', '.join(map(str, options)) or 'none'}",
                    "name the right options, as in 1 or 1,3",
                    self.place("key"),
                )
            if name:
                options[count].right = True
        return list(options.values())

    def choice(self) -> None:
        self.question.options = self.marked(self.options())

    def true_false(self) -> None:
        options, key = self.options(), self.raw("key").lower()
        if options:
            if not key:
                raise self.question.refuse(
                    "does not say which statements are true", "their numbers, or - where none is", "write the key", self.place("key")
                )
            self.question.options = list(options.values()) if key == "-" else self.marked(options)
            return
        if key not in (*_TRUE, *_FALSE):
            raise self.question.refuse(
                f'has the key "{shortened(key)}"', "true or false; benar or salah", "write whether it is true", self.place("key")
            )
        self.question.options = [Choice(self.question.stem, right=key in _TRUE)]
        self.question.stem = ""

    def matching(self) -> None:
        self.no_key()
        for count in self.numbers():
            left, arrow, right = self.raw(f"option{count}").partition("->")
            place = self.place(f"option{count}")
            if not arrow:
                raise self.question.refuse(
                    f"has no -> in option{count}",
                    "left -> right, or -> right for a choice that belongs to no row",
                    "write -> between what belongs together",
                    place,
                )
            left, right = (sentence(self.question, part, "markdown", self.language, place) for part in (left, right))
            feedback = self.text(f"feedback{count}")
            if left or not right:
                self.question.pairs.append(Pair(left, right, feedback))
            else:
                self.question.distractors.append(Choice(right, feedback))

    def ordering(self) -> None:
        self.no_key()
        self.question.steps = list(self.options().values())

    def short(self) -> None:
        key = self.raw("key")
        tolerant = _TOLERANCE.fullmatch(key)
        value, tolerance = (number(tolerant[1]), number(tolerant[2])) if tolerant else (number(key), 0.0)
        if value is not None and tolerance is not None and not _NO_NUMBER.fullmatch(key):
            self.question.number, self.question.tolerance = value, abs(tolerance)
            if _THOUSANDS.fullmatch(tolerant[1] if tolerant else key):
                self.question.lose(f'the number "{key}" is read as {plain(value)}: point and comma part decimals', self.place("key").line)
        else:
            self.question.accept = [word(part) for part in key.split("|") if part.strip()]
        self.options()
        self.question.mistakes = [Choice(word(self.raw(f"option{count}")), self.text(f"feedback{count}")) for count in self.numbers()]

    def reflection(self) -> None:
        if self.numbers():
            raise self.question.refuse(
                "is a reflection with options", "no options in a reflection", "empty its options", self.place(f"option{self.numbers()[0]}")
            )
        self.question.model = paragraphs(self.question, self.raw("key"), "markdown", self.language, self.place("key"))

    def no_key(self) -> None:
        if self.raw("key") not in ("", "-"):
            raise self.question.refuse(
                f'has the key "{shortened(self.raw("key"))}"',
                f"an empty key for {self.question.type}: the options stand as they belong",
                "empty the key",
                self.place("key"),
            )
