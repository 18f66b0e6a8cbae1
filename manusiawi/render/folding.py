"""Folds the part of a lesson that holds the law: its heading opens it, without a script and without HTML from authors."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from manusiawi.render.context import PageContext

FOLDED = "hukum"  # the anchor of the part


class Folded(Treeprocessor):
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
        inner.extend([address(f"#{FOLDED}"), *top[start + 1 : end]])
        details.append(inner)
        root[start:end] = [details]


def address(href: str) -> etree.Element:
    """A link to a part beside its heading, for the pointer alone: by keyboard and by ear, one list holds them all (`site.js`)."""
    return etree.Element("a", {"class": "addr", "href": href, "tabindex": "-1", "aria-hidden": "true"})
