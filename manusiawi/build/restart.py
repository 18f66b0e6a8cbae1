"""Starts the preview anew when the code that it runs has changed: with the same words, on the same port."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import NoReturn

CODE = Path(__file__).resolve().parents[2]  # the folder that holds the package and its door, build_quiz.py
AGAIN = 3  # the exit code by which the preview asks its keeper for another start
KEPT = "MANUSIAWI_PREVIEW_KEPT"  # set in the environment of a preview that has a keeper
_TRY = "import build_quiz, manusiawi.build.serve"


class RestartWanted(BaseException):
    """The running code is not the code on the disk any more; no handler of errors may take this for one."""


def complaint() -> str:
    """What Python says of the code on the disk, "" where it can be run."""
    result = subprocess.run([sys.executable, "-c", _TRY], cwd=CODE, capture_output=True, check=False, encoding="utf-8", errors="replace")
    return result.stderr.strip() if result.returncode else ""


def restart(port: int) -> NoReturn:
    """Puts a new process in the place of this one, which has let go of the port; does not return.

    Windows cannot replace a process and keep its console, so there a keeper that started this one starts the next.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    if os.environ.get(KEPT):
        sys.exit(AGAIN)
    os.execv(sys.executable, command(port))


def command(port: int) -> list[str]:
    """The words that started this process, on the port that it has by now."""
    return [sys.executable, *sys.orig_argv[1:], *([] if str(port) in sys.orig_argv else ["--port", str(port)])]


def needs_keeper() -> bool:
    """Whether this process should only start the preview, and start it again when it asks."""
    return os.name == "nt" and not os.environ.get(KEPT)


def keep(port: int) -> int:
    """Runs the preview in a process of its own for as long as it asks to be started again; returns its exit code."""
    environment = os.environ | {KEPT: "1"}
    while True:
        child = subprocess.Popen(command(port), env=environment)

        def end(number: int, frame: FrameType | None, child: subprocess.Popen[bytes] = child) -> None:
            child.terminate()

        signal.signal(signal.SIGTERM, end)
        try:
            code = child.wait()
        except KeyboardInterrupt:  # the child has it too, and ends in order
            code = child.wait()
        if code != AGAIN:
            return code
