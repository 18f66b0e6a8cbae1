"""Packs the pages of one language into a file that a browser fetches at once and unpacks by itself."""

from __future__ import annotations

import hashlib
import json

import zstandard

ENDINGS = (".html", ".css", ".js", ".svg", ".txt")  # what pages load; pictures for sharing and maps for search engines stay out
LEVEL = 22  # pages repeat each other: packed one by one with Brotli they take twice the bytes


def bundle(files: dict[str, bytes]) -> tuple[str, bytes]:
    """The version of some text files, by their paths, and the packed file.

    The packed file is Zstandard (RFC 8878) around JSON, `{"v": version, "files": {path: text}}`.
    The version changes when any file does.
    """
    texts = {path: files[path].decode() for path in sorted(files)}
    version = hashlib.blake2s(json.dumps(texts).encode(), digest_size=6).hexdigest()
    packed = json.dumps({"v": version, "files": texts}, ensure_ascii=False, separators=(",", ":")).encode()
    return version, zstandard.ZstdCompressor(level=LEVEL).compress(packed)
