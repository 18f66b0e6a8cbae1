"""True/false sets, matching and ordering: one control a row."""

from __future__ import annotations

from manusiawi.binding.fields import Text
from manusiawi.entries.items import Distractor, Matching, Ordering, Pair, Step, TrueFalse
from manusiawi.model.revision import fingerprint, text_id
from manusiawi.render.questions.parts import Setting, attributes, group, reason


def true_false(item: TrueFalse, setting: Setting) -> str:
    """Two radios for each statement."""
    rows = ""
    for statement in item.statements:
        row = text_id(statement.text)
        radios = "".join(
            f'<label class="mq-o"><input{attributes(type="radio", name=f"{item.id}-{row}", value=value, data_row=row, autocomplete="off")}>'
            f"<span>{setting.say(value)}</span></label>"
            for value in ("true", "false")
        )
        rows += f'<fieldset class="mq-row"><legend>{setting.inline(statement.text)}</legend><div class="mq-tf">{radios}</div></fieldset>\n'
    return group(setting.inline(item.stem), setting.say("judge-each"), rows)


def true_false_answer(item: TrueFalse, setting: Setting) -> str:
    """Each statement with its truth and the reason."""
    return (
        "<ul>\n"
        + "".join(
            reason(
                setting,
                f'<p class="mq-v"><b>{setting.say(_truth(statement.answer))}:</b> {setting.inline(statement.text)}</p>',
                statement.feedback,
                statement.misconception,
                "belief-if",
                data_o=text_id(statement.text),
                data_key=_truth(statement.answer),
            )
            for statement in item.statements
        )
        + "</ul>"
    )


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _lettered(item: Matching, setting: Setting) -> list[tuple[str, Pair | Distractor, str]]:
    """The choices of a matching question, each once, in alphabetical order: letter, entry, id."""
    entries: dict[str, Pair | Distractor] = {}
    for pair in item.pairs:
        entries.setdefault(text_id(pair.right), pair)
    for distractor in item.distractors:
        entries.setdefault(text_id(distractor.text), distractor)
    ordered = sorted(entries.items(), key=lambda entry: setting.plain(_choice_text(entry[1])).casefold())
    return [("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number % 26], entry, key) for number, (key, entry) in enumerate(ordered)]


def choices_of(item: Matching, setting: Setting) -> list[str]:
    """The choices of a matching question in the order of their letters, as HTML."""
    return [setting.inline(_choice_text(entry)) for _, entry, _ in _lettered(item, setting)]


def _choice_text(entry: Pair | Distractor) -> Text:
    return entry.right if isinstance(entry, Pair) else entry.text


def matching(item: Matching, setting: Setting) -> str:
    """A list of lettered choices, then a select for each row."""
    choices = _lettered(item, setting)
    listed = "".join(f"<li>{words}</li>" for words in choices_of(item, setting))
    options = f'<option value="">{setting.say("choose")}</option>' + "".join(
        f'<option value="{key}">{letter}. {setting.plain(_choice_text(entry))}</option>' for letter, entry, key in choices
    )
    rows = "".join(
        f'<div class="mq-row"><label for="{item.id}-{text_id(pair.left)}">{setting.inline(pair.left)}</label>'
        f"<select{attributes(id=f'{item.id}-{text_id(pair.left)}', data_row=text_id(pair.left), autocomplete='off')}>{options}</select>"
        "</div>\n"
        for pair in item.pairs
    )
    return group(
        setting.inline(item.stem),
        setting.say("match-each"),
        f'<p class="mq-lead">{setting.say("choices")}</p><ol class="mq-letters" type="A">{listed}</ol>\n{rows}',
    )


def matching_answer(item: Matching, setting: Setting) -> str:
    """Each row with its match and the reason, then the choices that belong to no row."""
    rows = "".join(
        reason(
            setting,
            f'<p class="mq-v"><b>{setting.inline(pair.left)}:</b> {setting.inline(pair.right)}</p>',
            pair.feedback,
            data_o=text_id(pair.left),
            data_key=text_id(pair.right),
        )
        for pair in item.pairs
    )
    spare = "".join(
        reason(
            setting,
            f'<p class="mq-v"><b>{setting.say("no-row")}:</b> {setting.inline(entry.text)}</p>',
            entry.feedback,
            entry.misconception,
            data_d=text_id(entry.text),
        )
        for entry in item.distractors
    )
    return f"<ul>\n{rows}{spare}</ul>"


def mixed(item: Ordering) -> list[Step]:
    """The steps in an order that is not the right one, always the same."""
    order = sorted(item.steps, key=lambda step: fingerprint(item.id, step.text.id))
    return [*order[1:], order[0]] if order == list(item.steps) else order


def ordering(item: Ordering, setting: Setting) -> str:
    """A select with numbers before each step."""
    numbers = f'<option value="">{setting.say("choose")}</option>' + "".join(
        f'<option value="{number}">{number}</option>' for number in range(1, len(item.steps) + 1)
    )
    rows = "".join(
        f'<div class="mq-row mq-step">'
        f"<select{attributes(id=f'{item.id}-{text_id(step.text)}', data_row=text_id(step.text), autocomplete='off')}>{numbers}</select>"
        f'<label for="{item.id}-{text_id(step.text)}">{setting.inline(step.text)}</label></div>\n'
        for step in mixed(item)
    )
    return group(setting.inline(item.stem), setting.say("order-all"), rows)


def ordering_answer(item: Ordering, setting: Setting) -> str:
    """The steps in their right order, each with its reason."""
    return (
        "<ol>\n"
        + "".join(
            reason(
                setting,
                f'<p class="mq-v"><b>{setting.inline(step.text)}</b></p>',
                step.feedback,
                data_o=text_id(step.text),
                data_key=number,
            )
            for number, step in enumerate(item.steps, 1)
        )
        + "</ol>"
    )
