"""Which script a page loads: one bundle for all that it holds, with the words of its language and the course's names set in."""

from __future__ import annotations

import json
from collections.abc import Iterable

from manusiawi.ground.catalogue import phrases
from manusiawi.language.numbers import for_script

# What a bundle holds besides `site`, the part of every page; the lightest first. `tools/scripts.py` makes them of web/src/.
BUNDLES: dict[str, tuple[str, ...]] = {
    "plain": (),
    "home": ("done",),
    "module": ("done", "voice"),
    "questions": ("quiz",),
    "questions-written": ("written", "quiz"),
    "lens": ("lens",),
    "search": ("search",),
    "keep": ("keep",),
    "tests": ("tests",),
    "lesson": ("done", "voice", "quiz"),
    "lesson-written": ("done", "voice", "written", "quiz"),
    "own": ("done", "own"),
    # for a page that holds what no other page does
    "every": ("done", "voice", "written", "quiz", "lens", "search", "keep", "tests", "own"),
}
AT_ONCE = ("own", "search")  # parts that fill in what stands above them before what follows is laid out, so that nothing moves
READER = "aloud.js"  # what the part `voice` loads when its button is pressed

# The phrases of a part by the name that stands for them in its source: the beginning of their names, and which of them it needs.
WORDS: dict[str, tuple[str, frozenset[str]]] = {
    "WORDS_SITE": ("c-", frozenset()),
    "WORDS_QUIZ": ("s-", frozenset()),
    "WORDS_DONE": ("d-", frozenset()),
    "WORDS_VOICE": ("a-", frozenset({"read", "failed"})),
    "WORDS_ALOUD": ("a-", frozenset()),
    "WORDS_OWN": ("p-", frozenset()),
    "WORDS_TESTS": ("t-", frozenset()),
    "WORDS_LENS": ("l-", frozenset()),
    "WORDS_SEARCH": ("f-", frozenset()),
    "WORDS_KEEP": ("o-", frozenset()),
}
SIGNS = "NUMBER_SIGNS"  # stands for the signs and words of numbers
# The course's own name, and the first part of every name under which it keeps something on a device.
COURSE = {"COURSE_KEY": "manusiawi", "COURSE_NAME": "Manusiawi"}


def bundle(parts: Iterable[str]) -> str:
    """The lightest bundle that holds some parts."""
    wanted = set(parts)
    return next(name for name, held in BUNDLES.items() if wanted <= set(held))


def with_words(script: str, language: str) -> str:
    """A script with what stands for phrases and for the course's names replaced by them."""
    for name, (prefix, needed) in WORDS.items():
        if name in script:
            words = {word: text for word, text in phrases(language, prefix).items() if not needed or word in needed}
            script = script.replace(name, json.dumps(words, ensure_ascii=False, separators=(",", ":")))
    for name, value in COURSE.items():
        script = script.replace(name, json.dumps(value, ensure_ascii=False))
    if SIGNS in script:
        script = script.replace(SIGNS, json.dumps(for_script(language), ensure_ascii=False, separators=(",", ":")))
    return script
