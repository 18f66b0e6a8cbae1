"""Makes the elements of Moodle XML, with the exactness on which Moodle's importer insists."""

from __future__ import annotations

import base64
import html
import re
from dataclasses import dataclass

# Moodle's own fractions of a whole: with any other one it refuses the whole file (Moodle 4.5 and 5.0; the last digit may differ).
SHARES = {1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667", 7: "14.28571", 8: "12.5", 9: "11.11111", 10: "10"}
MOST_SHARES = max(SHARES)
MAX_NAME = 120  # characters; Moodle cuts at 251
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class File:
    """A file that stands inside, which texts show as @@PLUGINFILE@@/ and its name."""

    name: str
    content: bytes


def element(name: str, *inner: str, **attributes: str) -> str:
    """An element with others in it, each on a line of its own."""
    told = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return "\n".join((f"<{name}{told}>", *inner, f"</{name}>"))


def field(name: str, value: str) -> str:
    """An element that holds plain words or a number."""
    return f"<{name}>{_escaped(value)}</{name}>"


def named(name: str, value: str) -> str:
    """An element whose plain words stand in a <text>."""
    return f"<{name}><text>{_escaped(value)}</text></{name}>"


def texted(name: str, made: str, *after: str, **attributes: str) -> str:
    """An element whose HTML stands in a <text>; CDATA, since Moodle refuses a file with tags outside of it."""
    told = "".join(f' {key}="{value}"' for key, value in attributes.items())
    words = f"<text><![CDATA[{_printable(made).replace(']]>', ']]]]><![CDATA[>')}]]></text>" if made else "<text></text>"
    return "\n".join((f'<{name}{told} format="html">', words, *after, f"</{name}>"))


def file_inside(file: File) -> str:
    """The element that holds a file."""
    return f'<file name="{html.escape(file.name)}" path="/" encoding="base64">{base64.b64encode(file.content).decode()}</file>'


def category(names: tuple[str, ...]) -> str:
    """The element that opens a category below the course's top one; a stroke in a name is written twice."""
    path = "/".join(("$course$", "top", *(name.replace("/", "//") for name in names)))
    return element("question", named("category", path), type="category")


def title(number: str, words: str) -> str:
    """The name of a question in Moodle's bank, of which Moodle takes away what looks like a tag."""
    line = " ".join(words.replace("<", "‹").replace(">", "›").split())
    whole = f"{number}: {line}" if line else number
    return whole if len(whole) <= MAX_NAME else f"{whole[: MAX_NAME - 1].rstrip()}…"


def _escaped(value: str) -> str:
    return html.escape(_printable(value), quote=False)


def _printable(value: str) -> str:
    if found := _NOT_IN_XML.search(value):
        raise ValueError(f"U+{ord(found[0]):04X} cannot stand in XML")  # YAML holds none of them, so no text of a course does
    return value
