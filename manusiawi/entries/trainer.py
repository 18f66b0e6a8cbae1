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


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainerFile(Entry):
    """The trainer's notes on one module: `course/trainer/<module>.yml`."""

    module: str = spec("The slug of the module, from course/course.yml.", pattern=SLUG, pattern_words=SLUG_WORDS)
    read: int = spec("Minutes for reading in the workshop.")
    case: int = spec("Minutes for the case or the activity.")
    debrief: int = spec("Minutes for the talk afterwards.")
    materials: tuple[Text, ...] = spec("What to bring or prepare.", markdown="inline")
    steps: tuple[Text, ...] = spec("The session, step by step.", markdown="inline")
    prompts: tuple[Prompt, ...] = spec("Questions to put to the room.")
    watch: tuple[Text, ...] = spec("Errors to watch for, in the room and in one's own teaching.", markdown="inline")
    no_network: Text = spec("How to do it in a room without a network.", markdown="inline")
    disabilities: tuple[Text, ...] = spec("How to include participants with disabilities.", markdown="inline")

    @property
    def minutes(self) -> int:
        """The whole session in minutes."""
        return self.read + self.case + self.debrief
