"""Rules on what real answers say of a question, where `course/evidence.yml` has it: E100 to E107."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from manusiawi.entries.evidence import LEAST, Observed
from manusiawi.entries.items import Item, MultipleChoice, SingleChoice
from manusiawi.ground.faults import Place
from manusiawi.language.known import LANGUAGES
from manusiawi.lint.reasons import EASY, HARD, IDLE, SURE_WRONG, WEAK, Reason, reasons
from manusiawi.lint.rule import Found, rule
from manusiawi.model.revision import revisions, text_id

_TESTING = "Standards for Educational and Psychological Testing (2014), chapter 4"
_ETS = "Zieky 1993, in Holland and Wainer, Differential Item Functioning; Mantel and Haenszel 1959"


@dataclass(frozen=True)
class Answered:
    """A question with what the answers to one of its revisions say; `item` is None where the course has it no more."""

    item: Item | None
    observed: Observed

    @property
    def is_current(self) -> bool:
        return self.item is not None and self.observed.revision in revisions(self.item).split()

    @property
    def language(self) -> str:
        return self.observed.revision[:2] if self.observed.revision[:2] in LANGUAGES else LANGUAGES[0]

    @property
    def options(self) -> dict[str, Place]:
        """Where each wrong option stands, by the name under which it is saved."""
        chosen = self.item.options if isinstance(self.item, SingleChoice | MultipleChoice) else ()
        return {text_id(option.text): option.text.where(self.language) for option in chosen if not option.key}

    @property
    def reasons(self) -> list[Reason]:
        return reasons(self.observed, self.options) if self.is_current else []

    def place(self, reason: Reason) -> Place:
        """The option that a reason is about, else the question."""
        assert self.item
        return self.options.get(reason.about, self.item.stem.where(self.language))

    @property
    def who(self) -> str:
        return f"of {self.observed.people:,} people"


def _of(answered: Answered, name: str, wrong: Callable[[float], str], mend: str) -> Iterator[Found]:
    for reason in answered.reasons:
        if reason.name == name:
            yield Found(answered.place(reason), wrong(reason.value), mend)


@rule(
    "E100",
    "error",
    "evidence",
    f"evidence of fewer than {LEAST} people",
    "Of few people one could tell who answered what; no such figure may be kept.",
    "the course's page on the protection of data",
)
def few(answered: Answered) -> Iterator[Found]:
    if answered.observed.people < LEAST:
        wrong = f"it tells about {answered.observed.people} people"
        yield Found(answered.observed.where("people"), wrong, "remove the entry, or let `build_quiz.py analyse` write the file anew")


@rule(
    "E101", "hint", "evidence", f"a question that fewer than {HARD:.0%} had right",
    "Fewer are right than guesses would be: the key, the wording or the lesson leads people elsewhere.", _TESTING,
)  # fmt: skip
def hard(answered: Answered) -> Iterator[Found]:
    yield from _of(
        answered,
        "hard",
        lambda value: f"{answered.who} {value:.0%} had it right",
        "read what they took instead, then mend the question or its lesson",
    )


@rule(
    "E102", "hint", "evidence", f"a question that more than {EASY:.0%} had right",
    "What everybody knows already takes time and teaches nothing, unless it is there to encourage.", _TESTING,
)  # fmt: skip
def easy(answered: Answered) -> Iterator[Found]:
    yield from _of(
        answered,
        "easy",
        lambda value: f"{answered.who} {value:.0%} had it right",
        "give it distractors that people believe, or keep it on purpose",
    )


@rule(
    "E103", "hint", "evidence", f"a question whose discrimination is under {WEAK:.1f}",
    "Who knows the rest of the course does no better in it than who does not; below 0 the key is often wrong.",
    f"{_TESTING}; corrected item-total correlation",
)  # fmt: skip
def weak(answered: Answered) -> Iterator[Found]:
    for name in ("negative", "weak"):
        yield from _of(
            answered,
            name,
            lambda value: f"{answered.who} the discrimination is {value:.2f}",
            "check the key first, then whether two options can be right",
        )


@rule(
    "E104", "hint", "evidence", f"a distractor that fewer than {IDLE:.0%} took",
    "An option that nobody believes only takes reading time.", "guideline 18; Tarrant, Ware and Mohammed 2009",
)  # fmt: skip
def idle(answered: Answered) -> Iterator[Found]:
    yield from _of(
        answered,
        "idle",
        lambda value: f"{answered.who} {value:.1%} took this option",
        "write what people really believe, or drop the option",
    )


@rule(
    "E105", "hint", "evidence", "a question that is harder in one language, or for one group, than for equals in the others",
    "People who are equally good should find it equally hard; else it asks for something besides what it is to ask (DIF class C).", _ETS,
)  # fmt: skip
def different(answered: Answered) -> Iterator[Found]:
    for reason in answered.reasons:
        if reason.name == "difference":
            what = "between Indonesian and English" if reason.about == "languages" else "between groups"
            wrong = f"{answered.who} the answers differ {what} beyond what they know, by {reason.value:+.1f} delta"
            yield Found(
                answered.place(reason), wrong, "look for a word, an office or a custom that only some know, and compare both languages"
            )


@rule(
    "E106", "hint", "evidence", f"a question in which {SURE_WRONG:.0%} or more of those who were sure were wrong",
    "A firm mistake is not a gap: it wants its own reason in the lesson, or the question misleads.", _TESTING,
)  # fmt: skip
def sure_and_wrong(answered: Answered) -> Iterator[Found]:
    yield from _of(
        answered,
        "sure-wrong",
        lambda value: f"{answered.who} {value:.0%} of those who were sure were wrong",
        "take up the belief in the lesson, or make the question say what it means",
    )


@rule(
    "E107", "hint", "evidence", "evidence of a question that has changed or gone since",
    "Answers to other words say nothing of these.", "the course's own revisions",
)  # fmt: skip
def outdated(answered: Answered) -> Iterator[Found]:
    if not answered.is_current:
        seen = answered.observed
        yield Found(
            seen.at,
            f'"{seen.item}" is in the course no more with the revision {seen.revision}',
            "let `build_quiz.py analyse` count answers to the new one",
        )
