"""Begins a module, lesson, item or case: reads the course's texts, writes what the scaffold plans."""

from __future__ import annotations

from pathlib import Path

from manusiawi.authoring.course import begin_course
from manusiawi.authoring.menus import MENUS
from manusiawi.authoring.scaffold import PLAN, PROMISES, check_words, plan
from manusiawi.checks.unwritten import PLACEHOLDER
from manusiawi.ground.faults import CourseFaults, Fault
from manusiawi.ground.reading import list_sources, read_source
from manusiawi.ground.writing import write_changed
from manusiawi.language.known import LANGUAGES

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"

_NEXT = {
    "module": "write its first lesson: build_quiz.py new lesson {1} SLUG --shape SHAPE",
    "lesson": "add a question: build_quiz.py new item {1} TYPE ID",
    "item": "set it in one lesson, in both languages, with [[item {3}]]; without a mark it stands on the self-check page",
    "case": "draw the ways of the case in quizzes/{1}.yml",
}


def make_new(root: Path, words: list[str], shape: str = "") -> str:
    """Writes the files that the words ask for, a lesson in the shape that is named; returns what was written with what to do next.

    Raises CourseFaults, before anything is written, if something stands in the way.
    """
    if words[:1] == ["course"]:
        faults = check_words(words, shape)
        if faults:
            raise CourseFaults(faults)
        return begin_course(root, TEMPLATES / "course", words)
    texts, faults = _texts(root)
    templates = {} if faults else _templates(faults)
    if faults:
        raise CourseFaults(faults)
    planned, faults = plan(words, texts, templates, shape)
    if faults:
        raise CourseFaults(faults)
    _write_all(root, planned)
    return _told(words, texts, planned)


def _texts(root: Path) -> tuple[dict[str, str], list[Fault]]:
    """Every text that a plan needs, by its path below the root."""
    folders = [(root / "quizzes", ".yml"), *((root / "docs" / language, ".md") for language in LANGUAGES)]
    listed = [list_sources(folder, ending, root) for folder, ending in folders]
    optional = [root / name for name in (PROMISES, *MENUS) if (root / name).exists()]
    paths = [root / PLAN, *optional, *(path for paths, _ in listed for path in paths)]
    read = {path.relative_to(root).as_posix(): read_source(path, path.relative_to(root).as_posix()) for path in paths}
    faults = [fault for _, found in [*listed, *read.values()] for fault in found]
    return {name: text for name, (text, _) in read.items()}, faults


def _templates(faults: list[Fault]) -> dict[str, str]:
    """The templates by their file names; faults of reading are added to the list."""
    read = {path.name: read_source(path, f"templates/{path.name}") for path in sorted(TEMPLATES.glob("*.*"))}
    faults += [fault for _, found in read.values() for fault in found]
    return {name: text for name, (text, _) in read.items()}


def _write_all(root: Path, planned: dict[str, str]) -> None:
    """Writes every file, or none: an error on the way puts back what was there."""
    before = {root / name: (root / name).read_bytes() if (root / name).exists() else None for name in planned}
    folders = {path.parent for path in before if not path.parent.exists()}
    try:
        for name, text in planned.items():
            write_changed(root / name, _like(before[root / name], text))
    except OSError:
        for path, data in before.items():
            if data is not None:
                write_changed(path, data)
            elif path.exists():
                path.unlink()
        for folder in folders:
            if folder.is_dir():
                folder.rmdir()
        raise


def _like(before: bytes | None, text: str) -> bytes:
    """The text as bytes, with the line ends and the byte order mark of the file it replaces."""
    data = text.encode()
    if before and b"\r\n" in before:
        data = data.replace(b"\n", b"\r\n")
    return b"\xef\xbb\xbf" + data if before and before.startswith(b"\xef\xbb\xbf") else data


def _told(words: list[str], texts: dict[str, str], planned: dict[str, str]) -> str:
    lines = [f"{'changed' if name in texts else 'wrote'} {name}" for name in planned]
    left = sum(len(PLACEHOLDER.findall(text)) - len(PLACEHOLDER.findall(texts.get(name, ""))) for name, text in planned.items())
    return "\n".join(
        [
            *lines,
            f"Next: write what stands in capitals, {left} places; build_quiz.py check names each.",
            f"Then {_NEXT[words[0]].format('new', *words[1:])}.",
        ]
    )
