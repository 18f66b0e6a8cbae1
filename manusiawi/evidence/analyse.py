"""The whole of `analyse`: reads files, counts, writes the evidence and the report; tells what was dropped, left out and hidden."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from manusiawi.entries.evidence import LEAST
from manusiawi.evidence.bank import Bank
from manusiawi.evidence.engine import connect, hashing, need
from manusiawi.evidence.kept import evidence_text
from manusiawi.evidence.readers.door import Files, Read, files_of, read_all
from manusiawi.evidence.report import report_page
from manusiawi.evidence.result import Result, result_of
from manusiawi.evidence.shape import Salt, Told
from manusiawi.evidence.statistics.tables import Tables
from manusiawi.evidence.whole import answers_of
from manusiawi.ground.catalogue import say
from manusiawi.ground.faults import CourseFaults
from manusiawi.ground.writing import write_changed
from manusiawi.model.course import Course

EVIDENCE = "evidence.yml"


class TooFew(Exception):
    """Raised where the answers are of too few people to be told of; the message says how many, and what was not read."""


@dataclass(frozen=True)
class Wanted:
    """What was asked for: files and folders, where to write, in which language, about few people too, by which engine."""

    names: list[Path]
    into: Path
    language: str
    small: bool = False
    engine: str = "duckdb"


def analyse(course: Course, wanted: Wanted) -> list[str]:
    """Writes the evidence and its report; gives back what is to be said of it, line by line.

    Raises CourseFaults for names that lead nowhere, NoLibraries, TooFew.
    """
    need(wanted.engine)
    told, bank, salt = Told(), Bank.of(course), Salt()
    files = files_of(wanted.names, told)
    if files.faults:
        raise CourseFaults(files.faults)
    wanted.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=wanted.into, prefix=".answers-") as name:  # beside the report: it may grow as large as the answers
        read, result = _counted(files, bank, salt, told, wanted, Path(name))
    least = 1 if wanted.small else LEAST
    said = [*_read_lines(read), *_told_lines(told)]
    if result.people < least:
        raise TooFew("\n".join([*said, _too_few(result.people)]))
    pages = {say(wanted.language, "ev-file"): report_page(result, course, bank, wanted.language, list(told.lines()))}
    if result.people >= LEAST:
        pages[EVIDENCE] = evidence_text(result)
    for file, text in pages.items():
        write_changed(wanted.into / file, text.encode())
    return [*said, *_result_lines(result, wanted, list(pages))]


def _counted(files: Files, bank: Bank, salt: Salt, told: Told, wanted: Wanted, work: Path) -> tuple[Read, Result]:
    read = read_all(files, bank, salt, told, work)
    connection = connect(wanted.engine, work)
    try:
        answers = answers_of(connection, read, salt, hashing(wanted.engine), told)
        least = 1 if wanted.small else LEAST
        return read, Result(0, 0) if answers is None else result_of(Tables(connection, answers, least), least)
    finally:
        connection.disconnect()


def _read_lines(read: Read) -> Iterator[str]:
    kinds = ", ".join(f"{count} {kind}" for kind, count in read.kinds.items())
    yield f"Read: {kinds or 'nothing'}."


def _told_lines(told: Told) -> Iterator[str]:
    yield "Of people a key was kept that lasts as long as this run; no name, address or number of anybody is written."
    if told.dropped:
        yield f"Dropped on reading: {', '.join(told.dropped)}."
    if told.kinds:
        yield "Left out:"
        yield from (f"    {line}" for line in told.lines())


def _too_few(people: int) -> str:
    return (
        f"Nothing was written: the answers are of {people} people, and of fewer than {LEAST} one could tell who answered what.\n"
        "    Mend: add more files, or add --small where all of them know of it and the report stays with you."
    )


def _result_lines(result: Result, wanted: Wanted, files: list[str]) -> Iterator[str]:
    yield f"{result.answers:,} answers of {result.people:,} people to {len(result.observed)} questions, counted by revision."
    if result.unestimable:
        names = ", ".join(f"{item} ({revision})" for item, revision in result.unestimable)
        yield f"Difficulty is not estimable, since all were right or all wrong: {names}."
    if result.hidden:
        hidden = ", ".join(f"{count} {what}" for what, count in result.hidden.items())
        yield f"Not told, since each is about fewer than {1 if wanted.small else LEAST} people: {hidden}."
    if result.people < LEAST:
        yield f"{EVIDENCE} was not written: it may hold nothing about fewer than {LEAST} people."
    elif wanted.small:
        yield f"The report tells about few people, too: keep it to yourself. {EVIDENCE} holds nothing about fewer than {LEAST}."
    yield f"Written into {wanted.into}: {', '.join(files)}."
