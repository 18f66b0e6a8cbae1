"""Where the course answers each statement of the speech: `course/speech.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechStatement(Entry):
    """One statement of the speech and what answers it."""

    id: str = spec("Its number, such as S1.", pattern=r"S\d{1,2}", pattern_words="S and a number")
    text: Text = spec("What the speech says, in one sentence of our own.", markdown="inline")
    lesson: str = spec(
        "The passage that teaches it, as in nondiskriminasi/bias#tanpa-niat.",
        pattern=rf"{SLUG}/{SLUG}#{SLUG}",
        pattern_words="module/lesson#anchor",
    )
    outcome: str = spec("The id of the outcome that it serves, from course/course.yml.")
    item: str = spec("The id of a question that measures it.")
    case: str = spec("The case that shows it, as in nondiskriminasi/kasus.", pattern=rf"{SLUG}/{SLUG}", pattern_words="module/case")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechFile(Entry):
    """The statements of the speech: `course/speech.yml`, which may be missing."""

    statements: tuple[SpeechStatement, ...] = spec("The statements, in order.")
