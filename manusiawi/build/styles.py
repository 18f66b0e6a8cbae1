"""Cuts a built site's theme stylesheets down to what its pages use.

By names, as PurgeCSS does: a selector stays while every tag, class, id and attribute that it names
occurs in some page or script. Parsing is tinycss2's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import tinycss2

_IN_EVERY_PAGE = {"html", "body", "*"}


def used_names(pages: Iterable[str], scripts: Iterable[str]) -> frozenset[str]:
    """The tags, .classes, #ids and [attributes] of pages; of scripts, every word as any of these."""
    names = set(_IN_EVERY_PAGE)
    for page in pages:
        names.update(re.findall(r"<([a-z][a-z0-9-]*)", page))
        names.update(f".{word}" for value in set(re.findall(r'class="([^"]*)"', page)) for word in value.split())
        names.update(f"#{word}" for word in re.findall(r'\bid="([^"]*)"', page))
        names.update(f"[{word}]" for word in re.findall(r'[\s"]([a-z][a-z0-9-]*)(?=[=\s>])', page))
    words = {word for script in scripts for word in re.findall(r"[\w-]+", script)}
    return frozenset(names) | {sign + word + end for word in words for sign, end in (("", ""), (".", ""), ("#", ""), ("[", "]"))}


@lru_cache(maxsize=8)  # while serving, names seldom change from one save to the next
def prune(css: str, names: frozenset[str]) -> str:
    """The stylesheet without rules that match nothing, variables that nothing reads, and comments."""
    sheet = _kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), names)
    while True:
        text = "".join(map(str, sheet))
        read = set(re.findall(r"var\(\s*(--[\w-]+)", text))
        shorter = _without_unread(sheet, read)
        if "".join(map(str, shorter)) == text:
            return text
        sheet = shorter


@dataclass(frozen=True)
class _Rule:
    """Selectors with their declarations, as (name, value) pairs."""

    selectors: str
    declarations: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return f"{self.selectors}{{{';'.join(f'{name}:{value}' for name, value in self.declarations)}}}"


@dataclass(frozen=True)
class _Group:
    """A media or supports query with the rules inside it."""

    query: str
    rules: tuple[Any, ...]

    def __str__(self) -> str:
        return f"{self.query}{{{''.join(map(str, self.rules))}}}"


def _kept(rules: list[Any], names: frozenset[str]) -> list[Any]:
    kept: list[Any] = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = ",".join(s for s in _split(rule.prelude) if _matches(s, names))
            declarations = tuple(
                (d.name, tinycss2.serialize(d.value).strip() + ("!important" if d.important else ""))
                for d in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
                if d.type == "declaration"
            )
            if selectors and declarations:
                kept.append(_Rule(selectors, declarations))
        elif rule.type == "at-rule" and rule.at_keyword in ("media", "supports"):
            inner = _kept(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), names)
            if inner:
                kept.append(_Group(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude).rstrip()}", tuple(inner)))
        elif rule.type == "at-rule" and rule.at_keyword != "charset":
            content = ";" if rule.content is None else f"{{{tinycss2.serialize(rule.content)}}}"
            kept.append(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude).rstrip()}{content}")
    return kept


def _without_unread(sheet: Iterable[Any], read: set[str]) -> list[Any]:
    shorter: list[Any] = []
    for rule in sheet:
        if isinstance(rule, _Group):
            inner = _without_unread(rule.rules, read)
            shorter += [_Group(rule.query, tuple(inner))] if inner else []
        elif isinstance(rule, _Rule):
            left = tuple(d for d in rule.declarations if not d[0].startswith("--") or d[0] in read)
            shorter += [_Rule(rule.selectors, left)] if left else []
        else:
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
    plain = re.sub(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)", "", selector)
    attributes = re.findall(r"\[\s*([\w-]+)", plain)
    plain = re.sub(r"\[[^\]]*\]", "", plain)
    plain = re.sub(r"::?[\w-]+(?:\([^)]*\))?", "", plain)
    named = re.findall(r"[.#]?[A-Za-z_][\w\\/-]*", plain)
    return all(name.replace("\\", "") in names for name in named) and all(f"[{name}]" in names for name in attributes)


def prune_site(site: Path) -> dict[str, tuple[int, int]]:
    """Prunes the theme's stylesheets of a built site in place; returns bytes before and after by name."""
    sheets = sorted((site / "assets" / "stylesheets").glob("*.css"))
    pages = (path.read_text("utf-8") for path in site.rglob("*.html"))
    scripts = (path.read_text("utf-8") for path in site.rglob("assets/*.js"))
    names = used_names(pages, scripts)
    sizes = {}
    for sheet in sheets:
        css = sheet.read_text("utf-8")
        text = prune(re.sub(r"/\*# sourceMappingURL.*?\*/", "", css), names)
        sheet.write_text(text, "utf-8")
        sizes[sheet.name] = (len(css.encode()), len(text.encode()))
    return sizes
