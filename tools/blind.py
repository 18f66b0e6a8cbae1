"""Sheets for blind readings: how many questions can be answered from their options alone, or from scene and stem without the course.

`python -m tools.blind draw FOLDER --seed 1` draws single-choice questions and writes two sheets and their key.
One sheet shows the options alone, the other scene and stem too.
`python -m tools.blind score KEY ANSWERS...` marks files of answers, a letter a line in the order of the sheet; - is no answer.
The key is made with the sheets and marks them for good, whatever becomes of the questions.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from manusiawi.entries.items import FORMS, Option, SingleChoice
from manusiawi.language.known import LANGUAGES, MAIN
from manusiawi.language.words import plain
from manusiawi.lint.guessing.trials import Tally
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course

PROJECT = Path(__file__).resolve().parents[1]
LETTERS = "ABCDE"
_MARK = re.compile(r"\[\[\w+ ([^\]]*)\]\]")


@dataclass(frozen=True, slots=True)
class Question:
    """A drawn question; its options in the order of the sheet."""

    item: SingleChoice
    module: str
    options: tuple[Option, ...]

    @property
    def answer(self) -> str:
        return next(letter for letter, option in zip(LETTERS, self.options, strict=False) if option.key)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the key: what is right, and what the score is broken down by."""

    answer: str
    options: int
    item: str
    module: str
    level: str
    forms: str  # - for a question that stands in no test

    def __str__(self) -> str:
        return "\t".join(map(str, (self.answer, self.options, self.item, self.module, self.level, self.forms)))


_GROUPINGS: dict[str, Callable[[Row], str]] = {
    "module": lambda row: row.module,
    "level": lambda row: row.level,
    "test form": lambda row: row.forms,
}


def draw(course: Course, seed: int, number: int, a_module: int, wanted: Callable[[SingleChoice, str], bool]) -> list[Question]:
    """At most so many questions, at most `a_module` of each module, mixed; the same ones in the same order for the same bank and seed."""
    lot = Random(seed)
    listed = [
        (item, course.item_modules[item.id])
        for item in course.items.values()
        if isinstance(item, SingleChoice) and wanted(item, course.item_modules[item.id])
    ]
    lot.shuffle(listed)
    drawn: list[Question] = []
    for item, module in listed:
        if len(drawn) < number and sum(question.module == module for question in drawn) < a_module:
            options = list(item.options)
            lot.shuffle(options)
            drawn.append(Question(item, module, tuple(options)))
    return drawn


def sheet(questions: Sequence[Question], language: str, *, scenes: bool) -> str:
    """The questions as a reader gets them: the options alone, or below scene and stem; neither id nor module shows."""
    parts = []
    for number, question in enumerate(questions, 1):
        scenario = question.item.scenario
        above = [*([scenario[language].strip()] if scenario else []), question.item.stem[language]] if scenes else []
        listed = [f"{letter}. {option.text[language]}" for letter, option in zip(LETTERS, question.options, strict=False)]
        parts.append("\n".join([f"{number}.", *map(_readable, above), *(plain(_readable(text)) for text in listed)]))
    return "\n\n".join(parts) + "\n"


def _readable(text: str) -> str:
    """A text whose marks give way to what they name."""
    return _MARK.sub(r"\1", text)


def key(questions: Sequence[Question]) -> list[Row]:
    return [
        Row(
            question.answer,
            len(question.options),
            question.item.id,
            question.module,
            question.item.bloom,
            "".join(question.item.forms) or "-",
        )
        for question in questions
    ]


def read_key(text: str) -> list[Row]:
    """The rows of a key that was written; ValueError where it is none."""
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if not rows or any(len(row) != 6 for row in rows):
        raise ValueError("this is no key that `draw` wrote: each line has six parts")
    return [Row(answer, int(options), item, module, level, forms) for answer, options, item, module, level, forms in rows]


def read_answers(text: str, number: int) -> list[str]:
    """The letters of a file of answers, such as `B`, `12. b` or `-`; ValueError where one cannot be read or the number differs."""
    answers = []
    for place, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        found = re.fullmatch(r"\s*(?:\d+\s*[.):]?\s*)?([A-Ea-e-])\W*", line)
        if not found:
            raise ValueError(f'line {place}: "{line.strip()}" is no answer; write a letter, or - for none')
        answers.append(found[1].upper())
    if len(answers) != number:
        raise ValueError(f"{len(answers)} answers for {number} questions; write one a line, and - where there is none")
    return answers


def marked(rows: Sequence[Row], answers: Sequence[str]) -> list[str]:
    """The score of one reading, whole, by module, by level and by test form."""
    right = [row.answer == answer for row, answer in zip(rows, answers, strict=True)]
    lines = [f"{tally(rows, right)}"]
    for name, group_of in _GROUPINGS.items():
        groups: dict[str, set[int]] = {}
        for place, row in enumerate(rows):
            groups.setdefault(group_of(row), set()).add(place)
        lines.append(f"    by {name}: " + "  ".join(f"{group} {tally(rows, right, groups[group]).short}" for group in sorted(groups)))
    return lines


def tally(rows: Sequence[Row], right: Sequence[bool], places: set[int] | None = None) -> Tally:
    """The answers at these places, or all, added up."""
    chosen = [place for place in range(len(rows)) if places is None or place in places]
    chances = [1 / rows[place].options for place in chosen]
    return Tally(len(chosen), sum(right[place] for place in chosen), sum(chances), sum(chance * (1 - chance) for chance in chances))


def in_every_reading(rows: Sequence[Row], readings: Sequence[Sequence[str]]) -> list[str]:
    """The ids of the questions that every reading has right, in the order of the sheet."""
    return [row.item for place, row in enumerate(rows) if all(answers[place] == row.answer for answers in readings)]


def main(words: list[str]) -> int:
    """Draws or scores; returns 1 where a file cannot be read or nothing can be drawn."""
    parser = argparse.ArgumentParser(prog="python -m tools.blind", description="Sheets for blind readings of the bank, and their scores.")
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="write two sheets, options alone and with scene and stem, and their key")
    drawing.add_argument("folder", type=Path, help="where the three files go")
    drawing.add_argument("--seed", type=int, required=True, help="the lot; the same seed and bank give the same sheets")
    drawing.add_argument("--number", type=int, default=40, help="how many questions (default: 40)")
    drawing.add_argument("--a-module", type=int, default=5, help="at most so many of each module (default: 5)")
    drawing.add_argument("--language", choices=LANGUAGES, default=MAIN)
    drawing.add_argument("--form", choices=FORMS, help="only questions of this test form")
    drawing.add_argument("--module", help="only questions of this module")
    scoring = commands.add_parser("score", help="mark files of answers by module, level and test form")
    scoring.add_argument("key", type=Path)
    scoring.add_argument("answers", type=Path, nargs="+")
    options = parser.parse_args(words)
    try:
        return _draw(options) if options.command == "draw" else _score(options)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1


def _draw(options: argparse.Namespace) -> int:
    def wanted(item: SingleChoice, module: str) -> bool:
        return (not options.form or options.form in item.forms) and (not options.module or options.module == module)

    drawn = draw(load_course(PROJECT), options.seed, options.number, options.a_module, wanted)
    if not drawn:
        raise ValueError("no single-choice question is so; check --module and --form")
    head = f"# seed {options.seed}, {options.language}, {len(drawn)} questions, at most {options.a_module} of a module\n"
    files = {
        "options": sheet(drawn, options.language, scenes=False),
        "scenes": sheet(drawn, options.language, scenes=True),
        "key": "".join(f"{row}\n" for row in key(drawn)),
    }
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = options.folder / f"{options.seed}-{options.language}-{name}.txt"
        path.write_text(head + "\n" * (name != "key") + text, "utf-8")
        print(path)
    return 0


def _score(options: argparse.Namespace) -> int:
    rows = read_key(options.key.read_text("utf-8"))
    readings = []
    for path in options.answers:
        try:
            readings.append(read_answers(path.read_text("utf-8"), len(rows)))
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from None
        print(f"{path}:", "\n".join(marked(rows, readings[-1])))
    always = in_every_reading(rows, readings)
    if len(readings) > 1:
        print(f"right in all {len(readings)} readings: {len(always)} of {len(rows)}: {', '.join(always)}")
    else:
        print(f"right: {', '.join(always)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
