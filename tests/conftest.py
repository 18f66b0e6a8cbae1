"""What the tests share: the example course, built sites, a web server, a browser."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from pathlib import Path
from typing import Callable, Iterator

import pytest

from manusiawi.build.site import build_site
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from tests.browser import HELP, find

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLE = PROJECT / "tests" / "example"

CONFIG = """INHERIT: {project}/mkdocs{suffix}.yml
docs_dir: docs/{language}
site_dir: site
site_url: ""
theme:
  custom_dir: {project}/overrides
hooks:
  - {project}/build_quiz.py
markdown_extensions:
  manusiawi.render.extension:
    root: {root}
nav:
  - index.md
  - Module 1:
      - antre/index.md
      - antre/giliran.md
      - antre/soal.md
  - glosarium.md
  - sumber.md
"""


def copy_example(to: Path) -> Path:
    """A copy of the example course that can be changed and built."""
    shutil.copytree(EXAMPLE, to, ignore=shutil.ignore_patterns("soal.md", "kunci.md", "pelatih.md", "tes-*.md", "sumber.md", "glosarium.md", "assets"))
    for language, suffix in (("id", ""), ("en", ".en")):
        text = CONFIG.format(project=PROJECT.as_posix(), root=to.as_posix(), language=language, suffix=suffix)
        (to / f"mkdocs{suffix}.yml").write_text(text, "utf-8")
    return to


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return copy_example(tmp_path / "course")


@pytest.fixture(scope="session")
def example_course() -> Course:
    return load_course(EXAMPLE)


@pytest.fixture(scope="session")
def course() -> Course:
    """The real course."""
    return load_course(PROJECT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real course, built."""
    into = tmp_path_factory.mktemp("real") / "site"
    build_site(PROJECT, into)
    return into


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example course, built: every type of question on antre/soal.html and antre/giliran.html."""
    root = copy_example(tmp_path_factory.mktemp("example") / "course")
    build_site(root, root / "site")
    return root / "site"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        # Last-Modified counts whole seconds: a page built again within one would come back old, as 304.
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder and returns its address."""
    servers: list[http.server.ThreadingHTTPServer] = []

    @functools.cache
    def start(folder: Path) -> str:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator:
    from playwright.sync_api import sync_playwright

    path = find()
    if not path:
        pytest.fail(HELP)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[
            "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"])
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser) -> Iterator[Callable]:
    """A function that opens an address in a fresh profile; its words are Playwright's context options."""
    contexts = []

    def open_(address: str, **options):
        context = browser.new_context(**{"viewport": {"width": 390, "height": 800}, **options})
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()


def copy_design(to: Path) -> Path:
    """The example with what a whole course has besides: a second module, trainer's notes, a workshop, the speech, a chart, the lens, tests."""
    copy_example(to)
    shutil.copytree(PROJECT / "tests" / "design", to, dirs_exist_ok=True)
    more = to / "quizzes/antre.more.yml"
    bank = to / "quizzes/antre.yml"
    bank.write_text(bank.read_text("utf-8") + more.read_text("utf-8"), "utf-8")
    more.unlink()
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (to / name).read_text("utf-8")
        text = text.replace("      - antre/soal.md\n", "      - antre/cerita.md\n      - antre/soal.md\n      - antre/pelatih.md\n  - Module 2:\n      - loket/index.md\n      - loket/formulir.md\n      - loket/soal.md\n")
        (to / name).write_text(text.replace("  - glosarium.md\n", "  - tes-awal.md\n  - tes-akhir.md\n  - alat.md\n  - pelatih.md\n  - glosarium.md\n"), "utf-8")
    return to


@pytest.fixture
def design(tmp_path: Path) -> Path:
    return copy_design(tmp_path / "course")


@pytest.fixture(scope="session")
def design_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with the parts of a whole course, built."""
    root = copy_design(tmp_path_factory.mktemp("design") / "course")
    build_site(root, root / "site")
    return root / "site"


OWN_PAGES = {"kemajuan": "progress", "ulangan": "review", "bukti": "record"}  # what the learner's record fills in


def add_own_pages(root: Path, after: str) -> None:
    """Gives an example the pages that the record fills in, after a line of its menu."""
    for language in ("id", "en"):
        for name, mark in OWN_PAGES.items():
            (root / f"docs/{language}/{name}.md").write_text(f"---\ntitle: {name}\ndescription: For tests.\n---\n# {name}\n\n[[{mark}]]\n", "utf-8")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (root / name).read_text("utf-8")
        (root / name).write_text(text.replace(after, after + "".join(f"  - {page}.md\n" for page in OWN_PAGES)), "utf-8")


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The design example with the pages that the record fills in, and a home page that begins or goes on."""
    root = copy_design(tmp_path_factory.mktemp("own") / "course")
    add_own_pages(root, after="  - alat.md\n")
    for language in ("id", "en"):
        home = root / f"docs/{language}/index.md"
        home.write_text(home.read_text("utf-8").replace("[[modules]]", "[[start]]\n\n[[modules]]"), "utf-8")
        lesson = root / f"docs/{language}/antre/giliran.md"
        lesson.write_text(lesson.read_text("utf-8") + "\n## Pokok {#pokok}\n\n- Giliran.\n", "utf-8")
    build_site(root, root / "site")
    return root / "site"
