"""Makes HTML and plain words of the texts of questions, for formats that hold one or the other."""

from __future__ import annotations

from manusiawi.model.course import Course
from manusiawi.render.inline import ItemTexts, plain_text


class ExchangeTexts:
    """Renders the texts of questions, in which no mark of the course is left, by the Markdown of the pages."""

    def __init__(self, language: str) -> None:
        self._texts = ItemTexts(Course(), language, "", "")

    def block(self, text: str) -> str:
        """Paragraphs and lists as HTML; "" for an empty text."""
        return self._texts.block(text) if text.strip() else ""

    def inline(self, text: str) -> str:
        """One sentence as HTML without a paragraph around it."""
        return self._texts.inline(text) if text.strip() else ""

    def plain(self, text: str) -> str:
        """The words of a sentence without its emphasis."""
        return plain_text(self.inline(text))
