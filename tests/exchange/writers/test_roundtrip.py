"""Questions with awkward signs go out as Moodle XML and GIFT and come back the same; `make roundtrip` tries 2,000 banks."""

from __future__ import annotations

import pytest

from tests.helpers.roundtrip import FORMATS, differences

BANKS = 32


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("start", range(0, BANKS, 8))
def test_what_a_format_holds_comes_back_equal_question_by_question(name: str, start: int) -> None:
    for number in range(start, start + 8):
        assert list(differences(number, name)) == [], f"python -m tests.exchange.writers --seed {number} --banks 1"
