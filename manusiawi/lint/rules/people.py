"""Rules on the people who return: P113 on the groups of the speech, P114 on officers with disabilities; and the table for authors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from manusiawi.entries.people import GROUPS, Person
from manusiawi.language.known import MAIN
from manusiawi.lint.rule import Found, rule
from manusiawi.model.course import Course
from manusiawi.model.people import appearances

OFFICERS_WITH_DISABILITIES = 6
_SOURCE = "four readers of the whole course, November 2026"

People = tuple[Sequence[Person], Mapping[str, Sequence[str]]]  # everybody, and where each appears by id


def acting(people: People) -> list[Person]:
    """Those who appear as officers, here or elsewhere, or as clients who decide or speak."""
    everybody, where = people
    return [person for person in everybody if where[person.id] and (person.kind != "client" or person.speaks)]


@rule(
    "P113",
    "warning",
    "people",
    "a group of the speech of which nobody acts: no officer, and no client who decides or speaks",
    "Whoever only ever meets people like oneself as those in need learns that one is not meant as a colleague.",
    _SOURCE,
    note="""Reads `course/people.yml` and finds each person by name in lessons, cases and questions. Whether somebody only stands there is
    for readers to say.""",
)
def groups_that_never_act(people: People) -> Iterator[Found]:
    if not people[0]:
        return
    groups = {group for person in acting(people) for group in person.groups}
    for group in GROUPS:
        if group not in groups:
            yield Found(
                people[0][0].at,
                f'nobody of the group "{group}" acts in a lesson, case or question',
                "let somebody of `people` with this group act in a story, or add one",
            )


@rule(
    "P114",
    "warning",
    "people",
    f"fewer than {OFFICERS_WITH_DISABILITIES} officers with disabilities who appear",
    "A blind officer who reads 37 lessons about being served finds no colleague in them.",
    _SOURCE,
)
def officers_with_disabilities(people: People) -> Iterator[Found]:
    officers = [person for person in acting(people) if person.kind == "officer" and person.disability]
    if people[0] and len(officers) < OFFICERS_WITH_DISABILITIES:
        yield Found(
            people[0][0].at,
            f"{len(officers)} officers with disabilities appear: {', '.join(person.name for person in officers) or 'nobody'}",
            f"let {OFFICERS_WITH_DISABILITIES} of them act in lessons, cases or questions",
        )


def people_of(course: Course) -> People:
    """What these rules judge."""
    return list(course.people.values()), appearances(course)


def table(course: Course) -> list[str]:
    """Everybody with duty, groups and places of appearance, for authors."""
    everybody, where = people_of(course)
    lines = []
    for person in everybody:
        age = [str(person.age)] if person.age else []
        traits = [*age, *([person.disability[MAIN]] if person.disability else []), *person.groups]
        lines += [
            f"{person.name} ({person.kind}{'; ' if traits else ''}{'; '.join(traits)}): {person.role[MAIN]}, {person.place[MAIN]}",
            f"    arc: {person.arc[MAIN]}",
            *([f"    note: {person.note}"] if person.note else []),
            f"    appears in {len(where[person.id])}: {', '.join(where[person.id]) or 'nothing yet'}",
        ]
    return lines
