"""The reader of the cards as pages have it, bundled and run by Node, to read pictures that Python draws; and what it got right."""

from __future__ import annotations

import json
import math
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from tests.classroom.cards.scenes import Shown
from tools import scripts

HERE = Path(__file__).resolve().parent
Reading = dict[str, Any]


def bundle(source: Path, into: Path, *options: str) -> Path:
    """A script and what it imports as one file."""
    scripts.install()
    words = [
        str(scripts.node()),
        str(scripts.MODULES / "esbuild" / "bin" / "esbuild"),
        str(source),
        "--bundle",
        "--target=es2018",
        f"--outfile={into}",
    ]
    subprocess.run([*words, "--log-level=warning", *options], check=True)
    return into


class Reader:
    """Asks the reader of one process, picture after picture."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def read(self, image: Image.Image) -> list[Reading]:
        """The cards in a grey picture."""
        into, out = self._process.stdin, self._process.stdout
        assert into and out
        into.write(json.dumps({"width": image.width, "height": image.height}).encode() + b"\n" + image.tobytes())
        into.flush()
        readings: list[Reading] = json.loads(out.readline())
        return readings


@contextmanager
def reader() -> Iterator[Reader]:
    """A reader for as long as it is asked."""
    with tempfile.TemporaryDirectory() as folder:
        script = bundle(HERE / "driver.js", Path(folder) / "driver.cjs", "--platform=node", "--format=cjs")
        with subprocess.Popen([str(scripts.node()), str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            yield Reader(process)
            assert process.stdin
            process.stdin.close()


@dataclass(slots=True)
class Score:
    """What was read of pictures whose cards are known; `faults` says each reading that is not true."""

    readable: int = 0
    read: int = 0
    hidden: int = 0
    hidden_read: int = 0
    faults: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, seed: int, readings: list[Reading], cards: list[Shown]) -> None:
        """Counts one picture; a reading is true if that card is there and shows that letter."""
        there = {card.number: card for card in cards}
        for reading in readings:
            card = there.get(reading["number"])
            if card is None or reading["letter"] != card.letter or _apart(reading["corners"], card.corners) > 8:
                self.faults.append(f"picture {seed}: {reading} where there is {card}")
        read = {reading["number"] for reading in readings}
        for card in cards:
            if card.readable:
                self.readable += 1
                self.read += card.number in read
                if card.number not in read:
                    self.missed.append(f"picture {seed}: {card}")
            else:
                self.hidden += 1
                self.hidden_read += card.number in read


def _apart(one: list[list[float]], other: list[list[float]]) -> float:
    """How far the farthest corner is from where it should be, in pixels; the picture's places begin at the first pixel's middle."""
    return max(math.dist((x + 0.5, y + 0.5), place) for (x, y), place in zip(one, other, strict=True))
