"""Addresses inside the course: from one page's path to another's."""

from __future__ import annotations

import html
import posixpath
import re

SAFE_SCHEMES = ("https:", "http:", "mailto:", "tel:")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def is_external(address: str) -> bool:
    """Whether an address leaves the course, as a browser reads it: without spaces, each backslash a slash."""
    squeezed = _squeezed(address)
    return bool(_SCHEME.match(squeezed)) or squeezed.replace("\\", "/").startswith("//")


def is_safe(address: str) -> bool:
    """Whether an address is relative or uses a scheme that runs nothing."""
    squeezed = _squeezed(address)
    return not _SCHEME.match(squeezed) or squeezed.startswith(SAFE_SCHEMES)


def _squeezed(address: str) -> str:
    return re.sub(r"[\x00-\x20]", "", html.unescape(address)).lower()


def target(folder: str, address: str) -> tuple[str, str]:
    """The path and the anchor that a relative address names, seen from a folder of the docs."""
    path, _, anchor = address.partition("#")
    return posixpath.normpath(posixpath.join(folder, path)) if path else "", anchor


def source_link(page: str, path: str, anchor: str = "") -> str:
    """A relative link between Markdown files, for builders that check it."""
    link = posixpath.relpath(path, posixpath.dirname(page) or ".")
    return f"{link}#{anchor}" if anchor else link


def built_link(page: str, path: str, anchor: str = "") -> str:
    """The same link between built pages, for HTML that builders leave alone."""
    return source_link(page, path.removesuffix(".md") + ".html" if path.endswith(".md") else path, anchor)
