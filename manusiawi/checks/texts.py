"""Links, pictures and marks in the texts of YAML files must lead somewhere, seen from the folder where each kind of text stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from manusiawi.binding.fields import Text
from manusiawi.binding.walk import texts_of
from manusiawi.checks.marks import marks_of_text, marks_of_words
from manusiawi.ground.faults import Fault, Place, nearest, quoted
from manusiawi.ground.links import is_external, is_safe, target
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.generated import generated_paths, marked_anchors
from manusiawi.model.kinds import links_folder, quoted_entries, written_entries
from manusiawi.model.page import MARK
from manusiawi.model.references import links_in

Anchors = dict[tuple[str, str], set[str]]  # by language and path of the page


def check_texts(course: Course, root: Path) -> Iterator[Fault]:
    """The faults of every text that authors wrote into YAML files."""
    anchors = known_anchors(course)
    for entry in written_entries(course):
        folder = links_folder(course, entry)
        for text in texts_of(entry):
            yield from _text(text, folder, course, anchors, root)
    for entry in quoted_entries(course):
        for text in texts_of(entry):
            for language in LANGUAGES:
                yield from marks_of_words(text[language], text.where(language))


def known_anchors(course: Course) -> Anchors:
    """The anchors of every page, written or generated, by language and path."""
    known: Anchors = {}
    for language in LANGUAGES:
        for path, page in course.pages[language].items():
            known[language, path] = {*page.anchors, *marked_anchors(course, page)}
        for path, anchors in generated_paths(course).items():
            known[language, path] = anchors
    return known


def _text(text: Text, folder: str, course: Course, anchors: Anchors, root: Path) -> Iterator[Fault]:
    """The marks, links and images of one text, in both languages."""
    for language in LANGUAGES:
        words = text[language]
        if "[" not in words:
            continue
        place = text.where(language)
        yield from marks_of_text(words, place, course)
        for is_image, label, address in links_in(MARK.sub("", words)):
            yield from _link(is_image, label, address, language, folder, place, anchors, root)


def _link(
    is_image: bool, label: str, address: str, language: str, folder: str, place: Place, anchors: Anchors, root: Path
) -> Iterator[Fault]:
    if not is_safe(address):
        yield Fault(
            place,
            f'the address "{address[:60]}" could run a script',
            "relative addresses, https: and mailto:",
            "remove it, or write the address of a page",
        )
        return
    if is_image and not label.strip():
        yield Fault(
            place,
            f'the image "{address}" has no alternative text',
            "![what it shows](address)",
            "say between the brackets what a person who does not see it must know",
        )
    if is_external(address):
        if is_image:
            yield Fault(
                place,
                f'the image "{address[:60]}" lies on another host',
                "images of this site",
                "put the image beside the lessons and name its path",
            )
        return
    path, anchor = target(folder, address)
    if is_image or not path.endswith((".md", "")):
        if not (root / "docs" / language / path).is_file():
            yield Fault(
                place, f"the file docs/{language}/{path} does not exist", "a file beside the lessons", "correct the path, or add the file"
            )
    elif path and (language, path) not in anchors:
        known = sorted(known for tongue, known in anchors if tongue == language)
        likely = nearest(path, known)
        yield Fault(
            place,
            f'no page of the course is "{path}"',
            "a page of docs/, its path seen from the module's folder",
            f'link to "{likely}"' if likely else "correct the path",
        )
    elif path and anchor and anchor not in anchors[language, path]:
        likely = nearest(anchor, anchors[language, path])
        yield Fault(
            place,
            f'the page docs/{language}/{path} has no anchor "{anchor}"',
            quoted(sorted(anchors[language, path])),
            f'write "#{likely}"' if likely else "name one of these anchors",
        )
