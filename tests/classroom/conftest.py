"""What the tests of the trainer's room share: the page of answers, opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.classes import PAGE


@pytest.fixture
def room(open_page, serve, site: Path) -> Callable[..., Any]:
    def open_room(**options: Any) -> Any:
        page = open_page(f"{serve(site)}/{PAGE}", **options)
        page.on("dialog", lambda dialog: dialog.accept())
        return page

    return open_room
