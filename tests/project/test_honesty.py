"""The tests themselves: each asks for something, none imports another, and what they share can be trusted."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.helpers.checkout import differences
from tests.helpers.once import once
from tests.helpers.projects import PROJECT

FILES = sorted((PROJECT / "tests").rglob("*.py"))
ROOMS_OF_TESTS = {
    "pages",
    "engines",
    "reader",
    "project",
}  # what no room makes alone: pages in a browser, in three, by ear, and the project
ASKS = {"raises", "fail", "wait_for", "wait_for_function", "wait_for_url", "wait_for_selector"}  # these fail by themselves
PREPARES = {"edit", "save", "copy_project"}  # what these assert is that the test could begin


def asks(node: ast.AST, helpers: set[str]) -> bool:
    """Whether a piece of a test can fail by what it asserts, waits for or hands to a helper that does."""
    for part in ast.walk(node):
        if isinstance(part, ast.Assert | ast.Raise):
            return True
        if isinstance(part, ast.Call):
            name = part.func.attr if isinstance(part.func, ast.Attribute) else getattr(part.func, "id", "")
            if name in ASKS or name in helpers:
                return True
    return False


def asking_functions(trees: list[ast.Module]) -> set[str]:
    """The helpers that assert, by themselves or through one another."""
    functions = [
        node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and not node.name.startswith("test_")
    ]
    known: set[str] = set()
    while more := {node.name for node in functions if node.name not in known and asks(node, known)}:
        known |= more
    return known


def idle_tests(text: str, helpers: set[str]) -> Iterator[str]:
    """The names of tests that can only fail by an accident."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not asks(node, helpers):
            yield node.name


@pytest.fixture(scope="module")
def helpers() -> set[str]:
    return asking_functions([ast.parse(path.read_text("utf-8")) for path in FILES if path.parent.name == "helpers"])


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.name.startswith("test_")], ids=lambda path: path.relative_to(PROJECT).as_posix()
)
def test_every_test_asks_for_something(path: Path, helpers: set[str]) -> None:
    text = path.read_text("utf-8")
    own = asking_functions([ast.parse(text)])
    assert list(idle_tests(text, helpers | own | {"golden"})) == []


def test_a_test_that_asks_for_nothing_is_found() -> None:
    text = "def test_idle(site):\n    site.read()\n\ndef test_true():\n    assert 1\n\n"
    text += "def test_raises():\n    with pytest.raises(OSError):\n        open('x')\n"
    assert list(idle_tests(text, set())) == ["test_idle"]
    assert list(idle_tests("def test_by_a_helper():\n    see(1)\n", {"see"})) == []


def test_no_test_file_is_imported_and_no_file_of_fixtures() -> None:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tests"):
                names = [*node.module.split("."), *(alias.name for alias in node.names)]
                assert not [name for name in names if name.startswith("test_") or name == "conftest"], f"{path.name} imports {node.module}"


def test_the_folders_of_tests_mirror_the_rooms_and_say_what_they_try() -> None:
    rooms = {path.name for path in (PROJECT / "manusiawi").iterdir() if path.is_dir()}
    folders = {path.parent.name for path in (PROJECT / "tests").glob("*/test_*.py")}
    assert folders - ROOMS_OF_TESTS <= rooms and folders >= ROOMS_OF_TESTS
    assert all(ast.get_docstring(ast.parse((PROJECT / f"tests/{name}/__init__.py").read_text("utf-8"))) for name in folders | {"helpers"})
    assert not list((PROJECT / "tests").glob("test_*.py")), "tests stand in the folder of their room"


def test_what_came_went_or_changed_in_the_project_is_named() -> None:
    assert differences({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"}) == ["b", "c", "d"]


def test_a_shared_thing_is_made_once_and_its_failure_is_told_to_all(tmp_path: Path) -> None:
    made: list[Path] = []
    for _ in range(3):
        assert once(tmp_path / "thing", made.append) == tmp_path / "thing"
    assert made == [tmp_path / "thing"]
    with pytest.raises(ZeroDivisionError):
        once(tmp_path / "broken", lambda folder: 1 / 0)
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        once(tmp_path / "broken", made.append)


def test_pytest_looks_into_every_folder_of_tests(pytestconfig: pytest.Config) -> None:
    passed_by = pytestconfig.getini("norecursedirs")
    for path in FILES:
        if path.name.startswith("test_"):
            for part in path.relative_to(PROJECT).parts[:-1]:
                assert not any(fnmatch(part, pattern) for pattern in passed_by), f"pytest passes {path} by, because of {part}"
