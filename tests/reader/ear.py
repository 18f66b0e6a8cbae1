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
    """Reads the file in which the screen reader notes what it says; what was heard before a key is forgotten by `forget` or `key`."""

    def __init__(self, file: Path) -> None:
        file.touch()
        self.file, self._begin, self._watch = file, 0, Watch()

    def forget(self) -> None:
        """From here on only what is said later counts."""
        self._begin = self.file.stat().st_size

    def key(self, name: str) -> None:
        """From where this key came to the screen reader, only what is said later counts; raises AssertionError where it does not come."""
        last, start = time.monotonic() + LONGEST, self._watch.time()
        while True:
            begin = self._begin
            for line in self._lines():
                begin += len(line)
                if json.loads(line).get("key") == name:
                    self._begin = begin
                    return
            is_over = self._watch.time() - start > PATIENCE or time.monotonic() > last
            assert not is_over, f"the key {name} did not come to the screen reader"
            time.sleep(0.02)

    def heard(self) -> list[str]:
        """What was said since, in its order."""
        return [note["said"] for note in map(json.loads, self._lines()) if "said" in note]

    def _lines(self) -> list[bytes]:
        with self.file.open("rb") as file:
            file.seek(self._begin)
            return [line for line in file if line.endswith(b"\n")]

    def all(self, patience: float = PATIENCE) -> list[str]:
        """What was said since, once something was and nothing more comes; an empty list where nothing is said.

        Only seconds count in which every program at the desk rests: one that has its turn late has not been heard to the end.
        """
        last, count, since = time.monotonic() + LONGEST, 0, -1.0
        now = start = self._watch.time()
        while now - start < patience and time.monotonic() < last:
            if (said := len(self.heard())) != count:
                count, since = said, now
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
