"""Waits for what a page will say by asking from outside: Playwright itself asks by eval, which the site's policy forbids."""

from __future__ import annotations

import time

from playwright.sync_api import Error, Page
from playwright.sync_api import TimeoutError as TooLate

STEP = 20  # milliseconds between two questions
TOO_EARLY = "context was destroyed", "of null"  # the page is being left for the one that is waited for, or has not that part yet


def ask_from_outside() -> None:
    """Gives every page this way to wait in the place of Playwright's."""
    Page.wait_for_function = wait_for_function  # type: ignore[assignment,method-assign] # simpler words are enough here


def wait_for_function(page: Page, expression: str, *, arg: object = None, timeout: float = 30_000) -> None:
    """Waits until an expression, or a function of `arg`, is true on the page; raises TimeoutError after so many milliseconds."""
    end = time.monotonic() + timeout / 1000
    while not _holds(page, expression, arg):
        if time.monotonic() > end:
            raise TooLate(f"Not true within {timeout} ms: {expression}")
        page.wait_for_timeout(STEP)


def _holds(page: Page, expression: str, arg: object) -> bool:
    try:
        return bool(page.evaluate(expression, arg))
    except Error as error:
        if any(early in str(error) for early in TOO_EARLY):
            return False
        raise
