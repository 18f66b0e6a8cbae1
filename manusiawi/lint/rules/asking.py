"""Rules on where a lesson asks its first question: P109 and P109b."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from manusiawi.lint.pageview import PageView
from manusiawi.lint.rule import Found, rule

LATE = 0.40  # of a lesson's text
LATE_MEDIAN = 0.35  # over all lessons of a language
_WHY = "A question before the answer makes a reader think, and what comes after it is remembered better."
_SOURCE = "Little and Bjork (2011), Pretesting with Multiple-choice Questions Facilitates Learning"


def first_asked(view: PageView) -> tuple[float, int]:
    """The share of a lesson's text that stands before its first question, 1.0 where it asks none, with the question's line.

    The text is every character but blanks of what is read on the page: headings, paragraphs, lists, quotations and tables, without
    marks, code, comments, addresses and signs of emphasis.
    """
    first = min((mark.place.line for mark in view.page.marked("item") if mark.alone), default=0)
    if not first:
        return 1.0, 1
    before = sum(_length(line.text) for line in view.lines if line.number < first)
    return before / (sum(_length(line.text) for line in view.lines) or 1), first


def _length(text: str) -> int:
    return sum(map(len, text.split()))


@rule("P109", "warning", "page", f"a lesson whose first question comes after {LATE:.0%} of its text", _WHY, _SOURCE)
def late_question(view: PageView) -> Iterator[Found]:
    share, line = first_asked(view) if view.lesson else (0.0, 1)
    if share > LATE:
        yield Found(
            view.place(line),
            f"{share:.0%} of the text stands before the first question",
            "ask right after the opening scene, before it is resolved: what would you do?",
        )


@rule(
    "P109b",
    "error",
    "lessons",
    f"lessons whose first question comes after more than {LATE_MEDIAN:.0%} of the text (median)",
    "One lesson may have a reason to ask late; most of them have none.",
    _SOURCE,
)
def late_questions(lessons: Sequence[PageView]) -> Iterator[Found]:
    if lessons and (middle := _median(lessons)) > LATE_MEDIAN:
        latest = max(lessons, key=first_asked)
        yield Found(
            latest.place(first_asked(latest)[1]),
            f"{middle:.0%} of the text stands before the first question (median of {len(lessons)} lessons); this is the latest",
            "move first questions up in the lessons that P109 lists",
        )


def _median(lessons: Sequence[PageView]) -> float:
    return median(first_asked(lesson)[0] for lesson in lessons)


def statistics(lessons: Sequence[PageView]) -> list[str]:
    """Where the lessons of a language ask, in a line."""
    if not lessons:
        return []
    return [f"P109: {_median(lessons):.0%} of a lesson's text stands before its first question (median of {len(lessons)} lessons)"]
