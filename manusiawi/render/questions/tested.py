"""A question of a test: answered without feedback, its key beside it where only the script finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_uppercase

from manusiawi.entries.items import Option, SingleChoice
from manusiawi.model.page import MARK
from manusiawi.model.revision import revisions, text_id
from manusiawi.render.questions.frame import scenario, sources
from manusiawi.render.questions.parts import Setting, attributes, group, reason, verdict_line

# A test and its key are the heaviest pages of all: what nothing reads and what is said twice stays out.
_BELIEF_ID = re.compile(r' data-m="[^"]*"')


def render_tested(item: SingleChoice, setting: Setting) -> str:
    """The question with its options; the reasons wait in a template, which browsers neither show, read out nor print.

    The template holds one entry for each option, in the same order, then what to read again. No section has a name:
    thirty more landmarks would help nobody.
    """
    rows = "".join(
        f'<label class="mq-o"><input{attributes(type="radio", name=item.id, value=text_id(option.text), autocomplete="off")}>'
        f"<span>{words}</span></label>\n"
        for option, words in _lettered(item, setting)
    )
    reasons = "".join(reason(setting, "", option.feedback, option.misconception, data_key=option.key) for option in item.options)
    return (
        f'<section class="mq"'
        f"{attributes(id=item.id, data_rev=revisions(item), data_module=setting.texts.module, data_outcome=item.outcome)}>\n"
        f"{_heading(setting)}{scenario(item, setting)}{group(setting.inline(item.stem), setting.say('pick-one'), rows)}\n"
        f"<template><ul>\n{_BELIEF_ID.sub('', reasons)}</ul>{_sources(item, setting)}</template>\n</section>\n"
    )


def render_tested_key(item: SingleChoice, setting: Setting, name: str) -> str:
    """The question with every option's reason, for trainers; `name` is its anchor."""
    reasons = "".join(
        reason(setting, verdict_line(setting, option.key, words), option.feedback, option.misconception)
        for option, words in _lettered(item, setting)
    )
    return (
        f'<div class="mq"{attributes(id=name)}>\n{_heading(setting)}{scenario(item, setting)}'
        f'<p class="mq-stem">{setting.inline(item.stem)}</p>\n'
        f'<div class="mq-key"><ul>\n{_BELIEF_ID.sub("", reasons)}</ul>\n{_sources(item, setting)}</div></div>\n'
    )


def _sources(item: SingleChoice, setting: Setting) -> str:
    return sources(item, setting, wording=False, named=_named(item, setting))


def _named(item: SingleChoice, setting: Setting) -> set[str]:
    """The anchors of the law that the reasons name."""
    marks = (mark for option in item.options for mark in MARK.finditer(option.feedback[setting.language]))
    citations = (setting.texts.course.citation(" ".join(mark[2].split())) for mark in marks if mark[1] == "law" and mark[2])
    return {citation.anchor for citation in citations if citation}


def key_letter(item: SingleChoice) -> str:
    """The letter under which the right option stands on the page."""
    return next(letter for letter, option in zip(ascii_uppercase, item.options, strict=False) if option.key)


def _heading(setting: Setting) -> str:
    return f"<h{setting.level}>{setting.say('item', number=setting.number, total=setting.total)}</h{setting.level}>\n"


def _lettered(item: SingleChoice, setting: Setting) -> Iterator[tuple[Option, str]]:
    """Each option with its words as HTML, after a letter by which a paper can be marked."""
    for letter, option in zip(ascii_uppercase, item.options, strict=False):
        yield option, f"{letter}. {setting.inline(option.text)}"
