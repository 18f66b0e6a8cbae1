"""Reads built pages as a browser would: tags, ids, links, and the files that a visit loads."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def tags_of(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """The tags a browser would make of a piece of HTML, with their attributes."""
    parser = _Tags()
    parser.feed(html)
    return parser.tags


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


class Html(HTMLParser):
    """The parts of a page that tests ask about."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        if "id" in attributes:
            assert attributes["id"] not in self.ids, f"id {attributes['id']} stands twice"
            self.ids.add(attributes["id"])

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def pages_of(site: Path) -> dict[str, Html]:
    return {path.relative_to(site).as_posix(): Html(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def target(page: str, address: str) -> str:
    """The path below the site to which a relative address on a page leads."""
    path = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page


def files_of_page(name: str, page: Html, site: Path) -> dict[str, bytes]:
    """Every file that a first visit to a page loads, by path."""
    wanted = [attributes["href"] for attributes in page.all("link") if attributes.get("rel") in ("stylesheet", "icon")]
    wanted += [attributes["src"] for tag in ("script", "img") for attributes in page.all(tag) if attributes.get("src")]
    from_root = name.endswith("404.html")  # its addresses count from the host
    paths = {name, *(target("" if from_root else name, address.lstrip("/") if from_root else address) for address in wanted)}
    return {path: (site / path).read_bytes() for path in paths}
