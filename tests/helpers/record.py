"""Reads and sets the learner's record in an open page."""

from __future__ import annotations

import json

DAY = 86_400_000


def record(page) -> dict:
    return json.loads(page.evaluate("localStorage.getItem('manusiawi')"))


def put(page, data: dict | str) -> None:
    page.evaluate("text => localStorage.setItem('manusiawi', text)", data if isinstance(data, str) else json.dumps(data))
