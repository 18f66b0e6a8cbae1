"""Words of the course whose root no list knows, for whoever keeps the list: names and words of another language are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from manusiawi.language.known import all_known
from manusiawi.model.course import Course
from manusiawi.search.texts import documents

_WRITTEN = re.compile(r"(?<![\w§'’/.@-])[a-z]{3,}(?![\w'’/@-]|\.\w)")  # not in capitals, and no part of a code or an address


def rootless(course: Course) -> list[str]:
    """Each such word in the order of the alphabet, with the first page that has it."""
    found: list[str] = []
    for known in all_known():
        if roots := known.roots:
            others = {word for other in all_known() if other is not known for word, _ in _words(course, other.code)}
            first = dict(reversed(list(_words(course, known.code))))
            found += [
                f"{word}  docs/{known.code}/{path}"
                for word, path in sorted(first.items())
                if word not in others and word not in known.small and not roots.known(word)
            ]
    return found


def _words(course: Course, language: str) -> Iterator[tuple[str, str]]:
    """Every word in small letters that the search reads, with its page."""
    for document in documents(course, language):
        for text in (document.title, *(text for part in document.parts if not part.quoted for text in (part.title, *part.sentences))):
            yield from ((word, document.path) for word in _WRITTEN.findall(text))
