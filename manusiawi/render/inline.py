"""Renders the Markdown of a question's texts; HTML in it is shown, never run."""

from __future__ import annotations

import html
import posixpath
import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from functools import cache

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from manusiawi.binding.fields import Entry
from manusiawi.ground.links import built_link, is_external, is_safe, target
from manusiawi.model.asked import Notes, changed, noting, repeat, watched
from manusiawi.model.citation import Citation
from manusiawi.model.course import Course
from manusiawi.model.kinds import links_folder
from manusiawi.model.page import MARK
from manusiawi.model.references import reference

KEPT_ATTRIBUTES = {"href", "src", "alt", "title", "lang", "start", "class"}
_PLAIN = re.compile(r"[^*_`\[\]<>&\\\n#{]*")
_BLOCK_PLAIN = re.compile(r"[A-Za-z\"'“‘«][^*_`\[\]<>&\\!\n#{|:]*")

Link = Callable[[str, str], str]  # the address of a page, named as a source, and of an anchor on it
Matched = tuple[etree.Element | None, int | None, int | None]  # the element, where its text begins and ends


class Marks(InlineProcessor):
    """Makes [[law …]] and [[fact …]] readable references that link to their sources."""

    course: Course  # where the mark stands; known once a text is rendered
    language: str
    link: Link

    def __init__(self, md: Markdown) -> None:
        super().__init__(MARK.pattern, md)

    # An InlineProcessor is handed the text too, unlike the Pattern that it inherits from: so the library has it, types included.
    def handleMatch(self, m: re.Match[str], data: str) -> Matched:  # type: ignore[override]  # noqa: N802
        made = reference(self.course, self.language, m[1], " ".join((m[2] or "").split()))
        if made is None:
            return None, None, None
        words, page, anchor = made
        element = etree.Element("a", {"href": self.link(page, anchor), "class": "cite"})
        element.text = AtomicString(words)
        return element, m.start(0), m.end(0)


class _Harmless(Treeprocessor):
    """Drops attributes and addresses that could run something, and turns links into built ones."""

    def __init__(self, md: Markdown, converter: _Converter) -> None:
        super().__init__(md)
        self.converter = converter

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            for name in list(element.attrib):
                value = element.attrib[name]
                elsewhere = name == "src" and is_external(value)  # the check tells `![x](address)`; other ways of writing it end here
                if name not in KEPT_ATTRIBUTES or elsewhere or (name == "href" and not is_safe(value)):
                    del element.attrib[name]
                elif name in ("href", "src") and not is_external(value) and element.get("class") != "cite":
                    element.set(name, self.converter.texts.from_module(value))


def _not_block(text: str) -> str:
    """A sentence whose first sign would otherwise open a quotation, a heading or a list."""
    return re.sub(
        r"^(\s*)(?:([>#+*-])(?=\s|>|#|$)|(\d+)\.(?=\s))",
        lambda sign: f"{sign[1]}\\{sign[2]}" if sign[2] else f"{sign[1]}{sign[3]}\\.",
        text,
    )


def item_texts(course: Course, language: str, page: str, entry: Entry) -> ItemTexts:
    """The renderer of an entry's texts for a page."""
    return ItemTexts(course, language, posixpath.dirname(page), links_folder(course, entry))


def plain_text(made: str) -> str:
    """Rendered Markdown as the characters that a text field or a spoken description holds."""
    return html.unescape(re.sub(r"<[^>]+>", "", made)).strip()


class ItemTexts:
    """Renders the texts of items into the pages of one folder in one language.

    `folder` is that of the pages and `module` the one from which the texts' own links count.
    Pages of one folder share what was rendered, for as long as the course says the same of what it names.
    """

    def __init__(self, course: Course, language: str, folder: str, module: str) -> None:
        self.course, self.language, self.folder, self.module = watched(course), language, folder, module

    def of(self, entry: Entry) -> ItemTexts:
        """The renderer of another entry's texts into the same pages; its links count from where they do in its file."""
        return ItemTexts(self.course, self.language, self.folder, links_folder(self.course, entry))

    def inline(self, text: str) -> str:
        """One sentence as HTML without a paragraph around it."""
        if _PLAIN.fullmatch(text):
            return html.escape(text, quote=False)
        made = self._converted(_not_block(text))
        single = made.startswith("<p>") and made.endswith("</p>") and made.count("<p>") == 1
        return made[3:-4] if single else made

    def block(self, text: str) -> str:
        """Paragraphs, lists and images as HTML."""
        if _BLOCK_PLAIN.fullmatch(text):
            return f"<p>{html.escape(text, quote=False)}</p>"
        return self._converted(text)

    def _converted(self, text: str) -> str:
        key = (self.language, self.folder, self.module, text)
        notes, result = _rendered.get(key, (None, ""))
        if notes is None or changed(notes, self.course):
            with noting() as notes:
                result = _converter().convert(text, self)
            _rendered.pop(key, None)
            _rendered[key] = notes, result
            if len(_rendered) > MOST_RENDERED:
                del _rendered[next(iter(_rendered))]
        else:
            repeat(notes)
        return result

    def link(self, path: str, anchor: str = "") -> str:
        """The address of a built page from the folder."""
        return built_link(posixpath.join(self.folder, "page.md"), path, anchor)

    def citation_link(self, citation: Citation) -> str:
        """The address of a passage among the sources, from the folder."""
        return self.link(self.course.names.law_page(citation.instrument.id), citation.anchor)

    def from_module(self, address: str) -> str:
        """An address that counts from the module's folder, seen from the folder of the pages."""
        path, anchor = target(self.module, address)
        return self.link(path, anchor) if path else f"#{anchor}"


MOST_RENDERED = 20_000  # texts; the real course has some 7,000 with markup, and the oldest go first
_rendered: dict[tuple[str, str, str, str], tuple[Notes, str]] = {}  # by language, folder, module and text: what it asked, its HTML


@cache
def _converter() -> _Converter:
    return _Converter()


class _Converter:
    """Python-Markdown set up for the texts of items; it knows their renderer only while it converts one."""

    texts: ItemTexts

    def __init__(self) -> None:
        self._md = Markdown(
            extensions=["attr_list", "sane_lists", "tables", _ItemExtension(self)],
            extension_configs={"tables": {"use_align_attribute": True}},
        )

    def convert(self, text: str, texts: ItemTexts) -> str:
        """A text as HTML."""
        self.texts = texts
        try:
            return self._md.reset().convert(text)
        finally:
            del self.texts


class _ItemMarks(Marks):
    """Citations in the texts of items, as built links."""

    def __init__(self, md: Markdown, converter: _Converter) -> None:
        super().__init__(md)
        self.converter = converter

    def handleMatch(self, m: re.Match[str], data: str) -> Matched:  # type: ignore[override]  # noqa: N802 - as above
        texts = self.converter.texts
        self.course, self.language, self.link = texts.course, texts.language, texts.link
        return super().handleMatch(m, data)


class _ItemExtension(Extension):
    def __init__(self, converter: _Converter) -> None:
        super().__init__()
        self.converter = converter

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_ItemMarks(md, self.converter), "marks", 175)
        md.treeprocessors.register(_Harmless(md, self.converter), "harmless", 1)
