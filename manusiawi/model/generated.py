"""Names the pages that the course makes of its data, and the anchors that stand on them."""

from __future__ import annotations

from manusiawi.entries.items import BranchingCase, Item
from manusiawi.model.addresses import FACTS, TEST_KEYS, TEST_PAGES, law_page
from manusiawi.model.course import Course


def item_anchors(item: Item) -> set[str]:
    """The addresses inside a question: itself, and each scene of a case."""
    nodes = item.nodes if isinstance(item, BranchingCase) else ()
    return {item.id, *(f"{item.id}-{node.id}" for node in nodes)}


def generated_paths(course: Course) -> dict[str, set[str]]:
    """The anchors of each generated page, by its path below docs/<language>/."""
    pages: dict[str, set[str]] = {}
    for slug in course.banks:
        if slug in course.modules:
            pages[f"{slug}/soal.md"] = set().union(*map(item_anchors, course.quiz_items(slug)), set())
            pages[f"{slug}/kunci.md"] = set().union(*(item_anchors(item) for item in course.banks[slug].items if not item.forms), set())
    for slug, notes in course.trainers.items():
        pages[f"{slug}/pelatih.md"] = {f"pertanyaan-{number}" for number in range(1, len(notes.prompts) + 1)}
    if course.trainers:
        pages["pelatih.md"] = set(course.workshops)
    if course.test:
        pages |= {
            path: set() for path in (*TEST_PAGES.values(), TEST_KEYS)
        }  # an item may move to the other form, so its place is no address
    pages["glosarium.md"] = set(course.terms)
    pages["sumber.md"] = {*course.citations, *course.facts}
    pages[FACTS] = set(course.facts)
    for anchor, citation in course.citations.items():
        pages.setdefault(law_page(citation.instrument.id), set()).add(anchor)
    return pages
