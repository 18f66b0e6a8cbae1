"""Lists the texts of the page in front, each with the language that the browser hands on; the system's own Python runs it at the desk."""

import json
import sys

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402 - the version comes first

DEPTH = 30  # no window holds its page deeper


def children(thing):
    """What stands in a thing."""
    return [child for at in range(thing.get_child_count()) if (child := thing.get_child_at_index(at))]


def pages(thing, depth=0):
    """The pages that are shown in a thing."""
    if thing.get_role() == Atspi.Role.DOCUMENT_WEB:
        if thing.get_state_set().contains(Atspi.StateType.SHOWING):
            yield thing
    elif depth < DEPTH:
        for child in children(thing):
            yield from pages(child, depth + 1)


def runs(thing):
    """Each stretch of one language in a thing: its words, and that language."""
    text = thing.get_text_iface()
    length, at = Atspi.Text.get_character_count(text) if text else 0, 0
    while at < length:
        attributes, begin, end = Atspi.Text.get_attribute_run(text, at, True)
        yield Atspi.Text.get_text(text, begin, end).replace("\ufffc", "").strip(), attributes.get("language")
        at = max(end, at + 1)
    for child in children(thing):
        yield from runs(child)


if __name__ == "__main__":
    found = [run for program in children(Atspi.get_desktop(0)) for page in pages(program) for run in runs(page)]
    json.dump([run for run in found if run[0]], sys.stdout, ensure_ascii=False)
