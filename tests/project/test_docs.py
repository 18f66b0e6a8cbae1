"""README, changelog and catalogue say what is so."""

from __future__ import annotations

import ast
import re

from manusiawi.checks.course import MARK_NAMES
from manusiawi.cli import COMMANDS
from manusiawi.ground.catalogue import _catalogue
from manusiawi.model.course import Course
from tests.helpers.projects import PROJECT

README = (PROJECT / "README.md").read_text("utf-8")


def test_readme_names_every_command_and_every_mark() -> None:
    for name in COMMANDS:
        assert f"`{name}`" in README or f"build_quiz.py {name}" in README
    targets = re.findall(r"^([a-z]+):.*##", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for target in ("serve", "check", "site", "test", "bench"):
        assert target in targets and f"make {target}" in README
    for name in MARK_NAMES:
        assert f"`[[{name}" in README


def test_readme_maps_every_folder_of_the_house() -> None:
    for folder in ("docs/id", "docs/en", "quizzes", "course", "templates", "manusiawi", "overrides", "schema", "tests", "bench"):
        assert (PROJECT / folder).is_dir() and f"`{folder}/`" in README
    for path in re.findall(r"\]\(([\w./-]+)\)", README):
        assert (PROJECT / path).exists(), path


def test_changelog_counts_what_the_course_cites(course: Course) -> None:
    changelog = (PROJECT / "CHANGELOG.md").read_text("utf-8")
    assert f"{len(course.law.instruments)} instruments and {len(course.citations)} passages" in changelog


def test_every_phrase_stands_in_both_languages_with_the_same_gaps() -> None:
    for name, words in _catalogue().items():
        assert set(words) == {"id", "en"} and all(words.values()), name
        assert len({tuple(sorted(re.findall(r"{(\w+)}", text))) for text in words.values()}) == 1, name


def test_every_phrase_is_used() -> None:
    sources = "".join(
        path.read_text("utf-8")
        for folder in ("manusiawi", "overrides")
        for path in (PROJECT / folder).rglob("*")
        if path.suffix in (".py", ".html", ".js")
    )
    for name in _catalogue():
        plain = re.sub(r"^(?:[acdslptfo]|trainer|session|plan|language)-", "", name)  # the code puts these together
        assert re.search(rf"""["'](?:{re.escape(name)}|{re.escape(plain)})["']|words\.{re.escape(plain)}\b""", sources), name


def test_every_file_of_the_package_says_its_purpose_in_its_first_line() -> None:
    for path in [*(PROJECT / "manusiawi").rglob("*.py"), *(PROJECT / "tests").rglob("*.py"), *(PROJECT / "bench").glob("*.py")]:
        text = path.read_text("utf-8")
        if text:
            first = ast.get_docstring(ast.parse(text))
            assert first and len(first.split("\n")[0]) > 20, path


def test_every_public_function_and_class_says_what_it_does() -> None:
    for path in (PROJECT / "manusiawi").rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if (
                isinstance(node, (ast.FunctionDef, ast.ClassDef))
                and not node.name.startswith("_")
                and not any(isinstance(mark, ast.Call) and mark.func.id == "rule" for mark in node.decorator_list)
            ):  # a rule says it in its mark
                assert ast.get_docstring(node), f"{path.name}: {node.name}"
