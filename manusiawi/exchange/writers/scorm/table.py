"""What the script of a package knows of its module: pages in their order, questions with their options and right answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from manusiawi.entries.items import (
    BranchingCase,
    Inspection,
    Item,
    Matching,
    MultipleChoice,
    Ordering,
    Reflection,
    ShortText,
    SingleChoice,
    TrueFalse,
)
from manusiawi.language.numbers import plain
from manusiawi.model.addresses import built
from manusiawi.model.course import Course
from manusiawi.model.revision import revisions, text_id
from manusiawi.render.progress import module_items, module_pages

MASTERY = 70  # per cent; a learning system's own number stands above it


@dataclass(frozen=True, slots=True)
class PackagePage:
    """A page of a package: its path below the root of its language, and its title as plain words."""

    path: str
    title: str


def items_on(course: Course, module: str, paths: Sequence[str]) -> list[Item]:
    """The items that the pages set, in the order of the pages, each page's in that of the banks."""
    names = dict.fromkeys([*course.set_items(module), *(item.id for item in course.banks[module].items if not item.forms)])
    items = [course.items[name] for name in names if name in course.items]
    return sorted((item for item in items if _page(course, item) in paths), key=lambda item: paths.index(_page(course, item)))


def _page(course: Course, item: Item) -> str:
    return built(course.item_path(item.id))


def table(course: Course, module: str, language: str, pages: Sequence[PackagePage]) -> dict[str, Any]:
    """The module in the shape of ScormModule (web/src/scorm/types.d.ts)."""
    counted, read = module_items(course, course.modules[module]), module_pages(course.modules[module])
    return {
        "module": module,
        "language": language,
        "start": pages[0].path,
        "mastery": MASTERY,
        "pages": [{"path": page.path, "title": page.title, "counts": int(page.path in read)} for page in pages],
        "items": [
            _item(item, language) | {"counts": int(item.id in counted)} for item in items_on(course, module, [page.path for page in pages])
        ],
    }


def _item(item: Item, language: str) -> dict[str, Any]:
    revision = next(part for part in revisions(item).split() if part.startswith(f"{language}-"))
    return {"id": item.id, "r": revision, "type": item.type, **_parts(item, language)}


def _parts(item: Item, language: str) -> dict[str, Any]:
    """The names of an item's parts, in an order that a new order on the page does not change, and its right answer as a record has it."""
    match item:
        case SingleChoice() | MultipleChoice():
            keys = {text_id(option.text): option.key for option in item.options}
            return {"parts": sorted(keys), "right": sorted(f":{name}" for name, is_key in keys.items() if is_key)}
        case Inspection():
            return {
                "parts": sorted(place.id for place in item.places),
                "right": sorted(f":{place.id}" for place in item.places if place.barrier),
            }
        case TrueFalse():
            answers = {text_id(statement.text): statement.answer for statement in item.statements}
            return {"parts": sorted(answers), "right": [f"{name}:{str(answers[name]).lower()}" for name in sorted(answers)]}
        case Matching():
            pairs = {text_id(pair.left): text_id(pair.right) for pair in item.pairs}
            values = {*pairs.values(), *(text_id(entry.text) for entry in item.distractors)}
            return {"parts": sorted(pairs), "values": sorted(values), "right": [f"{name}:{pairs[name]}" for name in sorted(pairs)]}
        case Ordering():
            steps = [text_id(step.text) for step in item.steps]
            return {"parts": sorted(steps), "right": [f"{name}:{number}" for number, name in enumerate(steps, 1)]}
        case ShortText():
            words = list(item.accept[language]) if item.accept else []
            return {"parts": [], "right": [f":{plain(item.number) if item.number is not None else next(iter(words), '')}"]}
        case BranchingCase():
            return {"parts": [node.id for node in item.nodes]}
        case Reflection():
            return {"parts": sorted(text_id(criterion.text) for criterion in item.criteria)}
    return {"parts": []}
