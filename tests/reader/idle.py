"""Tells whether anyone at the desk wants the processor: on a busy machine silence alone does not say that all was said."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

KNOWN_FOR = 2.0  # seconds after which programs and threads that began since are looked for
SOUND = ("(pulseaudio)", "(speech-dispatch)", "(sd_espeak-ng)")  # they make sound of what is noted already, long after


class Watch:
    """A clock that stands still while a program that this process started, or one of theirs, is at work or waits for its turn.

    Every thread of it counts: on a busy machine a fifth to a third of the time passes while no main thread wants the processor,
    but one that draws or carries messages does, and what comes of that is said after it.
    """

    def __init__(self) -> None:
        self._threads: list[Path] = []
        self._looked = self._last = self._time = 0.0

    def time(self) -> float:
        """The seconds of rest so far; only differences mean anything. It moves when it is asked: ask often."""
        now = time.monotonic()
        if now - self._looked > KNOWN_FOR:
            self._threads, self._looked = [one for program in _programs(os.getpid()) for one in program.glob("task/*/stat")], now
        if not any(_is_at_work(thread) for thread in self._threads):
            self._time += now - self._last
        self._last = now
        return self._time


def _programs(root: int) -> Iterator[Path]:
    """The folder in /proc of each program that a process started, directly or not, but the sound; none where the system has no /proc."""
    children: dict[int, list[Path]] = defaultdict(list)
    for folder in Path("/proc").glob("[0-9]*"):
        if (stat := _stat(folder / "stat")) and not any(name in stat for name in SOUND):
            children[int(_fields(stat)[1])].append(folder)
    line = list(children[root])
    while line:
        program = line.pop()
        line += children[int(program.name)]
        yield program


def _is_at_work(thread: Path) -> bool:
    """Whether a thread runs or waits for its turn."""
    return _fields(_stat(thread))[:1] == ["R"]


def _fields(stat: str) -> list[str]:
    """The fields that follow the program's name, by proc_pid_stat(5)."""
    return stat.rpartition(")")[2].split()


def _stat(file: Path) -> str:
    """What a stat file holds; nothing where the program has ended."""
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
