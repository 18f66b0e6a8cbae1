"""Makes the zip that works from a memory stick by opening index.html."""

from __future__ import annotations

from manusiawi.entries.site import SiteFile
from manusiawi.ground.archive import zipped
from manusiawi.ground.catalogue import say
from manusiawi.language.known import LANGUAGES


def stick(site: SiteFile, files: dict[str, bytes]) -> bytes:
    """A zip of the files, by their paths, in the folder that the course names, with a note on how to open it."""
    note = (
        "\r\n\r\n".join(say(language, "stick-note", site=site.name[language], about=site.about[language]) for language in LANGUAGES)
        + "\r\n"
    )  # as Windows writes lines
    noted = {"BACA-DULU.txt": note.encode("utf-8-sig"), **dict(sorted(files.items()))}
    return zipped({f"{site.zip_folder}/{path}": data for path, data in noted.items()})
