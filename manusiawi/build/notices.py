"""Tells a writer in the browser what is wrong: faults at the top, the linter's findings at a page's foot."""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path

from manusiawi.checks.translations import units
from manusiawi.language.known import LANGUAGES, MAIN, folder
from manusiawi.lint.rule import Finding
from manusiawi.model.course import Course

_OPEN, _CLOSE = "<!--preview-->", "<!--/preview-->"
_STYLE = "margin:1rem auto;max-width:60rem;padding:1rem;border:3px solid;white-space:pre-wrap;font:1rem/1.5 ui-monospace,monospace"


def show_faults(site: Path, message: str) -> None:
    """Puts the faults at the top of every page of the last good site, in the place of earlier ones."""
    banner = _box("alert", message)
    for page in site.rglob("*.html"):
        text = without_notices(page.read_text("utf-8"))
        page.write_text(text.replace("<main ", f"{banner}<main ", 1), "utf-8")


def clear(site: Path) -> None:
    """Takes the notices from every page."""
    for page in site.rglob("*.html"):
        before = page.read_text("utf-8")
        after = without_notices(before)
        if after != before:
            page.write_text(after, "utf-8")


def show_findings(site: Path, course: Course, findings: list[Finding]) -> bool:
    """Puts each finding at the foot of the pages that show what it is about, in the place of earlier ones; says whether a page changed."""
    by_page: dict[str, list[str]] = {}
    text_pages = {unit.name: unit.page for unit in units(course)}
    for finding in findings:
        pages = [page for page in pages_of(finding, course, text_pages) if (site / page).is_file()]
        for page in pages or ["index.html"]:  # what no page shows, such as a level in lint.yml, is said on the first
            by_page.setdefault(page, []).append(str(finding))
    changed = False
    for file in site.rglob("*.html"):
        before = file.read_text("utf-8")
        messages = by_page.get(file.relative_to(site).as_posix())
        box = _box("note", "\n".join(messages)) if messages else ""
        after = without_notices(before).replace("</body>", f"{box}</body>", 1)
        if after != before:
            file.write_text(after, "utf-8")
            changed = True
    return changed


def pages_of(finding: Finding, course: Course, text_pages: Mapping[str, str] | None = None) -> list[str]:
    """The built pages, in both languages, on which the item, lesson or text of a finding stands.

    `text_pages` says where readers meet each translated text, by its name.
    """
    file = finding.place.file
    if file.startswith("docs/"):
        language, _, path = file.removeprefix("docs/").partition("/")
        return [_built(language, path)]
    item = finding.item.removeprefix("item ")  # questions are judged by their id, their translations by a name with this before it
    paths = [page.path for page in course.pages[MAIN].values() if any(mark.value == item for mark in page.marked("item"))]
    if not paths and item in course.items:
        paths = [course.item_path(item)]
    elif not paths and text_pages and finding.item in text_pages:
        paths = [text_pages[finding.item]]
    elif not paths and file.startswith("quizzes/"):
        paths = [course.names.self_check_of(file.removeprefix("quizzes/").removesuffix(".yml"))]
    return [_built(language, path) for language in LANGUAGES for path in paths]


def _built(language: str, path: str) -> str:
    return folder(language) + path.removesuffix(".md") + ".html"


def _box(role: str, message: str) -> str:
    return f'{_OPEN}<div role="{role}" style="{_STYLE}">{html.escape(message)}</div>{_CLOSE}'


def without_notices(text: str) -> str:
    """A page as it was built, without an earlier box."""
    start, end = text.find(_OPEN), text.find(_CLOSE)
    return text[:start] + text[end + len(_CLOSE) :] if 0 <= start < end else text
