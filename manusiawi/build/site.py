"""Builds the whole course, both languages, and puts it in place only when all of it is done."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from pathlib import Path

from manusiawi.build.generate import generate
from manusiawi.build.quickbuild import Built
from manusiawi.offline.pack import pack

CONFIGS = ("mkdocs.yml", "mkdocs.en.yml")  # Indonesian first: its build empties the folder that holds English
BUILD_TIME = "1767225600"  # 1 January 2026: one fixed day, so that the same sources give the same bytes


class BuildFailed(Exception):
    """The builder found broken links or the like; the message holds what it said."""


def build_site(root: Path, site: Path, strict: bool = True, offline: bool = True) -> dict[str, Built]:
    """Builds into a folder beside `site` and swaps the two, so that a failure leaves the last good site.

    Returns what each language was built with; `offline` adds what the site needs without a network, which takes some seconds.
    Raises CourseFaults for faults of the course, BuildFailed for those that MkDocs finds.
    """
    if root.is_relative_to(site) or (site.exists() and not _is_ours(site)):
        raise BuildFailed(
            f"{site}: it holds what no build of the course made, and a build would remove it.\n"
            "    Allowed: a new folder, an empty one, or one that an earlier build filled.\n    Mend: name another folder after --into."
        )
    generate(root)
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=site.parent, prefix=f".{site.name}-") as folder:  # beside the site, so that moving is renaming
        fresh = Path(folder) / "new"
        built = build_languages(root, fresh, strict)
        if offline:
            pack(fresh)
        old = Path(folder) / "old"
        if site.exists():
            site.rename(old)
        try:
            fresh.rename(site)
        except OSError:
            if old.exists():
                old.rename(site)
            raise
    return built


def _is_ours(site: Path) -> bool:
    """Whether a folder is empty or holds a built course."""
    return site.is_dir() and (not any(site.iterdir()) or ((site / "assets" / "quiz.js").is_file() and (site / "index.html").is_file()))


def build_languages(root: Path, into: Path, strict: bool) -> dict[str, Built]:
    """Builds every language below a folder, each with its own configuration."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", BUILD_TIME)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if os.environ.get("SITE_URL"):
        os.environ["SITE_URL_EN"] = os.environ["SITE_URL"].rstrip("/") + "/en/"
    built = {}
    for name in CONFIGS:
        language = "en" if ".en." in name else "id"
        built[language] = _build(root / name, into / "en" if language == "en" else into, strict)
    for folder in (into, into / "en"):
        for leftover in ("assets/javascripts", "assets/images"):
            shutil.rmtree(folder / leftover, ignore_errors=True)
        for source_map in folder.glob("assets/stylesheets/*.map"):
            source_map.unlink()
    return built


def _build(config_file: Path, into: Path, strict: bool) -> Built:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    said = _Said(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    logger.propagate = False
    try:
        config = load_config(str(config_file), site_dir=str(into))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except (MkDocsException, SystemExit) as error:
        raise BuildFailed("\n".join([*said.lines, str(error)])) from error
    finally:
        logger.removeHandler(said)
    if strict and said.lines:
        raise BuildFailed("\n".join(said.lines))
    return config.kept


class _Said(logging.Handler):
    """Keeps what the builder warns of."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname.lower()}: {record.getMessage()}")
