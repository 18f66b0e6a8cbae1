"""Shows an article's wording in a box with the article as its caption."""

from __future__ import annotations

import html
from collections.abc import Callable

from manusiawi.ground.catalogue import say
from manusiawi.language.known import MAIN
from manusiawi.model.citation import Citation

Link = Callable[[Citation], str]  # the address of the passage among the sources, from the page


def law_link(citation: Citation, language: str, link: Link) -> str:
    """The readable reference as a link to its entry among the sources."""
    return f'<a href="{link(citation)}">{html.escape(citation.words(language), quote=False)}</a>'


def law_box(citation: Citation, language: str, link: Link) -> str:
    """The wording in Indonesian; for English readers an unofficial translation first.

    A passage that is no wording is called a summary and gets no quotation.
    """
    passage = citation.passage
    caption = law_link(citation, language, link)
    if not passage.verbatim:
        words = passage.words(language)
        return f'<figure class="law">{paragraphs(words)}<figcaption>{caption}. {say(language, "law-summary")}.</figcaption></figure>\n'
    if language == MAIN:
        return f'<figure class="law"><blockquote>{paragraphs(passage.text)}</blockquote><figcaption>{caption}</figcaption></figure>\n'
    return (
        f'<figure class="law"><blockquote>{paragraphs(passage.words(language))}</blockquote>'
        f"<figcaption>{caption}. {say(language, 'law-unofficial')}."
        f"<details><summary>{say(language, 'law-original')}</summary>"
        f'<blockquote lang="{MAIN}">{paragraphs(passage.text)}</blockquote></details></figcaption></figure>\n'
    )


def paragraphs(text: str) -> str:
    """A paragraph for each line of a text."""
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n") if line.strip())
