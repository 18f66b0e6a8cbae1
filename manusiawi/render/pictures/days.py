"""Moments on a scale of days: a drawn row for each week, and the list that says the same in words."""

from __future__ import annotations

import html

from manusiawi.entries.diagrams import Moment, Timeline
from manusiawi.ground.catalogue import say
from manusiawi.render.inline import ItemTexts

WEEK = {"calendar": 7, "working": 5}  # the days of a row
TOLD = {"calendar": ("days-calendar", "day-calendar"), "working": ("days-working", "day-working")}  # of the scale, of a moment
WIDTH, HEIGHT = 40, 30  # of a day in the drawing


def timeline(entry: Timeline, texts: ItemTexts, anchor: str) -> str:
    """The scale, what its marks mean, the moments."""
    language = texts.language
    whose = html.escape(entry.whose[language], quote=False) if entry.whose else ""
    key = f' <svg viewBox="0 0 12 12" aria-hidden="true"><rect class="on" width="12" height="12"/></svg> {whose}.' if whose else ""
    moments = "".join(_moment(moment, entry, whose, texts) for moment in entry.moments)
    return f'{_scale(entry)}\n<p class="pic-told">{say(language, TOLD[entry.days][0])}{key}</p>\n<ul class="moments">\n{moments}</ul>'


def _last(moment: Moment) -> int:
    return max(moment.day, moment.until)


def _scale(entry: Timeline) -> str:
    """A box for each day, those with moments with a thick edge, the marked ones filled; the list says the same, so voices leave it out."""
    first = min(1, *(moment.day for moment in entry.moments))
    last, week = max(map(_last, entry.moments)), WEEK[entry.days]
    marked = {day for moment in entry.moments if moment.marked for day in range(moment.day, _last(moment) + 1)}
    begins = {moment.day for moment in entry.moments}
    boxes = []
    for place, day in enumerate(range(first, last + 1)):
        x, y = place % week * WIDTH, place // week * HEIGHT
        on, edge = ' class="on"' if day in marked else "", ' stroke-width="3"' if day in begins else ""
        boxes.append(
            f'<rect{on}{edge} x="{x + 2}" y="{y + 2}" width="{WIDTH - 4}" height="{HEIGHT - 4}"/>'
            f'<text{on} x="{x + WIDTH // 2}" y="{y + 20}">{day}</text>'
        )
    height = ((last - first) // week + 1) * HEIGHT
    return f'<svg class="days" viewBox="0 0 {week * WIDTH} {height}" aria-hidden="true">{"".join(boxes)}</svg>'


def _moment(moment: Moment, entry: Timeline, whose: str, texts: ItemTexts) -> str:
    """One moment: its days, what happens; whose days they are is drawn, and said to voices."""
    language = texts.language
    days = f"{moment.day}–{moment.until}" if moment.until > moment.day else str(moment.day)
    text = f" {texts.inline(moment.text[language])}" if moment.text else ""
    sign = ' class="on"' if moment.marked else ""
    told = f' <span class="sr">({whose})</span>' if moment.marked and whose else ""
    return f"<li{sign}><b>{say(language, TOLD[entry.days][1], days=days)}</b>{told} {texts.inline(moment.label[language])}{text}</li>\n"
