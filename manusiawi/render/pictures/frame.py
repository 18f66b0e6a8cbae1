"""A picture as a figure: its title above, what its kind draws, what to see in it below; the table of kinds and of who draws them."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

from manusiawi.model.course import Course
from manusiawi.render.charts import sources
from manusiawi.render.inline import ItemTexts, item_texts
from manusiawi.render.pictures.days import timeline
from manusiawi.render.pictures.numbers import bars, slope
from manusiawi.render.pictures.paper import paper
from manusiawi.render.pictures.recording import recording
from manusiawi.render.pictures.room import plan
from manusiawi.render.pictures.scene import scene
from manusiawi.render.pictures.ways import tree, way

Drawing = Callable[
    [Any, ItemTexts, str], str
]  # of the picture, the renderer of its texts, the id of its figure; the HTML between title and caption

DRAWINGS: dict[str, Drawing] = {
    "paper": paper,
    "tree": tree,
    "timeline": timeline,
    "path": way,
    "slope": slope,
    "bar": bars,
    "recording": recording,
    "plan": plan,
    "scene": scene,
}


def picture(course: Course, language: str, page: str, name: str) -> str:
    """The picture as a figure that its title names."""
    entry = course.pictures[name]
    texts = item_texts(course, language, page, entry)
    anchor = f"gambar-{name}"
    facts = sources(texts, getattr(entry, "facts", ()))
    return (
        f'<figure class="pic pic-{entry.kind}" id="{anchor}" aria-labelledby="{anchor}-judul">'
        f'<p class="pic-title" id="{anchor}-judul">{html.escape(entry.title[language], quote=False)}</p>\n'
        f"{DRAWINGS[entry.kind](entry, texts, anchor)}\n"
        f"<figcaption>{texts.inline(entry.shows[language])}{facts}</figcaption></figure>\n"
    )
