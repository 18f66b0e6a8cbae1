"""Adds to a built site what it needs without a network: the zip, a bundle for each language, their list, the worker."""

from __future__ import annotations

import json
from pathlib import Path

from manusiawi.language.known import LANGUAGES
from manusiawi.offline.bundle import ENDINGS, PICTURES, bundle
from manusiawi.offline.stick import stick
from manusiawi.render.assets import worker
from manusiawi.render.keep import NO_ZIP, zip_offer

PAGE = "luring.html"
ZIP = "manusiawi.zip"
LIST = "luring.json"  # {language: {"v": version, "file": name, "bytes": size}}
WORKER = "sw.js"
SHARED = "share.png"  # what other sites show of a link; no page loads it


def pack(site: Path) -> None:
    """Packs a site in place; leaves one without a page for it as it is."""
    if not (site / PAGE).is_file():
        return
    kept = {
        path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.suffix in (*ENDINGS, *PICTURES) and path.name != SHARED
    }
    zipped = stick({name: path.read_bytes() for name, path in kept.items()})
    (site / ZIP).write_bytes(zipped)
    for language in LANGUAGES:
        page = site / _folder(language) / PAGE
        offer = zip_offer(language, ("../" if language == "en" else "") + ZIP, len(zipped))
        page.write_text(page.read_text("utf-8").replace(NO_ZIP, offer, 1), "utf-8")
    listed = {}
    for language in LANGUAGES:
        version, packed = bundle({name: path.read_bytes() for name, path in kept.items() if name.startswith("en/") == (language == "en")})
        name = f"luring-{language}.zst"
        (site / name).write_bytes(packed)
        listed[language] = {"v": version, "file": name, "bytes": len(packed)}
    (site / LIST).write_text(json.dumps(listed), "utf-8")
    (site / WORKER).write_bytes(worker())


def _folder(language: str) -> str:
    return "en" if language == "en" else ""
