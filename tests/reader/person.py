"""What a person does who hears the page: open it, go to a control, press keys, read on."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from manusiawi.ground.catalogue import say as say_in
from tests.engines.page import Page
from tests.reader.desk import SYSTEM_PYTHON, Desk

LANGUAGES = Path(__file__).with_name("languages.py")
FOREIGN_WORD = "queue"  # stands in a lesson of the example with its language
SHORT = 0.8  # seconds of rest for what may be silent
# Puts the focus on the stop of the keyboard before a control; radios of one name are one stop.
BEFORE = """const target = document.querySelector(arguments[0]);
const stops = [...document.querySelectorAll("a[href],button,input,select,textarea,summary")].filter(one =>
  one.checkVisibility() && one.tabIndex >= 0 && (one === target || one.type !== "radio" || one.name !== target.name));
stops[stops.indexOf(target) - 1].focus();"""


class Person:
    """Hears by the screen reader and presses keys; the driver only opens pages and spares long ways."""

    def __init__(self, page: Page, desk: Desk) -> None:
        self.page, self._desk, self._ear = page, desk, desk.ear

    def open(self, address: str, ready: str = "true") -> list[str]:
        """Opens a page, and waits until its title and its summary are said and an expression is true there."""
        self._ear.forget()
        self.page.open(address)
        self.page.until(ready)
        self._ear.until(f"Finished loading {self.page.ask('document.title')}")
        self._ear.until("Page has ")
        return self._ear.until(say_in(self.page.ask("document.documentElement.lang"), "skip"))  # the first thing on each page, said last

    def reach(self, selector: str) -> list[str]:
        """Goes to a control by Tab from the stop before it; what is said of it."""
        self._ear.forget()
        self.page.run(BEFORE, selector)
        self._ear.all(SHORT)
        said = self.press("Tab")
        self.page.until(f"document.activeElement === document.querySelector({json.dumps(selector)})")
        return said

    def press(self, name: str) -> list[str]:
        """Presses a key on the screen, since keys from a driver pass the screen reader by; what is said once it came to it."""
        self._ear.forget()
        subprocess.run(["xdotool", "key", "--delay", "60", name], env=self._desk.environment, check=True)
        self._ear.key(name)
        return self._ear.all()

    def type(self, text: str) -> None:
        """Types letters into the empty field that has the focus, and waits until they stand there; what is said of them does not matter."""
        self._ear.forget()
        subprocess.run(["xdotool", "type", "--delay", "60", text], env=self._desk.environment, check=True)
        self.page.until(f"document.activeElement.value === {json.dumps(text)}")
        self._ear.all(SHORT)

    def read_on(self, words: str, most: int = 8) -> list[str]:
        """Reads on by the arrow until words are said; every line that was said."""
        lines: list[str] = []
        for _ in range(most):
            said = self.press("Down")
            lines += said
            if any(words in line for line in said):
                return lines
        raise AssertionError(f"not read within {most} lines: {words!r}; but: {lines}")

    def languages(self) -> set[tuple[str, str]]:
        """The texts of the page in front, each with the language that the browser hands on."""
        done = subprocess.run([SYSTEM_PYTHON, LANGUAGES], env=self._desk.environment, check=True, capture_output=True, text=True)
        return {(text, language) for text, language in json.loads(done.stdout)}
