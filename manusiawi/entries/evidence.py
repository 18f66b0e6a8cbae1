"""What real answers said of the questions: `course/evidence.yml`, which `build_quiz.py analyse` writes."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, spec

LEAST = 30  # people; about fewer nothing is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken(Entry):
    """An option, and how many took it."""

    option: str = spec("The name under which the pages save it; of a statement `true` or `false`.")
    share: float = spec("The part of those who answered, from 0 to 1.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Entry):
    """How differently people who are equally good answer it, by language or by group (Mantel-Haenszel DIF)."""

    between: str = spec("What is compared.", values=("languages", "groups"))
    category: str = spec("The class of the Educational Testing Service: A is none to speak of, C is large.", values=("A", "B", "C"))
    delta: float = spec("On the delta scale; below 0 it is harder in English, or for the group.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed(Entry):
    """What the answers to one revision of a question say."""

    item: str = spec(
        "The question's id, with a statement's name behind a colon.",
        pattern=rf"{SLUG}(?::[0-9a-z]+)?",
        pattern_words="an id, and perhaps a colon and the name of a statement",
    )
    revision: str = spec("The revision that was answered, as in id-4k2pd.")
    people: int = spec(f"How many people answered it; {LEAST} or more.")
    facility: float = spec("The part of them who were right, from 0 to 1.")
    low: float = spec("Where the 95 per cent interval of it begins.")
    high: float = spec("Where it ends.")
    discrimination: float | None = spec("The corrected correlation with their other answers, from -1 to 1.", default=None)
    sure: float | None = spec("The part of them who were sure, of those who said.", default=None)
    sure_wrong: float | None = spec("The part of the sure ones who were wrong.", default=None)
    seconds: float | None = spec("How long they took on average, where that is known.", default=None)
    difficulty: float | None = spec("In logits, after Rasch, where the numbers allow it.", default=None)
    options: tuple[Taken, ...] = spec("What they took.", default=())
    differences: tuple[Difference, ...] = spec("The largest difference of each kind.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFile(Entry):
    """The evidence, without any person: `course/evidence.yml`, which may be missing."""

    people: int = spec("How many people answered anything.")
    items: tuple[Observed, ...] = spec("What they say of each question, by revision.", may_be_empty=True)
