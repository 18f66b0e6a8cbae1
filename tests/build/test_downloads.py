"""The files for other tools: each is listed with its questions and its size, and no copy without a network carries them."""

from __future__ import annotations

import html
import json
import re
import zipfile
from pathlib import Path

import pytest
import zstandard

from manusiawi.exchange.formats import WRITTEN, offered
from manusiawi.exchange.readers.moodle import read_moodle
from manusiawi.language.known import LANGUAGES, folder
from manusiawi.model.course import Course

_LINK = re.compile(r'<a href="([^"]+)" download>([^<]+)</a>')


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_that_is_written_says_to_a_trainer_what_it_is_for(language: str) -> None:
    for kind in WRITTEN:
        title, purpose = offered(kind, language)
        assert title and purpose, kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_lists_a_file_for_each_format_module_and_language_with_its_size(course: Course, site: Path, language: str) -> None:
    page = site / folder(language) / "unduhan.html"
    links = _LINK.findall(page.read_text("utf-8"))
    assert len(links) == len(WRITTEN) * len(course.banks) * len(LANGUAGES)
    for address, words in links:
        size = (page.parent / html.unescape(address)).stat().st_size
        told = re.search(r"([\d.,]+) (kB|MB)$", words)
        assert told and abs(float(told[1].replace(",", ".")) * (1e3 if told[2] == "kB" else 1e6) - size) <= max(1_000, size / 10)


def test_the_number_beside_a_file_is_that_of_the_questions_in_it(site: Path) -> None:
    links = dict(_LINK.findall((site / "unduhan.html").read_text("utf-8")))
    address = "unduhan/moodle/manusiawi-loket-id.xml"
    found = read_moodle((site / address).read_text("utf-8"), "x.xml", "id").questions
    assert links[address].startswith(f"Bahasa Indonesia: {len(found)} soal, ")


def test_no_copy_without_a_network_carries_the_files(site: Path) -> None:
    with zipfile.ZipFile(site / "manusiawi.zip") as archive:
        assert not [name for name in archive.namelist() if "/unduhan/" in name]
        assert "buka halaman ini di situs kursus" in archive.read("manusiawi/unduhan.html").decode()
    for language in LANGUAGES:
        kept = json.loads(zstandard.ZstdDecompressor().decompress((site / f"luring-{language}.zst").read_bytes()))
        assert not [name for name in (*kept["files"], *kept["pictures"]) if "unduhan/" in name]
