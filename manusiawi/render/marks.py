"""How each mark of the table looks: its HTML on the page that sets it, and the scripts that the page then loads."""

from __future__ import annotations

from collections.abc import Callable

from manusiawi.model.course import Course
from manusiawi.model.marks import MARKS
from manusiawi.render import plan, progress, tests, trainers
from manusiawi.render.charts import chart
from manusiawi.render.context import PageContext
from manusiawi.render.keep import NO_ZIP, keeper
from manusiawi.render.law import law_box
from manusiawi.render.lens import lens
from manusiawi.render.questions.frame import render_item, render_key
from manusiawi.render.search import form
from manusiawi.render.speech import speech

Renderer = Callable[[PageContext, str, int], str]  # of the page, the mark's value, the level of a heading that stands below the last one
_Entry = Callable[[Course, str, str, str], str]  # of the course, the language, the page's path, the name of an entry
_List = Callable[[Course, str, str], str]


def html_of(page: PageContext, name: str, value: str, level: int) -> str | None:
    """The HTML of a mark; None where it is of no kind, or has nothing to show."""
    kind = MARKS.get(name)
    return RENDERERS[name](page, value, level) if kind and kind.fits(page.course, value) else None


def _item(page: PageContext, value: str, level: int) -> str:
    page.items.append(value)
    setting = page.setting(value, len(page.items), page.total, level)
    return page.scripts("store.js", "quiz.js") + render_item(page.course.items[value], setting)


def _key(page: PageContext, value: str, level: int) -> str:
    name, number, total = value.split(" ")
    return render_key(page.course.items[name], page.setting(name, int(number), int(total), level))


def _law(page: PageContext, value: str, level: int) -> str:
    citation = page.course.citation(value)
    return law_box(citation, page.language, page.citation_link) if citation else ""


def _test(page: PageContext, value: str, level: int) -> str:
    return page.scripts("store.js", "tests.js") + tests.test(page.course, page.language, page.path, value, page.setting)


def _entry(render: _Entry) -> Renderer:
    return lambda page, value, level: render(page.course, page.language, page.path, value)


def _list(render: _List, *scripts: str, before: tuple[str, ...] = (), at_once: bool = False) -> Renderer:
    """A list of the course; its scripts stand behind it, or `before` it where they have no words in it."""

    def html(page: PageContext, value: str, level: int) -> str:
        behind = page.scripts(*scripts, at_once=at_once) if page.course.modules else ""
        return page.scripts(*before) + render(page.course, page.language, page.path) + behind

    return html


# What the record fills is laid out at once, so that nothing moves when its script runs.
_OWN = ("store.js", "done.js", "files.js", "progress.js")

RENDERERS: dict[str, Renderer] = {
    "item": _item,
    "law": _law,
    "fact": lambda page, value, level: "",
    "chart": _entry(chart),
    "outcomes": _list(plan.outcomes, "store.js", "done.js", "aloud.js"),
    "lessons": _list(plan.lessons),
    "modules": _list(plan.modules, "store.js", "done.js"),
    "start": _list(plan.start),
    "speech": _list(speech),
    "lens": _list(lens, before=("files.js", "lens.js")),
    "progress": _list(progress.progress, *_OWN, at_once=True),
    "review": _list(progress.review, *_OWN, at_once=True),
    "record": _list(progress.record, *_OWN, at_once=True),
    "search": lambda page, value, level: form(page.course, page.root, page.language, page.path),
    "keep": lambda page, value, level: keeper(page.language, page.path),
    "zip": lambda page, value, level: NO_ZIP,
    "key": _key,
    "term": _entry(plan.term),
    "trainer": _entry(trainers.trainer),
    "test": _test,
    "test-keys": lambda page, value, level: tests.keys(page.course, page.language, value, page.setting),
    "workshop": _entry(trainers.workshop),
}
