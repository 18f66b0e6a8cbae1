"""Writes what a reader of options alone found out: a few lines for every check, the whole table for whoever rewrites options."""

from __future__ import annotations

from collections.abc import Iterator

from manusiawi.lint.guessing.reader import CASES, PAIRS, SINGLE, STATEMENTS, STEPS, Learnt, Reading, Set
from manusiawi.lint.guessing.trials import GROUPINGS, Tally, grouped

_NAMES = {
    SINGLE: "single choice",
    STATEMENTS: "true or false",
    CASES: "choices of cases",
    PAIRS: "pairs",
    STEPS: "order of steps",
}
TELLING = 20


def short(reading: Reading) -> list[str]:
    """Three lines: the score of single choice, those of the other kinds, and where and by what most is given away."""
    others = [f"{_NAMES[kind]} {reading.tally(kind)}" for kind in (STATEMENTS, CASES, PAIRS, STEPS) if reading.trials[kind]]
    groups = {name: {group: Tally.of(trials) for group, trials in grouped(reading.trials[SINGLE], name).items()} for name in GROUPINGS}
    high = [
        f"{'form ' * (grouping == 'test form')}{name} {tally.short}"
        for grouping, tallies in groups.items()
        for name, tally in tallies.items()
        if tally.is_high
    ]
    lines = [f"Q310: by the options alone, {reading.tally(SINGLE)} of single choice are guessed; {'; '.join(others)}"]
    telling = ", ".join(map(str, reading.learnt[SINGLE].telling(8)))
    lines.append(f"Q311: half or more guessed in {', '.join(high) or 'no group'}; most telling (keys:distractors): {telling}")
    return lines


def whole(reading: Reading, module: str = "") -> Iterator[str]:
    """Every kind by module, level and test form, with the words that give most away; or one module, option by option."""
    if module:
        yield from _module(reading, module)
        return
    for kind, trials in reading.trials.items():
        if not trials:
            continue
        yield f"{reading.language}  {_NAMES[kind]}: {Tally.of(trials)}"
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


def speaking(learnt: Learnt, options: Set, place: int, number: int = 5) -> list[str]:
    """What speaks most for or against one option, each with its weight."""
    weight = learnt.weights[options.view.module]
    strongest = sorted(options.features[place], key=lambda feature: (-abs(weight(feature)), feature))[:number]
    return [f"{feature} {weight(feature):+.1f}" for feature in strongest if weight(feature)]
