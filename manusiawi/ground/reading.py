"""Reads an author's file into text; whatever hinders it becomes a fault."""

from __future__ import annotations

import os
from pathlib import Path

from manusiawi.ground.faults import Fault, Place

MAX_BYTES = 2_000_000  # one module's bank of 60 items in two languages measures about 150,000 bytes


def list_sources(folder: Path, ending: str, root: Path) -> tuple[list[Path], list[Fault]]:
    """The files below a folder whose names end so, in order, and a fault for each folder that cannot be opened.

    A folder that does not exist holds nothing.
    """
    faults: list[Fault] = []

    def refused(error: OSError) -> None:
        name = Path(error.filename).relative_to(root).as_posix()
        faults.append(
            Fault(Place(name), f"the folder cannot be opened ({error.strerror})", "a folder that you may open", "check its access rights")
        )

    found = [
        Path(parent) / name
        for parent, folders, names in os.walk(folder, onerror=refused if folder.exists() else None)
        for name in (*folders, *names)
        if name.endswith(ending)
    ]
    return sorted(found), faults


def read_source(path: Path, name: str) -> tuple[str, list[Fault]]:
    """The text of a file with line feeds as its only line ends, and the faults found.

    `name` is the path as messages print it. Windows line ends and a byte order mark are taken
    as they come, since Windows editors write them.
    """
    start = Place(name)
    try:
        if path.stat().st_size > MAX_BYTES:
            return "", [
                Fault(
                    start,
                    f"the file has {path.stat().st_size:,} bytes",
                    f"at most {MAX_BYTES:,} bytes a file",
                    "shorten it; one module's questions fit well into that",
                )
            ]
        data = path.read_bytes()
    except OSError as error:
        return "", [
            Fault(
                start,
                f"the file cannot be read ({error.strerror})",
                "a file that you may read",
                "check its name, that it is a file, and its access rights",
            )
        ]
    return decode(data, name)


def decode(data: bytes, name: str) -> tuple[str, list[Fault]]:
    """UTF-8 bytes as text, or the fault that names the first byte that is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return "", [
            Fault(
                Place(name, line, column),
                f"byte 0x{data[error.start]:02X} is not UTF-8 text",
                "UTF-8, the encoding that editors call «UTF-8»",
                "save the file again with the encoding UTF-8",
            )
        ]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []
