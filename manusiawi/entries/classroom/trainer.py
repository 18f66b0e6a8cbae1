"""What a trainer needs for one module: `course/trainer/<module>.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt(Entry):
    """A question to put to the room."""

    ask: Text = spec("The question.", markdown="inline")
    expect: Text = spec("An answer to hope for.", markdown="inline")
    misconception: str = spec("The mistaken belief that may come up, from course/course.yml.")
    heard: Text = spec("How that belief sounds when a decent colleague says it.", markdown="inline")
    reply: Text = spec("What the trainer can say or ask then.", markdown="inline")


STEP_PARTS = ("opening", "case", "debrief")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Entry):
    """One step of a session in the room."""

    part: str = spec("The part of the session to which it belongs.", values=STEP_PARTS)
    minutes: int = spec("How long it takes with thirty people; that of an activity where the text names one.")
    text: Text = spec("What the trainer and the participants do.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainerFile(Entry):
    """The trainer's notes on one module: `course/trainer/<module>.yml`."""

    module: str = spec("The slug of the module, from course/course.yml.", pattern=SLUG, pattern_words=SLUG_WORDS)
    minutes: int = spec("The minutes of the session in the room; the check adds up those of its steps.")
    ahead: tuple[str, ...] = spec("The lessons that participants read before they come, by their slugs.", default=())
    materials: tuple[Text, ...] = spec("What to bring or prepare.", markdown="inline")
    steps: tuple[Step, ...] = spec("The session, step by step.")
    prompts: tuple[Prompt, ...] = spec("Questions to put to the room.")
    watch: tuple[Text, ...] = spec("Errors to watch for, in the room and in one's own teaching.", markdown="inline")
    no_network: Text = spec("How to do it in a room without a network.", markdown="inline")
    disabilities: tuple[Text, ...] = spec("How to include participants with disabilities.", markdown="inline")

    def minutes_of(self, part: str) -> int:
        """The minutes of one part of the session: opening, case or debrief."""
        return sum(step.minutes for step in self.steps if step.part == part)
