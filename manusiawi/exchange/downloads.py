"""Makes the files for other tools beside a built site, and the list of them that takes its place on the trainers' page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from manusiawi.exchange.export import export
from manusiawi.exchange.formats import FORMATS, WRITTEN, offered
from manusiawi.ground.writing import write_changed
from manusiawi.language.known import LANGUAGES, folder, to_root
from manusiawi.model.addresses import built
from manusiawi.model.course import Course
from manusiawi.render.downloads import Download, Offer, downloads, no_downloads


def make_downloads(site: Path, course: Course, time: int) -> dict[str, tuple[str, str]]:
    """Writes a file for each format, module and language below one folder; none where no page lists them.

    Returns by page what stands in it, and what is to stand there once copies without a network are made: they leave the files out.
    `time` is when the course was last changed, in seconds since 1970. Raises CourseFaults where a format loses something untold.
    """
    page = built(course.names.downloads)
    listing = [
        language
        for language in LANGUAGES
        if (file := site / folder(language) / page).is_file() and no_downloads(language) in file.read_text("utf-8")
    ]
    if not listing:
        return {}
    place = course.names.downloads.removesuffix(".md")
    files: dict[str, list[Download]] = {kind: [] for kind in WRITTEN}
    modules = [slug for slug in course.modules if slug in course.banks]
    for kind, made in files.items():
        names = [(slug, language) for slug in modules for language in LANGUAGES]
        for (slug, language), written in zip(
            names, export(course, kind, modules, [(name,) for name in LANGUAGES], site, time), strict=True
        ):
            address = f"{place}/{kind}/{written.name}"
            (site / address).parent.mkdir(parents=True, exist_ok=True)
            write_changed(site / address, written.content)
            made.append(Download(slug, language, address, len(written.content), written.found.questions))
    return {f"{folder(language)}{page}": (no_downloads(language), _listed(course, language, files)) for language in listing}


def _listed(course: Course, language: str, files: dict[str, list[Download]]) -> str:
    """The list as a page of that language shows it."""
    up = to_root(language)
    return downloads(
        course,
        language,
        [
            Offer(
                *offered(kind, language),
                FORMATS[kind].endings[0],
                [replace(file, address=up + file.address) for file in made],
            )
            for kind, made in files.items()
            if made
        ],
    )
