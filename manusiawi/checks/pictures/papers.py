"""Papers: one thing a line, a note for each mark and a mark for each note, a name for each of two sheets."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.entries.papers import PARTS, Line, Paper
from manusiawi.ground.faults import Fault


def check_paper(paper: Paper) -> Iterator[Fault]:
    """The faults of one paper."""
    marked = set()
    for sheet in paper.sheets:
        if len(paper.sheets) > 1 and not sheet.name:
            yield Fault(
                sheet.at,
                "one of two sheets has no name, so nobody is told which is which",
                "a `name:` on each of two sheets",
                "add `name:` with a word such as Before",
            )
        for line in sheet.lines:
            yield from _line(line)
            marked.add(line.mark)
            if line.mark > len(paper.notes):
                yield Fault(
                    line.where("mark"),
                    f"the mark {line.mark} has no note",
                    f"the numbers of the {len(paper.notes)} notes of this picture",
                    "add the note to `notes`, or take the mark out",
                )
    for number, note in enumerate(paper.notes, 1):
        if number not in marked:
            yield Fault(
                note.at,
                f"no line carries the mark {number} of this note",
                "a line with the mark of each note",
                f"write `mark: {number}` at the line that it explains, or take the note out",
            )


def _line(line: Line) -> Iterator[Fault]:
    parts = [name for name in PARTS if getattr(line, name)]
    if len(parts) != 1:
        yield Fault(
            line.at,
            f"this line holds {' and '.join(parts)}" if parts else "this line holds nothing",
            f"one of {', '.join(PARTS)}",
            "begin each with a `- ` of its own",
        )
    for name, needs in (("value", "field"), ("columns", "rows")):
        if getattr(line, name) and not getattr(line, needs):
            yield Fault(line.where(name), f"`{name}` stands without `{needs}`", f"`{name}` beside `{needs}`", f"add `{needs}:`")
    widths = [len(line.columns)] * bool(line.columns) + [len(row.cells) for row in line.rows]
    if len(set(widths)) > 1:
        yield Fault(
            line.where("rows"),
            f"the rows have {', '.join(map(str, widths))} cells",
            "as many cells in each row, and as many columns",
            "add the missing cells, or take the others out",
        )
