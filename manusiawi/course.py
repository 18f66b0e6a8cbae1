"""The whole course in memory: every file read and bound, with the faults of reading."""

from __future__ import annotations

import gc
import os
import time
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from .bind import bind
from .chartfile import Chart, ChartFile
from .citation import Citation, passage_anchor, split_reference
from .coursefiles import CourseFile, Fact, FactFile, GlossaryFile, LawFile, Lesson, LintFile, Misconception, Module, Outcome, Redirect, RedirectFile, Term, FormPlan
from .faults import Fault, Place
from .fields import LANGUAGES
from .items import Item, QuizFile
from .lensfile import LensFile
from .pagefile import PageFile, read_page
from .source import list_sources, read_source
from .speechfile import SpeechFile, SpeechStatement
from .trainerfile import TrainerFile
from .workshopfile import Workshop, WorkshopFile
from .yamltree import parse_yaml

GENERATED = "<!-- generated"
TEST_PAGES = {"a": "tes-awal.md", "b": "tes-akhir.md"}  # by form
TEST_KEYS = "tes-kunci.md"
GENERATED_NAMES = {"soal.md", "kunci.md", "pelatih.md", "sumber.md", "glosarium.md", *TEST_PAGES.values(), TEST_KEYS}  # file names that the generator keeps for itself
_MOVED = 'http-equiv="refresh"'  # in the head of a page that leads on to a new address
COURSE_FILES = {"course.yml": CourseFile, "law.yml": LawFile, "facts.yml": FactFile, "glossary.yml": GlossaryFile}
OPTIONAL_FILES = {"lint.yml": LintFile, "redirects.yml": RedirectFile, "speech.yml": SpeechFile, "charts.yml": ChartFile,
                  "lens.yml": LensFile, "workshops.yml": WorkshopFile}


def is_generated(path: str, text: str) -> bool:
    """Whether a page, by its path below docs/<language>/, is the generator's own, to write and to remove; a copy under another name is not."""
    name = path.rpartition("/")[2]
    return GENERATED in text[:2000] and (name in GENERATED_NAMES or path.startswith("sumber/") or _MOVED in text[:3000])


@dataclass
class Course:
    """Everything authors wrote, by id, in their order."""

    modules: dict[str, Module] = field(default_factory=dict)
    misconceptions: dict[str, Misconception] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    banks: dict[str, QuizFile] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    item_modules: dict[str, str] = field(default_factory=dict)
    citations: dict[str, Citation] = field(default_factory=dict)
    law: LawFile | None = None
    lint: LintFile | None = None
    redirects: dict[str, Redirect] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    trainers: dict[str, TrainerFile] = field(default_factory=dict)
    workshops: dict[str, Workshop] = field(default_factory=dict)
    speech: dict[str, SpeechStatement] = field(default_factory=dict)
    charts: dict[str, Chart] = field(default_factory=dict)
    lens: LensFile | None = None
    test: FormPlan | None = None
    pages: dict[str, dict[str, PageFile]] = field(default_factory=lambda: {language: {} for language in LANGUAGES})
    faults: list[Fault] = field(default_factory=list)

    unreadable: set[str] = field(default_factory=set)
    renderers: dict = field(default_factory=dict)  # what inline.item_texts has made of this course's texts

    def unread(self, start: str) -> bool:
        """Whether a file whose name begins so could not be read: what it names is then unknown, not wrong."""
        return any(name.startswith(start) for name in self.unreadable)

    def citation(self, reference: str) -> Citation | None:
        """The passage that a reference names, if the course has it."""
        return self.citations.get(passage_anchor(*split_reference(reference)))

    def lesson(self, path: str) -> tuple[Module, Lesson] | None:
        """The module and lesson that a page's path names, if it is a lesson."""
        folder, _, name = path.removesuffix(".md").rpartition("/")
        module = self.modules.get(folder)
        lesson = next((lesson for lesson in module.lessons if lesson.slug == name), None) if module else None
        return (module, lesson) if lesson else None

    def set_items(self, module: str) -> list[str]:
        """The ids of the items that the module's lessons set, in the order of the lessons."""
        lessons = [*self.modules[module].page_slugs, "index"]
        pages = (self.pages["id"].get(f"{module}/{slug}.md") for slug in lessons)
        return [mark.value for page in pages if page for mark in page.marked("item")]

    def item_path(self, name: str) -> str:
        """The page that sets an item: a test, a lesson or a case, else the module's self-check."""
        if self.test and self.items[name].forms:
            return TEST_PAGES[self.items[name].forms[0]]
        return next((path for path, page in self.pages["id"].items() if any(mark.value == name for mark in page.marked("item"))),
                    f"{self.item_modules[name]}/soal.md")

    def quiz_items(self, module: str) -> list[Item]:
        """The items of the module's self-check page: those that neither a lesson nor a test sets."""
        set_in_lessons = set(self.set_items(module))
        return [item for item in self.banks[module].items
                if item.id not in set_in_lessons and not item.forms] if module in self.banks else []


_recent: dict[Path, tuple[float, Course]] = {}


def load_course(root: Path) -> Course:
    """The course below a folder, read anew only when a file of it has changed."""
    course = _load(root, _signature(root))
    _recent[root] = time.monotonic(), course
    return course


def recent_course(root: Path) -> Course:
    """The course as it was at most a second ago, for callers that ask once a page."""
    seen, course = _recent.get(root, (float("-inf"), None))
    return course if course and time.monotonic() - seen < 1 else load_course(root)


def _course_paths(root: Path) -> list[Path]:
    folders = [(root / "quizzes", ".yml"), (root / "course" / "trainer", ".yml"), *((root / "docs" / language, ".md") for language in LANGUAGES)]
    return [*(root / "course" / name for name in (*COURSE_FILES, *OPTIONAL_FILES, "promises.txt")), *(path for folder, ending in folders for path in list_sources(folder, ending, root)[0]
                                                                  if path.name not in GENERATED_NAMES)]


def _signature(root: Path) -> tuple:
    """What changes when a file does: names, times, sizes, and whether they may be read."""
    stats = ((path, path.stat()) for path in _course_paths(root) if os.access(path, os.R_OK))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in stats)


@lru_cache(maxsize=4)
def _load(root: Path, signature: tuple) -> Course:
    # Reading makes many small objects that live on. Searching them for garbage again and again cost
    # more than reading them: 500 questions added 0.9 s to a build with it, 0.2 s without (bench).
    was_on = gc.isenabled()
    gc.disable()
    try:
        return _read_course(root)
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _read_course(root: Path) -> Course:
    course = Course()
    parts = {name: _read(root / "course" / name, kind, root, course) for name, kind in COURSE_FILES.items()}
    optional = {name: _read(root / "course" / name, kind, root, course) for name, kind in OPTIONAL_FILES.items() if (root / "course" / name).exists()}
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
    course.faults += [Fault(Place(path.relative_to(root).as_posix()), "the file's name ends in .yaml, so nothing would read it", "names that end in .yml", "rename it")
                      for path in list_sources(folder, ".yaml", root)[0]]
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
        course.faults.append(Fault(entry.where("id"), f'the {what} "{key}" stands twice; first at {first.at}',
                                   "each id once in the whole course", "give this one another id, or remove it"))
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
        course.faults.append(Fault(entry.where("module"), f'the module "{entry.module}" is not the name of its file',
                                   f'"{path.stem}" in a file named {path.name}', "make the two names the same"))


def _add_bank(course: Course, bank: QuizFile | None, path: Path) -> None:
    if not bank:
        return
    _check_name(course, bank, path)
    first = course.banks.setdefault(bank.module, bank)
    if first is not bank:
        course.faults.append(Fault(bank.where("module"), f'the module "{bank.module}" has a second bank; first at {first.at}', "one file of questions a module",
                                   "move its questions into the first, and remove this file"))
    for item in bank.items:
        _add(course, course.items, item.id, item, item, "item")
        course.item_modules.setdefault(item.id, bank.module)


def _add_pages(course: Course, root: Path, language: str) -> None:
    folder = root / "docs" / language
    paths, faults = list_sources(folder, ".md", root)
    course.faults += faults
    for path in paths:
        if path.name in GENERATED_NAMES:
            continue
        text, faults = read_source(path, path.relative_to(root).as_posix())
        course.faults += faults
        if faults:
            course.unreadable.add(path.relative_to(root).as_posix())
        name = path.relative_to(folder).as_posix()
        if faults or is_generated(name, text):
            continue
        if GENERATED in text[:2000]:
            course.faults.append(Fault(Place(path.relative_to(root).as_posix()), "the page carries the mark of generated pages", "pages of your own without it",
                                       f"remove the line that begins with `{GENERATED}`, or the page"))
            continue
        page, faults = read_page(text, name, path.relative_to(root).as_posix())
        course.faults += faults
        course.pages[language][page.path] = page
