"""No word of a foreign question is lost without a word: counted by tools/words.py, which shares nothing with the readers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from manusiawi.exchange.inward import import_questions
from tests.helpers.projects import DATA
from tools.words import lost

FOLDER = DATA / "imports"
KINDS = {".xml": "moodle", ".gift": "gift", ".csv": "csv", ".txt": "aiken"}
FILES = sorted(path for path in FOLDER.rglob("*") if path.is_file())


def brought(path: Path) -> tuple[str, str]:
    """The YAML that a file became, and everything that was told about it."""
    made, faults, notes = import_questions(path.read_text("utf-8"), KINDS[path.suffix], "id", path.name)
    return made, "\n".join([*map(str, faults), *notes])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_word_of_a_source_comes_in_or_is_told(path: Path) -> None:
    made, told = brought(path)
    assert lost(path.read_text("utf-8"), KINDS[path.suffix], made, told) == []


def test_the_count_finds_a_word_that_neither_came_nor_was_told() -> None:
    path = FOLDER / "kinds" / "unsur-tak-dikenal.xml"
    made, told = brought(path)
    assert lost(path.read_text("utf-8"), "moodle", made, told.replace("papan-antrean.png", "")) == ["papan", "png"]


# What stands in the YAML, by kind of fault: the file, what came, what must not have come.
KIND = [
    (
        "baris-tabel-jadi-soal.xml",
        ["| B | 45 |"],
        ["      B 45\n", ">-\n      (Pilih satu jawaban.)\n    en: WRITE THE ENGLISH TEXT\n  options"],
    ),
    ("pangkat-dan-coretan.xml", ["10³ orang", "x²", "x₂", "Petugas wajib membantu.", "Petugas dapat membantu."], ["103"]),
    ("baris-pre.xml", ["\n          Alamat : ______\n"], []),
    ("html-di-jawaban.xml", ['accept:\n    id: ["setiap orang"', 'id: ["pegawai"]'], ["<p>", "<strong>"]),
    ("entitas-html.xml", ["Arah antrean → loket."], []),
    ("jenis-teks-di-jawaban.gift", ['["giliran", "antrean", "nomor antrean"]'], ["[plain]", "[html]"]),
    ("baris-baru-dalam-tanda.gift", ["Siapa yang dilayani lebih dulu di meja layanan?", "Yang datang lebih dulu\n"], ["span"]),
    ("tilde-sama-dengan.gift", ["key: true\n    text:\n      id: >-\n        Yang datang"], []),
    ("sama-dengan-dalam-gambar.gift", ["type: single-choice", "jalan landai"], ["landai.png"]),
    ("aiken.gift", ["- id: siapa-dilayani-lebih-dulu", "- id: apa-arti-giliran"], []),
    ("judul-kolom-indonesia.csv", ["Siapa dilayani lebih dulu?", "Giliran mengikuti waktu datang."], []),
    ("tab-dan-bobot.csv", ["key: true\n    text:\n      id: >-\n        Yang datang"], ["Bobot"]),
    ("baris-sep-excel.csv", ["- id: soal-1"], []),
    ("kolom-kosong-excel.csv", ["- id: soal-1"], []),
    ("dua-bahasa.xml", ["Siapa dilayani", "en: >-\n      Who is served first?", "en: >-\n        A friend"], ["Qui passe"]),
    ("satu-rusak.xml", ["- id: utuh"], ["- id: rusak"]),
    ("markah.gift", ["1. Loket buka\n", "| Senin | 8 |", "Senin pukul `8`"], ["catatan"]),
]


@pytest.mark.parametrize("name, there, absent", KIND, ids=[name for name, *_ in KIND])
def test_each_kind_of_text_comes_in_as_it_was_meant(name: str, there: list[str], absent: list[str]) -> None:
    made, _ = brought(FOLDER / "kinds" / name)
    assert [words for words in there if words not in made] == []
    assert [words for words in absent if words in made] == []


# What is told, by kind of fault.
TOLD = [
    ("umpan-balik-umum.xml", 'the general feedback, which everybody reads, stands at "Yang datang lebih dulu" alone now'),
    ("unsur-tak-dikenal.xml", 'the tolerance "2"'),
    ("unsur-tak-dikenal.xml", 'the info "Semua soal di sini memakai kasus kantor kelurahan."'),
    ("gambar-lama.xml", "denah-loket.png"),
    ("rumus.xml", "the formula \\(a+b > 2\\) stands as its signs"),
    ("baris-pre.xml", 'the hint "Pikirkan orang netra."'),
    ("pangkat-dan-coretan.xml", 'struck out, so it is left out: "dapat"'),
    ("rentang-dengan-alasan-salah.gift", 'its feedback is "Lihat lagi janji layanan."'),
    ("tilde-sama-dengan.gift", '"~=" is read as "="'),
    ("sama-dengan-dalam-gambar.gift", 'the image "landai.png" ("jalan landai")'),
    ("dua-bahasa.xml", 'the words in "fr": "Qui passe avant?"'),
    ("satu-rusak.xml", "satu-rusak.xml:10:53: broken XML"),
    ("tanpa-kunci.txt", "write the line ANSWER: with the letter after the options"),
    ("tab-dan-bobot.csv", 'not carried: Bobot "2"'),
    ("markah.gift", 'underlined: "Senin"'),
]


@pytest.mark.parametrize("name, words", TOLD, ids=[f"{name} {words[:20]}" for name, words in TOLD])
def test_what_does_not_come_in_is_told_with_its_words(name: str, words: str) -> None:
    assert words in brought(FOLDER / "kinds" / name)[1]


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work runs."""
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        count += 1
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


LONG = {
    "gift": ("", "::Giliran:: Apa arti giliran {0}? {{=urutan {0} ~pangkat ~<b>jabatan</b>}}\n\n", ""),
    "aiken": ("", "Apa arti giliran {0}?\nA. urutan\nB. pangkat\nANSWER: A\n\n", ""),
    "csv": ("stem,a,b,key\n", "Apa arti giliran {0}?,urutan,pangkat,A\n", ""),
    "moodle": (
        "<quiz>",
        (
            '<question type="shortanswer"><name><text>Giliran</text></name><questiontext><text>Apa arti giliran {0}?</text></questiontext>'
            '<answer fraction="100"><text>urutan</text></answer><penalty>1</penalty></question>\n'
        ),
        "</quiz>",
    ),
}


@pytest.mark.parametrize("kind", LONG)
def test_four_times_as_many_questions_ask_for_four_times_the_work(kind: str) -> None:
    def read(count: int) -> int:
        before, question, after = LONG[kind]
        text = before + "".join(question.format(number) for number in range(count)) + after
        return lines_run(lambda: import_questions(text, kind, "id", "x"))

    read(10)
    assert read(400) < 4.4 * read(100)
