"""Opens zip files of other tools without trusting what they say of their size."""

from __future__ import annotations

import io
import zipfile

from manusiawi.exchange.question import Refusal
from manusiawi.ground.faults import Place

MAX_FILES = 5_000
MAX_BYTES = 200_000_000  # all files together, unpacked; the pictures and sounds of a large bank


def opened(data: bytes, file: str) -> dict[str, bytes]:
    """The files of a zip by their names, in its order; raises Refusal where it is no zip or grows too large.

    Each file is read no further than the room that is left, whatever the zip says of its size.
    """
    held: dict[str, bytes] = {}
    left = MAX_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MAX_FILES:
                raise _refused(file, f"holds {len(entries):,} files", f"at most {MAX_FILES:,} files")
            for entry in entries:
                if entry.flag_bits & 1:
                    raise _refused(file, f'locks "{entry.filename}" with a password', "a zip without a password")
                with archive.open(entry) as part:
                    held[entry.filename] = part.read(left + 1)
                left -= len(held[entry.filename])
                if left < 0:
                    raise _refused(file, "grows too large when unpacked", f"at most {MAX_BYTES:,} bytes unpacked")
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise _refused(file, f"cannot be opened as a zip ({error})", "a zip file that is whole") from None
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma", "_lzma"):  # a stream that is broken within
            raise _refused(file, f"cannot be unpacked ({error})", "a zip file that is whole") from None
        raise
    return held


def _refused(file: str, found: str, allowed: str) -> Refusal:
    return Refusal(Place(file), f"the file {found}", allowed, "export the questions again, fewer at a time")
