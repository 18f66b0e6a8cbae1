"""Packs the pages of one language into a file that a browser fetches at once and unpacks by itself."""

from __future__ import annotations

import base64
import hashlib
import json

import zstandard

ENDINGS = (".html", ".css", ".js", ".svg", ".txt")  # texts that pages load; maps for search engines stay out
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
LEVEL = 22  # pages repeat each other: packed one by one with Brotli they take twice the bytes


def bundle(files: dict[str, bytes]) -> tuple[str, bytes]:
    """The version of some files, by their paths, and the packed file.

    The packed file is Zstandard (RFC 8878) around JSON, `{"v": version, "files": {path: text}, "pictures": {path: base64}}`.
    The version changes when any file does.
    """
    texts = {path: files[path].decode("utf-8", "replace") for path in sorted(files) if path.endswith(ENDINGS)}
    pictures = {path: base64.b64encode(files[path]).decode() for path in sorted(files) if path not in texts}
    version = hashlib.blake2s(json.dumps([texts, pictures] if pictures else texts).encode(), digest_size=6).hexdigest()
    packed = json.dumps({"v": version, "files": texts, "pictures": pictures}, ensure_ascii=False, separators=(",", ":")).encode()
    return version, zstandard.ZstdCompressor(level=LEVEL).compress(packed)
