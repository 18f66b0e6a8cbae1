"""Tells whether anyone at the desk wants the processor: on a busy machine silence alone does not say that all was said."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

KNOWN_FOR = 2.0  # seconds after which programs that began since are looked for


class Watch:
    """A clock that stands still while a program that this process started, or one of theirs, is at work or waits for its turn."""

    def __init__(self) -> None:
        self._programs: list[Path] = []
        self._looked = self._last = self._time = 0.0

    def time(self) -> float:
        """The seconds of rest so far; only differences mean anything. It moves when it is asked: ask often."""
        now = time.monotonic()
        if now - self._looked > KNOWN_FOR:
            self._programs, self._looked = list(_programs(os.getpid())), now
        if not any(_state(program) == "R" for program in self._programs):
            self._time += now - self._last
        self._last = now
        return self._time


def _programs(root: int) -> Iterator[Path]:
    """What stands in /proc of each program that a process started, directly or not; nothing where the system has no /proc."""
    children: dict[int, list[int]] = defaultdict(list)
    for folder in Path("/proc").glob("[0-9]*"):
        if fields := _fields(folder / "stat"):
            children[int(fields[1])].append(int(folder.name))
    line = list(children[root])
    while line:
        process = line.pop()
        line += children[process]
        yield Path(f"/proc/{process}/stat")


def _state(program: Path) -> str:
    """R for running or waiting for its turn, in its main thread, which speaks and hands on what is spoken."""
    fields = _fields(program)
    return fields[0] if fields else ""


def _fields(file: Path) -> list[str]:
    """The fields of a stat file that follow the program's name, by proc_pid_stat(5); none where the program has ended."""
    try:
        return file.read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return []
