"""A plan of a workshop as tests use it: its text in an address, and the builder opened with one."""

from __future__ import annotations

from typing import Any

from tests.helpers.nodejs import run

PLAN = {
    "title": "Lokakarya Metro",
    "network": True,
    "needs": [],
    "days": [
        {
            "date": "",
            "start": "08:00",
            "fasting": False,
            "parts": [
                {"kind": "other", "ref": "", "minutes": 15, "title": "Pembukaan"},
                {"kind": "module", "ref": "nondiskriminasi", "minutes": 90, "title": ""},
                {"kind": "break", "ref": "", "minutes": 15, "title": ""},
            ],
        }
    ],
}


def text_of(plan: Any) -> str:
    made: str = run("return text.writePlan(value);", plan, text="classroom/plan/text.js")
    return made


def with_parts(*parts: dict[str, Any], **day: Any) -> dict[str, Any]:
    return {**PLAN, "days": [{**PLAN["days"][0], **day, "parts": list(parts)}]}


def opened(open_page, address: str, **options: Any):
    page = open_page(address, **options)
    page.wait_for_selector(".plan-day")
    return page
