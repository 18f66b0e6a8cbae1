"""What a trainer prints for a room, cards, maps, scenes, an evaluation: `course/sheets.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS

SHEET_KINDS = ("role-card", "file-card", "scene", "map", "poster", "evaluation")
PER_SHEET = ("1", "4", "8")  # how many cards share a sheet of A4


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Entry):
    """One card, scene or poster of a sheet."""

    title: Text | None = spec(
        "What stands at its head; the person's name where `person` says whose it is.", default=None, markdown="inline"
    )
    text: Text | None = spec("What it says; nothing where the head says all.", default=None, markdown="block")
    law: str = spec("The article that it quotes, as `law` of a question names one.", default="")
    person: str = spec("Whose role it is, by the name in course/people.yml.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Entry):
    """One question of an evaluation."""

    text: Text = spec("The question.", markdown="inline")
    answers: tuple[Text, ...] = spec("Answers to tick; without them there are lines to write on.", default=(), markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Entry):
    """Something to print: cards to cut, a table to fill in, or questions to answer."""

    id: str = spec("Its anchor on the page of sheets; never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    kind: str = spec("What it is.", values=SHEET_KINDS)
    module: str = spec(
        "The slug of the module that it serves; none where it serves every one.", default="", pattern=SLUG, pattern_words=SLUG_WORDS
    )
    title: Text = spec("Its title.")
    per_sheet: str = spec("How many of its cards stand on one sheet of A4.", default="1", values=PER_SHEET)
    lead: Text | None = spec("What is printed above it: what to do.", default=None, markdown="inline")
    page: str = spec(
        "The list on a page whose entries are its cards, or the rows of its table: module, page and anchor, as in `loket/kasus#lima-saat`.",
        default="",
        pattern=rf"{SLUG}/{SLUG}#{SLUG}",
        pattern_words="a module, a page and an anchor, as in `loket/kasus#lima-saat`",
    )
    item: str = spec("The branching case whose scenes are its cards, or the matching question whose left sides are.", default="")
    cards: tuple[Card, ...] = spec("Its cards, scenes or posters.", default=())
    columns: tuple[Text, ...] = spec("The heads of a table to fill in.", default=(), markdown="inline")
    rows: tuple[Text, ...] = spec("What begins each row of the table.", default=(), markdown="inline")
    lens: bool = spec(
        "Whether the questions of the human rights lens begin the rows of the table; without columns they are a poster.", default=False
    )
    questions: tuple[Asked, ...] = spec("The questions of an evaluation.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFile(Entry):
    """What trainers print: `course/sheets.yml`, which may be missing."""

    sheets: tuple[Sheet, ...] = spec("The sheets.")
