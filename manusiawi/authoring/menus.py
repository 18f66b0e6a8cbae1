"""Adds new pages to the menus of the site, at their places among the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from manusiawi.authoring.edits import Draft, Refused, block_of, tree_of
from manusiawi.authoring.yamledit import value_of, with_entry
from manusiawi.binding.yamltree import place
from manusiawi.entries.plan import Module
from manusiawi.ground.faults import Fault
from manusiawi.language.known import all_known, configuration

MENUS = {configuration(known.code): known.module for known in all_known()}  # each menu with its word for a module


def edit_menus(draft: Draft, edit: Callable[[str, Any, str, str], str]) -> None:
    """Edits each menu that is written out; a configuration without `nav:` has none."""
    for file, word in MENUS.items():
        menu = value_of(tree_of(draft.texts, file), "nav") if file in draft.texts else None
        if menu is not None:
            draft.changed[file] = edit(draft.texts[file], block_of(menu, file), word, file)


def with_section(draft: Draft, text: str, menu: yaml.SequenceNode, word: str, slug: str, number: int) -> str:
    """The menu with a section for the module, by its number among the other modules, in the group where those stand."""
    menu = _beside_modules(draft, menu)
    numbers = [
        max((module.number for module in draft.course.modules if _is_section(entry, module.slug)), default=None) for entry in menu.value
    ]
    earlier = [index for index, other in enumerate(numbers) if other is not None and other < number]
    later = [index for index, other in enumerate(numbers) if other is not None and other > number]
    index = earlier[-1] + 1 if earlier else later[0] if later else min(1, len(menu.value))
    sections = [entry.value[0][1] for entry in menu.value if _pages_of(entry)]
    inner = next((section.start_mark.column - menu.start_mark.column for section in sections if not section.flow_style), 4)
    pages = "".join(f"{' ' * inner}- {slug}/{page}.md\n" for page in ("index", "soal"))
    return with_entry(text, menu, index, f"- {word} {number}:\n{pages}")


def with_page(text: str, menu: yaml.SequenceNode, module: Module, slug: str, after: list[str], file: str) -> str:
    """The menu with a page in its module's section, before the pages that come after it."""
    entries = (entry for listed in _lists(menu) for entry in listed.value)
    section = next((entry.value[0][1] for entry in entries if _is_section(entry, module.slug)), None)
    if section is None:
        raise Refused(
            Fault(
                place(menu, file),
                f'the menu has no section of module "{module.slug}"',
                "a section with the module's pages",
                f"add one that begins with {module.slug}/index.md",
            )
        )
    paths = [_path(entry) for entry in block_of(section, file).value]
    index = min((paths.index(path) for path in after if path in paths), default=len(paths))
    return with_entry(text, section, index, f"- {module.slug}/{slug}.md\n")


def _beside_modules(draft: Draft, menu: yaml.SequenceNode) -> yaml.SequenceNode:
    """The list of a menu in which the sections of modules stand; the menu itself while there are none."""
    slugs = [module.slug for module in draft.course.modules]
    return next((listed for listed in _lists(menu) for entry in listed.value for slug in slugs if _is_section(entry, slug)), menu)


def _lists(menu: yaml.SequenceNode) -> Iterator[yaml.SequenceNode]:
    """A menu, then the lists inside it, each before those that it holds."""
    yield menu
    for entry in menu.value:
        if inner := _section(entry):
            yield from _lists(inner)


def _section(entry: yaml.Node) -> yaml.SequenceNode | None:
    inner = entry.value[0][1] if isinstance(entry, yaml.MappingNode) and entry.value else None
    return inner if isinstance(inner, yaml.SequenceNode) else None


def _pages_of(entry: yaml.Node) -> list[str]:
    """The paths in a section of a menu; none for an entry that is no section."""
    section = _section(entry)
    return [_path(page) for page in section.value] if section else []


def _is_section(entry: yaml.Node, slug: str) -> bool:
    return any(path.startswith(f"{slug}/") for path in _pages_of(entry))


def _path(entry: yaml.Node) -> str:
    """The path of a menu's entry, with or without a title of its own."""
    value = entry.value[0][1] if isinstance(entry, yaml.MappingNode) and entry.value else entry
    return value.value if isinstance(value, yaml.ScalarNode) else ""
