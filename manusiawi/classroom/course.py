"""The course as the pages of a trainer's room see it: one file with what can be chosen, and one a module with its questions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from manusiawi.classroom.path import path_of
from manusiawi.classroom.questions import question
from manusiawi.classroom.trees import Tree, trees
from manusiawi.entries.classroom.activities import Activity
from manusiawi.entries.classroom.workshops import Part, Workshop
from manusiawi.entries.plan import Module
from manusiawi.ground.links import built_link
from manusiawi.model.course import Course
from manusiawi.render.assets import CLASSROOM, CLASSROOM_COURSE, CLASSROOM_PATH
from manusiawi.render.classroom.activities import timed
from manusiawi.render.inline import ItemTexts, item_texts, plain_text
from manusiawi.search.texts import page_parts

PAGE = "index.md"  # the pages of the room stand beside it, and links count from there


def classroom_files(course: Course, language: str) -> dict[str, bytes]:
    """The files of one language by their names below docs/<language>/assets/; their shapes are in web/src/classroom/types.d.ts."""
    modules = {
        f"{CLASSROOM}/{slug}.js": _script(f"modules[{json.dumps(slug)}]", _module(course, language, module))
        for slug, module in course.modules.items()
        if module.lessons
    }
    version = hashlib.blake2s(b"".join(modules.values()), digest_size=4).hexdigest()
    return {
        CLASSROOM_COURSE: _script("course", _course(course, language) | {"version": version}),
        CLASSROOM_PATH: _script("path", path_of(course, language, PAGE)),
        **modules,
    }


def _script(name: str, value: Any) -> bytes:
    """A classic script that leaves a value where web/src/classroom/course.js looks for it: it loads from file:// too."""
    return f"courseClassroom.{name}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def _course(course: Course, language: str) -> dict[str, Any]:
    return {
        "language": language,
        "modules": [_overview(course, language, module) for module in course.modules.values() if module.lessons],
        "workshops": [_workshop(course, language, entry) for entry in course.workshops.values()],
        "activities": [_activity(course, language, entry) for entry in course.activities.values()],
        "evaluation": _evaluation(course),
        "beliefs": {
            name: plain_text(_texts(course, language, entry).inline(entry.text[language])) for name, entry in course.misconceptions.items()
        },
        "items": [
            [
                name,
                course.item_modules[name],
                item.type,
                plain_text(_texts(course, language, item).inline(item.stem[language])),
                "".join(item.forms),
            ]
            for name, item in course.items.items()
        ],
    }


def _evaluation(course: Course) -> str:
    """The address of the sheet for evaluation, "" where there is none."""
    found = (sheet for sheet in course.sheets.values() if sheet.kind == "evaluation")
    return next((built_link(PAGE, course.names.sheets, sheet.id) for sheet in found), "")


def _texts(course: Course, language: str, entry: Any) -> ItemTexts:
    return item_texts(course, language, PAGE, entry)


def _overview(course: Course, language: str, module: Module) -> dict[str, Any]:
    """A module with what can be chosen of it."""
    notes = course.trainers.get(module.slug)
    return {
        "slug": module.slug,
        "number": module.number,
        "title": module.title[language],
        "minutes": notes.minutes if notes else sum(lesson.minutes for lesson in module.lessons),
        "notes": built_link(PAGE, course.names.notes_of(module.slug)) if notes else "",
        "ahead": list(notes.ahead) if notes else [],
        "outcomes": [{"id": outcome.id, "text": outcome.text[language]} for outcome in module.outcomes],
        "lessons": [
            {
                "slug": lesson.slug,
                "minutes": lesson.minutes,
                "outcomes": list(lesson.outcomes),
                **_page(course, language, module.slug, lesson.slug),
            }
            for lesson in module.lessons
        ],
        "cases": [{"slug": slug, **_page(course, language, module.slug, slug)} for slug in module.cases],
    }


def _page(course: Course, language: str, module: str, slug: str) -> dict[str, str]:
    head = course.pages[language][f"{module}/{slug}.md"].head
    return {"title": head.title, "about": head.description}


def _workshop(course: Course, language: str, entry: Workshop) -> dict[str, Any]:
    """A ready workshop, its parts as authors wrote them."""
    texts = _texts(course, language, entry)
    return {
        "id": entry.id,
        "title": plain_text(texts.inline(entry.title[language])),
        "days": [
            {
                "start": day.start,
                "parts": [_part(part, language, texts) for part in day.parts],
            }
            for day in entry.days
        ],
    }


def _part(part: Part, language: str, texts: ItemTexts) -> dict[str, Any]:
    """A part of a day: a module or an activity, else a test, the evaluation or something with a title, and its minutes."""
    if part.module:
        return {"module": part.module}
    if part.activity:
        return {"activity": part.activity}
    if part.test:
        return {"test": part.test, "minutes": part.minutes}
    if part.evaluation:
        return {"evaluation": True, "minutes": part.minutes}
    made = {"title": plain_text(texts.inline(part.title[language])) if part.title else "", "minutes": part.minutes}
    return made | ({"pause": part.pause} if part.pause else {})


def _activity(course: Course, language: str, entry: Activity) -> dict[str, Any]:
    """An activity with what can be chosen of it."""
    return {
        "id": entry.id,
        "title": entry.title[language],
        "about": plain_text(_texts(course, language, entry).inline(entry.purpose[language])),
        "module": entry.module,
        "minutes": entry.minutes,
        "smallest": entry.smallest,
        "largest": entry.largest,
        "page": built_link(PAGE, course.names.activities, entry.id),
    }


def _played(course: Course, language: str, entry: Activity) -> dict[str, Any]:
    """How an activity goes, and what its trainer has at hand."""
    texts = _texts(course, language, entry)

    def inline(text: Any) -> list[Tree]:
        return trees(texts.inline(text[language]))

    return {
        "steps": [[step.minutes, inline(step.text)] for step in entry.steps],
        "debrief": [{"belief": each.misconception, "ask": inline(each.ask), "reply": inline(each.reply)} for each in entry.debrief],
        "ways": {name: inline(getattr(entry.ways, name)) for name in ("stand", "see", "hear")},
        "materials": [inline(text) for text in entry.materials],
        "watch": [inline(text) for text in entry.watch],
    }


def _module(course: Course, language: str, module: Module) -> dict[str, Any]:
    """A module with the text of its lessons, its questions and what its trainer's notes say."""
    return {
        "lessons": {slug: _parts(course, language, f"{module.slug}/{slug}.md") for slug in module.page_slugs},
        "items": {item.id: question(course, language, PAGE, item) for item in _items(course, module.slug)},
        "activities": {entry.id: _played(course, language, entry) for entry in course.activities.values() if entry.module == module.slug},
        "notes": _notes(course, language, module.slug),
    }


def _parts(course: Course, language: str, path: str) -> list[str | list[Any]]:
    """A page's sections as [anchor, title, sentences], and between them the ids of the questions that it sets."""
    parts = page_parts(course, language, course.pages[language][path])
    return [part.anchor if part.anchor in course.items else [part.anchor, part.title, list(part.sentences)] for part in parts]


def _items(course: Course, module: str) -> Iterator[Any]:
    yield from course.banks[module].items if module in course.banks else ()


def _notes(course: Course, language: str, module: str) -> dict[str, Any]:
    """What a trainer has at hand: the steps, what to watch for, questions to the room with what may be heard and the reply."""
    notes = course.trainers.get(module)
    if not notes:
        return {"steps": [], "stepMinutes": [], "watch": [], "disabilities": [], "noNetwork": [], "materials": [], "prompts": []}
    texts = _texts(course, language, notes)

    def each(entries: Iterable[Any]) -> list[Any]:
        return [trees(texts.inline(entry[language])) for entry in entries]

    return {
        "materials": each(notes.materials),
        "steps": [trees(timed(language, step.minutes, texts.inline(step.text[language]))) for step in notes.steps],
        "stepMinutes": [step.minutes for step in notes.steps],
        "watch": each(notes.watch),
        "disabilities": each(notes.disabilities),
        "noNetwork": trees(texts.inline(notes.no_network[language])),
        "prompts": [
            {"belief": prompt.misconception}
            | {name: trees(texts.inline(getattr(prompt, name)[language])) for name in ("ask", "expect", "heard", "reply")}
            for prompt in notes.prompts
        ],
    }
