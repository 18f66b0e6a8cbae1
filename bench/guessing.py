"""Measures the reader of options alone: what it guesses of the bank, how far luck alone carries it, and how long it takes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from random import Random

from manusiawi.lint.guessing.reader import SINGLE, Reading, learn, read
from manusiawi.lint.guessing.trials import Tally, chosen
from manusiawi.lint.run import guessed, readings
from manusiawi.lint.view import View
from manusiawi.model.loading import load_course

PROJECT = Path(__file__).resolve().parent.parent
MANY = 10_000
A_MODULE = 200
LOTS = 500


def guesses() -> None:
    """Prints the whole table of the bank, then for each language the spread of luck and the seconds of a reading."""
    course = load_course(PROJECT)
    print()
    print("\n".join(guessed(course)))
    for reading in readings(course):
        views = [one.view for one in reading.learnt[SINGLE].sets]
        print(f"{reading.language}  {_luck(reading)}")
        many = [replace(view, module=f"m{place // A_MODULE}") for place, view in enumerate(islice(cycle(views), MANY))]
        for bank in (views, many):
            print(f"{reading.language}  {len(bank):,} single-choice questions are read in {_seconds(reading.language, bank):.2f} s")


def _luck(reading: Reading) -> str:
    """What the reader scores when the key of every item is drawn by lot: nothing is there to be learnt but habits within one draw."""
    lot = Random(0)
    tallies = []
    for _ in range(LOTS):
        drawn = learn([replace(one, right=tuple(lot.sample(one.right, len(one.right)))) for one in reading.learnt[SINGLE].sets])
        tallies.append(Tally.of(chosen(one.view, drawn.scores(one), one.right) for one in drawn.sets))
    zs = [tally.z for tally in tallies]
    mean = sum(zs) / LOTS
    spread = (sum((z - mean) ** 2 for z in zs) / LOTS) ** 0.5
    over = sum(tally.gives_away for tally in tallies)
    return f"keys drawn by lot {LOTS} times: z {mean:+.2f} on average, spread {spread:.2f}; {over} of {LOTS} over the limit"


def _seconds(language: str, bank: Sequence[View]) -> float:
    """The fastest of three readings."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        read(language, bank)
        times.append(time.perf_counter() - start)
    return min(times)
