"""A morning at the counter, played or read: `course/morning.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS

PEOPLE = 10  # who come in one morning, those who return not counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(Entry):
    """Something that the learner may have done, and that the morning remembers."""

    id: str = spec("The name by which choices set it and later texts ask for it.", pattern=SLUG, pattern_words=SLUG_WORDS)
    text: Text = spec('What was done, as it goes on after "If": "you sent Pak Ali home".', markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo(Entry):
    """A paragraph of a scene that stands there only after a deed."""

    deed: str = spec("The id of the deed.", pattern=SLUG, pattern_words=SLUG_WORDS)
    text: Text = spec("What is then so.", markdown="block")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Entry):
    """One of the choices of a scene."""

    text: Text = spec("What the learner does.", markdown="inline")
    to: str = spec("The scene to which it leads; without it the person is done.", default="", pattern=SLUG, pattern_words=SLUG_WORDS)
    told: Text | None = spec("What came of it, where the person is done.", default=None, markdown="block")
    numbers: int = spec("How many numbers fewer are called before noon because of it.", default=0)
    leave: int = spec("How many people go home because of it.", default=0)
    sets: tuple[str, ...] = spec("The ids of the deeds that it is.", default=())
    deed: str = spec("The id of the deed without which there is no such choice.", default="", pattern=SLUG, pattern_words=SLUG_WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene(Entry):
    """What happens before a choice."""

    id: str = spec(
        "Its name among the scenes of one person; part of an address, so it never changes.", pattern=SLUG, pattern_words=SLUG_WORDS
    )
    title: Text = spec("Its heading.", markdown="inline")
    text: Text = spec("What is seen and said.", markdown="block")
    echoes: tuple[Echo, ...] = spec("What is added after what was done earlier.", default=())
    choices: tuple[Decision, ...] = spec("What can be done, in the order of the page.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller(Entry):
    """One person at the counter, or somebody who comes between two numbers."""

    id: str = spec("Its name; part of an address, so it never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    name: Text = spec("Who comes.")
    place: int = spec(
        f"Which of the {PEOPLE} it is; of two with the same place each morning draws one. 0 is somebody who comes besides.", default=0
    )
    number: int = spec("The number of the queue, where there is a place.", default=0)
    deed: str = spec("The id of the deed without which nobody comes.", default="", pattern=SLUG, pattern_words=SLUG_WORDS)
    outcomes: tuple[str, ...] = spec("The ids of the outcomes, the first of them the one under which the person stands afterwards.")
    lesson: str = spec('The page to read afterwards, from docs/<language>/, as "loket/mengapa.md" or "loket/mengapa.md#asal".')
    law: Text = spec("What the law says.", markdown="block")
    costly: Text | None = spec("What was lawful, and what it cost.", default=None, markdown="block")
    unsolved: Text | None = spec("What nobody could solve at this counter.", default=None, markdown="block")
    scenes: tuple[Scene, ...] = spec("The scenes; the first one is the start.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MorningFile(Entry):
    """The morning: `course/morning.yml`, which may be missing."""

    numbers: int = spec("The last number that is called before noon when no choice costs any.")
    deeds: tuple[Deed, ...] = spec("What is remembered.")
    callers: tuple[Caller, ...] = spec("Who comes, in the order of the morning.")
