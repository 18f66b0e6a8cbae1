"""The notices of others' works go with the site, word for word as their packages have them."""

from __future__ import annotations

import re
from importlib.metadata import distribution, version

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


def test_the_origin_and_licence_of_the_roots_are_said_with_the_version_that_is_used() -> None:
    said = in_one_line(web_files("id", names_of(load_course(PROJECT)))["licences.txt"].decode())
    assert f"PySastrawi {version('PySastrawi')} (MIT licence, Copyright (c) 2016 Hanif Amal Robbani" in said
    assert "Kateglo" in said and "CC BY-NC-SA 3.0" in said and "NOT CLEARED" in said
