"""What questions and the plan refer to must exist, and each address belongs to one question."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.binding.fields import Entry
from manusiawi.checks.items import KEPT_NODES
from manusiawi.checks.names import known, names_nothing, no_law
from manusiawi.checks.unwritten import NO_LESSON
from manusiawi.entries.drawn.rooms import Plan
from manusiawi.entries.items import BranchingCase, Inspection, Item
from manusiawi.entries.plan import Module
from manusiawi.ground.faults import Fault, nearest, quoted
from manusiawi.language.known import LANGUAGES, MAIN
from manusiawi.model.addresses import FRAME_IDS, MADE_IDS
from manusiawi.model.course import Course


def item_references(item: Item, course: Course) -> Iterator[Fault]:
    """An item names an outcome, misconceptions, articles and a lesson that exist."""
    module = course.modules.get(course.item_modules[item.id])
    if not module:
        return
    yield from known(
        item.outcome,
        (outcome.id for outcome in module.outcomes),
        item,
        "outcome",
        "outcome",
        f'module "{module.slug}" in course/course.yml',
    )
    for entry, name in item.misconceptions:
        yield from known(name, course.misconceptions, entry, "misconception", "misconception", "course/course.yml")
    if isinstance(item, Inspection) and item.picture:
        yield from _plan_of(item, course)
    for number, value in enumerate(item.law):
        if value and not course.citation(value) and not course.unread("course/law.yml"):
            yield no_law(value, course, item.where_in("law", number))
    slug, _, anchor = item.lesson.partition("#")
    if slug == NO_LESSON:
        return
    lessons = module.page_slugs
    if slug and slug not in lessons:
        yield from known(slug, lessons, item, "lesson", "lesson", f'module "{module.slug}" in course/course.yml')
        return
    for language in LANGUAGES:
        page = course.pages[language].get(f"{module.slug}/{slug}.md")
        if anchor and page and anchor not in page.anchors:
            likely = nearest(anchor, page.anchors)
            yield Fault(
                item.where("lesson"),
                f'the lesson docs/{language}/{page.path} has no anchor "{anchor}"',
                quoted(page.anchors),
                f'write "{slug}#{likely}"' if likely else "name one of these anchors, or give a heading this one",
            )


def _plan_of(item: Inspection, course: Course) -> Iterator[Fault]:
    """The picture of an inspection is a plan with as many places."""
    plans = {name: picture for name, picture in course.pictures.items() if isinstance(picture, Plan)}
    plan = plans.get(item.picture)
    yield from known(item.picture, plans, item, "picture", "plan", "course/pictures/")
    if plan and len(plan.places) != len(item.places):
        yield Fault(
            item.where("picture"),
            f'the plan "{plan.id}" has {len(plan.places)} places, the question {len(item.places)}',
            "the same places in the same order, so that a number says the same in both",
            "add or remove places in one of the two",
        )


def item_addresses(course: Course) -> Iterator[Fault]:
    """Questions and the scenes of cases are addresses, so no two may share one, nor take one that a question's page needs."""
    seen: dict[str, Entry] = {}
    for item in course.items.values():
        if item.id in FRAME_IDS | MADE_IDS:
            yield Fault(
                item.where("id"),
                f'the address "{item.id}" belongs to the page around the question',
                f"a name other than {quoted(sorted(FRAME_IDS | MADE_IDS))}",
                "choose another id",
            )
        scenes = (
            [(f"{item.id}-{node.id}", node) for node in item.nodes if node.id not in KEPT_NODES] if isinstance(item, BranchingCase) else []
        )
        for name, entry in [(item.id, item), *((f"{item.id}-{kept}", item) for kept in KEPT_NODES), *scenes]:
            first = seen.setdefault(name, entry)
            if first is not entry:
                yield Fault(
                    entry.where("id"),
                    f'the address "{name}" is taken; first at {first.at}',
                    "each address once in the whole course",
                    "choose another id",
                )


CARRIED, REMEMBERED = 2, 3  # on each pocket card


def _card(course: Course, module: Module) -> Iterator[Fault]:
    """A module's pocket card names articles that exist, and is whole where there is one."""
    for carried in module.carry:
        if not course.citation(carried.law) and not course.unread("course/law.yml"):
            yield no_law(carried.law, course, carried.where("law"))
    whole = len(module.carry) == CARRIED and module.say and len(module.remember) == REMEMBERED
    if (module.carry or module.say or module.remember) and not whole:
        yield Fault(
            module.where("carry"),
            f"the pocket card has {len(module.carry)} articles in `carry`, {int(bool(module.say))} sentences in `say` and "
            f"{len(module.remember)} things in `remember`",
            f"{CARRIED} articles, one sentence and {REMEMBERED} things; or none of them",
            "write what is missing, or leave out what is too much",
        )


def people_references(course: Course) -> Iterator[Fault]:
    """The pages and questions where somebody else has a person's name exist."""
    names = [*course.pages[MAIN], *course.items]
    for person in course.people.values():
        for number, name in enumerate(person.others):
            if name not in names and not course.unread("quizzes/"):
                yield names_nothing(name, names, person.where_in("others", number), "page or question", "docs/ and quizzes/")


def plan_references(course: Course) -> Iterator[Fault]:
    """Banks, trainer's notes and lessons name what exists, and every page of the plan is there."""
    for bank in course.banks.values():
        yield from known(bank.module, course.modules, bank, "module", "module", "course/course.yml")
    for trainer in course.trainers.values():
        yield from known(trainer.module, course.modules, trainer, "module", "module", "course/course.yml")
        for prompt in trainer.prompts:
            yield from known(prompt.misconception, course.misconceptions, prompt, "misconception", "misconception", "course/course.yml")
    for file in course.picture_files.values():
        yield from known(file.module, course.modules, file, "module", "module", "course/course.yml")
    for module in course.modules.values():
        yield from _card(course, module)
        outcomes = [outcome.id for outcome in module.outcomes]
        lessons = [lesson.slug for lesson in module.lessons]
        for lesson in module.lessons:
            for name in lesson.outcomes:
                yield from known(name, outcomes, lesson, "outcomes", "outcome", f'module "{module.slug}"')
            for name in lesson.needs:
                yield from known(name, lessons, lesson, "needs", "lesson", f'module "{module.slug}"')
        pages = [
            *((lesson.slug, lesson) for lesson in module.lessons),
            *((slug, module) for slug in module.cases),
            *([("index", module)] if module.lessons else []),
        ]
        for slug, entry in pages:
            for language in LANGUAGES:
                if f"{module.slug}/{slug}.md" not in course.pages[language]:
                    yield Fault(
                        entry.at,
                        f"the page docs/{language}/{module.slug}/{slug}.md does not exist",
                        "a page in both languages for each lesson of the plan",
                        "write the page, or take the lesson out of course/course.yml",
                    )
