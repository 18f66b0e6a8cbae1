"""The words of the interface, by name and language, from `catalogue.yml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("catalogue.yml")


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return words


def say(language: str, name: str, /, **parts: object) -> str:
    """A phrase of the interface in a language, its gaps filled."""
    phrase = _catalogue()[name][language]
    return phrase.format(**parts) if parts else phrase


def phrases(language: str, prefix: str = "") -> dict[str, str]:
    """All phrases whose names begin with the prefix, under the names that remain."""
    return {name.removeprefix(prefix): words[language] for name, words in _catalogue().items() if name.startswith(prefix)}
