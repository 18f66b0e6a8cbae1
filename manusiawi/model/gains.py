"""What the difference between a person's two tests means: from how many questions on a rise is more than chance."""

from __future__ import annotations

from math import sqrt

ERRORS = 1.96  # standard errors that a difference must exceed; chosen by `python -m bench`, which tries it on learners who did not change
WRONGLY = 6  # of a hundred people who learned nothing, at most so many are told that their rise is more than chance


def error_of_difference(before: int, after: int, count: int) -> float:
    """The standard error, in questions, of the difference of two results of somebody who did not change; `count` questions a test.

    Of one person with x right of n questions, drawn at random from one stock, the standard error of measurement is
    sqrt(x (n - x) / (n - 1)): binomial errors, after Lord (1955), Estimating Test Reliability, Educ. Psychol. Measmt. 15, and (1957),
    Do Tests of the Same Length Have the Same Standard Error of Measurement?, the same, 17. No group and no reliability enter it.
    Who did not change has in two tests answered one test of 2n questions, whose halves err apart from one another; so the error of
    their difference is that of their sum.
    """
    right, asked = before + after, 2 * count
    return sqrt(right * (asked - right) / (asked - 1))


def least_rises(count: int, guessed: int) -> tuple[int, ...]:
    """For each first result, from none right to all of `count`, the least rise that is more than chance; 0 where none can be.

    Nobody knows less than nothing: who had fewer right than the `guessed` that guessing gives had bad luck, and rises from there.
    """
    least = _least(count)
    return tuple((rise := least[max(before, guessed)]) and rise + max(guessed - before, 0) for before in range(count + 1))


def least_falls(count: int) -> tuple[int, ...]:
    """For each first result, the least fall that is more than chance; 0 where none can be. To fall is to rise in what is not right."""
    return _least(count)[::-1]


def _least(count: int) -> tuple[int, ...]:
    return tuple(
        next((rise for rise in range(1, count - before + 1) if rise > ERRORS * error_of_difference(before, before + rise, count)), 0)
        for before in range(count + 1)
    )
