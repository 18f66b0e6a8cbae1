"""What the participants' page knows of the course: titles, addresses, and by which questions progress is counted; a light file."""

from __future__ import annotations

from typing import Any

from manusiawi.entries.items import Item
from manusiawi.entries.plan import Module
from manusiawi.ground.links import built_link
from manusiawi.model.course import Course
from manusiawi.model.revision import revisions
from manusiawi.render.progress import module_items


def path_of(course: Course, language: str, page: str) -> dict[str, Any]:
    """The course for participants; links count from `page`, the shape is ClassroomPath in web/src/classroom/types.d.ts."""
    modules = [module for module in course.modules.values() if module.lessons]
    return {
        "modules": [_module(course, language, module) for module in modules],
        "pages": _questions(course, page),
        "activities": [
            [entry.id, entry.title[language], entry.module, built_link(page, course.names.activities, entry.id)]
            for entry in course.activities.values()
        ],
        "tests": [built_link(page, path) for path in course.names.tests.values()] if course.test else [],
    }


def _module(course: Course, language: str, module: Module) -> list[Any]:
    """Slug, number, title, its pages as slug, title and minutes (0 for a case), what is read ahead, the questions that are counted."""
    minutes = {lesson.slug: lesson.minutes for lesson in module.lessons}
    heads = {slug: course.pages[language][f"{module.slug}/{slug}.md"].head for slug in module.page_slugs}
    notes = course.trainers.get(module.slug)
    return [
        module.slug,
        module.number,
        module.title[language],
        [[slug, head.title, minutes.get(slug, 0)] for slug, head in heads.items()],
        list(notes.ahead) if notes else [],
        " ".join(module_items(course, module)),
    ]


def _questions(course: Course, page: str) -> dict[str, str]:
    """By the address of a page its questions in a row, each with its revisions: "lk-satu 4f2k9/1c0d7 lk-dua …"."""
    made: dict[str, list[str]] = {}
    for name, item in course.items.items():
        made.setdefault(built_link(page, course.item_path(name)), []).append(f"{name} {_revisions(item)}")
    return {address: " ".join(rows) for address, rows in made.items()}


def _revisions(item: Item) -> str:
    return "/".join(part[3:] for part in revisions(item).split())
