"""Names the addresses that the course keeps for itself: the pages it makes, and what marks them as made."""

from __future__ import annotations

GENERATED = "<!-- generated"
TEST_PAGES = {"a": "tes-awal.md", "b": "tes-akhir.md"}  # by form
TEST_KEYS = "tes-kunci.md"
GENERATED_NAMES = {
    "soal.md",
    "kunci.md",
    "pelatih.md",
    "sumber.md",
    "glosarium.md",
    *TEST_PAGES.values(),
    TEST_KEYS,
}  # file names that the generator keeps for itself
_MOVED = 'http-equiv="refresh"'  # in the head of a page that leads on to a new address


def is_generated(path: str, text: str) -> bool:
    """Whether a page, by its path below docs/<language>/, is the generator's own, to write and to remove; a copy under another name is not."""
    name = path.rpartition("/")[2]
    return GENERATED in text[:2000] and (name in GENERATED_NAMES or path.startswith("sumber/") or _MOVED in text[:3000])


FOLDER = "sumber"
FACTS = f"{FOLDER}/fakta.md"


def law_page(instrument: str) -> str:
    """The page of an instrument, by its id."""
    return f"{FOLDER}/{instrument}.md"
