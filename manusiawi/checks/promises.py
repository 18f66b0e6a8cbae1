"""Keeps every address and item id that was ever published: the list, what it lacks, what it has lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from manusiawi.ground.faults import Fault, Place, nearest
from manusiawi.language.known import MAIN
from manusiawi.model.addresses import built
from manusiawi.model.course import Course
from manusiawi.model.generated import generated_paths, marked_anchors

FILE = "course/promises.txt"
_HEAD = """# Every address and every question id that was ever published, one a line; both languages share them.
# `python build_quiz.py promises` adds the new ones. A line is never removed: what goes away gets a redirect in course/redirects.yml.
"""


def promised(root: Path) -> list[tuple[int, str]]:
    """The promises with their line numbers; none where there is no list yet."""
    path = root / FILE
    lines = path.read_text("utf-8-sig", "replace").split("\n") if path.exists() else []
    return [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]


def kept(course: Course) -> set[str]:
    """Every address that the course has now: pages, anchors, question ids."""
    addresses = set()
    pages = {path: set(page.anchors) | marked_anchors(course, page) for path, page in course.pages[MAIN].items()}
    for path, anchors in {**pages, **generated_paths(course)}.items():
        address = built(path)
        addresses |= {
            address,
            *(
                f"{address}#{anchor}"
                for anchor in anchors
                if path.rpartition("/")[2] not in (course.names.keys, *course.names.keys_of_tests.values())
            ),
        }
    return addresses | {f"item {name}" for name in course.items}


def check_promises(course: Course, root: Path) -> Iterator[Fault]:
    """A fault for each promise that is neither kept nor redirected, and for each redirect that leads nowhere."""
    if course.unreadable:
        return  # what could not be read is not gone
    now = kept(course)
    places = {address for address in now if not address.startswith("item ")}
    redirects = {entry.old: entry for entry in course.redirects.values()}
    for number, address in promised(root):
        if address not in now and address not in redirects:
            likely = nearest(address.removeprefix("item "), places)
            yield Fault(
                Place(FILE, number),
                f'"{address}" was published and is gone',
                "addresses that stay, or a redirect in course/redirects.yml",
                f"bring it back, or add a redirect from it{f', perhaps to {likely}' if likely else ''}",
            )
    for entry in redirects.values():
        if entry.old in now:
            yield Fault(entry.where("old"), f'"{entry.old}" still exists', "redirects from addresses that are gone", "remove the redirect")
        if entry.new not in places:
            likely = nearest(entry.new, places)
            yield Fault(
                entry.where("new"),
                f'the redirect leads to "{entry.new}", which is no page',
                "a page such as loket/index.html, or a page and the anchor that shows the question",
                f'write "{likely}"' if likely else "name a page that exists",
            )


def with_new(course: Course, root: Path) -> str:
    """The text of the list with every new address added, in order."""
    known = {address for _, address in promised(root)}
    return _HEAD + "\n".join(sorted(known | kept(course))) + "\n"
