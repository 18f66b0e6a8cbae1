"""An author's file is read whole or told with its place; what is no file is never opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from manusiawi.checks.assets import check_assets
from manusiawi.ground.reading import list_sources, read_source
from tests.helpers.commands import told


def first_line(path: Path) -> str:
    return str(read_source(path, path.name)[1][0]).partition("\n")[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_and_a_device_are_refused_unread(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yml")
    (tmp_path / "y.md").symlink_to("/dev/zero")
    for name in ("x.yml", "y.md"):
        assert first_line(tmp_path / name) == f"{name}:1:1: it is not an ordinary file, and nothing of it was read."


def test_a_control_sign_is_told_with_its_place_and_tabs_and_line_ends_are_none(tmp_path: Path) -> None:
    page = tmp_path / "x.md"
    page.write_bytes("Satu.\r\nDua\té\x02 tiga".encode())
    assert first_line(page) == "x.md:2:6: the control sign U+0002 stands here."
    page.write_text("Satu \u202edua\u202c.", "utf-8")
    assert first_line(page) == "x.md:1:6: the control sign U+202E stands here.", "it would turn the order of the letters"
    page.write_bytes("Satu.\r\nDua\té tiga".encode())
    assert read_source(page, "x.md") == ("Satu.\nDua\té tiga", [])


def test_a_loop_of_links_is_a_fault_and_no_crash(example: Path) -> None:
    (example / "docs/id/loop").symlink_to(".")
    assert "docs/id/loop:1:1: the folder is a link to another." in told(example)
    assert list_sources(example / "docs/id", ".md", example)[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_what_the_builder_could_not_copy_is_a_fault(example: Path) -> None:
    os.mkfifo(example / "docs/id/antre/a.png")
    (example / "docs/id/antre/b.png").symlink_to("nowhere.png")
    assert [fault.place.file for fault in sorted(check_assets(example))] == ["docs/id/antre/a.png", "docs/id/antre/b.png"]
