"""Bad files: each fault is told with file, line, column, what was found, what is allowed, how to mend it.

`bad/files.yml` lists them: the file of the example that is edited, what is replaced by what, and the
exact message.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from manusiawi.ground.reading import MAX_BYTES
from tests.helpers.commands import run, run_alone, told
from tests.helpers.projects import DATA, PROJECT

CASES = yaml.safe_load((DATA / "bad/files.yml").read_text("utf-8"))
BANK = "quizzes/antre.yml"


def spoil(example: Path, case: dict) -> None:
    path = example / case.get("file", BANK)
    text = path.read_text("utf-8")
    assert text.count(case["old"]) >= 1, "the table no longer fits the example"
    path.write_text(text.replace(case["old"], case["new"], 1), "utf-8")


@pytest.mark.parametrize("name", CASES)
def test_bad_file_gets_its_exact_message(example: Path, name: str) -> None:
    spoil(example, CASES[name])
    assert told(example) == CASES[name]["says"]


def test_the_example_itself_has_no_fault(example: Path) -> None:
    assert told(example).strip() == ""


@pytest.mark.parametrize("here, there", [("id", "en"), ("en", "id")])
def test_a_page_that_is_missing_in_one_language_is_a_fault(example: Path, here: str, there: str) -> None:
    (example / f"docs/{there}/index.md").unlink()
    assert told(example) == (
        f"docs/{here}/index.md:1:1: the page is missing in docs/{there}/.\n"
        "    Allowed: every page in both languages, under the same name.\n"
        f"    Mend: write docs/{there}/index.md.\n"
    )


def test_all_faults_are_told_at_once_and_the_exit_is_one(example: Path) -> None:
    for name in ("unknown-field", "missing-translation", "no-right-option"):
        spoil(example, CASES[name])
    done = run(example, "check")
    assert done.returncode == 1
    assert done.stderr.count("Mend:") == 3 and "3 faults." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_leaves_the_last_good_site(example: Path) -> None:
    assert run(example, "site").returncode == 0
    before = {path: path.read_bytes() for path in (example / "site").rglob("*") if path.is_file()}
    spoil(example, CASES["no-right-option"])
    done = run(example, "site")
    assert done.returncode == 1 and "has no right option" in done.stderr and "Traceback" not in done.stderr
    assert before == {path: path.read_bytes() for path in (example / "site").rglob("*") if path.is_file()}
    plain = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", str(example / "mkdocs.yml")], capture_output=True, text=True, cwd=PROJECT
    )
    assert plain.returncode == 1 and "has no right option" in plain.stderr and "Traceback" not in plain.stderr
    assert before == {path: path.read_bytes() for path in (example / "site").rglob("*") if path.is_file()}


def test_a_broken_link_in_a_lesson_leaves_the_last_good_site(example: Path) -> None:
    assert run(example, "site").returncode == 0
    before = (example / "site/index.html").read_bytes()
    lesson = example / "docs/id/antre/giliran.md"
    lesson.write_text(lesson.read_text("utf-8") + "\n[hilang](tidak-ada.md)\n", "utf-8")
    done = run(example, "site")
    assert done.returncode == 1 and "tidak-ada.md" in done.stderr and "Traceback" not in done.stderr
    assert (example / "site/index.html").read_bytes() == before


def test_a_file_of_fifty_megabytes_is_refused_unread(example: Path) -> None:
    path = example / BANK
    with path.open("ab") as file:
        file.truncate(50_000_000)
    assert f"{BANK}:1:1: the file has 50,000,000 bytes.\n    Allowed: at most {MAX_BYTES:,} bytes a file." in told(example)


def test_aliases_that_explode_are_refused(example: Path) -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    (example / BANK).write_text(bomb, "utf-8")
    assert f'{BANK}:1:5: "&a0" is a YAML anchor or alias.' in told(example)


@pytest.mark.parametrize(
    "text, place",
    (
        ("[" * 100_000, "1:41"),
        ("- [é, " + "[" * 1_500 + "]" * 1_500 + "]", "1:45"),
        ("{a: " * 50_000, "1:161"),
        ("- " * 5_000 + "x", "1:81"),
        ("a:\n" + "".join(" " * n + "a:\n" for n in range(1, 900)), "41:41"),
    ),
)
def test_deep_nesting_is_refused_without_a_crash(example: Path, text: str, place: str) -> None:
    (example / BANK).write_text(text, "utf-8")
    done = run(example, "check")
    assert done.returncode == 1 and f"{BANK}:{place}: more than 40 levels of nesting" in done.stderr


def test_wrong_encoding_names_the_byte(example: Path) -> None:
    path = example / BANK
    text = path.read_text("utf-8").replace("Cepat bagi loket", "Cépat bagi loket")
    path.write_bytes(text.encode("latin-1"))
    line = text[: text.index("Cépat")].count("\n") + 1
    assert f"{BANK}:{line}:12: byte 0xE9 is not UTF-8 text.\n" in told(example)


def test_utf_16_is_told_as_an_encoding(example: Path) -> None:
    path = example / BANK
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))
    assert f"{BANK}:1:1: byte 0xFF is not UTF-8 text.\n" in told(example)


def test_a_folder_in_the_place_of_a_file_is_told(example: Path) -> None:
    (example / "quizzes/folder.yml").mkdir()
    assert "quizzes/folder.yml:1:1: the file cannot be read (Is a directory)." in told(example)


@pytest.mark.skipif(os.name == "nt", reason="rights work otherwise on Windows")
def test_a_folder_without_rights_is_told_without_a_traceback(example: Path) -> None:
    # Root may read everything; without these two capabilities it may not.
    drop = "-dac_override,-dac_read_search"
    before = ("setpriv", "--bounding-set", drop, "--inh-caps", drop) if os.geteuid() == 0 else ()
    for path, mode, command in ((example / BANK, 0, "check"), (example / "quizzes", 0, "check"), (example / "docs/id", 0o555, "pages")):
        usual = path.stat().st_mode
        path.chmod(mode)
        done = run_alone(example, command, before=before)
        path.chmod(usual)
        assert done.returncode == 1 and "Traceback" not in done.stderr
        assert "Permission denied" in done.stderr
