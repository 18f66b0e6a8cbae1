"""Turns XML text into a tree of elements with positions, refusing what question banks do not need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from manusiawi.exchange.question import Refusal
from manusiawi.ground.faults import Place

MAX_DEPTH = 20  # a question of Moodle has 6 levels
MAX_ELEMENTS = 300_000
_WHOLE = "XML as Moodle exports it"


@dataclass(slots=True)
class Element:
    """One element: its name, attributes, the elements in it, its own words, and both in their order."""

    name: str
    place: Place
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    content: list[str | Element] = field(default_factory=list)  # the words and the elements in their order

    @property
    def words(self) -> str:
        """The element's own words."""
        return "".join(self.parts)

    def all(self, name: str) -> Iterator[Element]:
        """The elements of that name right in it."""
        return (child for child in self.children if child.name == name)

    def one(self, name: str) -> Element | None:
        """The first element of that name right in it."""
        return next(self.all(name), None)

    def get(self, name: str) -> str:
        """The words of the first element of that name, without spaces at the ends."""
        child = self.one(name)
        return child.words.strip() if child else ""


def parse_xml(text: str, file: str) -> Element:
    """The root element of an XML text; raises Refusal where it cannot be read."""
    return _Builder(text, file).built()


class _Builder:
    """Follows expat, so that nothing is expanded or nested before it is looked at."""

    root: Element  # the first start tag makes it, and a text without one is broken XML

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.open: list[Element] = []
        self.count = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = lambda _: self.open.pop()
        self.parser.CharacterDataHandler = self.characters

    def built(self) -> Element:
        try:
            self.parser.Parse(self.text, True)
        except expat.ExpatError as error:
            raise Refusal(
                Place(self.file, error.lineno, error.offset + 1),
                f"broken XML: {expat.ErrorString(error.code)}",
                _WHOLE,
                "export the questions again; if the file was written by hand, close each tag, write & as &amp; "
                "and put HTML between <![CDATA[ and ]]>",
            ) from None
        return self.root

    def here(self) -> Place:
        return Place(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def doctype(self, *_: object) -> None:
        before = self.text[: self.text.find("<!DOCTYPE")]  # expat tells it at its end
        place = Place(self.file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise Refusal(
            place,
            "a DOCTYPE stands in the file",
            "XML without DOCTYPE and without entities of its own",
            "remove it together with its entities; Moodle exports none",
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) >= MAX_DEPTH or self.count > MAX_ELEMENTS:
            most = f"{MAX_DEPTH} levels of nesting" if len(self.open) >= MAX_DEPTH else f"{MAX_ELEMENTS:,} elements"
            raise Refusal(self.here(), f"more than {most}", f"at most {most}", "export fewer questions into one file, as Moodle XML")
        element = Element(name, self.here(), attributes)
        if self.open:
            self.open[-1].children.append(element)
            self.open[-1].content.append(element)
        else:
            self.root = element
        self.open.append(element)

    def characters(self, data: str) -> None:
        self.open[-1].parts.append(data)
        self.open[-1].content.append(data)
