"""Hears what the screen reader says, sentence by sentence."""

from __future__ import annotations

import json
import time
from pathlib import Path

PATIENCE = 10  # seconds until what a test waits for is said
QUIET = 0.45  # seconds without a word after which nothing more is expected


class Ear:
    """Reads the file in which the screen reader notes what it says; what was heard before a key is forgotten by `forget`."""

    def __init__(self, file: Path) -> None:
        file.touch()
        self.file, self._begin = file, 0

    def forget(self) -> None:
        """From here on only what is said later counts."""
        self._begin = self.file.stat().st_size

    def heard(self) -> list[str]:
        """What was said since, in its order."""
        with self.file.open("rb") as file:
            file.seek(self._begin)
            return [json.loads(line) for line in file if line.endswith(b"\n")]

    def all(self, patience: float = PATIENCE) -> list[str]:
        """What was said since, once something was and nothing more comes; an empty list where nothing is said."""
        end, size, since = time.monotonic() + patience, self._begin, 0.0
        while time.monotonic() < end:
            now = self.file.stat().st_size
            if now != size:
                size, since = now, time.monotonic()
            elif since and time.monotonic() - since > QUIET:
                break
            time.sleep(0.02)
        return self.heard()

    def until(self, words: str, patience: float = PATIENCE) -> list[str]:
        """What was said since, once these words are part of it and nothing more comes."""
        end = time.monotonic() + patience
        while not any(words in said for said in self.heard()):
            assert time.monotonic() < end, f"not said: {words!r}; but: {self.heard()}"
            time.sleep(0.02)
        return self.all()
