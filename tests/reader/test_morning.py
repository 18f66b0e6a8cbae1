"""The morning at the counter as it is heard: what came of a choice, the clock, the next person, the look back."""

from __future__ import annotations

import pytest

from manusiawi.ground.catalogue import say as say_in
from tests.reader.person import Person

READY = "document.querySelector('.pg-tools button')"
WAY, NEXT = ".mq-node:not([hidden]) .mq-way", ".mq-node:not([hidden]) .pg-next"
# Begins the morning anew, then presses each time the link of that number among those that are shown, whatever it is.
PLAY = """[...document.querySelectorAll(".pg-tools button")].find(one => one.textContent === arguments[0]).click();
const shown = () => [...document.querySelectorAll(".mq-way, .pg-next")].filter(one => one.checkVisibility());
arguments[1].forEach(number => { shown()[number].click(); });"""


def clock(last: str, left: int) -> str:
    return say_in("id", "m-clock", last=last, left=left)


@pytest.fixture(scope="module")
def counter(person: Person, spoken_site: str) -> Person:
    """The page, with Lia in second place."""
    person.open(f"{spoken_site}/pagi.html", READY)
    person.page.run("location.hash = 'undian-1';")
    return person


def play(counter: Person, *numbers: int) -> None:
    """Plays to where a test begins."""
    counter.page.run(PLAY, say_in("id", "m-anew"), list(numbers))


def test_a_choice_is_followed_by_the_heading_of_the_scene_that_answers_it_and_by_the_clock_once(counter: Person) -> None:
    play(counter)
    assert any(words.startswith("A. Memintanya kembali.") and words.endswith("link.") for words in counter.reach(WAY))
    assert any(words.startswith("B. Naik ke sekretaris.") for words in counter.press("Tab"))
    said = counter.press("Return")
    assert len([words for words in said if words.startswith(f"Di tangga. {clock('048', 0)}")]) == 1, said
    assert any(words.startswith("Di tangga heading level 4") for words in counter.read_on("Mesinnya terkunci.", 3))


def test_what_came_of_a_choice_begins_with_the_choice_and_the_clock_is_said_once(counter: Person) -> None:
    play(counter, 1)
    counter.reach(WAY)
    said = counter.press("Return")
    assert len([words for words in said if words.startswith(f"Meminta kuncinya. (1 nomor). {clock('047', 0)}")]) == 1, said
    counter.read_on("Kuncinya diberikan.", 3)


def test_the_next_person_is_named_before_the_scene_and_a_clock_that_stands_is_not_said(counter: Person) -> None:
    play(counter, 0)
    counter.reach(NEXT)
    said = counter.press("Return")
    assert any(words.startswith("A-004 Lia, Di loket region") for words in said), said
    counter.read_on("Lia bertanya.", 3)


def test_after_the_last_person_the_look_back_is_said_and_reads_on_to_each_of_them_from_its_beginning_each_time(counter: Person) -> None:
    for _ in "once", "once more, where the caret of the browser is left further down":
        play(counter, *[0] * 20)  # ten people and Pak Ali once more, but for the last
        counter.reach(WAY)
        counter.press("Return")
        counter.reach(NEXT)
        said = counter.press("Return")
        assert any(words.startswith("Sesudah jam dua belas") for words in said), said
        counter.read_on("Layar berhenti di A-0", 3)
        counter.read_on("Undian 1 dari", 3)
    assert any(words.startswith("Pak Ali ") and "expanded" in words for words in counter.press("Tab"))
