"""Asks axe, the accessibility checker, about an open page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

ALL = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}},
}
# The stricter rule on contrast passes over what the other finds: both are needed.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]}}


def violations(page, options: dict = ALL) -> list[str]:
    """What is wrong with a page as it is shown."""
    # To write out all that is in order takes as long as to look for what is not.
    found = Axe().run(page, options={**options, "resultTypes": ["violations"]})
    return [f"{entry['id']}: {node['html'][:120]}" for entry in found.response["violations"] for node in entry["nodes"]]


def violations_light_and_dark(page) -> list[str]:
    """The same, and what is wrong with its colours on a dark screen, where nothing else changes."""
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, COLOURS)
    page.emulate_media(color_scheme="light")
    return found
