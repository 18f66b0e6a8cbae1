"""Asks axe, the accessibility checker, about an open page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe


def violations(page) -> list[str]:
    found = Axe().run(
        page,
        options={
            "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            "rules": {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}},
            "resultTypes": ["violations"],  # to write out all that is in order takes as long as to look for what is not
        },
    )
    return [f"{entry['id']}: {node['html'][:120]}" for entry in found.response["violations"] for node in entry["nodes"]]
