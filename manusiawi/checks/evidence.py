"""Checks that `course/evidence.yml` tells nothing about few people."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.entries.evidence import LEAST, EvidenceFile, Observed
from manusiawi.ground.faults import Fault
from manusiawi.model.course import Course


def check_evidence(course: Course) -> Iterator[Fault]:
    """A fault for each entry about fewer people than may be told of."""
    entries: list[EvidenceFile | Observed] = [course.evidence, *course.evidence.items] if course.evidence else []
    for entry in entries:
        if entry.people < LEAST:
            yield Fault(
                entry.where("people"),
                f"it tells about {entry.people} people",
                f"evidence of {LEAST} people or more, who cannot be told apart in it",
                "remove the entry, or let `build_quiz.py analyse` write the file anew",
            )
