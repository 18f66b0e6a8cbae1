"""Finds files in docs/ that would not reach the site: in the builder's own folder, which git does not keep, or no files at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from manusiawi.ground.faults import Fault, Place
from manusiawi.ground.made import files_in, made_in
from manusiawi.language.known import LANGUAGES

FOLDER = "assets"
_BEFORE = (".js", ".htm", ".css", "licences.txt", "favicon.svg", "share.png")  # what builds wrote before they kept a list


def made_assets(folder: Path) -> set[str]:
    """The files of an assets folder that builds made, by their paths in it."""
    listed = made_in(folder)
    return listed if listed is not None else {name for name in files_in(folder) if name.endswith(_BEFORE)}


def check_assets(root: Path) -> Iterator[Fault]:
    """A fault for each such file; names that begin with a dot are the system's and published nowhere."""
    for language in LANGUAGES:
        for path in files_in(root / "docs" / language):
            if not path.endswith(".md") and not (root / "docs" / language / path).is_file():
                yield Fault(
                    Place(f"docs/{language}/{path}"),
                    "it is not an ordinary file, or a link that leads nowhere",
                    "pictures and other files that hold their bytes themselves",
                    "remove it, or copy the file itself to this place",
                )
        folder = root / "docs" / language / FOLDER
        for name in sorted(files_in(folder) - made_assets(folder)):
            if not any(part.startswith(".") for part in name.split("/")):
                yield Fault(
                    Place((folder / name).relative_to(root).as_posix()),
                    "the file stands in the builder's own folder, which git does not keep",
                    "pictures and files beside the lessons, in any folder but assets/",
                    "move it to the folder of the lesson that shows it; if it is an earlier build's, remove it",
                )
