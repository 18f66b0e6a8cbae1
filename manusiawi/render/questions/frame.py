"""The frame around a question of any type: heading, scenario, verdict line, answer."""

from __future__ import annotations

from collections.abc import Callable, Collection
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
from manusiawi.model.revision import revisions
from manusiawi.render.law import law_box, law_link
from manusiawi.render.questions import branching, choices, inspection, rows, written
from manusiawi.render.questions.parts import Setting, attributes

Render = Callable[[Any, Setting], str]
_TYPES: dict[type[Item], tuple[Render, Render, str]] = {  # the question, its answer, the words above the answer
    SingleChoice: (choices.question, choices.answer, "answer-of"),
    MultipleChoice: (choices.question, choices.answer, "answer-of"),
    TrueFalse: (rows.true_false, rows.true_false_answer, "answer-of"),
    Matching: (rows.matching, rows.matching_answer, "answer-of"),
    Ordering: (rows.ordering, rows.ordering_answer, "answer-of"),
    ShortText: (written.short, written.short_answer, "answer-of"),
    Inspection: (inspection.question, inspection.answer, "answer-of"),
    BranchingCase: (branching.question, branching.answer, "paths-of"),
    Reflection: (written.reflection, written.reflection_answer, "model-of"),
}
SHORT_WORDING = 410  # characters; a longer article would bury the reasons, so it is only linked


def render_item(item: Item, setting: Setting) -> str:
    """A question with its answer folded below it.

    The status line is there from the start and empty, since live regions that come later are not
    heard (WCAG technique ARIA22).
    """
    question, answer, summary = _TYPES[type(item)]
    level = setting.level
    said, ticks = '<p class="mq-say" aria-live="polite" aria-atomic="true"></p>\n', ""
    if isinstance(item, Reflection) and item.criteria:
        summary, ticks = "model-and-criteria-of", f"\n{written.ticks(item, setting)}"
    siblings = attributes(data_siblings=" ".join(setting.texts.course.siblings.get(item.id, ())) or None)
    heading = setting.say("item", number=setting.number, total=setting.total)
    return (
        f'<section class="mq" id="{item.id}" data-mq="{item.type}" data-rev="{revisions(item)}"{siblings} aria-labelledby="{item.id}-h">\n'
        f'<div class="hd"><h{level} id="{item.id}-h">{heading}</h{level}>'
        f'<a class="addr" href="#{item.id}" tabindex="-1" aria-hidden="true"></a></div>\n'
        f"{scenario(item, setting)}{question(item, setting)}\n"
        f"{'' if ticks else said}"  # what is said of ticks stands below them
        f'<details class="mq-key" id="{item.id}-kunci"><summary>{setting.say(summary, number=setting.number)}</summary>\n'
        f"<div>{answer(item, setting)}\n{sources(item, setting)}{ticks}</div></details>\n{said if ticks else ''}</section>"
    )


def render_key(item: Item, setting: Setting) -> str:
    """The question's sentence with its answer unfolded, for the printed key."""
    _, answer, _ = _TYPES[type(item)]
    level = setting.level
    criteria = written.criteria(item, setting) if isinstance(item, Reflection) else ""
    return (
        f'<div class="mq mq-sheet" id="{item.id}">\n'
        f"<h{level}>{setting.say('item', number=setting.number, total=setting.total)}</h{level}>\n"
        f'{scenario(item, setting)}<p class="mq-stem">{setting.inline(item.stem)}</p>\n'
        f'<div class="mq-key">{answer(item, setting)}\n{criteria}{sources(item, setting, wording=False)}</div></div>'
    )


def scenario(item: Item, setting: Setting) -> str:
    """The person and the situation, where the question has them."""
    return f'<div class="mq-scene">{setting.block(item.scenario)}</div>\n' if item.scenario else ""


def sources(item: Item, setting: Setting, wording: bool = True, named: Collection[str] = ()) -> str:
    """The passage to read again, the law that the answer rests on, its wording folded under it (not on paper).

    Law whose anchor is among those `named` already is not named again.
    """
    texts, language = setting.texts, setting.language
    citations = [citation for citation in map(texts.course.citation, item.law) if citation and citation.anchor not in named]
    links = "; ".join(law_link(citation, language, texts.citation_link) for citation in citations)
    boxes = "".join(
        law_box(citation, language, texts.citation_link)
        for citation in citations
        if wording and len(citation.passage.text) <= SHORT_WORDING
    )
    basis = f"<p>{setting.say('law-basis')} {links}.</p>" if links else ""
    if boxes:
        basis += f'<details class="mq-law"><summary>{setting.say("law-wording")}</summary>{boxes}</details>\n'
    slug, _, anchor = item.lesson.partition("#")
    path = f"{texts.module}/{slug}.md"
    page = texts.course.pages[language].get(path)
    words = page.head.title if page else slug
    here = f"#{anchor}" if anchor and path == setting.page else texts.link(path, anchor)
    again = f'<p>{setting.say("study-again")} <a href="{here}">{texts.inline(words)}</a></p>'
    return f'<div class="mq-src">{again}{basis}</div>'
