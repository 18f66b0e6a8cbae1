"""Keeps a built site in step with its sources while they are written: whole at first, then page by page."""

from __future__ import annotations

import os
import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from manusiawi.build.generate import generate, later_assets, write_assets
from manusiawi.build.notices import clear, show_faults, show_findings
from manusiawi.build.quickbuild import Built, render, stale
from manusiawi.build.restart import CODE, RestartWanted, complaint
from manusiawi.build.site import BuildFailed, build_site
from manusiawi.entries.site import SiteFile
from manusiawi.ground.catalogue import reread
from manusiawi.ground.faults import CourseFaults
from manusiawi.ground.made import files_in, write_made
from manusiawi.ground.writing import write_changed
from manusiawi.language import known
from manusiawi.language.known import LANGUAGES
from manusiawi.lint.run import lint
from manusiawi.model.asked import Question
from manusiawi.model.course import Course
from manusiawi.model.loading import course_paths
from manusiawi.render.assets import CLASSROOM, FOLDER, web_files
from manusiawi.render.scripts import names_of

_OF_COURSE = ("docs", "quizzes", "course")
_OF_BUILD = ("overrides", "manusiawi", "build_quiz.py", *map(known.configuration, LANGUAGES))
_NAMES = "course/site.yml"  # templates and scripts hold what it says
_INHERITED = re.compile(r"^INHERIT:\s*(\S.*?)\s*$", re.MULTILINE)

Times = dict[str, tuple[int, int]]  # by path: when the file was last written in ns, its bytes


class Preview:
    """The site as the writer sees it. Faults stand on its last good pages; the search and the linter's findings follow each save.

    A save of what the course is read from renders the pages that would now come out otherwise, as they noted
    themselves (`model.asked`). Any other save builds the whole site, and one of the running code starts it anew.
    `refresh` loads open pages again; `stay` says that a build changed nothing.
    """

    def __init__(self, root: Path, site: Path, refresh: Callable[[], None], stay: Callable[[], None] = lambda: None) -> None:
        self.root, self.site, self.refresh, self.stay = root, site, refresh, stay
        self._built: dict[str, Built] = {}  # empty where only a whole build will do
        self._sources: set[str] = set()  # the Markdown files of the last whole build
        self._frame: SiteFile | None = None  # what stands around the text of every page of it
        self._times: Times = {}
        self._unshown: set[str] = set()  # what was saved since the site was last in step
        self._faulty = False  # whether the pages carry faults
        self._lock = threading.Lock()  # held by whoever writes into the site
        self._turn = 0
        self._following: threading.Thread | None = None

    def rebuild(self) -> None:
        """Shows what was saved, or its faults on the last good pages. Raises RestartWanted where the code was saved."""
        with self._lock:
            times = self._looked()
            saved = {name for name in {*times, *self._times} if times.get(name) != self._times.get(name)}
            first, self._times = not self._times, times
            if not saved:
                self.stay()
                return
            self._turn += 1
            self._unshown |= saved
            try:
                if not first:
                    self._look_at_code()
                reread()
                course = self._show()
                print("The pages are fresh.", flush=True)
            except (CourseFaults, BuildFailed) as error:
                self._tell(str(error))
                return
            except Exception as error:  # a template or a configuration may fail in any way
                self._built = {}
                traceback.print_exc()
                self._tell(_unexpected(error))
                return
        self._following = threading.Thread(target=self._follow, args=(self._turn, course), daemon=True)
        self._following.start()

    def settle(self) -> None:
        """Waits for what follows the last save: what pages load later, the linter's findings."""
        if self._following:
            self._following.join()

    def stop(self) -> None:
        """Waits for a write that is under way; later ones find that their turn is over."""
        with self._lock:
            self._turn += 1

    def watched(self) -> list[Path]:
        """Every file and folder whose change can change the site."""
        homes = [self.root]
        for config in (self.root / name for name in _OF_BUILD if name.endswith(".yml")):
            text = config.read_text("utf-8", "replace") if config.is_file() else ""
            homes += [(self.root / name).resolve().parent for name in _INHERITED.findall(text)]
        paths = [
            *(self.root / name for name in _OF_COURSE),
            *(home / name for home in dict.fromkeys([*homes, CODE]) for name in _OF_BUILD),
        ]
        return [path for path in paths if path.exists()]

    def _look_at_code(self) -> None:
        """Asks for a restart where the running code was saved and can be run."""
        if not any(name.endswith(".py") for name in self._unshown):
            return
        message = complaint()
        if not message:
            raise RestartWanted
        raise BuildFailed(f"The saved code cannot be run, so the pages are still those of the code before.\n{message}")

    def _show(self) -> Course:
        """Brings the site in step with the sources; returns the course that it shows."""
        course, written = generate(self.root, later=False)
        self._wrote(written)
        if not self._quick(course, self._unshown | {self._name(path) for path in written}):
            self._built = {}  # the objects of the build before make room for those of the next
            self._wrote(generate(self.root)[1])
            self._built = build_site(self.root, self.site, strict=False, publish=False)
            self._sources, self._frame = self._markdown(), course.site
        elif self._faulty:
            clear(self.site)
        self._unshown, self._faulty = set(), False
        return course

    def _quick(self, course: Course, saved: set[str]) -> bool:
        """Renders the pages that came to be stale; False where that is not enough."""
        if not self._built or course.site != self._frame or self._markdown() != self._sources:
            return False
        read = {self._name(path) for path in course_paths(self.root)} | self._sources
        if not saved <= read or _NAMES in saved:
            return False
        answers: dict[Question, bool] = {}
        for language, built in self._built.items():
            folder = f"docs/{language}/"
            own = {name.removeprefix(folder) for name in saved if name in self._sources and name.startswith(folder)}
            if not self._render(language, stale(built, course, own, answers)):
                return False
        return True

    def _render(self, language: str, pages: set[str]) -> bool:
        """Writes pages of a language into the site; after a failure half-way only a whole build knows what is fresh."""
        try:
            return render(self._built[language], pages, self._folder(language))
        except BaseException:
            self._built = {}
            raise

    def _tell(self, message: str) -> None:
        """Shows on every page why it is not fresh."""
        print(message, file=sys.stderr, flush=True)
        self._faulty = True
        if not (self.site / "index.html").exists():  # nothing was ever built: the faults need a page to stand on
            self.site.mkdir(exist_ok=True)
            (self.site / "index.html").write_text(
                "<!doctype html><html lang='en'><meta charset='utf-8'><title>…</title><main id='isi'></main></html>", "utf-8"
            )
        show_faults(self.site, message)

    def _follow(self, turn: int, course: Course) -> None:
        """Brings what a writer can wait for, unless a later save was faster: what pages load later, the linter's findings."""
        assets = {}
        for language in LANGUAGES:
            if turn != self._turn:  # asked between the longer parts, so that what is over keeps no later save waiting
                return
            assets[language] = later_assets(course, self.root, language)
        findings = lint(course, self.root) if turn == self._turn else []
        with self._lock:
            if turn != self._turn:
                return
            changed = [self._bring_later(course, language, assets[language]) for language in LANGUAGES]
            if show_findings(self.site, course, findings) or any(changed):
                self.refresh()

    def _bring_later(self, course: Course, language: str, later: dict[str, bytes]) -> bool:
        """Writes files that pages load later, and the pages that name them; tells whether any changed."""
        assets = web_files(language, names_of(course)) | later
        written = write_assets(self.root / "docs" / language / FOLDER, assets, later=True)
        if not written:
            return False
        self._wrote(written)
        folder = self._folder(language)
        for path in (path for name in ("search", CLASSROOM) for path in (folder / FOLDER / name).rglob("*")):
            if path.is_file() and path.relative_to(folder / FOLDER).as_posix() not in assets:
                path.unlink()
        for name, data in assets.items():
            write_changed(folder / FOLDER / name, data)
        write_made(self.site, files_in(self.site))
        self._render(language, stale(self._built[language], course, (), {}))
        return True

    def _wrote(self, paths: list[Path]) -> None:
        """Takes in that the generator wrote these files, and removed such as it had written: neither is a save."""
        made = tuple(f"docs/{language}/{FOLDER}/" for language in LANGUAGES)
        kept = {name: time for name, time in self._times.items() if not name.startswith(made) or (self.root / name).exists()}
        self._times = kept | self._stats(paths)

    def _folder(self, language: str) -> Path:
        """Where the site holds the pages of a language."""
        return self.site / known.folder(language)

    def _markdown(self) -> set[str]:
        """The Markdown files that a build would make pages of."""
        return {self._name(path) for language in LANGUAGES for path in (self.root / "docs" / language).rglob("*.md")}

    def _looked(self) -> Times:
        tops = self.watched()
        below = (Path(folder) / file for top in tops for folder, _, files in os.walk(top) for file in files)
        return self._stats([*below, *(top for top in tops if top.is_file())])

    def _stats(self, paths: Iterable[Path]) -> Times:
        stats = ((path, path.stat()) for path in paths if path.suffix != ".pyc" and path.exists())
        return {self._name(path): (stat.st_mtime_ns, stat.st_size) for path, stat in stats}

    def _name(self, path: Path) -> str:
        """A file's path below the project, or its whole path where it stands elsewhere."""
        return (path.relative_to(self.root) if path.is_relative_to(self.root) else path).as_posix()


def _unexpected(error: Exception) -> str:
    """What went wrong and where, for a writer: the last place in a file that is not a library's."""
    name, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if not name:
        places = [place for place in traceback.extract_tb(error.__traceback__) if "site-packages" not in place.filename]
        name, line = (places[-1].filename, places[-1].lineno) if places else ("", None)
    return (
        f"{name}:{line}: the pages could not be built: {type(error).__name__}: {error}\n    The pages below are those before the last save."
    )
