"""A question between two formats, in one language: what every reader makes and every writer takes."""

from __future__ import annotations

from dataclasses import dataclass, field

from manusiawi.ground.faults import Fault, Place

MAX_QUESTIONS = 2_000
MAX_ANSWERS = 200
MAX_TOLD = 20_000  # characters of one text in a note


class Refusal(Exception):
    """Raised by a reader that cannot make a question of what it reads; holds the fault."""

    def __init__(self, place: Place, found: str, allowed: str, mend: str) -> None:
        self.fault = Fault(place, found, allowed, mend)
        super().__init__(str(self.fault))


@dataclass(slots=True)
class Choice:
    """A text that can be chosen, put in order or written, with the feedback to it and the belief that it shows."""

    text: str
    feedback: str = ""
    right: bool = False
    misconception: str = ""


@dataclass(slots=True)
class Pair:
    """A row of a matching question with what belongs to it."""

    left: str
    right: str
    feedback: str = ""


@dataclass(slots=True)
class Criterion:
    """One thing that learners look for in what they wrote, and what to do where it is missing."""

    text: str
    mend: str = ""


@dataclass(slots=True)
class Question:
    """A question in one language; its texts are Markdown, its accepted answers plain words.

    The statements of a true/false question stand in `options`, and so do the places of an inspection (`right` where it is a barrier).
    `ref` is the id that the source gives, `feedback` what it says of the whole question, `lost` what a reader could not carry.
    `picture` is the path of a picture of the course; `module`, `outcome`, `bloom`, `lesson` and `revision` are those of its item.
    """

    place: Place
    name: str = ""
    type: str = ""
    ref: str = ""
    scenario: str = ""
    stem: str = ""
    feedback: str = ""
    options: list[Choice] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    distractors: list[Choice] = field(default_factory=list)
    steps: list[Choice] = field(default_factory=list)
    accept: list[str] = field(default_factory=list)
    number: float | None = None
    tolerance: float = 0.0
    mistakes: list[Choice] = field(default_factory=list)
    model: str = ""
    criteria: list[Criterion] = field(default_factory=list)
    picture: str = ""
    language: str = ""
    module: str = ""
    outcome: str = ""
    bloom: str = ""
    lesson: str = ""
    revision: str = ""
    lost: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The words by which messages name the question."""
        name = shortened(self.name or self.ref or self.stem)
        return f'question "{name}"' if name else "the question"

    def lose(self, what: str, line: int = 0) -> None:
        """Keeps in mind that something of the source is not carried, or not as it was."""
        note = f"{self.place.file}:{line or self.place.line}: {self.label}: {what}"
        if note not in self.lost:
            self.lost.append(note)

    def refuse(self, found: str, allowed: str, mend: str, place: Place | None = None) -> Refusal:
        """The refusal of this question, to be raised."""
        return Refusal(place or self.place, f"{self.label} {found}", allowed, mend)


@dataclass(slots=True)
class Reading:
    """What a reader found in a file: questions, faults, notes on what belongs to no question."""

    questions: list[Question] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def leave(self, place: Place, label: str, why: str, words: str) -> None:
        """Notes that a question or another part of the source is not carried, with its words."""
        told = f', its words: "{whole(words)}"' if words.strip() else ""
        self.notes.append(f"{place.file}:{place.line}: {label} is not carried{why}{told}")


def shortened(text: str, length: int = 40) -> str:
    """A text cut to fit into a message, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def whole(text: str) -> str:
    """A text on one line, whole unless no reader of messages would read it to its end."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_TOLD else f"{line[:MAX_TOLD]}… (and {len(line) - MAX_TOLD:,} characters more)"
