"""Finds a real Chromium for the tests: its shell without windows, else one that is installed, else Debian's package, else Playwright's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SHELL = "chromium-headless-shell"  # the same engine without windows, toolbars and extensions: opens a page for about half the work
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
HELP = """No Chromium could be found or installed, so the browser tests cannot run.
Install one and run the tests again: `apt-get install chromium` on Debian, Chrome or Edge on Windows,
or name one that you have in the environment variable CHROMIUM."""


def find(*, whole: bool = False) -> str | None:
    """The path of a browser that answers, or None; `whole` asks for one with its windows, as people have it."""
    return next((path for path in _candidates(whole) if path and _answers(path)), None)


def _candidates(whole: bool) -> Iterator[str | None]:
    """What may be a browser, the cheapest to ask for first."""
    yield os.environ.get("CHROMIUM")
    if not whole:
        yield shutil.which(SHELL)
    yield from (shutil.which(name) for name in NAMES)
    yield _of_playwright()
    yield from _on_windows()


def _on_windows() -> list[str]:
    folders = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    ends = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
    return [str(Path(folder) / end) for folder in folders if folder for end in ends]


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _answers(path: str) -> bool:
    if os.name == "nt":
        return Path(path).is_file()
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _run(*words: str) -> bool:
    print("+", *words, flush=True)
    try:
        return subprocess.run(words, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def apt(*words: str) -> bool:
    """Whether Debian's packages could be installed; `words` are their names and apt-get's options. False where apt-get may not be used."""
    if not shutil.which("apt-get"):
        return False
    may = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if may and not shutil.which("sudo"):
        return False
    _run(*may, "apt-get", "update", "-qq")
    return _run(*may, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", *words)


def install() -> None:
    """Tries Debian's packages where it may, then, where no browser is here, the one that Playwright offers."""
    if not apt(SHELL) and not find() and not apt("chromium"):
        _run(sys.executable, "-m", "playwright", "install", "chromium")


if __name__ == "__main__":
    if not shutil.which(SHELL) and "CHROMIUM" not in os.environ:
        install()
    chosen = find()
    if not chosen:
        sys.exit(HELP)
    print(f"The browser tests use {chosen}.")
