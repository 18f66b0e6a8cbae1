"""What the tests in three engines share: the site with everything on it, where it is read from, a browser with nothing in it."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from tests.engines.browsers import ENGINES, help_for, missing, started
from tests.engines.page import Page, Speaker
from tests.helpers.files import edit
from tests.helpers.once import once
from tests.helpers.projects import copy_own
from tests.helpers.servers import Server

PLACES = ("http", "file")
MORE_PAGES = {"cari": "[[search]]", "luring": "[[keep]]\n\n## Diska {#diska}\n\n[[zip]]"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what `make browsers` runs and other commands leave out."""
    for item in items:
        if "speaker" in getattr(item, "fixturenames", ()):
            item.add_marker("engines")
            item.add_marker("browser")


def copy_whole(to: Path) -> Path:
    """The example with the pages that the record fills in, the search, and what works without a network."""
    root = copy_own(to)
    for language in ("id", "en"):
        for name, mark in MORE_PAGES.items():
            text = f"---\ntitle: {name}\ndescription: For tests.\n---\n# {name}\n\n{mark}\n"
            (root / f"docs/{language}/{name}.md").write_text(text, "utf-8")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        edit(root / name, "  - glosarium.md\n", "".join(f"  - {page}.md\n" for page in MORE_PAGES) + "  - glosarium.md\n")
    return root


@pytest.fixture(scope="session")
def whole_site(shared: Path) -> Path:
    """That course, built."""
    return once(shared / "engines", lambda root: build_site(copy_whole(root), root / "site")) / "site"


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="session")
def speaker(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Speaker]:
    """The engine's browser, one for all tests."""
    if missing(engine):
        pytest.fail(help_for((engine,)))
    with started(engine, tmp_path_factory.mktemp(engine)) as browser:
        yield browser


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def root(place: str, whole_site: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the site without a slash at its end: served, or unpacked from the zip for memory sticks."""
    if place == "http":
        server = Server(whole_site)  # a port of its own is an origin of its own, with no record yet
        yield server.address
        server.cut()
    else:
        with zipfile.ZipFile(next(whole_site.glob("*.zip"))) as archive:
            archive.extractall(tmp_path)
        yield next(path.parent for path in tmp_path.glob("*/index.html")).as_uri()


def forget(page: Page) -> None:
    """Takes the record away as "clear everything" does, wherever the engine keeps it."""
    page.run("localStorage.clear(); sessionStorage.clear(); manusiawi.put('place', 'lesson', null);")
    if page.ask("location.protocol === 'file:'"):
        page.until("document.readyState === 'complete'")
        page.run("if (frames[0]) frames[0].postMessage({manusiawi: localStorage.manusiawi}, '*');")
        time.sleep(0.2)


@pytest.fixture
def page(speaker: Speaker, root: str) -> Iterator[Page]:
    """A tab of a browser that knows nothing of the course yet."""
    page = Page(speaker)
    page.open(f"{root}/index.html")
    forget(page)  # some engines hold one record for all files of the device
    yield page
    page.one_tab()
    page.go("about:blank")
