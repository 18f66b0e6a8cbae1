"""Scenes: each frame a drawing that its description names, with its caption above and what is said below as text."""

from __future__ import annotations

import html

from manusiawi.entries.drawn.scenes import OPENING, STRIP, Frame, Scene, Speech
from manusiawi.ground.catalogue import say
from manusiawi.render.inline import ItemTexts
from manusiawi.render.pictures.people import person
from manusiawi.render.pictures.scenery import BACK, FRONT, MIDDLE, layer, thing

TOP, HEIGHT = -14, 100
SHOOT = "l4-6l4 6"  # young bamboo, as in the band below the header


def scene(entry: Scene, texts: ItemTexts, anchor: str) -> str:
    """One frame, or a list of them."""
    if len(entry.frames) == 1:
        return _frame(entry.frames[0], texts, OPENING)
    return '<ol class="strip">\n' + "".join(f"<li>{_frame(frame, texts, STRIP)}</li>\n" for frame in entry.frames) + "</ol>"


def _frame(frame: Frame, texts: ItemTexts, width: int) -> str:
    caption = f"<p>{texts.inline(frame.caption[texts.language])}</p>\n" if frame.caption else ""
    says = "".join(_said(speech, texts) for speech in frame.says)
    return f"{caption}{drawing(frame, texts.language, width)}{f'<div>{says}</div>' if says else ''}"


def drawing(frame: Frame, language: str, width: int) -> str:
    """The drawing alone: wall and floor, then what stands there from the back to the front."""
    things = {
        part: [thing(one.what, one.x, one.lower) for one in frame.things if layer(one.what) == part] for part in (BACK, MIDDLE, FRONT)
    }
    people = {behind: [person(one) for one in frame.figures if one.behind == behind] for behind in (True, False)}
    parts = (*things[BACK], *people[True], *things[MIDDLE], *people[False], *things[FRONT])
    band = f'<path class="p" d="M0 {HEIGHT}{SHOOT * (width // 8)}{"l4-6V100" if width % 8 else ""}z"/>'
    return (
        f'<svg class="scene" viewBox="0 {TOP} {width} {HEIGHT - TOP}" role="img" aria-label="{html.escape(frame.description[language])}">'
        f'<path class="j" d="M-2-16h{width + 4}v108h-{width + 4}z"/><path class="e" d="M-2 92h{width + 4}v10h-{width + 4}z"/>'
        f"{band}{''.join(parts)}</svg>\n"
    )


def _said(speech: Speech, texts: ItemTexts) -> str:
    who = html.escape(speech.who[texts.language], quote=False)
    words = say(texts.language, "quoted", words=texts.inline(speech.text[texts.language]))
    return f'<p class="said"><b>{who}:</b> {words}</p>\n'
