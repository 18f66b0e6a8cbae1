"""Runs the commands of build_quiz.py, and tells what the check says."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
from pathlib import Path

from manusiawi.checks.course import check
from manusiawi.cli import main
from manusiawi.model.loading import load_course
from tests.helpers.projects import PROJECT


def run(root: Path, *words: str) -> subprocess.CompletedProcess:
    """What a command answers, run in this process: Python needs a second to start, the command often less."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["--root", str(root), *words])
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


def run_alone(root: Path, *words: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess:
    """What a command answers in a process of its own: for what only a process can show, such as rights, exits and tracebacks."""
    command = [*before, sys.executable, str(PROJECT / "build_quiz.py"), "--root", str(root), *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def told(root: Path) -> str:
    """Every fault of the check, each as a person reads it, with a line end behind the last."""
    return "\n".join(map(str, check(load_course(root), root))) + "\n"
