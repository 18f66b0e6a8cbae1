"""Writes the Markdown of the sources: an index, a page for each instrument, one for the facts.

One page for all would weigh twice what a phone should load; the index keeps the addresses that it once had.
"""

from __future__ import annotations

from manusiawi.entries.sources import Fact, Instrument, Passage
from manusiawi.ground.catalogue import say
from manusiawi.model.citation import Citation, article_order, article_words, date_words, fact_words
from manusiawi.model.course import Course
from manusiawi.render.pages.text import escaped, page_text


def source_pages(course: Course, language: str) -> dict[str, str]:
    """The pages of the sources, by path below docs/<language>/."""
    instruments = course.law.instruments if course.law else ()
    names = course.names
    pages = {names.law_page(instrument.id): _law(instrument, language) for instrument in instruments}
    if course.facts:
        pages[names.facts] = _facts(list(course.facts.values()), language)
    if pages:
        pages[names.sources] = _index(course, instruments, language)
    return pages


def _ordered(instrument: Instrument) -> list[Passage]:
    return sorted(instrument.passages, key=lambda passage: article_order(passage.article))


def _index(course: Course, instruments: tuple[Instrument, ...], language: str) -> str:
    body = [say(language, "sources-lead"), ""]
    body += [f"## {say(language, 'sources-laws')} {{#peraturan}}", ""] if instruments else []
    for instrument in instruments:
        page = course.names.law_page(instrument.id)
        links = [
            f"[{escaped(article_words(passage.article, language))}]({page}#{anchor}){{ #{anchor} }}"
            for passage in _ordered(instrument)
            for anchor in [Citation(instrument, passage).anchor]
        ]
        body += [
            f"### {escaped(instrument.short[language])} {{#{instrument.id}}}",
            "",
            f"[{escaped(instrument.title[language])}]({page}).",
            f"{say(language, 'state')} {_stop(escaped(instrument.status[language]))}",
            "",
            f"{say(language, 'sources-cited')} {', '.join(links)}.",
            "",
        ]
    body += [f"## {say(language, 'sources-facts')} {{#fakta}}", ""] if course.facts else []
    body += [f"- [{escaped(fact_words(fact, language))}]({course.names.facts}#{fact.id}){{ #{fact.id} }}" for fact in course.facts.values()]
    return page_text(
        language, say(language, "sources-title"), say(language, "sources-description"), "course/law.yml, course/facts.yml", body
    )


def _law(instrument: Instrument, language: str) -> str:
    """One instrument: its state, where it was read, and every passage that the course cites."""
    short = instrument.short[language]
    body = [f"{escaped(instrument.title[language])}.", f"{say(language, 'state')} {_stop(escaped(instrument.status[language]))}"]
    if instrument.note:
        body += [_stop(escaped(instrument.note[language]))]
    link = f"[{escaped(say(language, 'source-link', name=short))}](<{instrument.url}>)"
    body += [
        f"{say(language, 'copy-at')} {link}.",
        say(language, "checked", date=date_words(instrument.checked, language)),
        "",
        say(language, "source-caution"),
        "",
    ]
    for passage in _ordered(instrument):
        words = article_words(passage.article, language)
        state = say(language, "with-official" if passage.official else "cross-checked" if passage.cross_checked else "one-source")
        other = (
            f" {say(language, 'copy-at')} [{escaped(say(language, 'source-link', name=words))}](<{passage.url}>)."
            if passage.url not in ("", instrument.url)
            else ""
        )
        body += [
            f"## {escaped(words)} {{#{Citation(instrument, passage).anchor}}}",
            "",
            f"[[law {instrument.id} {passage.article}]]",
            "",
            f"{say(language, 'checked', date=date_words(passage.checked, language))} {state}{other}",
            "",
        ]
    return page_text(language, short, say(language, "source-description", name=short), "course/law.yml", body)


def _facts(facts: list[Fact], language: str) -> str:
    body = [say(language, "facts-lead"), ""]
    for fact in facts:
        body += [f"## {escaped(fact_words(fact, language))} {{#{fact.id}}}", "", escaped(fact.statement[language]), ""]
        if fact.quote:
            body += [f"> {escaped(fact.quote)}", f'{{: lang="{fact.quote_language}" }}' if language != fact.quote_language else "", ""]
        link = f"[{escaped(say(language, 'fact-link', publisher=fact.publisher))}](<{fact.url}>)"
        body += [f"{say(language, 'read-at')} {link}.", say(language, "checked", date=date_words(fact.checked, language)), ""]
    return page_text(language, say(language, "sources-facts"), say(language, "facts-description"), "course/facts.yml", body)


def _stop(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
