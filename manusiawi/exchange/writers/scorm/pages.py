"""Cuts a built page to what a package holds: its menu leads within it; what would lead out is words, or opens beside it."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from manusiawi.exchange.writers.scorm.table import PackagePage
from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link, is_external, target

SCRIPT = "scorm.js"
_LINK = re.compile(r'<a\b([^>]*?)\s*href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_ELSEWHERE = re.compile(
    r'\s*(?:<a class="(?:search|other)"[^>]*>.*?</a>|<a\b[^>]*\bclass="addr"[^>]*></a>|<details class="links.*?</details>'
    r'|<p class="newer".*?</p>|<link rel="(?:alternate|canonical)"[^>]*>|<meta property="og:[^>]*>)',
    re.DOTALL,
)
_PAGER = re.compile(r'<nav class="pager"[^>]*>.*?</nav>', re.DOTALL)
_MENU = re.compile(r'(<nav class="course"[^>]*><p>.*?</p>).*?(</nav>)', re.DOTALL)
_BRAND = re.compile(r'(<a class="brand" href=")[^"]*')
_DIGEST = re.compile(r'((?:href|src|data-[a-z]+)="[^"?#:]*\.(?:js|css))\?[0-9a-f]+"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_ALONE = re.compile(r'\s*<(p|li)>\s*<span class="gone">(?:(?!</?span).)*</span>\s*</\1>', re.DOTALL)
_PLAIN = re.compile(r'<script defer src="([^"]*/)?plain\.js"></script>')


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the pages of a package have in common: its lessons in their order, the pages they refer to, and both by path."""

    language: str
    lessons: Sequence[PackagePage]
    further: Sequence[PackagePage]
    held: Set[str]


def title_of(text: str, site: str) -> str:
    """The title of a built page, without the course's name behind it."""
    found = _TITLE.search(text)
    return html.unescape(found[1]).removesuffix(f" - {site}") if found else ""


def cut(text: str, path: str, around: Surroundings) -> tuple[str, int]:
    """A built page as the package holds it, and how many of its links became words."""
    text = _DIGEST.sub(r'\1"', _ELSEWHERE.sub("", text))
    for before, after in (("quiz-lead", "package-lead"), ("quiz-privacy", "package-privacy")):  # what is true of the site alone
        text = text.replace(say(around.language, before), say(around.language, after))
    text = _BRAND.sub(lambda found: found[1] + built_link(path, around.lessons[0].path), text)
    text = _MENU.sub(lambda found: found[1] + _menu(path, around) + found[2], text)
    pager = _pager(path, around)
    text = _PAGER.sub(lambda found: pager, text)
    gone = 0

    def link(found: re.Match[str]) -> str:
        nonlocal gone
        before, address, after, words = found[1], html.unescape(found[2]), found[3], found[4]
        if is_external(address):
            return f'<a{before} href="{found[2]}" target="_blank" rel="noopener"{after}>{words}</a>'
        named, _ = target(posixpath.dirname(path), address.partition("?")[0])
        if not named or named in around.held or not named.endswith(".html"):
            return found[0]
        gone += 1
        return f'<span class="gone">{words}</span>'

    text = _LINK.sub(link, text)
    text = _ALONE.sub("", text)
    root = posixpath.relpath(".", posixpath.dirname(path) or ".") + "/"
    where = f'data-page="{path}" data-root="{root}"'
    text = _PLAIN.sub(lambda found: f'<script defer src="{found[1]}home.js" {where}></script>', text)
    return text.replace("</body>", f'<script defer src="{root}assets/{SCRIPT}" {where}></script>\n</body>'), gone


def _entry(page: PackagePage, path: str) -> str:
    current = ' aria-current="page"' if page.path == path else ""
    return f'<li><a href="{built_link(path, page.path)}"{current}>{html.escape(page.title)}</a></li>'


def _menu(path: str, around: Surroundings) -> str:
    further = "".join(_entry(page, path) for page in around.further)
    opened = " open" if any(page.path == path for page in around.further) else ""
    sources = say(around.language, "sources-title")
    more = f"<li><details{opened}><summary>{sources}</summary><ul>{further}</ul></details></li>\n" if further else ""
    return "\n<ul>\n" + "".join(f"{_entry(page, path)}\n" for page in around.lessons) + f"{more}</ul>\n"


def _pager(path: str, around: Surroundings) -> str:
    paths = [page.path for page in around.lessons]
    if path not in paths:
        return ""
    at = paths.index(path)
    ways = [("prev", "previous", at - 1), ("next", "next", at + 1)]
    links = "".join(
        f'<a rel="{rel}" href="{built_link(path, paths[to])}"><small>{say(around.language, word)}</small>'
        f"<span>{html.escape(around.lessons[to].title)}</span></a>"
        for rel, word, to in ways
        if 0 <= to < len(paths)
    )
    return f'<nav class="pager" aria-label="{say(around.language, "pager")}">{links}\n</nav>'
