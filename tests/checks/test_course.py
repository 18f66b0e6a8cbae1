"""What the real course promises its readers: sources, languages, questions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from manusiawi.binding.walk import texts_of
from manusiawi.checks.course import check
from manusiawi.checks.unwritten import unwritten
from manusiawi.entries.items import ITEM_TYPES, SingleChoice
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.page import MARK
from tests.helpers.projects import PROJECT


def test_the_course_has_no_fault(course: Course) -> None:
    assert [str(fault) for fault in (*check(course, PROJECT), *unwritten(course, PROJECT))] == []


def test_every_type_of_question_and_every_mistaken_belief_is_used(course: Course) -> None:
    items = list(course.items.values())
    assert {item.type for item in items} == set(ITEM_TYPES)
    assert {name for item in items for _, name in item.misconceptions} == set(course.misconceptions)


def test_nine_of_ten_choices_have_three_options(course: Course) -> None:
    choices = [len(item.options) for item in course.items.values() if item.type == "single-choice"]
    assert choices.count(3) > 0.9 * len(choices)


def test_every_module_has_notes_for_its_trainer_whose_steps_fill_the_session(course: Course) -> None:
    assert set(course.trainers) == set(course.modules)
    for notes in course.trainers.values():
        assert sum(step.minutes for step in notes.steps) == notes.minutes, notes.module
        assert notes.ahead, f"{notes.module}: nobody reads in silence in a room"
        assert notes.prompts and len({prompt.misconception for prompt in notes.prompts}) > 1


def test_every_outcome_is_measured_and_half_the_questions_are_at_c3_or_above(course: Course) -> None:
    for module in course.modules.values():
        items = course.banks[module.slug].items if module.slug in course.banks else ()
        for outcome in module.outcomes:
            assert any(item.outcome == outcome.id and item.bloom >= outcome.bloom for item in items)
        assert 2 * sum(item.bloom >= "C3" for item in items) >= len(items)


def test_every_option_has_a_reason_of_eight_words_or_more(course: Course) -> None:
    for item in course.items.values():
        for entry in (
            *getattr(item, "options", ()),
            *getattr(item, "statements", ()),
            *getattr(item, "pairs", ()),
            *getattr(item, "steps", ()),
        ):
            for language in LANGUAGES:
                assert len(entry.feedback[language].split()) >= 8, f"{entry.at} {language}"


def test_the_longest_option_is_no_better_than_chance(course: Course) -> None:
    """Picking always the longest option stays within two standard errors of chance."""
    for language in LANGUAGES:
        single = [item for item in course.items.values() if isinstance(item, SingleChoice)]
        expected = sum(1 / len(item.options) for item in single)
        variance = sum(1 / len(item.options) * (1 - 1 / len(item.options)) for item in single)
        hits = sum(max(item.options, key=lambda option: len(option.text[language])).key for item in single)
        assert abs(hits - expected) <= 2 * variance**0.5 + 0.5


def test_every_article_is_read_at_an_address_that_is_encrypted(course: Course) -> None:
    addresses = {anchor: citation.passage.url or citation.instrument.url for anchor, citation in course.citations.items()}
    assert [anchor for anchor, address in addresses.items() if not address.startswith("https://")] == []


def test_law_and_facts_hold_just_what_the_course_cites(course: Course) -> None:
    cited_law = {citation.anchor for item in course.items.values() for citation in map(course.citation, item.law)}
    cited_facts = {fact for chart in course.charts.values() for fact in chart.facts}
    texts = [
        text[language]
        for entry in (*course.items.values(), *course.terms.values(), *course.trainers.values(), *([course.lens] if course.lens else []))
        for text in texts_of(entry)
        for language in LANGUAGES
    ]
    texts += [
        path.read_text("utf-8")
        for language in LANGUAGES
        for path in (PROJECT / "docs" / language).rglob("*.md")
        if "<!-- generated" not in path.read_text("utf-8")[:2000]
    ]
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


def unused_terms(terms: Iterable[str], text: str) -> list[str]:
    """The terms that a text does not use, as whole words, whatever their letters' size."""
    return [term for term in terms if not re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE)]


def test_every_term_of_the_glossary_is_a_word_that_readers_meet(course: Course) -> None:
    """Asked of Indonesian, whose words are the glossary's own; the English beside them explains more than it names."""
    pages = "\n".join((PROJECT / "docs/id" / path).read_text("utf-8") for path in course.pages["id"])
    texts = "\n".join(text.id for item in course.items.values() for text in texts_of(item))
    assert unused_terms([term.term.id for term in course.terms.values()], f"{pages}\n{texts}") == []
    assert unused_terms(["loket", "zirafah"], "Di LOKET itu") == ["zirafah"]
