"""Rules on what a lesson is made of: P106 its parts, P111 the law in its running text, P112 and P112b its shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from manusiawi.entries.shapes import SHAPES
from manusiawi.lint.pageview import PageView
from manusiawi.lint.rule import Found, rule

LAW, POINTS, CASE = "hukum", "pokok", "kasus"  # the anchors of parts
QUESTIONS = 2
LAW_MARKS = 4
MANY_LESSONS = 28  # from so many on, shapes are counted
FEWEST, MOST = 4, 10  # lessons of one shape

_CASE = re.compile(r"[!?]{3}\+? +case\b")
_SHAPES = "; ".join(f"`{name}` {what}" for name, what in SHAPES.items())


@rule(
    "P106",
    "error",
    "page",
    "a lesson without one of the parts that every lesson needs, whatever its shape and in whatever order",
    "Whoever looks something up finds the aim, the law, a case and the key points in every lesson.",
    "blueprint of the course",
    note=f"""Every lesson needs `[[outcomes]]` right after its title; {QUESTIONS} questions or more, each on a line of its own;
    the part `{{#{LAW}}}` with the law; one worked case or more, in a block `!!! case` or under an anchor that begins with `{CASE}`;
    the part `{{#{POINTS}}}` with two to five points. The order and all other parts follow from its shape.""",
)
def anatomy(view: PageView) -> Iterator[Found]:
    if not view.lesson:
        return
    title = next((heading for heading in view.page.headings if heading.level == 1), None)
    start = title.place.line if title else 1
    after = next((line for line in view.lines if line.number > start and line.kind != "blank"), None)
    if not after or after.raw.strip() != "[[outcomes]]":
        yield Found(
            view.place(start), "[[outcomes]] does not follow the title", "write [[outcomes]] on a line of its own right after the title"
        )
    asked = sum(mark.alone for mark in view.page.marked("item"))
    if asked < QUESTIONS:
        yield Found(view.place(start), f"the lesson asks {asked} of {QUESTIONS} questions", "set one more [[item …]] on a line of its own")
    anchors = [heading.anchor for heading in view.page.headings if heading.level == 2]
    for anchor in (LAW, POINTS):
        if anchor not in anchors:
            yield Found(view.place(start), f'no part has the anchor "{anchor}"', f"write `## … {{#{anchor}}}`, wherever it fits")
    if not any(_CASE.match(line.raw.strip()) for line in view.lines) and not any(
        heading.anchor.startswith(CASE) for heading in view.page.headings
    ):
        yield Found(
            view.place(start), "no case is worked through", f'tell one in a block `!!! case ""`, or under a heading with {{#{CASE}}}'
        )
    if POINTS in anchors:
        bullets = sum(bool(re.match(r"[-*+]\s", line.raw)) for line in view.lines if within(view, POINTS, line.number))
        if not 2 <= bullets <= 5:
            yield Found(view.place(_span(view, POINTS)[0]), f'{bullets} bullets under "{POINTS}"', "write two to five")


def _span(view: PageView, anchor: str) -> tuple[int, float]:
    """The line of a part's heading, with that of the next part; nothing where the page has no such part."""
    parts = [heading for heading in view.page.headings if heading.level <= 2]
    place = next((number for number, part in enumerate(parts) if part.anchor == anchor), None)
    if place is None:
        return 0, 0
    return parts[place].place.line, parts[place + 1].place.line if place + 1 < len(parts) else float("inf")


def within(view: PageView, anchor: str, line: int) -> bool:
    """Whether a line stands in the part with this anchor, below its heading."""
    begin, end = _span(view, anchor)
    return begin < line < end


@rule(
    "P111",
    "error",
    "page",
    f"a lesson with more than {LAW_MARKS} marks of law outside its part on the law",
    "Articles in every second line stop the reader; a screen reader speaks each of them in mid-sentence.",
    "four readers of the whole course, November 2026",
    note=f"""Counts `[[law …]]` in sentences and in boxes, outside the part `{{#{LAW}}}`, which the page shows folded.
    `[[fact …]]` is no mark of law. What questions cite stands with their answers and is not counted.""",
)
def law_in_the_flow(view: PageView) -> Iterator[Found]:
    if not view.lesson:
        return
    marks = [mark for mark in view.page.marked("law") if not within(view, LAW, mark.place.line)]
    if len(marks) > LAW_MARKS:
        yield Found(
            marks[LAW_MARKS].place,
            f'{len(marks)} marks of law stand outside the part "{LAW}", at most {LAW_MARKS} may; this is the first too many',
            f"keep those that carry what is said, and tell the others in the part {{#{LAW}}}",
        )


@rule(
    "P112",
    "error",
    "page",
    "a lesson that says no shape, or another page that says one",
    "Lessons that all look the same are skipped after the third.",
    "four readers of the whole course, November 2026",
    note=f"`shape:` stands at the top of a lesson, in both languages: {_SHAPES}.",
)
def shape(view: PageView) -> Iterator[Found]:
    said = view.page.head.shape
    if view.lesson and not said:
        yield Found(view.place(1), "the lesson says no shape", f"write `shape:` below its description, with one of {', '.join(SHAPES)}")
    if said and not view.lesson:
        yield Found(
            view.page.head.where("shape"), "only lessons have a shape", "remove the line, or list the page as a lesson in course.yml"
        )


@rule(
    "P112b",
    "error",
    "lessons",
    f"a shape that fewer than {FEWEST} or more than {MOST} lessons have, in a course of {MANY_LESSONS} lessons or more",
    "A shape that returns too often becomes a mould; one that hardly returns cannot be recognised.",
    "four readers of the whole course, November 2026",
)
def shapes(lessons: Sequence[PageView]) -> Iterator[Found]:
    if len(lessons) < MANY_LESSONS:
        return
    counted = Counter(lesson.page.head.shape for lesson in lessons)
    for name in SHAPES:
        if not FEWEST <= counted[name] <= MOST:
            last = next((lesson for lesson in reversed(lessons) if lesson.page.head.shape == name), lessons[-1])
            yield Found(
                last.page.head.where("shape"),
                f'{counted[name]} lessons have the shape "{name}"',
                f"give it to {FEWEST} to {MOST} lessons",
            )
