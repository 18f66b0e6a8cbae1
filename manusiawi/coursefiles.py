"""The files of `course/`: modules and outcomes, law, facts, glossary."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import LANGUAGES, SLUG, Entry, Text, spec
from .items import BLOOM, SLUG_WORDS

DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
ADDRESS = r"https?://\S+"
PAGE = rf"(?:{SLUG}/)*{SLUG}\.html(?:#[A-Za-z0-9_-]+)?"  # below the folder of a language
ADDRESS_WORDS = "an address that begins with https://"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Entry):
    """What a learner can do after a module."""

    id: str = spec("A name that never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    bloom: str = spec("The level of thinking, after Bloom.", values=BLOOM)
    text: Text = spec("The outcome, beginning with a verb that can be seen; plain words.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson(Entry):
    """A lesson's place in its module; its title and text are in docs/."""

    slug: str = spec("The file name without .md; it is part of the address and never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    minutes: int = spec("Reading time with the questions; trainers see it, learners see a range.")
    outcomes: tuple[str, ...] = spec("The ids of the outcomes that the lesson serves.")
    needs: tuple[str, ...] = spec("The slugs of lessons of this module to read first.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Module(Entry):
    """One module of the course; without lessons it counts as being written."""

    number: int = spec("Its place in the course.")
    slug: str = spec("The name of its folder in docs/ and of its quiz file; never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    title: Text = spec("Its title; plain words.")
    seed: tuple[str, ...] = spec("The statements of the speech that it answers, S1 to S15.")
    outcomes: tuple[Outcome, ...] = spec("What a learner can do afterwards.", default=())
    lessons: tuple[Lesson, ...] = spec("Its lessons, in order.", default=())
    case: str = spec("The slug of its case.", default="", pattern=SLUG, pattern_words=SLUG_WORDS)
    more_cases: tuple[str, ...] = spec("The slugs of further cases, after the first.", default=(), pattern=SLUG, pattern_words=SLUG_WORDS)
    test: int = spec("How many of its items stand in each test form.", default=0)
    draw: int = spec("How many questions open the self-check; the rest follow as further practice.", default=8)

    @property
    def cases(self) -> tuple[str, ...]:
        """The slugs of its cases, in order."""
        return (self.case, *self.more_cases) if self.case else self.more_cases

    @property
    def page_slugs(self) -> tuple[str, ...]:
        """The slugs of its lessons, then of its cases."""
        return (*(lesson.slug for lesson in self.lessons), *self.cases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception(Entry):
    """A mistaken belief that wrong options carry."""

    id: str = spec("A name that never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    text: Text = spec("The belief in one plain sentence.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLevel(Entry):
    """How many items of one level of thinking stand in each test form."""

    bloom: str = spec("The level, after Bloom.", values=BLOOM)
    items: int = spec("How many.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPlan(Entry):
    """The blueprint of the parallel test forms; each module says its own number in `test`."""

    shared: int = spec("How many items both forms share.")
    levels: tuple[FormLevel, ...] = spec("The levels, with their numbers.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseFile(Entry):
    """The plan of the course: `course/course.yml`."""

    test: FormPlan | None = spec("The blueprint of the tests before and after; without it there are none.", default=None)
    modules: tuple[Module, ...] = spec("The modules, in order.")
    misconceptions: tuple[Misconception, ...] = spec("The mistaken beliefs that the questions look for.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Entry):
    """One article, paragraph or letter that the course cites."""

    article: str = spec("As Indonesian law cites it: Pasal 34 huruf a.",
                        pattern=r"(?:(?:Penjelasan )?(?:Pasal|Umum)|Amar|Pertimbangan|Menimbang|Ringkasan)\b.*",
                        pattern_words="a text that begins with Pasal, Penjelasan, Amar, Pertimbangan, Menimbang or Ringkasan")
    verbatim: bool = spec("`true` only where the text is the article's own wording.")
    text: str = spec("The wording in Indonesian, or a summary where verbatim is false.")
    translation: str = spec("An unofficial English translation.")
    cross_checked: bool = spec("`true` where a second source has the same words.", default=False)
    official: bool = spec("`true` where the words were compared with the official text (State Gazette or JDIH) on the day in `checked`.", default=False)
    url: str = spec("The address where the words were read, if it differs from the instrument's.", default="",
                    pattern=ADDRESS, pattern_words=ADDRESS_WORDS)
    checked: str = spec("The day it was last checked.", pattern=DAY, pattern_words="a date such as 2026-11-23")


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
    """The law that the course cites: `course/law.yml`."""

    instruments: tuple[Instrument, ...] = spec("Laws and regulations.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Entry):
    """A fact or figure with its source."""

    id: str = spec("The name that marks use.", pattern=SLUG, pattern_words=SLUG_WORDS)
    statement: Text = spec("The fact in plain sentences.")
    quote: str = spec("The source's own words.", default="")
    quote_language: str = spec("The language of these words.", values=LANGUAGES, default="id")
    publisher: str = spec("Who published it.")
    via: Text | None = spec("What was read, if it is not the publisher's own page: a copy, a journal, a quotation.", default=None)
    date: str = spec("When: a year, a month or a day.", default="", pattern=rf"\d{{4}}(?:-(?:0[1-9]|1[0-2]))?|{DAY}",
                     pattern_words="a date such as 2025, 2025-07 or 2025-07-29")
    url: str = spec("Where it was read.", pattern=ADDRESS, pattern_words=ADDRESS_WORDS)
    checked: str = spec("The day it was last checked.", pattern=DAY, pattern_words="a date such as 2026-11-23")


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFile(Entry):
    """The facts that the course cites: `course/facts.yml`."""

    facts: tuple[Fact, ...] = spec("Facts and figures.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect(Entry):
    """The way from an address that is gone to the one that took its place."""

    old: str = spec("The address as course/promises.txt has it: a page, a page and its anchor, or `item` and a question's id.",
                    pattern=rf"item {SLUG}|{PAGE}", pattern_words="loket/lama.html, loket/lama.html#bagian, or item and an id")
    new: str = spec("The address that took its place, in the same form; never an item.", pattern=PAGE, pattern_words="loket/baru.html, or loket/baru.html#bagian")


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectFile(Entry):
    """Addresses that moved: `course/redirects.yml`, which may be missing."""

    redirects: tuple[Redirect, ...] = spec("From old to new.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class LintLevel(Entry):
    """A rule of the item linter whose level this course changes."""

    rule: str = spec("The rule's id, as in Q211.", pattern=r"[A-Z]{1,2}\d{3}b?", pattern_words="a letter or two, then three digits")
    level: str = spec("Its level here.", values=("error", "warning", "off"))
    reason: str = spec("Why, in a sentence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LintException(Entry):
    """One item that may break one rule."""

    rule: str = spec("The rule's id, as in Q211.", pattern=r"[A-Z]{1,2}\d{3}b?", pattern_words="a letter or two, then three digits")
    item: str = spec("The item's id, the page's path, or the name of the translated text.")
    reason: str = spec("Why, in a sentence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LintFile(Entry):
    """What this course decides about the item linter: `course/lint.yml`, which may be missing."""

    levels: tuple[LintLevel, ...] = spec("Levels that differ from the rules' own.", default=())
    exceptions: tuple[LintException, ...] = spec("Items that may break a rule.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Entry):
    """A word that the glossary explains."""

    id: str = spec("Its anchor on the glossary page; never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    term: Text = spec("The word.")
    meaning: Text = spec("What it means, in one or two plain sentences.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryFile(Entry):
    """The glossary: `course/glossary.yml`."""

    terms: tuple[Term, ...] = spec("The words.")
