"""Draws the room of an inspection as a picture that stands alone, in light colours."""

from __future__ import annotations

import re

from manusiawi.entries.drawn.rooms import Plan
from manusiawi.exchange.question import Question
from manusiawi.model.course import Course
from manusiawi.render.assets import ROOMS, web_files
from manusiawi.render.pictures.room import room
from manusiawi.render.scripts import names_of

_COLOURS = re.compile(r":root\{([^{}]*--paper[^{}]*)\}")
_START = re.compile(r'<svg class="room" viewBox="(\S+ \S+ (\S+) (\S+))"')
WIDTH = 720  # pixels


def drawing(course: Course, question: Question) -> str:
    """The SVG of the question's room, with the colours of the course's own sheets; "" where nothing is drawn."""
    seen = course.pictures.get(question.picture)
    if not isinstance(seen, Plan):
        return ""
    sheets = web_files(question.language, names_of(course))
    colours = _COLOURS.search(sheets["course.css"].decode())
    style = sheets[ROOMS].decode().replace(":is(.pic,.mq-plan) .room", ".room")
    made = room(seen, question.language)
    start = _START.match(made)
    if not (colours and start):
        raise AssertionError("the sheet of the course or the drawing of a room has another shape")
    height = round(WIDTH * float(start[3]) / float(start[2]))
    opened = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="room" width="{WIDTH}" height="{height}" viewBox="{start[1]}">'
        f"<style>.room{{{colours[1]};font-family:sans-serif}}{style}"
        f".room{{width:{WIDTH}px;max-width:none;margin:0}}</style>"
    )
    return f"{opened}{made.partition('>')[2]}\n"
