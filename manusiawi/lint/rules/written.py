"""A rule on answers that are written: Q309."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.entries.items import ShortText
from manusiawi.language.numbers import plain
from manusiawi.lint.rule import Found, rule
from manusiawi.lint.view import View


@rule(
    "Q309",
    "warning",
    "item",
    "a decimal key without a tolerance",
    "Who rounds later, or takes pi with one figure more, has reckoned rightly and is told otherwise.",
    "blueprint of the course",
)
def exact_decimal(view: View) -> Iterator[Found]:
    item = view.item
    if isinstance(item, ShortText) and item.number is not None and item.number != int(item.number) and not item.tolerance:
        yield Found(
            item.where("number"),
            f"only {plain(item.number)} itself counts as right",
            "add `tolerance:`, as wide as honest rounding may differ; 0.01 where the number is exact",
        )
