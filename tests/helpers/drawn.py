"""Answers of people who were drawn, in each format that `analyse` reads; the same seed always draws the same."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from math import exp
from pathlib import Path
from random import Random
from typing import NamedTuple

from manusiawi.evidence.bank import Asked, Bank

BEGUN = 1_764_000_000_000  # milliseconds since 1970


class Given(NamedTuple):
    """One drawn answer."""

    person: int
    asked: Asked
    language: str
    option: str
    right: bool
    sure: bool
    seconds: int
    group: str


def choices(bank: Bank, many: int = 8) -> list[Asked]:
    """Questions of a bank with one right option of several."""
    return [one for one in bank.asked.values() if one.words and sum(one.options.values()) == 1][:many]


def given(bank: Bank, people: int, seed: int = 1, many: int = 8) -> Iterator[Given]:
    """Answers of people who differ in what they know, to questions of unlike difficulty; every third answers in English."""
    random = Random(seed)
    questions = choices(bank, many)
    for person in range(people):
        able = random.gauss(0, 1)
        for number, asked in enumerate(questions):
            right = random.random() < 1 / (1 + exp(number / 4 - 1 - able))
            option = random.choice([name for name, key in asked.options.items() if key == right])
            language = "en" if person % 3 == 0 else "id"
            yield Given(person, asked, language, option, right, random.random() < 0.5, random.randint(5, 90), f"g{person % 2}")


def write_table(path: Path, answers: Iterator[Given], more: str = "") -> None:
    """Our own shape as CSV, with names of people that nobody is to keep; `more` are lines behind."""
    rows = [
        f"p{one.person},{one.asked.name},{one.asked.revisions[one.language]},{one.option},{str(one.right).lower()},{int(one.sure)},{one.seconds},"
        f"{one.group},Siti Rahmawati {one.person}"
        for one in answers
    ]
    path.write_text("\n".join(["learner,item,revision,option,right,sure,seconds,group,nama", *rows, more]), "utf-8")


def write_moodle(path: Path, answers: Iterator[Given], language: str, with_questions: bool = True) -> None:
    """Moodle's report of responses, with its columns as they stand in a language."""
    words = {
        "en": ("Last name", "First name", "Email address", "Department", "Question", "Response", "Right answer"),
        "id": ("Nama belakang", "Nama depan", "Alamat email", "Departemen", "Pertanyaan", "Jawaban", "Jawaban benar"),
    }[language]
    people: dict[int, list[Given]] = {}
    for one in answers:
        people.setdefault(one.person, []).append(one)
    count = len(next(iter(people.values())))
    parts = [f"{word} {number + 1}" for number in range(count) for word in (words[4:] if with_questions else words[5:])]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*words[:4], *parts])
        for person, row in people.items():
            cells = []
            for one in row:
                key = next(name for name, right in one.asked.options.items() if right)
                shown = one.asked.shown[language]
                cells += [*([one.asked.titles[language]] if with_questions else []), shown[one.option], shown[key]]
            writer.writerow(["Rahmawati", "Siti", f"siti{person}@contoh.go.id", f"g{person % 2}", *cells])


def write_statements(path: Path, answers: Iterator[Given]) -> None:
    """Statements of xAPI, a line each."""
    lines = [
        {
            "actor": {"name": "Siti Rahmawati", "mbox": f"mailto:siti{one.person}@contoh.go.id"},
            "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
            "object": {"id": f"https://contoh.go.id/kursus/soal/{one.asked.name}"},
            "result": {"success": one.right, "response": one.option, "duration": f"PT{one.seconds}S"},
            "context": {"language": "en-GB" if one.language == "en" else "id-ID"},
        }
        for one in answers
    ]
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")


def class_file(bank: Bank, people: int, rounds: int = 1) -> dict:
    """The file of a class, with votes on two questions, each as often as there are rounds."""
    random = Random(people)
    votes = []
    for number, asked in enumerate(choices(bank, 2)):
        for round_number in range(1, rounds + 1):
            answers = {str(code): {"o": random.choice(list(asked.options)), "s": code % 2} for code in range(1, people + 1)}
            at = BEGUN + 1000 * number + round_number
            vote = {"item": asked.name, "r": asked.revisions["id"], "round": round_number, "form": "", "way": "cards", "t": at}
            votes.append(vote | {"answers": answers, "counts": {}})
    names = {str(code): f"Siti {code}" for code in range(1, people + 1)}
    return {
        "format": "class",
        "v": 1,
        "course": "manusiawi",
        "language": "id",
        "name": "Metro",
        "t": BEGUN,
        "people": names,
        "votes": votes,
    }


def learner_record(answers: list[Given], begun: int = BEGUN) -> dict:
    """The record that one learner takes along."""
    items = {
        one.asked.name: {
            "r": one.asked.revisions[one.language],
            "a": [f":{one.option}"],
            "c": 1,
            "t": begun + number,
            "ok": int(one.right),
            "s": int(one.sure),
        }
        for number, one in enumerate(answers)
    }
    return {"v": 2, "items": items, "pages": {}, "tests": {}, "place": {}}
