"""A ready workshop for a trainer's room: its address in the builder, and that for participants with its QR code."""

from __future__ import annotations

import html

import segno

from manusiawi.entries.classroom.workshops import Part, Workshop
from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.language.known import folder
from manusiawi.model.addresses import built
from manusiawi.model.course import Course
from manusiawi.model.plantext import PlanDay, PlanPart, write_plan
from manusiawi.render.inline import ItemTexts, item_texts, plain_text

_QUIET = 4  # modules of white around it (ISO/IEC 18004, 9.1)
_WIDE = 256  # pixels: on the narrowest phone too it stands whole
_FORMS = {"before": "a", "after": "b"}


def ways(course: Course, language: str, page: str, name: str, published: str) -> str:
    """What leads from a workshop to the pages of a room; `published` is the address of the site's root, "" where it is unknown."""
    names = course.names
    if names.builder not in course.pages[language] or names.participant not in course.pages[language]:
        return ""
    entry = course.workshops[name]
    text = html.escape(plan_text(course, language, page, entry))
    opened = f'<p><a href="{built_link(page, names.builder)}#{text}">{say(language, "ready-open")}</a></p>\n'
    if not published:
        return f"{opened}<p>{say(language, 'ready-no-address')}</p>\n"
    address = f"{published.rstrip('/')}/{folder(language)}{built(names.participant)}#{text}"
    title = plain_text(item_texts(course, language, page, entry).inline(entry.title[language]))
    label = html.escape(say(language, "ready-code-name", title=title))
    return (
        f'{opened}<p>{say(language, "ready-say")}</p>\n<p><a href="{address}">{say(language, "ready-path")}</a></p>\n'
        f"<details><summary>{say(language, 'ready-code')}</summary>\n{drawn(address, label)}\n</details>\n"
    )


def drawn(address: str, label: str) -> str:
    """The QR code of an address, black on white. Never a Micro QR code, which phones do not read."""
    code = segno.make_qr(address, error="l")
    drawing: str = code.svg_inline(border=_QUIET, dark="#000", light="#fff", svgclass=None, lineclass=None, omitsize=True)
    return drawing.replace("<svg ", f'<svg role="img" aria-label="{label}" width="{_WIDE}" height="{_WIDE}" ', 1)


def plan_text(course: Course, language: str, page: str, entry: Workshop) -> str:
    """The plan that web/src/classroom/plan/parts.js makes of a ready workshop, as text."""
    texts = item_texts(course, language, page, entry)
    days = tuple(PlanDay(day.start, tuple(_part(course, language, texts, part) for part in day.parts)) for day in entry.days)
    return write_plan(plain_text(texts.inline(entry.title[language])), days)


def _part(course: Course, language: str, texts: ItemTexts, part: Part) -> PlanPart:
    if part.module:
        return PlanPart("module", part.module, course.trainers[part.module].minutes, "")
    if part.activity:
        return PlanPart("activity", part.activity, course.activities[part.activity].minutes, "")
    title = plain_text(texts.inline(part.title[language])) if part.title else ""
    if part.test:
        return PlanPart("test", _FORMS[part.test], part.minutes, title)
    return PlanPart("evaluation" if part.evaluation else part.pause or "other", "", part.minutes, title)
