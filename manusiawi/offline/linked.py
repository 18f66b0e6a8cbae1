"""Finds the files of a built site that its pages link to or load: what must travel with the pages."""

from __future__ import annotations

import html
import posixpath
import re
from urllib.parse import unquote, urlsplit

_ADDRESS = re.compile(r"""\b(?:href|src|poster|data|srcset)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_SHEET_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)""", re.IGNORECASE)
READ = (".html", ".svg", ".css")  # files that may name others


def linked(files: dict[str, bytes], known: set[str]) -> dict[str, str]:
    """The known files that some files name, each with the first file that names it; paths count from the site's root."""
    first: dict[str, str] = {}
    for path in sorted(files):
        if path.endswith(READ):
            for name in _named(files[path].decode("utf-8", "replace"), path):
                if name in known:
                    first.setdefault(name, path)
    return first


def _named(text: str, path: str) -> set[str]:
    addresses = [html.unescape(next(filter(None, match.groups()), "")) for match in _ADDRESS.finditer(text)]
    addresses += [part.split()[0] for address in addresses if "," in address for part in address.split(",") if part.strip()]  # srcset
    addresses += [address.split()[0] for address in addresses if " " in address.strip()]
    addresses += _SHEET_ADDRESS.findall(text)
    return {_resolved(address, path) for address in addresses}


def _resolved(address: str, path: str) -> str:
    """A relative address as a path from the site's root; "" for one that leads elsewhere."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
