"""Makes of a built page the HTML that another tool shows: its text, without scripts, styles and forms.

Each question becomes what the caller makes of it; links to other pages of the package are rewired, all others lead to the published
course, or become their words alone where its address is not known.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from manusiawi.ground.links import is_external

_ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
_GONE = frozenset("script style link button svg textarea select input fieldset template noscript".split())
_SILENT = frozenset("addr beside copy on-paper pic-told".split())
_KEPT_ATTRIBUTES = frozenset("alt title lang start type colspan rowspan scope id".split())
_QUOTED = frozenset("sheet admonition".split())  # boxes that a frame sets apart
_FOLDS = {"details": ("", ""), "summary": ("<p><strong>", "</strong></p>")}
_VOID = frozenset("br hr img wbr col".split())
_VOID_GONE = frozenset("input link".split())
_BARE = frozenset("div span section article i".split())


@dataclass(frozen=True, slots=True)
class Around:
    """What a page knows of the others: its own path, the file of each page that travels along, the address of the published course.

    `folds` says whether the tool keeps `details`; where it does not, what is folded stands open below its line.
    """

    page: str
    files: Mapping[str, str]
    published: str = ""
    folds: bool = True


def chapter(built_page: str, around: Around, question: Callable[[str], str]) -> str:
    """The article of a built page as plain HTML; `question` gives what stands in place of an item."""
    found = _ARTICLE.search(built_page)
    reader = _Reader(around, question)
    reader.feed(found[0] if found else "")
    reader.close()
    return re.sub(r"<p>\s*</p>|\n{2,}", "\n", "".join(reader.parts)).strip() + "\n"


def heading(built_page: str) -> str:
    """The words of the page's first heading."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", built_page, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", found[1])).strip() if found else ""


class _Reader(HTMLParser):
    """Follows the tags; `parts` hold what is written."""

    def __init__(self, around: Around, question: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=False)
        self.around, self.question = around, question
        self.parts: list[str] = []
        self.closing: list[tuple[str, str]] = []  # each open element and what closes it in the chapter
        self.gone = 0  # how many open elements are left out with all they hold

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self.gone:
            if tag not in _VOID and tag not in _VOID_GONE:
                self.gone += 1
            return
        classes = set(given.get("class", "").split())
        if tag == "section" and "data-mq" in given:
            self.parts.append(self.question(given["id"]))
            self.gone = 1
        elif (
            tag in _GONE
            or tag == "h1"
            or (tag == "p" and given.get("id") and not classes)
            or classes & _SILENT
            or given.get("aria-hidden") == "true"
        ):
            # a paragraph with an id alone says where a question that stood here has moved
            self.gone = int(tag not in _VOID_GONE and tag not in _VOID)
        elif tag in _VOID:
            self.parts.append(f"<{tag}{self._attributes(given)}>")
        else:
            opened, closed = self._element(tag, given, classes)
            self.parts.append(opened)
            self.closing.append((tag, closed))

    def _element(self, tag: str, given: dict[str, str], classes: set[str]) -> tuple[str, str]:
        if tag == "a":
            address = self._address(given.get("href", ""))
            return (f'<a href="{html.escape(address)}">', "</a>") if address else ("", "")
        if tag.startswith("h") and self.closing and self.closing[-1][0] == "summary":
            return "", ""  # the line of a fold is a heading already
        if tag in _FOLDS and not self.around.folds:
            return _FOLDS[tag]
        if classes & _QUOTED:
            return "<blockquote>", "</blockquote>"
        if tag in _BARE and "lang" not in given and not (tag == "i" and classes == set()):
            anchor = f'<a id="{html.escape(given["id"])}"></a>' if given.get("id") and tag != "article" else ""
            return anchor, ""
        return f"<{tag}{self._attributes(given)}>", f"</{tag}>"

    def _attributes(self, given: dict[str, str]) -> str:
        held = {name: value for name, value in given.items() if name in _KEPT_ATTRIBUTES}
        if "src" in given:
            held["src"] = given["src"]
        return "".join(f' {name}="{html.escape(value)}"' for name, value in held.items())

    def _address(self, href: str) -> str:
        """Where a link leads from the package; "" where it leads nowhere."""
        if is_external(href):
            return href
        path, sign, anchor = href.partition("#")
        if not path:
            return href
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(self.around.page), path))
        if whole in self.around.files:
            return f"{self.around.files[whole]}{sign}{anchor}"
        return f"{self.around.published}{whole}{sign}{anchor}" if self.around.published else ""

    def handle_endtag(self, tag: str) -> None:
        if self.gone:
            self.gone -= tag not in _VOID
            return
        if tag in _VOID:
            return
        while self.closing:
            name, closed = self.closing.pop()
            self.parts.append(closed)
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self.gone:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")
