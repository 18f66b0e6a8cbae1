"""Makes the zip that works from a memory stick by opening index.html."""

from __future__ import annotations

import io
import zipfile

from manusiawi.entries.site import SiteFile
from manusiawi.ground.catalogue import say
from manusiawi.language.known import LANGUAGES

_TIME = (2026, 1, 1, 0, 0, 0)  # one fixed time, so that the same pages give the same bytes


def stick(site: SiteFile, files: dict[str, bytes]) -> bytes:
    """A zip of the files, by their paths, in the folder that the course names, with a note on how to open it."""
    note = (
        "\r\n\r\n".join(say(language, "stick-note", site=site.name[language], about=site.about[language]) for language in LANGUAGES)
        + "\r\n"
    )  # as Windows writes lines
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in {"BACA-DULU.txt": note.encode("utf-8-sig"), **dict(sorted(files.items()))}.items():
            entry = zipfile.ZipInfo(f"{site.zip_folder}/{path}", _TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, data)
    return made.getvalue()
