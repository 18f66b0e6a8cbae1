"""Makes the evidence of counts: what each question's answers say, and what sets, groups and attempts do, leaving out few people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from manusiawi.entries.evidence import Difference, Observed, Taken
from manusiawi.evidence.bank import Bank
from manusiawi.evidence.statistics import figures
from manusiawi.evidence.statistics.rasch import MOST, rasch
from manusiawi.evidence.statistics.tables import Tables
from manusiawi.language.known import MAIN, other
from manusiawi.lint.reasons import Reason, need, reasons

Key = tuple[str, str]  # item and revision


@dataclass
class Result:
    """All that the answers say. `hidden` counts what is not told, since it is about too few people."""

    people: int
    answers: int
    observed: list[Observed] = field(default_factory=list)
    sets: list[figures.Alpha] = field(default_factory=list)
    rises: dict[str, figures.Rise] = field(default_factory=dict)
    changes: dict[Key, figures.Change] = field(default_factory=dict)
    languages: dict[str, figures.Dif] = field(default_factory=dict)  # by item
    groups: dict[tuple[str, str, str], figures.Dif] = field(default_factory=dict)  # by item, revision, group
    fitted: int = 0  # people whose answers the Rasch model was fitted to
    unestimable: list[Key] = field(default_factory=list)  # all were right, or all wrong
    away: int = 0  # answers that took so long that somebody went away
    hidden: dict[str, int] = field(default_factory=dict)

    def ranked(self, bank: Bank) -> list[tuple[Observed, list[Reason]]]:
        """The questions that want an author, those in most need first; of equals the one that more people answered."""
        found = [(one, reasons(one, wrong_options(bank, one))) for one in self.observed]
        return sorted(((one, why) for one, why in found if why), key=lambda pair: (-need(pair[1]), -pair[0].people, pair[0].item))


def wrong_options(bank: Bank, observed: Observed) -> list[str]:
    """The names of the wrong options of a choice question, as far as the revision is the course's own."""
    asked = bank.asked.get(observed.item)
    if not asked or observed.revision not in asked.revisions.values() or ":" in observed.item or not asked.words:
        return []
    return [name for name, key in asked.options.items() if not key]


def result_of(tables: Tables, least: int) -> Result:
    """The evidence; nothing about fewer than `least` people."""
    people, answers = tables.people()
    result = Result(people, answers)
    if people < least:
        return result
    result.languages = _difs(tables.languages(MAIN, other(MAIN)), ("item",), least, result, "comparisons of languages")
    result.groups = _difs(tables.groups(), ("item", "revision", "group"), least, result, "comparisons of groups")
    _add_sets(tables, result)
    difficulty = _fit(tables, result)
    _add_changes(tables, result, least)
    options: dict[Key, list[dict[str, Any]]] = defaultdict(list)
    for row in tables.options():
        options[row["item"], row["revision"]].append(row)
    for row in tables.questions():
        key = row["item"], row["revision"]
        if row["count"] < least:
            result.hidden["questions"] = result.hidden.get("questions", 0) + 1
        else:
            result.observed.append(_observed(row, options[key], result, difficulty.get(key), least))
    return result


def _observed(row: dict[str, Any], options: list[dict[str, Any]], result: Result, difficulty: float | None, least: int) -> Observed:
    low, high = figures.wilson(row["right"], row["count"])
    said, sure, sure_right, timed = (sum(part[name] or 0 for part in options) for name in ("said", "sure", "sure_right", "timed"))
    result.away += sum(part["away"] or 0 for part in options)
    taken: dict[str, int] = defaultdict(int)
    for part in options:
        for name in filter(None, part["option"].split("+")):
            taken[name] += part["count"]
    item, revision = row["item"], row["revision"]
    return Observed(
        item=item,
        revision=revision,
        people=row["count"],
        facility=row["right"] / row["count"],
        low=low,
        high=high,
        discrimination=figures.discrimination(row) if row["count"] - row["alone"] >= least else None,
        sure=sure / said if said >= least else None,
        sure_wrong=1 - sure_right / sure if sure >= least else None,
        seconds=sum(part["thousandths"] or 0 for part in options) / timed / 1000 if timed >= least else None,
        difficulty=difficulty,
        options=tuple(Taken(option=name, share=count / row["count"]) for name, count in sorted(taken.items())),
        differences=tuple(_largest(item, revision, result)),
    )


def _largest(item: str, revision: str, result: Result) -> list[Difference]:
    """The difference between languages, and of those between groups the one of the highest class."""
    found = [("languages", result.languages[item])] if item in result.languages else []
    groups = [dif for (name, of, _), dif in result.groups.items() if (name, of) == (item, revision)]
    found += [("groups", max(groups, key=lambda dif: (dif.category, abs(dif.delta))))] if groups else []
    return [Difference(between=what, category=dif.category, delta=dif.delta) for what, dif in found]


def _difs(rows: list[dict[str, Any]], keys: tuple[str, ...], least: int, result: Result, what: str) -> dict[Any, figures.Dif]:
    found = {}
    for row in rows:
        key = tuple(row[name] for name in keys) if len(keys) > 1 else row[keys[0]]
        if min(row["reference"], row["focal"]) < least:
            result.hidden[what] = result.hidden.get(what, 0) + 1
        elif dif := figures.dif(row):
            found[key] = dif
    return found


def _add_sets(tables: Tables, result: Result) -> None:
    rights: dict[int, list[int]] = defaultdict(list)
    for row in tables.sittings():
        rights[row["set"]].append(row["right"])
    for row in tables.totals():
        if alpha := figures.alpha(rights[row["set"]], row["people"], row["right"], row["squares"]):
            result.sets.append(alpha)


def _fit(tables: Tables, result: Result) -> dict[Key, float | None]:
    """Difficulties after Rasch, of every set that numbers allow; a question of several sets has that of the largest."""
    found: dict[Key, float | None] = {}
    for number, (_, _, people) in enumerate(tables.sets, 1):
        if fitted := rasch(tables.sample(number, MOST)):
            result.fitted += min(people, MOST)
            found = fitted | found
    result.unestimable = sorted(key for key, value in found.items() if value is None)
    return found


def _add_changes(tables: Tables, result: Result, least: int) -> None:
    for row in tables.changes():
        change = figures.change(row)
        if change and change.people >= least:
            result.changes[row["item"], row["revision"]] = change
        elif change:
            result.hidden["questions before and after"] = result.hidden.get("questions before and after", 0) + 1
    for row in tables.rises():
        if row["people"] >= least:
            result.rises[row["name"]] = figures.rise(row)
        else:
            result.hidden["gains"] = result.hidden.get("gains", 0) + 1
