"""Begins another course: a folder with the engine, one module in every language, tests of its own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from manusiawi.authoring.edits import word_place
from manusiawi.entries.site import SiteFile
from manusiawi.exchange.bank import slug
from manusiawi.ground.faults import CourseFaults, Fault
from manusiawi.ground.writing import write_changed
from manusiawi.language.known import all_known, configuration

ENGINE = ("manusiawi", "overrides", "schema", "templates", "build_quiz.py", "requirements.in", "requirements.txt", ".gitignore")
GUIDES = ("quizzes/README.md", "quizzes/RULES.md")
_LEFT = shutil.ignore_patterns("__pycache__", "share.png", ".*_cache")  # the picture for links shows the name of this course
_MENU = ("index.md", "mulai/index.md", "mulai/cara-belajar.md", "mulai/soal.md", "cari.md", "kemajuan.md", "ulangan.md", "luring.md")


def begin_course(project: Path, templates: Path, words: list[str]) -> str:
    """Writes a new course into the folder that the words name, seen from where the command runs; returns what to do next.

    Raises CourseFaults, before anything is written, if the folder holds something, or lies inside the engine that is copied.
    """
    target = Path(words[1]).resolve()
    name = re.sub(r"[-_\s]+", " ", target.name).strip()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CourseFaults(
            [_refused(words, f'"{words[1]}" holds something already', "a folder that is new or empty", "name another folder")]
        )
    if target.is_relative_to(project):
        raise CourseFaults(
            [_refused(words, f'"{words[1]}" lies inside this project', "a folder beside it", f"write `new course ../{target.name}`")]
        )
    prefix = slug(name) or SiteFile().prefix
    values = {"name": name[:1].upper() + name[1:], "prefix": prefix, "zip_folder": prefix}
    for entry in ENGINE:
        source = project / entry
        if source.is_dir():
            shutil.copytree(source, target / entry, ignore=_LEFT)
        else:
            _copied(source, target / entry)
    for entry in GUIDES:
        _copied(project / entry, target / entry)
    _copied(project / "LICENSE", target / "LICENSE-ENGINE")
    for path in sorted(templates.rglob("*")):
        if path.is_file():
            _filled(path, target / path.relative_to(templates), values)
    for known in all_known():
        file = configuration(known.code)
        write_changed(target / file, _configured((project / file).read_text("utf-8"), values["name"], known.module).encode())
    return (
        f"wrote {words[1]}, a whole course.\nNext: open a terminal in it and type make test, then make serve; its README.md says the rest."
    )


def _refused(words: list[str], found: str, allowed: str, mend: str) -> Fault:
    return Fault(word_place(words, 1), found, allowed, mend)


def _copied(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)


def _filled(template: Path, target: Path, values: dict[str, str]) -> None:
    """A template with its gaps filled, in the new course."""
    text = template.read_text("utf-8")
    for gap, value in values.items():
        text = text.replace(f"{{{gap}}}", value)
    write_changed(target, text.encode())
    shutil.copymode(template, target)


def _configured(text: str, name: str, module: str) -> str:
    """The builder's configuration under another name, with the menu of the new course."""
    text = text.partition("\nnav:\n")[0]
    text = re.sub(r"(?m)^site_name: .*$", f"site_name: {name}", text)
    text = re.sub(r"(?m)^site_description: .*$", f"site_description: {name}", text)
    first, *rest = _MENU
    pages = [page for page in rest if "/" in page]
    lines = [
        f"  - {first}",
        f"  - {module} 1:",
        *(f"      - {page}" for page in pages),
        *(f"  - {page}" for page in rest if "/" not in page),
    ]
    hidden = "\nnot_in_nav: |\n  /*/kunci.md\n  /*/buku-kerja.md\n  /*/latihan.md\n" if "INHERIT:" not in text else ""
    return f"{text}\nnav:\n" + "\n".join(lines) + "\n" + hidden
