"""What trainers use in a room must be whole: sessions add up, sheets are used and have something to print, activities fit their steps."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.checks.names import known, names_nothing, no_law
from manusiawi.entries.classroom.sheets import Sheet
from manusiawi.entries.classroom.trainer import Step, TrainerFile
from manusiawi.entries.classroom.workshops import Part
from manusiawi.entries.items import BranchingCase, Matching
from manusiawi.ground.faults import Fault
from manusiawi.language.known import LANGUAGES
from manusiawi.model.classroom import is_used, listed, minutes_of, named
from manusiawi.model.course import Course


def check_room(course: Course) -> Iterator[Fault]:
    """Every fault of sessions, activities, sheets and timetables; none where a file could not be read."""
    if course.unreadable:
        return
    for notes in course.trainers.values():
        yield from _session(course, notes)
    for activity in course.activities.values():
        yield from known(activity.module, course.modules, activity, "module", "module", "course/course.yml")
        for question in activity.debrief:
            yield from known(question.misconception, course.misconceptions, question, "misconception", "misconception", "course/course.yml")
    for sheet in course.sheets.values():
        yield from _sheet(course, sheet)
    yield from _workshops(course)


def _session(course: Course, notes: TrainerFile) -> Iterator[Fault]:
    """The steps take the minutes of the session, and what is read ahead exists."""
    total = sum(step.minutes for step in notes.steps)
    if total != notes.minutes:
        yield Fault(
            notes.where("minutes"),
            f"the steps of this session take {total} minutes",
            f"{notes.minutes}, as `minutes` says",
            "correct the number, or the minutes of a step",
        )
    module = course.modules.get(notes.module)
    for name in notes.ahead:
        lessons = [lesson.slug for lesson in module.lessons] if module else []
        yield from known(name, lessons, notes, "ahead", "lesson", f'module "{notes.module}" in course/course.yml')
    for step in notes.steps:
        yield from _activity_in(course, step)


def _activity_in(course: Course, step: Step) -> Iterator[Fault]:
    """A step with activities takes as long as they do."""
    found = [course.activities[name] for name in named([step], "activity") if name in course.activities]
    minutes = sum(activity.minutes for activity in found)
    if found and minutes != step.minutes:
        yield Fault(
            step.where("minutes"),
            f'the activity "{found[0].id}" takes {minutes} minutes, the step that names it {step.minutes}',
            "a step that takes as long as its activity",
            f"write {minutes}, or change the steps of the activity",
        )


def _sheet(course: Course, sheet: Sheet) -> Iterator[Fault]:
    """A sheet is used, has something to print, and names what exists."""
    if not is_used(course, sheet):
        yield Fault(
            sheet.where("id"),
            f'no trainer is told to bring the sheet "{sheet.id}"',
            f"[[sheet {sheet.id}]] in trainer's notes or an activity; for an evaluation, `evaluation: true` in a workshop",
            "name it where it is used, or take it out",
        )
    yield from known(sheet.module, course.modules, sheet, "module", "module", "course/course.yml")
    filled = {
        "cards": sheet.cards or sheet.item or ((sheet.page or sheet.lens) and not sheet.columns),
        "columns": sheet.columns and (sheet.rows or sheet.page or sheet.lens),
        "questions": sheet.questions,
    }
    if sum(map(bool, filled.values())) != 1:
        yield Fault(
            sheet.at,
            f'the sheet "{sheet.id}" has {"several things" if any(filled.values()) else "nothing"} to print',
            "cards (`cards`, `page`, `item` or `lens`), a table (`columns` with `rows`, `page` or `lens`), or `questions`",
            "keep or write one of these",
        )
    for language in LANGUAGES:
        if sheet.page and not listed(course, language, sheet.page):
            yield Fault(
                sheet.where("page"),
                f"docs/{language}/ has no list at {sheet.page}",
                "a page of a module with a list right below the heading that bears the anchor",
                "correct the address, or write the list",
            )
    drawn = {name: item for name, item in course.items.items() if isinstance(item, (BranchingCase, Matching))}
    yield from known(sheet.item, drawn, sheet, "item", "branching case or matching question", "quizzes/")
    if sheet.lens and not course.lens:
        yield Fault(sheet.where("lens"), "the course has no lens", "a lens in course/lens.yml", "write it, or take `lens` out")
    for card in sheet.cards:
        yield from known(card.person, course.people, card, "person", "person", "course/people.yml")
        if card.law and not course.citation(card.law):
            yield no_law(card.law, course, card.where("law"))
        if not (card.title or card.law or card.person):
            yield Fault(card.at, "the card has no head", "`title`, `person` or `law`", "write one of these")


def _kinds(part: Part) -> int:
    return sum(map(bool, (part.module, part.activity, part.test, part.evaluation, part.title)))


def _workshops(course: Course) -> Iterator[Fault]:
    """Each part of a timetable is one thing that exists, and modules and activities add up to the minutes of the workshop."""
    has_evaluation = any(sheet.kind == "evaluation" for sheet in course.sheets.values())
    for workshop in course.workshops.values():
        total = 0
        for part in (part for day in workshop.days for part in day.parts):
            if _kinds(part) != 1:
                yield Fault(
                    part.at,
                    f"the entry is {'several things at once' if _kinds(part) else 'nothing'}",
                    "one of `module:`, `activity:`, `test:`, `evaluation: true`, or something else with `title:`",
                    "write one of these",
                )
                continue
            if part.module and part.module not in course.trainers:
                yield names_nothing(
                    part.module, list(course.trainers), part.where("module"), "module with trainer's notes", "course/trainer/"
                )
            yield from known(part.activity, course.activities, part, "activity", "activity", "course/activities.yml")
            if part.test and not course.test:
                yield Fault(part.where("test"), "the course has no test", "a blueprint, `test:` in course/course.yml", "take the test out")
            if part.evaluation and not has_evaluation:
                yield Fault(part.where("evaluation"), "the course has no evaluation", "a sheet of the kind `evaluation`", "write the sheet")
            from_elsewhere = part.module or part.activity
            if bool(from_elsewhere) == bool(part.minutes):
                yield Fault(
                    part.at,
                    "the entry has minutes of its own besides those of its module or activity"
                    if part.minutes
                    else "the entry has no minutes",
                    "`minutes:` for tests, the evaluation and what has a title, and for nothing else",
                    "take `minutes:` out" if part.minutes else "write how long it takes",
                )
            total += minutes_of(course, part) if from_elsewhere else 0
        if total != workshop.minutes:
            yield Fault(
                workshop.where("minutes"),
                f"the modules and activities of this workshop take {total} minutes",
                f"{workshop.minutes}, as `minutes` says",
                "correct the number, or the list of modules",
            )
