"""What a list of names holds counts once."""

from __future__ import annotations

from pathlib import Path

from manusiawi.checks.course import check
from manusiawi.model.loading import load_course
from tests.helpers.files import edit


def test_an_item_cannot_stand_twice_in_one_form_and_pass_for_one_that_both_hold(design: Path) -> None:
    bank = design / "quizzes/antre.yml"
    edit(bank, "  forms: [a]\n", "  forms: [a, a]\n")
    (repeated, *_) = [str(fault) for fault in check(load_course(design), design) if "twice" in str(fault)]
    assert '"a" stands twice in "forms".' in repeated and "Mend: remove the second one." in repeated
