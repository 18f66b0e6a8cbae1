"""Cuts a built site's theme stylesheets down to what its pages use.

By names, as PurgeCSS does: a selector stays while every tag, class, id and attribute that it names
occurs in some page or script. Parsing is tinycss2's.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import tinycss2

_MOVEMENT = re.compile(r"@(?:-webkit-)?keyframes\s+([\w-]+)")
_MOVED = re.compile(r"animation(?:-name)?:([^;}]+)")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_IN_EVERY_PAGE = frozenset({"html", "body", "*"})


def names_of(page: str) -> frozenset[str]:
    """The tags, .classes, #ids and [attributes] of a page."""
    names = set(re.findall(r"<([a-z][a-z0-9-]*)", page))
    names.update(f".{word}" for value in set(re.findall(r'class="([^"]*)"', page)) for word in value.split())
    names.update(f"#{word}" for word in re.findall(r'\bid="([^"]*)"', page))
    names.update(f"[{word}]" for word in re.findall(r'[\s"]([a-z][a-z0-9-]*)(?=[=\s>])', page))
    return frozenset(map(sys.intern, names))


def names_in_scripts(scripts: Iterable[str]) -> frozenset[str]:
    """Every word of the scripts, as any of these."""
    words = {word for script in scripts for word in re.findall(r"[\w-]+", script)}
    return frozenset(sign + word + end for word in words for sign, end in (("", ""), (".", ""), ("#", ""), ("[", "]")))


@lru_cache(maxsize=4)  # two sheets in two languages: while serving, names seldom change from one whole build to the next
def prune(css: str, names: frozenset[str]) -> str:
    """The stylesheet without rules that match nothing, variables and movements that nothing uses, pictures within it, and comments."""
    sheet = _without_pictures(_matching(_read(css), names))
    while True:
        text = "".join(map(str, sheet))
        read = {*_READ.findall(text), *(word for words in _MOVED.findall(text) for word in words.split())}
        shorter = _without_unread(sheet, read)
        if "".join(map(str, shorter)) == text:
            return text
        sheet = shorter


@dataclass(frozen=True)
class _Rule:
    """Selectors with their declarations, as (name, value) pairs."""

    selectors: tuple[str, ...]
    declarations: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return f"{','.join(self.selectors)}{{{';'.join(f'{name}:{value}' for name, value in self.declarations)}}}"


@dataclass(frozen=True)
class _Group:
    """A media or supports query with the rules inside it."""

    query: str
    rules: tuple[Any, ...]

    def __str__(self) -> str:
        return f"{self.query}{{{''.join(map(str, self.rules))}}}"


@lru_cache(maxsize=2)  # the theme's two sheets: parsing one takes longer than all the rest of a save
def _read(css: str) -> tuple[Any, ...]:
    return tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _rules(nodes: list[Any]) -> Iterator[Any]:
    """What a sheet holds: rules, groups of rules, and other at-rules as text."""
    for node in nodes:
        if node.type == "qualified-rule":
            declarations = tuple(
                (d.name, tinycss2.serialize(d.value).strip() + ("!important" if d.important else ""))
                for d in tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
                if d.type == "declaration"
            )
            yield _Rule(tuple(_split(node.prelude)), declarations)
        elif node.type == "at-rule" and node.at_keyword in ("media", "supports"):
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield _Group(f"@{node.at_keyword}{tinycss2.serialize(node.prelude).rstrip()}", tuple(_rules(inner)))
        elif node.type == "at-rule" and node.at_keyword != "charset":
            content = ";" if node.content is None else f"{{{tinycss2.serialize(node.content)}}}"
            yield f"@{node.at_keyword}{tinycss2.serialize(node.prelude).rstrip()}{content}"


def _matching(rules: Iterable[Any], names: frozenset[str]) -> list[Any]:
    """The rules with those selectors that match something."""
    kept: list[Any] = []
    for rule in rules:
        if isinstance(rule, _Rule):
            selectors = tuple(selector for selector in rule.selectors if _matches(selector, names))
            kept += [_Rule(selectors, rule.declarations)] if selectors and rule.declarations else []
        elif isinstance(rule, _Group):
            inner = _matching(rule.rules, names)
            kept += [_Group(rule.query, tuple(inner))] if inner else []
        else:
            kept.append(rule)
    return kept


def _without_pictures(sheet: list[Any]) -> list[Any]:
    """The rules without pictures that the sheet itself holds, and without what reads them: the site's policy lets none of them in."""
    held = {name for rule in _flat(sheet) for name, value in rule.declarations if name.startswith("--") and "data:" in value}

    def shown(rule: Any) -> Any:
        if isinstance(rule, _Group):
            return _Group(rule.query, tuple(map(shown, rule.rules)))
        if not isinstance(rule, _Rule):
            return rule
        left = [d for d in rule.declarations if "data:" not in d[1] and held.isdisjoint(_READ.findall(d[1]))]
        masked = len(left) == len(rule.declarations)  # else what is said of the mask's place and size is said of nothing
        return _Rule(rule.selectors, tuple(d for d in left if masked or not d[0].removeprefix("-webkit-").startswith("mask")))

    return [rule for rule in map(shown, sheet) if not isinstance(rule, _Rule) or rule.declarations]


def _flat(sheet: Iterable[Any]) -> Iterator[_Rule]:
    """Every rule, those within groups too."""
    for rule in sheet:
        if isinstance(rule, _Group):
            yield from _flat(rule.rules)
        elif isinstance(rule, _Rule):
            yield rule


def _without_unread(sheet: Iterable[Any], read: set[str]) -> list[Any]:
    shorter: list[Any] = []
    for rule in sheet:
        if isinstance(rule, _Group):
            inner = _without_unread(rule.rules, read)
            shorter += [_Group(rule.query, tuple(inner))] if inner else []
        elif isinstance(rule, _Rule):
            left = tuple(d for d in rule.declarations if not d[0].startswith("--") or d[0] in read)
            shorter += [_Rule(rule.selectors, left)] if left else []
        elif not (moved := _MOVEMENT.match(rule)) or moved[1] in read:
            shorter.append(rule)
    return shorter


def _split(prelude: list[Any]) -> list[str]:
    """The selectors of a rule, parted at the commas that stand outside brackets."""
    parts: list[list[Any]] = []
    current: list[Any] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append(current)
            current = []
        else:
            current.append(token)
    return [tinycss2.serialize(part).strip() for part in [*parts, current]]


def _matches(selector: str, names: frozenset[str]) -> bool:
    """Whether every name outside :not(), :is() and :where() occurs."""
    return names.issuperset(_asked(selector))


@cache  # as many as the theme has selectors
def _asked(selector: str) -> frozenset[str]:
    """The names that have to occur for a selector to match anything."""
    plain = re.sub(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)", "", selector)
    attributes = re.findall(r"\[\s*([\w-]+)", plain)
    plain = re.sub(r"\[[^\]]*\]", "", plain)
    plain = re.sub(r"::?[\w-]+(?:\([^)]*\))?", "", plain)
    named = re.findall(r"[.#]?[A-Za-z_][\w\\/-]*", plain)
    return frozenset([name.replace("\\", "") for name in named] + [f"[{name}]" for name in attributes])


@dataclass
class Styles:
    """The theme's stylesheets of one built language, and what they are cut down to: the names that pages and scripts use."""

    sheets: dict[str, str]  # by file name: the theme's own text
    own: str  # the course's sheet, which follows the theme's in the same file: together they pack a tenth smaller
    scripts: frozenset[str]
    pages: dict[str, frozenset[str]]  # by the built file's path: the names in it
    written: frozenset[str] = frozenset()  # the names for which the sheets were last cut

    def write(self, site: Path) -> None:
        """Writes the sheets, cut down to what is used now, unless they already are."""
        used = _IN_EVERY_PAGE.union(self.scripts, *self.pages.values())
        if used == self.written:
            return
        for name, css in self.sheets.items():
            own = self.own if name.startswith("main.") else ""
            (site / FOLDER / name).write_text(prune(_SOURCE_MAP.sub("", css), used) + own, "utf-8")
        self.written = used


FOLDER = "assets/stylesheets"
OWN_SHEET = "course.css"
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL.*?\*/")


def read_styles(site: Path) -> Styles:
    """The stylesheets of a site just built, its scripts and its pages."""
    return Styles(
        {sheet.name: sheet.read_text("utf-8") for sheet in sorted((site / FOLDER).glob("*.css"))},
        (site / FOLDER).parent.joinpath(OWN_SHEET).read_text("utf-8"),
        names_in_scripts(path.read_text("utf-8") for path in site.rglob("assets/*.js")),
        {page.relative_to(site).as_posix(): names_of(page.read_text("utf-8")) for page in site.rglob("*.html")},
    )
