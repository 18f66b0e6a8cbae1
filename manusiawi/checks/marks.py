"""A mark must be of the table, name what exists, and stand where it shows something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from manusiawi.checks.names import names_nothing, no_law
from manusiawi.ground.faults import Fault, Place, nearest
from manusiawi.model.course import Course
from manusiawi.model.marks import IN_TEXTS, MARKS, OF_AUTHORS, MarkKind
from manusiawi.model.page import CODE, MARK, Mark, PageFile, spoilt_marks


def marks_of_text(words: str, place: Place, course: Course) -> Iterator[Fault]:
    """The faults of the marks in a text of a YAML file."""
    for mark in MARK.finditer(words):
        yield from _named(mark[1], " ".join((mark[2] or "").split()), place, course, IN_TEXTS)
    for line in CODE.sub("", words).split("\n"):
        for fault in spoilt_marks(line, place):
            yield replace(fault, place=place)  # where the text begins: YAML folds lines, and columns with them


def marks_of_words(words: str, place: Place) -> Iterator[Fault]:
    """The faults of the marks in a text that is shown letter by letter, as the words of laws and facts are."""
    for mark in MARK.finditer(words):
        yield Fault(
            place,
            f'"{mark[0]}" would be shown as it stands',
            "words alone in what is quoted",
            "remove the double brackets and what they hold",
        )


def marks_of_page(page: PageFile, course: Course) -> Iterator[Fault]:
    """The faults of the marks on a page."""
    for mark in page.marks:
        if mark.shown:
            yield from _in_code(mark, page, course)
            continue
        yield from _named(mark.name, mark.value, mark.place, course, OF_AUTHORS)
        kind = MARKS.get(mark.name)
        if kind and not kind.made:
            yield from _placed(kind, mark, page, course)


def _named(name: str, value: str, place: Place, course: Course, allowed: tuple[str, ...]) -> Iterator[Fault]:
    """Whether a mark may stand in this kind of text, and what it names."""
    if name not in allowed:
        likely = nearest(name, allowed)
        yield Fault(
            place,
            f'"[[{name} …]]" is no mark here',
            ", ".join(f"[[{mark} …]]" for mark in allowed),
            f'write "[[{likely} {value}]]"' if likely else "use one of these marks, or remove the double brackets",
        )
        return
    kind = MARKS[name]
    if kind.fits(course, value) or course.unread(kind.source or "-"):
        if value and not kind.value:
            yield Fault(place, f'"[[{name}]]" names something, "{value}"', f"[[{name}]] alone", "remove what stands behind the name")
    elif name == "law":
        yield no_law(value, course, place)
    elif kind.value:
        for unknown in kind.unknown(course, value):
            yield names_nothing(unknown, list(kind.known(course)), place, kind.value, kind.source)
    else:
        yield Fault(
            place,
            f'"[[{name}]]" has nothing to show',
            f"this mark in a course that has {kind.source}",
            f"write {kind.source}, or remove the mark",
        )


def _placed(kind: MarkKind, mark: Mark, page: PageFile, course: Course) -> Iterator[Fault]:
    """Whether a mark stands on a page and in a block where it can show something."""
    if kind.alone and not mark.alone:
        touches = MARK.fullmatch(page.lines[mark.place.line - 1].text.strip())
        yield Fault(
            mark.place,
            f'"[[{kind.name} …]]" touches the line above or below, or is indented'
            if touches
            else f'"[[{kind.name} …]]" stands inside a line',
            "this mark in a block of its own" if touches else "this mark on a line of its own",
            "put empty lines before and after it, and no space in front" if touches else "put empty lines before and after it",
        )
    folder = page.path.rpartition("/")[0]
    if kind.page == "module" and folder not in course.modules:
        yield Fault(
            mark.place, f'"[[{kind.name}]]" stands outside a module', "this mark on pages in the folder of a module", "remove the mark"
        )
    elif kind.page not in ("", "module") and page.path != getattr(course.names, kind.page):
        home = getattr(course.names, kind.page)
        yield Fault(
            mark.place,
            f'"[[{kind.name}]]" stands on another page than its own',
            f"this mark on the page {home} alone",
            f"move it to {home}, and link to that page",
        )


def _in_code(mark: Mark, page: PageFile, course: Course) -> Iterator[Fault]:
    """A mark in a block of code shows itself: right in a guide, a slip in a module."""
    if page.path.rpartition("/")[0] in course.modules and mark.name in MARKS:
        yield Fault(
            mark.place,
            f'"[[{mark.name} …]]" stands in a block of code, where readers see the mark itself',
            "marks outside of code",
            "take it out of the code, or write it between backticks if it is shown as code",
        )
