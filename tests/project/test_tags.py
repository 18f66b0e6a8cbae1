"""Each version of the changelog gets its tag, at the commit that wrote its heading."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.helpers.projects import PROJECT

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="the workflow that tags runs on Linux")


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    return subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def commit(folder: Path, changelog: str) -> str:
    (folder / "CHANGELOG.md").write_text(changelog, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Change")
    return git(folder, "rev-parse", "HEAD")


def test_versions_without_a_tag_are_listed_with_the_commit_that_wrote_them(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / ".github").mkdir()
    shutil.copy(PROJECT / ".github/untagged.sh", tmp_path / ".github")
    old = "## 0.1.0, 23 November 2026\n"
    first = commit(tmp_path, f"# Changelog\n\n{old}")
    second = commit(tmp_path, f"# Changelog\n\n## 0.2.0, 29 November 2026\n\n- New.\n\n{old}")
    commit(tmp_path, f"# Changelog\n\n## Unreleased\n\n- More.\n\n## 0.2.0, 30 November 2026\n\n- New.\n\n{old}")

    def untagged() -> list[str]:
        return subprocess.run([".github/untagged.sh"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout.splitlines()

    assert untagged() == [f"v0.1.0 {first}", f"v0.2.0 {second}"]
    git(tmp_path, "tag", "v0.1.0", first)
    assert untagged() == [f"v0.2.0 {second}"]
