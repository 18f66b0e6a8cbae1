"""Sees that the tests have a real Chromium: the one that the course finds, else Debian's package, else Playwright's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from manusiawi.build.chromium import SHELL, find

__all__ = ("HELP", "apt", "find", "install")

HELP = """No Chromium could be found or installed, so the browser tests cannot run.
Install one and run the tests again: `apt-get install chromium` on Debian, Chrome or Edge on Windows,
or name one that you have in the environment variable CHROMIUM."""


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
