"""Translations: the same figures and links in both languages, and none that lags behind unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.lint.run import lint
from manusiawi.model.loading import load_course
from tests.helpers.commands import run
from tests.helpers.files import edit


def told(root: Path, rule: str) -> list[tuple[str, str]]:
    return [(finding.item, finding.wrong) for finding in lint(load_course(root), root) if finding.rule == rule]


@pytest.fixture
def confirmed(example: Path) -> Path:
    assert run(example, "confirm").returncode == 0
    return example


def test_indonesian_that_changes_alone_is_stale_until_a_translator_confirms_it(confirmed: Path) -> None:
    assert told(confirmed, "T101") == []
    edit(confirmed / "quizzes/antre.yml", "id: Nomor di layar", "id: Nomor di layar besar")
    edit(confirmed / "docs/id/antre/giliran.md", "Setiap orang", "Semua orang")
    edit(confirmed / "course/glossary.yml", "Tempat warga dilayani.", "Meja tempat warga dilayani.")
    assert [item for item, _ in told(confirmed, "T101")] == ["term loket", "page antre/giliran.md", "item papan"]
    assert run(confirmed, "confirm", "item papan").returncode == 0
    assert [item for item, _ in told(confirmed, "T101")] == ["term loket", "page antre/giliran.md"]
    edit(confirmed / "docs/en/antre/giliran.md", "Setiap orang", "All people")
    assert [item for item, _ in told(confirmed, "T101")] == ["term loket", "page antre/giliran.md"], (
        "an English text that changed too may still lag behind"
    )


def test_coverage_counts_texts_by_page(confirmed: Path) -> None:
    edit(confirmed / "quizzes/antre.yml", "id: Nomor di layar", "id: Nomor di layar besar")
    table = run(confirmed, "coverage").stdout
    row = next(line.split() for line in table.split("\n") if line.startswith("antre/soal.md"))
    assert row == ["antre/soal.md", "9", "8", "1", "0", "0"]  # the tenth is set in a lesson


def test_a_name_that_no_text_has_is_told(confirmed: Path) -> None:
    done = run(confirmed, "confirm", "item papann")
    assert done.returncode == 1 and 'No text is named "item papann"' in done.stderr


@pytest.mark.parametrize(
    "indonesian, english",
    [
        ("Loket buka pukul 08.00.", "The counter opens at 09:00."),
        ("Ada 25 orang.", "There are 26 people."),
        ("Biayanya Rp25.000.", "It costs Rp20,000."),
    ],
)
def test_numbers_that_differ_on_a_page_are_an_error(example: Path, indonesian: str, english: str) -> None:
    for language, text in (("id", indonesian), ("en", english)):
        edit(example / f"docs/{language}/antre/giliran.md", "Setiap orang punya giliran", f"{text} Setiap orang punya giliran")
    assert len(told(example, "T201")) == 2


@pytest.mark.parametrize(
    "indonesian, english",
    [
        ("Loket buka pukul 08.00.", "The counter opens at 08:00."),
        ("Ada tiga orang.", "There are 3 people."),
        ("Biayanya Rp25.000.", "It costs Rp25,000."),
    ],
)
def test_numbers_that_are_only_written_otherwise_are_none(example: Path, indonesian: str, english: str) -> None:
    for language, text in (("id", indonesian), ("en", english)):
        edit(example / f"docs/{language}/antre/giliran.md", "Setiap orang punya giliran", f"{text} Setiap orang punya giliran")
    assert told(example, "T201") == []


def test_links_that_differ_are_an_error(example: Path) -> None:
    edit(example / "docs/id/antre/giliran.md", "Setiap orang", "[Glosarium](../glosarium.md#loket) Setiap orang")
    assert told(example, "T202") == [("antre/giliran.md", 'the link to "../glosarium.md#loket" stands in the other language only')]
