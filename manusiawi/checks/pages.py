"""What must hold of the pages: twins in both languages, anchors that are addresses, each question in one place of its module."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.checks.marks import marks_of_page
from manusiawi.ground.faults import Fault, Place, quoted
from manusiawi.language.known import LANGUAGES, MAIN
from manusiawi.language.known import other as other_language
from manusiawi.model.addresses import FRAME_IDS
from manusiawi.model.course import Course
from manusiawi.model.page import PageFile


def check_pages(course: Course) -> Iterator[Fault]:
    """The faults of every page that authors wrote."""
    seen_items: dict[tuple[str, str], Place] = {}
    for language in LANGUAGES:
        other = other_language(language)
        for path, page in course.pages[language].items():
            if path not in course.pages[other]:
                yield Fault(
                    Place(f"docs/{language}/{path}"),
                    f"the page is missing in docs/{other}/",
                    "every page in both languages, under the same name",
                    f"write docs/{other}/{path}",
                )
            yield from marks_of_page(page, course)
            for mark in page.marked("item"):
                if mark.value in page.anchors:
                    yield Fault(
                        mark.place,
                        f'question "{mark.value}" has the name of an anchor of this page',
                        "each address once on a page",
                        "give the new one of the two another name",
                    )
                first = seen_items.setdefault((language, mark.value), mark.place)
                if first != mark.place and mark.value in course.items:
                    yield Fault(
                        mark.place,
                        f'question "{mark.value}" is set twice; first at {first}',
                        "each question in one place",
                        "set another question here",
                    )
                folder = path.rpartition("/")[0]
                home = course.item_modules.get(mark.value)
                if home and folder != home:
                    yield Fault(
                        mark.place,
                        f'question "{mark.value}" belongs to module "{home}"',
                        "questions of the page's own module",
                        f"set it in a lesson of {home}/, or move it to quizzes/{folder or home}.yml",
                    )
            yield from _headings(page, course, language, other)


def _headings(page: PageFile, course: Course, language: str, other: str) -> Iterator[Fault]:
    """Anchors are addresses: written out, each once, the same in both languages."""
    for heading in page.headings:
        if heading.level > 1 and not heading.anchor:
            yield Fault(
                heading.place,
                f'the heading "{heading.text}" has no anchor',
                "## Heading {#anchor}, the same anchor in both languages",
                "add {#…} with small letters and hyphens; it never changes later",
            )
    seen: set[str] = set()
    for heading in page.headings:
        if heading.anchor in FRAME_IDS:
            yield Fault(
                heading.place,
                f'the anchor "{heading.anchor}" belongs to the page around the text',
                f"a name other than {quoted(sorted(FRAME_IDS))}",
                "choose another name",
            )
        if heading.anchor and heading.anchor in seen:
            yield Fault(heading.place, f'the anchor "{heading.anchor}" stands twice', "each anchor once on a page", "choose another name")
        seen.add(heading.anchor)
    twin = course.pages[other].get(page.path)
    if twin and language != MAIN and twin.anchors != page.anchors:
        missing = [anchor for anchor in twin.anchors if anchor not in page.anchors]
        extra = [anchor for anchor in page.anchors if anchor not in twin.anchors]
        yield Fault(
            Place(f"docs/{language}/{page.path}"),
            f"the anchors differ from docs/{other}/{page.path}: missing {quoted(missing) or 'none'}, additional {quoted(extra) or 'none'}",
            "the same anchors in the same order in both languages",
            "give both pages the same headings and anchors",
        )
    for name in ("item", "law", "fact", "picture", "path"):
        if twin and language != MAIN and sorted(m.value for m in twin.marked(name)) != sorted(m.value for m in page.marked(name)):
            ours, theirs = {m.value for m in page.marked(name)}, {m.value for m in twin.marked(name)}
            if ours != theirs:
                yield Fault(
                    Place(f"docs/{language}/{page.path}"),
                    f"the [[{name}]] marks differ from docs/{other}/{page.path}: "
                    f"missing {quoted(sorted(theirs - ours)) or 'none'}, additional {quoted(sorted(ours - theirs)) or 'none'}",
                    "the same marks in both languages",
                    "set the same marks on both pages",
                )
