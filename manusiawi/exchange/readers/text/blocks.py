"""The blocks of a foreign text as Markdown, and which of them asks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from manusiawi.exchange.readers.text.signs import LIST_LINE

TEXT, LIST, TABLE, CODE = "text", "list", "table", "code"
_ASKS = re.compile(r"""\?[\s*_"'”’»)\]]*(?:\([^()]{0,200}\)[\s*_.]*)?$""")
_LEADS = re.compile(r"(?::|…|\.\.\.|_{2,}\.?)[\s*_]*$")
_QUOTED = re.compile(r"""["“«][^"”»]{0,500}["”»]""")
_RULE = re.compile(r"\|(?: --- \|)+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list, a table or lines of code; `is_stem` where the source marks it as what asks, as our own exports do."""

    kind: str
    text: str
    is_stem: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in blocks; `dropped` names what did not stay, with its words."""

    blocks: tuple[Block, ...]
    dropped: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The whole text on one line, for places that hold no paragraphs."""
        return " ".join(map(_on_one_line, self.blocks))

    @property
    def paragraphs(self) -> str:
        """The text with its paragraphs, lists, tables and lines of code."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def flattened(self) -> tuple[str, ...]:
        """What a single line cannot show as it was."""
        return tuple(dict.fromkeys(_FLAT[block.kind] for block in self.blocks if block.kind in _FLAT))

    def parted(self) -> tuple[str, str, tuple[str, ...]]:
        """What stands around the question, the question itself, and what an author should look at.

        The question is the last paragraph that ends in a question mark, else in a colon or a gap, else that holds a question.
        """
        places = [place for place, block in enumerate(self.blocks) if block.kind == TEXT]
        if not places:
            return "", self.sentence, self.flattened
        at, sure = self._asking(places)
        notes = () if sure or len(self.blocks) == 1 else ("the stem is its last paragraph; look whether it asks",)
        if at + 1 < len(self.blocks):
            notes = (*notes, f"{_below(self.blocks[at + 1 :])} below the question stands above it now")
        rest = Prose((*self.blocks[:at], *self.blocks[at + 1 :]))
        return rest.paragraphs, " ".join(self.blocks[at].text.split()), notes

    def _asking(self, places: list[int]) -> tuple[int, bool]:
        marked = [place for place in places if self.blocks[place].is_stem]
        if marked:
            return marked[-1], True
        for asks in (_ASKS.search, _LEADS.search, lambda text: "?" in _QUOTED.sub("", text)):
            found = [place for place in places if asks(self.blocks[place].text)]
            if found:
                return found[-1], True
        return places[-1], False


def _below(blocks: tuple[Block, ...]) -> str:
    return {LIST: "the list", TABLE: "the table", CODE: "the code"}.get(blocks[0].kind, "what stood") if len(blocks) == 1 else "what stood"


def table(rows: list[list[str]]) -> list[Block]:
    """Rows of cells as a table; as paragraphs where each row has one cell."""
    kept = [[cell.replace("|", "\\|") for cell in row] for row in rows if any(row)]
    width = max(map(len, kept), default=0)
    if width < 2:
        return [Block(TEXT, row[0]) for row in kept]
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in kept]
    return [Block(TABLE, "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]]))]


def code(lines: list[str]) -> list[Block]:
    """Lines that keep their spaces; nothing for empty ones."""
    while lines and not lines[0].strip():
        lines = lines[1:]
    text = "\n".join(f"    {line.rstrip()}" if line.strip() else "" for line in lines).rstrip()
    return [Block(CODE, text)] if text else []


def _on_one_line(block: Block) -> str:
    lines = block.text.split("\n")
    if block.kind == LIST:
        return "; ".join(LIST_LINE.sub("", line, count=1) for line in lines)
    if block.kind == TABLE:
        return "; ".join(", ".join(part.strip() for part in line.strip("| ").split(" | ")) for line in lines if not _RULE.fullmatch(line))
    return " ".join(block.text.split())


_FLAT = {
    LIST: "a list became one line, parted by semicolons",
    TABLE: "a table became one line, its rows parted by semicolons",
    CODE: "lines of code became one line",
}
