"""What a reader of options alone goes by: words, pairs of words, clauses, signs, and how long an option is among its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from manusiawi.language.language import LintWords
from manusiawi.language.words import words

_SIGNS = re.compile(r"[,;:.?!()\"“”«»–—]")


def features(texts: Sequence[str], lint: LintWords) -> list[frozenset[str]]:
    """The features of each of the texts that stand together; those that are no words stand in brackets."""
    lengths = [len(text) for text in texts]
    return [frozenset({*_of_words(text, lint), *_of_length(len(text), lengths)}) for text in texts]


def _of_words(text: str, lint: LintWords) -> list[str]:
    listed = ["(number)" if word[0].isdigit() else word for word in words(text)]
    pairs = [f"{one} {other}" for one, other in pairwise(listed)]
    clauses = [f"(clause of {kind})" for kind, pattern in lint.clauses.items() if pattern.search(text)]
    return [*listed, *pairs, *clauses, *(f"(sign {sign})" for sign in _SIGNS.findall(text.rstrip(".")))]


def _of_length(length: int, all_lengths: Sequence[int]) -> list[str]:
    """The rank of a length among those of the neighbours; none where all are equally long."""
    shortest, longest = min(all_lengths), max(all_lengths)
    if shortest == longest:
        return []
    return ["(longest)" if length == longest else "(shortest)" if length == shortest else "(middle length)"]
