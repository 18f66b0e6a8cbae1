"""A room seen from above, and the list that says in words what its numbers mark."""

from __future__ import annotations

import html

from manusiawi.entries.drawn.rooms import Plan, Thing, pair
from manusiawi.render.inline import ItemTexts
from manusiawi.render.pictures.furniture import UNIT, drawn

WALL = 4  # units; the room stands inside it


def plan(entry: Plan, texts: ItemTexts, anchor: str) -> str:
    """The drawing, then its places as a list with the same numbers."""
    places = "".join(f"<li>{texts.inline(place.text[texts.language])}</li>\n" for place in entry.places)
    return f'{room(entry, texts.language)}\n<ol class="pic-notes">\n{places}</ol>'


def room(entry: Plan, language: str) -> str:
    """The drawing alone. The list or the question beside it says the same in words, so voices leave it out."""
    width, height = (part * UNIT for part in pair(entry.size))
    things = "".join(drawn(thing.what, pair(thing.spot), pair(thing.size), thing.facing) for thing in entry.things)
    names = "".join(_name(thing, language) for thing in entry.things if thing.name)
    numbers = "".join(_number(pair(place.spot), number) for number, place in enumerate(entry.places, 1))
    view = f"{-WALL} {-WALL} {width + 2 * WALL:g} {height + 2 * WALL:g}"
    return (
        f'<svg class="room" viewBox="{view}" aria-hidden="true"><rect class="walls" width="{width:g}" height="{height:g}"/>'
        f"{things}{names}{numbers}</svg>"
    )


def _name(thing: Thing, language: str) -> str:
    """Words in the middle of a thing."""
    (x, y), (width, height) = pair(thing.spot), pair(thing.size)
    words = html.escape(thing.name[language], quote=False) if thing.name else ""
    return f'<text x="{(x + width / 2) * UNIT:g}" y="{(y + height / 2) * UNIT + 3.5:g}">{words}</text>'


def _number(at: tuple[float, float], number: int) -> str:
    x, y = (part * UNIT for part in at)
    return f'<g class="n"><circle cx="{x:g}" cy="{y:g}" r="8"/><text x="{x:g}" y="{y + 4:g}">{number}</text></g>'
