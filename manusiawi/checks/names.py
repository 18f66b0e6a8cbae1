"""The faults of names that lead nowhere, with the nearest name that exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from manusiawi.binding.fields import Entry
from manusiawi.ground.faults import Fault, Place, nearest, quoted
from manusiawi.model.course import Course


def known(name: str, names: Iterable[str], entry: Entry, field: str, what: str, where: str) -> Iterator[Fault]:
    """A fault if the name is not among the known ones; says the nearest."""
    names = list(names)
    if name and name not in names:
        yield names_nothing(name, names, entry.where(field), what, where)


def names_nothing(name: str, known: list[str], place: Place, what: str, where: str) -> Fault:
    """The fault of a name that nothing bears, with the nearest that something does."""
    likely = nearest(name, known)
    listed = quoted(known[:20]) if known else "none so far"
    return Fault(
        place,
        f'no {what} is named "{name}"',
        f"the names in {where}: {listed}{' …' if len(known) > 20 else ''}",
        f'write "{likely}"' if likely else f"name one of these, or add it to {where}",
    )


def no_law(reference: str, course: Course, place: Place) -> Fault:
    """The fault of a reference to an article that the course has no source for."""
    known = [f"{c.instrument.id} {c.passage.article}" for c in course.citations.values()]
    instrument = reference.split(" ")[0]
    meant = nearest(instrument, {name.split(" ")[0] for name in known})
    same = [name for name in known if name.split(" ")[0] == instrument]
    likely = nearest(reference, same or [name for name in known if name == reference.replace(instrument, meant or "", 1)])
    allowed = (
        f"articles of {instrument} in course/law.yml: {quoted(same)}"
        if same
        else f"the instruments of course/law.yml: {quoted(dict.fromkeys(name.split(' ')[0] for name in known))}"
    )
    return Fault(
        place,
        f'the course has no source for "{reference}"',
        allowed,
        f'write "{likely}", or add the article with its source to course/law.yml'
        if likely
        else "add the article with its source to course/law.yml",
    )
