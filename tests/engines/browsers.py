"""Finds, installs and starts the three browsers of `make browsers`; `python -m tests.engines.browsers` says what is missing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.engines.marionette import Firefox
from tests.engines.page import Speaker
from tests.engines.webdriver import Driver
from tests.helpers.chromium import apt, find
from tests.helpers.screens import screen

ENGINES = ("chromium", "firefox", "webkit")
# What each engine needs: the programs, and Debian's packages that bring them.
PROGRAMS = {
    "chromium": (("chromedriver",), ("chromium", "chromium-driver")),
    "firefox": (("firefox-esr",), ("firefox-esr",)),
    "webkit": (("WebKitWebDriver", "Xvfb"), ("webkit2gtk-driver", "xvfb")),
}
HELP = """{missing} could not be found or installed, so `make browsers` cannot run its tests there.
Install what is missing and run it again; on Debian: `apt-get install {packages}`."""
_MINI_BROWSER = "webkit2gtk-4.*/MiniBrowser"  # below /usr/lib and the machine's kind


def missing(engine: str) -> list[str]:
    """The programs that an engine needs and that are not here."""
    lacking = [name for name in PROGRAMS[engine][0] if not shutil.which(name)]
    if engine == "chromium" and not find(whole=True):
        lacking.append("chromium")
    if engine == "webkit" and not _mini_browser():
        lacking.append("MiniBrowser")
    return lacking


def help_for(engines: tuple[str, ...]) -> str:
    """What to say of engines that lack something."""
    names = ", ".join(f"{engine} ({', '.join(missing(engine))})" for engine in engines)
    return HELP.format(missing=names, packages=" ".join(name for engine in engines for name in PROGRAMS[engine][1]))


def _mini_browser() -> str | None:
    return next((str(path) for folder in ("lib", "libexec") for path in Path("/usr", folder).glob(f"**/{_MINI_BROWSER}")), None)


@contextmanager
def started(engine: str, folder: Path) -> Iterator[Speaker]:
    """A browser with a fresh profile in `folder`, ended afterwards."""
    with {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}[engine](folder) as browser:
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def _chromium(folder: Path) -> Iterator[Speaker]:
    words = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--window-size=390,800", f"--user-data-dir={folder}"]
    options = {"binary": find(whole=True), "args": words}
    yield Driver(_program("chromedriver"), {"browserName": "chrome", "goog:chromeOptions": options})


@contextmanager
def _firefox(folder: Path) -> Iterator[Speaker]:
    yield Firefox(_program("firefox-esr"), folder)


@contextmanager
def _webkit(folder: Path) -> Iterator[Speaker]:
    """WebKitGTK has no headless mode: it shows itself on a screen that nobody sees."""
    with screen("800x900") as display:
        environment = {**os.environ, "DISPLAY": display, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "GDK_BACKEND": "x11"}
        environment.pop("WAYLAND_DISPLAY", None)
        options = {"binary": _mini_browser(), "args": ["--automation"]}
        yield Driver(_program("WebKitWebDriver"), {"webkitgtk:browserOptions": options}, environment)


def _program(name: str) -> str:
    path = shutil.which(name)
    assert path, f"{name} is not installed"
    return path


def main() -> int:
    """Installs what is missing; 0 if all three engines are then here."""
    lacking = [engine for engine in ENGINES if missing(engine)]
    if lacking:
        apt("--no-install-recommends", *(name for engine in lacking for name in PROGRAMS[engine][1]))
    still = tuple(engine for engine in lacking if missing(engine))
    if still:
        print(help_for(still), file=sys.stderr)
        return 1
    print("The browser tests use Chromium, Firefox and WebKit.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
