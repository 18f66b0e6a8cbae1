"""The tool that tests a rule or one's own conduct: fields to write in, examples, an action plan."""

from __future__ import annotations

import html
import json

from manusiawi.entries.lens import LensExample, LensFile, LensStep
from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from manusiawi.render.inline import ItemTexts, item_texts, plain_text

PLAN = ("change", "owner", "start", "first", "sign")  # the action plan's fields; `start` is a date


def lens(course: Course, language: str, page: str) -> str:
    """The whole tool; it can be written in and printed without a script, which adds saving and files."""
    tool = course.lens
    if not tool:
        return ""
    texts = item_texts(course, language, page, tool)
    steps = "".join(_step(number, step, texts, language) for number, step in enumerate(tool.steps, 1))
    examples = "".join(_example(example, tool, texts, language) for example in tool.examples)
    plan = "".join(
        _field(f"rencana-{name}", say(language, f"plan-{name}"), "date" if name == "start" else "text" if name == "owner" else "area")
        for name in PLAN
    )
    return (
        f'<div class="lens" data-days="{tool.days}">\n<p class="mq-note lens-note" aria-live="polite"></p>\n'
        f'<section class="mq"><h3>{say(language, "lens-what")}</h3>'
        f"{_field('aturan', say(language, 'lens-rule'), 'area')}</section>\n{steps}"
        f'<section class="mq"><h3 id="rencana">{say(language, "plan-title", days=tool.days)}</h3>'
        f"<p>{say(language, 'plan-lead', days=tool.days)}</p>{plan}</section>\n"
        f'<section class="lens-out" aria-labelledby="ringkasan" hidden>'
        f'<h3 id="ringkasan" tabindex="-1">{say(language, "lens-summary")}</h3><dl></dl></section>\n'
        f'<p class="noscript">{say(language, "lens-noscript")}</p></div>\n'
        f'<h2 id="contoh">{say(language, "lens-examples")}</h2>\n{examples}'
    )


def _field(name: str, label: str, kind: str) -> str:
    control = (
        f'<textarea id="{name}" name="{name}" rows="3" autocomplete="off"></textarea>'
        if kind == "area"
        else f'<input id="{name}" name="{name}" type="{kind}" autocomplete="off">'
    )
    return f'<label class="mq-in" for="{name}">{label}</label>{control}\n'


def _step(number: int, step: LensStep, texts: ItemTexts, language: str) -> str:
    return (
        f'<section class="mq"><h3 id="langkah-{step.id}">{number}. {texts.inline(step.title[language])}</h3>\n'
        f"{_field(f'jawaban-{step.id}', texts.inline(step.question[language]), 'area')}"
        f"<details><summary>{say(language, 'lens-help', number=number)}</summary>{texts.block(step.help[language])}"
        f"<p><b>{say(language, 'lens-good')}</b> {texts.inline(step.good[language])}</p></details></section>\n"
    )


def _example(example: LensExample, tool: LensFile, texts: ItemTexts, language: str) -> str:
    titles = {step.id: texts.inline(step.title[language]) for step in tool.steps}
    rows = "".join(
        f'<dt>{titles[answer.step]}</dt><dd data-step="{answer.step}">'
        f"{texts.block(answer.text[language]) if answer.text else '<p>' + say(language, 'lens-yours') + '</p>'}</dd>\n"
        for answer in example.answers
    )
    fill = {"aturan": example.rule, **{f"jawaban-{answer.step}": answer.text for answer in example.answers if answer.text}}
    data = html.escape(json.dumps({name: plain_text(texts.block(text[language])) for name, text in fill.items()}, ensure_ascii=False))
    return (
        f'<section class="lens-example" data-fill="{data}"><h3 id="{example.id}">{texts.inline(example.title[language])}</h3>\n'
        f"{texts.block(example.rule[language])}<dl>{rows}</dl></section>\n"
    )
