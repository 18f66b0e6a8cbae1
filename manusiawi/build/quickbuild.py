"""Renders the few pages that a save touches, with what the last whole build left in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from manusiawi.build.styles import Styles, names_of
from manusiawi.model.asked import Notes, Question, changed
from manusiawi.model.course import Course


@dataclass(frozen=True, slots=True)
class Built:
    """What MkDocs made of one language: its configuration, templates, files and menu; what each page asked, what the styles are for."""

    config: Any
    env: Any
    files: Any
    nav: Any
    notes: dict[str, Notes]  # by the page's path: what it asked of the course
    styles: Styles


def stale(built: Built, course: Course, saved: Iterable[str], known: dict[Question, bool]) -> set[str]:
    """The pages to render again: those whose source was saved, and those that the course would now answer otherwise.

    `known` gathers which answers changed, for the other language to use.
    """
    return {*saved} | {path for path, notes in built.notes.items() if changed(notes, course, known)}


def render(built: Built, paths: Iterable[str], site: Path) -> bool:
    """Writes the pages into the site, as MkDocs does; False where the menu changes with them, so that all pages must be made anew."""
    pages = [file.page for path in sorted(paths) if (file := built.files.get_file_from_path(path)) and file.page]
    heads = [(page.title, page.meta) for page in pages]
    for page in pages:
        _read(built, page)
    if [(page.title, page.meta) for page in pages] != heads:
        return False
    for page in pages:
        text = _framed(built, page)
        target = site / page.file.dest_uri
        target.write_bytes(text.encode("utf-8", "xmlcharrefreplace"))
        built.styles.pages[page.file.dest_uri] = names_of(text)
    built.styles.write(site)
    return True


def _read(built: Built, page: Any) -> None:
    """The page's own HTML, by the same steps and hooks as in a whole build."""
    plugins = built.config.plugins
    page.read_source(built.config)
    page.markdown = plugins.on_page_markdown(page.markdown, page=page, config=built.config, files=built.files)
    page.render(built.config, built.files)
    page.content = plugins.on_page_content(page.content, page=page, config=built.config, files=built.files)


def _framed(built: Built, page: Any) -> str:
    """The page within its template."""
    from mkdocs.commands.build import get_context

    plugins = built.config.plugins
    page.active = True
    context = get_context(built.nav, built.files.documentation_pages(), built.config, page)
    context = plugins.on_page_context(context, page=page, config=built.config, nav=built.nav)
    text = built.env.get_template(page.meta.get("template", "main.html")).render(context)
    page.active = False
    framed: str = plugins.on_post_page(text, page=page, config=built.config)
    return framed
