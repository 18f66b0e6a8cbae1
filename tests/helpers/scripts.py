"""The sources of the scripts, and which of them say the phrases of a part."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from tests.helpers.projects import PROJECT

WEB = PROJECT / "manusiawi" / "web"
SOURCES = {path.relative_to(WEB / "src").as_posix(): path.read_text("utf-8") for path in sorted((WEB / "src").rglob("*.js"))}


def holders_of(name: str) -> list[str]:
    """The sources into which the phrases of a name such as WORDS_QUIZ are set."""
    return [path for path, text in SOURCES.items() if name in text]


def users_of(name: str) -> list[str]:
    """The texts of the sources that say those phrases: where they are set in, and what takes them from there."""
    (holder,) = holders_of(name)
    handed = _handed_on(holder)
    taken = {path: _words_from(path, text) for path, text in SOURCES.items()}
    mine = [path for path, sources in taken.items() if path == holder or holder in sources or (path.startswith(handed) and not sources)]
    return [SOURCES[path] for path in mine]


def _handed_on(holder: str) -> tuple[str, ...]:
    """The folder whose functions are handed the phrases: a page of a trainer's room hands them to its own."""
    folder = Path(holder).parent
    return (f"{folder.as_posix()}/",) if folder.parent.name == "classroom" else ()


def _words_from(path: str, text: str) -> list[str]:
    sources = re.findall(r"import \{[^}]*\bwords\b[^}]*\} from \"([^\"]+)\"", text)
    return [Path(os.path.normpath(Path(path).parent / source)).as_posix() for source in sources]


def left(script: bytes) -> Any:
    """What a classic script leaves."""
    return json.loads(script.decode().partition("=")[2].rstrip(";\n"))
