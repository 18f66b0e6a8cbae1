"""Sets the search form into its page: hidden until its script runs, with other ways for those whose browser runs none."""

from __future__ import annotations

from pathlib import Path

from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.model.asked import file_version
from manusiawi.model.course import Course
from manusiawi.render.assets import ENGINE, FOLDER, INDEX, WORDS, address
from manusiawi.render.scripts import names_of


def form(course: Course, root: Path, language: str, page: str) -> str:
    """The whole search page below its title."""
    texts = built_link(page, f"{FOLDER}/search/")
    links = f" {say(language, 'find-and')} ".join(
        f'<a href="{built_link(page, path)}">{say(language, name)}</a>'
        for path, name in (*(((course.names.glossary, "find-glossary"),) if course.terms else ()), ("index.md", "find-modules"))
    )
    return (
        f'<div class="find" data-engine="{address(ENGINE, page, names_of(course))}" data-index="{_made(root, language, page, INDEX)}"'
        f' data-words="{_made(root, language, page, WORDS)}" data-texts="{texts}/">\n'
        f'<p class="noscript">{say(language, "find-noscript")}</p>\n'
        f'<form role="search" class="ran"><label class="mq-in" for="kata-cari">{say(language, "find-field")}</label>\n'
        f'<div class="find-line">'
        f'<input id="kata-cari" name="q" type="search" autocomplete="off" spellcheck="false" aria-describedby="kata-bantu">'
        f'<button class="md-button">{say(language, "search")}</button></div>\n'
        f'<p class="mq-hint" id="kata-bantu">{say(language, "find-hint")}</p></form>\n'
        f'<p class="find-status" aria-live="polite"></p>\n<ol class="rows"></ol>\n'
        f'<button class="md-button find-more" type="button" hidden>{say(language, "find-more")}</button>\n'
        f'<p class="find-else">{say(language, "find-else", links=links)}</p></div>\n'
    )


def _made(root: Path, language: str, page: str, name: str) -> str:
    """The address of a file that the generator wrote; it changes when the course does."""
    return f"{built_link(page, f'{FOLDER}/{name}')}?{file_version(root / 'docs' / language / FOLDER / name)}"
