"""Finds the blocks of Markdown that are one mark, as the renderer's own parser parts a page into blocks."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from manusiawi.model.page import MARK

# What parts a page into blocks, besides Markdown itself; mkdocs.yml names the same (a test compares them).
BLOCK_EXTENSIONS = ("attr_list", "admonition", "tables", "md_in_html", "fenced_code", "toc")
_ALONE = re.compile(rf"{MARK.pattern}\s*")

Take = Callable[[str, str, etree.Element], etree.Element | None]


class MarkBlocks(BlockProcessor):
    """Hands each block that is one mark to `take`, with its name, its value and the element around it; None leaves the block as it is."""

    def __init__(self, parser: BlockParser, take: Take) -> None:
        super().__init__(parser)
        self.take = take

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the block is one mark and nothing else."""
        return bool(_ALONE.fullmatch(block))

    def run(self, parent: etree.Element, blocks: list[str]) -> bool | None:
        """Takes the first of the blocks, if somebody wants it."""
        match = _ALONE.fullmatch(blocks[0])
        if not match or self.take(match[1], " ".join((match[2] or "").split()), parent) is None:
            return False
        blocks.pop(0)
        return True
