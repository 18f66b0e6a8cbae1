"""Draws classes that answer a set before and after a lesson, to hold the figures of classroom/stats/ against other libraries.

A number always draws the same class: only `Random.random` is used, whose numbers Python promises for good.
The shape is that of `Figures.Answers` in types.d.ts: items, and people by code with an option, and perhaps certainty, by item.
"""

from __future__ import annotations

from random import Random
from typing import Any

CLASSES = 500
SIZES = (5, 60)  # people
LENGTHS = (3, 30)  # items
LETTERS = "ABCDE"

# What a class is like, by its number: most are ordinary, the others stand at the edges.
KINDS = (
    "ordinary",
    "ordinary",
    "ordinary",
    "ordinary",
    "many missing",
    "constant items",
    "all right",
    "all wrong",
    "all alike",
    "as many right as wrong",
)
MISSING = {"ordinary": (0.0, 0.01, 0.05), "many missing": (0.1, 0.3, 0.6)}


def drawn(number: int) -> dict[str, Any]:
    """The class of a number: `kind`, `before` and `after`, the same people as far as they came both times."""
    random = Random(number)
    kind = KINDS[number % len(KINDS)]
    items = [_item(random, at) for at in range(_between(random, *_lengths(number)))]
    people = [f"{at + 1}" for at in range(_between(random, *SIZES))]
    able = {code: _bell(random) for code in people}
    hard = {item["id"]: 1.2 * _bell(random) for item in items}
    lost = _one(random, MISSING.get(kind, (0.0, 0.02)))
    stuck = {item["id"]: _one(random, item["keys"] or item["options"]) for item in items if random.random() < 0.3}
    sittings = []
    for gain, away in ((0.0, 0.0), (0.8, 0.1)):
        came = {code for code in people if random.random() >= away} or {people[0]}
        answers = {
            code: {
                item["id"]: _answer(random, kind, item, able[code] + gain - hard[item["id"]], stuck.get(item["id"]), int(code) + at)
                for at, item in enumerate(items)
                if random.random() >= lost
            }
            for code in people
            if code in came
        }
        sittings.append({"items": items, "people": answers})
    return {"kind": kind, "before": sittings[0], "after": sittings[1]}


def _lengths(number: int) -> tuple[int, int]:
    """Every tenth class may have a long set, so that the table of what is expected stays small enough to keep."""
    low, high = LENGTHS
    return (low, high) if number // 10 % 10 == number % 10 else (low, 8)


def _item(random: Random, at: int) -> dict[str, Any]:
    options = list(LETTERS[: _between(random, 2, 5)])
    key = _one(random, options)
    keys = [key] if random.random() < 0.95 else [key, _one(random, options)]
    beliefs = {option: f"m{_between(random, 1, 4)}" for option in options if option not in keys and random.random() < 0.8}
    opinion = at > 0 and random.random() < 0.05
    return {
        "id": f"q{at + 1}",
        "keys": [] if opinion else sorted(set(keys)),
        "options": options,
        "outcome": f"o{_between(random, 1, 4)}",
        "misconceptions": {} if opinion else beliefs,
    }


def _answer(random: Random, kind: str, item: dict[str, Any], ease: float, stuck: str | None, turn: int) -> dict[str, Any]:
    """An answer; `stuck` is what a class with constant items all takes, `turn` lets people take turns at being right."""
    likely, chosen = random.random() < 1 / (1 + 2.718281828459045**-ease), _one(random, item["options"])
    right, wrong = item["keys"], [option for option in item["options"] if option not in item["keys"]]
    if kind == "all right" or (kind == "as many right as wrong" and turn % 2):
        chosen = _one(random, right or item["options"])
    elif kind in ("all wrong", "as many right as wrong"):
        chosen = _one(random, wrong or item["options"])
    elif kind == "all alike":
        chosen = item["options"][0]
    elif kind == "constant items" and stuck:
        chosen = stuck
    elif likely:
        chosen = _one(random, right or item["options"])
    given: dict[str, Any] = {"option": chosen if random.random() < 0.995 else "Z"}  # a letter that no item has
    if random.random() < 0.9:
        given["sure"] = random.random() < (0.7 if likely else 0.4)
    return given


def _between(random: Random, low: int, high: int) -> int:
    return low + int(random.random() * (high - low + 1))


def _one(random: Random, values: Any) -> Any:
    return values[int(random.random() * len(values))]


def _bell(random: Random) -> float:
    """About a normal deviate."""
    return sum(random.random() for _ in range(12)) - 6
