"""Packs the pages of one language into a file that a browser fetches at once and unpacks by itself."""

from __future__ import annotations

import base64
import hashlib
import json
from mimetypes import MimeTypes
from pathlib import PurePosixPath

import zstandard

ENDINGS = (".html", ".css", ".js", ".svg", ".txt")  # the texts of a site, all kept; of other files those that a page links to
LEVEL = 17  # with a search for what is far away, since pages repeat each other: 2% more bytes than level 22, in a third of its time
_NEWER = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".opus": "audio/ogg",
    ".m4a": "audio/mp4",
    ".vtt": "text/vtt",
}  # Python 3.11 lacks them
_KNOWN = MimeTypes(())  # Python's own table alone: the device's would give other bytes


def bundle(texts: dict[str, bytes], others: dict[str, bytes]) -> tuple[str, bytes]:
    """The version of some texts and other files, by their paths, and the packed file.

    The packed file is Zstandard (RFC 8878) around JSON,
    `{"v": version, "files": {path: text}, "pictures": {path: base64}, "types": {path: type of a picture or other file}}`.
    The version changes when any file does.
    """
    files = {path: texts[path].decode("utf-8", "replace") for path in sorted(texts)}
    pictures = {path: base64.b64encode(others[path]).decode() for path in sorted(others)}
    version = hashlib.blake2s(json.dumps([files, pictures] if pictures else files).encode(), digest_size=6).hexdigest()
    whole = {"v": version, "files": files, "pictures": pictures, "types": {path: _type(path) for path in pictures}}
    packed = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
    return version, compressor(len(packed)).compress(packed)


def compressor(size: int) -> zstandard.ZstdCompressor:
    """What packs so many bytes."""
    way = zstandard.ZstdCompressionParameters.from_level(LEVEL, source_size=size, enable_ldm=True)
    return zstandard.ZstdCompressor(compression_params=way)


def _type(path: str) -> str:
    """What a server would say that a file is, by its ending in any case."""
    ending = PurePosixPath(path).suffix.lower()
    return _NEWER.get(ending) or _KNOWN.guess_type(f"file{ending}", strict=False)[0] or "application/octet-stream"
