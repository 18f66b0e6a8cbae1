"""Workbooks: the tables of Kahoot and Quizizz, other sheets, and what cannot be read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from openpyxl import DEFUSEDXML, Workbook

from manusiawi.exchange.readers import opened as guard
from manusiawi.exchange.readers.workbook import read_workbook

KAHOOT_HEAD = (
    None,
    "Question - max 120 characters",
    "Answer 1 - max 75 characters",
    "Answer 2 - max 75 characters",
    "Answer 3 - max 75 characters",
    "Answer 4 - max 75 characters",
    "Time limit (sec) - 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
QUIZIZZ_HEAD = ("Question Text", "Question Type", "Option 1", "Option 2", "Option 3", "Correct Answer", "Time in seconds", "Image Link")


def test_kahoots_table_is_read_below_its_explanations() -> None:
    reading = read_workbook(
        book(
            ("Quiz template",),
            ("Add questions below", None),
            KAHOOT_HEAD,
            (1, "Siapa yang dilayani dulu?", "Nomor 12", "Kenalan", None, None, 20, 1),
            (2, "Mana yang boleh ditanyakan?", "Nama", "Agama", "Alamat", "Suku", 30, "1,3"),
        ),
        "kahoot.xlsx",
        "id",
    )
    assert not reading.faults
    one, two = reading.questions
    assert (one.type, one.stem) == ("single-choice", "Siapa yang dilayani dulu?")
    assert [(option.text, option.right) for option in one.options] == [("Nomor 12", True), ("Kenalan", False)]
    assert two.type == "multiple-choice" and [option.right for option in two.options] == [True, False, True, False]
    told = " ".join(reading.notes)
    assert "Quiz template / Add questions below" in told and '"Time limit (sec) - 5' in told and ': "20"' in told


def test_quizizz_types_are_followed_and_unknown_ones_told_with_their_words() -> None:
    reading = read_workbook(
        book(
            QUIZIZZ_HEAD,
            ("Berapa hari?", "Fill-in-the-Blank", "14", "empat belas", None, None, 30, None),
            ("Apa pendapat Anda?", "Poll", "Setuju", "Tidak", None, None, 30, None),
            ("Pilih satu.", "Multiple Choice", "A1", "B1", None, 2, 30, "loket.png"),
        ),
        "quizizz.xlsx",
        "id",
    )
    assert [question.type for question in reading.questions] == ["short-text", "single-choice"]
    assert reading.questions[0].accept == ["14", "empat belas"]
    assert "Poll" in reading.faults[0].found and "Setuju / Tidak" in reading.faults[0].found
    assert any("loket.png" in note for note in reading.notes)
    assert reading.faults[0].place.line == 3


def test_a_number_of_no_option_is_a_fault_with_its_row() -> None:
    reading = read_workbook(book(QUIZIZZ_HEAD, ("Pilih.", "Multiple Choice", "A", "B", None, 4, 30, None)), "q.xlsx", "id")
    assert 'the right answer "4"' in reading.faults[0].found and reading.faults[0].place.line == 2


def test_what_is_no_workbook_is_a_fault_and_no_traceback() -> None:
    assert read_workbook(b"PK no zip", "a.xlsx", "id").faults
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "no workbook")
    assert "workbook" in read_workbook(other.getvalue(), "a.xlsx", "id").faults[0].found


def test_a_workbook_that_grows_beyond_the_limit_is_refused_before_it_is_read(monkeypatch) -> None:
    monkeypatch.setattr(guard, "MAX_BYTES", 2_000)
    reading = read_workbook(book(KAHOOT_HEAD), "a.xlsx", "id")
    assert "grows too large" in reading.faults[0].found and not reading.questions


def test_the_library_reads_xml_with_its_guard() -> None:
    assert DEFUSEDXML, "openpyxl takes defusedxml where it is installed, and says so"


def book(*rows: Sequence[object]) -> bytes:
    """A workbook with these rows."""
    made, file = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(list(row))
    made.save(file)
    return file.getvalue()
