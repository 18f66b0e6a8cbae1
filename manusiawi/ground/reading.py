"""Reads an author's file into text; whatever hinders it becomes a fault."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from manusiawi.ground.faults import Fault, Place

# Signs that no reader sees: they end a text for some programs, part lines, or turn the order in which letters are shown.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
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

    found = []
    for parent, folders, names in os.walk(folder, onerror=refused if folder.exists() else None):
        found += [Path(parent) / name for name in (*folders, *names) if name.endswith(ending)]
        faults += [_linked(Path(parent) / name, root) for name in folders if (Path(parent) / name).is_symlink()]
    return sorted(found), faults


def _linked(folder: Path, root: Path) -> Fault:
    """The fault of a link to a folder: no check reads what is in it, and a loop of links has no end."""
    return Fault(
        Place(folder.relative_to(root).as_posix()),
        "the folder is a link to another",
        "folders that hold their files themselves",
        "copy the files here, and remove the link",
    )


def read_source(path: Path, name: str) -> tuple[str, list[Fault]]:
    """The text of a file with line feeds as its only line ends, and the faults found.

    `name` is the path as messages print it. Windows line ends and a byte order mark are taken
    as they come, since Windows editors write them.
    """
    start = Place(name)
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode) and not stat.S_ISDIR(state.st_mode):  # a device or a pipe might never end
            return "", [
                Fault(
                    start, "it is not an ordinary file, and nothing of it was read", "files that hold text", "remove it, or copy its text"
                )
            ]
        if state.st_size > MAX_BYTES:
            return "", [
                Fault(
                    start,
                    f"the file has {state.st_size:,} bytes",
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
    text, faults = decode(data, name)
    return text, faults or _control_signs(text, name)


def _control_signs(text: str, name: str) -> list[Fault]:
    """A fault for the first sign that no reader sees and no author means; tabs and line ends are none."""
    sign = CONTROL.search(text)
    if not sign:
        return []
    before = text[: sign.start()]
    return [
        Fault(
            Place(name, before.count("\n") + 1, sign.start() - before.rfind("\n")),
            f"the control sign U+{ord(sign[0]):04X} stands here",
            "letters, signs, tabs and line ends",
            "delete it; editors show it as an empty box or not at all, so delete the letters around it and type them again",
        )
    ]


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
