"""Finds what kind of file each is, and has it read: answers one by one, tables piece by piece, Parquet as it stands."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from manusiawi.evidence.bank import Bank
from manusiawi.evidence.readers import classes, moodle, records, statements, tables
from manusiawi.evidence.readers.source import Source
from manusiawi.evidence.shape import REQUIRED, Answer, Salt, Told
from manusiawi.ground.faults import Fault, Place

if TYPE_CHECKING:
    import pyarrow as pa

ENDINGS = (".csv", ".json", ".jsonl", ".ndjson", ".parquet")
WHOLE = 50_000_000  # bytes of JSON that are looked at as one value; more can only be statements
_PIECE = 500_000  # answers that are put into a table at once


@dataclass
class Files:
    """The files found, each with the group that its folder makes it, and faults of names that lead nowhere."""

    found: list[tuple[Path, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def files_of(names: list[Path], told: Told) -> Files:
    """Every file that is named, and those in folders that are; a folder right below one that is named makes a group.

    What has another ending is told. The same file is taken once, however often it is named.
    """
    files, taken = Files(), set[Path]()
    for name in names:
        if name.is_dir():
            inside = sorted(Path(folder) / file for folder, _, all_files in os.walk(name) for file in all_files)
            if not any(path.suffix.lower() in ENDINGS for path in inside):
                files.faults.append(
                    Fault(
                        Place(name.as_posix()),
                        "the folder holds no file of answers",
                        f"files that end in {', '.join(ENDINGS)}",
                        "name another folder",
                    )
                )
        elif name.exists():
            inside = [name]
        else:
            files.faults.append(
                Fault(Place(name.as_posix()), "there is no such file or folder", "files and folders that exist", "check the name")
            )
            continue
        for path in inside:
            below = path.relative_to(name).parts if path != name else ()
            if path.suffix.lower() not in ENDINGS:
                told.tell(Place(path.as_posix()), f"a file that does not end in {', '.join(ENDINGS)} was not read")
            elif path.resolve() not in taken:
                taken.add(path.resolve())
                files.found.append((path, below[0] if len(below) > 1 else ""))
            else:
                told.tell(Place(path.as_posix()), "the same file was named twice, and was read once")
    return files


@dataclass
class Read:
    """What was read: pieces of the long table in a folder, tables of our own shape to be read as they stand, files by kind."""

    folder: Path
    tables: list[Path] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    answers: int = 0  # in the folder


def read_all(files: Files, bank: Bank, salt: Salt, told: Told, folder: Path) -> Read:
    """Reads every file and writes its answers into the folder as Parquet, but for Parquet that has our own shape already."""
    import pyarrow.parquet as parquet

    read = Read(folder)
    path = folder / "answers.parquet"
    with parquet.ParquetWriter(path, tables.schema()) as writer:
        for file, group in files.found:
            source = Source(file, file.as_posix(), bank, salt, told, group)
            for table in _gathered(_batches(source, read)):
                writer.write_table(table, row_group_size=table.num_rows)
                read.answers += table.num_rows
    return read


def _gathered(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Batches put together: a file of many small pieces is slow to read."""
    import pyarrow as pa

    held: list[pa.RecordBatch] = []
    for batch in batches:
        held.append(batch)
        if sum(one.num_rows for one in held) >= _PIECE:
            yield pa.Table.from_batches(held)
            held = []
    if any(batch.num_rows for batch in held):
        yield pa.Table.from_batches(held)


def _batches(source: Source, read: Read) -> Iterator[pa.RecordBatch]:
    """The answers of one file; nothing where the engine is to read it."""
    ending = source.path.suffix.lower()
    if not source.path.stat().st_size:
        source.tell(1, "the file is empty")
    elif ending == ".parquet":
        if _is_long_parquet(source):
            read.tables.append(source.path)
            _count(read, "tables in our own shape")
    elif ending == ".csv":
        yield from _csv(source, read)
    else:
        yield from _pieces(_json(source, read))


def _csv(source: Source, read: Read) -> Iterator[pa.RecordBatch]:
    head, _ = tables.head_of(source)
    if set(classes.COLUMNS) <= set(head):
        _count(read, "classes")
        yield from _pieces(classes.from_csv(source))
    elif moodle.is_moodle(head):
        _count(read, "quizzes of Moodle")
        yield from moodle.batches(source)
    elif not tables.lacks(head):
        _count(read, "tables in our own shape")
        yield from tables.long_csv(source)
    else:
        source.tell(
            1,
            f'the columns "{", ".join(head)[:80]}" are of no table that is known: Moodle\'s report of responses (Response 1, Jawaban 1 …), '
            f"a class ({', '.join(classes.COLUMNS)} …) or our own shape ({', '.join(REQUIRED)}); the file was not read",
        )


def _json(source: Source, read: Read) -> Iterator[Answer]:
    data: Any = None
    if source.path.suffix.lower() == ".json" and source.path.stat().st_size <= WHOLE:
        data = classes.load(source.path.read_text("utf-8-sig", "replace"))
    if classes.is_class(data):
        _count(read, "classes")
        yield from classes.from_json(data, source)
    elif records.is_record(data):
        _count(read, "learners' records")
        yield from records.from_record(data, source)
    else:
        _count(read, "files of statements")
        yield from statements.from_statements(source)


def _pieces(answers: Iterator[Answer]) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    rows: list[Answer] = []
    for answer in answers:
        rows.append(answer)
        if len(rows) == _PIECE:
            yield pa.RecordBatch.from_arrays(list(map(_column, zip(*rows, strict=True), tables.schema())), schema=tables.schema())
            rows = []
    if rows:
        yield pa.RecordBatch.from_arrays(list(map(_column, zip(*rows, strict=True), tables.schema())), schema=tables.schema())


def _column(values: tuple[object, ...], column: pa.Field) -> pa.Array:
    import pyarrow as pa

    return pa.array(values, column.type)


def _count(read: Read, kind: str) -> None:
    read.kinds[kind] = read.kinds.get(kind, 0) + 1


def _is_long_parquet(source: Source) -> bool:
    """Whether a file is Parquet with the columns of our own shape; whatever is not is told."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    try:
        columns = parquet.read_schema(source.path)
    except (pa.ArrowInvalid, OSError):
        source.tell(1, "the file is no Parquet, whatever its ending says, and was not read")
        return False
    if missing := tables.lacks(columns.names):
        source.tell(1, f"the table lacks the columns {', '.join(missing)}, and was not read; our own shape has {', '.join(REQUIRED)}")
        return False
    if wrong := [name for name, allowed in _KINDS.items() if name in columns.names and str(columns.field(name).type) not in allowed]:
        source.tell(
            1,
            "; ".join(f'column "{name}" holds {columns.field(name).type} instead of {_KINDS[name][0]}' for name in wrong)
            + "; the file was not read",
        )
        return False
    source.told.drop(*(name for name in columns.names if name not in Answer._fields))
    return True


_TEXT = ("string", "large_string", "string_view", "dictionary<values=string, indices=int32, ordered=0>")
_WHOLE = ("int64", "int32", "uint64", "uint32")
_KINDS = {
    "learner": (*_TEXT, *_WHOLE),
    "item": _TEXT,
    "revision": _TEXT,
    "option": _TEXT,
    "right": ("bool",),
    "sure": ("bool",),
    "seconds": ("float", "double", *_WHOLE),
    "attempt": _TEXT,
    "group": _TEXT,
    "at": _WHOLE,
}
