"""Holds what the code makes against golden files, and renews them."""

from __future__ import annotations

from pathlib import Path


def hold(path: Path, text: str, renew: bool = False) -> None:
    """Asserts that a golden file holds just this text; with `renew` the file is written instead."""
    if renew:
        path.write_bytes(text.encode())
    assert path.read_bytes().decode() == text, f"{path.name} differs; if the new form is right, run pytest --renew-goldens"
