"""Finds the files of a built site that its pages link to or load: what must travel with the pages."""

from __future__ import annotations

import html
import posixpath
import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

_ADDRESS = re.compile(r"""\b(?:href|src|poster|data|srcset)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_SHEET_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)""", re.IGNORECASE)
READ = (".html", ".svg", ".css")  # files that may name others


def names_in(files: dict[str, bytes]) -> dict[str, set[str]]:
    """What each of the files names, as paths from the site's root, by its own path; of those that may name others."""
    return {path: _named(data.decode("utf-8", "replace"), posixpath.dirname(path)) for path, data in files.items() if path.endswith(READ)}


def linked(names: dict[str, set[str]], known: set[str]) -> dict[str, str]:
    """The known files that are named, each with the first file that names it."""
    first: dict[str, str] = {}
    for path in sorted(names):
        for name in names[path] & known:
            first.setdefault(name, path)
    return first


def _named(text: str, folder: str) -> set[str]:
    addresses = {html.unescape(next(filter(None, match.groups()), "")) for match in _ADDRESS.finditer(text)}
    addresses |= {part.split()[0] for address in addresses if "," in address for part in address.split(",") if part.strip()}  # srcset
    addresses |= {address.split()[0] for address in addresses if " " in address.strip()}
    addresses |= {*_SHEET_ADDRESS.findall(text)}
    return {_resolved(address, folder) for address in addresses}


@lru_cache(maxsize=10_000)
def _resolved(address: str, folder: str) -> str:
    """A relative address in a file of a folder as a path from the site's root; "" for one that leads elsewhere."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
