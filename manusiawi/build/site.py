"""Builds the whole course, both languages, and puts it in place only when all of it is done."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from manusiawi.build.aside import aside, can_split
from manusiawi.build.generate import generate
from manusiawi.build.headers import write_headers
from manusiawi.build.quickbuild import Built
from manusiawi.build.workplace import NEW, exchange, sweep, workplace
from manusiawi.exchange.downloads import make_downloads
from manusiawi.ground.lastchange import BUILD_TIME, last_change
from manusiawi.ground.made import files_in, made_in, others, remove_made, write_made
from manusiawi.language.known import LANGUAGES, configuration, folder
from manusiawi.offline.pack import pack


class BuildFailed(Exception):
    """The builder found broken links or the like; the message holds what it said."""


def build_site(root: Path, site: Path, strict: bool = True, publish: bool = True) -> dict[str, Built]:
    """Builds into a folder beside `site` and swaps the two, so that a failure leaves the last good site.

    Returns what each language was built with. `publish` adds what the site needs without a network, which takes some seconds,
    the policy of each page and the headers for hosts.
    Raises CourseFaults for faults of the course, BuildFailed for those that MkDocs finds.
    """
    sweep(site)
    if root.is_relative_to(site) or (site.exists() and not _is_ours(site)):
        raise BuildFailed(
            f"{site}: it holds what no build of the course made, and not yet a built course.\n"
            "    Allowed: a new folder, an empty one, or one that an earlier build filled; files of others beside the course stay there.\n"
            "    Mend: name another folder after --into."
        )
    course, _ = generate(root)
    with workplace(site) as place:
        fresh = place / NEW
        built = build_languages(root, fresh, strict, publish)
        if publish:
            pack(fresh, course, make_downloads(fresh, course, last_change(root)))
            write_headers(fresh, course)
        names = files_in(fresh)
        _refuse_taken(site, names)
        write_made(fresh, names)
        exchange(fresh, site)
    return built


def _is_ours(site: Path) -> bool:
    """Whether a folder is empty or holds a built course: one with its list, or one that was built before there was a list."""
    if not site.is_dir():
        return False
    before = (site / "assets" / "quiz.js").is_file() and (site / "index.html").is_file()
    return not any(site.iterdir()) or made_in(site) is not None or before


def _refuse_taken(site: Path, names: set[str]) -> None:
    """Stops a build that would write over a file that no build made."""
    made = made_in(site) if site.exists() else None
    taken = (
        [name for name in others(site, made) if name in names or any(n.startswith(f"{name}/") for n in names)] if made is not None else []
    )
    if taken:
        raise BuildFailed(
            "\n".join(
                f"{site / name}: no build of the course made it, and the course now makes one of this name.\n"
                "    Allowed: files of others under names that the course does not use.\n"
                "    Mend: remove it or move it away, if the course's own shall stand there."
                for name in taken
            )
        )


def build_languages(root: Path, into: Path, strict: bool, publish: bool = True) -> dict[str, Built]:
    """Builds every language below a folder, each with its own configuration.

    Returns what each was built with; what is published may be built in a process for each language, and of the others nothing is kept.
    """

    def build(language: str, into: Path) -> Built:
        built = _build(root / configuration(language), into, strict, publish)
        _remove_leftovers(built)
        return built

    with _surroundings(), ExitStack() as stack:
        waits = {}
        for language in LANGUAGES[1:] if publish and can_split() else ():
            apart = into.with_name(f"{into.name}-{language}")  # since the main language's build empties the folder that holds the others
            waits[language, apart] = stack.enter_context(aside(partial(build, language, apart)))
        built = {language: build(language, into / folder(language)) for language in LANGUAGES[: 1 if waits else None]}
        for (language, apart), wait in waits.items():
            wait()
            apart.rename(into / folder(language))
    return built


@contextmanager
def _surroundings() -> Iterator[None]:
    """What MkDocs reads of the environment, for as long as it builds."""
    before = dict(os.environ)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(BUILD_TIME))
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if os.environ.get("SITE_URL"):
        for language in LANGUAGES[1:]:
            os.environ[f"SITE_URL_{language.upper()}"] = f"{os.environ['SITE_URL'].rstrip('/')}/{folder(language)}"
    try:
        yield
    finally:
        for name in {*os.environ} - {*before}:
            del os.environ[name]
        os.environ.update(before)


def _remove_leftovers(built: Built) -> None:
    """Removes what the theme brings and no page loads; files of the course under the same folders stay."""
    docs = Path(built.config.docs_dir)
    unused = {
        file.dest_uri
        for file in built.files
        if file.dest_uri.startswith(("assets/javascripts/", "assets/images/")) or file.dest_uri.endswith(".css.map")
        if not Path(file.abs_src_path or "").is_relative_to(docs)
    }
    remove_made(Path(built.config.site_dir), unused)


def _build(config_file: Path, into: Path, strict: bool, publish: bool) -> Built:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    said = _Said(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    propagates = logger.propagate
    logger.addHandler(said)
    logger.propagate = False
    try:
        config: Any = load_config(str(config_file), site_dir=str(into))  # hooks.py keeps on it what was built
        config.preview = not publish
        config.generated = True  # once for all languages, before the first is built
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except (MkDocsException, SystemExit) as error:
        raise BuildFailed("\n".join([*said.lines, str(error)])) from error
    except RecursionError as error:
        raise BuildFailed(
            f"{_page_of(error)}: it nests lists, quotations or tags deeper than the builder can follow.\n"
            "    Allowed: a few levels.\n    Mend: look for a tag that is never closed, or for many signs in a row."
        ) from error
    finally:
        logger.removeHandler(said)
        logger.propagate = propagates
    if strict and said.lines:
        raise BuildFailed("\n".join(said.lines))
    built: Built = config.kept
    return built


def _page_of(error: BaseException) -> str:
    """The page that MkDocs had in hand when it failed, as its frames tell."""
    trace, name = error.__traceback__, "a page"
    while trace:
        page = trace.tb_frame.f_locals.get("page")
        name = getattr(getattr(page, "file", None), "abs_src_path", None) or name
        trace = trace.tb_next
    return name


class _Said(logging.Handler):
    """Keeps what the builder warns of."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname.lower()}: {record.getMessage()}")
