"""The maintainer's guide says what works: every command in it is run, every edit in it is made, on a copy."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.files import edit
from tests.helpers.projects import PROJECT

GUIDES = {language: (PROJECT / f"docs/{language}/panduan.md").read_text("utf-8") for language in ("id", "en")}
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "site", "tests", "__pycache__", ".pytest_cache", "bench")


def commands(guide: str) -> list[str]:
    """The lines of the guide's command blocks, in order."""
    return [line for block in re.findall(r"```sh\n(.*?)```", guide, re.DOTALL) for line in block.strip().split("\n")]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project in which the guide's `.venv/bin/python` is the Python of the tests."""
    root = tmp_path / "checkout"
    shutil.copytree(PROJECT, root, ignore=LEFT_OUT)
    (root / ".venv/bin").mkdir(parents=True)
    python = root / ".venv/bin/python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    (root / ".venv/.base").write_text("", "utf-8")
    return root


def add(page: Path, sentence: str) -> None:
    """Adds a paragraph before the page's first section."""
    text = page.read_text("utf-8")
    page.write_text(text.replace("\n## ", f"\n{sentence}\n\n## ", 1), "utf-8")


def do(root: Path, command: str) -> subprocess.CompletedProcess:
    return subprocess.run(command, shell=True, cwd=root, capture_output=True, text=True)


def test_both_guides_give_the_same_commands_and_every_file_they_name_exists() -> None:
    assert commands(GUIDES["id"]) == commands(GUIDES["en"])
    for guide in GUIDES.values():
        for path in re.findall(r"`((?:docs|quizzes|course)/[\w./-]+|CHANGELOG\.md)`", guide):
            assert (PROJECT / path).exists() or path == "course/redirects.yml", path


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="the guide's commands are for a shell with make")
def test_the_guide_can_be_followed_from_its_first_step_to_its_last_and_a_lagging_translation_is_told_on_the_way(checkout: Path) -> None:
    page, english = "page nondiskriminasi/bias.md", "docs/en/nondiskriminasi/bias.md"
    add(checkout / f"docs/id/{page.removeprefix('page ')}", "Kalimat percobaan.")
    bank = checkout / "quizzes/nondiskriminasi.yml"
    text = bank.read_text("utf-8")
    start = text.index("- id: nd-pendamping\n")
    copied = text[start : text.index("\n- id: ", start + 1) + 1].replace("- id: nd-pendamping", "- id: nd-percobaan")
    bank.write_text(text + copied, "utf-8")
    edit(checkout / "course/law.yml", "  checked: 2026-11-23\n  passages:", "  checked: 2026-11-24\n  passages:")
    for command in commands(GUIDES["id"]):
        if command == "make serve":
            continue  # tests/build/test_serve.py follows a save into the browser
        if "confirm" in command:
            add(checkout / english, "A sentence to try.")
        done = do(checkout, command)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        if command == "make check":
            assert re.search(rf"(?m)^{english}:\S+ T101 warning", done.stderr), "the English page lags behind"
    page = (checkout / "site/nondiskriminasi/soal.html").read_text("utf-8")
    assert 'id="nd-percobaan"' in page and "Kalimat percobaan." in (checkout / "site/nondiskriminasi/bias.html").read_text("utf-8")
    assert "item nd-percobaan" in (checkout / "course/promises.txt").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="the guide's commands are for a shell with make")
def test_a_lesson_and_a_question_are_begun_as_the_guide_says(checkout: Path) -> None:
    for command in re.findall(r"`(\.venv/bin/python build_quiz\.py new [^`]+)`", GUIDES["id"]):
        done = do(checkout, command)
        assert done.returncode == 0, done.stderr
    told = do(checkout, "make check")
    assert told.returncode != 0 and "Traceback" not in told.stderr
    faults = [line for line in told.stderr.split("\n") if re.match(r"[\w/.-]+:\d+:\d+: ", line)]
    assert len(faults) > 20 and all("is still to be written" in fault or fault.startswith("course/claims.yml") for fault in faults), faults
    assert "nama-pelajaran.md" in (checkout / "mkdocs.en.yml").read_text("utf-8")
