"""What must hold of the course's design: the speech is answered, the tests are parallel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from manusiawi.binding.fields import Entry
from manusiawi.checks.unwritten import PLACEHOLDER
from manusiawi.entries.items import FORMS, SingleChoice
from manusiawi.ground.faults import Fault, nearest, quoted
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course


def check_design(course: Course) -> Iterator[Fault]:
    """Every fault of the design; none where a file could not be read, since what it names is then unknown."""
    if course.unreadable:
        return
    yield from _speech(course)
    yield from _tests(course)
    yield from _lens(course)
    for chart in course.charts.values():
        if all(bar.value is None for bar in chart.bars):
            yield Fault(
                chart.where("bars"),
                f'no bar of the chart "{chart.id}" has a figure',
                "one bar with `value:` or more",
                "add the figures, or take the chart out",
            )
        for fact in chart.facts:
            if fact not in course.facts:
                yield _nothing(chart, "facts", "fact", fact, list(course.facts))


def _nothing(entry: Entry, field: str, what: str, name: str, known: list[str]) -> Fault:
    likely = nearest(name, known)
    return Fault(
        entry.where(field),
        f'no {what} is named "{name}"',
        f"one that exists: {quoted(known[:12])}{' …' if len(known) > 12 else ''}",
        f'write "{likely}"' if likely else "name one of these",
    )


def _speech(course: Course) -> Iterator[Fault]:
    """Each statement that a module answers has its row, and each row names what exists."""
    if not course.speech:
        return
    for module in course.modules.values():
        for name in module.seed:
            if name not in course.speech and not PLACEHOLDER.match(name):  # capitals of a template are told elsewhere
                yield Fault(
                    module.where("seed"),
                    f"the speech's statement {name} has no row in course/speech.yml",
                    "a row with lesson, outcome, item and case for each statement",
                    f"add a row for {name}",
                )
    answered = {name for module in course.modules.values() for name in module.seed}
    for row in course.speech.values():
        if row.id not in answered:
            yield Fault(
                row.where("id"),
                f"no module answers {row.id}",
                f"a statement that `seed` names in course/course.yml: {quoted(sorted(answered))}",
                "add it to a module's `seed`",
            )
        path, _, anchor = row.lesson.partition("#")
        anchors = {language: page.anchors for language in LANGUAGES if (page := course.pages[language].get(f"{path}.md"))}
        if not course.lesson(f"{path}.md"):
            yield _nothing(
                row,
                "lesson",
                "lesson",
                path,
                [f"{module.slug}/{lesson.slug}" for module in course.modules.values() for lesson in module.lessons],
            )
        elif any(anchor not in anchors.get(language, ()) for language in LANGUAGES):
            yield _nothing(row, "lesson", f"anchor of {path}", anchor, list(anchors.get("id", ())))
        if row.outcome not in course.outcomes:
            yield _nothing(row, "outcome", "outcome", row.outcome, list(course.outcomes))
        if row.item not in course.items:
            yield _nothing(row, "item", "question", row.item, list(course.items))
        cases = [f"{module.slug}/{case}" for module in course.modules.values() for case in module.cases]
        if row.case not in cases:
            yield _nothing(row, "case", "case", row.case, cases)


def _tests(course: Course) -> Iterator[Fault]:
    """Both forms follow the blueprint, by module and by level; that they are alike is the linter's to say."""
    if not course.test:
        return
    tested = [item for item in course.items.values() if item.forms]
    for item in tested:
        if not isinstance(item, SingleChoice):
            yield Fault(
                item.where("type"),
                f'the test item "{item.id}" is of type {item.type}',
                "single-choice, so that every item counts one point",
                "write it as a single-choice question, or take `forms:` out",
            )
    for module in course.modules.values():
        for item_id in course.set_items(module.slug):
            if item_id in course.items and course.items[item_id].forms:
                yield Fault(
                    course.items[item_id].where("forms"),
                    f'the test item "{item_id}" is shown in a lesson',
                    "test items that no lesson shows",
                    "take it out of the lesson, or out of the test",
                )
        for form in FORMS:
            found = sum(form in item.forms for item in tested if course.item_modules[item.id] == module.slug)
            if found != module.test:
                yield Fault(
                    module.where("test"),
                    f'form {form} has {found} items of module "{module.slug}"',
                    f"{module.test}, as `test` says",
                    "add or remove items with `forms:` in the module's bank",
                )
    for form in FORMS:
        levels = Counter(item.bloom for item in tested if form in item.forms)
        for level in course.test.levels:
            if levels[level.bloom] != level.items:
                yield Fault(
                    level.at,
                    f"form {form} has {levels[level.bloom]} items at {level.bloom}",
                    f"{level.items}, as the blueprint says",
                    "change the level of an item, or the blueprint",
                )


def _lens(course: Course) -> Iterator[Fault]:
    if not course.lens:
        return
    steps = [step.id for step in course.lens.steps]
    for example in course.lens.examples:
        if [answer.step for answer in example.answers] != steps:
            yield Fault(
                example.where("answers"),
                f'the answers of "{example.id}" are not one for each step, in order',
                quoted(steps),
                "write one answer for each step; leave `text` out where the learner is to write it",
            )
