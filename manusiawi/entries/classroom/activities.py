"""Activities for which a room stands up: `course/activities.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityStep(Entry):
    """One step of an activity."""

    minutes: int = spec("How long it takes, with the largest group.")
    text: Text = spec("What the trainer and the participants do.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefQuestion(Entry):
    """A question for the talk after an activity, with the mistaken belief that it meets."""

    ask: Text = spec("The question.", markdown="inline")
    misconception: str = spec("The mistaken belief that it meets, from course/course.yml.")
    reply: Text = spec("What the trainer can say or ask where that belief is heard.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways(Entry):
    """How everybody takes part."""

    stand: Text = spec("For those who cannot stand or walk.", markdown="inline")
    see: Text = spec("For those who cannot see.", markdown="inline")
    hear: Text = spec("For those who cannot hear.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Entry):
    """An activity with what a trainer needs for it."""

    id: str = spec("Its anchor on the page of activities; never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    title: Text = spec("Its title.")
    module: str = spec("The slug of the module that it serves, from course/course.yml.", pattern=SLUG, pattern_words=SLUG_WORDS)
    purpose: Text = spec("What participants find out by it.", markdown="inline")
    smallest: int = spec("The fewest participants with whom it works.")
    largest: int = spec("The most participants for whom its minutes are enough.")
    materials: tuple[Text, ...] = spec("What to bring or print.", markdown="inline")
    steps: tuple[ActivityStep, ...] = spec("What happens, step by step; together their minutes are those of the activity.")
    debrief: tuple[DebriefQuestion, ...] = spec("Questions for the talk that ends it.")
    ways: Ways = spec("How people take part who cannot stand, see or hear.")
    watch: tuple[Text, ...] = spec("What to watch for, and when to stop.", markdown="inline")

    @property
    def minutes(self) -> int:
        """The whole activity in minutes."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFile(Entry):
    """The activities: `course/activities.yml`, which may be missing."""

    activities: tuple[Activity, ...] = spec("The activities.")
