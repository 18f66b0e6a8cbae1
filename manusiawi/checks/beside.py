"""Looks at the files beside the lessons: none may lead out of the project, be a page that no check reads, or a drawing that runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from manusiawi.checks.assets import FOLDER
from manusiawi.ground.faults import Fault, Place
from manusiawi.ground.made import files_in
from manusiawi.ground.svg import found_in
from manusiawi.language.known import LANGUAGES

PAGES = frozenset(
    ".html .htm .xhtml .xht .shtml .xml .xsl .xslt .mhtml .hta .svgz .js .mjs .swf .wasm".split()
)  # browsers run what is in them


def check_beside(root: Path) -> Iterator[Fault]:
    """A fault for each such file below docs/; what the builder itself put into assets/ is left alone."""
    inside = root.resolve()
    for language in LANGUAGES:
        top = root / "docs" / language
        for path in sorted(files_in(top)):
            file, name = top / path, f"docs/{language}/{path}"
            if not file.is_file() or any(part.startswith(".") for part in path.split("/")):
                continue
            outside = not file.resolve().is_relative_to(inside)
            if outside:
                yield Fault(
                    Place(name),
                    "the file is a link that leads out of the project, and would be published from there",
                    "files that hold their bytes themselves",
                    "remove the link; if readers need the file, copy it to this place",
                )
            if not path.startswith(f"{FOLDER}/") and not outside:
                yield from _file(file, name)


def _file(file: Path, name: str) -> Iterator[Fault]:
    ending = PurePosixPath(name).suffix.lower()
    if ending in PAGES:
        yield Fault(
            Place(name),
            f"browsers run what stands in a {ending} file, and no check reads it",
            "lessons in Markdown, and pictures, sound, films and papers beside them",
            "write a lesson (.md) with its text, or save it as a PDF; a packed drawing as .svg",
        )
    elif ending == ".svg":
        for line, column, found in found_in(file.read_bytes()):
            yield Fault(
                Place(name, line, column),
                found,
                "drawings that only show: shapes, text, and what stands in the file itself",
                "remove it, or export the drawing anew as plain SVG",
            )
