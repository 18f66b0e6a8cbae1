"""Figures of counts, each with its formula and source; None where the numbers do not give one."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt
from statistics import NormalDist
from typing import Any

_Z = NormalDist().inv_cdf(0.975)
_CERTAIN = NormalDist().inv_cdf(0.95)


def wilson(count: float, n: int) -> tuple[float, float]:
    """The 95 per cent interval of a share p of n > 0: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).

    Wilson (1927), Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22.
    """
    share, square = count / n, _Z * _Z
    middle, half = share + square / (2 * n), _Z * sqrt(share * (1 - share) / n + square / (4 * n * n))
    return max(0.0, (middle - half) / (1 + square / n)), min(1.0, (middle + half) / (1 + square / n))


def discrimination(row: dict[str, Any]) -> float | None:
    """The corrected item-total correlation: of right or wrong with the share right of the person's other answers.

    It is the point-biserial correlation, which is Pearson's where one side is 0 or 1 (Lord and Novick 1968, chapter 15); where all answered
    the same questions, the share gives what the number right gives. `row` is one of Tables.questions(). None where either side is constant.
    """
    n = row["count"] - row["alone"]
    if n < 2:
        return None
    right, rest = row["right_known"] / n, row["rest"] / n
    spread = (right - right * right) * (row["rest_squared"] / n - rest * rest)
    return (row["right_rest"] / n - right * rest) / sqrt(spread) if spread > 1e-15 else None


@dataclass(frozen=True)
class Dif:
    """How differently two groups of people who are equally good answer a question; delta below 0: it is harder for the focal group."""

    delta: float
    error: float
    p: float
    category: str
    reference: int
    focal: int


def dif(row: dict[str, Any]) -> Dif | None:
    """Differential item functioning after Mantel and Haenszel, and its class of the Educational Testing Service. `row` is of Tables.

    People are matched by their share right. alpha = Σ(ad/t) / Σ(bc/t) over the strata; delta = -2.35 ln alpha (Holland and Thayer 1988).
    Its error is 2.35 times that of ln alpha by Robins, Breslow and Greenland (1986), Biometrics 42; p is of the test of Mantel and Haenszel
    (1959) with their correction of continuity. Class A: |delta| < 1, or p >= .05. Class C: |delta| >= 1.5 and above 1 by more than chance,
    (|delta| - 1) / error > 1.645. Class B: the rest (Zieky 1993, in Holland and Wainer, Differential Item Functioning). None where a group
    gave no answer of a kind, so that alpha is 0 or without end.
    """
    if not row["r"] or not row["s"] or not row["variance"]:
        return None
    delta = -2.35 * log(row["r"] / row["s"])
    error = 2.35 * sqrt(row["pr"] / (2 * row["r"] ** 2) + row["ps_qr"] / (2 * row["r"] * row["s"]) + row["qs"] / (2 * row["s"] ** 2))
    distance = max(0.0, abs(row["observed"] - row["expected"]) - 0.5)
    p = 2 * (1 - NormalDist().cdf(distance / sqrt(row["variance"])))
    if abs(delta) < 1 or p >= 0.05:
        category = "A"
    else:
        category = "C" if abs(delta) >= 1.5 and error > 0 and (abs(delta) - 1) / error > _CERTAIN else "B"
    return Dif(delta, error, p, category, row["reference"], row["focal"])


@dataclass(frozen=True)
class Alpha:
    """How reliable a set is that people answered whole."""

    questions: int
    people: int
    alpha: float
    low: float
    high: float


def alpha(rights: list[int], people: int, total: int, squares: int) -> Alpha | None:
    """Cronbach's alpha (1951), Psychometrika 16, of a set of questions: k/(k-1) (1 - Σ s²(question) / s²(number right)).

    The interval is Feldt's (1965), Psychometrika 30: 1 - (1 - alpha) F, of n-1 and (n-1)(k-1) degrees of freedom. `rights` are the right
    answers to each question, `total` and `squares` the sums of people's numbers right and of their squares. None where all have the same
    number right.
    """
    from scipy.stats import f

    k, n = len(rights), people
    spread = squares - total * total / n
    if k < 2 or n < 2 or spread <= 1e-9:
        return None
    value = k / (k - 1) * (1 - sum(right * (n - right) / n for right in rights) / spread)
    low, high = (1 - (1 - value) * float(f.ppf(p, n - 1, (n - 1) * (k - 1))) for p in (0.975, 0.025))
    return Alpha(k, n, value, low, high)


@dataclass(frozen=True)
class Change:
    """A question that the same people answered before and after."""

    people: int
    before: float
    after: float
    p: float


def change(row: dict[str, Any]) -> Change | None:
    """The shares right before and after, and p of McNemar's exact test (1947), Psychometrika 12: a sign test of those who changed."""
    from scipy.stats import binomtest

    n, turned = row["kept"] + row["lost"] + row["won"] + row["never"], row["lost"] + row["won"]
    if not n:
        return None
    p = float(binomtest(row["won"], turned, 0.5).pvalue) if turned else 1.0
    return Change(n, (row["kept"] + row["lost"]) / n, (row["kept"] + row["won"]) / n, p)


@dataclass(frozen=True)
class Rise:
    """By how much the share right of the same people rose, with the 95 per cent interval of its mean; None where all rose alike."""

    people: int
    before: float
    rise: float
    low: float | None
    high: float | None


def rise(row: dict[str, Any]) -> Rise:
    """The mean of paired differences and its t-interval (Student 1908, Biometrika 6): mean ± t(n-1) s / √n."""
    from scipy.stats import t

    n, mean = row["people"], row["rise"] / row["people"]
    spread = row["squares"] - n * mean * mean
    if n < 2 or spread <= 1e-12:
        return Rise(n, row["was"], mean, None, None)
    half = float(t.ppf(0.975, n - 1)) * sqrt(spread / (n - 1) / n)
    return Rise(n, row["was"], mean, mean - half, mean + half)
