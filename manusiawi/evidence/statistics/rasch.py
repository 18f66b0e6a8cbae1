"""Fits the Rasch model to the answers of people who answered a set whole, with girth."""

from __future__ import annotations

from collections.abc import Sequence

PEOPLE, QUESTIONS, MOST = 100, 5, 5000  # fewer people or questions give no stable fit; more people say nothing that shows


def rasch(answers: Sequence[tuple[int, str, str, bool]]) -> dict[tuple[str, str], float | None]:
    """The difficulty of each question in logits, by item and revision; the mean ability is 0. None where it is not estimable.

    Marginal maximum likelihood of the model P(right) = 1 / (1 + exp(difficulty - ability)) with normal abilities of any spread (Bock and
    Aitkin 1981, Psychometrika 46; girth.onepl_mml, which calls the spread discrimination and gives difficulties in units of it). A
    question that all had right, or all wrong, has a difficulty without end: girth 0.8.0 would give it the edge of its search, and call it
    the hardest. Empty where the numbers do not allow a fit.
    """
    import girth
    import numpy as np

    people = {learner: at for at, learner in enumerate(sorted({row[0] for row in answers}))}
    questions = sorted({(row[1], row[2]) for row in answers})
    place = {name: at for at, name in enumerate(questions)}
    table = np.zeros((len(questions), len(people)), dtype=int)
    for learner, item, revision, right in answers:
        table[place[item, revision], people[learner]] = right
    mixed = (table.sum(axis=1) > 0) & (table.sum(axis=1) < len(people))
    if len(people) < PEOPLE or mixed.sum() < QUESTIONS:
        return {}
    fitted = girth.onepl_mml(table[mixed])
    found = iter(fitted["Difficulty"] * fitted["Discrimination"])
    return {name: float(next(found)) if is_mixed else None for name, is_mixed in zip(questions, mixed, strict=True)}
