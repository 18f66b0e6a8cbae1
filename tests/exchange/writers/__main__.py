"""`python -m tests.exchange.writers --banks 2000 --seed 0`: sends that many generated banks out and back, and prints what differs."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor

from tests.helpers.roundtrip import FORMATS, differences


def tried(number: int) -> list[str]:
    """The differences of the bank with that number, in every format."""
    return [f"--seed {number} --banks 1: {name}: {found}" for name in FORMATS for found in differences(number, name)]


def main() -> int:
    """Tries the banks; returns 1 where one came back otherwise."""
    parser = argparse.ArgumentParser(description="Sends generated banks out in every format and back.")
    parser.add_argument("--banks", type=int, default=2_000, help="how many")
    parser.add_argument("--seed", type=int, default=0, help="the number of the first one")
    asked = parser.parse_args()
    with ProcessPoolExecutor() as workers:
        found = [line for lines in workers.map(tried, range(asked.seed, asked.seed + asked.banks), chunksize=20) for line in lines]
    print("\n".join(line[:2_000] for line in found[:20]))
    print(f"{asked.banks} banks in {', '.join(FORMATS)}: {len(found)} differences.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
