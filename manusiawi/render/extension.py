"""The Markdown extension that reads the course's marks in lessons and generated pages."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from functools import partial
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from manusiawi.ground.catalogue import say
from manusiawi.ground.faults import CourseFaults
from manusiawi.ground.links import built_link, source_link
from manusiawi.language.known import MAIN
from manusiawi.model.markblocks import MarkBlocks
from manusiawi.model.page import MARK, never_shown, read_lines
from manusiawi.render.cards import carried
from manusiawi.render.context import PageContext
from manusiawi.render.inline import Marks, Matched
from manusiawi.render.marks import html_of

PROJECT = Path(__file__).resolve().parents[2]
FOLDED = "hukum"  # the anchor of the part of a lesson that is shown folded
_CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)


class CourseExtension(Extension):
    """Marks become questions, citations and lists of the course.

    Options: `language` (its code), `root`, the folder that holds course/, quizzes/ and docs/, and `published`, the address
    at which the root of the built site stands, "" where nobody has said.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            "language": [MAIN, "The language of the pages"],
            "root": [str(PROJECT), "The project's folder"],
            "published": ["", "The address of the root of the built site"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        page = PageContext(md, Path(self.getConfig("root")), self.getConfig("language"), self.getConfig("published"))
        md.registerExtension(self)
        self.context = page
        md.preprocessors.register(_Counter(md, page), "course-counter", 25)
        md.parser.blockprocessors.register(MarkBlocks(md.parser, partial(_take, page)), "course-marks", 175)
        md.inlinePatterns.register(_InlineMarks(md, page), "course-citations", 175)
        md.treeprocessors.register(_Addresses(md, page), "course-addresses", 2)
        md.treeprocessors.register(
            _Folded(md, page), "course-folded", 2.5
        )  # after the contents are made, which know the heading by its anchor
        md.treeprocessors.register(_Moved(md, page), "course-moved", 3)
        md.treeprocessors.register(_Carried(md, page), "course-carried", 1)
        md.postprocessors.register(_Script(md, page), "course-script", 0)  # when all that is set stands in the text
        md.postprocessors.register(_Whole(md, page), "course-whole", -1)

    def reset(self) -> None:
        """Forgets the page before, where one Markdown renders several."""
        self.context.reset()


class _Counter(Preprocessor):
    """Counts the questions of a page before the first is set."""

    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.context = page

    def run(self, lines: list[str]) -> list[str]:
        marks = (MARK.fullmatch(line.text.rstrip()) for line in read_lines("\n".join(lines)) if line.kind == "mark")
        self.context.total = sum(1 for mark in marks if mark and mark[1] == "item")
        return lines


class _Script(Postprocessor):
    """Sets the tag of the page's script."""

    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.context = page

    def run(self, text: str) -> str:
        return self.context.with_script(text)


class _Whole(Postprocessor):
    """Stops the build where a page that an author wrote shows other questions than it sets, or a mark as it stands."""

    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.context = page

    def run(self, text: str) -> str:
        page = self.context.course.pages[self.context.language].get(self.context.path)
        marks = [mark for mark in page.marks if not mark.shown] if page else []
        bare = {(mark[1], " ".join((mark[2] or "").split())) for mark in MARK.finditer(_CODE.sub("", text))} if "[[" in text else set()
        lost = [mark for mark in marks if (mark.name, mark.value) in bare or (mark.name == "item" and mark.value not in self.context.items)]
        if lost:
            raise CourseFaults(never_shown(mark) for mark in lost)
        return text


def _take(page: PageContext, name: str, value: str, parent: etree.Element) -> etree.Element | None:
    """The element that stands for a mark, its HTML kept aside; None where the mark has nothing to show."""
    made = html_of(page, name, value, _level_below(parent))
    if made is None:
        return None
    element = etree.SubElement(parent, "p")
    element.text = page.md.htmlStash.store(made)
    return element


def _level_below(parent: etree.Element) -> int:
    """The level of a heading that stands below the last one before it."""
    for element in reversed(list(parent)):
        heading = element if re.fullmatch(r"h[1-6]", str(element.tag)) else element.find("./h2")
        if heading is not None:
            return min(int(heading.tag[1]) + 1, 6)
    return 2


class _InlineMarks(Marks):
    """Citations in running text, as links between sources that builders check."""

    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.context, self.language = page, page.language
        self.link = lambda path, anchor: source_link(page.path, path, anchor)

    def handleMatch(self, m: re.Match[str], data: str) -> Matched:  # type: ignore[override]  # noqa: N802 - as in Marks
        self.course = self.context.course
        return super().handleMatch(m, data)


class _Addresses(Treeprocessor):
    """Puts a link to itself beside each heading: the address that trainers copy."""

    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.context = page

    def run(self, root: etree.Element) -> None:
        for part in (root, *root.findall("details[@class='fold']/div")):
            for place, element in enumerate(list(part)):
                if element.tag in ("h2", "h3") and element.get("id"):
                    part[place] = _with_address(element, f"#{element.get('id')}")
                elif element.tag == "h1":
                    part[place] = _with_address(element, self.context.path.rpartition("/")[2])


def _with_address(heading: etree.Element, href: str) -> etree.Element:
    wrapper = etree.Element("div", {"class": "hd"})
    wrapper.extend([heading, _address(href)])
    wrapper.tail, heading.tail = heading.tail, None
    return wrapper


class _Folded(Treeprocessor):
    """Puts the part into `<details>`, its heading into the summary.

    The anchor moves from the heading to what is folded: browsers open a closed `<details>` for a link to what stands inside, not for
    one to its summary.
    """

    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.context = page

    def run(self, root: etree.Element) -> None:
        if not self.context.course.lesson(self.context.path):
            return
        top = list(root)
        start = next((at for at, element in enumerate(top) if element.tag == "h2" and element.get("id") == FOLDED), None)
        if start is None:
            return
        end = next((at for at, element in enumerate(top) if at > start and element.tag in ("h1", "h2")), len(top))
        details = etree.Element("details", {"class": "fold"})
        details.tail = top[end - 1].tail
        heading, inner = top[start], etree.Element("div", {"id": FOLDED})
        del heading.attrib["id"]
        heading.tail = None
        etree.SubElement(details, "summary").append(heading)
        inner.extend([_address(f"#{FOLDED}"), *top[start + 1 : end]])
        details.append(inner)
        root[start:end] = [details]


def _address(href: str) -> etree.Element:
    """A link to a part beside its heading, for the pointer alone: by keyboard and by ear, one list holds them all (`site.js`)."""
    return etree.Element("a", {"class": "addr", "href": href, "tabindex": "-1", "aria-hidden": "true"})


class _Carried(Treeprocessor):
    """Ends a module's page and its last lesson with the articles to carry away."""

    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.context = page

    def run(self, root: etree.Element) -> None:
        page = self.context
        made = carried(page.course, page.language, page.path)
        if made:
            etree.SubElement(root, "p").text = self.md.htmlStash.store(made)


class _Moved(Treeprocessor):
    """Keeps the anchors that redirects name: a mark at the new place, or a note at the page's end that leads there."""

    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.context = page

    def run(self, root: etree.Element) -> None:
        built = self.context.path.removesuffix(".md") + ".html"
        for redirect in self.context.course.redirects.values():
            path, _, anchor = redirect.old.partition("#")
            if path != built or not anchor:
                continue
            new_path, _, new_anchor = redirect.new.partition("#")
            here = (
                [place for place, element in enumerate(root) if element.get("id") == new_anchor] if new_path == built and new_anchor else []
            )
            if here:
                root.insert(here[0], etree.Element("span", {"id": anchor}))
                continue
            address = html.escape(built_link(self.context.path, new_path.removesuffix(".html") + ".md", new_anchor))
            note = etree.SubElement(root, "p")
            note.text = self.md.htmlStash.store(  # as HTML, since builders know no anchor that a question brings
                f'<p id="{html.escape(anchor)}">{say(self.context.language, "moved")} '
                f'<a href="{address}">{html.escape(redirect.new)}</a></p>'
            )


def makeExtension(**options: Any) -> CourseExtension:  # noqa: N802 - the library's name
    """The entry point by which Python-Markdown finds the extension."""
    return CourseExtension(**options)
