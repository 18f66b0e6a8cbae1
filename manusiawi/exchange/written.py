"""What an export made: its file, what was counted in and out, what could not be carried and where it went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from manusiawi.exchange.question import Question


@dataclass(frozen=True, slots=True)
class Counts:
    """How many questions, how many options, rows, steps and answers in them, how many reasons beside these."""

    questions: int = 0
    options: int = 0
    reasons: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.questions + other.questions, self.options + other.options, self.reasons + other.reasons)

    def __sub__(self, other: Counts) -> Counts:
        return Counts(self.questions - other.questions, self.options - other.options, self.reasons - other.reasons)

    def __str__(self) -> str:
        return f"{self.questions} questions, {self.options} options, {self.reasons} reasons"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of an item that a format cannot hold as it is: what, where it went, and by how much it changes the counts."""

    item: str
    what: str
    where: str
    counts: Counts = field(default_factory=Counts)

    def __str__(self) -> str:
        return f"{self.item}: {self.what}: {self.where}"


@dataclass(frozen=True, slots=True)
class Written:
    """One file of an export. `taken` was counted in the course, `found` in the file as it is read back."""

    name: str
    content: bytes
    taken: Counts
    found: Counts
    losses: tuple[Loss, ...] = ()

    @property
    def untold(self) -> Counts:
        """The difference that no loss explains; all zero where the export is whole."""
        return self.taken - self.found - sum((loss.counts for loss in self.losses), Counts())


def told(losses: Iterable[Loss]) -> list[str]:
    """The losses in words, one line for what happened to several items in the same way."""
    items: dict[tuple[str, str], list[str]] = {}
    for loss in losses:
        items.setdefault((loss.what, loss.where), []).append(loss.item)
    return [f"{what}: {where} ({', '.join(dict.fromkeys(names))})" for (what, where), names in items.items()]


def counted(questions: Iterable[Question]) -> Counts:
    """Counts questions with everything that can be chosen, matched, ordered or written in them, and every reason."""
    total = Counts()
    for question in questions:
        chosen = [*question.options, *question.distractors, *question.steps, *question.mistakes]
        reasons = [*(entry.feedback for entry in chosen), *(pair.feedback for pair in question.pairs), question.feedback, question.model]
        numbers = int(question.number is not None)
        total += Counts(1, len(chosen) + len(question.pairs) + len(question.accept) + numbers, sum(map(bool, reasons)))
    return total
