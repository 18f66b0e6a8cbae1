"""Rules on what the options give away by themselves, and on beliefs that too many wrong options carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from manusiawi.lint.guessing.reader import SINGLE, Reading, Set
from manusiawi.lint.guessing.table import NAMES, groups_of, speaking_against, speaking_for
from manusiawi.lint.guessing.trials import GROUP_LIMIT, GROUP_SIZE, LIMIT, Z_LIMIT, Tally, Trial, grouped
from manusiawi.lint.rule import Found, rule
from manusiawi.lint.view import View

SURE = 3  # how many of a module's items are named: rewritten options move the others too, so the list is for one round
BELIEF_LIMIT = 0.15
BELIEF_SIZE = 40  # wrong options; among fewer, a few of one belief are no habit

_SOURCE = "naive Bayes; the hypothesis-only baselines of language inference: Poliak and others 2018, Gururangan and others 2018"


@rule(
    "Q310",
    "error",
    "reading",
    f"a bank whose single-choice items are guessed from their options alone: over {LIMIT:.0%} or z over {Z_LIMIT}, "
    f"or a module, level or test form at {GROUP_LIMIT:.0%} and z over {Z_LIMIT}",
    "What can be answered without the question shows a feeling for tone, and no learning.",
    _SOURCE,
    f"""Measured, for each language: a program learns from the options of all other modules which words, pairs of words, clauses (because,
so that, though), signs and rank of length stand in keys, and takes in each item of the one module that it has not seen the option most
like a key. Equal options share the hit, and chance is one in the real number of options. It never sees stem, scene or feedback.
Not measured: what options tell a person by their meaning. A careful reader guesses more than this program, so that a high score
proves a leak and a low score proves nothing; distractors of nonsense lower it too. Blind readings by people (`python -m tools.blind`)
belong beside it. Items are not quite independent, since one habit of writing runs through many: with keys drawn by lot, two to five banks
in a hundred are over the limit in a language, as `make bench` shows. A group counts from {GROUP_SIZE} items on, and fails only
beyond luck: of 16 items with three options, luck alone guesses half once in eight times, and 11 once in 250.""",
)
def guessed_bank(reading: Reading) -> Iterator[Found]:
    trials = reading.trials[SINGLE]
    tally = reading.tally(SINGLE)
    if trials and tally.gives_away:
        yield Found(
            _surest(trials).view.stem_place,
            f"{tally} of the single-choice items are guessed from their options alone; "
            f"most telling (keys:distractors): {', '.join(map(str, reading.learnt[SINGLE].telling(10)))}",
            "let the same words, clauses and tones stand in keys and in distractors; `check --options` tells more",
        )
    yield from _groups(reading, beyond_luck=True)


@rule(
    "Q311",
    "warning",
    "reading",
    f"a module, level or test form of {GROUP_SIZE} or more single-choice items of which {GROUP_LIMIT:.0%} are guessed from their options, "
    f"or another kind of question that is guessed with z over {Z_LIMIT}",
    "One module can give its answers away while the whole bank seems sound.",
    _SOURCE,
    "Measured as Q310 does. For true or false, each statement is judged by its words; of a case, each choice, with a mistaken belief or "
    "without; for pairs, the choice that shares most word stems with the row is taken; for steps, words such as first and then. "
    "Half of a small group can be luck, so this asks for a look, and is no proof.",
)
def guessed_group(reading: Reading) -> Iterator[Found]:
    yield from _groups(reading, beyond_luck=False)
    for kind, trials in reading.trials.items():
        tally = Tally.of(trials)
        if kind != SINGLE and tally.z > Z_LIMIT:
            telling = reading.learnt[kind].telling(10) if kind in reading.learnt else []
            yield Found(
                trials[0].view.stem_place,
                f"{NAMES[kind]}: {tally} are guessed by their words alone"
                + (f", most by {', '.join(map(str, telling))}" if telling else ""),
                "let the same words stand on both sides",
            )


def _groups(reading: Reading, *, beyond_luck: bool) -> Iterator[Found]:
    """One find for all groups at their limit, beyond what luck does or within it."""
    listed = [
        (name, trials, tally)
        for name, trials, tally in groups_of(reading.trials[SINGLE])
        if tally.is_high and (tally.z > Z_LIMIT) == beyond_luck
    ]
    if listed:
        worst = max(listed, key=lambda group: group[2].z)[1]
        yield Found(
            _surest(worst).view.stem_place,
            f"half or more are guessed from their options alone in {', '.join(f'{name} ({tally.short})' for name, _, tally in listed)}",
            "rewrite the options that `check --options`, with a module's name after it, shows as guessed",
        )


@rule(
    "Q312",
    "warning",
    "reading",
    f"the {SURE} items of a module whose options give most away, where the bank or the module is over its limit",
    "A leak of the whole bank is mended one option at a time.",
    _SOURCE,
    f"Only while Q310 or Q311 finds something in the bank or the module, since chance alone lets some items be guessed in every bank; "
    f"only {SURE} for each module, those whose key lies farthest before the next option, since every rewritten option moves the others. "
    "`check --options MODULE` shows all of them, with what speaks for and against each option.",
)
def telling_options(reading: Reading) -> Iterator[Found]:
    learnt = reading.learnt[SINGLE]
    tried = list(zip(learnt.sets, reading.trials[SINGLE], strict=True))
    everywhere = reading.tally(SINGLE).gives_away
    for module, trials in grouped(reading.trials[SINGLE], "module").items():
        if everywhere or Tally.of(trials).is_high:
            own = [(options, trial) for options, trial in tried if options.view.module == module and trial.hit == 1]
            for options, _ in sorted(own, key=lambda pair: (-pair[1].lead, pair[0].view.item.id))[:SURE]:
                yield _told(reading, options)


def _told(reading: Reading, options: Set) -> Found:
    learnt = reading.learnt[SINGLE]
    scores = learnt.scores(options)
    key = options.right.index(True)
    next_best = max((place for place in range(len(scores)) if place != key), key=scores.__getitem__)
    pros, cons = speaking_for(learnt, options, key), speaking_against(learnt, options, next_best)
    return Found(
        options.view.options[key].place,
        f'the options of "{options.view.item.id}" tell its key: for it speak {", ".join(pros) or "no words"}, '
        f"against the next option {', '.join(cons) or 'none'}",
        "use what speaks for the key in distractors too, and what speaks against a distractor in keys",
    )


@rule(
    "Q313",
    "warning",
    "bank",
    f"a misconception that over {BELIEF_LIMIT:.0%} of the wrong options carry",
    "When one belief is wrong again and again, learners cross out its tone and need not think.",
    "measured on the course's own bank, where one belief stood behind a fifth of the distractors",
    f"Counts the wrong options of choice questions, in banks of {BELIEF_SIZE} of them or more.",
)
def crowded_belief(bank: Sequence[View]) -> Iterator[Found]:
    carried = [
        (option.misconception, option)
        for view in bank
        if view.is_choice
        for option in getattr(view.item, "options", ())
        if not option.key and option.misconception
    ]
    if len(carried) < BELIEF_SIZE:
        return
    for belief, number in Counter(name for name, _ in carried).most_common():
        if number > BELIEF_LIMIT * len(carried):
            yield Found(
                next(option for name, option in carried if name == belief).where("misconception"),
                f'"{belief}" stands behind {number} of {len(carried)} wrong options ({number / len(carried):.0%})',
                "let other mistaken beliefs of the course tempt in some of them",
            )


def _surest(trials: Sequence[Trial]) -> Trial:
    """The guessed trial with the greatest lead; the place where a rewriter begins."""
    return max(trials, key=lambda trial: (trial.hit, trial.lead))
