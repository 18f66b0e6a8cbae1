"""Recordings: their files stand beside the lessons in both languages, captions are captions, and the size that is told is theirs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from manusiawi.entries.recordings import Recording
from manusiawi.ground.faults import Fault
from manusiawi.language.known import LANGUAGES

FROM, TO = 0.8, 1.25  # of the true size: what may be told of it
LEAST = 0.1  # megabytes: below it the true size does not matter


def check_recording(entry: Recording, root: Path) -> Iterator[Fault]:
    """The faults of one recording."""
    module = PurePosixPath(entry.file).stem
    for language in LANGUAGES:
        folder = Path("docs") / language / module
        for field in ("media", "captions"):
            path = folder / getattr(entry, field)
            if not (root / path).is_file():
                yield Fault(
                    entry.where(field),
                    f"the file {path.as_posix()} does not exist",
                    "a file of this name beside the lessons, in both languages",
                    "put it there, or correct the name",
                )
            elif field == "captions" and not (root / path).read_bytes().removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
                yield Fault(
                    entry.where(field),
                    f"{path.as_posix()} holds no captions",
                    "a file that begins with WEBVTT",
                    "save the captions as WebVTT",
                )
            elif field == "media":
                size = (root / path).stat().st_size / 1_000_000
                if max(size, entry.megabytes) > LEAST and not FROM * size <= entry.megabytes <= TO * size:
                    yield Fault(
                        entry.where("megabytes"),
                        f"{path.as_posix()} has {size:.1f} megabytes, and readers are told {entry.megabytes:g}",
                        "the size that people fetch",
                        f"write `megabytes: {size:.1f}`",
                    )
