"""The pages of a trainer's room under a thumb and beside a wide margin: targets of 44 pixels, nothing that touches."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.plans import PLAN, text_of


def test_the_clock_of_a_pause_stands_apart_from_its_name(open_page, serve, site: Path) -> None:
    for address, clock, name in (
        ("susun", ".is-break .plan-clock", ".is-break b"),
        ("peserta", ".is-pause .path-clock", ".is-pause > :last-child"),
    ):
        page = open_page(f"{serve(site)}/{address}.html#{text_of(PLAN)}", viewport={"width": 1280, "height": 800})
        page.wait_for_selector(clock)
        gap = f"""(() => {{ const range = document.createRange(); range.selectNodeContents(document.querySelector({clock!r}));
          return document.querySelector({name!r}).getBoundingClientRect().left - range.getBoundingClientRect().right; }})()"""
        assert page.evaluate(gap) > 4, address


@pytest.mark.parametrize("address", ["susun.html", "peserta.html", "pelatih.html", "kelas.html", "layar.html", "kartu-jawab.html"])
def test_on_a_phone_every_button_field_and_listed_link_is_large_enough_for_a_thumb(open_page, serve, site: Path, address: str) -> None:
    plan = f"#{text_of(PLAN)}" if address in ("susun.html", "peserta.html") else ""
    page = open_page(f"{serve(site)}/{address}{plan}", viewport={"width": 390, "height": 844})
    page.wait_for_function("!document.querySelector('.noscript')")
    page.wait_for_timeout(300)
    small = page.evaluate(
        """() => [...document.querySelectorAll('main :is(button, input, select, summary, .rows a)')].filter(one => one.checkVisibility())
          .map(one => [one.textContent || one.id, (/radio|checkbox/.test(one.type) && one.closest('label') || one).getBoundingClientRect()])
          .filter(([, box]) => box.height < 43.5).map(([words, box]) => `${words}: ${box.height}`)"""
    )
    assert small == []
