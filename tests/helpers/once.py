"""Makes a thing once for all test processes, in a folder that they share."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from pathlib import Path

PATIENCE = 300  # seconds that the others wait for the process that makes it


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """The folder, made by the first process that asks for it; the others wait until it is whole.

    To create a folder is one step on every system, so the folder `.taken` is the lock; `.done` says that the thing is whole,
    `.failed` why it never will be.
    """
    taken, done, failed = (folder.with_name(folder.name + end) for end in (".taken", ".done", ".failed"))
    try:
        taken.mkdir()
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not done.exists():
            if failed.exists():
                raise RuntimeError(failed.read_text("utf-8")) from None
            if time.monotonic() > end:
                raise TimeoutError(f"{folder} was not made within {PATIENCE} seconds.") from None
            time.sleep(0.1)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.write_text(traceback.format_exc(), "utf-8")
        raise
    done.touch()
    return folder
