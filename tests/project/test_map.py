"""README's map: every room, file and mark that it names is there, and every one that is there is named."""

from __future__ import annotations

import re
import subprocess
import tomllib

import pytest

from manusiawi.model.kinds import KINDS
from manusiawi.model.marks import OF_AUTHORS
from tests.helpers.projects import PROJECT

README = (PROJECT / "README.md").read_text("utf-8")
HOUSE = README.split("## The house\n")[1].split("\n## ")[0]
PACKAGE = PROJECT / "manusiawi"
OPTIONAL = {"course/evidence.yml", "course/lint.yml", "course/redirects.yml"}  # not every course has them; quizzes/README.md names all


def first_cells(head: str) -> list[str]:
    """What stands in code in the first column of the table with this head."""
    rows = README.split(f"| {head} |")[1].split("\n\n")[0].split("\n")[2:]
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row.split(" | ")[0])]


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([\w.][\w./-]*[\w-]+(?:/|\.[a-z]+))`", HOUSE))))
def test_what_the_map_names_is_there(name: str) -> None:
    assert any((folder / name).exists() for folder in (PROJECT, PACKAGE, PROJECT / "course", PACKAGE / "model")), name


def test_every_folder_is_on_the_map() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout.split()
    folders = {name.split("/")[0] for name in tracked if "/" in name and not name.startswith(".")}
    assert {name.split("/")[0] for name in first_cells("where | what")} >= folders


def test_the_rooms_of_the_map_stand_in_the_order_that_lint_holds() -> None:
    contract = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    layers = [set(re.findall(r"\w+", layer)) - {"__main__"} for layer in contract["layers"]]
    rooms = [re.sub(r"/|\.py", "", name) for name in first_cells("room | what")]
    assert set(rooms) == {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"} | {"cli"}
    place = {room: number for number, layer in enumerate(layers) for room in layer}
    order = [place[room] for room in rooms if room != "web"]
    assert order == sorted(order)


@pytest.mark.parametrize("path", sorted({kind.path for kind in KINDS} - OPTIONAL))
def test_every_kind_of_course_file_is_on_the_map(path: str) -> None:
    folder, _, name = path.replace("/*.yml", "/").partition("/")
    assert f"`{name}`" in HOUSE or (f"`{folder}/`" in HOUSE and not name), path


def test_the_table_of_marks_names_just_the_marks_that_authors_may_write() -> None:
    table = README.split("## Marks in a lesson\n")[1].split("\n\n")[0]
    assert sorted(re.findall(r"\[\[([a-z-]+)", table)) == sorted(OF_AUTHORS)
