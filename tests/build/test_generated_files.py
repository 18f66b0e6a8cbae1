"""Generated files are written whole, swept when they are gone, and never taken for an author's, nor an author's for them."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from manusiawi.build.clean import clean
from manusiawi.build.generate import generate
from manusiawi.build.site import build_site
from manusiawi.checks.course import check
from manusiawi.ground.made import LIST, files_in, made_in, write_made
from manusiawi.ground.writing import write_changed
from manusiawi.model.loading import load_course
from tests.helpers.projects import PROJECT


def faults(root: Path) -> list[str]:
    return [str(fault) for fault in check(load_course(root), root)]


def test_a_script_that_is_no_longer_made_is_swept_and_an_author_is_told_of_a_picture_that_git_would_not_keep(example: Path) -> None:
    generate(example)
    assets = example / "docs/id/assets"
    (assets / "earlier.js").write_text("1", "utf-8")
    write_made(assets, made_in(assets) | {"earlier.js"})
    (assets / "images").mkdir()
    (assets / "images/loket.png").write_bytes(b"picture")
    (message,) = faults(example)
    assert message.startswith("docs/id/assets/images/loket.png:1:1: the file stands in the builder's own folder")
    assert "Mend: move it to the folder of the lesson" in message
    (assets / "images/loket.png").rename(example / "docs/id/antre/loket.png")
    _, written = generate(example)
    assert faults(example) == [] and not (assets / "earlier.js").exists() and assets / LIST in written
    assert generate(example)[1] == []


def test_scripts_of_builds_that_kept_no_list_are_swept(example: Path) -> None:
    generate(example)
    assets = example / "docs/id/assets"
    (assets / LIST).unlink()
    (assets / "earlier.js").write_text("1", "utf-8")
    assert faults(example) == []
    generate(example)
    assert not (assets / "earlier.js").exists()


def test_pictures_in_any_folder_beside_the_lessons_reach_the_site(example: Path) -> None:
    for name in ("antre/foto.png", "gambar/peta/loket.svg", "antre/assets/images/kartu.png", "assets-kami/a.png"):
        (example / "docs/id" / name).parent.mkdir(parents=True, exist_ok=True)
        (example / "docs/id" / name).write_bytes(b"picture")
    before = files_in(example / "docs/id") - {"assets"}
    build_site(example, example / "site")
    site = files_in(example / "site")
    assert {name for name in before if name.endswith((".png", ".svg")) and not name.startswith("assets/")} <= site
    assert not [name for name in site if name.startswith(("assets/javascripts", "assets/images")) or name.endswith(".map")]


def test_a_full_disk_leaves_the_file_that_was_there_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "soal.md"
    write_changed(page, b"old")
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        write(self, data[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_changed(page, b"new words")
    assert page.read_bytes() == b"old" and [path.name for path in tmp_path.iterdir()] == ["soal.md"]


def test_a_file_keeps_its_rights_and_a_link_its_aim(tmp_path: Path) -> None:
    file, link = tmp_path / "promises.txt", tmp_path / "link.txt"
    write_changed(file, b"1")
    file.chmod(0o640)
    link.symlink_to(file)
    write_changed(link, b"2")
    assert link.is_symlink() and file.read_bytes() == b"2" and file.stat().st_mode & 0o777 == 0o640


def test_clean_removes_what_was_made_and_nothing_else(example: Path) -> None:
    before = files_in(example)
    build_site(example, example / "site")
    for name in ("site/CNAME", "site.old/letter.txt", "docs/id/antre/foto.png", "docs/id/assets/foto.png"):
        (example / name).parent.mkdir(exist_ok=True)
        (example / name).write_text("keep me", "utf-8")
        before.add(name)
    for name in (".site-mati.lock", ".site-mati/new/index.html"):
        (example / name).parent.mkdir(parents=True, exist_ok=True)
        (example / name).write_text("left by a build that was killed", "utf-8")
    clean(example)
    assert files_in(example) == before


def test_make_clean_works_where_nothing_was_ever_made(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "manusiawi.build.clean", str(tmp_path)], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("length", (0, 2, 9, 30, 60, 95, 140, 160, 400))
def test_a_generated_page_that_was_cut_blocks_no_command_and_is_written_anew(example: Path, length: int) -> None:
    (example / "course/redirects.yml").write_text("redirects:\n- old: antre/dahulu.html\n  new: antre/index.html\n", "utf-8")
    generate(example)
    pages = [example / "docs/id" / name for name in ("sumber/uu-1-2000.md", "antre/soal.md", "glosarium.md", "antre/dahulu.md")]
    whole = [page.read_bytes() for page in pages]
    for page, data in zip(pages, whole, strict=True):
        page.write_bytes(data[:length])
    assert faults(example) == []
    generate(example)
    assert [page.read_bytes() for page in pages] == whole


def test_a_letter_that_was_cut_in_two_is_no_fault_of_an_author(example: Path) -> None:
    generate(example)
    page = example / "docs/id/glosarium.md"
    page.write_bytes("---\ntitle: Daftar istilah é".encode()[:-1])
    assert faults(example) == []


@pytest.mark.parametrize("text", ("Kata", "---\ntitle: Kata\ndescription: Kata.\n---\n# Kata\n", "---\nKata kami\n---\n"))
def test_an_authors_page_on_a_kept_path_stays_a_fault_however_short(example: Path, text: str) -> None:
    (example / "docs/id/glosarium.md").write_text(text, "utf-8")
    assert any("would write over this one" in message for message in faults(example))
