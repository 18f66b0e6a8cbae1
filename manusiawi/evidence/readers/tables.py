"""Reads tables piece by piece with Arrow: CSV of any size with the line of what is broken, and our own long shape as CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from manusiawi.evidence.readers.source import Source
from manusiawi.evidence.shape import ATTEMPTS, REQUIRED, REVISION

if TYPE_CHECKING:
    import pyarrow as pa

_BLOCK = 32 << 20  # bytes read at once
_YES = {
    "true": True,
    "1": True,
    "t": True,
    "benar": True,
    "ya": True,
    "false": False,
    "0": False,
    "f": False,
    "salah": False,
    "tidak": False,
}


def head_of(source: Source) -> tuple[list[str], str]:
    """The column heads of a CSV, and the sign between them: of comma, semicolon and tab the one that parts it most."""
    first = next(iter(source.lines()), "").strip("\r\n")
    sign = max(",;\t", key=first.count)
    return next(csv.reader([first], delimiter=sign), []), sign


def schema() -> pa.Schema:
    """The columns of the long table as Arrow keeps them."""
    import pyarrow as pa

    kinds = {"learner": pa.int64(), "right": pa.bool_(), "sure": pa.bool_(), "seconds": pa.float32(), "at": pa.int64()}
    names = ("learner", "item", "revision", "option", "right", "sure", "seconds", "attempt", "group", "at")
    return pa.schema([(name, kinds.get(name, pa.string())) for name in names])


def long_batch(*, learner: pa.Array, right: pa.Array, **columns: Any) -> pa.RecordBatch:
    """A batch of the long table; a column may be one value for all, or missing. Lines without right or wrong are left out."""
    import pyarrow as pa

    made, count = [], len(learner)
    given = {"learner": learner, "right": right, "attempt": "", "group": "", "at": 0} | columns
    for field in schema():
        value = given.get(field.name)
        made.append(value.cast(field.type) if isinstance(value, pa.Array) else pa.repeat(pa.scalar(value, field.type), count))
    return pa.RecordBatch.from_arrays(made, schema=schema()).filter(right.is_valid())


class Lines:
    """The line of each row that was read, given those that were not; a cell of several lines is one."""

    def __init__(self) -> None:
        self.broken: list[int] = []
        self.read = 0  # rows before the batch that is read now

    def of(self, row: int) -> int:
        """The line of a row of the batch, counted from 0."""
        line = self.read + row + 2
        for broken in self.broken:
            line += broken <= line
        return line


def csv_batches(source: Source, exact: bool = False) -> Iterator[tuple[Lines, pa.RecordBatch]]:
    """Batches of text columns, with the lines of their rows; a line with too many or too few cells is told and left out.

    `exact` lines cost threads. A quotation mark that never closes ends the reading, and is told.
    """
    import pyarrow as pa
    from pyarrow import csv as arrow

    head, sign = head_of(source)
    lines, lost = Lines(), dict[str, None]()

    def left_out(row: Any) -> str:
        if row.number:
            lines.broken.append(row.number)
            source.tell(row.number, _CELLS)
        else:
            lost[row.text] = None
        return "skip"

    try:
        reader = arrow.open_csv(
            source.path,
            read_options=arrow.ReadOptions(block_size=_BLOCK, use_threads=not exact),
            parse_options=arrow.ParseOptions(delimiter=sign, newlines_in_values=True, invalid_row_handler=left_out),
            convert_options=arrow.ConvertOptions(column_types=dict.fromkeys(head, pa.string()), strings_can_be_null=False),
        )
        for batch in reader:
            yield lines, batch
            lines.read += batch.num_rows
    except pa.ArrowInvalid as error:
        source.tell(lines.of(0), f"from about here on the file is no table ({str(error).splitlines()[0][:120]}), and was not read")
    for number, line in enumerate(source.lines() if lost else (), 1):  # with threads Arrow says what it left out, but not where
        if line.rstrip("\r\n") in lost:
            source.tell(number, _CELLS)


_CELLS = "the line has more or fewer cells than the head, and was not read"


def long_csv(source: Source) -> Iterator[pa.RecordBatch]:
    """Our own long shape from CSV; of the learner only a key is kept, and columns of other names are not read."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from manusiawi.evidence.shape import Answer

    keys: dict[str, int] = {}
    for lines, batch in csv_batches(source, exact=True):
        names = batch.schema.names
        if others := [name for name in names if name not in Answer._fields]:
            source.told.drop(*others)
        text = {name: batch.column(name) for name in Answer._fields if name in names}
        people = text["learner"].dictionary_encode()
        found = []
        for person in people.dictionary.to_pylist():
            if person not in keys:
                keys[person] = source.salt.key(f"table {person}")
            found.append(keys[person])
        right = _flags(text["right"])
        sound = pc.and_(
            pc.match_substring_regex(text["revision"], f"^(?:{REVISION})$"), pc.and_(right.is_valid(), pc.not_equal(text["learner"], ""))
        )
        sound = pc.and_(sound, pc.not_equal(text["item"], ""))
        if "attempt" in text:
            sound = pc.and_(sound, pc.is_in(text["attempt"], pa.array(ATTEMPTS)))
        _tell_unsound(sound, lines, source)
        kept = pc.if_else(sound, right, pa.scalar(None, pa.bool_()))
        more: dict[str, Any] = {name: text[name] for name in ("option", "item", "revision", "attempt", "group") if name in text}
        more |= {"sure": _flags(text["sure"])} if "sure" in text else {}
        more |= {name: _numbers(text[name], kind) for name, kind in (("seconds", pa.float32()), ("at", pa.int64())) if name in text}
        yield long_batch(learner=pa.array(found, pa.int64()).take(people.indices), right=kept, **more)


def _flags(column: pa.Array) -> pa.Array:
    """Yes and no, as people and programs write them; whatever else is missing."""
    import pyarrow as pa

    coded = column.dictionary_encode()
    return pa.array([_YES.get((text or "").strip().lower()) for text in coded.dictionary.to_pylist()], pa.bool_()).take(coded.indices)


def _numbers(column: pa.Array, kind: Any) -> pa.Array:
    """Numbers with a point; whatever else is missing."""
    import pyarrow as pa

    coded = column.dictionary_encode()
    found = [float(text) if re.fullmatch(r"\d{1,15}(?:\.\d+)?", (text or "").strip()) else None for text in coded.dictionary.to_pylist()]
    return pa.array(found, pa.float64()).take(coded.indices).cast(kind, safe=False)


def _tell_unsound(sound: pa.Array, lines: Lines, source: Source) -> None:
    if sound.true_count != len(sound):
        for number, is_sound in enumerate(sound.to_pylist()):
            if not is_sound:
                source.tell(
                    lines.of(number),
                    "learner, item or right is empty or unknown, the revision is not like id-4k2pd, or the attempt is not one of "
                    + ", ".join(f'"{name}"' for name in ATTEMPTS)
                    + "; the line was not read",
                )


def lacks(head: list[str]) -> list[str]:
    """The columns of the long shape that a head lacks."""
    return [name for name in REQUIRED if name not in head]
