"""The people who return in the stories of the course: `course/people.yml`. Where they appear is found, never written here."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS

PERSON_KINDS = ("officer", "neighbour", "client")
GROUPS = ("disability", "women", "children", "indigenous", "elderly", "minorities")  # those that the speech names (S13)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """Somebody invented, who returns and changes."""

    id: str = spec("A name that authors use.", pattern=SLUG, pattern_words=SLUG_WORDS)
    name: str = spec("The name, in both languages.")
    called: tuple[str, ...] = spec("How texts call this person, where that is not the name: Pak Ali, Bu Nur.", default=())
    kind: str = spec("An officer of this office, a neighbour who is an officer elsewhere, or a client.", values=PERSON_KINDS)
    age: int | None = spec("The age.", default=None)
    role: Text = spec("The duty, or the matter that brings a client.")
    place: Text = spec("Where the person works or lives.")
    disability: Text | None = spec("A disability with the aid used; told in a story only where it matters to what happens.", default=None)
    groups: tuple[str, ...] = spec("The groups of the speech to which the person belongs.", default=(), values=GROUPS)
    speaks: bool = spec("`true` for a client who decides or speaks, and is not only spoken of.", default=False)
    arc: Text = spec("How the person changes in the course of the course.")
    others: tuple[str, ...] = spec("Pages (`modul/pelajaran.md`) and questions where somebody else has the same name.", default=())
    note: str = spec("What authors must know, such as who else has the name.", default="")

    @property
    def names(self) -> tuple[str, ...]:
        """The words by which texts mean this person."""
        return self.called or (self.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFile(Entry):
    """The people who return: `course/people.yml`, which may be missing."""

    people: tuple[Person, ...] = spec("Officers first, then neighbours, then clients.")
