"""No slip of a hand, an editor or a disk loses anything or stops without saying where: numbered cases, the same on every machine."""

from __future__ import annotations

import pytest

from tests.fuzz.run import run

CASES, PARTS = 800, 8  # about two minutes of work; the long run by hand is in CONTRIBUTING.md


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_each_slip_ends_in_a_fault_with_its_place_or_in_a_site_that_holds_everything(part: int) -> None:
    cases = list(run(range(part * CASES // PARTS, (part + 1) * CASES // PARTS)))
    assert [str(case) for case in cases if case.broken] == []
    assert {"faults", "site"} <= {case.end for case in cases}
