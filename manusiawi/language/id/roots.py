"""The roots of Indonesian words, by its affixes and the list in roots.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from manusiawi.language.id.affixes import APART, LOANS, PARTICLES, POSSESSIVES, PREFIXES, SUFFIXES, table

_VOWELS = frozenset("aeiou")
_HEADS = tuple((prefix, kind, re.compile(after), back) for prefix, kind, after, back in PREFIXES)


class IndonesianRoots:
    """Finds the roots of Indonesian words."""

    def table(self) -> dict[str, Any]:
        """The affixes as JSON, for web/src/search/roots.js."""
        return table()

    def candidates(self, word: str) -> frozenset[str]:
        """Every form that is left of a word as affixes come off, itself included."""
        return _candidates(word)

    def known(self, word: str) -> frozenset[str]:
        """The roots of the list that a word may come from, without those that stand inside another: masalah hides masa."""
        return _known(word)

    def likely(self, word: str) -> frozenset[str]:
        """What may be the root of a word that comes from none of the list: forms of two syllables, and the word itself."""
        return frozenset(form for form in _candidates(word) if form == word or _syllables(form) > 1)


@cache
def _listed() -> frozenset[str]:
    """The roots of the list; its head is a comment."""
    lines = Path(__file__).with_name("roots.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@lru_cache(maxsize=20_000)  # while serving, most words are those of the build before
def _known(word: str) -> frozenset[str]:
    reached = _candidates(word) & _listed()
    return frozenset(root for root in reached if not any(root != other and root in _candidates(other) for other in reached))


@lru_cache(maxsize=20_000)
def _candidates(word: str) -> frozenset[str]:
    forms = {word}
    for suffix, rest in _tails(word):
        level = [("", rest)]
        for depth in range(4):
            forms.update(root for kind, root in level if f"{kind} {suffix}" not in APART and _possible(root, depth))
            level = [(kind or first, root) for kind, rest in level for first, root in _heads(rest)] if depth < 3 else []
    return frozenset(forms | {noun for root in forms for noun in _nouns(root)})


def _nouns(word: str) -> Iterator[str]:
    return (word[: -len(ending)] + noun for ending, noun in LOANS if word.endswith(ending))


def _possible(root: str, prefixes: int) -> bool:
    """Roots have two syllables, or one after a single prefix: dicek."""
    return len(root) > 2 and _syllables(root) >= (1 if prefixes < 2 else 2)


def _syllables(form: str) -> int:
    return sum(letter in _VOWELS for letter in form)


def _tails(word: str) -> Iterator[tuple[str, str]]:
    """The suffix that came off and the rest, for each way to take off particle, possessive and suffix."""
    for particle, possessive, suffix in product(("", *PARTICLES), ("", *POSSESSIVES), ("", *SUFFIXES)):
        ending = suffix + possessive + particle
        if word.endswith(ending):
            yield suffix, word[: len(word) - len(ending)]


def _heads(word: str) -> Iterator[tuple[str, str]]:
    """The kind of prefix and what stands behind it, for each prefix that the word may begin with."""
    for prefix, kind, after, back in _HEADS:
        rest = word[len(prefix) :]
        if len(rest) > 1 and word.startswith(prefix) and after.match(rest):
            yield from ((kind, letters + rest) for letters in back)
