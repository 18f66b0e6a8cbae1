"""The kinds of picture, and their files: `course/pictures/<module>.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, spec
from manusiawi.entries.diagrams import Bars, Slope, Timeline, Tree, Way
from manusiawi.entries.drawn.rooms import Plan
from manusiawi.entries.drawn.scenes import Scene
from manusiawi.entries.items import SLUG_WORDS
from manusiawi.entries.papers import Paper
from manusiawi.entries.picture import Picture
from manusiawi.entries.recordings import Recording

PICTURE_KINDS: dict[str, type[Picture]] = {kind.name: kind for kind in (Paper, Tree, Timeline, Way, Slope, Bars, Recording, Plan, Scene)}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyPicture(Picture):
    """One picture, of the kind that it names."""

    @classmethod
    def variants(cls) -> Mapping[str, type[Entry]]:
        """The kinds by name, in the order of the reference page."""
        return PICTURE_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile(Entry):
    """The pictures of one module: `course/pictures/<module>.yml`, which may be missing."""

    module: str = spec("The slug of the module, from course/course.yml.", pattern=SLUG, pattern_words=SLUG_WORDS)
    pictures: tuple[AnyPicture, ...] = spec("The pictures.")
