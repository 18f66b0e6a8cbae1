"""Writes the Markdown of the pages that the course makes of its data."""

from __future__ import annotations

import html
import re

from manusiawi.entries.plan import Module
from manusiawi.entries.sources import Term
from manusiawi.entries.upkeep import Redirect
from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.language.known import MAIN
from manusiawi.model.course import Course
from manusiawi.model.generated import generated_paths
from manusiawi.render.classroom.cards import VIEW, reach_table
from manusiawi.render.pages.paper import numbered, paper_pages, sets_of
from manusiawi.render.pages.sources import source_pages
from manusiawi.render.pages.tests import test_pages
from manusiawi.render.pages.text import escaped, page_text, sentence


def generated_pages(course: Course, language: str) -> dict[str, str]:
    """The text of every generated page of one language, by its path below docs/<language>/."""
    pages: dict[str, str] = {}
    for slug in course.banks:
        module = course.modules[slug]
        pages[course.names.self_check_of(slug)] = _quiz_page(course, module, language)
        pages[course.names.keys_of(slug)] = _key_page(course, module, language)
        pages |= paper_pages(course, module, language)
    for slug in course.trainers:
        pages[course.names.notes_of(slug)] = _trainer_page(course, course.modules[slug], language)
    if course.trainers:
        pages[course.names.trainers] = _trainers_page(course, language)
        pages[course.names.answer_cards] = _answer_cards_page(language)
    if course.activities:
        pages[course.names.activities] = _activities_page(course, language)
    if course.sheets:
        pages[course.names.sheets] = _sheets_page(course, language)
    pages |= test_pages(course, language)
    if course.names.cards in generated_paths(course):
        pages[course.names.cards] = _cards_page(language)
    for redirect in course.redirects.values():
        if "#" not in redirect.old and not redirect.old.startswith("item "):
            pages[redirect.old.removesuffix(".html") + ".md"] = _moved_page(redirect, language)
    pages |= source_pages(course, language)
    if course.terms:
        pages[course.names.glossary] = _glossary_page(course, language)
    return pages


def _moved_page(redirect: Redirect, language: str) -> str:
    """A page that leads on by itself, and by a link where a browser will not; it needs neither script nor server."""
    path, _, anchor = redirect.new.partition("#")
    old = redirect.old.removesuffix(".html") + ".md"
    address = html.escape(built_link(old, path.removesuffix(".html") + ".md", anchor))
    return page_text(
        language,
        say(language, "moved-title"),
        say(language, "moved-title"),
        "course/redirects.yml",
        [
            f'<meta http-equiv="refresh" content="0; url={address}">',
            "",
            f'<p>{say(language, "moved")} <a href="{address}">{html.escape(redirect.new)}</a></p>',
        ],
    )


def _quiz_page(course: Course, module: Module, language: str) -> str:
    title = module.title[language]
    items = [item.id for item in course.quiz_items(module.slug)]
    core, more = items[: module.draw], items[module.draw :]
    body = [
        say(language, "quiz-lead"),
        say(language, "quiz-privacy"),
        "",
        f"## {say(language, 'quiz-core')} {{#soal-utama}}",
        "",
        *_marks("item", core),
    ]
    if more:
        body += [f"## {say(language, 'quiz-more')} {{#latihan-tambahan}}", "", *_marks("item", more)]
    body += [say(language, "quiz-print", keys=course.names.keys)]
    return page_text(
        language,
        say(language, "quiz-title", title=title),
        say(language, "quiz-description", count=len(items), title=title),
        f"quizzes/{module.slug}.yml",
        body,
    )


def _key_page(course: Course, module: Module, language: str) -> str:
    """The answers, grouped by the page that sets the questions and numbered as there."""
    title = module.title[language]
    body = [say(language, "key-lead"), ""]
    for asked in sets_of(course, module, language):
        body += [f"## {escaped(asked.title)} {{#{asked.anchor}}}", "", *numbered("key", asked.items)]
    return page_text(
        language, say(language, "key-title", title=title), say(language, "key-description", title=title), f"quizzes/{module.slug}.yml", body
    )


def _marks(name: str, items: list[str]) -> list[str]:
    return [line for item in items for line in (f"[[{name} {item}]]", "")]


_TRAINER_PARTS = {
    "hasil": "outcomes",
    "waktu": "minutes",
    "bahan": "materials",
    "dibaca-dulu": "ahead",
    "langkah": "steps",
    "pertanyaan": "prompts",
    "jaga": "watch",
    "tanpa-jaringan": "no-network",
    "disabilitas": "disabilities",
}


def _trainer_page(course: Course, module: Module, language: str) -> str:
    """The trainer's notes on one module, part by part."""
    names, papers = course.names, ""
    if module.slug in course.banks:
        papers = say(language, "trainer-papers", workbook=names.workbook, exercises=names.exercises, keys=names.keys)
    body = [say(language, "trainer-lead"), "", papers, ""]
    for anchor, part in _TRAINER_PARTS.items():
        if part == "ahead" and not course.trainers[module.slug].ahead:
            continue
        body += [f"## {say(language, f'trainer-{part}')} {{#{anchor}}}", "", f"[[trainer {part}]]", ""]
    title = module.title[language]
    return page_text(
        language,
        say(language, "trainer-title", title=title),
        say(language, "trainer-description", title=title),
        f"course/trainer/{module.slug}.yml",
        body,
    )


def _trainers_page(course: Course, language: str) -> str:
    """What a trainer begins with: the modules, then the workshops."""
    stick = [say(language, "trainers-stick", offline=course.names.offline)] if course.names.offline in course.pages[language] else []
    files = (
        [say(language, "trainers-downloads", downloads=course.names.downloads)] if course.names.downloads in course.pages[language] else []
    )
    body = [
        say(language, "trainers-lead"),
        *stick,
        *files,
        "",
        f"## {say(language, 'trainers-modules')} {{#modul}}",
        "",
        "[[trainer modules]]",
        "",
    ]
    if course.banks:
        body += [say(language, "trainers-papers"), ""]
    if course.test:
        body += [f"## {say(language, 'trainers-tests')} {{#tes}}", "", _where_tests_are(course, language), ""]
    if course.activities:
        body += [
            f"## {say(language, 'trainers-room')} {{#ruang}}",
            "",
            say(language, "trainers-activities", activities=course.names.activities),
            "",
        ]
    if course.sheets:
        body += [say(language, "trainers-sheets", sheets=course.names.sheets), ""]
    for workshop in course.workshops.values():
        body += [f"## {sentence(workshop.title[language])} {{#{workshop.id}}}", "", f"[[workshop {workshop.id}]]", ""]
    return page_text(
        language, say(language, "trainers-title"), say(language, "trainers-description"), "course/trainer/, course/workshops.yml", body
    )


def _activities_page(course: Course, language: str) -> str:
    """The activities for which a room stands up."""
    body = [say(language, "activities-lead"), ""]
    for activity in course.activities.values():
        body += [f"## {escaped(activity.title[language])} {{#{activity.id}}}", "", f"[[activity-notes {activity.id}]]", ""]
    return page_text(language, say(language, "activities-title"), say(language, "activities-description"), "course/activities.yml", body)


def _sheets_page(course: Course, language: str) -> str:
    """What a trainer prints for a room, sheet by sheet in the order of the file."""
    body = [say(language, "sheets-lead"), ""]
    for sheet in course.sheets.values():
        body += [f"## {escaped(sheet.title[language])} {{#{sheet.id}}}", "", f"[[printed {sheet.id}]]", ""]
    return page_text(language, say(language, "sheets-title"), say(language, "sheets-description"), "course/sheets.yml", body)


def _cards_page(language: str) -> str:
    """The pocket cards of all modules, eight on a sheet."""
    return page_text(
        language,
        say(language, "cards-title"),
        say(language, "cards-description"),
        "course/course.yml",
        [say(language, "cards-lead"), "", "[[cards]]"],
    )


def _answer_cards_page(language: str) -> str:
    """The cards that a room answers with: how to make, hold and see them, then the cards."""
    parts = {"cetak": ("print", "cut", "fold"), "pegang": ("show", "secret"), "raba": ("notches", "dots", "help")}
    body = [say(language, "answer-cards-lead"), ""]
    for anchor, steps in parts.items():
        body += [f"## {say(language, f'answer-cards-{anchor}')} {{#{anchor}}}", ""]
        body += [f"- {say(language, f'answer-cards-{step}')}" for step in steps] + [""]
    body += [f"## {say(language, 'answer-cards-jarak')} {{#jarak}}", "", say(language, "answer-cards-reach", view=VIEW), ""]
    body += [reach_table(language), f"## {say(language, 'answer-cards-cards')} {{#kartu}}", "", "[[answer-cards]]"]
    return page_text(
        language,
        say(language, "answer-cards-title"),
        say(language, "answer-cards-description"),
        "manusiawi/web/src/classroom/cards/codes.json",
        body,
    )


def _where_tests_are(course: Course, language: str) -> str:
    names = course.names
    return say(
        language, "trainers-tests-say", before=names.before, after=names.after, keys=names.test_keys, keys_after=names.test_keys_after
    )


def _heading(term: Term, language: str) -> str:
    """A term as a heading; where a translated one ends in the original word in brackets, the language of that word is marked."""
    words = term.term[language]
    bracket = re.fullmatch(r"(.+) \((.+)\)", words)
    if language == MAIN or not bracket or bracket[2].lower() not in term.term[MAIN].lower():
        return escaped(words)
    return f"{escaped(bracket[1])} (*{escaped(bracket[2])}*{{lang={MAIN}}})"


def _glossary_page(course: Course, language: str) -> str:
    body = [say(language, "glossary-lead"), ""]
    for term in sorted(course.terms.values(), key=lambda term: term.term[language].casefold()):
        body += [f"## {_heading(term, language)} {{#{term.id}}}", "", f"[[term {term.id}]]", ""]
    return page_text(language, say(language, "glossary-title"), say(language, "glossary-description"), "course/glossary.yml", body)
