"""Reads the questions of a CSV table."""

from __future__ import annotations

import re

from manusiawi.exchange.formats import IMPORTED
from manusiawi.exchange.question import MAX_QUESTIONS, Choice, Pair, Question, Reading, Refusal, shortened, whole
from manusiawi.exchange.readers.carry import asked, number, paragraphs, sentence, typed, word
from manusiawi.exchange.readers.cells import Cell, read_cells
from manusiawi.exchange.readers.columns import NUMBERED, columns, is_known, own_type
from manusiawi.exchange.readers.settle import settle
from manusiawi.ground.faults import Fault, Place, nearest, quoted
from manusiawi.language.numbers import plain

_NO_NUMBER = re.compile(r"0\d+")  # a postcode, a number of a case
_THOUSANDS = re.compile(r"\s*[1-9]\d{0,2}[.,]\d{3}\s*")
_TRUE, _FALSE = ("true", "benar", "t", "b", "1", "ya", "yes"), ("false", "salah", "f", "s", "0", "tidak", "no")
_TOLERANCE = re.compile(r"([^±]+?)(?:±|\+-)([^±]+)")


def read_table(text: str, file: str, language: str) -> Reading:
    """The questions of every row of the table; a row that cannot be read becomes a fault."""
    reading = Reading()
    try:
        head = read_cells(text, file, 1)
        names = columns(head[0] if head else [], file)
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
    if not any(name == "type" for name in names):
        reading.notes.append(f"{file}:{rows[0][0].place.line}: no column names a type; look at the type of each question")
    for row in rows[1:]:
        question = Question(row[0].place)
        try:
            spare = [cell for cell in row[len(names) :] if cell.text]
            if spare:
                raise Refusal(
                    spare[0].place,
                    f"the row has {row.index(spare[0]) + 1} cells",
                    f"{len(names)} cells, as the header has",
                    "put a text that holds the separator between quotation marks",
                )
            named = list(zip(names, row, strict=False))
            _Row(question, {name: cell for name, cell in named if is_known(name)}, language).read()
            strange = [(name or "a cell without a column name", cell.text) for name, cell in named if cell.text and not is_known(name)]
            left = [f'{name} "{whole(text)}"' for name, text in strange]
            if left:
                question.lose(f"not carried: {', '.join(left)}")
            settle(question)
            reading.questions.append(question)
        except Refusal as refusal:
            reading.faults.append(refusal.fault)
            question.lost = []
            reading.leave(row[0].place, question.label, "", " | ".join(cell.text for cell in row if cell.text))
        reading.notes += question.lost
    return reading


class _Row:
    """A row on its way into its question; its texts are Markdown."""

    def __init__(self, question: Question, cells: dict[str, Cell], language: str) -> None:
        self.question, self.cells, self.language = question, cells, language

    def read(self) -> None:
        question = self.question
        question.ref, question.type = word(self.raw("id")), own_type(self.raw("type")) or self.likely_type()
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

    def likely_type(self) -> str:
        """The type of a row that names none."""
        key = self.raw("key").lower()
        if any(name.startswith("option") and cell.text for name, cell in self.cells.items()):
            return "multiple-choice" if len(self.named()) > 1 else "single-choice"
        return "true-false" if key in (*_TRUE, *_FALSE) and not key.isdigit() else "short-text" if key else "reflection"

    def named(self) -> list[str]:
        """The options that the key names, as it writes them: the text of one option, or numbers and letters."""
        key = self.raw("key")
        texts = {cell.text.lower() for name, cell in self.cells.items() if name.startswith("option") and cell.text}
        if key.lower() in texts and not re.fullmatch(r"[A-Za-z]|\d{1,2}", key):
            return [key]
        parts = [part for part in re.split(r"\s*[,;|]\s*", key) if part]
        if parts and all(part.lower() in texts and not re.fullmatch(r"[A-Za-z]|\d{1,2}", part) for part in parts):
            return parts
        return [part for part in re.split(r"[\s,;|]+", key) if part]

    def place(self, name: str) -> Place:
        return self.cells[name].place if name in self.cells else self.question.place

    def text(self, name: str) -> str:
        return sentence(self.question, self.raw(name), "markdown", self.language, self.place(name)) if self.raw(name) else ""

    def typed(self, raw: str, name: str) -> str:
        return typed(self.question, raw, "auto", self.language, self.place(name))

    def numbers(self) -> list[int]:
        """The numbers of the columns that hold an option or a feedback."""
        names = [name for name, cell in self.cells.items() if NUMBERED.fullmatch(name) and cell.text]
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
        texts = {self.raw(f"option{count}").lower(): count for count in reversed(options)}
        for part in self.named():
            name = re.sub(r"^(?:option|opsi|pilihan)[_ ]?|[.)]$", "", part.lower())
            letter = ord(name) - 96 if re.fullmatch("[a-z]", name) else texts.get(part.lower(), 0)
            count = int(name) if re.fullmatch(r"\d{1,2}", name) else letter
            if count not in options:
                raise self.question.refuse(
                    f'has the key "{shortened(self.raw("key"))}"',
                    f"the numbers, the letters or the words of its options: {', '.join(map(str, options)) or 'none'}",
                    "name the right options, as in 1 or 1,3",
                    self.place("key"),
                )
            if texts.get(part.lower(), count) != count:
                self.question.lose(f'the key "{part}" is read as the place of an option; another option has it as its text')
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
            self.question.accept = [self.typed(part, "key") for part in key.split("|") if part.strip()]
        self.options()
        self.question.mistakes = [
            Choice(self.typed(self.raw(f"option{count}"), f"option{count}"), self.text(f"feedback{count}")) for count in self.numbers()
        ]

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
