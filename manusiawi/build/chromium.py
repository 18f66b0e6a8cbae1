"""Finds a real Chromium: its shell without windows, else one that is installed, else the one that Playwright fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

SHELL = "chromium-headless-shell"  # the same engine without windows, toolbars and extensions: opens a page for about half the work
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


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
