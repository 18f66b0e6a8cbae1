"""What a reader is given besides its file: the course's questions, the salt, the list of what is not read, the group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from manusiawi.evidence.bank import Bank
from manusiawi.evidence.shape import Salt, Told
from manusiawi.ground.faults import Place

_ISO = re.compile(r"P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?")
_CLOCK = re.compile(r"(\d{2,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)")


@dataclass(frozen=True)
class Source:
    """A file, its name as messages print it, and what its reader needs."""

    path: Path
    name: str
    bank: Bank
    salt: Salt
    told: Told
    group: str = ""

    def tell(self, line: int, what: str, times: int = 1, column: int = 1) -> None:
        """Notes what is not read, with its line."""
        self.told.tell(Place(self.name, line, column), what, times)

    def lines(self) -> Iterator[str]:
        """The file's lines, as UTF-8; a byte that is none becomes U+FFFD, and is told once."""
        with self.path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            for number, line in enumerate(file, 1):
                if "\ufffd" in line:
                    self.tell(number, "a byte is no UTF-8 text, and stands as \ufffd; save the file again as UTF-8")
                yield line


def seconds(text: str) -> float | None:
    """A duration as xAPI (ISO 8601) or SCORM 1.2 (0000:00:00.00) writes it, in seconds; None where it is neither."""
    if found := _CLOCK.fullmatch(text):
        hours, minutes, rest = map(float, found.groups())
        return hours * 3600 + minutes * 60 + rest
    if (found := _ISO.fullmatch(text)) and any(found.groups()):
        return sum(float(part or 0) * size for part, size in zip(found.groups(), (86400, 3600, 60, 1), strict=True))
    return None


def moment(text: str) -> int:
    """A time as ISO 8601 writes it, in milliseconds since 1970; 0 where it is none."""
    try:
        return max(0, int(datetime.fromisoformat(text).timestamp() * 1000))
    except (ValueError, OverflowError, OSError):
        return 0
