"""Writes what a reader of options alone found out: a few lines for every check, the whole table for whoever rewrites options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from manusiawi.lint.guessing.reader import CASES, PAIRS, SINGLE, STATEMENTS, STEPS, Learnt, Reading, Set
from manusiawi.lint.guessing.trials import FORM, GROUPINGS, Tally, Trial, grouped

NAMES = {
    SINGLE: "single choice",
    STATEMENTS: "true or false",
    CASES: "choices of cases",
    PAIRS: "pairs",
    STEPS: "order of steps",
}
TELLING = 20


def groups_of(trials: Sequence[Trial]) -> Iterator[tuple[str, list[Trial], Tally]]:
    """Every module, level and test form with its trials, by the name that a message gives it."""
    for grouping in GROUPINGS:
        for name, some in grouped(trials, grouping).items():
            yield f"form {name}" if grouping == FORM else name, some, Tally.of(some)


def short(reading: Reading) -> list[str]:
    """Two lines: the score of each kind, then where and by what single choice gives most away."""
    others = [f"{NAMES[kind]} {reading.tally(kind)}" for kind in (STATEMENTS, CASES, PAIRS, STEPS) if reading.trials[kind]]
    high = [f"{name} {tally.short}" for name, _, tally in groups_of(reading.trials[SINGLE]) if tally.is_high]
    telling = ", ".join(map(str, reading.learnt[SINGLE].telling(8)))
    return [
        f"Q310: guessed from the options alone: {'; '.join([f'{NAMES[SINGLE]} {reading.tally(SINGLE)}', *others])}",
        f"Q311: half or more in {', '.join(high) or 'no group'}; most telling (keys:distractors): {telling or 'nothing'}",
    ]


def whole(reading: Reading, module: str = "") -> Iterator[str]:
    """Every kind by module, level and test form, with the words that give most away; or one module, option by option."""
    if module:
        yield from _module(reading, module)
        return
    for kind, trials in reading.trials.items():
        if not trials:
            continue
        yield f"{reading.language}  {NAMES[kind]}: {Tally.of(trials)}"
        for grouping in GROUPINGS:
            groups = grouped(trials, grouping).items()
            if groups:
                yield f"    by {grouping}: " + "  ".join(f"{name} {Tally.of(some).short}" for name, some in groups)
        if kind in reading.learnt:
            yield f"    most telling (right:wrong): {', '.join(map(str, reading.learnt[kind].telling(TELLING)))}"


def _module(reading: Reading, module: str) -> Iterator[str]:
    """The single-choice items of a module: whether the guess is right, and each option with its score and what speaks most."""
    learnt = reading.learnt[SINGLE]
    for options, trial in zip(learnt.sets, reading.trials[SINGLE], strict=True):
        if options.view.module == module:
            verdict = "guessed" if trial.hit == 1 else "missed" if trial.hit == 0 else "a draw"
            yield f"{reading.language}  {options.view.item.id}: {verdict}"
            for place, option in enumerate(options.view.options):
                mark = "key" if option.key else "   "
                yield f"    {mark} {trial.scores[place]:+5.1f}  {option.text}  [{', '.join(speaking(learnt, options, place))}]"


def speaking(learnt: Learnt, options: Set, place: int) -> list[str]:
    """What speaks most for or against one option, each with its weight."""
    return [f"{feature} {weight:+.1f}" for feature, weight in sorted(_weighed(learnt, options, place), key=lambda one: -abs(one[1]))[:5]]


def speaking_for(learnt: Learnt, options: Set, place: int) -> list[str]:
    """What speaks most for one option."""
    return [feature for feature, weight in sorted(_weighed(learnt, options, place), key=lambda one: -one[1])[:4] if weight > 0]


def speaking_against(learnt: Learnt, options: Set, place: int) -> list[str]:
    """What speaks most against one option."""
    return [feature for feature, weight in sorted(_weighed(learnt, options, place), key=lambda one: one[1])[:4] if weight < 0]


def _weighed(learnt: Learnt, options: Set, place: int) -> list[tuple[str, float]]:
    """Each feature of an option that says something, with its weight, in the order of the features."""
    weight = learnt.weights[options.view.module]
    return [(feature, weight(feature)) for feature in sorted(options.features[place]) if weight(feature)]
