"""Renders the few pages that a save touches, with what the last whole build left in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from manusiawi.entries.items import Item
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course


@dataclass(frozen=True, slots=True)
class Built:
    """What MkDocs made of one language: its configuration, templates, files and menu."""

    config: Any
    env: Any
    files: Any
    nav: Any


def touched(changed: Iterable[str], before: Course, after: Course) -> dict[str, set[str]] | None:
    """The pages to render again, by language, for files of the project that changed.

    None where other pages may show the change too: then the whole course is built.
    """
    pages: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    if any(_heads(before, language) != _heads(after, language) for language in LANGUAGES):
        return None
    for name in changed:
        top, _, rest = name.partition("/")
        language, _, path = rest.partition("/")
        if top == "docs" and language in LANGUAGES and path.endswith(".md"):
            pages[language].add(path)
        elif top == "quizzes" and name.endswith(".yml"):
            for tongue in LANGUAGES:
                pages[tongue] |= _showing(rest.removesuffix(".yml"), after, tongue)
                if _tested(rest.removesuffix(".yml"), before) != _tested(rest.removesuffix(".yml"), after):
                    pages[tongue] |= {*after.names.tests.values(), after.names.test_keys}
        elif not (top == "course" and rest.startswith("trainer/")):  # of these only the generated page tells
            return None
    return pages


def _heads(course: Course, language: str) -> dict[str, Any]:
    """What other pages show of a page: its title and description."""
    return {path: (page.head.title, page.head.description) for path, page in course.pages[language].items()}


_COUNTING = {"modules", "progress", "review", "record"}  # marks of lists that hold every question, or its revision


def _showing(module: str, course: Course, language: str) -> set[str]:
    """The pages that show the questions of a module's bank, or count them."""
    items = {item.id for item in course.banks[module].items} if module in course.banks else set()
    return {f"{module}/index.md", course.names.self_check_of(module), course.names.keys_of(module)} | {
        path
        for path, page in course.pages[language].items()
        if any(mark.name in _COUNTING or (mark.name == "item" and mark.value in items) for mark in page.marks)
    }


def _tested(module: str, course: Course) -> list[Item]:
    """The test items of a module's bank."""
    return [item for item in course.banks[module].items if item.forms] if module in course.banks else []


def render(built: Built, paths: Iterable[str], site: Path) -> list[Path]:
    """Writes the pages into the site, as MkDocs does; returns the files written."""
    from mkdocs.commands.build import get_context

    written = []
    for path in sorted(paths):
        file = built.files.get_file_from_path(path)
        if file is None or file.page is None:
            continue
        page = file.page
        page.read_source(built.config)
        page.render(built.config, built.files)
        page.active = True
        context = get_context(built.nav, built.files, built.config, page)
        text = built.env.get_template("main.html").render(context)
        page.active = False
        target = site / file.dest_uri
        target.write_text(text, "utf-8")
        written.append(target)
    return written
