"""Names the pages that the course makes of its data, and the anchors that stand on them."""

from __future__ import annotations

from manusiawi.entries.items import BranchingCase, Item
from manusiawi.model.course import Course
from manusiawi.model.morning import anchors
from manusiawi.model.page import PageFile


def item_anchors(item: Item) -> set[str]:
    """The addresses inside a question: itself, and each scene of a case."""
    nodes = item.nodes if isinstance(item, BranchingCase) else ()
    return {item.id, *(f"{item.id}-{node.id}" for node in nodes)}


def marked_anchors(course: Course, page: PageFile) -> set[str]:
    """The anchors that an author's page has from its marks: questions, and the people of the morning."""
    return {mark.value for mark in page.marked("item")} | (anchors(course.morning) if page.marked("morning") else set())


def generated_paths(course: Course) -> dict[str, set[str]]:
    """The anchors of each generated page, by its path below docs/<language>/."""
    names = course.names
    pages: dict[str, set[str]] = {}
    for slug in course.banks:
        if slug in course.modules:
            pages[names.self_check_of(slug)] = set().union(*map(item_anchors, course.quiz_items(slug)), set())
            pages[names.keys_of(slug)] = set().union(*(item_anchors(item) for item in course.banks[slug].items if not item.forms), set())
            pages |= {path: set() for path in (names.workbook_of(slug), names.exercises_of(slug))}
    for slug, notes in course.trainers.items():
        pages[names.notes_of(slug)] = {f"pertanyaan-{number}" for number in range(1, len(notes.prompts) + 1)}
    if course.trainers:
        pages[names.trainers] = set(course.workshops)
        pages[names.answer_cards] = set()
    if course.activities:
        pages[names.activities] = set(course.activities)
    if course.sheets:
        pages[names.sheets] = set(course.sheets)
    if course.test:  # an item may move to the other form, so its place is no address
        pages |= {path: set() for path in (*names.tests.values(), *names.keys_of_tests.values())}
    if any(module.carry for module in course.modules.values()):
        pages[names.cards] = set()
    if course.terms:
        pages[names.glossary] = set(course.terms)
    if (course.law and course.law.instruments) or course.facts:
        pages[names.sources] = {*course.citations, *course.facts}
    if course.facts:
        pages[names.facts] = set(course.facts)
    for anchor, citation in course.citations.items():
        pages.setdefault(names.law_page(citation.instrument.id), set()).add(anchor)
    return pages
