"""Finds what is to be imported, a file or all files of a folder, and tells the format of each by its ending and its first words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from manusiawi.exchange.bank import write_bank
from manusiawi.exchange.formats import BY_ENDING, READ
from manusiawi.exchange.inward import import_questions
from manusiawi.exchange.question import Reading
from manusiawi.exchange.readers.ankitext import is_anki_text
from manusiawi.exchange.readers.h5p import read_h5p
from manusiawi.exchange.readers.packages import is_qti, read_package, read_qti_file
from manusiawi.exchange.readers.workbook import read_workbook
from manusiawi.ground.faults import Fault, Place
from manusiawi.ground.reading import decode

PACKED: dict[str, Callable[[bytes, str, str], Reading]] = {
    "qti": read_qti_file,
    "cartridge": read_package,
    "h5p": read_h5p,
    "xlsx": read_workbook,
}  # formats that are no plain text, by their name in FORMATS; inward.READERS has the others
MAX_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What one file gave: its path, the YAML text of a bank, the faults, the notes on what is not carried."""

    source: Path
    bank: str
    faults: list[Fault]
    notes: list[str]


def imported(path: Path, kind: str, language: str) -> Iterator[Imported]:
    """The file, or each file below the folder in the order of their names; `kind` is "" where each shall tell its own format."""
    for source in sorted(found for found in path.rglob("*") if found.is_file()) if path.is_dir() else [path]:
        yield _file(source, kind, language, path.is_dir())


def kind_of(name: str, data: bytes) -> str:
    """The format of a file; "" where neither ending nor first words tell it."""
    ending = Path(name).suffix.lower()
    start = data[:4_000].decode("utf-8", "replace").removeprefix("\ufeff")
    if ending == ".xml" and is_qti(start):
        return "qti"
    if ending == ".txt" and is_anki_text(start):
        return "ankitext"
    return BY_ENDING.get(ending, "")


def _file(source: Path, kind: str, language: str, in_folder: bool) -> Imported:
    name = source.as_posix()
    if source.stat().st_size > MAX_BYTES:
        fault = Fault(
            Place(name), f"the file has {source.stat().st_size:,} bytes", f"at most {MAX_BYTES:,}", "export fewer questions at a time"
        )
        return Imported(source, "", [fault], [])
    data = source.read_bytes()
    kind = kind or kind_of(name, data)
    if not kind:
        if in_folder:
            return Imported(source, "", [], [f'{name}: the file is not read: the ending "{source.suffix}" tells no format'])
        fault = Fault(
            Place(name),
            f'the ending "{source.suffix}" tells no format',
            f"one of {', '.join(READ)}",
            "add --kind and the format, such as --kind gift",
        )
        return Imported(source, "", [fault], [])
    if kind in PACKED:
        reading = PACKED[kind](data, name, language)
        faults = sorted(set(reading.faults))
        if not reading.questions and not faults:
            nothing = "the file holds no question that the course can take"
            faults = [Fault(Place(name), nothing, f"one question or more in the format {kind}", "look at the notes, and at the format")]
        return Imported(source, write_bank(reading.questions, language), faults, list(dict.fromkeys(reading.notes)))
    text, faults = decode(data, name)
    if faults:
        return Imported(source, "", faults, [])
    return Imported(source, *import_questions(text, kind, language, name))


def bank_name(folder: Path, source: Path) -> str:
    """The name of the bank that a file of a folder becomes, from its path in it."""
    inside = source.relative_to(folder).with_suffix("")
    return re.sub(r"[^a-z0-9]+", "-", inside.as_posix().lower()).strip("-") + ".yml"
