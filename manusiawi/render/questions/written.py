"""Short text and reflection: what a learner writes."""

from __future__ import annotations

import html

from manusiawi.entries.items import Reflection, ShortText
from manusiawi.language.numbers import plain, shown
from manusiawi.model.revision import text_id
from manusiawi.render.questions.parts import Setting, as_json, attributes, group, reason


def shown_number(number: float, language: str) -> str:
    """An answer with the language's signs, parted into thousands from five digits on, so that a year stays whole."""
    return shown(number, language, groups_from=5)


def short(item: ShortText, setting: Setting) -> str:
    """One line to write in."""
    number = item.number is not None
    field = attributes(
        type="text",
        id=f"{item.id}-in",
        inputmode="decimal" if number else None,
        autocomplete="off",
        autocapitalize="off",
        spellcheck="false",
    )
    return group(
        setting.inline(item.stem),
        setting.say("write-number" if number else "write-short"),
        f'<label class="mq-in" for="{item.id}-in">{setting.say("your-answer")}</label><input{field}>\n',
    )


def short_answer(item: ShortText, setting: Setting) -> str:
    """The model answer, what is accepted, and the reasons for foreseen mistakes."""
    language = setting.language
    if item.number is None:
        accepted = item.accept[language] if item.accept else ()
        told = "; ".join(accepted)
        data = {"data_accept": as_json(accepted)}
    else:
        told, tolerance = (shown_number(number, language) for number in (item.number, item.tolerance))
        if item.tolerance:
            told = setting.say("or-number", number=told, tolerance=tolerance)
        data = {"data_number": plain(item.number), "data_tolerance": plain(item.tolerance)}
    right = reason(
        setting,
        f'<p class="mq-v mq-yes"><b>{setting.say("model-answer")}</b> {setting.inline(item.answer)}</p>'
        f"<p>{setting.say('accepted')} {html.escape(told)}</p>",
        item.feedback,
        data_key=True,
        **data,
    )
    wrong = "".join(
        reason(
            setting,
            f'<p class="mq-v mq-no"><b>{setting.say("if-you-wrote", answer=html.escape("; ".join(mistake.match[language])))}</b></p>',
            mistake.feedback,
            mistake.misconception,
            data_accept=as_json(mistake.match[language]),
        )
        for mistake in item.mistakes
    )
    return f"<ul>\n{right}{wrong}</ul>"


def reflection(item: Reflection, setting: Setting) -> str:
    """Room to write; nothing of it is kept."""
    label = setting.say("your-words-first" if item.criteria else "your-words")
    return (
        f'<p class="mq-stem">{setting.inline(item.stem)}</p>\n'
        f'<label class="mq-in" for="{item.id}-in">{label}</label>'
        f'<textarea id="{item.id}-in" rows="4" autocomplete="off"></textarea>'
    )


def reflection_answer(item: Reflection, setting: Setting) -> str:
    """The example answer."""
    return setting.block(item.model)


def ticks(item: Reflection, setting: Setting) -> str:
    """The criteria as boxes to tick, each with what to do where it is not met; nothing where there are none."""
    rows = "".join(
        f'<label class="mq-o"><input{attributes(type="checkbox", value=text_id(criterion.text), autocomplete="off")}>'
        f"<span>{setting.inline(criterion.text)}</span></label>\n"
        f'<p class="mq-mend">{setting.say("if-missing")} <span>{setting.inline(criterion.mend)}</span></p>\n'
        for criterion in item.criteria
    )
    hint = f'{setting.say("tick-criteria")} <span class="ran">{setting.say("ticks-are-kept")}</span>'
    return group(setting.say("compare-words"), hint, rows, ' class="mq-ticks"') if rows else ""


def criteria(item: Reflection, setting: Setting) -> str:
    """The criteria as a list to read, for the printed key."""
    rows = "".join(
        f"<li><b>{setting.inline(criterion.text)}</b> {setting.say('if-missing')} {setting.inline(criterion.mend)}</li>\n"
        for criterion in item.criteria
    )
    return f"<p>{setting.say('criteria-of')}</p>\n<ul>\n{rows}</ul>\n" if rows else ""
