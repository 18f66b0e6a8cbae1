"""What a whole build of the course takes, as shares of the ways that it does not go, each measured in the same run."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import zstandard

from manusiawi.language.known import LANGUAGES
from manusiawi.offline.bundle import compressor

PROJECT = Path(__file__).resolve().parent.parent
BEST = 22  # Zstandard's last level
BUILD = """
import sys
from pathlib import Path
from manusiawi.build import site

if sys.argv[2] == "one by one":
    site.can_split = lambda: False
site.build_site(Path(sys.argv[1]), Path(sys.argv[3]))
"""


def whole_site(runs: int) -> None:
    """Prints the wall time of whole builds, languages at once and one by one, turn by turn; then what packing gives and takes."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        times = [[_seconds(way, site) for way in ("at once", "one by one")] for _ in range(runs)]
        at_once, one_by_one = (min(column) for column in zip(*times, strict=True))
        print(f"\na whole site, languages at once: {at_once:.2f} s, {at_once / one_by_one:.2f} of one by one")
        for language in LANGUAGES:
            packed = (site / f"luring-{language}.zst").read_bytes()
            data = zstandard.ZstdDecompressor().decompress(packed)
            size, seconds = _packed(data, compressor(len(data)))
            best, most = _packed(data, zstandard.ZstdCompressor(level=BEST))
            print(
                f"the copy of {language}: {size:,} bytes in {seconds:.2f} s, "
                f"{size / best:.3f} of level {BEST}'s bytes in {seconds / most:.2f} of its time"
            )


def _seconds(way: str, into: Path) -> float:
    """Wall seconds of a whole build in a process of its own."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", BUILD, str(PROJECT), way, str(into)], check=True, cwd=PROJECT, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _packed(data: bytes, compressor: zstandard.ZstdCompressor) -> tuple[int, float]:
    """The bytes that come out, and the processor's seconds."""
    start = time.process_time()
    return len(compressor.compress(data)), time.process_time() - start
