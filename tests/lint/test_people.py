"""People who return are found by name, and the check tells which groups never act among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.checks.references import people_references
from manusiawi.entries.people import GROUPS
from manusiawi.lint.run import lint
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from manusiawi.model.people import appearances
from tests.helpers.commands import run
from tests.helpers.files import edit


def person(name: str, kind: str = "officer", more: str = "") -> str:
    """A person of the file."""
    text = "{id: Kata., en: Words.}"
    return f"- id: {name.lower()}\n  name: {name}\n  kind: {kind}\n  role: {text}\n  place: {text}\n  arc: {text}\n{more}"


def write(root: Path, *people: str) -> None:
    (root / "course/people.yml").write_text("people:\n" + "".join(people), "utf-8")


def told(root: Path, rule: str) -> list[str]:
    return [finding.wrong for finding in lint(load_course(root), root) if finding.rule == rule]


@pytest.fixture
def peopled(example: Path) -> Path:
    """The example with a lesson in which Wulan, a Bu Wulan and a Wulandari appear, and a question with Wulan."""
    for language in ("id", "en"):
        edit(example / f"docs/{language}/antre/giliran.md", "Setiap orang punya", "Bu Wulan dan Wulandari.\nSetiap orang punya")
    edit(example / "quizzes/antre.yml", "id: Bu Sri kehilangan", "id: Wulan. Bu Sri kehilangan")
    return example


def test_people_are_found_by_the_words_that_call_them_in_lessons_and_questions(peopled: Path) -> None:
    write(
        peopled, person("Wulan"), person("Wulanda"), person("Ibu", more="  called: [Bu Wulan]\n"), person("Dua", more="  called: [Wulan]\n")
    )
    found = appearances(load_course(peopled))
    assert found["wulan"] == ["antre/giliran.md", "nomor-hilang"] == found["dua"]
    assert found["ibu"] == ["antre/giliran.md"] and found["wulanda"] == [], "a whole name, not a part of one"


def test_where_somebody_else_has_the_name_is_left_out_and_must_exist(peopled: Path) -> None:
    write(peopled, person("Wulan", more="  others: [antre/giliran.md]\n"))
    assert appearances(load_course(peopled)) == {"wulan": ["nomor-hilang"]} and list(people_references(load_course(peopled))) == []
    write(peopled, person("Wulan", more="  others: [nomor-hilan]\n"))
    (fault,) = people_references(load_course(peopled))
    assert 'no page or question is named "nomor-hilan"' in fault.found and fault.place.line == 8


def test_groups_that_never_act_are_told_and_a_client_acts_only_who_speaks(peopled: Path) -> None:
    assert told(peopled, "P113") == [], "a course that keeps no people is told nothing"
    every = "  groups: [" + ", ".join(GROUPS) + "]\n"
    write(peopled, person("Wulan", "client", every))
    assert len(told(peopled, "P113")) == len(GROUPS)
    write(peopled, person("Wulan", "client", every + "  speaks: true\n"), person("Nanti", more=every))
    assert told(peopled, "P113") == []
    write(peopled, person("Nanti", more=every), person("Wulan", "neighbour", "  groups: [women]\n"))
    assert told(peopled, "P113") == [
        f'nobody of the group "{group}" acts in a lesson, case or question' for group in sorted(GROUPS) if group != "women"
    ], "who does not appear does not act"


def test_officers_with_disabilities_are_counted_where_they_appear(peopled: Path) -> None:
    blind = "  disability: {id: netra, en: blind}\n"
    officers = [person(f"P{number}", more=f"{blind}  called: [Wulan]\n") for number in range(5)]
    write(peopled, *officers, person("Nanti", more=blind), person("K", "client", f"{blind}  called: [Wulan]\n  speaks: true\n"))
    assert told(peopled, "P114") == ["5 officers with disabilities appear: P0, P1, P2, P3, P4"]
    write(peopled, *officers, person("Wulan", more=blind))
    assert told(peopled, "P114") == []


def test_authors_print_the_people_with_where_they_appear(peopled: Path) -> None:
    write(peopled, person("Wulan", more="  age: 34\n  groups: [women]\n"))
    done = run(peopled, "check", "--people")
    assert done.returncode == 0 and done.stdout.startswith("Wulan (officer; 34; women): Kata., Kata.\n")
    assert "    appears in 2: antre/giliran.md, nomor-hilang\n" in done.stdout


def test_the_course_has_officers_with_disabilities_and_somebody_of_every_group(course: Course) -> None:
    people = course.people.values()
    assert sum(person.kind == "officer" and person.disability is not None for person in people) >= 6
    assert {group for person in people for group in person.groups} == set(GROUPS)
