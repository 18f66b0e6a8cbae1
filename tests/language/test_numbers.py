"""Numbers are written with the signs of a language, and read back as the number that was written."""

from __future__ import annotations

import random
import re

import pytest

from manusiawi.language import numbers
from manusiawi.language.known import LANGUAGES
from manusiawi.language.numbers import clock, plain, read, shown

TABLE = [row.split("|") for row in numbers.__doc__.splitlines() if row.strip().startswith("| `")]


def told(cell: str, column: int) -> float | None:
    """What a cell of the module's table says: a number with a point, or that the learner is asked again."""
    return None if cell.strip() == "asked" else float(cell)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[1].strip())
def test_the_table_of_decisions_tells_what_is_read(row: list[str]) -> None:
    written = re.findall("`([^`]+)`", row[1])
    assert written
    for column, language in enumerate(LANGUAGES, 2):
        assert {text: read(text, language) for text in written} == dict.fromkeys(written, told(row[column], column))


def test_the_table_of_decisions_is_not_empty() -> None:
    assert len(TABLE) > 20


@pytest.mark.parametrize(
    "value, text",
    (
        (40, "40"),
        (40.0, "40"),
        (0.5, "0.5"),
        (-5, "-5"),
        (0.00004, "0.00004"),
        (1e-05, "0.00001"),
        (-1.5e-7, "-0.00000015"),
        (1e15, "1000000000000000"),
        (1e22, "10000000000000000000000"),
        (2767596, "2767596"),
        (0, "0"),
    ),
)
def test_a_number_for_scripts_has_all_of_its_digits_and_no_exponent(value: float, text: str) -> None:
    assert plain(value) == text and float(text) == value


@pytest.mark.parametrize(
    "value, indonesian, english",
    (
        (9443, "9.443", "9,443"),
        (33.9, "33,9", "33.9"),
        (0.004, "0,004", "0.004"),
        (0.00001, "0,00001", "0.00001"),
        (-1500.25, "-1.500,25", "-1,500.25"),
        (2767596, "2.767.596", "2,767,596"),
        (100, "100", "100"),
        (0, "0", "0"),
        (-0.5, "-0,5", "-0.5"),
    ),
)
def test_a_number_for_readers_has_the_signs_of_the_language(value: float, indonesian: str, english: str) -> None:
    assert (shown(value, "id"), shown(value, "en")) == (indonesian, english)


def test_a_year_stays_whole_where_groups_begin_later_and_decimals_can_be_fixed() -> None:
    assert (shown(1945, "id", groups_from=5), shown(12000, "id", groups_from=5)) == ("1945", "12.000")
    assert (shown(6, "id", decimals=1), shown(11.96, "en", decimals=1)) == ("6,0", "12.0")


def test_a_time_of_day_has_the_sign_of_the_language() -> None:
    assert (clock(545, "id"), clock(840, "en")) == ("09.05", "14:00")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_is_read_back_as_the_same_number(language: str) -> None:
    rng = random.Random(20261130)
    values = [round(rng.uniform(-1, 1) * 10 ** rng.randint(-4, 9), rng.randint(0, 6)) for _ in range(5_000)]
    assert [value for value in values if read(f"kira-kira {shown(value, language)} orang", language) != value] == []
