"""The rooms of the builder stay small, and each says what it is for and what it may import."""

from __future__ import annotations

import ast
import tomllib

from tests.helpers.projects import PROJECT

PACKAGE = PROJECT / "manusiawi"
FOLDERS = sorted({path.parent for path in PACKAGE.rglob("*.py")})


def test_a_newcomer_sees_at_most_eight_modules_at_the_top() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= 8


def test_no_room_holds_more_than_twenty_modules_and_no_file_more_than_400_lines() -> None:
    assert [folder.name for folder in FOLDERS if len(list(folder.glob("*.py"))) > 20] == []
    assert [path.name for path in PACKAGE.rglob("*.py") if len(path.read_text("utf-8").splitlines()) > 400] == []


def test_every_room_says_what_it_is_for_and_what_it_may_import() -> None:
    tops = [folder for folder in FOLDERS if folder.parent == PACKAGE]
    for folder in tops:
        words = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
        assert "import" in words.lower(), folder.name


def test_every_room_has_its_place_in_the_contract_that_make_lint_checks() -> None:
    contracts = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    named = " ".join(layer for contract in contracts for layer in contract.get("layers", ()))
    missing = [folder.name for folder in FOLDERS if folder.parent == PACKAGE and folder.name not in named]
    assert missing == [] and len(FOLDERS) > 12
