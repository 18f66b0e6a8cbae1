"""Measures how answers are counted: from Parquet, from Moodle's CSV, ten times as many, and beside pandas.

`.cache/evidence/bin/python -m bench.evidence FOLDER [PEOPLE]` draws answers there, for 1.7 million people 0.2 GB of Parquet
and 5 GB of CSV, and prints wall seconds, processor seconds and the peak of memory of each way, in a process of its own, the best of three.
`make evidence` makes the Python for it. All is counted but the fit of the Rasch model, which looks at 5,000 people at most.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from manusiawi.evidence.bank import Asked, Bank
from manusiawi.evidence.shape import Salt, Told
from manusiawi.model.loading import load_course

PROJECT = Path(__file__).resolve().parent.parent
QUESTIONS, PEOPLE, BESIDE_PANDAS, RUNS = 60, 1_700_000, 83_000, 3


def asked() -> list[Asked]:
    """Sixty questions of the course with one right option, whose options no other has: Moodle's report then need not hold their texts."""
    every = [one for one in Bank.of(load_course(PROJECT)).asked.values() if one.words]
    times = Counter(words for one in every for words in one.words["id"])
    alone = [
        one
        for one in every
        if sum(one.options.values()) == 1 and len(one.options) >= 3 and max(times[words] for words in one.words["id"]) == 1
    ]
    return alone[:QUESTIONS]


def draw(path: Path, people: int) -> None:
    """Answers of people of unlike ability to questions of unlike difficulty, as Parquet; a number always draws the same.

    A fifth answer in English, three in four say whether they were sure, one in ten answers six questions once more afterwards.
    """
    import duckdb

    with duckdb.connect() as engine:
        engine.execute("SET preserve_insertion_order = false")
        engine.execute("CREATE TABLE asked (i INT, item TEXT, id TEXT, en TEXT, options TEXT[])")
        for number, one in enumerate(asked()):
            options = sorted(one.options, key=lambda name: not one.options[name])
            engine.execute(
                "INSERT INTO asked VALUES (?, ?, ?, ?, ?)", [number, one.name, one.revisions["id"], one.revisions["en"], options]
            )
        engine.execute(
            f"""COPY (
              SELECT l AS learner, item, CASE WHEN l % 5 = 0 THEN en ELSE id END AS revision,
                options[CASE WHEN r THEN 1 ELSE 2 + (hash(l, i, 7) % (len(options) - 1))::INT END] AS option, r AS "right",
                CASE WHEN hash(l, i, 3) % 4 > 0 THEN hash(l, i, 5) % 2 = 0 END AS sure, (5 + hash(l, i, 9) % 60)::FLOAT AS seconds,
                attempt, 'g' || (l % 8) AS "group"
              FROM (
                SELECT l, k % {QUESTIONS} AS i,
                  CASE WHEN k >= {QUESTIONS} THEN 'after' WHEN l % 10 = 0 AND k < 6 THEN 'before' ELSE '' END AS attempt,
                  hash(l, k, 1) % 1000000 / 1e6 < 1 / (1 + exp((k % {QUESTIONS} - 30) / 15.0 - (hash(l, 2) % 1000000 / 1e6 * 4 - 2))) AS r
                FROM range({people}) t(l), range({QUESTIONS} + 6) s(k) WHERE k < {QUESTIONS} OR l % 10 = 0
              ) JOIN asked USING (i)
            ) TO '{path}' (FORMAT parquet)"""
        )


def draw_moodle(path: Path, people: int) -> None:
    """The same kind of answers as Moodle's report of responses writes them: a line a person, the words of each answer."""
    import duckdb

    questions = asked()
    columns = ", ".join(_column(number, one) for number, one in enumerate(questions))
    with duckdb.connect() as engine:
        engine.execute("SET preserve_insertion_order = false")
        engine.execute(
            f"""COPY (SELECT 'Sari' AS "Nama belakang", 'Dewi' AS "Nama depan", 'peserta' || l || '@contoh.go.id' AS "Alamat email",
              'g' || (l % 8) AS "Departemen", 'Selesai' AS "Status", '8,00' AS "Nilai/10,00", {columns} FROM range({people}) t(l)
            ) TO '{path}' (FORMAT csv, HEADER)"""
        )


def _column(number: int, one: Asked) -> str:
    """A column of answers, the more right ones the more able the person and the easier the question."""
    right, *wrong = (_quoted(one.shown["id"][name]) for name in sorted(one.options, key=lambda name: not one.options[name]))
    able, drawn = "hash(l, 2) % 1000000 / 1e6 * 4 - 2", f"hash(l, {number}, 1) % 1000000 / 1e6"
    return (
        f"CASE WHEN {drawn} < 1 / (1 + exp(({number} - 30) / 15.0 - ({able}))) THEN {right} "
        f'ELSE list_value({", ".join(wrong)})[1 + (hash(l, {number}, 7) % {len(wrong)})::INT] END AS "Jawaban {number + 1}"'
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def count(path: Path) -> int:
    """Counts all that `analyse` does but for the Rasch model; gives back how many answers."""
    from manusiawi.evidence import result
    from manusiawi.evidence.engine import connect, hashing
    from manusiawi.evidence.readers.door import files_of, read_all
    from manusiawi.evidence.statistics.tables import Tables
    from manusiawi.evidence.whole import answers_of

    result._fit = lambda tables, result: {}
    told, salt = Told(), Salt()
    with tempfile.TemporaryDirectory(dir=path.parent) as name:
        read = read_all(files_of([path], told), Bank.of(load_course(PROJECT)), salt, told, Path(name))
        connection = connect("duckdb", Path(name))
        made = result.result_of(Tables(connection, answers_of(connection, read, salt, hashing("duckdb"), told), 30), 30)
    assert made.people and made.groups and made.sets and len(made.observed) >= QUESTIONS, list(told.lines())
    return made.answers


def count_with_pandas(path: Path) -> int:
    """The same figures as one writes them with pandas, as far as it has words for them; without strata, intervals and classes."""
    import numpy as np
    import pandas as pd

    rows = pd.read_parquet(path)
    first = rows[rows["attempt"] != "after"].copy()
    first["right"] = first["right"].astype(float)
    person = first.groupby("learner")["right"].agg(["count", "sum"])
    first = first.join(person, on="learner")
    first["rest"] = (first["sum"] - first["right"]) / (first["count"] - 1)
    first["stratum"] = (100 * first["sum"] / first["count"]).round()
    by_question = first.groupby(["item", "revision"])
    by_question["right"].agg(["count", "mean"])
    by_question[["right", "rest"]].corr()
    first.groupby(["item", "revision", "option"]).agg({"right": ["count", "sum"], "sure": "count", "seconds": "mean"})
    first["language"] = first["revision"].str[:2]
    for keys in (["item", "stratum", "language"], ["item", "revision", "stratum", "group"]):
        cells = first.groupby(keys)["right"].agg(["count", "sum"]).unstack(fill_value=0)
        np.log1p(cells.to_numpy()).sum()
    both = rows[rows["attempt"] != ""].pivot_table(index=["learner", "item"], columns="attempt", values="right", aggfunc="max").dropna()
    both.groupby("item").mean()
    wide = first.pivot_table(index="learner", columns=["item", "revision"], values="right")
    wide.var()
    return len(first)


WAYS = {"count": count, "pandas": count_with_pandas}


def measured(way: str, path: Path) -> tuple[float, ...]:
    """What a process of its own says of one way, the best of a few runs: seconds, processor seconds, megabytes at the peak, answers."""
    runs = []
    for _ in range(RUNS):
        words = [sys.executable, "-m", "bench.evidence", "--one", way, str(path)]
        made = subprocess.run(words, cwd=PROJECT, capture_output=True, text=True, check=True)
        runs.append(json.loads(made.stdout.splitlines()[-1]))
    return tuple(map(min, zip(*runs, strict=True)))


def one(way: str, path: Path) -> None:
    """Runs one way here, and prints what it took."""
    start = time.perf_counter()
    answers = WAYS[way](path)
    used = resource.getrusage(resource.RUSAGE_SELF)
    took = time.perf_counter() - start, used.ru_utime + used.ru_stime
    print(json.dumps([*(round(seconds, 2) for seconds in took), used.ru_maxrss // 1024, answers]))


def main(folder: Path, people: int) -> None:
    """Draws what is missing in the folder, measures each way, prints seconds and ratios."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = {"whole": people, "small": min(BESIDE_PANDAS, people), "ten": people * 10}
    room = os.statvfs(folder)
    if room.f_bavail * room.f_frsize < 60e9 * people / PEOPLE:
        sizes["ten"] = people * 3
    for name, number in sizes.items():
        if not (folder / f"{name}.parquet").exists():
            draw(folder / f"{name}.parquet", number)
    if not (folder / "moodle.csv").exists():
        draw_moodle(folder / "moodle.csv", people)
    found = {name: measured("count", folder / f"{name}.parquet") for name in sizes} | {"moodle": measured("count", folder / "moodle.csv")}
    found["pandas"] = measured("pandas", folder / "small.parquet")
    for name, (seconds, processor, megabytes, answers) in found.items():
        print(f"{name:8} {answers:13,} answers {seconds:8.2f} s {processor:8.2f} s of processors {megabytes:6} MB")
    for name, other in (("ten", "whole"), ("moodle", "whole"), ("pandas", "small")):
        seconds, processor, memory = (mine / theirs for mine, theirs in zip(found[name][:3], found[other][:3], strict=True))
        print(f"{name} : {other} = {seconds:.1f} in seconds, {processor:.1f} of processors, {memory:.1f} in memory")


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        one(sys.argv[2], Path(sys.argv[3]))
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PEOPLE)
