"""A question of any type on paper: boxes to tick, numbers to fill in, lines to write on, and no answer."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import Any

from manusiawi.entries.drawn.rooms import Plan
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
from manusiawi.model.addresses import built
from manusiawi.render.pictures.room import room
from manusiawi.render.questions.frame import scenario
from manusiawi.render.questions.parts import Setting
from manusiawi.render.questions.rows import choices_of, mixed

TICK = '<span class="tick" aria-hidden="true"></span> '
_BLANK = '<span class="blank" aria-hidden="true"></span> '
_Body = Callable[[Any, Setting], str]


def write(lines: int) -> str:
    """Lines to write on; they say nothing, so that a screen reader passes over them."""
    return f'<div class="write" aria-hidden="true">{"<i></i>" * lines}</div>\n'


def exercise(item: Item, setting: Setting) -> str:
    """A question with room for its answer."""
    hint, body = _TYPES[type(item)]
    told = f' <span class="mq-hint">{setting.say(hint(item))}</span>' if hint(item) else ""
    return (
        f'<div class="ex">\n<h{setting.level}>{setting.say("item", number=setting.number, total=setting.total)}</h{setting.level}>\n'
        f'{scenario(item, setting)}<p class="mq-stem">{setting.inline(item.stem)}{told}</p>\n{body(item, setting)}</div>\n'
    )


def _boxes(entries: Iterable[str], kind: str = "A") -> str:
    """Entries with a box each, lettered or numbered as the key speaks of them."""
    rows = "".join(f"<li>{TICK}{entry}</li>\n" for entry in entries)
    return f'<ol class="boxes" type="{kind}">\n{rows}</ol>\n'


def _blanks(entries: Iterable[str]) -> str:
    """Entries with room before each for a letter or a number."""
    return '<ul class="blanks">\n' + "".join(f"<li>{_BLANK}{entry}</li>\n" for entry in entries) + "</ul>\n"


def _answer(setting: Setting, lines: int) -> str:
    return f'<p class="mq-lead">{setting.say("your-answer")}:</p>\n{write(lines)}'


def _choice(item: SingleChoice | MultipleChoice, setting: Setting) -> str:
    return _boxes(setting.inline(option.text) for option in item.options)


def _true_false(item: TrueFalse, setting: Setting) -> str:
    heads = "".join(f'<th scope="col">{setting.say(name)}</th>' for name in ("statement", "true", "false"))
    rows = "".join(
        f'<tr><th scope="row">{setting.inline(statement.text)}</th><td>{TICK}</td><td>{TICK}</td></tr>\n' for statement in item.statements
    )
    return f'<table class="judged"><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n'


def _matching(item: Matching, setting: Setting) -> str:
    listed = "".join(f"<li>{words}</li>\n" for words in choices_of(item, setting))
    letters = f'<p class="mq-lead">{setting.say("choices")}</p>\n<ol class="mq-letters" type="A">\n{listed}</ol>\n'
    return letters + _blanks(setting.inline(pair.left) for pair in item.pairs)


def _ordering(item: Ordering, setting: Setting) -> str:
    return _blanks(setting.inline(step.text) for step in mixed(item))


def _inspection(item: Inspection, setting: Setting) -> str:
    seen = setting.texts.course.pictures.get(item.picture)
    drawing = f'<div class="mq-plan">{room(seen, setting.language)}</div>\n' if isinstance(seen, Plan) else ""
    return drawing + _boxes((setting.inline(place.text) for place in item.places), "1")


def _case(item: BranchingCase, setting: Setting) -> str:
    """The first scene with its choices, room for a reason, and where the case goes on."""
    node = item.nodes[0]
    page = next(
        (
            path
            for path, page in setting.texts.course.pages[setting.language].items()
            if item.id in (mark.value for mark in page.marked("item"))
        ),
        "",
    )
    goes_on = (
        setting.say("exercise-goes-on", address=f'<a href="{setting.texts.link(page)}">{html.escape(built(page))}</a>') if page else ""
    )
    return (
        f"<p><b>{setting.inline(node.title)}</b></p>\n{setting.block(node.text)}\n"
        f'<p class="mq-lead">{setting.say("choices-here")}</p>\n{_boxes(setting.inline(choice.text) for choice in node.choices)}'
        f'<p class="mq-lead">{setting.say("exercise-reason")}</p>\n{write(3)}' + (f"<p>{goes_on}</p>\n" if goes_on else "")
    )


_TYPES: dict[type[Item], tuple[Callable[[Any], str], _Body]] = {  # which words tell what to do, and the room for the answer
    SingleChoice: (lambda item: "pick-one", _choice),
    MultipleChoice: (lambda item: "pick-all", _choice),
    TrueFalse: (lambda item: "judge-each", _true_false),
    Matching: (lambda item: "exercise-letter", _matching),
    Ordering: (lambda item: "order-all", _ordering),
    ShortText: (lambda item: "write-short" if item.number is None else "write-number", lambda item, setting: _answer(setting, 2)),
    Inspection: (lambda item: "mark-places", _inspection),
    BranchingCase: (lambda item: "", _case),
    Reflection: (lambda item: "", lambda item, setting: _answer(setting, 6)),
}
