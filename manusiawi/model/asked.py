"""Notes what a page asks of the course while it is rendered, so that one can tell later whether it would be told the same.

Renderers see the course through a view that hands on everything and writes down each question with its
answer. A page is stale when one of its questions has another answer now; nobody lists what a kind of page
depends on, so no list can be wrong.
"""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, cast

from manusiawi.model.course import Course
from manusiawi.model.page import PageFile


class _Step(enum.Enum):
    """What is asked of a collection other than one of its values; ABSENT is an answer."""

    KEYS = "its keys in order"
    PRESENT = "whether it holds the key before"
    ABSENT = "there is no such value"


Question = tuple[Any, ...] | Path  # a way through the course: names, keys, tuples of a method's words; or a file whose bytes count
Notes = dict[Question, Any]  # the answer to each question

_notes: ContextVar[Notes | None] = ContextVar("notes", default=None)


def listen(notes: Notes | None) -> None:
    """From now on writes what is asked into these notes; into none after None."""
    _notes.set(notes)


@contextmanager
def noting() -> Iterator[Notes]:
    """Collects what is asked in the block; whoever listens outside hears it too."""
    notes: Notes = {}
    before = _notes.get()
    token = _notes.set(notes)
    try:
        yield notes
    finally:
        _notes.reset(token)
        if before is not None:
            before.update(notes)


def repeat(notes: Notes) -> None:
    """Notes questions asked earlier whose result is used again."""
    listening = _notes.get()
    if listening is not None:
        listening.update(notes)


def watched(course: Course) -> Course:
    """The course as renderers may see it: the same in every answer, and each question is noted."""
    return course if isinstance(course, _View) else cast(Course, _View(course, ()))


def changed(notes: Notes, course: Course, known: dict[Question, bool] | None = None) -> bool:
    """Whether a noted question has another answer in this course; `known` spares asking the same again for the next page."""
    known = {} if known is None else known
    for question, before in notes.items():
        if question not in known:
            now = answer(question, course)
            known[question] = not (now is before or now == before)
        if known[question]:
            return True
    return False


def answer(question: Question, course: Course) -> Any:
    """What the course, or the file, says to a question now."""
    if isinstance(question, Path):
        return _version(question)
    value: Any = course._of if isinstance(course, _View) else course
    for step in question:
        if value is _Step.ABSENT:
            return step is not _Step.PRESENT and value
        if isinstance(step, tuple):
            value = value(*step)
        elif step is _Step.KEYS:
            value = tuple(value)
        elif isinstance(step, _Step):
            value = True
        elif isinstance(value, dict):
            value = value.get(step, _Step.ABSENT)
        else:
            value = getattr(value, step)
    return value


def file_version(path: Path) -> str:
    """Eight digits and letters that stand for a file's bytes, "" where there is none; noted like a question to the course."""
    version: str = _told(path, _version(path))
    return version


def _version(path: Path) -> str:
    return hashlib.blake2s(path.read_bytes(), digest_size=4).hexdigest() if path.exists() else ""


def _told(question: Question, value: Any) -> Any:
    notes = _notes.get()
    if notes is not None:
        notes[question] = value
    return value


def _shown(question: tuple[Any, ...], value: Any) -> Any:
    """An answer, noted; parts of the course too wide to be one answer become views of their own."""
    if isinstance(value, dict):
        return _Entries(value, question)
    if isinstance(value, PageFile):
        return _View(value, question)
    if callable(value):
        return lambda *words: _told((*question, words), value(*words))
    return _told(question, value)


class _View:
    """The course, or a page of it, whose every attribute is a question."""

    __slots__ = ("_of", "_way")

    def __init__(self, of: Any, way: tuple[Any, ...]) -> None:
        self._of, self._way = of, way

    def __getattr__(self, name: str) -> Any:
        return _shown((*self._way, name), getattr(self._of, name))


class _Entries(Mapping[str, Any]):
    """A collection of the course: each key is a question, whether a key is there another, all keys in order a third."""

    __slots__ = ("_of", "_way")

    def __init__(self, of: dict[str, Any], way: tuple[Any, ...]) -> None:
        self._of, self._way = of, way

    def __getitem__(self, key: str) -> Any:
        if key not in self:
            raise KeyError(key)
        return _shown((*self._way, key), self._of[key])

    def __contains__(self, key: object) -> bool:
        there = key in self._of
        _told((*self._way, key, _Step.PRESENT), there)
        return there

    def __iter__(self) -> Iterator[str]:
        return iter(_told((*self._way, _Step.KEYS), tuple(self._of)))

    def __len__(self) -> int:
        return len(_told((*self._way, _Step.KEYS), tuple(self._of)))
