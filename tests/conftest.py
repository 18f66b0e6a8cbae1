"""What the tests share: the example course, built sites, a web server, a browser."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from tests.helpers.checkout import differences, fingerprint
from tests.helpers.chromium import HELP, find
from tests.helpers.goldens import hold
from tests.helpers.once import once
from tests.helpers.projects import (
    EXAMPLE,
    PROJECT,
    copy_design,
    copy_example,
    copy_own,
    copy_pictures,
    copy_project,
)
from tests.helpers.servers import Server

BEFORE = pytest.StashKey[dict[str, str]]()
CHANGED = pytest.StashKey[list[str]]()


def is_worker() -> bool:
    """Whether this process runs a share of the tests for another one."""
    return "PYTEST_XDIST_WORKER" in os.environ


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one option of ours."""
    parser.addoption("--renew-goldens", action="store_true", help="write the golden files as the code renders now; look at the difference")


def pytest_xdist_auto_num_workers() -> int:
    """Two processes a core, since a test with a browser or a server mostly waits for it."""
    return 2 * (os.cpu_count() or 1)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs a browser, so that `-m "not browser"` leaves it out, and spreads the long tests."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
    items[:] = long_first(items, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))


def long_first(items: list[pytest.Item], processes: int) -> list[pytest.Item]:
    """The tests as xdist cuts them, a run for each process; each begins with its share of the long ones."""
    long = [item for item in items if item.get_closest_marker("long")]
    rest = [item for item in items if not item.get_closest_marker("long")]
    cuts = [len(rest) * number // processes for number in range(processes + 1)]
    return [item for number in range(processes) for item in (*long[number::processes], *rest[cuts[number] : cuts[number + 1]])]


def pytest_sessionstart(session: pytest.Session) -> None:
    """Remembers the project as it is before the tests."""
    if not is_worker():
        session.config.stash[BEFORE] = fingerprint()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fails the run if a test has changed the project: each works on copies."""
    if is_worker() or session.config.option.collectonly:
        return
    changed = differences(session.config.stash[BEFORE], fingerprint())
    if changed and not session.config.option.renew_goldens:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        session.config.stash[CHANGED] = changed


def pytest_terminal_summary(terminalreporter) -> None:
    """Names what has changed in the project."""
    changed = terminalreporter.config.stash.get(CHANGED, [])
    if changed:
        terminalreporter.write_line(f"While the tests ran, the project changed: {', '.join(changed)}.", red=True)
        terminalreporter.write_line("Tests work on copies alone. If you wrote there yourself meanwhile, run them again.", red=True)


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Callable[[Path, str], None]:
    """A function that holds a text against a golden file, or renews the file where the command line asks for it."""
    return functools.partial(hold, renew=pytestconfig.option.renew_goldens)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return copy_example(tmp_path / "course")


@pytest.fixture
def design(tmp_path: Path) -> Path:
    return copy_design(tmp_path / "course")


@pytest.fixture(scope="session")
def example_course() -> Course:
    return load_course(EXAMPLE)


@pytest.fixture(scope="session")
def course() -> Course:
    """The real course."""
    return load_course(PROJECT)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one run of the tests share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if is_worker() else base) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


def built(shared: Path, name: str, copy: Callable[[Path], Path]) -> Path:
    """A built site, built by the first process that needs it; its sources stand in the folder above it. No test may change either."""

    def make(root: Path) -> None:
        build_site(copy(root), root / "site")

    return once(shared / name, make) / "site"


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The real course, built from a copy of the project."""
    return built(shared, "project", copy_project)


@pytest.fixture(scope="session")
def example_site(shared: Path) -> Path:
    """The example course, built: every type of question on antre/soal.html and antre/giliran.html."""
    return built(shared, "example", copy_example)


@pytest.fixture(scope="session")
def design_site(shared: Path) -> Path:
    """The example with the parts of a whole course, built."""
    return built(shared, "design", copy_design)


@pytest.fixture(scope="session")
def pictures_site(shared: Path) -> Path:
    """The example with a picture of every kind on antre/gambar.html, built."""
    return built(shared, "pictures", copy_pictures)


@pytest.fixture(scope="session")
def own_site(shared: Path) -> Path:
    """The design example with the pages that the record fills in, built."""
    return built(shared, "own", copy_own)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """A function that serves a folder and returns its address; `late` holds scripts back for so many seconds."""
    servers: list[Server] = []

    @functools.cache
    def start(folder: Path, late: float = 0) -> str:
        servers.append(Server(folder, late))
        return servers[-1].address

    yield start
    for server in servers:
        server.cut()


@pytest.fixture(scope="session")
def browser() -> Iterator:
    from playwright.sync_api import sync_playwright

    from tests.helpers.waiting import ask_from_outside

    ask_from_outside()
    path = find()
    if not path:
        pytest.fail(HELP)
    with sync_playwright() as playwright:
        words = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
        chromium = playwright.chromium.launch(executable_path=path, args=words)
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
