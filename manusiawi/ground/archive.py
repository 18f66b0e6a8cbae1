"""Makes zip files whose bytes depend on what is in them alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

TIME = (2026, 1, 1, 0, 0, 0)  # one fixed time, so that the same files give the same bytes


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of the files by their paths, in the order given."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, data)
    return made.getvalue()
