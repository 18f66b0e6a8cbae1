"""The long run by hand: `python -m tests.fuzz --cases 5000 --seed 0` prints each case that breaks a promise; exit 1 if any does."""

from __future__ import annotations

import argparse
import sys

from tests.fuzz.run import counted, run


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=5000, help="how many")
    parser.add_argument("--seed", type=int, default=0, help="the number of the first; one case alone: its number and --cases 1")
    options = parser.parse_args()
    cases = []
    for case in run(range(options.seed, options.seed + options.cases)):
        cases.append(case)
        if case.broken:
            print(case, flush=True)
    print(f"{counted(cases)}; broken {sum(bool(case.broken) for case in cases)}")
    return int(any(case.broken for case in cases))


if __name__ == "__main__":
    sys.exit(main())
