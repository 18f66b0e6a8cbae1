"""The scripts, styles and pictures that pages load: their texts and their addresses."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from manusiawi.ground.catalogue import phrases, version
from manusiawi.ground.links import built_link
from manusiawi.language.known import LANGUAGES, of
from manusiawi.language.language import Language

_FOLDER = Path(__file__).parent.parent / "web"
FOLDER = "assets"

_WORDS = {
    "quiz.js": "s-",
    "site.js": "c-",
    "lens.js": "l-",
    "progress.js": "p-",
    "done.js": "d-",
    "tests.js": "t-",
    "search.js": "f-",
    "aloud.js": "a-",
    "offline.js": "o-",
}  # a script's words are those whose names begin so
_PARTS = ("roots.js", "find.js")  # scripts that pages load only as parts of the search engine


def web_files(language: str) -> dict[str, bytes]:
    """Every file that pages load beside the theme's, by name; scripts with the words of one language set in."""
    return _web_files(language, _times())


def _times() -> tuple[int, ...]:
    return (*version(), *(path.stat().st_mtime_ns for path in sorted(_FOLDER.rglob("*"))))


@lru_cache(maxsize=4)
def _web_files(language: str, times: tuple[int, ...]) -> dict[str, bytes]:
    files = {path.name: path.read_bytes() for path in sorted(_FOLDER.iterdir()) if path.suffix in (".js", ".css", ".svg", ".png")}
    for name, prefix in _WORDS.items():
        words = json.dumps(phrases(language, prefix), ensure_ascii=False, separators=(",", ":"))
        files[name] = files[name].replace(b'"WORDS"', words.encode(), 1)
    files["search-engine.js"] = b"\n".join((_FOLDER / name).read_bytes() for name in _engine(of(language)))
    files["unpack.js"] = (_FOLDER / "vendor/fzstd.js").read_bytes()
    lean = {name: _lean(name, data) for name, data in files.items() if name not in _PARTS}
    return lean | {"licences.txt": (_FOLDER / "vendor/LICENCES.txt").read_bytes()}


def _engine(language: Language) -> tuple[str, ...]:
    """The scripts of the search in a language, in the order in which they run."""
    roots = ("roots.js",) if language.roots else ()
    return ("vendor/minisearch.js", "vendor/snowball-base.js", f"vendor/snowball-{language.stemmer}.js", *roots, "find.js")


def worker() -> bytes:
    """The script of the service worker, which must stand at the root of the site it answers for."""
    return _lean("sw.js", (_FOLDER / "root/sw.js").read_bytes())


def _lean(name: str, data: bytes) -> bytes:
    """A script or style without comments and needless spaces, a fifth lighter by Brotli; the sources keep both."""
    shorten = {".js": jsmin, ".css": cssmin}.get(Path(name).suffix)
    return shorten(data) if shorten else data


@lru_cache(maxsize=8)
def _digest(name: str, times: tuple[int, ...]) -> str:
    return hashlib.blake2s(b"".join(web_files(language)[name] for language in LANGUAGES), digest_size=4).hexdigest()


def script_tag(name: str, page: str, at_once: bool = False) -> str:
    """The tag that loads a script from a page: classic, so that it works from file://, and deferred, unless it must run at once."""
    return (
        f'<script{"" if at_once else " defer"} src="{address(name, page)}"'
        f' data-page="{built_link("index.md", page)}"'
        f' data-root="{built_link(page, "index.md").removesuffix("index.html") or "./"}"></script>'
    )


def address(name: str, page: str) -> str:
    """A script's address from a page; it changes when the script does."""
    return f"{built_link(page, f'{FOLDER}/{name}')}?{_digest(name, _times())}"
