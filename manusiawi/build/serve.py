"""Serves the course while it is written: both languages at one address, fresh after every save."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from manusiawi.build.generate import generate, search_assets
from manusiawi.build.preview import show_faults, show_findings
from manusiawi.build.quickbuild import Built, render, touched
from manusiawi.build.site import BuildFailed, build_site
from manusiawi.ground.faults import CourseFaults
from manusiawi.ground.writing import write_changed
from manusiawi.language.known import LANGUAGES, folder
from manusiawi.lint.run import lint
from manusiawi.model.course import Course
from manusiawi.render.assets import FOLDER

WATCHED = ("docs", "quizzes", "course", "overrides", "manusiawi", "mkdocs.yml", "mkdocs.en.yml")


class Preview:
    """The site as the writer sees it: whole at first, then page by page; the linter's findings follow."""

    def __init__(self, root: Path, site: Path, refresh: Callable[[], None]) -> None:
        self.root, self.site, self.refresh = root, site, refresh
        self._course: Course | None = None  # the course that the site shows, if it shows one without faults
        self._built: dict[str, Built] = {}
        self._times: dict[str, tuple[int, int]] = {}
        self._lock = threading.Lock()  # held by whoever writes into the site
        self._turn = 0

    def rebuild(self) -> None:
        """Shows what was saved, or its faults on the last good pages."""
        times = _times(self.root)
        changed = {name for name in {*times, *self._times} if times.get(name) != self._times.get(name)}
        self._times = times
        self._turn += 1
        with self._lock:
            try:
                course, written = generate(self.root, search=False)
                self._times |= _stats(self.root, written)  # what the generator wrote is no save
                if not self._quick(changed, course, written):
                    self._times |= _stats(self.root, generate(self.root)[1])
                    self._built = build_site(self.root, self.site, strict=False, offline=False)
                self._course = course
                print("The pages are fresh.", flush=True)
            except (CourseFaults, BuildFailed) as error:
                self._course = None
                print(error, file=sys.stderr, flush=True)
                if not (self.site / "index.html").exists():  # nothing was ever built: the faults need a page to stand on
                    self.site.mkdir(exist_ok=True)
                    (self.site / "index.html").write_text(
                        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Manusiawi</title><main id='isi'></main></html>",
                        "utf-8",
                    )
                show_faults(self.site, str(error))
                return
        threading.Thread(target=self._follow, args=(self._turn, self._course), daemon=True).start()

    def _quick(self, changed: set[str], course: Course, written: list[Path]) -> bool:
        """Renders the pages that the change touches; False where that is not enough."""
        pages = touched(changed, self._course, course) if self._course else None
        if pages is None:
            return False
        for path in written:
            language, _, name = path.relative_to(self.root / "docs").as_posix().partition("/")
            if not name.endswith(".md"):
                return False
            pages[language].add(name)
        for language, built in self._built.items():
            render(built, pages[language], self._folder(language))
        return True

    def _follow(self, turn: int, course: Course) -> None:
        """Brings what a writer can wait for, unless a later save was faster: the search, the linter's findings."""
        found = {
            self._folder(language) / FOLDER / name: data
            for language in LANGUAGES
            for name, data in search_assets(course, self.root, language).items()
        }
        findings = lint(course, self.root)
        with self._lock:
            if turn != self._turn:
                return
            for path, data in found.items():
                write_changed(path, data)
            if show_findings(self.site, course, findings):
                self.refresh()

    def _folder(self, language: str) -> Path:
        """Where the site holds the pages of a language."""
        return self.site / folder(language)


def _times(root: Path) -> dict[str, tuple[int, int]]:
    """When each watched file was last written, and its size, by its path."""
    tops = [root / name for name in WATCHED]
    below = (Path(folder) / file for top in tops for folder, _, files in os.walk(top) for file in files)
    return _stats(root, [*below, *(top for top in tops if top.is_file())])


def _stats(root: Path, paths: Iterable[Path]) -> dict[str, tuple[int, int]]:
    stats = ((path, path.stat()) for path in paths if path.suffix != ".pyc" and path.exists())
    return {path.relative_to(root).as_posix(): (stat.st_mtime_ns, stat.st_size) for path, stat in stats}


class _Server(LiveReloadServer):
    """The live server of MkDocs, quicker to notice a save, and able to reload pages without a build."""

    def __init__(self, root: Path, site: Path, host: str, port: int) -> None:
        self.preview = Preview(root, site, self.refresh)
        self.preview.rebuild()
        site.mkdir(exist_ok=True)
        super().__init__(self.preview.rebuild, host=host, port=port, root=str(site), polling_interval=0.1)
        self.build_delay = 0.02  # seconds between a save and the build; an editor's second write would only build again
        lost = site / "404.html"
        self.error_handler = lambda code: lost.read_bytes() if code == 404 and lost.exists() else None

    def server_activate(self) -> None:
        super().server_activate()
        print(self.told, flush=True)  # only now: another program may hold the port

    def refresh(self) -> None:
        """Reloads the pages that are open; where a build is on its way, that one will."""
        if not hasattr(self, "_epoch_cond"):
            return
        with self._epoch_cond:
            if self._visible_epoch == self._wanted_epoch:
                self._visible_epoch = self._wanted_epoch = self._wanted_epoch + 1
                self._epoch_cond.notify_all()


def serve(root: Path, host: str, port: int) -> None:
    """Builds, serves and watches until interrupted."""
    with tempfile.TemporaryDirectory(prefix="manusiawi-") as folder:
        server = _Server(root, Path(folder) / "site", host, port)
        for name in WATCHED:
            if (root / name).exists():
                server.watch(str(root / name))
        server.told = f"Manusiawi is at http://{host}:{port}/ (English at /en/). Stop with Ctrl+C."
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
