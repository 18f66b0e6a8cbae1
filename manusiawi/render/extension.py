"""The Markdown extension that reads the course's marks in lessons and generated pages."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from functools import cached_property
from pathlib import Path

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link, source_link
from manusiawi.model.asked import watched
from manusiawi.model.citation import Citation
from manusiawi.model.course import Course
from manusiawi.model.loading import recent_course
from manusiawi.model.page import MARK, without_comments
from manusiawi.render import plan as blocks
from manusiawi.render import progress as progressblocks
from manusiawi.render import tests as testblocks
from manusiawi.render import trainers as trainerblocks
from manusiawi.render.assets import script_tag
from manusiawi.render.charts import chart
from manusiawi.render.inline import Marks, item_texts
from manusiawi.render.keep import NO_ZIP, keeper
from manusiawi.render.law import law_box
from manusiawi.render.lens import lens
from manusiawi.render.questions.frame import render_item, render_key
from manusiawi.render.questions.parts import Setting
from manusiawi.render.search import form
from manusiawi.render.speech import speech

PROJECT = Path(__file__).resolve().parents[2]
_ALONE = re.compile(rf"{MARK.pattern}\s*")


class CourseExtension(Extension):
    """Marks become questions, citations and lists of the course.

    Options: `language` (id or en) and `root`, the folder that holds course/, quizzes/ and docs/.
    """

    def __init__(self, **options) -> None:
        self.config = {"language": ["id", "The language of the pages"], "root": [str(PROJECT), "The project's folder"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        page = PageContext(md, Path(self.getConfig("root")), self.getConfig("language"))
        md.registerExtension(self)
        self.context = page
        md.preprocessors.register(_Counter(md, page), "course-counter", 25)
        md.parser.blockprocessors.register(_Alone(md.parser, page), "course-marks", 175)
        md.inlinePatterns.register(_InlineMarks(md, page), "course-citations", 175)
        md.treeprocessors.register(_Addresses(md, page), "course-addresses", 2)
        md.treeprocessors.register(_Moved(md, page), "course-moved", 3)

    def reset(self) -> None:
        self.context.reset()


class PageContext:
    """The page being rendered, as far as the builder lets the extension know it."""

    def __init__(self, md: Markdown, root: Path, language: str) -> None:
        self.md, self.root, self.language = md, root, language
        self.reset()

    def reset(self) -> None:
        """Forgets the page before: its count of questions, its path, the state of the course's files."""
        self.number = self.total = 0
        self.set_scripts: set[str] = set()
        self.__dict__.pop("course", None)
        self.__dict__.pop("path", None)

    @cached_property
    def course(self) -> Course:
        return watched(recent_course(self.root))

    @cached_property
    def path(self) -> str:
        """The page's path below docs/<language>/, as MkDocs or Zensical hand it to their own processors."""
        for processors in (self.md.treeprocessors, self.md.preprocessors):
            for processor in processors:
                if hasattr(getattr(processor, "file", None), "src_uri"):
                    return processor.file.src_uri
                if hasattr(getattr(processor, "page", None), "path"):
                    return processor.page.path
        return "index.md"

    def citation_link(self, citation: Citation) -> str:
        """The address of a passage among the sources, from this page."""
        return built_link(self.path, self.course.names.law_page(citation.instrument.id), citation.anchor)

    def scripts(self, *names: str, at_once: bool = False) -> str:
        """The tags of the scripts that the page does not load yet; those that run at once hold up what follows them."""
        new = [name for name in names if name not in self.set_scripts]
        self.set_scripts.update(new)
        return "".join(f"{script_tag(name, self.path, at_once)}\n" for name in new)

    def setting(self, item: str, number: int, total: int, level: int) -> Setting:
        """Where a question stands on this page."""
        texts = item_texts(self.course, self.language, self.path, self.course.item_modules[item])
        return Setting(texts, self.path, number, total, level)


class _Counter(Preprocessor):
    """Counts the questions of a page before the first is set."""

    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.context = page

    def run(self, lines: list[str]) -> list[str]:
        self.context.total = sum(
            1 for line in without_comments("\n".join(lines)).split("\n") if (m := _ALONE.fullmatch(line)) and m[1] == "item"
        )
        return lines


class _Alone(BlockProcessor):
    """Replaces a block that is one mark by its HTML."""

    def __init__(self, parser, page: PageContext) -> None:
        super().__init__(parser)
        self.context = page

    def test(self, parent: etree.Element, block: str) -> bool:
        return bool(_ALONE.fullmatch(block))

    def run(self, parent: etree.Element, blocks_left: list[str]) -> bool | None:
        found = _ALONE.fullmatch(blocks_left[0])
        made = self._html(found[1], found[2] or "", parent)
        if made is None:
            return False
        blocks_left.pop(0)
        element = etree.SubElement(parent, "p")
        element.text = self.parser.md.htmlStash.store(made)
        return True

    def _html(self, name: str, value: str, parent: etree.Element) -> str | None:
        page, course = self.context, self.context.course
        if name == "key":
            value, number, total = value.split(" ")
            return render_key(course.items[value], page.setting(value, int(number), int(total), _level_below(parent)))
        if name == "item" and value in course.items:
            page.number += 1
            setting = page.setting(value, page.number, page.total, _level_below(parent))
            return page.scripts("store.js", "quiz.js") + render_item(course.items[value], setting)
        if name == "law" and (citation := course.citation(value)):
            return law_box(citation, page.language, page.citation_link)
        if name == "term" and value in course.terms:
            return blocks.term(course, page.language, page.path, value)
        if name == "chart" and value in course.charts:
            return chart(course, page.language, page.path, value)
        if name == "trainer":
            return trainerblocks.trainer(course, page.language, page.path, value)
        if name == "test":
            return page.scripts("store.js", "tests.js") + testblocks.test(course, page.language, page.path, value, page.setting)
        if name == "test-keys":
            return testblocks.keys(course, page.language, value, page.setting)
        if name == "workshop":
            return trainerblocks.workshop(course, page.language, page.path, value)
        if name == "lens" and course.lens:
            return page.scripts("files.js", "lens.js") + lens(course, page.language, page.path)
        if name == "search":
            return form(page.root, page.language, page.path)
        if name == "keep":
            return keeper(page.language, page.path)
        if name == "zip":
            return NO_ZIP
        if name in _LISTS:
            scripts = page.scripts(*_SCRIPTS.get(name, ()), at_once=name in _FILLED) if course.modules else ""
            return _LISTS[name](course, page.language, page.path) + scripts
        return None


_LISTS = {
    "outcomes": blocks.outcomes,
    "lessons": blocks.lessons,
    "modules": blocks.modules,
    "speech": speech,
    "start": blocks.start,
    "progress": progressblocks.progress,
    "review": progressblocks.review,
    "record": progressblocks.record,
}
_SCRIPTS = {
    "outcomes": ("store.js", "done.js", "aloud.js"),
    "modules": ("store.js", "done.js"),
    **dict.fromkeys(("progress", "review", "record"), ("store.js", "done.js", "files.js", "progress.js")),
}
_FILLED = {"progress", "review", "record"}  # pages whose script runs before what follows is laid out, so that nothing moves


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
        super().__init__(md, None, page.language, lambda path, anchor: source_link(page.path, path, anchor))
        self.context = page

    def handleMatch(self, m, data):  # noqa: N802 - the library's name
        self.course = self.context.course
        return super().handleMatch(m, data)


class _Addresses(Treeprocessor):
    """Puts a link to itself beside each heading: the address that trainers copy."""

    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.context = page

    def run(self, root: etree.Element) -> None:
        language = self.context.language
        for place, element in enumerate(list(root)):
            if element.tag not in ("h1", "h2", "h3") or (element.tag != "h1" and not element.get("id")):
                continue
            title = re.sub(r"\s+", " ", "".join(element.itertext())).strip()
            if element.tag == "h1":
                label, href = say(language, "link-page"), self.context.path.rpartition("/")[2]
            else:
                label, href = say(language, "link-section", title=title), f"#{element.get('id')}"
            wrapper = etree.Element("div", {"class": "hd"})
            link = etree.Element("a", {"class": "addr", "href": href, "aria-label": label})
            wrapper.extend([element, link])
            wrapper.tail, element.tail = element.tail, None
            root[place] = wrapper


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
                f'<p id="{html.escape(anchor)}">{say(self.context.language, "moved")} <a href="{address}">{html.escape(redirect.new)}</a></p>'
            )


def makeExtension(**options) -> CourseExtension:  # noqa: N802 - the library's name
    """The entry point by which Python-Markdown finds the extension."""
    return CourseExtension(**options)
