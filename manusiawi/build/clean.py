"""Removes from the project what builds made there, and nothing else: `python -m manusiawi.build.clean`."""

from __future__ import annotations

import sys
from pathlib import Path

from manusiawi.build.workplace import sweep
from manusiawi.ground.made import made_in, remove_made
from manusiawi.ground.writing import remove_stale
from manusiawi.language.known import LANGUAGES
from manusiawi.model.loading import load_course


def clean(root: Path) -> None:
    """Removes the built site, what killed builds left beside it, the generated pages, and the scripts and styles beside them."""
    sweep(root / "site")
    is_generated = load_course(root).names.is_generated
    folders = [root / "site"]
    for language in LANGUAGES:
        remove_stale(root / "docs" / language, is_generated, set())
        folders.append(root / "docs" / language / "assets")
    for folder in folders:
        remove_made(folder, made_in(folder) or set())
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


if __name__ == "__main__":
    clean(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
