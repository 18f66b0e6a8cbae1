"""The preview as a process: its port, its end, and its new start when its own code is saved."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.addresses import read, wait_for
from tests.helpers.files import edit
from tests.helpers.projects import PROJECT


@pytest.fixture
def engine(tmp_path: Path, example: Path) -> Path:
    """A copy of the code that builds the example."""
    folder = tmp_path / "engine"
    for name in ("manusiawi", "overrides"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build_quiz.py", "mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(PROJECT / name, folder)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        edit(example / name, PROJECT.as_posix(), folder.as_posix())
    return folder


@pytest.fixture
def start(tmp_path: Path, example: Path) -> Iterator[Callable]:
    """A function that starts a preview of the example, on a port of the system's choice; it returns the process and the address."""
    running: list[subprocess.Popen] = []
    (tmp_path / "temporary").mkdir()

    def begin(*words: str) -> tuple[subprocess.Popen, str]:
        log = tmp_path / "log.txt"
        with log.open("wb") as out:
            environment = {**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(tmp_path / "temporary")}
            command = [sys.executable, *words, "--root", str(example), "serve", "--port", "0"]
            running.append(subprocess.Popen(command, stdout=out, stderr=out, env=environment, cwd=tmp_path / "engine"))
        text = wait_for(log.as_uri(), lambda text: "Manusiawi is at" in text)
        return running[-1], re.search(r"http://127\.0\.0\.1:\d+", text)[0]

    yield begin
    for process in running:
        process.terminate()
        process.wait(timeout=30)


def test_saved_code_starts_the_preview_anew_on_its_port_and_open_pages_load_again(engine: Path, start: Callable) -> None:
    process, address = start("build_quiz.py")
    assert ":0" not in address
    page = read(f"{address}/antre/giliran.html")
    epoch = re.search(r"livereload\((\d+), \d+\)", page)[1]
    edit(engine / "manusiawi/build/hooks.py", "    listen(None)\n    return html", "    listen(None)\n    return html +")
    page = wait_for(f"{address}/antre/giliran.html", lambda text: "SyntaxError" in text)
    assert 'role="alert"' in page and process.poll() is None, "code that cannot run is told, and the old goes on"
    edit(engine / "manusiawi/build/hooks.py", "    return html +", "    return html + '<p>Kode baru.</p>'")
    wait_for(f"{address}/antre/giliran.html", lambda text: "Kode baru." in text and "SyntaxError" not in text)
    assert int(read(f"{address}/livereload/{epoch}/1")) > int(epoch), "a page that was open is told to load again"
    assert process.poll() is None


def test_a_preview_that_is_ended_leaves_nothing_in_the_temporary_folder(engine: Path, start: Callable, tmp_path: Path) -> None:
    process, address = start("build_quiz.py")
    assert list((tmp_path / "temporary").glob("course-*")) and "<h1" in read(f"{address}/index.html")
    process.terminate()
    assert process.wait(timeout=30) == 0
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_port_that_cannot_be_is_refused_before_anything_is_built(example: Path) -> None:
    words = [sys.executable, str(PROJECT / "build_quiz.py"), "--root", str(example), "serve", "--port", "70000"]
    result = subprocess.run(words, capture_output=True, text=True, check=False)
    assert result.returncode == 1 and "70000" in result.stderr and "Traceback" not in result.stderr
    assert not (example / "docs/id/antre/soal.md").exists()
