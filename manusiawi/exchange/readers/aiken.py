"""Reads the questions of an Aiken file: a question, its options by letters, then `ANSWER:` and the letter of the right one."""

from __future__ import annotations

import re

from manusiawi.exchange.question import MAX_ANSWERS, MAX_QUESTIONS, Choice, Question, Reading, Refusal
from manusiawi.exchange.readers.carry import asked, label
from manusiawi.exchange.readers.settle import settle
from manusiawi.ground.faults import Fault, Place

_OPTION = re.compile(r"\s*\(?([A-Za-z])[.)]\s*(\S.*)?")
_ANSWER = re.compile(r"\s*(?:ANSWERS?|JAWABAN|KUNCI(?: JAWABAN)?)\s*:\s*(.*)", re.IGNORECASE)
_LETTERS = re.compile(r"([A-Za-z])(?:\s*(?:,|;|dan|and|&)?\s+([A-Za-z])|\s*,\s*([A-Za-z]))*\s*[.)]?\s*")


def is_aiken(text: str) -> bool:
    """Whether a text without braces names right answers as Aiken does."""
    return "{" not in text and any(_ANSWER.fullmatch(line) for line in text.split("\n"))


def read_aiken(text: str, file: str, language: str) -> Reading:
    """The questions of every question of the file; a question that cannot be read becomes a fault."""
    reading = Reading()
    head: list[tuple[int, str]] = []
    options: list[tuple[int, str, str]] = []
    count = 0
    for line, words in enumerate(text.split("\n"), 1):
        answer = _ANSWER.fullmatch(words)
        option = _OPTION.fullmatch(words) if head else None
        expected = chr(ord("A") + len(options))
        if answer and (head or options):
            count += 1
            if count > MAX_QUESTIONS:
                most = f"at most {MAX_QUESTIONS:,} a file"
                reading.faults.append(
                    Fault(Place(file, line), f"more than {MAX_QUESTIONS:,} questions", most, "put the rest into another file")
                )
                return reading
            _read(head, options, answer[1], Place(file, line), language, reading)
            head, options = [], []
        elif option and option[1].upper() == expected:
            options.append((line, option[1].upper(), option[2] or ""))
        elif options and words.strip():
            number, letter, said = options[-1]
            options[-1] = (number, letter, f"{said} {words.strip()}")
        elif words.strip():
            head.append((line, words.strip()))
    if head or options:
        place = Place(file, (head or options)[0][0])
        _refused(head, options, "", place, Question(place), reading, "has no line ANSWER:")
    return reading


def _read(head: list[tuple[int, str]], options: list[tuple[int, str, str]], key: str, end: Place, language: str, reading: Reading) -> None:
    place = Place(end.file, head[0][0] if head else end.line)
    question = Question(place, type="single-choice")
    question.stem = " ".join(words for _, words in head)[:60]
    letters = re.findall(r"\b[A-Z]\b", key.upper()) if _LETTERS.fullmatch(key.strip()) else []
    known = [letter for _, letter, _ in options]
    if len(options) > MAX_ANSWERS or not letters or not set(letters) <= set(known):
        _refused(head, options, key, end, question, reading, f'has the answer "{key.strip()[:40]}"')
        return
    try:
        asked(question, "\n\n".join(words for _, words in head), "html" if "<" in str(head) else "plain", language, place)
        question.options = [
            Choice(label(question, words, "plain", language, Place(end.file, line)), right=letter in letters)
            for line, letter, words in options
        ]
        settle(question)
        reading.questions.append(question)
        reading.notes += question.lost
    except Refusal as refusal:
        reading.faults.append(refusal.fault)
        reading.leave(place, question.label, "", _everything(head, options, key))


def _refused(
    head: list[tuple[int, str]],
    options: list[tuple[int, str, str]],
    key: str,
    place: Place,
    question: Question,
    reading: Reading,
    found: str,
) -> None:
    letters = ", ".join(letter for _, letter, _ in options) or "none"
    reading.faults.append(
        question.refuse(
            found, f"ANSWER: and a letter of its options ({letters})", "write the line ANSWER: with the letter after the options", place
        ).fault
    )
    reading.leave(question.place, question.label, "", _everything(head, options, key))


def _everything(head: list[tuple[int, str]], options: list[tuple[int, str, str]], key: str) -> str:
    return " ".join([*(words for _, words in head), *(f"{letter}. {words}" for _, letter, words in options), key])
