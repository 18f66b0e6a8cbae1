"""Indonesian, all of it: signs, words, affixes and roots, and what the linter looks for."""

from __future__ import annotations

from manusiawi.language.id.lint import LINT
from manusiawi.language.id.numbers import NUMBERS
from manusiawi.language.id.roots import IndonesianRoots
from manusiawi.language.id.words import SMALL, STOP
from manusiawi.language.language import Language, Signs

INDONESIAN = Language(
    code="id",
    name="Indonesian",
    signs=Signs(decimal=",", thousands=".", clock="."),
    numbers=NUMBERS,
    months=tuple("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()),
    stop=STOP,
    small=SMALL,
    article="pasal",
    article_parts=("ayat", "huruf", "angka"),
    year_of_law="tahun",
    stemmer="indonesian",
    irregular={},
    roots=IndonesianRoots(),
    voices=("id", "in"),  # older Androids call it "in"
    articles=(),  # the law itself is written so
    before_article=" ",
    course="Kursus",
    a_course="kursus mandiri",
    module="Modul",
    write="TULIS",
    verdict="Benar atau salah?",
    lint=LINT,
)
