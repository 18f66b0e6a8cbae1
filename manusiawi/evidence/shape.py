"""The long table of answers: its columns, the key that a learner becomes in it, and the list of what was not read."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from manusiawi.ground.faults import Place
from manusiawi.language.known import LANGUAGES

ATTEMPTS = ("", "before", "after", "test-a", "test-b")  # before and after ask the same question twice; the tests ask others
REVISION = rf"({'|'.join(LANGUAGES)})-[0-9A-Za-z._-]{{1,40}}"
PLACES_SHOWN = 3  # of each kind of what was not read


class Answer(NamedTuple):
    """One answer of one person to one question; the language stands at the head of the revision.

    `item` is the question's id, with the statement's name behind a colon where it is one of a set; `option` is the name under which pages
    save it, several joined by "+", and "" where only right or wrong is known. `sure` and `seconds` are None where nobody asked, `at` is
    milliseconds since 1970, 0 where unknown.
    """

    learner: int
    item: str
    revision: str
    option: str
    right: bool
    sure: bool | None = None
    seconds: float | None = None
    attempt: str = ""
    group: str = ""
    at: int = 0


REQUIRED = ("learner", "item", "revision", "option", "right")  # of a table in our own shape; the others may be missing


@dataclass(frozen=True)
class Salt:
    """Makes keys of learners that nothing outside of this run can be matched with: the salt is drawn anew and kept nowhere."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(16), repr=False)

    def key(self, learner: str) -> int:
        """A key of 63 bits, by BLAKE2b with the salt as its key."""
        return int.from_bytes(hashlib.blake2b(learner.encode("utf-8", "replace"), digest_size=8, key=self.secret).digest(), "big") >> 1


@dataclass
class Told:
    """What was not read, or was left out: each kind once, with its first places and how often it came."""

    kinds: dict[str, list[Place]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    dropped: dict[str, None] = field(default_factory=dict)  # what kinds of names and addresses were dropped on reading

    def tell(self, place: Place | None, what: str, times: int = 1) -> None:
        """Notes that something was left out; `what` is a sentence without its full stop, the same for all that is alike.

        `place` is None where it comes of all files together.
        """
        places = self.kinds.setdefault(what, [])
        if place and times and len(places) < PLACES_SHOWN:
            places.append(place)
        self.counts[what] = self.counts.get(what, 0) + times

    def drop(self, *names: str) -> None:
        """Notes columns or fields with names, addresses and the like, of which nothing was kept."""
        self.dropped.update(dict.fromkeys(names))

    def lines(self) -> Iterator[str]:
        """A line for each kind, in the order in which they came."""
        for what, places in self.kinds.items():
            more = self.counts[what] - len(places)
            where = ", ".join(map(str, places)) + (f" and {more:,} more" if more > 0 else "")
            yield f"{where if places else f'{more:,} times'}: {what}."
