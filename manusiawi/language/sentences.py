"""Where the sentences of a text end."""

from __future__ import annotations

import re

_END = re.compile(r"[.?!…][\"”»'’)\]]*\s+(?=[\"“«‘'(]*[A-ZÀ-Þ0-9])")
_SHORTENED = re.compile(
    r"\b(?:No|Nn|Jln?|Bpk|Sdri?|Kec|Kab|Kel|Ds|Tn|Ny|Rp|[Tt]gl|[Pp]kl|Yth|Dra?s?|dr|Prof|Ir|Hj?|M[rs]|Mrs|St|hlm|a\.n|u\.p|d\.a|e\.g|i\.e|vs|pp?|[A-Z])\.$"
)


def ends(text: str) -> list[int]:
    """Where the sentences of a text end, but for the last."""
    return [
        match.end() for match in _END.finditer(text) if not (text[match.start()] == "." and _SHORTENED.search(text, 0, match.start() + 1))
    ]
