"""What is imported: one file or a whole folder, each file in the format that its ending and first words tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.cli import main
from manusiawi.exchange.export import WRITERS
from manusiawi.exchange.formats import READ, WRITTEN
from manusiawi.exchange.inward import MAX_CHARACTERS, READERS
from manusiawi.exchange.sources import PACKED, bank_name, imported, kind_of
from manusiawi.ground.archive import zipped

GIFT = "::Antrean:: Siapa dulu? { =Nomor 12#Sesuai urutan. ~Kenalan#Urutan berlaku untuk semua. }\n"
AIKEN_LIKE = "#separator:tab\n#html:false\nApa itu HAM?\tHak setiap orang.\n"
QTI = b"""<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="dulu">
<responseDeclaration identifier="R" cardinality="single" baseType="identifier">
<correctResponse><value>A</value></correctResponse></responseDeclaration>
<itemBody><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Siapa dulu?</prompt>
<simpleChoice identifier="A">Nomor 12</simpleChoice><simpleChoice identifier="B">Kenalan</simpleChoice></choiceInteraction></itemBody>
</assessmentItem>"""


def test_every_format_of_the_table_has_its_reader_and_its_writer_and_no_other() -> None:
    assert sorted(READ) == sorted([*READERS, *PACKED]) and READERS.keys() == MAX_CHARACTERS.keys()
    assert sorted(WRITTEN) == sorted(WRITERS)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.xml", b"<?xml version='1.0'?><!-- ujian --><quiz></quiz>", "moodle"),
        ("a.xml", QTI, "qti"),
        ("a.xml", b"<questestinterop>", "qti"),
        ("a.xml", b'<qti-assessment-item xmlns="x">', "qti"),
        ("a.zip", b"PK", "qti"),
        ("a.imscc", b"PK", "cartridge"),
        ("a.H5P", b"PK", "h5p"),
        ("a.xlsx", b"PK", "xlsx"),
        ("a.txt", AIKEN_LIKE.encode(), "ankitext"),
        ("a.png", b"\x89PNG", ""),
    ],
)
def test_ending_and_first_words_tell_the_format(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


def test_a_folder_becomes_a_bank_for_each_file_and_what_is_no_question_file_is_told(tmp_path: Path, capsys) -> None:
    made = folder(tmp_path)
    assert main(["import", str(made), "--into", str(tmp_path / "banks")]) == 0
    assert sorted(path.name for path in (tmp_path / "banks").iterdir()) == ["bab-1-soal-gift.yml", "bab-2-soal-qti.yml", "kartu.yml"]
    assert "Siapa dulu?" in (tmp_path / "banks" / "bab-2-soal-qti.yml").read_text(encoding="utf-8")
    assert "foto.png: the file is not read" in capsys.readouterr().err


def test_one_broken_file_of_a_folder_stops_no_other(tmp_path: Path, capsys) -> None:
    made = folder(tmp_path)
    (made / "bab 1" / "rusak.zip").write_bytes(b"PK no zip")
    assert main(["import", str(made), "--into", str(tmp_path / "banks")]) == 1
    assert len(list((tmp_path / "banks").iterdir())) == 3
    assert "rusak.zip" in capsys.readouterr().err


def test_a_bank_that_exists_is_left_as_it_is(tmp_path: Path, capsys) -> None:
    made = folder(tmp_path)
    (tmp_path / "banks").mkdir()
    (tmp_path / "banks" / "kartu.yml").write_text("kept", encoding="utf-8")
    assert main(["import", str(made), "--into", str(tmp_path / "banks")]) == 1
    assert (tmp_path / "banks" / "kartu.yml").read_text(encoding="utf-8") == "kept"
    assert "the file exists" in capsys.readouterr().err


def test_an_export_comes_back_through_the_same_door(tmp_path: Path) -> None:
    package = tmp_path / "soal.zip"
    package.write_bytes(zipped({"imsmanifest.xml": b"<manifest/>", "items/dulu.xml": QTI}))
    (found,) = imported(package, "", "id")
    assert not found.faults and "id: dulu" in found.bank


def test_names_of_banks_come_from_the_path_in_the_folder() -> None:
    assert bank_name(Path("a"), Path("a/Bab 1/Soal Ujian.xml")) == "bab-1-soal-ujian.yml"


def folder(base: Path) -> Path:
    """A folder with three files of questions and a picture."""
    made = base / "soal lama"
    (made / "bab 1").mkdir(parents=True)
    (made / "bab 2").mkdir()
    (made / "bab 1" / "soal gift.gift").write_text(GIFT, encoding="utf-8")
    (made / "bab 2" / "soal qti.xml").write_bytes(QTI)
    (made / "kartu.txt").write_text(AIKEN_LIKE, encoding="utf-8")
    (made / "foto.png").write_bytes(b"\x89PNG")
    return made
