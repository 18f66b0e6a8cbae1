"""A rule on how a page says that words are of another language: P110."""

from __future__ import annotations

import re
from collections.abc import Iterator

from manusiawi.lint.pageview import PageView
from manusiawi.lint.rule import Found, rule
from manusiawi.model.page import SILENT

# Chromium keeps the language of em, strong, code, links and blocks in a PDF, and loses it on these.
_LOST = re.compile(r"<(i|b|u|span|cite|q|small)\s(?:[^<>]*\s)?lang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


@rule(
    "P110",
    "warning",
    "page",
    "a change of language on a tag that loses it on paper",
    "Printed to a PDF, the words of <i>, <b>, <u>, <span>, <cite>, <q> and <small> are read aloud in the language of the page.",
    "WCAG 2.2, 3.1.2 Language of Parts",
)
def language_lost_on_paper(view: PageView) -> Iterator[Found]:
    for line in view.page.lines:
        if line.kind in SILENT:
            continue
        for tag in _LOST.finditer(line.plain):
            yield Found(
                view.place(line.number, tag.start()),
                f"<{tag[1]}> carries the language {tag[2]}",
                f"write *words*{{lang={tag[2]}}}, or <em lang={tag[2]}> inside HTML",
            )
