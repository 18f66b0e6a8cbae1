"""The scripts, styles and pictures that pages load: their texts and their addresses."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from rcssmin import cssmin

from manusiawi.ground.catalogue import version
from manusiawi.ground.links import built_link
from manusiawi.language.known import LANGUAGES, MAIN, of
from manusiawi.language.language import Language
from manusiawi.render.scripts import ASKED_FOR, AT_ONCE, BUNDLES, LATER, CourseNames, bundle, with_words

_FOLDER = Path(__file__).parent.parent / "web"
_SCRIPTS = _FOLDER / "dist"  # what tools/scripts.py makes of src/
_VENDOR = _FOLDER / "vendor"
FOLDER = "assets"
INDEX, WORDS = "search-index.js", "search-words.js"  # the families of words, and every word, by which misspellings are mended
CLASSROOM = "classroom"  # the folder of what the pages of a trainer's room know of each module
CLASSROOM_COURSE = "classroom-course.js"  # and what they know of the whole course
CLASSROOM_PATH = "classroom-path.js"  # what participants need of it
ENGINE, UNPACKER = "search-engine.js", "unpack.js"  # what the search and the page that keeps the course load when they need it

# What pages with such a part load beside the course's own sheet, and no other page.
PICTURES, ROOMS, SCENES, MORNING, LISTS = "pictures.css", "rooms.css", "scenes.css", "morning.css", "lists.css"
SHEETS = "sheets.css"  # of what trainers print
CHARTS = "charts.css"  # of a class's figures
ANSWER_CARDS = "answer-cards.css"
HANDOUTS = "handouts.css"  # of what participants write in
SHARED = "bersama.htm"  # base/shared.js opens it


def web_files(language: str, names: CourseNames) -> dict[str, bytes]:
    """Every file that pages load beside the theme's, by name; scripts with the words of one language and the course's names set in."""
    return _web_files(language, _times(), names)


def _times() -> tuple[int, ...]:
    """When each file that pages load was last written, and what stands in place of a file that came or went."""
    entries = [entry for folder in (_FOLDER, _SCRIPTS, _VENDOR) for entry in sorted(os.scandir(folder), key=lambda entry: entry.name)]
    return (*version(), *(entry.stat().st_mtime_ns for entry in entries))


@lru_cache(maxsize=4)
def _web_files(language: str, times: tuple[int, ...], names: CourseNames) -> dict[str, bytes]:
    scripts = {name: own_script(name, language, names) for name in (*(f"{bundle}.js" for bundle in BUNDLES), *LATER.values(), *ASKED_FOR)}
    return scripts | {
        ENGINE: _engine(of(language)),
        UNPACKER: (_VENDOR / "fzstd.js").read_bytes(),
        **(_shared(names) if language == MAIN else {}),
        "licences.txt": (_VENDOR / "LICENCES.txt").read_bytes(),
        **{path.name: cssmin(path.read_bytes()) for path in sorted(_FOLDER.glob("*.css"))},
        **{path.name: path.read_bytes() for path in sorted(_FOLDER.iterdir()) if path.suffix in (".svg", ".png")},
    }


def _shared(names: CourseNames) -> dict[str, bytes]:
    """The page that holds one record for the pages of both languages on a memory stick. Its ending keeps it from the site's own pages."""
    return {SHARED: (_FOLDER / "shared.htm").read_bytes(), "bersama.js": own_script("shared.js", MAIN, names)}


def own_script(name: str, language: str, names: CourseNames) -> bytes:
    """A script of ours with the words of one language and the names of a course, or of a package of it, set in."""
    return with_words((_SCRIPTS / name).read_text("utf-8"), language, names).encode()


def _engine(language: Language) -> bytes:
    """The script that answers searches in a language: the libraries and what calls them, in the order in which they run."""
    own = (_SCRIPTS / ("find-roots.js" if language.roots else "find.js")).read_text("utf-8")
    libraries = ("snowball-base.js", f"snowball-{language.stemmer}.js")
    stemmer = f"{language.stemmer.capitalize()}Stemmer"  # the name that the library gives it
    return b"\n".join([*((_VENDOR / name).read_bytes() for name in libraries), own.replace("STEMMER", stemmer).encode()])


def worker(names: CourseNames) -> bytes:
    """The script of the service worker, which must stand at the root of the site it answers for."""
    return own_script("worker.js", MAIN, names)


def first_script(names: CourseNames) -> str:
    """The script that stands within each page, before the first paint."""
    return own_script("first.js", MAIN, names).decode().strip()


@lru_cache(maxsize=16)
def _digest(name: str, times: tuple[int, ...], names: CourseNames) -> str:
    return hashlib.blake2s(b"".join(web_files(language, names)[name] for language in LANGUAGES), digest_size=4).hexdigest()


def script_tag(parts: Collection[str], page: str, names: CourseNames) -> str:
    """The tag that loads the bundle of some parts: classic, so that it works from file://, and deferred, unless one must start at once."""
    name = bundle(parts)
    root = built_link(page, "index.md").removesuffix("index.html") or "./"
    attributes = {"src": address(f"{name}.js", page, names), "data-page": built_link("index.md", page), "data-root": root}
    attributes |= {f"data-{Path(script).stem}": address(script, page, names) for part, script in LATER.items() if part in parts}
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    defer = "" if set(AT_ONCE) & set(BUNDLES[name]) else " defer"
    return f"<script{defer}{written}></script>"


def sheet_tag(sheet: str, page: str, names: CourseNames) -> str:
    """The tag that loads styles of a part of the page; it may stand where the part begins, since what follows waits for it."""
    return f'<link rel="stylesheet" href="{address(sheet, page, names)}">'


def address(name: str, page: str, names: CourseNames) -> str:
    """The address of a file from a page; it changes when the file does."""
    return f"{built_link(page, f'{FOLDER}/{name}')}?{_digest(name, _times(), names)}"
