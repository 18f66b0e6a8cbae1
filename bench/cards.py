"""What the reader of answer cards takes in Chromium, beside a plain pass over the same picture, and what it gets right."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.classroom.cards.__main__ import print_scores
from tests.classroom.cards.reader import bundle
from tests.classroom.cards.scenes import Room, draw
from tests.helpers.chromium import find
from tools.scripts import SOURCES

PICTURES = {
    "1920 x 1080, 40 cards": Room(),
    "1920 x 1080, clutter": Room(cards=0, clutter=60),
    "3840 x 2160, 40 cards": Room(width=3840, height=2160, edge=(26, 60), clutter=30),
}
TURNS = 10
PLAIN = """() => {
  let sum = 0;
  for (let i = 0; i < picture.data.length; i += 4) sum += picture.data[i] * 77 + picture.data[i + 1] * 150;
  return sum;
}"""
PUT = """([grey, width, height]) => {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0, text = atob(grey); i < text.length; i++) data.fill(text.charCodeAt(i), 4 * i, 4 * i + 3);
  globalThis.picture = { data, width, height };
}"""


def cards() -> None:
    """Prints the processor's milliseconds of one picture, the least of several, and by how many times they exceed a plain pass."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        script = bundle(SOURCES / "classroom" / "cards" / "read.js", Path(folder) / "cards.js", "--format=iife", "--global-name=cards")
        browser = playwright.chromium.launch(executable_path=find())
        page = browser.new_page()
        page.add_script_tag(path=script)
        clock = page.context.new_cdp_session(page)
        clock.send("Performance.enable", {"timeDomain": "threadTicks"})  # the thread's own time: what else runs counts little
        print()
        for name, room in PICTURES.items():
            image, _ = draw(1, room)
            page.evaluate(PUT, [base64.b64encode(image.tobytes()).decode(), image.width, image.height])
            plain, reading = (_least(page, clock, call) for call in (PLAIN, "() => cards.readCards(picture).length"))
            print(f"answer cards, {name}: {reading:5.0f} ms in Chromium, {reading / plain:5.1f} times a plain pass over the picture")
        browser.close()
    print_scores({26.0: 250, **dict.fromkeys((36.0, 32.0, 28.0, 24.0, 22.0, 20.0), 10)}, 200)


def _least(page: Page, clock: CDPSession, call: str) -> float:
    """The least milliseconds of the page's thread that a call takes."""
    times = []
    for _ in range(TURNS):
        start = _seconds(clock)
        page.evaluate(call)
        times.append(_seconds(clock) - start)
    return min(times) * 1000


def _seconds(clock: CDPSession) -> float:
    metrics = clock.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "ThreadTime"))
