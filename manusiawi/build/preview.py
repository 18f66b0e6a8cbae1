"""Tells a writer in the browser what is wrong: faults at the top, the linter's findings at a page's foot."""

from __future__ import annotations

import html
from pathlib import Path

from manusiawi.language.known import LANGUAGES, MAIN, folder
from manusiawi.lint.rule import Finding
from manusiawi.model.course import Course

_OPEN, _CLOSE = "<!--preview-->", "<!--/preview-->"
_STYLE = "margin:1rem auto;max-width:60rem;padding:1rem;border:3px solid;white-space:pre-wrap;font:1rem/1.5 ui-monospace,monospace"


def show_faults(site: Path, message: str) -> int:
    """Puts the faults at the top of every page of the last good site; returns how many pages."""
    banner = _box("alert", message)
    pages = list(site.rglob("*.html"))
    for page in pages:
        text = _without(page.read_text("utf-8"))
        page.write_text(text.replace("<main ", f"{banner}<main ", 1), "utf-8")
    return len(pages)


def show_findings(site: Path, course: Course, findings: list[Finding]) -> bool:
    """Puts each finding at the foot of the pages that show what it is about; returns whether a page changed."""
    by_page: dict[str, list[str]] = {}
    for finding in findings:
        for page in pages_of(finding, course):
            by_page.setdefault(page, []).append(str(finding))
    changed = False
    for built in site.rglob("*.html"):
        before = built.read_text("utf-8")
        told = by_page.get(built.relative_to(site).as_posix())
        box = _box("note", "\n".join(told)) if told else ""
        after = _without(before).replace("</body>", f"{box}</body>", 1)
        if after != before:
            built.write_text(after, "utf-8")
            changed = True
    return changed


def pages_of(finding: Finding, course: Course) -> list[str]:
    """The built pages on which a finding's item or lesson stands, in both languages."""
    file = finding.place.file
    if file.startswith("docs/"):
        language, _, path = file.removeprefix("docs/").partition("/")
        return [_built(language, path)]
    module = file.removeprefix("quizzes/").removesuffix(".yml")
    paths = [page.path for page in course.pages[MAIN].values() if any(mark.value == finding.item for mark in page.marked("item"))]
    paths = paths or [course.item_path(finding.item) if finding.item in course.items else course.names.self_check_of(module)]
    return [_built(language, path) for language in LANGUAGES for path in paths]


def _built(language: str, path: str) -> str:
    return folder(language) + path.removesuffix(".md") + ".html"


def _box(role: str, message: str) -> str:
    return f'{_OPEN}<div role="{role}" style="{_STYLE}">{html.escape(message)}</div>{_CLOSE}'


def _without(text: str) -> str:
    """A page without an earlier box."""
    start, end = text.find(_OPEN), text.find(_CLOSE)
    return text[:start] + text[end + len(_CLOSE) :] if 0 <= start < end else text
