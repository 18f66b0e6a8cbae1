"""The page of a class's answers as tests use it, and what a class makes of a learner's codes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from manusiawi.ground.catalogue import say
from tests.helpers.nodejs import run

PAGE = "kelas.html"
ITEM = "lk-telepon"  # the first question of the first module's self-check


CODES = {name: f"classroom/codes/{name}.js" for name in ("items", "short", "text")}
READ_SET = """
  globalThis.courseClassroom = { modules: {} };
  for (const file of value.files) (0, eval)(readFileSync(file, "utf8"));
  const { course, modules } = courseClassroom;
  const overview = course.modules.find(one => one.slug === value.module), module = modules[value.module];
  const all = sets.setsOfModule(course, overview, module);
  const coded = set => set.items.map(([, id]) => phone.codedItem(id, module.items[id], value.language)).filter(items.isCoded);
"""


def classroom(site: Path, module: str, language: str = "id") -> dict[str, Any]:
    folder = site / ("" if language == "id" else language) / "assets"
    return {
        "files": [str(folder / "classroom-course.js"), str(folder / "classroom" / f"{module}.js")],
        "module": module,
        "language": language,
    }


def in_class(body: str, value: dict[str, Any]) -> Any:
    return run(READ_SET + body, value, sets="classroom/answers/sets.js", phone="classroom/answers/coded.js", **CODES)


def press(page, name: str, at: int = 0) -> None:
    """Presses a button by its phrase; where a list has several, each says what it is about behind a colon."""
    words = say("id", name if name.startswith("h-") else f"k-{name}")
    page.get_by_role("button", name=re.compile(rf"^{re.escape(words)}(: |$)")).nth(at).click()


def begin(page, name: str = "Metro, Selasa pagi") -> None:
    page.fill("#k-name", name)
    press(page, "begin")
    page.wait_for_selector("#k-module")


def choose(page, module: str = "loket") -> None:
    """Chooses the self-check of a module."""
    page.select_option("#k-module", module)
    page.locator(".k-set").filter(has_text=say("id", "k-self-check")).click()
    page.wait_for_selector(".k-stem")


def way(page, name: str) -> None:
    page.locator(".k-ways label").filter(has_text=say("id", f"k-way-{name}")).click()


def kept(page) -> dict[str, Any]:
    """The one class that the device keeps."""
    texts = page.evaluate("Object.keys(localStorage).filter(key => key.includes('-kelas-')).map(key => localStorage[key])")
    assert len(texts) == 1
    made: dict[str, Any] = json.loads(texts[0])["file"]
    return made


def count(page, *numbers: int) -> None:
    """Counts hands: fives and ones by the buttons."""
    way(page, "counts")
    for line, number in enumerate(numbers):
        for text in ["+5"] * (number // 5) + ["+1"] * (number % 5):
            page.locator(".k-hand").nth(line).get_by_text(text, exact=True).click()


def hold_up(page, letters: str) -> None:
    """Enters by hand what the cards from 1 on show."""
    for number, letter in enumerate(letters, 1):
        page.fill("#k-number", str(number))
        page.locator(".k-correct").get_by_role("button", name=letter, exact=True).click()
