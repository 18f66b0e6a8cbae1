"""Writes the Markdown of what participants print and write in: a module's workbook, and its questions without answers."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from manusiawi.entries.plan import Module
from manusiawi.ground.catalogue import say
from manusiawi.model.addresses import built
from manusiawi.model.course import Course
from manusiawi.model.page import PageFile
from manusiawi.render.pages.text import escaped, page_text


@dataclass(frozen=True, slots=True)
class AskedTogether:
    """Questions that a page sets, in their order: its title, an anchor for them, their ids."""

    title: str
    anchor: str
    items: list[str]


def sets_of(course: Course, module: Module, language: str) -> list[AskedTogether]:
    """The questions of a module, as its pages set and number them; then those of the self-check."""
    found = [(slug, course.pages[language].get(f"{module.slug}/{slug}.md")) for slug in module.page_slugs]
    sets = [AskedTogether(page.head.title, slug, marks) for slug, page in found if page and (marks := _marked(page))]
    return [*sets, AskedTogether(say(language, "self-check"), "soal", [item.id for item in course.quiz_items(module.slug)])]


def numbered(mark: str, items: list[str]) -> list[str]:
    """A mark for each question, with its number and how many there are, as pages set and number them."""
    return [line for number, item in enumerate(items, 1) for line in (f"[[{mark} {item} {number} {len(items)}]]", "")]


def paper_pages(course: Course, module: Module, language: str) -> dict[str, str]:
    """The text of a module's workbook and of its exercises, by path."""
    names = course.names
    return {
        names.workbook_of(module.slug): _workbook(course, module, language),
        names.exercises_of(module.slug): _exercises(course, module, language),
    }


def _marked(page: PageFile) -> list[str]:
    return [mark.value for mark in page.marked("item")]


def _workbook(course: Course, module: Module, language: str) -> str:
    """What the module is for; each page with its beginning, its questions and room to write; what to take to work."""
    title = module.title[language]
    body = [say(language, "workbook-lead"), "", "[[workbook ways]]", "", "[[workbook owner]]", ""]
    if module.outcomes:
        body += [f"## {say(language, 'workbook-outcomes')} {{#hasil}}", "", "[[workbook outcomes]]", ""]
    for slug in module.page_slugs:
        page = course.pages[language].get(f"{module.slug}/{slug}.md")
        if page:
            body += [*_told(page, slug), *numbered("exercise", _marked(page)), "[[workbook notes]]", ""]
    body += [f"## {say(language, 'workbook-reflection')} {{#renungan-modul}}", "", "[[workbook reflection]]", ""]
    body += [f"## {say(language, 'workbook-monday')} {{#rencana-senin}}", "", "[[workbook monday]]"]
    return page_text(
        language,
        say(language, "workbook-title", title=title),
        say(language, "workbook-description", title=title),
        f"course/course.yml, quizzes/{module.slug}.yml",
        body,
    )


def _told(page: PageFile, slug: str) -> list[str]:
    """A page in two lines, what it is about and where it stands, then the scene with which it opens."""
    first = next((block for block in page.blocks if block.kind == "prose"), None)
    opener = ["", *(f"> {_linked(line.raw.strip(), page)}" for line in first.lines)] if first else []
    address = f"[{escaped(built(page.path))}]({posixpath.basename(page.path)})"
    return [f"## {escaped(page.head.title)} {{#{slug}}}", "", f"{escaped(page.head.description)}<br>", address, *opener, ""]


def _linked(line: str, page: PageFile) -> str:
    """A line of a page as another page says it: its links within the page lead to that page."""
    return line.replace("](#", f"]({posixpath.basename(page.path)}#")


def _exercises(course: Course, module: Module, language: str) -> str:
    """The questions under the headings of the key, and numbered as there."""
    title = module.title[language]
    body = [say(language, "exercises-lead", keys=course.names.keys), "", "[[workbook ways]]", "", "[[workbook owner]]", ""]
    for asked in sets_of(course, module, language):
        body += [f"## {escaped(asked.title)} {{#{asked.anchor}}}", "", *numbered("exercise", asked.items)]
    return page_text(
        language,
        say(language, "exercises-title", title=title),
        say(language, "exercises-description", title=title),
        f"quizzes/{module.slug}.yml",
        body,
    )
