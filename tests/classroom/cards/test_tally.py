"""An answer counts once several pictures agree on it; what they disagree on is unsure."""

from __future__ import annotations

from typing import Any

from tests.helpers.nodejs import run


def after(*pictures: str) -> dict[int, Any]:
    """What the tally knows after pictures such as "1A 2B", by number."""
    frames = [[{"number": int(word[:-1]), "letter": word[-1]} for word in picture.split()] for picture in pictures]
    body = "return it.answers(value.reduce((tally, frame) => it.tallied(tally, frame), it.emptyTally()));"
    return {answer["number"]: answer["letter"] for answer in run(body, frames, it="classroom/cards/tally.js")}


def test_a_card_counts_from_its_second_reading() -> None:
    assert after("1A 2B", "2B") == {1: None, 2: "B"}


def test_a_card_that_is_read_as_two_letters_is_unsure_until_one_clearly_leads() -> None:
    assert after("1A", "1B", "1A") == {1: None}
    assert after("1B", "1A", "1A", "1A", "1A") == {1: "A"}


def test_a_card_that_was_turned_shows_its_new_letter_once_the_old_one_has_passed() -> None:
    assert after(*["1A"] * 10, *["1C"] * 5) == {1: None}
    assert after(*["1A"] * 10, *["1C"] * 8) == {1: "C"}


def test_a_card_that_left_the_room_is_forgotten() -> None:
    assert after("1A", "1A", *[""] * 10) == {}


def test_two_cards_with_one_number_and_other_letters_are_unsure_and_a_copy_counts_once() -> None:
    assert after(*["1A 1B"] * 6) == {1: None}
    assert after("1A 1A") == {1: None}
