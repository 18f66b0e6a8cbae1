"""The law of a lesson stands folded: it opens for its heading, for a link into it, on paper, with and without a script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from tests.helpers.axe import violations
from tests.helpers.projects import copy_example

LESSON = """---
title: Giliran
description: Untuk uji coba.
---
# Giliran

[[outcomes]]

[Ke dasar hukum](#hukum), [ke pengecualian](#kecuali).

## Dasar hukum {#hukum}

Setiap orang punya giliran ([[law uu-1-2000 Pasal 1 ayat (2)]]).

[[law uu-1-2000 Pasal 1 ayat (2)]]

### Pengecualian {#kecuali}

Tidak ada.

## Pokok {#pokok}

- Ingat.

## Akhir {#nomor}

Selesai.
"""


@pytest.fixture(scope="module")
def folded_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a lesson that has a part on the law, in both languages."""
    root = copy_example(tmp_path_factory.mktemp("folding") / "course")
    for language in ("id", "en"):
        (root / f"docs/{language}/antre/giliran.md").write_text(LESSON, "utf-8")
        index = root / f"docs/{language}/antre/index.md"
        index.write_text(index.read_text("utf-8") + "\n## Hukum {#hukum}\n\nBukan pelajaran.\n", "utf-8")
    build_site(root, root / "site")
    return root / "site"


@pytest.mark.parametrize("folder", ("", "en/"))
def test_the_heading_is_the_summary_and_the_part_ends_with_the_next_one(folded_site: Path, folder: str) -> None:
    page = (folded_site / folder / "antre/giliran.html").read_text("utf-8")
    (part,) = re.findall(r'<details class="fold">.*</details>\n<div class="hd"><h2', page, re.DOTALL)
    assert part.startswith('<details class="fold"><summary><h2>Dasar hukum</h2></summary><div id="hukum">')
    assert 'id="kecuali"' in part and "<blockquote>" in part and 'id="pokok"' not in part
    assert page.count('id="hukum"') == 1
    assert '<li><a href="#hukum">Dasar hukum</a></li>' in page, "in the contents of the page"


def test_a_page_that_is_no_lesson_is_not_folded(folded_site: Path) -> None:
    page = (folded_site / "antre/index.html").read_text("utf-8")
    assert 'class="fold"' not in page and '<h2 id="hukum">' in page


@pytest.mark.parametrize("script", (True, False), ids=("script", "no-script"))
def test_a_link_to_the_part_or_into_it_opens_it(open_page, serve, folded_site: Path, script: bool) -> None:
    page = open_page(f"{serve(folded_site)}/antre/giliran.html", java_script_enabled=script)
    law = page.get_by_text("Setiap orang punya giliran")
    assert not law.is_visible()
    page.get_by_role("link", name="ke pengecualian").click()
    page.get_by_text("Tidak ada.").wait_for(state="visible")
    for anchor in ("hukum", "kecuali"):
        page = open_page(f"{serve(folded_site)}/antre/giliran.html#{anchor}", java_script_enabled=script)
        page.get_by_text("Setiap orang punya giliran").wait_for(state="visible")


def test_the_script_opens_it_where_the_browser_does_not(open_page, serve, folded_site: Path) -> None:
    page = open_page(f"{serve(folded_site)}/antre/giliran.html")
    page.evaluate("history.replaceState(null, '', '#kecuali'); dispatchEvent(new HashChangeEvent('hashchange'))")
    assert page.locator(".fold").get_attribute("open") is not None
    page.evaluate("document.querySelector('.fold').open = false; dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".fold").get_attribute("open") is not None


def test_the_heading_opens_it_by_keyboard_and_is_a_heading_still(open_page, serve, folded_site: Path) -> None:
    page = open_page(f"{serve(folded_site)}/antre/giliran.html")
    assert page.get_by_role("heading", name="Dasar hukum", level=2).is_visible()
    page.locator(".fold > summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("Setiap orang punya giliran").is_visible()
    page.locator(".links summary").click()
    assert page.locator(".links button").all_inner_texts() == ["Giliran", "Dasar hukum", "Pengecualian", "Pokok", "Akhir"]
    assert violations(page) == []


def test_on_paper_it_is_open(open_page, serve, folded_site: Path) -> None:
    page = open_page(f"{serve(folded_site)}/antre/giliran.html", java_script_enabled=False)
    page.emulate_media(media="print")
    assert page.get_by_text("Setiap orang punya giliran").is_visible() and page.get_by_text("Tidak ada.").is_visible()
