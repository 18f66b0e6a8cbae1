"""The parts of a workbook that are the same in every module: ways to print it, its owner, notes, reflection, a plan for Monday."""

from __future__ import annotations

import html

from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.model.course import Course
from manusiawi.render.questions.paper import write

LARGE = "besar"  # the anchor by which a page is shown and printed in large letters
MONDAYS = 3  # rows of the plan


def workbook(course: Course, language: str, page: str, part: str) -> str:
    """One part of the workbook or the exercises of the page's module."""
    module = page.rpartition("/")[0]
    if part == "ways":
        return _ways(course, language, page, module)
    if part == "owner":
        rows = "".join(f"<p>{say(language, name)}</p>{write(1)}" for name in ("workbook-name", "workbook-date"))
        return f'<div class="owner">{rows}</div>\n'
    if part == "outcomes":
        listed = "".join(f"<li>{html.escape(outcome.text[language], quote=False)}</li>" for outcome in course.modules[module].outcomes)
        return f"<p>{say(language, 'outcomes-lead')}</p>\n<ul>{listed}</ul>\n"
    if part == "notes":
        return f'<div class="kept"><p class="mq-lead">{say(language, "workbook-notes")}</p>\n{write(5)}</div>\n'
    if part == "reflection":
        asked = ("workbook-changed", "workbook-person", "workbook-limit")
        return "".join(f'<div class="kept"><p class="mq-stem">{say(language, name)}</p>\n{write(5)}</div>\n' for name in asked)
    return _monday(language)


def _ways(course: Course, language: str, page: str, module: str) -> str:
    """The place of the button that prints, large letters and back, and the other sheets of the module."""
    names = course.names
    others = [
        (names.workbook_of(module), "trainer-workbook"),
        (names.exercises_of(module), "trainer-exercises"),
        (names.keys_of(module), "trainer-key"),
    ]
    links = ", ".join(f'<a href="{built_link(page, path)}">{say(language, words)}</a>' for path, words in others if path != page)
    return (
        f'<p class="on-paper" id="{LARGE}"><a class="to-large" href="#{LARGE}">{say(language, "workbook-large")}</a>'
        f'<a class="to-plain" href="#isi">{say(language, "workbook-plain")}</a></p>\n'
        f'<p class="beside">{say(language, "workbook-beside", links=links)}</p>\n'
    )


def _monday(language: str) -> str:
    """A table to fill in: what, with whom, when, and how one will know."""
    names = ("workbook-step", "workbook-do", "workbook-with", "workbook-when", "workbook-know")
    heads = "".join(f'<th scope="col">{say(language, name)}</th>' for name in names)
    row = "<td></td>" * (len(names) - 1)
    rows = "".join(f'<tr><th scope="row">{number}</th>{row}</tr>\n' for number in range(1, MONDAYS + 1))
    return (
        f"<p>{say(language, 'workbook-monday-say')}</p>\n"
        f'<table class="monday"><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n'
    )
