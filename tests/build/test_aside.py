"""Languages are built beside each other where the system can split a process, and nothing else is different there."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from manusiawi.ground.faults import CourseFaults, Fault, Place
from tests.helpers.files import edit, files_of
from tests.helpers.projects import PROJECT, copy_example

BUILD = """
import sys
from pathlib import Path
from manusiawi.build import site

site.can_split = lambda: sys.argv[2] == "split"
site.build_site(Path(sys.argv[1]), Path(sys.argv[1]) / "site")
"""
TOGETHER = pytest.mark.skipif(sys.platform != "linux", reason="only Linux splits a process safely")


def built(root: Path, way: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-c", BUILD, str(root), way], cwd=PROJECT, capture_output=True, text=True, timeout=120)


@TOGETHER
def test_a_site_is_the_same_whether_its_languages_are_built_at_once_or_one_by_one(tmp_path: Path) -> None:
    sites = {}
    for way in ("split", "one by one"):
        root = copy_example(tmp_path / way.replace(" ", "-") / "course")
        done = built(root, way)
        assert done.returncode == 0, done.stderr
        sites[way] = files_of(root / "site")
        assert not [path for path in root.iterdir() if path.name.startswith(".site")], "nothing is left beside the site"
    assert "en/antre/giliran.html" in sites["split"] and sites["split"] == sites["one by one"]


@TOGETHER
@pytest.mark.parametrize("language", ("id", "en"))
def test_what_fails_in_either_language_is_told_and_puts_no_site_in_place(example: Path, language: str) -> None:
    edit(example / f"docs/{language}/antre/giliran.md", "[[item nomor-hilang]]", "[[item nomor-hilang]]\n\n[Lagi](giliran.md#tiada)")
    done = built(example, "split")
    assert done.returncode == 1 and "BuildFailed" in done.stderr and "tiada" in done.stderr
    assert not (example / "site").exists() and not list(example.glob(".site*"))


SPLIT = """
import os, sys
from manusiawi.build.aside import aside

def gone():
    os._exit(3)

def wrong():
    raise ValueError("salah")

with aside({"gone": gone, "wrong": wrong}[sys.argv[1]]) as wait:
    wait()
"""


@TOGETHER
@pytest.mark.parametrize("how, said", (("gone", "ended early, with code 3"), ("wrong", "in wrong\n")))
def test_work_that_ends_badly_in_a_process_of_its_own_is_told_with_its_place(how: str, said: str) -> None:
    done = subprocess.run([sys.executable, "-c", SPLIT, how], cwd=PROJECT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and said in done.stderr


def test_faults_come_whole_from_another_process() -> None:
    fault = Fault(Place("docs/en/antre/giliran.md", 3, 1), "wrong", "right", "mend it")
    assert pickle.loads(pickle.dumps(CourseFaults([fault]))).faults == [fault]
