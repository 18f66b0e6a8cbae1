"""Counts again what the course says of its own size in `course/claims.yml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from manusiawi.entries.claims import Claim
from manusiawi.entries.items import BranchingCase
from manusiawi.ground.faults import Fault, nearest, quoted
from manusiawi.model.course import Course

Numbers = dict[str, int]  # by the id of what was counted; "" for the whole course


def _cases(course: Course) -> list[BranchingCase]:
    return [item for item in course.items.values() if isinstance(item, BranchingCase)]


def _lesson_questions(course: Course) -> Numbers:
    paths = {f"{module.slug}/{lesson.slug}" for module in course.modules.values() for lesson in module.lessons}
    return {path: len(course.pages["id"][f"{path}.md"].marked("item")) for path in sorted(paths) if f"{path}.md" in course.pages["id"]}


MEASURES: dict[str, Callable[[Course], Numbers]] = {
    "modules": lambda course: {"": sum(bool(module.lessons) for module in course.modules.values())},
    "lessons": lambda course: {"": sum(len(module.lessons) for module in course.modules.values())},
    "questions": lambda course: {"": len(course.items)},
    "question-types": lambda course: {"": len({item.type for item in course.items.values()})},
    "misconceptions": lambda course: {"": len(course.misconceptions)},
    "lesson-minutes": lambda course: {
        f"{module.slug}/{lesson.slug}": lesson.minutes for module in course.modules.values() for lesson in module.lessons
    },
    "lesson-questions": _lesson_questions,
    "self-check-questions": lambda course: {slug: len(course.quiz_items(slug)) for slug in course.modules},
    "case-scenes": lambda course: {case.id: len(case.nodes) for case in _cases(course)},
    "case-ends": lambda course: {case.id: sum(not node.choices for node in case.nodes) for case in _cases(course)},
    "workshop-minutes": lambda course: {workshop.id: workshop.minutes for workshop in course.workshops.values()},
}


def check_claims(course: Course, root: Path) -> Iterator[Fault]:
    """Every claim that is not so; none where a file could not be read, since what it holds would be missing from the count."""
    if course.unreadable or not course.claims:
        return
    for claim in course.claims.claims:
        yield from _wrong_numbers(claim, MEASURES[claim.of](course) if claim.of in MEASURES else {})
        for saying in claim.said:
            path = root / saying.page
            if not path.is_file():
                yield Fault(
                    saying.where("page"), f'there is no file "{saying.page}"', "a file of the project", "correct the name, or remove it"
                )
            elif saying.words not in path.read_text("utf-8-sig", "replace"):
                yield Fault(
                    saying.where("words"),
                    f'{saying.page} does not say "{saying.words}"',
                    "the very words that readers find there",
                    "make the two the same, and see that the number is right in both",
                )


def _wrong_numbers(claim: Claim, numbers: Numbers) -> Iterator[Fault]:
    """The faults of one claim: numbers out of its bounds, names of nothing, no number at all."""
    least, most = (claim.exactly, claim.exactly) if claim.exactly is not None else (claim.least, claim.most)
    if least is None and most is None:
        yield Fault(claim.at, "the claim names no number", "`exactly`, or `least`, or `most`, or the last two", "add one")
    for name in claim.only:
        if name not in numbers:
            likely = nearest(name, list(numbers))
            mend = f'write "{likely}"' if likely else "correct it, or remove it"
            yield Fault(claim.where("only"), f'nothing is named "{name}"', f"an id, such as {quoted(list(numbers)[:3])}", mend)
    for name, number in numbers.items():
        if claim.only and name not in claim.only:
            continue
        if (least is not None and number < least) or (most is not None and number > most):
            told = ", ".join(saying.page for saying in claim.said)
            yield Fault(
                claim.at,
                f'{claim.of} of "{name}": {number}' if name else f"{claim.of}: {number}",
                _bounds(least, most),
                f"correct the number here and in {told}, or the course" if told else "correct the number here, or the course",
            )


def _bounds(least: int | None, most: int | None) -> str:
    """The numbers that keep a claim, in words."""
    if least == most:
        return f"exactly {least}"
    return " and ".join([*([f"at least {least}"] if least is not None else []), *([f"at most {most}"] if most is not None else [])])
