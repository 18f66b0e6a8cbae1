"""Does a part of the work in a process of its own, where the system can split one off without starting anew."""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection


def can_split() -> bool:
    """Only Linux copies a running process safely, and only one of a single thread; without a second processor nothing is gained."""
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


@contextmanager
def aside(work: Callable[[], object]) -> Iterator[Callable[[], None]]:
    """Begins some work; yields a function that waits for its end and raises what it raised. What it returns is lost.

    Work that nobody waits for is broken off.
    """
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(work, theirs))
    process.start()
    theirs.close()

    def wait() -> None:
        try:
            error = ours.recv()
        except EOFError:
            process.join()
            raise RuntimeError(f"A process that did a part of the work ended early, with code {process.exitcode}.") from None
        if error:
            raise error

    try:
        yield wait
        process.join()
    finally:
        process.terminate()
        process.join()
        ours.close()


def _do(work: Callable[[], object], answer: Connection) -> None:
    try:
        work()
    except KeyboardInterrupt:
        return  # the other process was interrupted too, and says so
    except Exception as error:
        error.add_note(traceback.format_exc())  # where it was raised is lost on the way
        answer.send(error)
    else:
        answer.send(None)
