"""Words, sentences and stems of Indonesian and English, as the rules count and compare them."""

from __future__ import annotations

import re
from functools import cache

import snowballstemmer

_MARKUP = re.compile(r"\[\[[^\]]*\]\]|!?\[([^\]]*)\]\([^)]*\)|\{[^}]*\}")
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]|'[^']{3,}'")

STOP = {
    "id": frozenset(
        """yang dan di ke dari untuk pada dengan atau itu ini adalah ialah oleh agar supaya karena sebab jika bila kalau maka juga saja
        lalu kemudian sudah belum akan sedang telah masih lebih paling sangat ia dia mereka kami kita anda saya nya pun per serta dalam antara tanpa seperti
        sebagai secara bahwa hanya dapat bisa harus wajib perlu boleh tidak bukan jangan apa apakah siapa mana manakah bagaimana mengapa kapan berapa
        pak bu bapak ibu petugas warga orang pemohon seorang sebuah satu dua tiga loket kantor layanan pelayanan para hari sebelum sesudah saat ketika
        sendiri bagi tentang atas bawah hal cara lain ada sama tersebut begitu""".split()
    ),
    "en": frozenset(
        """the a an and or of to in on at for from with by as is are was were be been being it its this that these those he she they we you i
        his her their our your my them him us do does did has have had not no so if then than when while who whom whose which what where why how
        can could may might must should shall will would also only just more most very too before after until because since but into over under about
        mr mrs ms officer officers person people applicant applicants resident residents counter office service services one two three there here each every
        out up down same other own""".split()
    ),
}


def plain(text: str) -> str:
    """A text without marks, links' addresses and emphasis."""
    return re.sub(r"\s+", " ", re.sub(r"[*_`]", "", _MARKUP.sub(lambda m: m[1] or "", text))).strip()


def unquoted(text: str) -> str:
    """A text without what stands in quotation marks."""
    return _QUOTED.sub(" ", text)


def words(text: str) -> list[str]:
    """The words of a text in small letters; hyphened words count as one."""
    return re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", plain(text).lower())


def sentences(text: str) -> list[str]:
    """The sentences of a text, parted after . ? ! and at line ends."""
    joined = re.sub(r"\n\s*[-*\d.]*\s*", "\n", _MARKUP.sub(lambda m: m[1] or "", text))
    parts = re.split(r"(?<=[.?!])[\"”»']?\s+|\n+", joined)
    return [part.strip() for part in parts if re.search(r"\w", part)]


@cache
def _stemmer(language: str):
    return snowballstemmer.stemmer("indonesian" if language == "id" else "english")


@cache
def stem(word: str, language: str) -> str:
    """The Snowball stem: me-, di-, pe-, -kan and their like taken off."""
    return _stemmer(language).stemWord(word)


def content(text: str, language: str) -> dict[str, str]:
    """The stems of a text's content words, each with the word it came from."""
    return {stem(word, language): word for word in words(text) if len(word) > 3 and word not in STOP[language] and not word.isdigit()}
