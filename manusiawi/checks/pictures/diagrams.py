"""Trees whose ways all end, and moments in the order of their days."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.entries.diagrams import Branch, Timeline
from manusiawi.ground.faults import Fault

MOST_DAYS = 60  # more boxes than a phone shows at once


def check_branch(branch: Branch) -> Iterator[Fault]:
    """A question has both answers and no outcome; an outcome stands alone."""
    held = [name for name in ("question", "if_yes", "if_no", "outcome") if getattr(branch, name)]
    if held not in (["outcome"], ["question", "if_yes", "if_no"]):
        yield Fault(
            branch.at,
            f"this branch holds {', '.join(held) or 'nothing'}",
            "`question`, `if_yes` and `if_no`, or `outcome` alone",
            "add what is missing, or end the way with `outcome:`",
        )
    for below in (branch.if_yes, branch.if_no):
        if below:
            yield from check_branch(below)


def check_timeline(timeline: Timeline) -> Iterator[Fault]:
    """The faults of one scale of days."""
    last = 0
    for moment in timeline.moments:
        if moment.day < last:
            yield Fault(
                moment.where("day"),
                f"day {moment.day} stands after day {last}",
                "moments in the order of their days",
                "move this moment up, or correct its day",
            )
        last = max(last, moment.day)
        if moment.until and moment.until <= moment.day:
            yield Fault(
                moment.where("until"),
                f"the last day, {moment.until}, does not come after the first, {moment.day}",
                "a later day",
                "correct it, or leave `until` out",
            )
        if max(moment.day, moment.until) > MOST_DAYS:
            yield Fault(
                moment.at,
                f"the picture counts to day {max(moment.day, moment.until)}",
                f"at most {MOST_DAYS} days",
                "count what matters, or write it as text",
            )
        if moment.marked and not timeline.whose:
            yield Fault(
                moment.where("marked"),
                "days are marked, and nothing says what the mark means",
                "`whose:` in a picture with marked days",
                "add `whose:` to the picture",
            )
