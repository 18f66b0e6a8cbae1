"""Names the pages on which the sources stand."""

from __future__ import annotations

FOLDER = "sumber"
FACTS = f"{FOLDER}/fakta.md"


def law_page(instrument: str) -> str:
    """The page of an instrument, by its id."""
    return f"{FOLDER}/{instrument}.md"
