"""Tests that what differs between languages stands in their folders, and that each folder is whole."""

from __future__ import annotations

import ast
import dataclasses
from pathlib import Path

import pytest

from manusiawi.language.known import LANGUAGES, all_known, folder, of, of_path, other, to_root
from manusiawi.language.language import LintWords
from tests.helpers.projects import PROJECT

CODE = [path for path in sorted((PROJECT / "manusiawi").rglob("*.py")) if path.parent.name not in LANGUAGES]
CODES = set(LANGUAGES)


def asks_which_language(source: str) -> list[int]:
    """The lines on which code compares with a language's code, or holds a table or row of all of them."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            compared = {side.value for side in (node.left, *node.comparators) if isinstance(side, ast.Constant)}
            is_language = bool(compared & CODES) and not isinstance(node.left, ast.Attribute)
        elif isinstance(node, ast.Dict):
            is_language = {key.value for key in node.keys if isinstance(key, ast.Constant)} >= CODES
        elif isinstance(node, ast.Tuple | ast.List | ast.Set):
            is_language = {part.value for part in node.elts if isinstance(part, ast.Constant)} >= CODES
        else:
            is_language = False
        lines += [node.lineno] if is_language else []
    return lines


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_the_engine_asks_a_language_for_what_it_knows_and_never_which_one_it_is(path: Path) -> None:
    assert asks_which_language(path.read_text("utf-8")) == []


def test_code_that_asks_is_seen() -> None:
    assert asks_which_language('if language == "en": pass') == [1]
    assert asks_which_language('SIGNS = {"id": ",", "en": "."}') == [1]
    assert asks_which_language('for language in ("id", "en"): pass') == [1]
    assert asks_which_language('named = field == "name" or {"id": 1}') == []


def test_a_language_is_a_folder_of_its_own() -> None:
    folders = {path.parent.name for path in (PROJECT / "manusiawi" / "language").glob("*/__init__.py")}
    assert folders == CODES


def test_every_language_has_its_words() -> None:
    for known in all_known():
        assert len(known.months) == 12 and len(set(known.months)) == 12, known.name
        assert known.stop and known.small and known.voices[0] == known.code, known.name
        assert known.signs.decimal != known.signs.thousands, known.name
        for entry in dataclasses.fields(LintWords):
            value = getattr(known.lint, entry.name)
            assert value or entry.name in ("teen", "strangers", "in_italics"), f"{known.name}: {entry.name}"
        assert known.lint.strangers or known.lint.in_italics, f"nothing tells {known.name} in texts of other languages"


def test_the_main_language_stands_at_the_root_and_the_others_below_it() -> None:
    assert [folder(language) for language in LANGUAGES] == ["", "en/"]
    assert [to_root(language) for language in LANGUAGES] == ["", "../"]
    assert [of_path(path) for path in ("loket/soal.html", "en/loket/soal.html")] == ["id", "en"]
    assert [other(language) for language in LANGUAGES] == ["en", "id"]


@pytest.mark.parametrize(
    ("language", "word", "number"), [("id", "ketujuh", "7"), ("id", "sebelas", "11"), ("en", "twentieth", None), ("en", "twenty", "20")]
)
def test_number_words_are_those_of_the_language(language: str, word: str, number: str | None) -> None:
    assert of(language).lint.numbers.get(word) == number
