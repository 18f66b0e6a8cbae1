"""Reads the whole course from its files, with the faults of reading, and keeps it until a file changes."""

from __future__ import annotations

import functools
import gc
import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from manusiawi.binding.bind import bind
from manusiawi.binding.yamltree import parse_yaml
from manusiawi.entries.classroom.trainer import TrainerFile
from manusiawi.entries.items import QuizFile
from manusiawi.entries.pictures import PictureFile
from manusiawi.ground.faults import Fault, Place
from manusiawi.ground.reading import list_sources, read_source
from manusiawi.language.known import LANGUAGES
from manusiawi.model.addresses import GENERATED, PageNames, carries_mark, is_cut_short
from manusiawi.model.citation import Citation
from manusiawi.model.course import Course
from manusiawi.model.kinds import KINDS, FileKind
from manusiawi.model.page import PageFile, read_page
from manusiawi.model.shape import check_shape

PROMISES = "course/promises.txt"
Stamp = tuple[int, int, bool]  # of a file its time in ns, its bytes, whether it may be read
Read = TypeVar("Read")
Signature = tuple[tuple[str, int, int], ...]  # of each readable file its path, its time in ns, its bytes


class _Files:
    """What came of each file, so that after a save only the saved one is read: by path, for as long as its time and size stay."""

    def __init__(self, known: Mapping[Path, tuple[Stamp, Any]] | None = None) -> None:
        self._known, self.read = known or {}, dict[Path, tuple[Stamp, Any]]()

    def once(self, path: Path, read: Callable[[], Read]) -> Read:
        """What `read` gives for the file as it is now; asked again only where the file has changed since."""
        try:
            stat = path.stat()
        except OSError:
            return read()
        stamp, known = (stat.st_mtime_ns, stat.st_size, os.access(path, os.R_OK)), self._known.get(path)
        self.read[path] = known if known and known[0] == stamp else (stamp, read())
        value: Read = self.read[path][1]
        return value


KEPT = 4  # courses, each of another folder; a process works on one, tests on several
_kept: dict[Path, tuple[Signature, float, Course, _Files]] = {}  # by folder: what was read, when it was last looked at, what came of it


def load_course(root: Path) -> Course:
    """The course below a folder, read anew only when a file of it has changed. Nobody may write into it."""
    known, seen = _kept.pop(root, None), _signature(root)
    if known and known[0] == _sources_in(seen, root, known[2].names):
        course, files = known[2:]
    else:
        files = _Files(known[3].read if known else None)
        course = _read_undisturbed(root, files)
    _kept[root] = _sources_in(seen, root, course.names), time.monotonic(), course, files
    while len(_kept) > KEPT:
        del _kept[next(iter(_kept))]
    return course


def recent_course(root: Path) -> Course:
    """The course as it was at most a second ago, for callers that ask once a page."""
    known = _kept.get(root)
    return known[2] if known and time.monotonic() - known[1] < 1 else load_course(root)


def course_paths(root: Path) -> list[Path]:
    """Every file that the course is read from, whether it is there or not, and the pages that it makes."""
    pages = (root / "docs" / language for language in LANGUAGES)
    return [
        root / PROMISES,
        *(path for kind in KINDS for path in _paths(kind, root)[0]),
        *(path for folder in pages for path in list_sources(folder, ".md", root)[0]),
    ]


def _sources_in(signature: Signature, root: Path, names: PageNames) -> Signature:
    """A signature without the pages that the generator keeps for itself: writing them is no change."""
    start = f"{(root / 'docs').as_posix()}/"
    own = (path.removeprefix(start).partition("/")[2] if path.startswith(start) else "" for path, _, _ in signature)
    return tuple(entry for entry, path in zip(signature, own, strict=True) if not (path and names.is_kept(path)))


def _paths(kind: FileKind, root: Path) -> tuple[list[Path], list[Fault]]:
    """The files of a kind that are there, and a fault for a folder that cannot be opened; a file that must be there is among them."""
    path = root / kind.path
    if kind.is_per_module:
        return list_sources(path.parent, path.suffix, root)
    return [path] if kind.required or path.exists() else [], []


def _signature(root: Path) -> Signature:
    """What changes when a file does: names, times, sizes, and whether they may be read."""
    stats = ((path, path.stat()) for path in course_paths(root) if os.access(path, os.R_OK))
    return tuple((path.as_posix(), stat.st_mtime_ns, stat.st_size) for path, stat in stats)


def _read_undisturbed(root: Path, files: _Files) -> Course:
    """The course read without a search for garbage, which would go through all that was just made, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return _read_course(root, files)
    finally:
        if was_on:
            gc.enable()


def _read_course(root: Path, files: _Files) -> Course:
    course = Course()
    for kind in KINDS:
        for path in _listed(kind, root, course):
            file, faults = files.once(path, functools.partial(_read, path, kind.type, path.relative_to(root).as_posix()))
            course.faults += faults
            if file is None:
                course.unreadable.add(path.relative_to(root).as_posix())
            else:
                _keep(course, kind, file, path)
    course.siblings = _siblings(course)
    course.names = PageNames.of(course.site.pages)
    for language in LANGUAGES:
        _add_pages(course, root, language, files)
    return course


def _listed(kind: FileKind, root: Path, course: Course) -> list[Path]:
    """The files of a kind; a folder that cannot be opened is a fault, and a file of another ending that nothing would read."""
    paths, faults = _paths(kind, root)
    course.faults += faults
    course.unreadable |= {f"{fault.place.file}/" for fault in faults}
    if kind.is_per_module:
        course.faults += [
            Fault(
                Place(path.relative_to(root).as_posix()),
                "the file's name ends in .yaml, so nothing would read it",
                "names that end in .yml",
                "rename it",
            )
            for path in list_sources((root / kind.path).parent, ".yaml", root)[0]
        ]
    return paths


def _read(path: Path, kind: type, name: str) -> tuple[Any, list[Fault]]:
    """What a YAML file holds, None where it cannot be read, and the faults of reading it."""
    text, faults = read_source(path, name)
    node, faults = (None, faults) if faults else parse_yaml(text, name)
    return (None if node is None else bind(kind, node, name, faults)), faults


def _keep(course: Course, kind: FileKind, file: Any, path: Path) -> None:
    """Puts a file, or its entries, where the course keeps them."""
    if kind.is_per_module:
        _check_name(course, file, path)
    if kind.type is QuizFile:
        _keep_bank(course, file)
    elif kind.whole:
        setattr(course, kind.whole, file)
    for collection in kind.collections:
        for entry in collection.entries(file) if collection.field else ():
            _add(course, getattr(course, collection.field), getattr(entry, collection.key), entry, collection.noun)


def _keep_bank(course: Course, bank: QuizFile) -> None:
    """The bank under its module; a second one of the same module is a fault."""
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
        course.item_modules.setdefault(item.id, bank.module)


def _siblings(course: Course) -> dict[str, tuple[str, ...]]:
    """The other questions of the family of each that has any, in the order of the banks; one name joins two families."""
    families: dict[str, set[str]] = {}
    for item in course.items.values():
        for name in item.siblings:
            if name in course.items:
                joined = families.get(item.id, {item.id}) | families.get(name, {name})
                families.update(dict.fromkeys(joined, joined))
    place = {name: number for number, name in enumerate(course.items)}
    return {name: tuple(sorted(family - {name}, key=place.__getitem__)) for name, family in families.items() if len(family) > 1}


def _add(course: Course, into: dict[str, Any], key: str, value: Any, what: str) -> None:
    """Keeps an entry under its name; a second one of the same name is a fault that names the first."""
    if key in into:
        entry, first = (each.passage if isinstance(each, Citation) else each for each in (value, into[key]))
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


def _check_name(course: Course, entry: QuizFile | TrainerFile | PictureFile, path: Path) -> None:
    if entry.module != path.stem:
        course.faults.append(
            Fault(
                entry.where("module"),
                f'the module "{entry.module}" is not the name of its file',
                f'"{path.stem}" in a file named {path.name}',
                "make the two names the same",
            )
        )


def _add_pages(course: Course, root: Path, language: str, files: _Files) -> None:
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
        page, faults = files.once(path, functools.partial(_read_page, text, name, path.relative_to(root).as_posix()))
        course.faults += faults
        if page:
            course.pages[language][page.path] = page
        else:
            course.unreadable.add(path.relative_to(root).as_posix())


def _read_page(text: str, name: str, file: str) -> tuple[PageFile | None, list[Fault]]:
    """A page, None where its text would be too much for the renderer, and the faults of reading it."""
    shapeless = list(check_shape(text, file))
    return (None, shapeless) if shapeless else read_page(text, name, file)


def kept_page(file: str) -> Fault:
    """The fault of a page that an author put where the course keeps the place for one of its own."""
    return Fault(
        Place(file),
        "the course writes a page of this name itself, and would write over this one",
        "pages of your own under other names",
        "rename the page, and its twin in the other language",
    )
