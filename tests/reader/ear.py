"""Hears what the screen reader says, sentence by sentence."""

from __future__ import annotations

import json
import time
from pathlib import Path

from tests.reader.idle import Watch

PATIENCE = 10  # seconds of rest until what a test waits for is said
QUIET = 0.45  # seconds of rest without a word after which nothing more is expected
LONGEST = 60  # seconds after which nobody waits on, however busy the machine is


class Ear:
    """Reads the file in which the screen reader notes what it says; what was heard before a key is forgotten by `forget`."""

    def __init__(self, file: Path) -> None:
        file.touch()
        self.file, self._begin, self._watch = file, 0, Watch()

    def forget(self) -> None:
        """From here on only what is said later counts."""
        self._begin = self.file.stat().st_size

    def heard(self) -> list[str]:
        """What was said since, in its order."""
        with self.file.open("rb") as file:
            file.seek(self._begin)
            return [json.loads(line) for line in file if line.endswith(b"\n")]

    def all(self, patience: float = PATIENCE) -> list[str]:
        """What was said since, once something was and nothing more comes; an empty list where nothing is said.

        Only seconds count in which every program at the desk rests: one that has its turn late has not been heard to the end.
        """
        last, size, since = time.monotonic() + LONGEST, self._begin, -1.0
        now = start = self._watch.time()
        while now - start < patience and time.monotonic() < last:
            if (length := self.file.stat().st_size) != size:
                size, since = length, now
            elif since >= 0 and now - since > QUIET:
                break
            time.sleep(0.02)
            now = self._watch.time()
        return self.heard()

    def until(self, words: str, patience: float = PATIENCE) -> list[str]:
        """What was said since, once these words are part of it and nothing more comes."""
        last, start = time.monotonic() + LONGEST, self._watch.time()
        while not any(words in said for said in self.heard()):
            is_over = self._watch.time() - start > patience or time.monotonic() > last
            assert not is_over, f"not said: {words!r}; but: {self.heard()}"
            time.sleep(0.02)
        return self.all()
