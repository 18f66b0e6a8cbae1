"""The roots of Indonesian words, by its affixes and the dictionary of PySastrawi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Any

from manusiawi.language.id.affixes import APART, LOANS, PARTICLES, POSSESSIVES, PREFIXES, SUFFIXES, table

OWN = frozenset(
    "beli pemerintah penduduk perhati setuju".split()
)  # roots that the dictionary lacks, or would hide under duduk, hati, perintah
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
        """The roots of the dictionary that a word may come from."""
        return _known(word)

    def is_own(self, root: str) -> bool:
        """Whether the course itself added this root to the dictionary."""
        return root in OWN

    def noun(self, root: str) -> str:
        """The noun beside a borrowed adjective, where the dictionary has it: diskriminasi beside diskriminatif."""
        return next((noun for noun in _nouns(root) if noun in _dictionary()), root)


@cache
def _dictionary() -> frozenset[str]:
    """The roots of Indonesian, as PySastrawi lists them."""
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    return OWN | {word for word in StemmerFactory().get_words() if len(word) > 2}


@lru_cache(maxsize=20_000)  # while serving, most words are those of the build before
def _known(word: str) -> frozenset[str]:
    return _candidates(word) & _dictionary()


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
    return len(root) > 2 and sum(letter in _VOWELS for letter in root) >= (1 if prefixes < 2 else 2)


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
