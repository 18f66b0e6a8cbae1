"""Lists the files for other tools that trainers download: by format, a file for each module and language, with its size."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from manusiawi.ground.catalogue import say
from manusiawi.language.known import LANGUAGES
from manusiawi.language.numbers import shown
from manusiawi.model.course import Course


@dataclass(frozen=True, slots=True)
class Download:
    """One file: of which module and language, its address from the page, its size in bytes, the questions that stand in it."""

    module: str
    language: str
    address: str
    size: int
    questions: int


@dataclass(frozen=True, slots=True)
class Offer:
    """The files of one format: what they are and what they are for, in the page's language; the ending of their names."""

    title: str
    purpose: str
    ending: str
    files: Sequence[Download]


def no_downloads(language: str) -> str:
    """What stands in the place of the list in a preview, and in the copy on a memory stick, which leaves the files out."""
    return f'<p class="downloads">{say(language, "downloads-none")}</p>'


def downloads(course: Course, language: str, offers: Sequence[Offer]) -> str:
    """The list of all files, a part for each format."""
    return "\n".join(_offer(course, language, offer) for offer in offers)


def _offer(course: Course, language: str, offer: Offer) -> str:
    rows = "".join(f"<li>{_module(course, language, slug, offer)}</li>\n" for slug in course.modules if any(_of(offer, slug)))
    return (
        f"<h2>{html.escape(offer.title, quote=False)} ({offer.ending})</h2>\n"
        f"<p>{html.escape(offer.purpose, quote=False)}</p>\n"
        f'<details><summary>{say(language, "downloads-by-module")}</summary>\n<ul class="rows">\n{rows}</ul>\n</details>\n'
    )


def _of(offer: Offer, module: str) -> list[Download]:
    return [file for file in offer.files if file.module == module]


def _module(course: Course, language: str, slug: str, offer: Offer) -> str:
    """A module's line: its name, then its file in each language, the page's own first."""
    module = course.modules[slug]
    order = [language, *(name for name in LANGUAGES if name != language)]
    files = sorted(_of(offer, slug), key=lambda file: order.index(file.language))
    links = "<br>".join(f'<a href="{html.escape(file.address)}" download>{_told(file, language)}</a>' for file in files)
    title = f"{say(language, 'module', number=module.number)}: {html.escape(module.title[language], quote=False)}"
    return f"<b>{title}</b><br>{links}"


def _told(file: Download, language: str) -> str:
    return say(
        language,
        "download-file",
        language=say(language, f"language-{file.language}"),
        count=file.questions,
        size=_size(file.size, language),
    )


def _size(size: int, language: str) -> str:
    """Bytes as kilobytes, or megabytes from one on."""
    return f"{shown(size / 1e6, language, decimals=1)} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB"
