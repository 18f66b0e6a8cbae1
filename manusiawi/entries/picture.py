"""What every picture has, whatever its kind: `course/pictures/<module>.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Entry):
    """One picture. The fields below belong to every kind."""

    name: ClassVar[str] = ""
    discriminator: ClassVar[str] = "kind"
    noun: ClassVar[str] = "picture"

    id: str = spec("The name that marks use, once in the whole course.", pattern=SLUG, pattern_words=SLUG_WORDS)
    kind: str = spec("The kind of picture, which decides the other fields.")
    title: Text = spec("What it is a picture of: a few words that stand above it.")
    shows: Text = spec(
        "What to see in it, in one or two sentences that stand below it; who does not see the picture reads this too.", markdown="inline"
    )
