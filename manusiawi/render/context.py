"""The page being rendered, as far as the builder lets the extension know it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from markdown import Markdown

from manusiawi.ground.links import built_link
from manusiawi.model.asked import watched
from manusiawi.model.citation import Citation
from manusiawi.model.course import Course
from manusiawi.model.loading import recent_course
from manusiawi.render.assets import PICTURES, script_tag, sheet_tag
from manusiawi.render.inline import item_texts
from manusiawi.render.questions.parts import Setting
from manusiawi.render.scripts import AT_ONCE, names_of

_PLACE, _FILLED = "<!-- a script may stand here -->\n", "<!-- the script that fills this in stands here -->\n"


class PageContext:
    """The page being rendered, as far as the builder lets the extension know it."""

    def __init__(self, md: Markdown, root: Path, language: str, published: str = "") -> None:
        self.md, self.root, self.language, self.published = md, root, language, published
        self.reset()

    def reset(self) -> None:
        """Forgets the page before: its count of questions, its path, the state of the course's files."""
        self.items: list[str] = []  # the questions that were set so far
        self.total = 0
        self.parts: set[str] = set()  # of its script, as they were needed so far
        self.sheets: set[str] = set()  # the sheets of styles that it loads beside the course's own
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
                path = getattr(getattr(processor, "file", None), "src_uri", None) or getattr(getattr(processor, "page", None), "path", None)
                if path:
                    return str(path)
        return "index.md"

    def citation_link(self, citation: Citation) -> str:
        """The address of a passage among the sources, from this page."""
        return built_link(self.path, self.course.names.law_page(citation.instrument.id), citation.anchor)

    def needs(self, *parts: str) -> str:
        """Notes which parts of its script the page needs (see `manusiawi.render.scripts`); returns a place where it may stand."""
        self.parts.update(parts)
        return _FILLED if set(AT_ONCE) & set(parts) else _PLACE if parts else ""

    def styles(self, sheet: str = PICTURES) -> str:
        """The styles of pictures, or of another part, where the page's first of them stands."""
        tag = "" if sheet in self.sheets else sheet_tag(sheet, self.path, names_of(self.course))
        self.sheets.add(sheet)
        return tag

    def with_script(self, text: str) -> str:
        """The page with its one script: below the last thing that it fills in at once, else at the first that needs it."""
        if not self.parts or not (_FILLED in text or _PLACE in text):  # headings come one by one too, for the table of contents
            return text
        before, _, after = text.rpartition(_FILLED) if _FILLED in text else text.partition(_PLACE)
        tag = script_tag(self.parts, self.path, names_of(self.course))
        return f"{before}{tag}\n{after}".replace(_FILLED, "").replace(_PLACE, "")

    def setting(self, item: str, number: int, total: int, level: int) -> Setting:
        """Where a question stands on this page."""
        texts = item_texts(self.course, self.language, self.path, self.course.items[item])
        return Setting(texts, self.path, number, total, level)
