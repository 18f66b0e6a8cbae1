"""Runs numbered cases on a small course: one file changed, judged, put back."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.fuzz.judge import judge
from tests.fuzz.slips import slip
from tests.helpers.projects import copy_own


@dataclass(frozen=True)
class Case:
    """What one case changed, how it ended, and the promises that it broke."""

    number: int
    file: str
    slips: str
    end: str
    broken: list[str]

    def __str__(self) -> str:
        return f"case {self.number}: {self.file}: {self.slips}\n" + "".join(f"    {line}\n" for line in self.broken)


def run(numbers: Iterable[int]) -> Iterator[Case]:
    """The cases of these numbers; a number gives the same case on every machine."""
    with tempfile.TemporaryDirectory() as folder:
        root = _course(Path(folder) / "course")
        files = sorted(path for path in root.rglob("*") if path.suffix in (".yml", ".md") and path.parent != root)
        for number in numbers:
            chance = Random(number)
            path = chance.choice(files)
            before = path.read_bytes()
            after, slips = slip(chance, before)
            name = path.relative_to(root).as_posix()
            try:
                path.write_bytes(after)
                end, broken = judge(root, name) if after != before else ("same", [])
            finally:
                path.write_bytes(before)
            yield Case(number, name, slips, end, broken)


def _course(root: Path) -> Path:
    """The example with every kind of course file and a page to search."""
    copy_own(root)
    for language in ("id", "en"):
        page = root / f"docs/{language}/cari.md"
        page.write_text("---\ntitle: Cari\ndescription: For tests.\n---\n# Cari\n\n[[search]]\n", "utf-8")
    return root


def counted(cases: Iterable[Case]) -> str:
    """How many cases ended how, in one line."""
    return ", ".join(f"{end} {count}" for end, count in sorted(Counter(case.end for case in cases).items()))
