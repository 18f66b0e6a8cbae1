"""Inspection: numbered places with a checkbox each; the list says all that a picture of them shows."""

from __future__ import annotations

from manusiawi.entries.drawn.rooms import Plan
from manusiawi.entries.items import Inspection, Spot
from manusiawi.render.pictures.room import room
from manusiawi.render.questions.parts import Setting, attributes, group, reason


def question(item: Inspection, setting: Setting) -> str:
    """The places as rows that can be tapped anywhere, each with its number."""
    rows = "".join(
        f'<label class="mq-o"><input{attributes(type="checkbox", name=item.id, value=place.id, autocomplete="off")}>'
        f"<span>{number}. {setting.inline(place.text)}</span></label>\n"
        for number, place in enumerate(item.places, 1)
    )
    seen = setting.texts.course.pictures.get(item.picture)
    hint = setting.say("mark-places")
    if not isinstance(seen, Plan):
        return group(setting.inline(item.stem), hint, rows)
    drawing = f'<div class="mq-plan">{room(seen, setting.language)}</div>\n'
    return drawing + group(setting.inline(item.stem), f"{hint} {setting.say('places-drawn')}", rows)


def answer(item: Inspection, setting: Setting) -> str:
    """Each place under its number: whether it must be mended, what one sees there, and the reason."""
    rows = "".join(
        reason(
            setting,
            _verdict(place, setting),
            place.feedback,
            place.misconception,
            "belief-if",
            data_o=place.id,
            data_key=place.barrier,
        )
        for place in item.places
    )
    return f"<ol>\n{rows}</ol>"


def _verdict(place: Spot, setting: Setting) -> str:
    verdict = setting.say("is-barrier" if place.barrier else "is-no-barrier")
    return f'<p class="mq-v"><b>{verdict}:</b> {setting.inline(place.text)}</p>'
