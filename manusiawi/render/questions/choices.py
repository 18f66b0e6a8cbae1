"""Single choice and multiple choice: radios and checkboxes."""

from __future__ import annotations

from manusiawi.entries.items import MultipleChoice, SingleChoice
from manusiawi.model.revision import text_id
from manusiawi.render.questions.parts import Setting, attributes, group, reason, verdict_line


def question(item: SingleChoice | MultipleChoice, setting: Setting) -> str:
    """The options as rows that can be tapped anywhere."""
    several = isinstance(item, MultipleChoice)
    kind = "checkbox" if several else "radio"
    rows = "".join(
        f'<label class="mq-o"><input{attributes(type=kind, name=item.id, value=text_id(option.text), autocomplete="off")}>'
        f"<span>{setting.inline(option.text)}</span></label>\n"
        for option in item.options
    )
    return group(setting.inline(item.stem), setting.say("pick-all" if several else "pick-one"), rows)


def answer(item: SingleChoice | MultipleChoice, setting: Setting) -> str:
    """Each option with its verdict in words and its reason."""
    return (
        "<ul>\n"
        + "".join(
            reason(
                setting,
                verdict_line(setting, option.key, setting.inline(option.text)),
                option.feedback,
                option.misconception,
                data_o=text_id(option.text),
                data_key=option.key,
            )
            for option in item.options
        )
        + "</ul>"
    )
