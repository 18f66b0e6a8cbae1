"""Names of laws and articles: from the mark an author writes to words and addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from manusiawi.entries.sources import Fact, Instrument, Passage
from manusiawi.language.known import of


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage together with the instrument that holds it."""

    instrument: Instrument
    passage: Passage

    @property
    def anchor(self) -> str:
        """The passage's anchor on the sources page."""
        return passage_anchor(self.instrument.id, self.passage.article)

    def words(self, language: str) -> str:
        """The readable reference: UU 25/2009 Pasal 34 huruf a."""
        return f"{self.instrument.short[language]}{of(language).before_article}{article_words(self.passage.article, language)}"


def split_reference(reference: str) -> tuple[str, str]:
    """The instrument's id and the article of a reference such as `uu-25-2009 Pasal 34 huruf a`."""
    instrument, _, article = " ".join(reference.split()).partition(" ")
    return instrument, article


def passage_anchor(instrument: str, article: str) -> str:
    """The anchor of an article: uu-25-2009-pasal-34-huruf-a."""
    return re.sub(r"[^a-z0-9]+", "-", f"{instrument} {article}".lower()).strip("-")


def article_words(article: str, language: str) -> str:
    """The article as the language cites it: Article 34 letter a."""
    for term, words in of(language).articles:
        article = re.sub(rf"\b{term}\b", words, article)
    return article


def article_order(article: str) -> tuple[bool, int, str, bool, list[tuple[int, str]]]:
    """A key that puts articles as a law has them: by number, an elucidation behind its article; other parts at the end."""
    number = re.search(r"\bPasal (\d+)([A-Z]*)", article)
    parts = [(len(part), part) for part in re.findall(r"\(?\b([0-9]+|[a-z])\b\)?", article[number.end() :])] if number else []
    return (number is None, int(number[1]) if number else 0, number[2] if number else article, article.startswith("Penjelasan"), parts)


def date_words(date: str, language: str) -> str:
    """A date written out: 29 Juli 2025, or as much of it as is known."""
    year, *rest = date.split("-")
    if not rest:
        return year
    month = of(language).months[int(rest[0]) - 1]
    return " ".join([*([str(int(rest[1]))] if len(rest) > 1 else []), month, year])


def fact_words(fact: Fact, language: str) -> str:
    """The short reference to a fact's source: Krakatoa.id, 29 Juli 2025."""
    publisher = f"{fact.publisher} ({fact.via[language]})" if fact.via else fact.publisher
    return f"{publisher}, {date_words(fact.date, language)}" if fact.date else publisher
