"""How each mark of the table looks: its HTML on the page that sets it, and the parts of its script that the page then needs."""

from __future__ import annotations

from collections.abc import Callable

from manusiawi.entries.items import Inspection, Reflection, ShortText, SingleChoice, TrueFalse
from manusiawi.model.course import Course
from manusiawi.model.marks import CLASSROOM_MARKS, MARKS
from manusiawi.render import cards, plan, progress, tests
from manusiawi.render.assets import ANSWER_CARDS, CHARTS, HANDOUTS, LISTS, MORNING, ROOMS, SCENES, SHEETS
from manusiawi.render.charts import chart
from manusiawi.render.classroom import trainers
from manusiawi.render.classroom.activities import activity
from manusiawi.render.classroom.cards import cards_page
from manusiawi.render.classroom.place import container
from manusiawi.render.classroom.ready import ways
from manusiawi.render.classroom.sheets import sheet
from manusiawi.render.classroom.workbook import workbook
from manusiawi.render.context import PageContext
from manusiawi.render.downloads import no_downloads
from manusiawi.render.keep import NO_ZIP, keeper
from manusiawi.render.law import law_box
from manusiawi.render.lens import lens
from manusiawi.render.morning import morning
from manusiawi.render.pictures.frame import picture
from manusiawi.render.questions.frame import render_item, render_key
from manusiawi.render.questions.paper import exercise
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
    item = page.course.items[value]
    is_ticked = isinstance(item, Reflection) and item.criteria
    parts: tuple[str, ...] = ("quiz", "written") if isinstance(item, ShortText) else ("quiz", "criteria") if is_ticked else ("quiz",)
    if isinstance(item, SingleChoice | TrueFalse):
        parts += ("codes",)
    styles = page.styles(ROOMS) if isinstance(item, Inspection) and item.picture else ""
    return styles + page.needs(*parts) + render_item(item, setting)


_SHEETS = {"plan": ROOMS, "scene": SCENES}  # kinds that need a sheet of their own besides that of all pictures


def _picture(page: PageContext, value: str, level: int) -> str:
    sheet = _SHEETS.get(page.course.pictures[value].kind)
    styles = page.styles() + (page.styles(sheet) if sheet else "")
    return styles + picture(page.course, page.language, page.path, value)


def _key(page: PageContext, value: str, level: int) -> str:
    name, number, total = value.split(" ")
    return render_key(page.course.items[name], page.setting(name, int(number), int(total), level))


def _exercise(page: PageContext, value: str, level: int) -> str:
    name, number, total = value.split(" ")
    item = page.course.items[name]
    styles = page.styles(ROOMS) if isinstance(item, Inspection) and item.picture else ""
    return styles + exercise(item, page.setting(name, int(number), int(total), level))


def _workbook(page: PageContext, value: str, level: int) -> str:
    script = page.needs("paper") if value == "ways" else ""
    return page.styles(HANDOUTS) + workbook(page.course, page.language, page.path, value) + script


def _law(page: PageContext, value: str, level: int) -> str:
    citation = page.course.citation(value)
    return law_box(citation, page.language, page.citation_link) if citation else ""


def _test(page: PageContext, value: str, level: int) -> str:
    return page.needs("tests", "codes") + tests.test(page.course, page.language, page.path, value, page.setting)


def _morning(page: PageContext, value: str, level: int) -> str:
    return page.styles(MORNING) + page.needs("morning") + morning(page.course, page.language, page.path, level)


def _entry(render: _Entry) -> Renderer:
    return lambda page, value, level: render(page.course, page.language, page.path, value)


def _list(render: _List, *parts: str) -> Renderer:
    """A list of the course, with the parts of the page's script that it needs where there are modules."""

    def html(page: PageContext, value: str, level: int) -> str:
        behind = page.needs(*parts) if page.course.modules else ""
        return render(page.course, page.language, page.path) + behind

    return html


def _workshop(page: PageContext, value: str, level: int) -> str:
    """A timetable, and where its plan can be changed and followed."""
    return trainers.workshop(page.course, page.language, page.path, value) + ways(
        page.course, page.language, page.path, value, page.published
    )


def _classroom(part: str) -> Renderer:
    """A page of a trainer's room, which its script fills."""
    charts = (CHARTS,) if part == "answers" else ()
    return lambda page, value, level: (
        "".join(page.styles(sheet) for sheet in (f"{part}.css", *charts))
        + container(page.course, page.root, page.language, page.path, part)
        + page.needs(part)
    )


RENDERERS: dict[str, Renderer] = {
    "item": _item,
    "law": _law,
    "fact": lambda page, value, level: "",
    "activity": lambda page, value, level: "",
    "sheet": lambda page, value, level: "",
    "chart": _entry(chart),
    "picture": _picture,
    "outcomes": _list(plan.outcomes, "done", "voice"),
    "lessons": _list(plan.lessons),
    "modules": lambda page, value, level: page.styles(LISTS) + _list(plan.modules, "done")(page, value, level),
    "start": _list(plan.start),
    "path": lambda page, value, level: page.styles(LISTS) + plan.path(page.course, page.language, page.path, value) + page.needs("done"),
    "speech": _list(speech),
    "lens": lambda page, value, level: page.needs("lens") + lens(page.course, page.language, page.path),
    "morning": _morning,
    "progress": _list(progress.progress, "done", "own"),
    "review": _list(progress.review, "done", "own"),
    "record": _list(progress.record, "done", "own"),
    "search": lambda page, value, level: form(page.course, page.root, page.language, page.path) + page.needs("search"),
    **{name: _classroom(name) for name in CLASSROOM_MARKS},
    "keep": lambda page, value, level: keeper(page.course, page.language, page.path) + page.needs("keep"),
    "zip": lambda page, value, level: NO_ZIP,
    "downloads": lambda page, value, level: no_downloads(page.language),
    "key": _key,
    "exercise": _exercise,
    "workbook": _workbook,
    "term": _entry(plan.term),
    "trainer": _entry(trainers.trainer),
    "test": _test,
    "test-keys": lambda page, value, level: tests.keys(page.course, page.language, value, page.setting),
    "cards": lambda page, value, level: page.styles() + cards.cards(page.course, page.language, page.path),
    "activity-notes": _entry(activity),
    "printed": lambda page, value, level: page.styles(SHEETS) + sheet(page.course, page.language, page.path, value),
    "answer-cards": lambda page, value, level: page.styles(ANSWER_CARDS) + cards_page(page.language),
    "workshop": _workshop,
}
