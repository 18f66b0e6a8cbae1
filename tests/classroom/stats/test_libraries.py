"""Every figure of a class is the one that statsmodels, SciPy and pingouin give, on 500 drawn classes.

Theirs stand in tests/data/figures.jsonl, which tools/figures.py writes.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

from tests.classroom.stats.node import reckon
from tools.classes import CLASSES, KINDS, LENGTHS, SIZES, drawn
from tools.figures import LIBRARIES, TABLE, unlike

ALLOWED = 1e-6


@cache
def expected() -> tuple[dict[str, str], list[dict[str, Any]]]:
    """The versions of the libraries, and their figures by class."""
    versions, *figures = map(json.loads, TABLE.read_text("utf-8").splitlines())
    return versions, figures


@cache
def found() -> list[dict[str, Any]]:
    return reckon([drawn(number) for number in range(CLASSES)])


def test_the_table_says_which_libraries_made_it_and_holds_every_class() -> None:
    versions, figures = expected()
    assert set(versions) == set(LIBRARIES) and len(figures) == CLASSES == len(found())


@pytest.mark.parametrize("family", expected()[1][0])
def test_every_figure_is_the_libraries_own(family: str) -> None:
    classes = enumerate(zip(found(), expected()[1], strict=True))
    faults = [fault for at, (ours, theirs) in classes for fault in unlike(ours[family], theirs[family], f"class {at}", ALLOWED)]
    assert not faults, "\n".join(faults[:20])


def test_nothing_is_reckoned_that_no_library_was_asked_for() -> None:
    assert found()[0].keys() == expected()[1][0].keys()


def test_the_classes_stand_at_the_edges_too() -> None:
    classes = [drawn(number) for number in range(CLASSES)]
    people = [len(one["before"]["people"]) for one in classes]
    lengths = [len(one["before"]["items"]) for one in classes]
    assert {one["kind"] for one in classes} == set(KINDS)
    assert (min(people), max(people)) == SIZES and (min(lengths), max(lengths)) == LENGTHS
    reasons = Counter(reason for figures in expected()[1] for figure in figures.values() for reason in _reasons(figure))
    edges = "small-group small-part no-key everybody-right nobody-right same-rest same-total nobody-changed same-difference"
    assert set(edges.split()) <= set(reasons), reasons


def _reasons(figure: Any) -> list[str]:
    if isinstance(figure, str):
        return [figure]
    parts = figure.values() if isinstance(figure, dict) else figure if isinstance(figure, list) else []
    return [reason for part in parts for reason in _reasons(part)]
