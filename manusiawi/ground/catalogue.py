"""The words of the interface, by name and language, from `catalogue.yml`."""

from __future__ import annotations

from pathlib import Path

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml reads the same, more slowly
    from yaml import SafeLoader as Loader  # type: ignore[assignment] # not a subclass of the other, but used alike

from manusiawi.ground.faults import CourseFaults, Fault, Place

_FILE = Path(__file__).with_name("catalogue.yml")


_words: dict[tuple[int, int], dict[str, dict[str, str]]] = {}  # the phrases as last read, under the version of their file


def reread() -> None:
    """Reads the words anew if their file has changed, for a process that lives longer than a build.

    Raises CourseFaults where the file cannot be read as YAML; the words of before are kept.
    """
    now = version()
    if now in _words:
        return
    try:
        words: dict[str, dict[str, str]] = yaml.load(_FILE.read_text("utf-8"), Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(_FILE.as_posix(), mark.line + 1, mark.column + 1) if mark else Place(_FILE.as_posix())
        raise CourseFaults(
            [
                Fault(
                    place,
                    f"broken YAML: {error.problem}",
                    "a name, and behind it a phrase in each language",
                    "correct it, or undo the change",
                )
            ]
        ) from error
    _words.clear()
    _words[now] = words


def version() -> tuple[int, int]:
    """What changes when the file does."""
    stat = _FILE.stat()
    return stat.st_mtime_ns, stat.st_size


def _catalogue() -> dict[str, dict[str, str]]:
    if not _words:
        reread()
    return next(iter(_words.values()))


def say(language: str, name: str, /, **parts: object) -> str:
    """A phrase of the interface in a language, its gaps filled."""
    phrase = _catalogue()[name][language]
    return phrase.format(**parts) if parts else phrase


def phrases(language: str, prefix: str = "") -> dict[str, str]:
    """All phrases whose names begin with the prefix, under the names that remain."""
    return {name.removeprefix(prefix): words[language] for name, words in _catalogue().items() if name.startswith(prefix)}
