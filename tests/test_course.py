"""What the real course promises its readers: sources, languages, questions."""

from __future__ import annotations

import re

from manusiawi.check_course import check
from manusiawi.check_items import texts_of
from manusiawi.course import Course
from manusiawi.fields import LANGUAGES
from manusiawi.pagefile import MARK
from manusiawi.unwritten import unwritten
from tests.conftest import PROJECT


def test_the_course_has_no_fault(course: Course) -> None:
    assert [str(fault) for fault in (*check(course, PROJECT), *unwritten(PROJECT))] == []


def test_module_five_is_complete(course: Course) -> None:
    module = course.modules["nondiskriminasi"]
    assert len(module.lessons) == 4 and module.case
    items = course.banks["nondiskriminasi"].items
    assert len(items) >= 12 and len({item.type for item in items}) >= 6
    assert len(course.quiz_items("nondiskriminasi")) >= 12
    for lesson in module.lessons:
        assert 1 <= len(course.pages["id"][f"nondiskriminasi/{lesson.slug}.md"].marked("item")) <= 2


def test_every_outcome_is_measured_and_half_the_questions_are_at_c3_or_above(course: Course) -> None:
    for module in course.modules.values():
        items = course.banks[module.slug].items if module.slug in course.banks else ()
        for outcome in module.outcomes:
            assert any(item.outcome == outcome.id and item.bloom >= outcome.bloom for item in items)
        assert 2 * sum(item.bloom >= "C3" for item in items) >= len(items)


def test_every_option_has_a_reason_of_eight_words_or_more(course: Course) -> None:
    for item in course.items.values():
        for entry in (*getattr(item, "options", ()), *getattr(item, "statements", ()), *getattr(item, "pairs", ()), *getattr(item, "steps", ())):
            for language in LANGUAGES:
                assert len(entry.feedback[language].split()) >= 8, f"{entry.at} {language}"


def test_the_longest_option_is_no_better_than_chance(course: Course) -> None:
    """Picking always the longest option stays within two standard errors of chance."""
    for language in LANGUAGES:
        single = [item for item in course.items.values() if item.type == "single-choice"]
        expected = sum(1 / len(item.options) for item in single)
        variance = sum(1 / len(item.options) * (1 - 1 / len(item.options)) for item in single)
        hits = sum(max(item.options, key=lambda option: len(option.text[language])).key for item in single)
        assert abs(hits - expected) <= 2 * variance ** 0.5 + 0.5


def test_no_recalled_or_doubtful_law_is_cited(course: Course) -> None:
    for citation in course.citations.values():
        assert citation.passage.checked and citation.passage.text and citation.passage.translation
        assert (citation.passage.url or citation.instrument.url).startswith("https://")


def test_law_and_facts_hold_just_what_the_course_cites(course: Course) -> None:
    cited_law = {citation.anchor for item in course.items.values() for citation in map(course.citation, item.law)}
    cited_facts = set()
    texts = [text[language] for entry in (*course.items.values(), *course.terms.values()) for text in texts_of(entry) for language in LANGUAGES]
    texts += [path.read_text("utf-8") for language in LANGUAGES for path in (PROJECT / "docs" / language).rglob("*.md")
              if "<!-- generated" not in path.read_text("utf-8")[:2000]]
    for text in texts:
        for mark in MARK.finditer(text):
            if mark[1] == "law":
                cited_law.add(course.citation(mark[2]).anchor)
            elif mark[1] == "fact":
                cited_facts.add(mark[2])
    assert cited_law == set(course.citations) and cited_facts == set(course.facts)


def test_words_that_demean_stand_in_quotations_of_law_only(course: Course) -> None:
    for language in LANGUAGES:
        for path in (PROJECT / "docs" / language).rglob("*.md"):
            text = re.sub(r"[\"“«][^\"”»\n]*[\"”»]", "", path.read_text("utf-8"))
            assert "penyandang cacat" not in text.lower(), path


def test_glossary_terms_are_linked_from_lessons(course: Course) -> None:
    lessons = "".join(path.read_text("utf-8") for path in (PROJECT / "docs/id").rglob("*.md"))
    assert len(course.terms) >= 8
    linked = set(re.findall(r"glosarium\.md#([\w-]+)", lessons))
    assert linked and linked <= set(course.terms)
