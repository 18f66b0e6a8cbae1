"""Reckons the figures of drawn classes by statsmodels, SciPy, pingouin and pandas; the pages' own are held against the table it writes.

`python -m tools.figures` writes tests/data/figures.jsonl, `python -m tools.figures --check` fails where that differs.
It needs requirements-figures.txt, which `make figures` installs; the tests need the table alone.
Where a library gives no number, or another one than the page, the reason stands beside the function.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from math import isfinite
from pathlib import Path
from typing import Any

from tools.classes import CLASSES, drawn

TABLE = Path(__file__).resolve().parents[1] / "tests" / "data" / "figures.jsonl"
LIBRARIES = ("numpy", "pandas", "pingouin", "scipy", "statsmodels")
DIGITS = 7  # behind the point: the tests ask for 1e-6
LEAST = 5  # people; the page's own is in web/src/classroom/stats/estimable.js
Figure = Any


def reckoned(one: dict[str, Any]) -> dict[str, Figure]:
    """All figures of a class by name, in the shape that tests/classroom/stats/reckon.mjs prints; a reason where there is none."""
    before, after = Sitting(one["before"]), Sitting(one["after"])
    items = one["before"]["items"]
    keyed = [item["id"] for item in items if item["keys"]]
    names = [item["id"] for item in items]
    return {
        "options": {item["id"]: options(before, item) for item in items},
        "facility": {name: facility(before, name) for name in keyed},
        "discrimination": {name: discrimination(before, name) for name in keyed},
        "idle": {item["id"]: idle(before, item) for item in items if item["keys"]},
        "alpha": alpha(before),
        "sureness": {name: sureness(before, [name], intervals=True) if name in keyed else "no-key" for name in names},
        "sureness_of_set": sureness(before, keyed, intervals=False),
        "outcomes": outcomes(before),
        "misconceptions": misconceptions(before),
        "change": {name: change(before, after, name) if name in keyed else "no-key" for name in names},
        "moves": {name: moves(before, after, name) for name in names},
        "mean_difference": mean_difference(before, after),
    }


class Sitting:
    """The answers of a class as tables: people down, items across; what is missing or no option of the item is missing."""

    def __init__(self, answers: dict[str, Any]) -> None:
        import pandas as pd

        self.items = answers["items"]
        people, names = answers["people"], [item["id"] for item in self.items]
        given = [[_known(answer.get(item["id"]), item) for item in self.items] for answer in people.values()]
        table = partial(pd.DataFrame, index=list(people), columns=names, dtype=object)
        self.taken = table([[answer.get("option") for answer in row] for row in given])
        self.sure = table([[answer.get("sure") for answer in row] for row in given])
        marks = [
            [
                float(answer["option"] in item["keys"]) if answer and item["keys"] else None
                for answer, item in zip(row, self.items, strict=True)
            ]
            for row in given
        ]
        self.right = table(marks)[[item["id"] for item in self.items if item["keys"]]].astype(float)
        self.whole = self.right.dropna(axis=1, how="all").dropna(axis=0, how="any")


def _known(answer: dict[str, Any] | None, item: dict[str, Any]) -> dict[str, Any]:
    """An answer with an option that the item has, else nothing."""
    return answer if answer and answer["option"] in item["options"] else {}


def wilson(count: int, n: int) -> list[float]:
    """Wilson's interval by statsmodels."""
    from statsmodels.stats.proportion import proportion_confint

    return [float(end) for end in proportion_confint(count, n, method="wilson")]


def options(sitting: Sitting, item: dict[str, Any]) -> Figure:
    """The interval of each option's share."""
    counts = sitting.taken[item["id"]].value_counts()
    n = int(counts.sum())
    return [wilson(int(counts.get(option, 0)), n) for option in item["options"]] if n >= LEAST else "small-group"


def facility(sitting: Sitting, name: str) -> Figure:
    """The share right of those who answered."""
    marks = sitting.right[name].dropna()
    return [float(marks.mean()), *wilson(int(marks.sum()), len(marks))] if len(marks) >= LEAST else "small-group"


def discrimination(sitting: Sitting, name: str) -> Figure:
    """SciPy's correlation of an item with the others' sum; SciPy and statsmodels know no corrected one by itself."""
    from scipy.stats import pearsonr, pointbiserialr

    whole = sitting.whole
    if name not in whole or len(whole) < LEAST:
        return "small-group"
    if whole.shape[1] < 2:
        return "one-item"
    own, rest = whole[name], whole.drop(columns=name).sum(axis=1)
    found = pearsonr(own, rest)  # not a number where either is constant
    if not isfinite(found.statistic):
        return ("everybody-right" if own.iloc[0] else "nobody-right") if own.nunique() == 1 else "same-rest"
    assert abs(found.statistic - pointbiserialr(own, rest).statistic) < 1e-12
    low, high = found.confidence_interval(0.95)
    return [float(found.statistic), float(low), float(high)]


def idle(sitting: Sitting, item: dict[str, Any]) -> Figure:
    """The wrong options that nobody took."""
    counts = sitting.taken[item["id"]].value_counts()
    wrong = [option for option in item["options"] if option not in item["keys"]]
    return [option for option in wrong if option not in counts] if counts.sum() >= LEAST else "small-group"


def alpha(sitting: Sitting) -> Figure:
    """pingouin's alpha. Its interval is rounded to three digits, so that SciPy's F gives the others.

    The incomplete sheets are taken out before: `nan_policy="listwise"` takes them out itself, yet reckons the interval with all people.
    """
    import pingouin
    from scipy.stats import f

    whole = sitting.whole
    n, k = whole.shape
    if n < LEAST:
        return "small-group"
    if k < 2:
        return "one-item"
    if whole.sum(axis=1).nunique() == 1:  # pingouin gives -inf, or, after a rounding, some -1e15
        return "same-total"
    value, rounded = pingouin.cronbach_alpha(whole)
    ends = [1 - (1 - value) * f.ppf(p, n - 1, (n - 1) * (k - 1)) for p in (0.975, 0.025)]
    assert all(abs(end - other) <= 0.000501 for end, other in zip(ends, rounded, strict=True))
    return [float(value), *map(float, ends), n, k, [name for name in whole if whole[name].nunique() == 1]]


def sureness(sitting: Sitting, names: list[str], intervals: bool) -> Figure:
    """Certainty against rightness: n, sure and right, sure and wrong, unsure and right, unsure and wrong, unsaid, intervals or shares."""
    sure, right = (table[names].melt(ignore_index=False)["value"] for table in (sitting.sure, sitting.right))
    said = sure.notna() & right.notna()
    people = {value: set(sure[said & (sure == value)].index) for value in (True, False)}
    n = len(people[True] | people[False])
    if n < LEAST:
        return "small-group"
    if any(0 < len(part) < LEAST for part in people.values()):
        return "small-part"
    cells = [[int(((sure == value) & (right == mark))[said].sum()) for mark in (1.0, 0.0)] for value in (True, False)]
    shares = [None if not sum(row) else wilson(row[0], sum(row)) if intervals else [row[0] / sum(row)] for row in cells]
    return [n, *cells[0], *cells[1], int((right.notna() & ~said).sum()), *shares]


def outcomes(sitting: Sitting) -> Figure:
    """By outcome: people, right answers, answers, their share."""
    found = {}
    for outcome in dict.fromkeys(item["outcome"] for item in sitting.items if item["keys"]):
        marks = sitting.right[[item["id"] for item in sitting.items if item["keys"] and item["outcome"] == outcome]].stack().dropna()
        n = marks.index.get_level_values(0).nunique()
        found[outcome] = [n, int(marks.sum()), len(marks), float(marks.mean())] if n >= LEAST else "small-group"
    return found


def misconceptions(sitting: Sitting) -> Figure:
    """By mistaken belief: people who met it, answers that followed it, answers, their share, people who followed it, Wilson's interval."""
    import numpy as np

    found = {}
    for belief in sorted({name for item in sitting.items for name in item["misconceptions"].values()}):
        offered = [item for item in sitting.items if belief in item["misconceptions"].values()]
        taken = sitting.taken[[item["id"] for item in offered]]
        met = taken.notna().to_numpy()
        followed = np.column_stack(
            [taken[item["id"]].isin([option for option, name in item["misconceptions"].items() if name == belief]) for item in offered]
        )
        n, takers = int(met.any(axis=1).sum()), int(followed.any(axis=1).sum())
        share = followed.sum() / met.sum() if met.any() else 0
        found[belief] = [n, int(followed.sum()), int(met.sum()), float(share), takers, *wilson(takers, n)] if n >= LEAST else "small-group"
    return found


def change(before: Sitting, after: Sitting, name: str) -> Figure:
    """A question both times: pairs, people with one answer, the four ways, ends of two intervals, McNemar's p by two libraries."""
    import pandas as pd
    import pingouin
    from statsmodels.stats.contingency_tables import mcnemar

    both = pd.concat([before.right[name], after.right[name]], axis=1, keys=["first", "then"])
    pairs = both.dropna()
    n = len(pairs)
    if n < LEAST:
        return "small-group"
    table = [[int(((pairs["first"] == one) & (pairs["then"] == other)).sum()) for other in (1.0, 0.0)] for one in (1.0, 0.0)]
    value: Figure = "nobody-changed"  # statsmodels says 1, pingouin refuses
    if table[0][1] + table[1][0]:
        value = float(mcnemar(table, exact=True).pvalue)
        assert abs(value - pingouin.chi2_mcnemar(pairs, "first", "then")[1]["p_exact"].iloc[0]) < 1e-9
    ends = [wilson(int(pairs["first"].sum()), n)[0], wilson(int(pairs["then"].sum()), n)[1]]
    return [n, int(both.notna().any(axis=1).sum()) - n, *table[0], *table[1], *ends, value]


def moves(before: Sitting, after: Sitting, name: str) -> Figure:
    """From which option to which, of those who answered both times."""
    import pandas as pd

    pairs = pd.concat([before.taken[name], after.taken[name]], axis=1, keys=["first", "then"]).dropna()
    counts = (pairs["first"] + pairs["then"]).value_counts()
    return {way: int(count) for way, count in sorted(counts.items())} if len(pairs) >= LEAST else "small-group"


def mean_difference(before: Sitting, after: Sitting) -> Figure:
    """The paired difference of shares right and its t-interval, by SciPy, statsmodels and, to two digits, pingouin."""
    import pingouin
    from scipy.stats import ttest_rel
    from statsmodels.stats.weightstats import DescrStatsW

    first, then = before.whole.mean(axis=1), after.whole.mean(axis=1)
    codes = [code for code in first.index if code in then.index]
    if len(codes) < LEAST:
        return "small-group"
    first, then, alone = first[codes], then[codes], len(first) + len(then) - 2 * len(codes)
    differences = then - first
    if differences.round(9).nunique() == 1:  # SciPy's t is infinite, or, after a rounding, some 1e16
        return "same-difference"
    low, high = ttest_rel(then, first).confidence_interval(0.95)
    for others, allowed in (
        (DescrStatsW(differences).tconfint_mean(0.05), 1e-9),
        (pingouin.ttest(then, first, paired=True)["CI95"].iloc[0], 0.00501),
    ):
        assert all(abs(end - other) <= allowed for end, other in zip((low, high), others, strict=True))
    return [*map(float, (differences.mean(), low, high)), len(codes), alone, float(first.mean()), float(then.mean())]


def _short(value: Figure) -> Figure:
    """The same with numbers cut to what is compared."""
    if isinstance(value, dict):
        return {name: _short(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_short(part) for part in value]
    return round(value, DIGITS) + 0.0 if isinstance(value, float) else value  # no -0.0


def unlike(ours: Figure, theirs: Figure, place: str, allowed: float) -> list[str]:
    """The places where two figures are not the same, numbers but for what is allowed."""
    if isinstance(theirs, dict) and isinstance(ours, dict) and ours.keys() == theirs.keys():
        return [fault for name in theirs for fault in unlike(ours[name], theirs[name], f"{place} {name}", allowed)]
    if isinstance(theirs, list) and isinstance(ours, list) and len(ours) == len(theirs):
        return [fault for at, other in enumerate(theirs) for fault in unlike(ours[at], other, f"{place}[{at}]", allowed)]
    if isinstance(theirs, int | float) and isinstance(ours, int | float):
        return [] if abs(ours - theirs) <= allowed else [f"{place}: {ours}, expected {theirs}"]
    return [] if ours == theirs else [f"{place}: {ours}, expected {theirs}"]


def lines() -> Iterator[str]:
    """The table: the versions of the libraries, then a class a line."""
    yield json.dumps({name: version(name) for name in LIBRARIES})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what is constant or not a number, which is looked for above
        for number in range(CLASSES):
            yield json.dumps(_short(reckoned(drawn(number))), separators=(",", ":"))


def main(words: list[str]) -> int:
    """Writes the table, or compares it with the one that is kept; 0 if all is well."""
    if words not in ([], ["--check"]):
        print(f"{' '.join(words)}: allowed is nothing, to write the table, or --check, to compare it.", file=sys.stderr)
        return 2
    made = list(lines())
    if not words:
        TABLE.write_text("\n".join(made) + "\n", "utf-8")
        return 0
    kept = TABLE.read_text("utf-8").splitlines()
    faults = [] if len(made) == len(kept) else [f"tests/data/figures.jsonl: {len(kept)} lines, expected {len(made)}."]
    for number, (new, old) in enumerate(zip(made, kept, strict=False), 1):
        faults += unlike(json.loads(old), json.loads(new), f"tests/data/figures.jsonl:{number}:", 2 * 10**-DIGITS)
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    if faults:
        print("The table is not what the libraries give. Run `python -m tools.figures` and look at the difference.", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
