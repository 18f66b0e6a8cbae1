"""Adds to a built site what it needs without a network: the zip, a bundle for each language, their list, the worker."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType

from manusiawi.entries.recordings import Recording
from manusiawi.ground.faults import CourseFaults, Fault, Place
from manusiawi.ground.made import files_in
from manusiawi.language.known import LANGUAGES, folder, of_path, to_root
from manusiawi.model.addresses import built
from manusiawi.model.course import Course
from manusiawi.model.kinds import module_of
from manusiawi.offline.bundle import ENDINGS, bundle
from manusiawi.offline.linked import linked, names_in
from manusiawi.offline.stick import stick
from manusiawi.render.assets import FOLDER, SHARED, worker
from manusiawi.render.keep import NO_ZIP, zip_offer
from manusiawi.render.scripts import names_of

LIST = "luring.json"  # {language: {"v": version, "file": name, "bytes": size, "sha256": what the page compares before it unpacks}}
WORKER = "sw.js"
MAX_BYTES = 5_000_000  # of a file that a page links to: five minutes of speech, a booklet of many pages; every copy carries it


def pack(site: Path, course: Course, later: Mapping[str, tuple[str, str]] = MappingProxyType({})) -> None:
    """Packs a site in place; leaves one without a page for it as it is. Raises CourseFaults for files too large to be carried.

    `later` says by page what stands in it, and what is to stand there once the zip is made: links to files that no copy carries.
    """
    start, archive = built(course.names.offline), course.site.zip_name
    if not (site / start).is_file():
        for page, (there, then) in later.items():
            (site / page).write_bytes(_instead((site / page).read_bytes(), there, then))
        return
    every = files_in(site) - {archive, LIST, WORKER} - {_bundle(language) for language in LANGUAGES}
    texts = {name: (site / name).read_bytes() for name in every if name.endswith(ENDINGS)}
    names = names_in(texts)
    first = linked(names, every - set(texts))
    _refuse_large(site, first)
    shared = f"{FOLDER}/{SHARED}"
    zipped = stick(course.site, texts | {shared: (site / shared).read_bytes()} | {name: (site / name).read_bytes() for name in first})
    (site / archive).write_bytes(zipped)
    for language in LANGUAGES:
        page = f"{folder(language)}{start}"
        offer = zip_offer(language, to_root(language) + archive, len(zipped))
        later = {**later, page: (NO_ZIP, offer)}
    for page, (there, then) in later.items():
        texts[page] = _instead(texts[page], there, then)
        (site / page).write_bytes(texts[page])
    carried = every - set(texts) - _recordings(course)

    def packed(language: str) -> tuple[str, bytes]:
        own = {name: data for name, data in texts.items() if of_path(name) == language}
        others = linked({name: names[name] for name in own if name in names}, carried)
        return bundle(own, {name: (site / name).read_bytes() for name in others})

    listed = {}
    with ThreadPoolExecutor() as pool:  # most of the work is done outside of Python's own lock
        for language, (version, data) in zip(LANGUAGES, pool.map(packed, LANGUAGES), strict=True):
            (site / _bundle(language)).write_bytes(data)
            listed[language] = {"v": version, "file": _bundle(language), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    (site / LIST).write_text(json.dumps(listed), "utf-8")
    (site / WORKER).write_bytes(worker(names_of(course)))


def _instead(page: bytes, there: str, then: str) -> bytes:
    return page.decode().replace(there, then, 1).encode()


def _recordings(course: Course) -> set[str]:
    """The files of recordings: the copy on a device leaves them out, since each has a link to keep it by; a memory stick carries them."""
    return {
        f"{folder(language)}{module_of(course, entry)}/{name}"
        for entry in course.pictures.values()
        if isinstance(entry, Recording)
        for name in (entry.media, entry.captions)
        for language in LANGUAGES
    }


def _refuse_large(site: Path, first: dict[str, str]) -> None:
    """Stops where a page links to a file that is too large: left out, it would be a dead link in every copy."""
    faults = []
    for name, page in sorted(first.items()):
        size = (site / name).stat().st_size
        if size > MAX_BYTES:
            language = of_path(name)
            file = f"docs/{language}/{name.removeprefix(folder(language))}"
            faults.append(
                Fault(
                    Place(file),
                    f"{page} links to this file of {size:,} bytes, which every kept copy and memory stick would carry",
                    f"at most {MAX_BYTES:,} bytes a file",
                    "make it smaller (a recording of speech needs 32 kilobits a second), or put it on another site and link to it there",
                )
            )
    if faults:
        raise CourseFaults(faults)


def _bundle(language: str) -> str:
    return f"luring-{language}.zst"
