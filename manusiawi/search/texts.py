"""What readers can find: the pages and entries of the course as plain sentences, without anything that gives an answer away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from manusiawi.binding.walk import texts_of
from manusiawi.entries.items import BranchingCase, Item
from manusiawi.entries.plan import Module
from manusiawi.ground.catalogue import say
from manusiawi.language.known import MAIN, other
from manusiawi.language.sentences import ends
from manusiawi.language.words import plain
from manusiawi.model.citation import article_words, fact_words, passage_anchor
from manusiawi.model.course import Course
from manusiawi.model.page import MARK, SILENT, PageFile
from manusiawi.model.references import reference


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text under one address.

    `anchor` is "" at a page's top. A question names the title and the path of the lesson that helps with it.
    `quoted` sentences are shown and not indexed, because lessons tell of them: articles of law, facts.
    """

    anchor: str
    title: str
    sentences: tuple[str, ...] = ()
    lesson: tuple[str, str] | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One result that a search can have: a page, or an entry of a page with an anchor of its own.

    `path` counts from docs/<language>/; `text` names the file that holds the parts, which entries of a page may share.
    """

    path: str
    anchor: str
    title: str
    place: str
    text: str
    parts: tuple[Part, ...]


def documents(course: Course, language: str) -> list[Document]:
    """All of them, module by module; the search page itself, keys, trainer's pages and test items are left out."""
    found: list[Document] = []
    for module in course.modules.values():
        place = f"{say(language, 'module', number=module.number)}: {module.title[language]}"
        for slug in ("index", *module.page_slugs):
            found += _page(course, language, f"{module.slug}/{slug}.md", place)
        found += _self_check(course, language, module, place)
    seen, names = {document.path for document in found}, course.names
    unsearched = {
        names.search,
        names.participant,
        names.builder,
        names.projector,
        names.answers,
        names.formulas,
        names.downloads,
    }  # of tools, and for trainers
    for path, page in course.pages[language].items():
        if path not in seen and path not in unsearched and page.head.searched:
            found += _page(course, language, path, "")
    return [*found, *_glossary(course, language), *_sources(course, language)]


def _page(course: Course, language: str, path: str, place: str) -> Iterator[Document]:
    """The page that an author wrote, if it is there; its description is the first thing it says."""
    if path in course.pages[language]:
        page = course.pages[language][path]
        parts = (Part("", "", (page.head.description,)), *page_parts(course, language, page))
        yield Document(path, "", page.head.title, place, path.removesuffix(".md"), parts)


_NOT_READ = re.compile(r"#{1,6}\s.*|\{:.*\}|[!?]{3}.*|[\s:|-]+")
_ENTRY = re.compile(r"(?:[-*+]|\d+[.)])\s+|\|\s*")


def page_parts(course: Course, language: str, page: PageFile) -> Iterator[Part]:
    """The page's sections in order, each followed by the questions that it sets."""
    headings = {heading.place.line: heading for heading in page.headings if heading.level > 1}
    total, number = len(page.marked("item")), 0
    anchor = title = ""
    lines: list[str] = []
    after: list[Part] = []
    for source in page.lines:
        line = "" if source.kind in SILENT else source.text.strip().removeprefix("> ")
        mark = MARK.fullmatch(line)
        name, value = mark.groups("") if mark else ("", "")
        if source.number in headings:
            heading = headings[source.number]
            yield from (Part(anchor, title, _sentences(lines, course, language)), *after)
            anchor, title, lines, after = heading.anchor, _readable(heading.text, course, language), [], []
        elif name == "item" and value in course.items:
            number += 1
            after.append(_question(course, language, course.items[value], number, total, page.path))
        elif name in _MADE:
            after += _MADE[name](course, language)
        elif name == "chart" and value in course.charts:
            lines += ["", course.charts[value].title[language], "", course.charts[value].shows[language], ""]
        elif name == "picture" and value in course.pictures:
            lines += [part for text in texts_of(course.pictures[value]) for part in ("", text[language], "")]
        elif entry := _ENTRY.match(line):
            lines += ["", line[entry.end() :].strip(" |").replace(" | ", "; ")]
        else:
            lines.append("" if _NOT_READ.fullmatch(line) else line)
    yield from (Part(anchor, title, _sentences(lines, course, language)), *after)


def _sentences(lines: Iterable[str], course: Course, language: str) -> tuple[str, ...]:
    """The sentences of a text; an empty line ends one as a full stop does."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", "\n".join(lines)):
        text = _readable(block, course, language)
        cuts = [0, *ends(text), len(text)]
        found += [sentence for begin, end in pairwise(cuts) if (sentence := text[begin:end].strip())]
    return tuple(found)


def _readable(text: str, course: Course, language: str) -> str:
    """Markdown as the words that a reader sees: laws are named, the sources of facts left out."""
    text = MARK.sub(
        lambda mark: ((mark[1] == "law" and reference(course, language, "law", " ".join((mark[2] or "").split()))) or [""])[0], text
    )
    return re.sub(r"\s*\([\s;,]*\)", "", plain(re.sub(r"<[^<>]*>", "", text)))


def _question(course: Course, language: str, item: Item, number: int, total: int, page: str) -> Part:
    """What a question says before anyone answers: scenario and stem, and the first scene of a case."""
    first = [item.nodes[0].title, item.nodes[0].text] if isinstance(item, BranchingCase) else []
    texts = [text[language] for text in (item.scenario, item.stem, *first) if text]
    slug, _, anchor = item.lesson.partition("#")
    lesson = course.pages[language].get(f"{course.item_modules[item.id]}/{slug}.md")
    help_ = (lesson.head.title, f"{lesson.path}#{anchor}" if anchor else lesson.path) if lesson and lesson.path != page else None
    return Part(
        item.id, say(language, "item", number=number, total=total), _sentences("\n\n".join(texts).split("\n"), course, language), help_
    )


def _speech(course: Course, language: str) -> list[Part]:
    return [Part(row.id.lower(), row.id, _sentences([row.text[language]], course, language)) for row in course.speech.values()]


def _lens(course: Course, language: str) -> list[Part]:
    if not course.lens:
        return []
    return [
        *(
            Part(
                f"langkah-{step.id}",
                _readable(step.title[language], course, language),
                _sentences([step.question[language]], course, language),
            )
            for step in course.lens.steps
        ),
        *(
            Part(
                example.id,
                _readable(example.title[language], course, language),
                _sentences(example.rule[language].split("\n"), course, language),
            )
            for example in course.lens.examples
        ),
    ]


def _morning(course: Course, language: str) -> list[Part]:
    """Each person of the morning as they come: what follows from a choice is not given away."""
    return [
        Part(caller.id, caller.name[language], _sentences(caller.scenes[0].text[language].split("\n"), course, language))
        for caller in (course.morning.callers if course.morning else ())
        if not caller.deed
    ]


_MADE = {"speech": _speech, "lens": _lens, "morning": _morning}


def _self_check(course: Course, language: str, module: Module, place: str) -> Iterator[Document]:
    """The questions of a module that no lesson sets."""
    items, path = course.quiz_items(module.slug), course.names.self_check_of(module.slug)
    if items:
        parts = (_question(course, language, item, number, len(items), path) for number, item in enumerate(items, 1))
        yield Document(path, "", say(language, "quiz-title", title=module.title[language]), place, path.removesuffix(".md"), tuple(parts))


def _glossary(course: Course, language: str) -> Iterator[Document]:
    twin = other(language)
    for term in course.terms.values():
        title = term.term[language]
        part = Part(term.id, title, _sentences([f"({term.term[twin]}) {term.meaning[language]}"], course, language))
        path = course.names.glossary
        yield Document(path, term.id, title, say(language, "glossary-title"), path.removesuffix(".md"), (part,))


def _sources(course: Course, language: str) -> Iterator[Document]:
    """Each law with its articles; the facts together."""
    place = say(language, "sources-title")
    for law in course.law.instruments if course.law else ():
        articles = (
            Part(
                passage_anchor(law.id, passage.article),
                article_words(passage.article, language),
                _sentences([passage.words(language)], course, language),
                quoted=True,
            )
            for passage in law.passages
        )
        title = law.short[language]
        known_as = "" if language == MAIN else f"({law.short[MAIN]}) "  # the name by which officers know it
        yield Document(
            course.names.sources,
            law.id,
            title,
            place,
            course.names.law_page(law.id).removesuffix(".md"),
            (Part(law.id, title, _sentences([known_as + law.title[language]], course, language)), *articles),
        )
    facts = tuple(
        Part(fact.id, fact_words(fact, language), _sentences([fact.statement[language]], course, language), quoted=True)
        for fact in course.facts.values()
    )
    if facts:
        names = course.names
        yield Document(names.sources, "fakta", say(language, "sources-facts"), place, names.facts.removesuffix(".md"), facts)
