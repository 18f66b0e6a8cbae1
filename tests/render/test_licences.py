"""The notices of others' works go with the site, word for word as their packages have them."""

from __future__ import annotations

import re
from importlib.metadata import distribution

from manusiawi.language.known import LANGUAGES
from manusiawi.model.loading import load_course
from manusiawi.render.assets import web_files
from manusiawi.render.scripts import names_of
from tests.helpers.projects import PROJECT


def in_one_line(text: str) -> str:
    """A text without its line ends, which licences set where they like."""
    return " ".join(text.split())


def test_the_notice_of_the_theme_goes_with_its_styles_in_both_languages() -> None:
    package = distribution("mkdocs-material")
    licence = next(file for file in package.files or () if re.search(r"dist-info/.*LICENSE$", str(file)))
    names = names_of(load_course(PROJECT))
    for language in LANGUAGES:
        assert in_one_line(licence.read_text()) in in_one_line(web_files(language, names)["licences.txt"].decode())


def test_the_roots_of_the_search_are_a_list_of_our_own_that_may_be_shared() -> None:
    said = in_one_line(web_files("id", names_of(load_course(PROJECT)))["licences.txt"].decode())
    head = (PROJECT / "manusiawi/language/id/roots.txt").read_text("utf-8").partition("\nabai\n")[0]
    for text in (said, in_one_line(head.replace("#", ""))):
        assert "written for this course" in text.lower() and "CC BY 4.0" in text and "name its authors" in text
    assert "NOT CLEARED" not in said and "not cleared" not in (PROJECT / "LICENSE").read_text("utf-8")
    for name in ("requirements.in", "requirements.txt", "requirements-dev.txt"):
        assert "sastrawi" not in (PROJECT / name).read_text("utf-8").lower(), "its dictionary is not free for every use"
