"""What the tests with a screen reader share: the site, the desk, a browser on it, the person who listens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from tests.engines.page import Page, forget
from tests.helpers.once import once
from tests.helpers.projects import copy_whole
from tests.helpers.servers import Server
from tests.reader.desk import Desk, desk
from tests.reader.person import FOREIGN_WORD, Person
from tests.reader.programs import help_for, missing
from tests.reader.windows import BROWSERS, window

FOREIGN = f"\nKata asingnya *{FOREIGN_WORD}*{{lang=en}}, dan artinya antrean.\n"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what `make reader` runs and other commands leave out."""
    for item in items:
        if "person" in getattr(item, "fixturenames", ()):
            item.add_marker("reader")
            item.add_marker("browser")


def _build(root: Path) -> None:
    copy_whole(root)
    lesson = root / "docs/id/antre/giliran.md"
    lesson.write_text(lesson.read_text("utf-8") + FOREIGN, "utf-8")
    build_site(root, root / "site")


@pytest.fixture(scope="session")
def spoken_site(shared: Path) -> Iterator[str]:
    """The address of the example with everything on it, and a foreign word."""
    server = Server(once(shared / "reader", _build) / "site")
    yield server.address
    server.cut()


@pytest.fixture(scope="session")
def at_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    if lacking := missing():
        pytest.skip(help_for(lacking))
    with desk(tmp_path_factory.mktemp("desk")) as found:
        yield found


@pytest.fixture(scope="session", params=BROWSERS)
def listener(request: pytest.FixtureRequest, at_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """The person at a browser, one for all tests."""
    with window(request.param, tmp_path_factory.mktemp(request.param), at_desk.environment) as browser:
        yield Person(Page(browser), at_desk)


@pytest.fixture(scope="module")
def person(listener: Person, spoken_site: str) -> Person:
    """The person, in a browser that knows nothing of the course yet; the tests of a file go on from each other's page."""
    listener.page.open(f"{spoken_site}/index.html")
    forget(listener.page)
    return listener
