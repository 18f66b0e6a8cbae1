"""Reads the bank of one language by its options alone, each module with what all the others taught."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum

from manusiawi.entries.items import BranchingCase, Inspection, Matching, Ordering, TrueFalse
from manusiawi.language.words import content, plain
from manusiawi.lint.guessing.bayes import Counts, Telling, Weight, by_group, most_telling, weights
from manusiawi.lint.guessing.features import features
from manusiawi.lint.guessing.trials import Tally, Trial, chosen
from manusiawi.lint.view import View

SINGLE, STATEMENTS, CASES, PAIRS, STEPS = "single-choice", "true-false", "branching-case", "matching", "ordering"


@dataclass(frozen=True, slots=True)
class Set:
    """Options that stand together, as the reader sees them, and which of them are right."""

    view: View
    features: tuple[frozenset[str], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt of one kind of question: counts, and the weights that hold for each module, learnt without it."""

    sets: tuple[Set, ...]
    counts: Counts
    weights: dict[str, Weight]

    def scores(self, options: Set) -> list[float]:
        """What speaks for each option being right, as a logarithm."""
        weight = self.weights[options.view.module]
        return [fsum(map(weight, listed)) for listed in options.features]  # fsum: sets have no order, and rounding would follow it

    def telling(self, number: int) -> list[Telling]:
        """The features that give most away."""
        return most_telling(self.counts, number)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader tried in one language, by kind of question, and what was learnt of the kinds that are judged by their words."""

    language: str
    trials: dict[str, list[Trial]]
    learnt: dict[str, Learnt]

    def tally(self, kind: str) -> Tally:
        return Tally.of(self.trials[kind])


def read(language: str, bank: Sequence[View]) -> Reading:
    """Tries every question of a bank whose answer can be guessed from what is to be chosen."""
    learnt = {kind: learn(list(sets(bank))) for kind, sets in _SETS.items()}
    trials = {
        SINGLE: [chosen(one.view, learnt[SINGLE].scores(one), one.right) for one in learnt[SINGLE].sets],
        STATEMENTS: [trial for one in learnt[STATEMENTS].sets for trial in _verdicts(one, learnt[STATEMENTS])],
        CASES: [chosen(one.view, learnt[CASES].scores(one), one.right) for one in learnt[CASES].sets if len(set(one.right)) > 1],
        PAIRS: [trial for view in bank for trial in _partners(view)],
        STEPS: [_in_order(view) for view in bank if isinstance(view.item, Ordering)],
    }
    return Reading(language, trials, learnt)


def learn(sets: Sequence[Set]) -> Learnt:
    """Counts the options of all sets, and makes each module's weights from the other modules."""
    everything, modules = by_group(
        (one.view.module, listed, is_right) for one in sets for listed, is_right in zip(one.features, one.right, strict=True)
    )
    return Learnt(tuple(sets), everything, {name: weights(everything, counts) for name, counts in modules.items()})


def _singles(bank: Sequence[View]) -> Iterator[Set]:
    for view in bank:
        if view.is_single and len(view.keys) == 1 and len(view.options) > 1:
            yield _set(view, [option.text for option in view.options], [option.key for option in view.options])


def _statements(bank: Sequence[View]) -> Iterator[Set]:
    for view in bank:
        if isinstance(view.item, (TrueFalse, Inspection)):
            yield _set(view, [option.text for option in view.options], [option.key for option in view.options])


def _decisions(bank: Sequence[View]) -> Iterator[Set]:
    """The choices of each scene of a case; right is what carries no mistaken belief."""
    for view in bank:
        for node in view.item.nodes if isinstance(view.item, BranchingCase) else ():
            if node.choices:
                texts = [plain(choice.text[view.language]) for choice in node.choices]
                yield _set(view, texts, [not choice.misconception for choice in node.choices])


_SETS: dict[str, Callable[[Sequence[View]], Iterator[Set]]] = {SINGLE: _singles, STATEMENTS: _statements, CASES: _decisions}


def _set(view: View, texts: Sequence[str], right: Sequence[bool]) -> Set:
    return Set(view, tuple(features(texts, view.lint)), tuple(right))


def _verdicts(statements: Set, learnt: Learnt) -> Iterator[Trial]:
    """True or false for each statement by its words; that there are more of one kind does not count."""
    for score, is_true in zip(learnt.scores(statements), statements.right, strict=True):
        yield chosen(statements.view, (score, 0.0), (is_true, not is_true))


def _partners(view: View) -> Iterator[Trial]:
    """For each row of a matching question, the choice that shares most word stems with it."""
    if not isinstance(view.item, Matching):
        return
    language = view.language
    choices = list(
        dict.fromkeys([*(pair.right[language] for pair in view.item.pairs), *(one.text[language] for one in view.item.distractors)])
    )
    stems = [set(content(choice, language)) for choice in choices]
    for pair in view.item.pairs:
        left = set(content(pair.left[language], language))
        scores = [2 * len(left & right) / (len(left) + len(right) or 1) for right in stems]  # Dice's coefficient
        yield chosen(view, scores, [choice == pair.right[language] for choice in choices])


def _in_order(view: View) -> Trial:
    """The share of pairs of steps whose order their own words tell (first, then, at last); a pair that they do not tell counts half.

    Chance varies as Kendall's count of pairs in order does (Kendall 1938).
    """
    assert isinstance(view.item, Ordering)
    ranks = [_place(plain(step.text[view.language]), view) for step in view.item.steps]
    told = [1.0 if one < other else 0.5 if one == other else 0.0 for one, other in combinations(ranks, 2)]
    number = len(ranks)
    variance = (2 * number + 5) / (18 * number * (number - 1)) if number > 1 else 0.0
    return Trial(view, sum(told) / len(told) if told else 0.5, 0.5, variance)


def _place(step: str, view: View) -> int:
    """0 where a step's words place it first, 2 after another, 3 last, and 1 where they say nothing."""
    first, after, last = (bool(pattern.search(step)) for pattern in view.lint.in_order)
    return 0 if first else 3 if last else 2 if after else 1
