"""Runs what starts a browser of its own in a thread of its own: Playwright refuses a second one beside that of the tests."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


def apart(work: Callable[..., Result], *values: object) -> Result:
    """What the work gives back, or raises."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work, *values).result()
