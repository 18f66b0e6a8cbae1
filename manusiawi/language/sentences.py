"""Where the sentences of a text end."""

from __future__ import annotations

import re

from manusiawi.language.known import all_known

_END = re.compile(r"[.?!…][\"”»'’)\]]*\s+(?=[\"“«‘'(]*[A-ZÀ-Þ0-9])")
_SHORTENED = re.compile(rf"\b(?:{'|'.join(language.lint.shortened for language in all_known())}|[A-Z])\.$")


def ends(text: str) -> list[int]:
    """Where the sentences of a text end, but for the last."""
    return [
        match.end() for match in _END.finditer(text) if not (text[match.start()] == "." and _SHORTENED.search(text, 0, match.start() + 1))
    ]
