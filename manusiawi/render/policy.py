"""The Content-Security-Policy under which every page works: one source for each page's own and for the headers of hosts."""

from __future__ import annotations

import base64
import hashlib

SCRIPT_POLICY = "situs"  # the one Trusted Types policy that scripts may make; web/src/base/trusted.js makes it
_OWN = "'self'"
_FOR_PAGES = {
    "default-src": "'none'",
    "script-src": _OWN,
    "style-src": _OWN,
    "img-src": _OWN,
    "connect-src": _OWN,
    "worker-src": _OWN,
    "media-src": _OWN,
    "frame-src": _OWN,  # pages of a memory stick hold the record in a frame; over http none may be framed
    "base-uri": "'none'",
    "form-action": _OWN,
    "require-trusted-types-for": "'script'",
    "trusted-types": SCRIPT_POLICY,
}
_FOR_HEADERS = {"frame-ancestors": "'none'"}  # browsers heed it in no meta element


def page_policy(first: str) -> str:
    """The policy that a page carries in a meta element; `first` is the text of its one inline script, which is let in by its digest."""
    return _written(_FOR_PAGES, first)


def header_policy(first: str) -> str:
    """The policy for the host to send: that of the pages, and that no other site may frame them."""
    return _written(_FOR_PAGES | _FOR_HEADERS, first)


def _written(directives: dict[str, str], first: str) -> str:
    digest = base64.b64encode(hashlib.sha256(first.encode()).digest()).decode()
    let_in = directives | {"script-src": f"{directives['script-src']} 'sha256-{digest}'"}
    return ";".join(f"{name} {value}" for name, value in let_in.items())
