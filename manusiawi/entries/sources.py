"""What the course cites and explains: law, facts, the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS
from manusiawi.language.known import LANGUAGES, MAIN

DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
ADDRESS = r"https?://\S+"
ADDRESS_WORDS = "an address that begins with https://"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Entry):
    """One article, paragraph or letter that the course cites."""

    article: str = spec(
        "As Indonesian law cites it: Pasal 34 huruf a.",
        pattern=r"(?:(?:Penjelasan )?(?:Pasal|Umum)|Amar|Pertimbangan|Menimbang|Ringkasan)\b.*",
        pattern_words="a text that begins with Pasal, Penjelasan, Amar, Pertimbangan, Menimbang or Ringkasan",
    )
    verbatim: bool = spec("`true` only where the text is the article's own wording.")
    text: str = spec("The wording in Indonesian, or a summary where verbatim is false.")
    translation: str = spec("An unofficial English translation.")
    cross_checked: bool = spec("`true` where a second source has the same words.", default=False)
    official: bool = spec(
        "`true` where the words were compared with the official text (State Gazette or JDIH) on the day in `checked`.", default=False
    )
    url: str = spec(
        "The address where the words were read, if it differs from the instrument's.",
        default="",
        pattern=ADDRESS,
        pattern_words=ADDRESS_WORDS,
    )
    checked: str = spec("The day it was last checked.", pattern=DAY, pattern_words="a date such as 2026-11-23")

    def words(self, language: str) -> str:
        """The wording or summary in the language of the law, else its translation."""
        return self.text if language == MAIN else self.translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Entry):
    """A law or regulation."""

    id: str = spec("The name that marks use: uu-25-2009.", pattern=SLUG, pattern_words=SLUG_WORDS)
    short: Text = spec("The short name in a sentence.")
    title: Text = spec("The full title.")
    status: Text = spec("Whether it is in force, in plain words.")
    note: Text | None = spec("What a reader must know about it.", default=None)
    url: str = spec("The public copy that was read.", pattern=ADDRESS, pattern_words=ADDRESS_WORDS)
    checked: str = spec("The day its state was last checked.", pattern=DAY, pattern_words="a date such as 2026-11-23")
    passages: tuple[Passage, ...] = spec("The articles that the course cites.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LawFile(Entry):
    """The law that the course cites: `course/law.yml`, which may be missing."""

    instruments: tuple[Instrument, ...] = spec("Laws and regulations.", default=(), may_be_empty=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Entry):
    """A fact or figure with its source."""

    id: str = spec("The name that marks use.", pattern=SLUG, pattern_words=SLUG_WORDS)
    statement: Text = spec("The fact in plain sentences.")
    quote: str = spec("The source's own words.", default="")
    quote_language: str = spec("The language of these words.", values=LANGUAGES, default=MAIN)
    publisher: str = spec("Who published it.")
    via: Text | None = spec("What was read, if it is not the publisher's own page: a copy, a journal, a quotation.", default=None)
    date: str = spec(
        "When: a year, a month or a day.",
        default="",
        pattern=rf"\d{{4}}(?:-(?:0[1-9]|1[0-2]))?|{DAY}",
        pattern_words="a date such as 2025, 2025-07 or 2025-07-29",
    )
    url: str = spec("Where it was read.", pattern=ADDRESS, pattern_words=ADDRESS_WORDS)
    checked: str = spec("The day it was last checked.", pattern=DAY, pattern_words="a date such as 2026-11-23")


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFile(Entry):
    """The facts that the course cites: `course/facts.yml`, which may be missing."""

    facts: tuple[Fact, ...] = spec("Facts and figures.", default=(), may_be_empty=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Entry):
    """A word that the glossary explains."""

    id: str = spec("Its anchor on the glossary page; never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    term: Text = spec("The word.")
    meaning: Text = spec("What it means, in one or two plain sentences.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryFile(Entry):
    """The glossary: `course/glossary.yml`, which may be missing."""

    terms: tuple[Term, ...] = spec("The words.", default=(), may_be_empty=True)
