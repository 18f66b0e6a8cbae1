"""`python -m tests.classroom.cards`: what the reader gets right of 10,000 drawn cards, by their size, and of 200 pictures without any.

`python -m tests.classroom.cards 26 250` draws 250 pictures of 40 cards with edges of 26 pixels.
"""

from __future__ import annotations

import sys

from tests.classroom.cards.reader import Score, reader
from tests.classroom.cards.scenes import Room, draw

PICTURES, EMPTY = 250, 200


def sized(edge: float, pictures: int) -> Score:
    """The score of pictures of 40 cards with edges of so many pixels."""
    score = Score()
    with reader() as reads:
        for seed in range(pictures):
            image, cards = draw(seed, Room(edge=(edge, edge)))
            score.add(seed, reads.read(image), cards)
    return score


def empty(pictures: int) -> Score:
    """The score of pictures full of what walls, clothes and papers show, without a card."""
    score = Score()
    with reader() as reads:
        for seed in range(pictures):
            image, cards = draw(100_000 + seed, Room(cards=0, clutter=60))
            score.add(seed, reads.read(image), cards)
    return score


def print_scores(edges: dict[float, int], without: int) -> bool:
    """Prints the scores; whether nothing was read that is not true."""
    true = True
    for edge, pictures in edges.items():
        score = sized(edge, pictures)
        drawn = score.readable + score.hidden
        print(
            f"{drawn:6,} cards of {edge:g} pixels: {score.read / score.readable:7.2%} of {score.readable:,} that can be read were, "
            f"{score.hidden_read} of {score.hidden} partly hidden; read wrong: {len(score.faults)}",
            flush=True,
        )
        print(*score.faults, sep="\n", end="\n" if score.faults else "")
        true &= not score.faults
    if without:
        score = empty(without)
        print(f"{without} pictures without cards: {len(score.faults)} readings")
        print(*score.faults, sep="\n", end="\n" if score.faults else "")
        true &= not score.faults
    return true


if __name__ == "__main__":
    words = list(map(int, sys.argv[1:]))
    chosen = {float(words[0]): words[1]} if words else {26.0: PICTURES, **dict.fromkeys((36.0, 32.0, 28.0, 24.0, 22.0, 20.0), 10)}
    sys.exit(0 if print_scores(chosen, 0 if words else EMPTY) else 1)
