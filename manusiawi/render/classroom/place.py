"""Sets a page of a trainer's room into its place: what to do without a script, and where its script finds the course."""

from __future__ import annotations

from pathlib import Path

from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.model.asked import file_version
from manusiawi.model.course import Course
from manusiawi.render.assets import CLASSROOM, CLASSROOM_COURSE, CLASSROOM_PATH, FOLDER, address
from manusiawi.render.scripts import ASKED_FOR, names_of

_NOSCRIPT = {
    "builder": "builder-noscript",
    "projector": "projector-noscript",
    "answers": "answers-noscript",
    "participant": "participant-noscript",
}


def container(course: Course, root: Path, language: str, page: str, part: str) -> str:
    """The empty place of a part: "builder", "projector", "answers", "participant"; the course is loaded when the script needs it."""
    names = course.names
    folder = root / "docs" / language / FOLDER
    data = CLASSROOM_PATH if part == "participant" else CLASSROOM_COURSE
    more = "" if part == "participant" else _for_trainers(course, page)
    return (
        f'<div class="{part} classroom" data-course="{built_link(page, f"{FOLDER}/{data}")}?{file_version(folder / data)}"{more}>\n'
        f'<p class="noscript">{say(language, _NOSCRIPT[part], trainers=built_link(page, names.trainers))}</p>\n</div>\n'
    )


def _for_trainers(course: Course, page: str) -> str:
    """The attributes by which a trainer's page finds the modules, the other pages of the room, and scripts to load when asked."""
    names = course.names
    pages = " ".join(f"{name}:{built_link(page, getattr(names, name))}" for name in _NOSCRIPT)
    asked = "".join(f' data-{name.removesuffix(".js")}="{address(name, page, names_of(course))}"' for name in ASKED_FOR)
    return f' data-modules="{built_link(page, f"{FOLDER}/{CLASSROOM}/")}/" data-rooms="{pages}"{asked}'
