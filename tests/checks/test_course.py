"""What the real course promises its readers: sources, languages, questions."""

from __future__ import annotations

import re

from manusiawi.binding.walk import texts_of
from manusiawi.checks.course import check
from manusiawi.checks.unwritten import unwritten
from manusiawi.entries.items import FORMS, ITEM_TYPES
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.page import MARK
from tests.helpers.projects import PROJECT


def test_the_course_has_no_fault(course: Course) -> None:
    assert [str(fault) for fault in (*check(course, PROJECT), *unwritten(course, PROJECT))] == []


def test_the_course_is_the_size_that_its_home_page_says(course: Course) -> None:
    assert len(course.modules) == 9 and all(module.lessons for module in course.modules.values())
    assert sum(len(module.lessons) for module in course.modules.values()) == 37
    home = (PROJECT / "docs/en/index.md").read_text("utf-8")
    assert "Nine modules, 37 lessons" in home


def test_every_lesson_takes_five_to_eight_minutes_and_asks_two_questions(course: Course) -> None:
    for module in course.modules.values():
        for lesson in module.lessons:
            assert 5 <= lesson.minutes <= 8, lesson.slug
            assert len(course.pages["id"][f"{module.slug}/{lesson.slug}.md"].marked("item")) == 2, lesson.slug


def test_the_bank_is_as_large_and_as_varied_as_the_blueprint_asks(course: Course) -> None:
    items = list(course.items.values())
    assert len(items) >= 236 and {item.type for item in items} == set(ITEM_TYPES)
    assert all(len(course.quiz_items(slug)) >= 12 for slug in course.modules)
    forms = {form: {item.id for item in items if form in item.forms} for form in FORMS}
    assert all(len(form) == 30 for form in forms.values()) and len(forms["a"] & forms["b"]) == 6
    used = {name for item in items for _, name in item.misconceptions}
    assert used == set(course.misconceptions) and len(used) == 13
    assert sum(len(getattr(item, "options", ())) == 3 for item in items if item.type == "single-choice") > 0.9 * sum(
        item.type == "single-choice" for item in items
    )


def test_the_branching_cases_have_eight_scenes_and_several_ends(course: Course) -> None:
    for name in ("mt-enam-puluh-detik", "kr-ktp-penghayat", "uk-perintah"):
        nodes = course.items[name].nodes
        assert len(nodes) >= 8 and sum(not node.choices for node in nodes) >= 3


def test_every_module_has_notes_for_its_trainer_whose_steps_fill_the_session(course: Course) -> None:
    assert set(course.trainers) == set(course.modules)
    for notes in course.trainers.values():
        assert sum(int(found) for step in notes.steps for found in re.findall(r"\b(\d+) menit\b", step.id)[:1]) == notes.minutes, (
            notes.module
        )
        assert notes.prompts and len({prompt.misconception for prompt in notes.prompts}) > 1


def test_the_workshops_take_720_and_360_minutes(course: Course) -> None:
    assert sorted(workshop.minutes for workshop in course.workshops.values()) == [360, 720]


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
        single = [item for item in course.items.values() if item.type == "single-choice"]
        expected = sum(1 / len(item.options) for item in single)
        variance = sum(1 / len(item.options) * (1 - 1 / len(item.options)) for item in single)
        hits = sum(max(item.options, key=lambda option: len(option.text[language])).key for item in single)
        assert abs(hits - expected) <= 2 * variance**0.5 + 0.5


def test_no_recalled_or_doubtful_law_is_cited(course: Course) -> None:
    for citation in course.citations.values():
        assert citation.passage.checked and citation.passage.text and citation.passage.translation
        assert (citation.passage.url or citation.instrument.url).startswith("https://")


def test_law_and_facts_hold_just_what_the_course_cites(course: Course) -> None:
    cited_law = {citation.anchor for item in course.items.values() for citation in map(course.citation, item.law)}
    cited_facts = {fact for chart in course.charts.values() for fact in chart.facts}
    texts = [
        text[language]
        for entry in (*course.items.values(), *course.terms.values(), *course.trainers.values(), course.lens)
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


def test_glossary_terms_are_linked_from_lessons(course: Course) -> None:
    lessons = "".join(path.read_text("utf-8") for path in (PROJECT / "docs/id").rglob("*.md"))
    assert len(course.terms) >= 8
    linked = set(re.findall(r"glosarium\.md#([\w-]+)", lessons))
    assert linked and linked <= set(course.terms)
