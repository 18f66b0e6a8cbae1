"""Turns XML text into a tree of elements with positions, refusing what question banks do not need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.entities import html5
from xml.parsers import expat

from manusiawi.exchange.question import Refusal
from manusiawi.ground.faults import Place

MAX_DEPTH = 20  # a question of Moodle has 6 levels
MAX_ELEMENTS = 300_000
_WHOLE = "XML as Moodle exports it"


@dataclass(slots=True)
class Element:
    """One element: its name, attributes, the elements in it, its own words, and both in their order.

    It remembers what of it was asked for, so that `unread` can tell the rest.
    """

    name: str
    place: Place
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    content: list[str | Element] = field(default_factory=list)  # the words and the elements in their order
    is_read: bool = False
    are_words_read: bool = False
    read_attributes: set[str] = field(default_factory=set)
    comments: list[tuple[Place, str]] = field(default_factory=list)  # of the whole text, at its root

    @property
    def words(self) -> str:
        """The element's own words."""
        return "".join(self.parts)

    def all(self, name: str) -> Iterator[Element]:
        """The elements of that name right in it."""
        for child in self.children:
            if child.name == name:
                child.is_read = True
                yield child

    def one(self, name: str) -> Element | None:
        """The first element of that name right in it."""
        return next(self.all(name), None)

    def get(self, name: str) -> str:
        """The words of the first element of that name, without spaces at the ends."""
        child = self.one(name)
        return child.said().strip() if child else ""

    def said(self) -> str:
        """The element's own words, which count as read from now on."""
        self.are_words_read = True
        return self.words

    def attribute(self, name: str, default: str = "") -> str:
        """The value of an attribute, which counts as read from now on."""
        self.read_attributes.add(name)
        return self.attributes.get(name, default)


def parse_xml(text: str, file: str, line: int = 1, column: int = 1) -> Element:
    """The root element of an XML text that begins at that place of a file; raises Refusal where it cannot be read.

    The named signs of HTML, such as &nbsp;, are known.
    """
    return _Builder(text, file, line, column).built()


@cache
def _html_signs() -> str:
    """A document type that declares the named signs of HTML, none of which holds another."""
    own = ("lt", "gt", "amp", "quot", "apos")
    return "".join(
        f'<!ENTITY {name} "{"".join(f"&#{code};" for code in map(ord, signs))}">'
        for name, signs in ((name.removesuffix(";"), signs) for name, signs in html5.items() if name.endswith(";"))
        if name not in own and not set(signs) & set("&<%")
    )


class _Builder:
    """Follows expat, so that nothing is expanded or nested before it is looked at."""

    root: Element  # the first start tag makes it, and a text without one is broken XML

    def __init__(self, text: str, file: str, line: int, column: int) -> None:
        self.text, self.file, self.line, self.column = text, file, line, column
        self.open: list[Element] = []
        self.count = 0
        self.comments: list[tuple[Place, str]] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = lambda _: self.open.pop()
        self.parser.CharacterDataHandler = self.characters
        self.parser.CommentHandler = lambda words: self.comments.append((self.here(), words))
        if "&" in text and "<!DOCTYPE" not in text:
            self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
            self.parser.ExternalEntityRefHandler = self.signs
            self.parser.SkippedEntityHandler = self.skipped
            self.parser.UseForeignDTD(True)

    def built(self) -> Element:
        try:
            self.parser.Parse(self.text, True)
        except expat.ExpatError as error:
            raise Refusal(
                self.at(error.lineno, error.offset),
                f"broken XML: {expat.ErrorString(error.code)}",
                _WHOLE,
                "export the questions again; if the file was written by hand, close each tag, write & as &amp; "
                "and put HTML between <![CDATA[ and ]]>",
            ) from None
        self.root.comments = self.comments
        return self.root

    def at(self, line: int, offset: int) -> Place:
        return Place(self.file, self.line + line - 1, offset + (self.column if line == 1 else 1))

    def here(self) -> Place:
        return self.at(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber)

    def signs(self, context: str, *_: object) -> int:
        self.parser.ExternalEntityParserCreate(context).Parse(_html_signs(), True)
        return 1

    def skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            raise Refusal(
                self.here(),
                f"the sign &{name}; is not known",
                "the named signs of HTML, such as &nbsp;",
                f"write the sign itself, or &amp;{name}; for these letters",
            )

    def doctype(self, *_: object) -> None:
        before = self.text[: self.text.find("<!DOCTYPE")]  # expat tells it at its end
        raise Refusal(
            self.at(before.count("\n") + 1, len(before) - before.rfind("\n") - 1),
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
