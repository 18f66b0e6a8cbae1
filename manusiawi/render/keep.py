"""Sets the list of what can be kept on the device into its page, and the place where the zip is offered."""

from __future__ import annotations

from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.language.known import LANGUAGES, to_root
from manusiawi.language.numbers import shown
from manusiawi.model.course import Course
from manusiawi.render.assets import UNPACKER, address
from manusiawi.render.scripts import names_of

NO_ZIP = '<p class="zip" hidden></p>'  # what stands where no zip is: in a preview, on the memory stick itself


def keeper(course: Course, language: str, page: str) -> str:
    """A row for each language with its buttons; without a script, what to do instead."""
    home = to_root(language) + (built_link(page, "index.md").removesuffix("index.html") or "./")
    rows = "".join(
        f'<li data-keep="{name}"><b>{say(language, f"language-{name}")}</b><br><span class="state">{say(language, "keep-looking")}</span>\n'
        f'<span class="keep-do"><button class="md-button" type="button" data-do="keep" disabled>{say(language, "keep")}</button> '
        f'<button class="small" type="button" data-do="drop" hidden>{say(language, "keep-drop")}</button></span></li>\n'
        for name in (language, *(other for other in LANGUAGES if other != language))
    )
    return (
        f'<div class="keeper" data-home="{home}" data-unpack="{address(UNPACKER, page, names_of(course))}">'
        f'<p class="noscript">{say(language, "keep-noscript")}</p>\n'
        f'<ul class="rows ran">\n{rows}</ul>\n'
        f'<p class="keep-on" hidden><label for="kemajuan-simpan"></label><br>'
        f'<progress id="kemajuan-simpan" max="1" value="0"></progress></p>\n'
        f'<p class="keep-said" aria-live="polite"></p></div>\n'
    )


def zip_offer(language: str, link: str, size: int) -> str:
    """The link to the zip, with its size in bytes told in megabytes."""
    megabytes = shown(size / 1e6, language, decimals=1)
    return f'<p class="zip"><a class="md-button" href="{link}" download>{say(language, "zip-get", size=megabytes)}</a></p>'
