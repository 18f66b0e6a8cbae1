"""Which script a page loads: one bundle for all that it holds, with the words of its language and the course's names set in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from manusiawi.ground.catalogue import phrases
from manusiawi.language.known import LANGUAGES, to_root
from manusiawi.language.numbers import for_script
from manusiawi.model.course import Course
from manusiawi.render.policy import SCRIPT_POLICY

# What a bundle holds besides `site`, the part of every page; the lightest first. `tools/scripts.py` makes them of web/src/.
BUNDLES: dict[str, tuple[str, ...]] = {
    "plain": (),
    "home": ("done",),
    "module": ("done", "voice"),
    "questions": ("quiz",),
    "questions-criteria": ("criteria", "quiz"),
    "lens": ("lens",),
    "paper": ("paper",),
    "morning": ("morning",),
    "search": ("search",),
    "keep": ("keep",),
    "tests": ("tests",),
    "lesson": ("done", "voice", "quiz"),
    "lesson-criteria": ("done", "voice", "criteria", "quiz"),
    "participant": ("participant",),
    "builder": ("builder",),
    "projector": ("projector",),
    "answers": ("answers",),
    "own": ("done", "own"),
    # for a page that holds what no other page does
    "every": (
        "done",
        "voice",
        "criteria",
        "quiz",
        "lens",
        "paper",
        "morning",
        "search",
        "keep",
        "tests",
        "participant",
        "builder",
        "projector",
        "answers",
        "own",
    ),
}
AT_ONCE = ("own", "search")  # parts that fill in what stands above them before what follows is laid out, so that nothing moves
# What is a script of its own, since few readers of a page come to need it: by what a page asks for.
LATER = {
    "voice": "aloud.js",  # the part `voice` loads it when its button is pressed
    "written": "written.js",  # the part `quiz` loads it when a typed answer is begun, or comes back
    "codes": "codes.js",  # the parts `quiz` and `tests` load it when the button below a finished set is pressed
}

# Scripts that pages of a trainer's room load when a button asks for them; the place of the page names their addresses.
ASKED_FOR = ("qr.js", "cards.js", "scan.js", "phones.js", "findings.js")

# The phrases of a part by the name that stands for them in its source: the beginning of their names, and which of them it needs.
WORDS: dict[str, tuple[str, frozenset[str]]] = {
    "WORDS_SITE": ("c-", frozenset()),
    "WORDS_QUIZ": ("s-", frozenset()),
    "WORDS_CRITERIA": ("r-", frozenset()),
    "WORDS_DONE": ("d-", frozenset()),
    "WORDS_VOICE": ("a-", frozenset({"read", "failed"})),
    "WORDS_ALOUD": ("a-", frozenset()),
    "WORDS_OWN": ("p-", frozenset()),
    "WORDS_TESTS": ("t-", frozenset()),
    "WORDS_PAPER": ("h-", frozenset()),
    "WORDS_CODES": ("q-", frozenset()),
    "WORDS_LENS": ("l-", frozenset()),
    "WORDS_MORNING": ("m-", frozenset()),
    "WORDS_SEARCH": ("f-", frozenset()),
    "WORDS_KEEP": ("o-", frozenset()),
    "WORDS_FIGURES": ("g-", frozenset()),
    "WORDS_PARTS": ("n-", frozenset()),  # what the parts of a plan are called
    "WORDS_BUILDER": ("b-", frozenset()),
    "WORDS_PROJECTOR": ("v-", frozenset()),
    "WORDS_ANSWERS": ("k-", frozenset()),
    "WORDS_FINDINGS": ("h-", frozenset()),
    "WORDS_PARTICIPANT": ("j-", frozenset()),
    "WORDS_SCORM": ("i-", frozenset()),
}
SIGNS = "NUMBER_SIGNS"  # stands for the signs and words of numbers


@dataclass(frozen=True, slots=True)
class CourseNames:
    """What a course sets into its scripts; `key` begins every name under which it keeps something on a device."""

    key: str
    titles: tuple[tuple[str, str], ...]  # by language
    days: int  # of the plan of the lens; 0 where there is none


def names_of(course: Course) -> CourseNames:
    """The names that a course chose in course/site.yml."""
    titles = tuple((language, course.site.name[language]) for language in LANGUAGES)
    return CourseNames(course.site.prefix, titles, course.lens.days if course.lens else 0)


def bundle(parts: Iterable[str]) -> str:
    """The lightest bundle that holds some parts, but for those that come later."""
    wanted = set(parts) & set(BUNDLES["every"])
    return next(name for name, held in BUNDLES.items() if wanted <= set(held))


def with_words(script: str, language: str, names: CourseNames) -> str:
    """A script with what stands for phrases and for the course's names replaced by them."""
    title = dict(names.titles)[language]
    for name, (prefix, needed) in WORDS.items():
        if name in script:
            words = {word: _filled(text, title, names) for word, text in phrases(language, prefix).items() if not needed or word in needed}
            script = script.replace(name, json.dumps(words, ensure_ascii=False, separators=(",", ":")))
    values = {"COURSE_KEY": names.key, "COURSE_NAME": title, "COURSE_TOP": to_root(language), "SCRIPT_POLICY": SCRIPT_POLICY}
    for name, value in values.items():
        script = script.replace(name, json.dumps(value, ensure_ascii=False))
    if SIGNS in script:
        script = script.replace(SIGNS, json.dumps(for_script(language), ensure_ascii=False, separators=(",", ":")))
    return script


def _filled(phrase: str, title: str, names: CourseNames) -> str:
    """A phrase with the gaps filled that are the same on every page; the script fills the others."""
    return phrase.replace("{site}", title).replace("{days}", str(names.days))
