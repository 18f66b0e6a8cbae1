"""What is wrong in an author's file: where, what was found, what is allowed, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a source file; line and column count from 1, as editors do."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One fault that stops the build, in sentences without a closing full stop."""

    place: Place
    found: str
    allowed: str
    mend: str

    def __str__(self) -> str:
        return f"{self.place}: {self.found}.\n    Allowed: {self.allowed}.\n    Mend: {self.mend}."


class CourseFaults(Exception):
    """Raised by a builder that cannot go on; holds every fault that was found."""

    def __init__(self, faults: Iterable[Fault]):
        self.faults = sorted(set(faults))
        super().__init__(report(self.faults))

    def __reduce__(self) -> tuple[type[CourseFaults], tuple[list[Fault]]]:
        """The way from one process to another, which carries what an error was made of."""
        return type(self), (self.faults,)


def report(faults: Iterable[Fault]) -> str:
    """Every fault, in the order of the files, closed by a line that counts them."""
    listed = sorted(set(faults))
    noun = "fault" if len(listed) == 1 else "faults"
    return "\n".join([*map(str, listed), f"{len(listed)} {noun}."])


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like the word, or None where none is like it."""
    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def quoted(words: Iterable[str]) -> str:
    """Names in quotation marks, parted by commas."""
    return ", ".join(f'"{word}"' for word in words)
