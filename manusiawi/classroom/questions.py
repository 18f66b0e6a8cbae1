"""A question as a room is shown it: its texts as trees, its options with the names under which answers are saved."""

from __future__ import annotations

from typing import Any

from manusiawi.classroom.trees import Tree, trees
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
from manusiawi.ground.links import built_link
from manusiawi.model.course import Course
from manusiawi.model.revision import revisions, text_id
from manusiawi.render.inline import ItemTexts, item_texts

VOTED = (SingleChoice, TrueFalse)  # types that a whole room can answer with one of four letters


def question(course: Course, language: str, page: str, item: Item) -> dict[str, Any]:
    """Everything that a room is shown of an item; what each type adds stands in web/src/classroom/types.d.ts."""
    texts = item_texts(course, language, page, item)
    made: dict[str, Any] = {
        "type": item.type,
        "outcome": item.outcome,
        "bloom": item.bloom,
        "revisions": revisions(item),
        "page": built_link(page, course.item_path(item.id), item.id),
        "stem": trees(texts.inline(item.stem[language])),
    }
    if item.scenario:
        made["scene"] = trees(texts.block(item.scenario[language]))
    return made | _of_type(item, texts, language)


def _of_type(item: Item, texts: ItemTexts, language: str) -> dict[str, Any]:
    def inline(text: Any) -> list[Tree]:
        return trees(texts.inline(text[language]))

    match item:
        case SingleChoice() | MultipleChoice():
            return {"options": [_option(option.text, option.key, option.feedback, option.misconception, inline) for option in item.options]}
        case TrueFalse():
            return {"options": [_option(row.text, row.answer, row.feedback, row.misconception, inline) for row in item.statements]}
        case Matching():
            return {"pairs": [[inline(pair.left), inline(pair.right), inline(pair.feedback)] for pair in item.pairs]}
        case Ordering():
            return {"steps": [[inline(step.text), inline(step.feedback)] for step in item.steps]}
        case ShortText():
            return {"answer": inline(item.answer), "feedback": inline(item.feedback)}
        case Inspection():
            return {
                "options": [_option(spot.text, spot.barrier, spot.feedback, spot.misconception, inline, spot.id) for spot in item.places]
            }
        case BranchingCase():
            return {
                "nodes": [
                    {
                        "id": node.id,
                        "title": inline(node.title),
                        "text": trees(texts.block(node.text[language])),
                        "ways": [[inline(choice.text), choice.to] for choice in node.choices],
                        **({"ending": trees(texts.block(node.ending[language]))} if node.ending else {}),
                    }
                    for node in item.nodes
                ]
            }
        case Reflection():
            return {"model": trees(texts.block(item.model[language])), "criteria": [inline(entry.text) for entry in item.criteria]}
    raise TypeError(item.type)


def _option(text: Any, key: bool, feedback: Any, belief: str, inline: Any, name: str = "") -> dict[str, Any]:
    """An option, a statement or a place; `id` is the name under which the learner's record and a class save it."""
    made = {"id": name or text_id(text), "text": inline(text), "key": key, "feedback": inline(feedback)}
    return made | ({"belief": belief} if belief else {})
