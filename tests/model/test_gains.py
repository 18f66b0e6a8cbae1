"""What the result of the tests calls more than chance is chance for at most six of a hundred people who learned nothing."""

from __future__ import annotations

from math import comb
from random import Random
from statistics import fmean, quantiles

import pytest

from bench.gains import COUNT, FALLS, RISES, kr20, learners, sittings
from manusiawi.model.forms import reliability
from manusiawi.model.gains import WRONGLY, error_of_difference, least_falls, least_rises

SHARES = [share / 100 for share in range(34, 100)]  # of right answers; three options give a third without any knowledge


def test_the_error_of_a_difference_is_lords_of_both_tests_together() -> None:
    assert error_of_difference(15, 15, 30) == pytest.approx((30 * 30 / 59) ** 0.5)
    assert error_of_difference(30, 30, 30) == error_of_difference(0, 0, 30) == 0


def test_it_is_the_spread_of_all_ways_to_part_the_right_answers_between_two_tests() -> None:
    ways = {after: comb(10, after) * comb(10, 13 - after) for after in range(3, 11)}  # 13 right of 20, ten questions each
    spread = sum(number * (after - (13 - after)) ** 2 for after, number in ways.items()) / sum(ways.values())
    assert error_of_difference(6, 7, 10) == pytest.approx(spread**0.5)


def test_a_rise_that_counts_leads_no_lower_from_a_better_first_result() -> None:
    least = least_rises(30, 10)
    reached = [before + rise for before, rise in enumerate(least) if rise]
    assert reached == sorted(reached) and reached[0] == 18 and all(least[:27])
    assert least[27:] == (0, 0, 0, 0), "near the top no rise can be told from chance"
    assert least_falls(30)[20] == least_rises(30, 0)[10] and least_falls(30)[:4] == (0, 0, 0, 0)


def test_who_had_worse_luck_than_guessing_rises_from_what_guessing_gives() -> None:
    assert [before + rise for before, rise in enumerate(least_rises(30, 10)[:11])] == [18] * 11
    assert least_rises(30, 0)[5] < 8
    assert least_rises(3, 0) == (3, 0, 0, 0) and least_rises(3, 1) == (0, 0, 0, 0), "where nothing counts from there, nothing counts"


def told_wrongly(count: int, share: float, rise: bool) -> float:
    """The chance that somebody who answers this share of questions right is told of a rise, or a fall, beyond chance."""
    chances = [comb(count, right) * share**right * (1 - share) ** (count - right) for right in range(count + 1)]
    least = least_rises(count, round(count / 3)) if rise else least_falls(count)
    pairs = [
        (before, before + change if rise else before - change)
        for before, enough in enumerate(least)
        if enough
        for change in range(enough, count + 1)
    ]
    return sum(chances[before] * chances[after] for before, after in pairs if 0 <= after <= count)


@pytest.mark.parametrize("count", (10, 20, 30, 40))
@pytest.mark.parametrize("rise", (True, False))
def test_at_any_level_of_knowledge_at_most_six_of_a_hundred_are_told_wrongly(count: int, rise: bool) -> None:
    assert max(told_wrongly(count, share, rise) for share in SHARES) * 100 <= WRONGLY
    assert max(told_wrongly(count, share, rise) for share in SHARES) > 0.01, "and the limit is not out of reach"


def test_of_simulated_learners_who_did_not_change_at_most_six_of_a_hundred_are_told_of_a_rise_in_nine_pairs_of_tests_of_ten() -> None:
    random = Random(6)
    abilities = learners(600, random)
    pairs = [sittings(abilities, 0.0, random) for _ in range(40)]
    rises = [fmean(one.rises for one in pair) for pair in pairs]
    assert fmean(rises) * 100 <= WRONGLY and quantiles(rises, n=10)[-1] * 100 <= WRONGLY
    assert fmean(one.falls for pair in pairs for one in pair) * 100 <= WRONGLY


def test_of_learners_who_gained_much_more_than_half_are_told_so_and_of_a_little_few() -> None:
    random = Random(6)
    abilities = learners(600, random)
    little, much = ([one for _ in range(5) for one in sittings(abilities, gain, random)] for gain in (0.5, 2.5))
    assert fmean(one.rises for one in little) < 0.25 and fmean(one.rises for one in much) > 0.5


def test_the_simulated_tests_are_as_reliable_as_the_page_assumes() -> None:
    random = Random(6)
    abilities = learners(1000, random)
    assert fmean(kr20(abilities, random) for _ in range(8)) == pytest.approx(reliability(COUNT), abs=0.05)
    assert len(RISES) == len(FALLS) == COUNT + 1
