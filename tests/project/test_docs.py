"""README, changelog and catalogue say what is so."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterable

from manusiawi.cli import COMMANDS
from manusiawi.ground.catalogue import phrases
from manusiawi.language.known import LANGUAGES
from manusiawi.model.marks import OF_AUTHORS
from manusiawi.render.scripts import WORDS
from tests.helpers.projects import PROJECT
from tests.helpers.scripts import SOURCES, holders_of, users_of

README = (PROJECT / "README.md").read_text("utf-8")


def test_readme_names_every_command_and_every_mark() -> None:
    for name in COMMANDS:
        assert f"`{name}`" in README or f"build_quiz.py {name}" in README
    targets = re.findall(r"^([a-z]+):.*##", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for target in ("serve", "check", "site", "test", "quick", "bench"):
        assert target in targets and f"make {target}" in README
    for name in OF_AUTHORS:
        assert f"`[[{name}" in README


def test_readme_maps_every_folder_of_the_house() -> None:
    for folder in ("docs/id", "docs/en", "quizzes", "course", "templates", "manusiawi", "overrides", "schema", "tests", "bench"):
        assert (PROJECT / folder).is_dir() and f"`{folder}/`" in README
    for path in re.findall(r"\]\(([\w./-]+)\)", README):
        assert (PROJECT / path).exists(), path


def test_every_phrase_stands_in_both_languages_with_the_same_gaps() -> None:
    written = {language: phrases(language) for language in LANGUAGES}
    assert len({frozenset(texts) for texts in written.values()}) == 1
    for name in written["id"]:
        assert all(texts[name] for texts in written.values()), name
        assert len({tuple(sorted(re.findall(r"{(\w+)}", texts[name]))) for texts in written.values()}) == 1, name


def called(letter: str) -> set[str]:
    """What the scripts that say the phrases of a letter call, and the kinds of trouble that one script tells the others."""
    parts = [name for name, (prefix, _) in WORDS.items() if prefix == f"{letter}-"]
    own = "\n".join(text for name in parts for text in users_of(name))
    if any(holder.startswith("classroom/") for name in parts for holder in holders_of(name)):  # they hand phrases to each other
        own += "\n".join(text for path, text in SOURCES.items() if path.startswith("classroom/"))
    names = {one or other for one, other in re.findall(r"""\bwords\.(\w+)|["']([a-z0-9-]+)["']""", own)}
    names |= {f"{begin}{end}" for begin in re.findall(r"`([a-z-]+-)\${", own) for end in names}
    troubles = [line for line in SOURCES["base/record.js"].splitlines() if "setTrouble(" in line]
    return names | (set(re.findall(r"""["'](\w+)["']""", "\n".join(troubles))) if "trouble" in own else set())


def in_evidence() -> set[str]:
    """What the report on answers says: its parts hand each other names, some made up of a beginning or an ending and a name."""
    parts = [*(PROJECT / "manusiawi/evidence").rglob("*.py"), PROJECT / "manusiawi/lint/reasons.py"]
    text = "\n".join(path.read_text("utf-8") for path in parts)
    names = {name.replace(" ", "-") for name in re.findall(r"""["']([a-z][a-z -]*[a-z])["']""", text)}
    names |= {f"{name}-say" for name in names if 'f"{name}-say"' in text}
    names |= {f"{begin}{name}" for begin in re.findall(r"""f["']([a-z-]+-){[\w.]+}["']""", text) for name in names}
    return {f"ev-{name.removeprefix('ev-')}" for name in names}


def unused(names: Iterable[str]) -> list[str]:
    """The phrases that nothing says: no Python or template names them, no `say(…, f"begin-{end}")` makes them up, no script calls them."""
    texts = [path.read_text("utf-8") for folder in ("manusiawi", "overrides") for path in (PROJECT / folder).rglob("*.[ph][yt]*")]
    said = set(re.findall(r"""["']([a-z0-9-]+)["']""", "\n".join(texts)))
    for text in texts:
        quoted = re.findall(r"""["']([a-z0-9-]+)["']""", text)
        said |= {f"{begin}{end}" for begin in re.findall(r"""f["']([a-z-]+-){\w+}["']""", text) for end in (*quoted, *LANGUAGES)}
    said |= in_evidence()
    said |= {f"{letter}-{name}" for letter in string.ascii_lowercase for name in called(letter)}
    return [name for name in names if name not in said]


def test_every_phrase_is_used() -> None:
    assert unused(phrases("id")) == []


def test_a_phrase_that_nothing_says_is_found() -> None:
    assert unused(["d-title", "session-nothing", "prefix-menu", "menu", "language-en", "s-check"]) == [
        "d-title",
        "session-nothing",
        "prefix-menu",
    ]


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
