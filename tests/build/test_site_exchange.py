"""A build puts its site in place whole and removes nothing that it did not make."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from manusiawi.build.site import BuildFailed, build_site
from manusiawi.build.workplace import LOCK, NEW, OLD, exchange, sweep, workplace
from manusiawi.ground.made import LIST, files_in, made_in, write_made
from manusiawi.ground.writing import write_changed

FOREIGN = {
    ".git/config": "[core]",
    ".git/refs/heads/pages": "0",
    "CNAME": "kursus.contoh.id",
    ".nojekyll": "",
    "assets/foto/kepala.png": ".",
}


def fill(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def texts(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text("utf-8") for name in files_in(folder) if name != LIST}


def beside(site: Path) -> list[str]:
    """What stands in the site's folder."""
    return sorted(path.name for path in site.parent.iterdir())


def built(folder: Path, files: dict[str, str]) -> Path:
    """A folder as a build leaves it."""
    fill(folder, files)
    write_made(folder, files)
    return folder


def build(site: Path, files: dict[str, str]) -> None:
    """What `build_site` does once the pages are made."""
    sweep(site)
    with workplace(site) as folder:
        exchange(built(folder / NEW, files), site)


FIRST, SECOND = {"index.html": "1", "assets/a.js": "1", "lama/lama.html": "1"}, {"index.html": "2", "assets/b.js": "2"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    build(tmp_path / "site", FIRST)
    return tmp_path / "site"


def test_what_others_put_beside_the_course_survives_a_build_and_what_is_gone_goes(site: Path) -> None:
    fill(site, FOREIGN)
    build(site, SECOND)
    assert texts(site) == SECOND | FOREIGN and not (site / "lama").exists()
    assert made_in(site) == {*SECOND, LIST}
    assert beside(site) == ["site"], "nothing is left beside the site"


def test_a_whole_build_keeps_a_publishing_folders_git_and_refuses_to_write_over_a_foreign_page(example: Path) -> None:
    site = example / "pub"
    build_site(example, site)
    fresh = texts_or_bytes(site)
    fill(site, FOREIGN | {"robots.txt": "User-agent: *"})
    build_site(example, site)
    assert {name: data for name, data in texts_or_bytes(site).items() if name not in FOREIGN and name != "robots.txt"} == fresh
    assert all((site / name).read_text("utf-8") == text for name, text in FOREIGN.items())
    write_made(site, made_in(site) - {"sumber.html"})
    (site / "sumber.html").write_text("mine", "utf-8")
    with pytest.raises(BuildFailed, match=r"sumber\.html: no build of the course made it"):
        build_site(example, site)
    assert (site / "sumber.html").read_text("utf-8") == "mine" and (site / "CNAME").is_file()


def texts_or_bytes(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in files_in(folder)}


def test_a_site_from_before_there_was_a_list_keeps_what_the_new_one_does_not_write(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", FIRST | FOREIGN)
    build(site, SECOND)
    assert texts(site) == FIRST | FOREIGN | SECOND


def failing(monkeypatch: pytest.MonkeyPatch, fails: str, code: int) -> None:
    """Lets every renaming of a folder with this name fail."""
    rename = Path.rename

    def renamed(self: Path, target: Path) -> Path:
        if self.name == fails:
            raise OSError(code, os.strerror(code), str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", renamed)


def test_an_exchange_that_fails_brings_the_old_site_back_with_what_others_put_there(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(site, FOREIGN)
    failing(monkeypatch, NEW, errno.EACCES)
    with pytest.raises(OSError):
        build(site, SECOND)
    assert texts(site) == FIRST | FOREIGN and beside(site) == ["site"]


def test_a_site_that_could_not_be_put_back_is_put_back_by_the_next_build(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(site, FOREIGN)
    with monkeypatch.context() as patched:
        for name in (NEW, f"{OLD}-0"):
            failing(patched, name, errno.EACCES)
        with pytest.raises(OSError):
            build(site, SECOND)
    assert not site.exists()
    sweep(site)
    assert texts(site) == FIRST | FOREIGN and beside(site) == ["site"]


def test_a_build_whose_place_is_always_taken_gives_up_aloud_and_loses_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(site, FOREIGN)
    with monkeypatch.context() as patched:
        failing(patched, NEW, errno.ENOTEMPTY)
        with pytest.raises(OSError):
            build(site, SECOND)
    sweep(site)
    assert texts(site) == FIRST | FOREIGN and beside(site) == ["site"]


def test_what_a_build_could_not_remove_goes_with_the_next_one(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patched:
        patched.setattr(os, "rmdir", refused)
        build(site, SECOND)
        sweep(site)
    assert texts(site) == SECOND
    build(site, FIRST)
    assert texts(site) == FIRST


def test_a_build_whose_lock_somebody_removed_ends_well(site: Path) -> None:
    with workplace(site) as folder:
        folder.with_name(folder.name + LOCK).unlink()
    assert beside(site) == ["site"]


def test_a_folder_that_cannot_be_moved_is_written_file_by_file(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(site, FOREIGN)
    failing(monkeypatch, "site", errno.EBUSY)
    build(site, SECOND)
    assert texts(site) == SECOND | FOREIGN and made_in(site) == {*SECOND, LIST} and not (site / "lama").exists()


def test_a_folder_written_file_by_file_gets_scripts_before_pages_and_knows_them_where_the_disk_was_full(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_at_pages(file: Path, data: bytes) -> bool:
        if file.suffix == ".html":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
        return write_changed(file, data)

    failing(monkeypatch, "site", errno.EBUSY)
    monkeypatch.setattr("manusiawi.build.workplace.write_changed", full_at_pages)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        build(fill(site, FOREIGN), {"awal.html": "2", "urai.js": "2"})
    assert texts(site) == FIRST | FOREIGN | {"urai.js": "2"}
    assert made_in(site) == {*FIRST, "awal.html", "urai.js", LIST}


KILLED = """
import sys, time
from pathlib import Path
from tests.build.test_site_exchange import NEW, SECOND, built, exchange, workplace

site = Path(sys.argv[1])
with workplace(site) as folder:
    built(folder / NEW, SECOND)
    rename = Path.rename

    def stop(self, target):
        if self.name == NEW or sys.argv[2] == "before":
            print("stopped", flush=True)
            time.sleep(60)
        return rename(self, target)

    Path.rename = stop
    exchange(folder / NEW, site)
"""


@pytest.mark.parametrize("moment", ("before", "between"))
def test_a_kill_between_the_two_renames_costs_nothing_and_leaves_nothing(site: Path, moment: str) -> None:
    fill(site, FOREIGN)
    other = subprocess.Popen([sys.executable, "-c", KILLED, str(site), moment], stdout=subprocess.PIPE, text=True)
    assert other.stdout and other.stdout.readline() == "stopped\n"
    assert site.exists() == (moment == "before")
    sweep(site)
    left = [path for path in site.parent.iterdir() if path.is_dir() and path != site]
    assert len(left) == 1, "a build that lives keeps its folder"
    other.kill()
    other.wait()
    other.stdout.close()
    sweep(site)
    assert texts(site) == FIRST | FOREIGN and beside(site) == ["site"]


def test_a_site_below_folders_that_are_not_there_yet_is_built(tmp_path: Path) -> None:
    build(tmp_path / "terbit/kursus/site", FIRST)
    assert texts(tmp_path / "terbit/kursus/site") == FIRST


def test_what_others_put_deep_into_a_folder_that_the_course_gives_up_stays_there(site: Path) -> None:
    build(site, {"lama/bagian/lama.html": "1"})
    letter = {"lama/bagian/surat.txt": "keep me"}
    build(fill(site, letter), SECOND)
    assert texts(site) == SECOND | letter


@pytest.mark.parametrize("locks", (True, False))
def test_what_others_had_in_a_dead_builds_old_site_comes_to_the_site_that_another_build_put_there(
    site: Path, monkeypatch: pytest.MonkeyPatch, locks: bool
) -> None:
    if not locks:  # as on Windows
        monkeypatch.setattr("manusiawi.build.workplace.fcntl", None)
    (site.parent / f".site-mati{LOCK}").touch()
    fill(site.parent / f".site-mati/{NEW}", {"setengah.html": "not yet on a list"})
    for number, letter in enumerate(("lama", "baru")):
        fill(built(site.parent / f".site-mati/{OLD}-{number}", FIRST), FOREIGN | {"surat.txt": letter})
    build(site, SECOND)
    assert texts(site) == SECOND | FOREIGN | {"surat.txt": "baru"} and beside(site) == ["site"], "the newest letter counts"


def test_a_build_that_only_begins_keeps_its_lock_and_hinders_no_sweep(site: Path) -> None:
    for name in ("awal", "mati"):
        (site.parent / f".site-{name}{LOCK}").touch()
    fill(site.parent / f".site-mati/{NEW}", FIRST)
    sweep(site)
    assert beside(site) == [f".site-awal{LOCK}", "site"]


def test_a_dead_builds_folder_whose_lock_another_build_has_just_swept_is_left_to_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(file: Path, *_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file))

    (site.parent / f".site-mati{LOCK}").touch()
    fill(site.parent / f".site-mati/{OLD}-0", FOREIGN)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", gone)
        sweep(site)
    assert texts(site.parent / f".site-mati/{OLD}-0") == FOREIGN


def test_where_nothing_can_be_made_beside_a_site_it_is_built_in_the_temporary_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, temporary = tempfile.mkstemp, site.parent / "temp"
    temporary.mkdir()

    def refused(suffix: str, prefix: str, folder: Path | None = None) -> tuple[int, str]:
        if folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
        return make(suffix, prefix, temporary)

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    build(fill(site, FOREIGN), SECOND)
    assert texts(site) == SECOND | FOREIGN and beside(site) == ["site", "temp"] and not list(temporary.iterdir())
    with pytest.raises(PermissionError):
        build(site.with_name("lain"), FIRST)


def test_a_hidden_folder_beside_the_site_that_no_build_made_stays(site: Path) -> None:
    fill(site.parent / ".site-simpanan", {"surat.txt": "keep me"})
    build(site, SECOND)
    assert (site.parent / ".site-simpanan/surat.txt").is_file() and not list(site.parent.glob(f"*{LOCK}"))


def test_builds_that_end_at_the_same_moment_both_end_well_and_lose_nothing(site: Path) -> None:
    fill(site, FOREIGN)
    code = (
        "import sys; from pathlib import Path; from tests.build.test_site_exchange import SECOND, build\n"
        "for _ in range(60): build(Path(sys.argv[1]), SECOND)"
    )
    others = [subprocess.Popen([sys.executable, "-c", code, str(site)]) for _ in range(2)]
    assert [other.wait() for other in others] == [0, 0]
    assert texts(site) == SECOND | FOREIGN and beside(site) == ["site"]


def test_a_build_leaves_the_surroundings_as_they_were(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import logging

    monkeypatch.setenv("SITE_URL", "https://contoh.id/kursus/")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before, logger = dict(os.environ), logging.getLogger("mkdocs")
    logger.propagate = True
    build_site(example, example / "site")
    assert dict(os.environ) == before and logger.propagate
