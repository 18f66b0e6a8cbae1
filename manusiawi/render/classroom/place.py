"""Sets a page of a trainer's room into its place: what to do without a script, and where its script finds the course."""

from __future__ import annotations

from pathlib import Path

from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.model.asked import file_version
from manusiawi.model.course import Course
from manusiawi.render.assets import CLASSROOM, CLASSROOM_COURSE, FOLDER, address
from manusiawi.render.scripts import ASKED_FOR, names_of

_NOSCRIPT = {
    "builder": "builder-noscript",
    "projector": "projector-noscript",
    "answers": "answers-noscript",
    "participant": "participant-noscript",
}


def container(course: Course, root: Path, language: str, page: str, part: str) -> str:
    """The empty place of a part: "builder", "projector", "answers", "participant"; the course is loaded when the script needs it."""
    version = file_version(root / "docs" / language / FOLDER / CLASSROOM_COURSE)
    names = course.names
    pages = " ".join(f"{name}:{built_link(page, getattr(names, name))}" for name in _NOSCRIPT)
    asked = "".join(f' data-{name.removesuffix(".js")}="{address(name, page, names_of(course))}"' for name in ASKED_FOR)
    return (
        f'<div class="{part} classroom" data-course="{built_link(page, f"{FOLDER}/{CLASSROOM_COURSE}")}?{version}"'
        f' data-modules="{built_link(page, f"{FOLDER}/{CLASSROOM}/")}/" data-rooms="{pages}"{asked}>\n'
        f'<p class="noscript">{say(language, _NOSCRIPT[part], trainers=built_link(page, names.trainers))}</p>\n</div>\n'
    )
