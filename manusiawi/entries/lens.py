"""The tool that tests a rule or one's own conduct: `course/lens.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class LensStep(Entry):
    """One step of the test."""

    id: str = spec("Its name; it is part of addresses and of saved answers and never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    title: Text = spec("The step in a few words.", markdown="inline")
    question: Text = spec("The question that the step asks.", markdown="inline")
    help: Text = spec("What helps to answer it.", markdown="block")
    good: Text = spec("What a good answer looks like.", markdown="inline")


@dataclass(frozen=True, slots=True, kw_only=True)
class LensAnswer(Entry):
    """The answer to one step in an example."""

    step: str = spec("The id of the step.", pattern=SLUG, pattern_words=SLUG_WORDS)
    text: Text | None = spec("The answer; left out where the learner is to write it.", default=None, markdown="block")


@dataclass(frozen=True, slots=True, kw_only=True)
class LensExample(Entry):
    """A rule or an act put to the test, wholly or in part."""

    id: str = spec("Its name; never changes.", pattern=SLUG, pattern_words=SLUG_WORDS)
    title: Text = spec("What is tested.", markdown="inline")
    rule: Text = spec("The rule or act, in its own words and its setting.", markdown="block")
    answers: tuple[LensAnswer, ...] = spec("One answer for each step, in order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LensFile(Entry):
    """The tool: `course/lens.yml`, which may be missing."""

    days: int = spec("How many days after the plan's first day its owner looks back.", default=30)
    steps: tuple[LensStep, ...] = spec("The steps, in order.")
    examples: tuple[LensExample, ...] = spec("Examples that can be read or carried on.")
