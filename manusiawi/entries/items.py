"""The nine types of question, as authors write them in `quizzes/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from manusiawi.binding.fields import SLUG, Entry, Text, Words, spec

BLOOM = ("C1", "C2", "C3", "C4", "C5", "C6")
FORMS = ("a", "b")  # the parallel tests, before and after
SLUG_WORDS = "small letters, digits and single hyphens"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Entry):
    """One option of a choice question."""

    text: Text = spec("What the learner can choose.", markdown="inline")
    feedback: Text = spec("Why this option is right, or what is missing in it.", markdown="inline")
    key: bool = spec("`true` on an option that is right.", default=False)
    misconception: str = spec("The mistaken belief that a wrong option carries, from course/course.yml.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Entry):
    """One statement of a true/false set."""

    text: Text = spec("The statement.", markdown="inline")
    answer: bool = spec("`true` or `false`.")
    feedback: Text = spec("Why the statement is true or false.", markdown="inline")
    misconception: str = spec("The mistaken belief that the wrong verdict shows.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Entry):
    """One row of a matching question."""

    left: Text = spec("What stands in the row.", markdown="inline")
    right: Text = spec("What belongs to it; rows may share one.", markdown="inline")
    feedback: Text = spec("Why the two belong together.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Distractor(Entry):
    """A choice of a matching question that belongs to no row."""

    text: Text = spec("The text that can be chosen.", markdown="inline")
    feedback: Text = spec("Why it belongs to no row.", markdown="inline")
    misconception: str = spec("The mistaken belief that choosing it shows.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Entry):
    """One step of an ordering question, written in its right place."""

    text: Text = spec("The step.", markdown="inline")
    feedback: Text = spec("Why it stands at this place.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake(Entry):
    """A wrong answer to a short-text question that authors foresee."""

    match: Words = spec("The wrong answer and its variants.")
    feedback: Text = spec("What is missing in it.", markdown="inline")
    misconception: str = spec("The mistaken belief that it shows; none where it is a slip, of arithmetic for instance.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Entry):
    """One way on from a node of a branching case."""

    text: Text = spec("What the learner decides to do or say.", markdown="inline")
    to: str = spec("The id of the node that it leads to.", pattern=SLUG, pattern_words=SLUG_WORDS)
    misconception: str = spec("The mistaken belief that it carries, if it carries one.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node(Entry):
    """One scene of a branching case."""

    id: str = spec("A short name, unique in the case; it is part of the node's address.", pattern=SLUG, pattern_words=SLUG_WORDS)
    title: Text = spec("A few words that name the scene.", markdown="inline")
    text: Text = spec("What happens, for both people.", markdown="block")
    choices: tuple[Choice, ...] = spec("The ways on; a node without any is an ending.", default=())
    ending: Text | None = spec("At an ending: what this road did, and what to keep of it.", default=None, markdown="block")


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Entry):
    """One thing that a learner looks for in what they wrote."""

    text: Text = spec("What a good answer does: a statement that is true of it or not, and can be seen in the words.", markdown="inline")
    mend: Text = spec("What to do where it is not there yet.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Entry):
    """One numbered place of an inspection."""

    id: str = spec("A short name, unique in the question; answers are saved under it.", pattern=SLUG, pattern_words=SLUG_WORDS)
    text: Text = spec("What one sees there, for somebody who sees no picture.", markdown="inline")
    barrier: bool = spec("`true` where something must be mended, `false` where it is fine as it is.")
    feedback: Text = spec("Whom it holds up and what mends it, or why it is fine.", markdown="inline")
    misconception: str = spec("The mistaken belief that the wrong judgement shows, if it shows one.", default="")


ItemType: TypeAlias = "type[Item]"  # said here, since an item's own `type` is a field


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Entry):
    """One question. The fields below belong to every type."""

    name: ClassVar[str] = ""
    discriminator: ClassVar[str] = "type"
    noun: ClassVar[str] = "question"

    id: str = spec(
        "A name that never changes and is never used again: learners' answers and trainers' links hang on it.",
        pattern=SLUG,
        pattern_words=SLUG_WORDS,
    )
    type: str = spec("The type of question.")
    outcome: str = spec("The id of the outcome that it measures, from course/course.yml.")
    bloom: str = spec("The level of thinking, after Bloom.", values=BLOOM)
    lesson: str = spec(
        "The passage that mends a mistake: a lesson of the module and its anchor, as in bentuk#langsung.",
        pattern=rf"{SLUG}(?:#{SLUG})?",
        pattern_words="the name of a lesson, then # and the anchor",
    )
    forms: tuple[str, ...] = spec(
        "The test forms in which the item stands, `a` before and `b` after; it then stands nowhere else.", default=(), values=FORMS
    )
    law: tuple[str, ...] = spec("The articles that the answer rests on, as in [uu-25-2009 Pasal 34 huruf a].", default=())
    siblings: tuple[str, ...] = spec(
        "Questions that ask the same in another scene, as in [lk-jawaban-tidak]: review asks one of them in this one's place. "
        "Same outcome, a shared misconception, none in a test; siblings of a sibling are siblings too, and it is enough to name each once.",
        default=(),
    )
    scenario: Text | None = spec("The person and the situation, before the question.", default=None, markdown="block")
    stem: Text = spec("The question itself: one sentence that ends in a question mark or a colon.", markdown="inline")

    @classmethod
    def variants(cls) -> Mapping[str, ItemType]:
        """The nine types by name, in the order of the reference page."""
        return ITEM_TYPES if cls is Item else {}

    @property
    def misconceptions(self) -> list[tuple[Entry, str]]:
        """The mistaken beliefs that the item carries, each with the entry that names it."""
        return []


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleChoice(Item):
    """One right option among several."""

    name: ClassVar[str] = "single-choice"
    options: tuple[Option, ...] = spec("The options, in the order of the page; exactly one has `key: true`.")

    @property
    def misconceptions(self) -> list[tuple[Entry, str]]:
        return [(option, option.misconception) for option in self.options if option.misconception]


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoice(Item):
    """Two or more right options among several."""

    name: ClassVar[str] = "multiple-choice"
    options: tuple[Option, ...] = spec("The options, in the order of the page; each right one has `key: true`.")

    @property
    def misconceptions(self) -> list[tuple[Entry, str]]:
        return [(option, option.misconception) for option in self.options if option.misconception]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Item):
    """A set of statements, each true or false."""

    name: ClassVar[str] = "true-false"
    statements: tuple[Statement, ...] = spec("The statements, in the order of the page.")

    @property
    def misconceptions(self) -> list[tuple[Entry, str]]:
        return [(statement, statement.misconception) for statement in self.statements if statement.misconception]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Item):
    """Rows to which a choice is assigned."""

    name: ClassVar[str] = "matching"
    pairs: tuple[Pair, ...] = spec("The rows, in the order of the page.")
    distractors: tuple[Distractor, ...] = spec("Choices that belong to no row.", default=())

    @property
    def misconceptions(self) -> list[tuple[Entry, str]]:
        return [(entry, entry.misconception) for entry in self.distractors if entry.misconception]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(Item):
    """Steps to put in order."""

    name: ClassVar[str] = "ordering"
    steps: tuple[Step, ...] = spec("The steps in their right order; the page mixes them, always in the same way.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortText(Item):
    """A word, a few words or a number to write."""

    name: ClassVar[str] = "short-text"
    accept: Words | None = spec(
        "The answers that are right; capitals, spaces, full stops at the end and the shapes of dashes and quotation marks do not count.",
        default=None,
    )
    number: float | None = spec(
        "The right number, if the answer is a number; 1.500 is read as the page's language writes it, units do not count, "
        "and what is no single number (1/2, 3-4, a time of day) is asked again: then say in the stem what to write, or use `accept`.",
        default=None,
    )
    tolerance: float = spec("How far a number may be off and still be right; a decimal number needs one.", default=0.0)
    answer: Text = spec("A model answer in one or two sentences.", markdown="inline")
    feedback: Text = spec("Why it is so.", markdown="inline")
    mistakes: tuple[Mistake, ...] = spec("Wrong answers that authors foresee.", default=())

    @property
    def misconceptions(self) -> list[tuple[Entry, str]]:
        return [(mistake, mistake.misconception) for mistake in self.mistakes if mistake.misconception]


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchingCase(Item):
    """A case in which each decision leads to another scene."""

    name: ClassVar[str] = "branching-case"
    nodes: tuple[Node, ...] = spec("The scenes; the first one is the start.")

    @property
    def misconceptions(self) -> list[tuple[Entry, str]]:
        return [(choice, choice.misconception) for node in self.nodes for choice in node.choices if choice.misconception]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Item):
    """A question to think and write about, without a verdict; with criteria, learners compare their words with the example."""

    name: ClassVar[str] = "reflection"
    model: Text = spec("An example of a good answer.", markdown="block")
    criteria: tuple[Criterion, ...] = spec(
        "Three to five things that the learner looks for in their own words after reading the example, and ticks where they are there.",
        default=(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection(Item):
    """A room, a desk or a screen with numbered places, some of which must be mended: the learner finds them."""

    name: ClassVar[str] = "inspection"
    picture: str = spec(
        "The id of a plan among the pictures, whose numbers are those of the places; the places say all that it shows.", default=""
    )
    places: tuple[Spot, ...] = spec("The places, in the order of their numbers; each that must be mended has `barrier: true`.")

    @property
    def misconceptions(self) -> list[tuple[Entry, str]]:
        return [(place, place.misconception) for place in self.places if place.misconception]


ITEM_TYPES: dict[str, type[Item]] = {
    kind.name: kind
    for kind in (SingleChoice, MultipleChoice, TrueFalse, Matching, Ordering, ShortText, Inspection, BranchingCase, Reflection)
}

COMES_BACK = tuple(name for name, kind in ITEM_TYPES.items() if kind not in (BranchingCase, Reflection))  # types with a verdict, for review


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizFile(Entry):
    """The question bank of one module: `quizzes/<module>.yml`."""

    module: str = spec("The slug of the module, from course/course.yml.", pattern=SLUG, pattern_words=SLUG_WORDS)
    items: tuple[Item, ...] = spec("The questions. Those that no lesson sets stand on the self-check page, in this order.")
