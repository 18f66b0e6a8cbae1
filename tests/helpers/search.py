"""Asks the search of the course, and says what a document holds for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from manusiawi.search.texts import Document

Ask = Callable[[str, str, Any], Any]


def said(document: Document) -> str:
    """Everything of a document that the index reads as its own."""
    return "\n".join([document.title, *(line for part in document.parts if not part.quoted for line in (part.title, *part.sentences))])
