"""Tells when the course was last changed, for files that have to say it and yet come out the same from the same sources."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

BUILD_TIME = 1767225600  # 1 January 2026: one fixed day, where nothing tells a later one
_WRITTEN = ("quizzes", "course", "docs")


def last_change(root: Path) -> int:
    """Seconds since 1970: what SOURCE_DATE_EPOCH says (reproducible-builds.org), else the last commit, else a fixed day.

    What was edited after the last commit counts by the time of its file.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    committed = _git(root, "log", "-1", "--format=%ct").strip()
    if not committed.isdigit():
        return BUILD_TIME
    edited = [root / line[3:] for line in _git(root, "status", "--porcelain", "--", *_WRITTEN).splitlines()]
    return max([int(committed), *(int(path.stat().st_mtime) for path in edited if path.is_file())])


def _git(root: Path, *words: str) -> str:
    """What git prints; "" where there is no git or no history."""
    try:
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
