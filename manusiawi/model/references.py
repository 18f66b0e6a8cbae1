"""What texts point to: the words and the page behind a citation, the links and images of a text."""

from __future__ import annotations

import re

from manusiawi.model.citation import fact_words
from manusiawi.model.course import Course

_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]+)>?[^)]*\)")


def reference(course: Course, language: str, name: str, value: str) -> tuple[str, str, str] | None:
    """The words of a mark, then page and anchor of its source; None where it names nothing."""
    if name == "law" and (citation := course.citation(value)):
        return citation.words(language), course.names.law_page(citation.instrument.id), citation.anchor
    if name == "fact" and (fact := course.facts.get(value)):
        return fact_words(fact, language), course.names.facts, fact.id
    if name == "activity" and (activity := course.activities.get(value)):
        return activity.title[language], course.names.activities, activity.id
    if name == "sheet" and (sheet := course.sheets.get(value)):
        return sheet.title[language], course.names.sheets, sheet.id
    return None


def links_in(text: str) -> list[tuple[bool, str, str]]:
    """The links and images of a text: whether it is an image, its words, its address."""
    return [(bool(bang), words, address) for bang, words, address in _LINK.findall(text)]
