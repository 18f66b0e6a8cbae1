"""What the tests in three engines share: the site with everything on it, where it is read from, a browser with nothing in it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from tests.engines.browsers import ENGINES, help_for, missing, started
from tests.engines.page import Page, Speaker, forget
from tests.helpers.once import once
from tests.helpers.projects import copy_whole
from tests.helpers.servers import Server

PLACES = ("http", "file")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what `make browsers` runs and other commands leave out."""
    for item in items:
        if "speaker" in getattr(item, "fixturenames", ()):
            item.add_marker("engines")
            item.add_marker("browser")


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


@pytest.fixture
def page(speaker: Speaker, root: str) -> Iterator[Page]:
    """A tab of a browser that knows nothing of the course yet."""
    page = Page(speaker)
    page.open(f"{root}/index.html")
    forget(page)  # some engines hold one record for all files of the device
    yield page
    page.one_tab()
    page.go("about:blank")
