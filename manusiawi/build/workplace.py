"""A folder beside the site to build in, and the exchange of the two; what a killed build left is brought back or swept."""

from __future__ import annotations

import errno
import glob
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from manusiawi.ground.made import LIST, files_in, made_in, others, remove_made, write_made
from manusiawi.ground.writing import write_changed

try:
    import fcntl
except ImportError:  # Windows, where a file that is open cannot be removed: that tells as much
    fcntl = None  # type: ignore[assignment] # Windows has none

LOCK = ".lock"  # beside the folder, held as long as its build lives, and made before it: a folder whose lock is free is a dead build's
NEW, OLD = "new", "old"
_TURNS = 20  # builds that end at the same moment take turns


@contextmanager
def workplace(site: Path) -> Iterator[Path]:
    """A new folder beside the site, so that moving is renaming; elsewhere where nothing can be made there. Removed at the end."""
    site.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{site.name}-"
    try:
        handle, lock = tempfile.mkstemp(LOCK, prefix, site.parent)
    except OSError:
        if not site.exists():
            raise
        handle, lock = tempfile.mkstemp(LOCK, prefix)  # the site may be written, its neighbourhood not: a container's volume
    folder = Path(lock).with_suffix("")
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX)
        folder.mkdir()
        yield folder
    finally:
        if site.exists() or not _kept(folder):  # else the last good site could not be put back, and the next build does it
            shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)
        if not folder.exists():
            Path(lock).unlink(missing_ok=True)


def sweep(site: Path) -> None:
    """Brings back the site that a killed build had in hand, and removes what such builds left beside it."""
    for lock in sorted(site.parent.glob(f".{glob.escape(site.name)}-*{LOCK}")):
        folder = lock.with_suffix("")
        if not folder.is_dir() or _is_held(lock):
            continue
        for old in _kept(folder):
            _carry(folder / NEW, old, made_in(folder / NEW))
            if site.exists():
                _carry(old, site, made_in(old))
            else:
                old.rename(site)
        shutil.rmtree(folder, ignore_errors=True)
        lock.unlink(missing_ok=True)


def exchange(fresh: Path, site: Path) -> None:
    """Puts a fresh site in the old one's place, with the files of others that stand there.

    Where the folder itself cannot be moved (a mount point, a folder that a program of Windows has open), its files are written one by one.
    A failure leaves the old site, or raises OSError.
    """
    for turn in range(_TURNS):
        old = fresh.with_name(f"{OLD}-{turn}")
        try:
            site.rename(old)
        except FileNotFoundError:
            pass  # the first build of a site, or one that another build has in hand just now
        except OSError:
            _write_over(fresh, site)
            return
        try:
            if old.exists():
                _carry(old, fresh, made_in(old) or files_in(fresh))
            fresh.rename(site)
            return
        except OSError as error:
            if error.errno in (errno.ENOTEMPTY, errno.EEXIST) and turn < _TURNS - 1:  # another build put its own there in between
                continue
            if old.exists() and not site.exists():
                _carry(fresh, old, made_in(fresh))
                old.rename(site)
            raise


def _carry(source: Path, target: Path, made: set[str] | None) -> None:
    """Moves what was not made in a folder into another, unless something stands there already."""
    for name in others(source, made) if made is not None and source.is_dir() else ():
        if not os.path.lexists(target / name):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).rename(target / name)


def _write_over(fresh: Path, site: Path) -> None:
    """Writes a fresh site file by file over the old one: scripts and pictures before the pages that load them; what is gone goes last."""
    names = files_in(fresh)
    before = made_in(site) or set()
    write_made(site, before | names)  # first, so that whatever ends the work early, the next build knows these files as its own
    for name in sorted(names - {LIST}, key=lambda name: (name.endswith(".html"), name)):
        write_changed(site / name, (fresh / name).read_bytes())
    remove_made(site, before - names - {LIST})
    write_made(site, names)


def _kept(folder: Path) -> list[Path]:
    """The old sites that a build has in hand, the newest first."""
    return sorted(folder.glob(f"{OLD}*"), reverse=True) if folder.is_dir() else []


def _is_held(lock: Path) -> bool:
    """Whether the build that made a lock still lives."""
    try:
        if not fcntl:
            lock.unlink()
            return False
        with lock.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return False
    except FileNotFoundError:
        return True  # another build sweeps it
    except OSError:
        return True
