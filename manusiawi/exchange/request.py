"""What an export is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from manusiawi.model.course import Course


@dataclass(frozen=True, slots=True)
class Request:
    """One module in one or both languages.

    `site` is the folder of the built site, for formats that carry pages; `time` is when the course was last changed, in seconds since 1970.
    """

    course: Course
    module: str
    languages: tuple[str, ...]
    site: Path | None = None
    time: int = 0

    @property
    def root(self) -> Path:
        """The folder of the built site, for formats that cannot do without it."""
        if self.site is None:
            raise ValueError("this format carries pages of the built site")
        return self.site

    @property
    def name(self) -> str:
        """The first part of the name of the file that is made."""
        return "-".join((self.course.site.prefix, self.module, *self.languages))
