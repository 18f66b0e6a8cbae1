"""Reads the whole course from its files, with the faults of reading, and keeps it until a file changes."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path
from typing import Any

from manusiawi.binding.bind import bind
from manusiawi.binding.yamltree import parse_yaml
from manusiawi.entries.charts import ChartFile
from manusiawi.entries.items import QuizFile
from manusiawi.entries.lens import LensFile
from manusiawi.entries.plan import CourseFile
from manusiawi.entries.sources import FactFile, GlossaryFile, LawFile
from manusiawi.entries.speech import SpeechFile
from manusiawi.entries.trainer import TrainerFile
from manusiawi.entries.upkeep import LintFile, RedirectFile
from manusiawi.entries.workshops import WorkshopFile
from manusiawi.ground.faults import Fault, Place
from manusiawi.ground.reading import list_sources, read_source
from manusiawi.language.known import LANGUAGES
from manusiawi.model.addresses import GENERATED, PageNames, carries_mark, is_cut_short
from manusiawi.model.citation import Citation
from manusiawi.model.course import Course
from manusiawi.model.page import read_page
from manusiawi.model.shape import check_shape

COURSE_FILES = {"course.yml": CourseFile, "law.yml": LawFile, "facts.yml": FactFile, "glossary.yml": GlossaryFile}
OPTIONAL_FILES = {
    "lint.yml": LintFile,
    "redirects.yml": RedirectFile,
    "speech.yml": SpeechFile,
    "charts.yml": ChartFile,
    "lens.yml": LensFile,
    "workshops.yml": WorkshopFile,
}

Signature = tuple[tuple[str, int, int], ...]  # of each readable file its path, its time in ns, its bytes

KEPT = 4  # courses, each of another folder; a process works on one, tests on several
_kept: dict[Path, tuple[Signature, float, Course]] = {}  # by folder: what was read, when it was last looked at, what came of it


def load_course(root: Path) -> Course:
    """The course below a folder, read anew only when a file of it has changed. Nobody may write into it."""
    signature = _signature(root)
    known = _kept.pop(root, None)
    course = known[2] if known and known[0] == signature else _read_undisturbed(root)
    _kept[root] = signature, time.monotonic(), course
    while len(_kept) > KEPT:
        del _kept[next(iter(_kept))]
    return course


def recent_course(root: Path) -> Course:
    """The course as it was at most a second ago, for callers that ask once a page."""
    known = _kept.get(root)
    return known[2] if known and time.monotonic() - known[1] < 1 else load_course(root)


def course_paths(root: Path) -> list[Path]:
    """Every file that the course is read from, whether it is there or not."""
    folders = [
        (root / "quizzes", ".yml"),
        (root / "course" / "trainer", ".yml"),
        *((root / "docs" / language, ".md") for language in LANGUAGES),
    ]
    return [
        *(root / "course" / name for name in (*COURSE_FILES, *OPTIONAL_FILES, "promises.txt")),
        *(
            path
            for folder, ending in folders
            for path in list_sources(folder, ending, root)[0]
            if ending != ".md" or not PageNames().is_kept(path.relative_to(folder).as_posix())
        ),
    ]


def _signature(root: Path) -> Signature:
    """What changes when a file does: names, times, sizes, and whether they may be read."""
    stats = ((path, path.stat()) for path in course_paths(root) if os.access(path, os.R_OK))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in stats)


def _read_undisturbed(root: Path) -> Course:
    """The course read without a search for garbage, which would go through all that was just made, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return _read_course(root)
    finally:
        if was_on:
            gc.enable()


def _read_course(root: Path) -> Course:
    course = Course()
    parts = {name: _read(root / "course" / name, kind, root, course) for name, kind in COURSE_FILES.items()}
    optional = {
        name: _read(root / "course" / name, kind, root, course)
        for name, kind in OPTIONAL_FILES.items()
        if (root / "course" / name).exists()
    }
    course.lint, course.lens = optional.get("lint.yml"), optional.get("lens.yml")
    for redirect in _entries(optional, "redirects.yml", "redirects"):
        _add(course, course.redirects, redirect.old, redirect, redirect, "redirect from")
    for statement in _entries(optional, "speech.yml", "statements"):
        _add(course, course.speech, statement.id, statement, statement, "statement")
    for chart in _entries(optional, "charts.yml", "charts"):
        _add(course, course.charts, chart.id, chart, chart, "chart")
    for workshop in _entries(optional, "workshops.yml", "workshops"):
        _add(course, course.workshops, workshop.id, workshop, workshop, "workshop")
    _add_plan(course, parts["course.yml"])
    course.law = parts["law.yml"]
    if course.law:
        for instrument in course.law.instruments:
            for passage in instrument.passages:
                citation = Citation(instrument, passage)
                _add(course, course.citations, citation.anchor, citation, passage, "article")
    for fact in parts["facts.yml"].facts if parts["facts.yml"] else ():
        _add(course, course.facts, fact.id, fact, fact, "fact")
    for term in parts["glossary.yml"].terms if parts["glossary.yml"] else ():
        _add(course, course.terms, term.id, term, term, "term")
    for path in _listed(root / "quizzes", root, course):
        _add_bank(course, _read(path, QuizFile, root, course), path)
    for path in _listed(root / "course" / "trainer", root, course):
        trainer = _read(path, TrainerFile, root, course)
        if trainer:
            _check_name(course, trainer, path)
            _add(course, course.trainers, trainer.module, trainer, trainer, "trainer's notes on")
    for language in LANGUAGES:
        _add_pages(course, root, language)
    return course


def _entries(files: dict[str, Any], name: str, field_name: str) -> tuple:
    """The entries of an optional file; none where there is no such file."""
    return getattr(files[name], field_name) if files.get(name) else ()


def _listed(folder: Path, root: Path, course: Course) -> list[Path]:
    """The YAML files of a folder; one that cannot be opened is a fault."""
    found, faults = list_sources(folder, ".yml", root)
    course.faults += faults
    course.faults += [
        Fault(
            Place(path.relative_to(root).as_posix()),
            "the file's name ends in .yaml, so nothing would read it",
            "names that end in .yml",
            "rename it",
        )
        for path in list_sources(folder, ".yaml", root)[0]
    ]
    course.unreadable |= {f"{fault.place.file}/" for fault in faults}
    return found


def _read(path: Path, kind: type, root: Path, course: Course) -> Any:
    name = path.relative_to(root).as_posix()
    text, faults = read_source(path, name)
    if not faults:
        node, faults = parse_yaml(text, name)
    course.faults += faults
    if faults:
        course.unreadable.add(name)
        return None
    return bind(kind, node, name, course.faults)


def _add(course: Course, into: dict[str, Any], key: str, value: Any, entry: Any, what: str) -> None:
    """Keeps the value under its id; a second one of the same id is a fault that names the first."""
    if key in into:
        first = into[key].passage if isinstance(into[key], Citation) else into[key]
        course.faults.append(
            Fault(
                entry.where("id"),
                f'the {what} "{key}" stands twice; first at {first.at}',
                "each id once in the whole course",
                "give this one another id, or remove it",
            )
        )
    elif key:
        into[key] = value


def _add_plan(course: Course, plan: CourseFile | None) -> None:
    if not plan:
        return
    course.test = plan.test
    for module in plan.modules:
        _add(course, course.modules, module.slug, module, module, "module")
        for outcome in module.outcomes:
            _add(course, course.outcomes, outcome.id, outcome, outcome, "outcome")
    for misconception in plan.misconceptions:
        _add(course, course.misconceptions, misconception.id, misconception, misconception, "misconception")


def _check_name(course: Course, entry: QuizFile | TrainerFile, path: Path) -> None:
    if entry.module != path.stem:
        course.faults.append(
            Fault(
                entry.where("module"),
                f'the module "{entry.module}" is not the name of its file',
                f'"{path.stem}" in a file named {path.name}',
                "make the two names the same",
            )
        )


def _add_bank(course: Course, bank: QuizFile | None, path: Path) -> None:
    if not bank:
        return
    _check_name(course, bank, path)
    first = course.banks.setdefault(bank.module, bank)
    if first is not bank:
        course.faults.append(
            Fault(
                bank.where("module"),
                f'the module "{bank.module}" has a second bank; first at {first.at}',
                "one file of questions a module",
                "move its questions into the first, and remove this file",
            )
        )
    for item in bank.items:
        _add(course, course.items, item.id, item, item, "item")
        course.item_modules.setdefault(item.id, bank.module)


def _add_pages(course: Course, root: Path, language: str) -> None:
    folder = root / "docs" / language
    paths, faults = list_sources(folder, ".md", root)
    course.faults += faults
    moved = {redirect.old.removesuffix(".html") + ".md" for redirect in course.redirects.values()}
    for path in paths:
        name = path.relative_to(folder).as_posix()
        text, faults = read_source(path, path.relative_to(root).as_posix())
        if faults and (name in moved or course.names.is_kept(name)) and path.is_file():
            text = path.read_text("utf-8", "replace")  # a letter that was cut in two is no author's
        if course.names.is_generated(name, text) or (name in moved and (is_cut_short(text) or carries_mark(text))):
            continue
        course.faults += faults
        if faults:
            course.unreadable.add(path.relative_to(root).as_posix())
            continue
        if course.names.is_kept(name):
            course.faults.append(kept_page(path.relative_to(root).as_posix()))
            continue
        if carries_mark(text):
            course.faults.append(
                Fault(
                    Place(path.relative_to(root).as_posix()),
                    "the page carries the mark of generated pages",
                    "pages of your own without it",
                    f"remove the line that begins with `{GENERATED}`, or the page",
                )
            )
            continue
        shapeless = list(check_shape(text, path.relative_to(root).as_posix()))
        if shapeless:
            course.faults += shapeless
            course.unreadable.add(path.relative_to(root).as_posix())
            continue
        page, faults = read_page(text, name, path.relative_to(root).as_posix())
        course.faults += faults
        course.pages[language][page.path] = page


def kept_page(file: str) -> Fault:
    """The fault of a page that an author put where the course keeps the place for one of its own."""
    return Fault(
        Place(file),
        "the course writes a page of this name itself, and would write over this one",
        "pages of your own under other names",
        "rename the page, and its twin in the other language",
    )
