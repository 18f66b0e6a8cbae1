"""Pictures of papers: forms, notices, letters, screens and cards that officers and visitors hold in their hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from manusiawi.binding.fields import Entry, Text, spec
from manusiawi.entries.picture import Picture

LOOKS = ("form", "notice", "letter", "screen", "card")
PARTS = ("heading", "text", "field", "boxes", "rows", "sign", "stamp")  # a line is one of these


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Entry):
    """One option of a form, ticked or not."""

    text: Text = spec("What stands beside the box.", markdown="inline")
    ticked: bool = spec("`true` on a box that somebody ticked.", default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Entry):
    """One row of a small table on a paper."""

    cells: tuple[Text, ...] = spec("Its cells, as many as there are columns.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Entry):
    """One line of a paper: a heading, a text, a field, boxes, rows, a signature or a stamp."""

    heading: Text | None = spec("A heading of the paper.", default=None, markdown="inline")
    text: Text | None = spec("A sentence or two.", default=None, markdown="inline")
    field: Text | None = spec("The label of a field.", default=None, markdown="inline")
    value: Text | None = spec("What somebody filled into the field, in handwriting; a field without it is an empty one.", default=None)
    boxes: tuple[Box, ...] = spec("Options, each with its box.", default=())
    columns: tuple[Text, ...] = spec("The heads of the columns of `rows`, if they have any.", default=(), markdown="inline")
    rows: tuple[Row, ...] = spec("The rows of a small table.", default=())
    sign: Text | None = spec("Who signs: a name, an office.", default=None)
    stamp: Text | None = spec("The words of a stamp.", default=None)
    mark: int = spec("The number of the note that explains this line: 1 is the first of `notes`.", default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Entry):
    """One sheet of paper."""

    name: Text | None = spec('What tells it from the other sheet, such as "Before"; one sheet alone needs none.', default=None)
    lines: tuple[Line, ...] = spec("What stands on it, from top to bottom.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Picture):
    """A form, a notice, a letter, a screen or a card, as text that looks like it; one sheet, or two to compare."""

    name: ClassVar[str] = "paper"
    look: str = spec("What it looks like.", values=LOOKS)
    sheets: tuple[Sheet, ...] = spec("One sheet or two, such as before and after.")
    notes: tuple[Text, ...] = spec("What the numbers on the sheets mean, in the order of the numbers.", default=(), markdown="inline")
