"""Beginning another course: whole at the first try, under its own name, never over what is there."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard

from manusiawi.authoring.new import make_new
from manusiawi.ground.faults import CourseFaults
from tests.helpers.projects import PROJECT

NAME = b"manusiawi"  # this course's own name, and that of the engine's package


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new course, as the command leaves it."""
    folder = tmp_path_factory.mktemp("courses") / "pelayanan-anak"
    make_new(PROJECT, ["course", str(folder)])
    return folder


@pytest.fixture(scope="module")
def built(begun: Path) -> Path:
    """Its site, built by its own copy of the engine."""
    done = _run(begun, "build_quiz.py", "site")
    assert done.returncode == 0, done.stderr
    return begun / "site"


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Python in the folder of a course, with that folder's engine and no other."""
    alone = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SITE_URL")}
    return subprocess.run([sys.executable, *words], cwd=folder, env=alone, capture_output=True, text=True, timeout=500)


def test_a_new_course_passes_its_own_check_and_tests_at_the_first_try(begun: Path) -> None:
    done = _run(begun, "build_quiz.py", "check")
    assert done.returncode == 0 and "0 errors, 0 warnings" in done.stderr, done.stderr
    command = next(line for line in (begun / "Makefile").read_text("utf-8").split("\n") if "unittest" in line)
    done = _run(begun, *command.split()[1:])
    assert done.returncode == 0 and "OK" in done.stderr, done.stderr


def _texts(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a site with its name, those in the zip and in the packed copies too."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix(), path.read_bytes()
        if path.suffix == ".zst":
            packed = json.loads(zstandard.ZstdDecompressor().decompress(path.read_bytes(), max_output_size=10_000_000))
            yield from ((f"{path.name}/{name}", text.encode()) for name, text in packed["files"].items())
        if path.suffix == ".zip":
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
                yield from ((f"{path.name}/{name}", archive.read(name)) for name in archive.namelist())


def test_nothing_that_it_publishes_bears_the_name_of_this_course(built: Path) -> None:
    files = dict(_texts(built))
    assert {"index.html", "en/index.html", "pelayanan-anak.zip", "pelayanan-anak.zip/pelayanan-anak/index.html"} <= files.keys()
    assert b"Pelayanan anak" in files["index.html"] and b"Pelayanan anak" in files["pelayanan-anak.zip/pelayanan-anak/BACA-DULU.txt"]
    assert [name for name, data in files.items() if NAME in name.encode().lower() or NAME in data.lower()] == []


def test_it_has_no_picture_menu_or_page_of_what_it_does_not_have(built: Path) -> None:
    names = {path.name for path in built.rglob("*")}
    assert not names & {"share.png", "sumber.html", "glosarium.html", "fakta.html", "pelatih.html", "tes-awal.html", "lensa.html"}
    menu = (built / "index.html").read_text("utf-8").partition('id="kursus"')[2]
    assert "mulai/index.html" in menu and "glosarium" not in menu and "sumber" not in menu


def test_its_own_files_say_so_only_where_the_package_is_meant(begun: Path) -> None:
    own = [begun / "README.md", *(path for name in ("course", "quizzes") for path in (begun / name).glob("*.yml"))]
    own += [path for path in (begun / "docs").rglob("*.md") if "assets" not in path.parts]
    assert own and [path for path in own if NAME in path.read_bytes().lower()] == []


@pytest.mark.parametrize(("name", "found"), [("terisi", "holds something already"), ("berkas.txt", "holds something already")])
def test_what_is_there_is_never_written_over(tmp_path: Path, name: str, found: str) -> None:
    (tmp_path / "terisi").mkdir()
    (tmp_path / "terisi/catatan.txt").write_text("penting", "utf-8")
    (tmp_path / "berkas.txt").write_text("penting", "utf-8")
    before = {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")}
    with pytest.raises(CourseFaults, match=found):
        make_new(PROJECT, ["course", str(tmp_path / name)])
    assert {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")} == before


def test_a_course_inside_the_engine_or_without_a_folder_is_refused() -> None:
    with pytest.raises(CourseFaults, match="lies inside this project"):
        make_new(PROJECT, ["course", str(PROJECT / "baru")])
    with pytest.raises(CourseFaults, match="lacks FOLDER"):
        make_new(PROJECT, ["course"])
    assert not (PROJECT / "baru").exists()
