"""Runs the rules over a course; levels and exceptions come from `course/lint.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from manusiawi.binding.fields import Entry
from manusiawi.checks.translations import confirmed, units
from manusiawi.entries.items import Inspection, Item
from manusiawi.entries.plan import Outcome
from manusiawi.ground.faults import Fault, nearest
from manusiawi.language.known import LANGUAGES, MAIN, other
from manusiawi.lint.guessing.reader import Reading, read
from manusiawi.lint.guessing.table import short, whole
from manusiawi.lint.pageview import PageView, page_views
from manusiawi.lint.rule import RULES, Finding
from manusiawi.lint.rules import (  # noqa: F401 - importing enters their rules
    anatomy,
    asking,
    banks,
    choices,
    doing,
    evidence,
    forms,
    guessing,
    parity,
    people,
    pictures,
    prose,
    question,
    tongues,
    written,
)
from manusiawi.lint.rules import markdown as markdownlint
from manusiawi.lint.rules.pairs import PagePair
from manusiawi.lint.rules.pictures import Shown
from manusiawi.lint.view import views
from manusiawi.model.course import Course


def lint(course: Course, root: Path) -> list[Finding]:
    """Every finding of every rule that is not off, in the order of the files."""
    levels = {entry.rule: entry.level for entry in course.lint.levels} if course.lint else {}
    excepted = {(entry.rule, entry.item) for entry in course.lint.exceptions} if course.lint else set()
    judged = subjects(course, root)
    findings = []
    for rule in RULES.values():
        level = levels.get(rule.id, rule.level)
        for subject, name in judged[rule.of] if level != "off" else ():
            findings += [
                Finding(found.place, rule.id, level, found.wrong, rule.why, found.mend, name)
                for found in rule.judge(subject)
                if (rule.id, name) not in excepted
            ]
    return sorted(set(findings))


def unknown_names(course: Course) -> list[Fault]:
    """A fault for each rule or subject that `course/lint.yml` names and nothing bears.

    An exception that excepts nothing hides the next error.
    """
    if not course.lint:
        return []
    subjects_named = {
        *course.items,
        *course.modules,
        *course.outcomes,
        *(path for pages in course.pages.values() for path in pages),
        *course.pictures,
        *(unit.name for unit in units(course)),
    }
    named: list[tuple[Entry, str, str, set[str]]] = []
    named += [(level, "rule", level.rule, set(RULES)) for level in course.lint.levels]
    named += [(exception, "rule", exception.rule, set(RULES)) for exception in course.lint.exceptions]
    named += [(exception, "item", exception.item, subjects_named) for exception in course.lint.exceptions]
    return [
        Fault(
            entry.where(field),
            f'nothing is named "{name}"',
            "a rule of quizzes/RULES.md"
            if field == "rule"
            else "a question's or picture's id, a page's path or the name of a translated text",
            f'write "{likely}"' if (likely := nearest(name, known)) else "correct it, or remove the entry",
        )
        for entry, field, name, known in named
        if name not in known
    ]


def measured(course: Course) -> list[str]:
    """The statistics of the whole bank and of all lessons, a line each, by language, then the table of both tests."""
    lessons = _lessons_of(page_views(course))
    return [
        f"{language} {line}"
        for language, bank in views(course, _lessons(course)).items()
        for line in [*banks.statistics(bank), *short(read(language, bank)), *asking.statistics(lessons[language])]
    ] + forms.table(list(course.items.values()))


def readings(course: Course) -> list[Reading]:
    """What a reader of options alone guesses, by language."""
    return [read(language, bank) for language, bank in views(course, _lessons(course)).items()]


def guessed(course: Course, module: str = "") -> list[str]:
    """The whole table of what a reader of options alone guesses; with a module, its questions option by option."""
    return [line for reading in readings(course) for line in whole(reading, module)]


def subjects(course: Course, root: Path) -> dict[str, list[tuple[Any, str]]]:
    """What the rules judge, by the rules' `of`, each with the name by which an exception calls it."""
    by_language = views(course, _lessons(course))
    items = list(course.items.values())
    scenes = forms.Scenes(items)
    record = confirmed(root)
    seen = {mark.value for page in course.pages[MAIN].values() for mark in page.marked("picture")}
    seen |= {item.picture for item in items if isinstance(item, Inspection)}
    pages = page_views(course)
    markdownlint.scan_all(page.source for page in pages)  # all at once: each start of the Markdown linter costs
    return {
        "item": [(view, view.item.id) for bank in by_language.values() for view in bank],
        "bank": [(bank, "") for bank in by_language.values()],
        "reading": [(read(language, bank), "") for language, bank in by_language.items()],
        "module": [
            ((module, course.banks[module.slug].items), module.slug) for module in course.modules.values() if module.slug in course.banks
        ],
        "outcome": [((outcome, asked), outcome.id) for outcome, asked in _asked(course)],
        "items": [(items, "")],
        "scene": [((item, scenes), item.id) for item in items],
        "pair": [(item, item.id) for item in course.items.values()],
        "picture": [(Shown(picture, picture.id in seen), picture.id) for picture in course.pictures.values()],
        "unit": [((unit, record), unit.name) for unit in units(course)],
        "page": [(page, page.path) for page in pages],
        "lessons": [(lessons, "") for lessons in _lessons_of(pages).values()],
        "people": [(people.people_of(course), "")],
        "evidence": [(answered, answered.observed.item) for answered in _answered(course)],
        "pair of pages": [(pair, pair.path) for pair in _pairs(course)],
    }


def _answered(course: Course) -> list[evidence.Answered]:
    """What real answers say, with the question of each; nothing where the course has no evidence."""
    observed = course.evidence.items if course.evidence else ()
    return [evidence.Answered(course.items.get(one.item.partition(":")[0]), one) for one in observed]


def _asked(course: Course) -> Iterator[tuple[Outcome, list[Item]]]:
    """Every outcome, with those of its items that the pages of its module set."""
    for module in course.modules.values():
        asked = [course.items[name] for name in course.set_items(module.slug) if name in course.items]
        for outcome in module.outcomes:
            yield outcome, [item for item in asked if item.outcome == outcome.id]


def _lessons_of(pages: list[PageView]) -> dict[str, list[PageView]]:
    """The lessons among the pages, by language."""
    return {language: [page for page in pages if page.lesson and page.language == language] for language in LANGUAGES}


def _pairs(course: Course) -> list[PagePair]:
    """Every page that both languages have, without its head."""
    both = [path for path in course.pages[MAIN] if path in course.pages[other(MAIN)]]
    twins = [(path, {language: course.pages[language][path] for language in LANGUAGES}) for path in both]
    return [
        PagePair(
            path,
            {language: page.body for language, page in pages.items()},
            {language: page.head.shape for language, page in pages.items()},
        )
        for path, pages in twins
    ]


def _lessons(course: Course) -> dict[tuple[str, str], str]:
    """The text of every lesson, by language and path."""
    return {(language, path): page.text for language in LANGUAGES for path, page in course.pages[language].items() if "/" in path}
