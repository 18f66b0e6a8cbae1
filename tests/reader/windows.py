"""Starts Firefox and Chromium with a window on the desk's screen, as a person has them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.engines.marionette import Firefox
from tests.engines.page import Speaker
from tests.engines.webdriver import Driver
from tests.helpers.chromium import find

BROWSERS = ("firefox", "chromium")


@contextmanager
def window(name: str, folder: Path, environment: dict[str, str]) -> Iterator[Speaker]:
    """A browser with a fresh profile in `folder`, ended afterwards."""
    browser = _firefox(folder, environment) if name == "firefox" else _chromium(folder, environment)
    try:
        yield browser
    finally:
        browser.close()


def _firefox(folder: Path, environment: dict[str, str]) -> Speaker:
    return Firefox("firefox-esr", folder, environment)


def _chromium(folder: Path, environment: dict[str, str]) -> Speaker:
    words = ["--no-sandbox", "--force-renderer-accessibility", "--disable-background-networking", f"--user-data-dir={folder}"]
    options = {"binary": find(whole=True), "args": words, "excludeSwitches": ["enable-automation"]}
    return Driver("chromedriver", {"browserName": "chrome", "goog:chromeOptions": options}, environment)
