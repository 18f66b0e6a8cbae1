"""The plan of the course: modules, lessons, outcomes, misconceptions, the test forms."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import BLOOM, SLUG_WORDS

MINUTES_AROUND = 1  # learners see a range: a single figure discourages slow readers (Carpentries)


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
class Carried(Entry):
    """An article to carry away from a module."""

    law: str = spec("The article, as marks name it: uu-25-2009 Pasal 34 huruf a.")
    text: Text = spec("What it says, in plain words; between quotation marks only its own wording.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Module(Entry):
    """One module of the course; without lessons it counts as being written."""

    number: int = spec("Its place in the course.")
    slug: str = spec("The name of its folder in docs/ and of its quiz file; never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    title: Text = spec("Its title; plain words.")
    motif: str = spec(
        "A small drawing beside its title in lists: the strokes of one SVG path in a square of 24.",
        default="",
        pattern=r"[MLHVCSQTAZmlhvcsqtaz0-9 .-]+",
        pattern_words="letters of an SVG path, numbers and spaces, such as M3 15h18",
    )
    seed: tuple[str, ...] = spec("The statements of the speech in course/speech.yml that it answers.", default=())
    outcomes: tuple[Outcome, ...] = spec("What a learner can do afterwards.", default=())
    lessons: tuple[Lesson, ...] = spec("Its lessons, in order.", default=())
    case: str = spec("The slug of its case.", default="", pattern=SLUG, pattern_words=SLUG_WORDS)
    more_cases: tuple[str, ...] = spec("The slugs of further cases, after the first.", default=(), pattern=SLUG, pattern_words=SLUG_WORDS)
    carry: tuple[Carried, ...] = spec("The two articles to carry away; with `say` and `remember` they make its pocket card.", default=())
    say: Text | None = spec("The sentence of its pocket card that can be said tomorrow.", default=None)
    remember: tuple[Text, ...] = spec("The three things to remember, on its pocket card.", default=())
    test: int = spec("How many of its items stand in each test form.", default=0)
    draw: int = spec("How many questions open the self-check; the rest follow as further practice.", default=8)

    @property
    def span(self) -> tuple[int, int]:
        """How many minutes its lessons take together, at least and at most."""
        low, high = (sum(max(lesson.minutes + change, 1) for lesson in self.lessons) for change in (-MINUTES_AROUND, MINUTES_AROUND))
        return low, high

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

    levels: tuple[FormLevel, ...] = spec("The levels, with their numbers.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseFile(Entry):
    """The plan of the course: `course/course.yml`."""

    test: FormPlan | None = spec("The blueprint of the tests before and after; without it there are none.", default=None)
    modules: tuple[Module, ...] = spec("The modules, in order.")
    misconceptions: tuple[Misconception, ...] = spec("The mistaken beliefs that the questions look for.")
