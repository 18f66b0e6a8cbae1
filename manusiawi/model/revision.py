"""Fingerprints that tell whether a question is still the one a learner answered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from manusiawi.binding.fields import Text
from manusiawi.entries.items import (
    BranchingCase,
    Inspection,
    Item,
    Matching,
    MultipleChoice,
    Ordering,
    Reflection,
    ShortText,
    SingleChoice,
    TrueFalse,
)
from manusiawi.language.known import LANGUAGES, MAIN
from manusiawi.language.numbers import plain


@lru_cache(maxsize=16_384)  # every page that counts questions asks for all of them
def folded(text: str) -> str:
    """A text without what a typist might change: capitals, punctuation, spaces."""
    return re.sub(r"\W+", " ", text).strip().casefold()


def fingerprint(*parts: str) -> str:
    """Five letters and digits that stand for the parts, each folded."""
    joined = "\x1f".join(map(folded, parts))
    number = int.from_bytes(hashlib.blake2s(joined.encode(), digest_size=4).digest(), "big")
    return "".join("0123456789abcdefghjkmnpqrstvwxyz"[number >> shift & 31] for shift in range(0, 25, 5))


def text_id(text: Text) -> str:
    """The name under which an option, row or step is saved: its words in the main language, never its position."""
    return fingerprint(text[MAIN])


def revisions(item: Item) -> str:
    """The item's revision in each language, as in `id-4k2pd en-x81mq`.

    It changes with the question, its options and its key; not with the order of options, nor with
    reasons, punctuation or capitals. A learner's answer counts while the revision of the language
    in which it was given stands here.
    """
    return " ".join(f"{language}-{fingerprint(item.type, *_parts(item, language))}" for language in LANGUAGES)


def _parts(item: Item, language: str) -> Iterator[str]:
    yield item.stem[language]
    yield item.scenario[language] if item.scenario else ""
    match item:
        case SingleChoice() | MultipleChoice():
            yield from _unordered(f"{option.text[language]} {option.key}" for option in item.options)
        case TrueFalse():
            yield from _unordered(f"{statement.text[language]} {statement.answer}" for statement in item.statements)
        case Matching():
            yield from _unordered(f"{pair.left[language]} {pair.right[language]}" for pair in item.pairs)
            yield from _unordered(entry.text[language] for entry in item.distractors)
        case Ordering():
            yield from (step.text[language] for step in item.steps)
        case ShortText():
            yield "word" if item.number is None else f"{plain(item.number)} {plain(item.tolerance)}"
        case Inspection():
            yield from _unordered(f"{place.id} {place.text[language]} {place.barrier}" for place in item.places)
        case BranchingCase():
            yield from _unordered(f"{node.id} {node.text[language]}" for node in item.nodes)
        case Reflection():
            yield from _unordered(criterion.text[language] for criterion in item.criteria)


def _unordered(texts: Iterable[str]) -> list[str]:
    """The texts in an order of their own, so that the author's order does not count."""
    return sorted(map(folded, texts))
