"""The menu: four groups that open without a script, the one with the page open, and that page named as the one that is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GROUPS = {"": ["Belajar", "Alat", "Pelatih", "Tentang"], "en/": ["Learn", "Tools", "Trainers", "About"]}
ROWS_BEFORE = 30  # lines of the menu on the home page while it had no groups
GROUP = re.compile(r"<li><details( open)?><summary>([^<]*)</summary>(.*?)</details></li>", re.DOTALL)


def menu_of(page: Path) -> str:
    """The menu on a page, as the server sends it."""
    return page.read_text("utf-8").partition('<nav class="course"')[2].partition("</nav>")[0]


def shown(menu: str) -> list[str]:
    """The groups that are open."""
    return [name for is_open, name, _ in GROUP.findall(menu) if is_open]


@pytest.mark.parametrize("folder", GROUPS)
def test_the_menu_has_four_groups_and_opens_the_one_that_holds_the_page(site: Path, folder: str) -> None:
    learn, tools, trainers, about = GROUPS[folder]
    held = {
        "index.html": learn,
        "loket/mengapa.html": learn,
        "pagi.html": learn,
        "lensa.html": tools,
        "pelatih.html": trainers,
        "ralat.html": about,
        "sumber/uu-25-2009.html": learn,  # stands in no menu
    }
    for name, group in held.items():
        menu = menu_of(site / folder / name)
        assert [title for _, title, _ in GROUP.findall(menu)] == GROUPS[folder], name
        assert shown(menu) == [group], name
        assert menu.count('aria-current="page"') == (0 if name.startswith("sumber/") else 1), name


def test_a_modules_pages_stand_in_the_menu_below_its_name_and_those_of_the_others_do_not(site: Path) -> None:
    menu = menu_of(site / "nondiskriminasi/bias.html")
    assert "<li><b>Modul 5</b>" in menu and 'href="bias.html" aria-current="page"' in menu and 'href="kasus.html"' in menu
    assert ">Modul 4: Adil, setara, manusiawi</a>" in menu and "martabat/kata-kata.html" not in menu


def test_the_menu_of_the_home_page_shows_fewer_lines_than_before_it_had_groups(site: Path) -> None:
    menu = menu_of(site / "index.html")
    closed = [entries for is_open, _, entries in GROUP.findall(menu) if not is_open]
    assert menu.count("<li>") - sum(entries.count("<li>") for entries in closed) <= 2 * ROWS_BEFORE // 3


def test_the_page_for_lost_addresses_names_the_groups_of_the_other_language_too(site: Path) -> None:
    lost = (site / "404.html").read_text("utf-8")
    for group in GROUPS["en/"]:
        assert re.search(rf"<li>{group}<ul>\s*<li><a href=", lost), group


def test_a_menu_without_groups_stays_a_list(example_site: Path) -> None:
    menu = menu_of(example_site / "index.html")
    assert "<details" not in menu and "antre/index.html" in menu


def test_every_group_opens_by_keyboard_on_a_phone_without_a_script(site: Path, open_page, serve) -> None:
    page = open_page(f"{serve(site)}/index.html", java_script_enabled=False, viewport={"width": 390, "height": 800})
    link = page.locator(".course").get_by_role("link", name="Lensa HAM")
    assert not link.is_visible()
    summary = page.locator(".course summary", has_text="Alat")
    assert summary.bounding_box()["height"] >= 44
    summary.press("Enter")
    assert link.is_visible() and link.bounding_box()["height"] >= 44
