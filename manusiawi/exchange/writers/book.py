"""Writes a module as a zip of HTML that Moodle imports as a book: one file a chapter, the questions in it with folded answers.

After Moodle's importer of books: chapters stand in the order of their file names, a chapter's name is its <title>, images and links between
chapters are rewired, and `details` stay.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from manusiawi.entries.items import BranchingCase, Item
from manusiawi.exchange.outward import outward, questions_of
from manusiawi.exchange.question import Question
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.cards import card, counts_of
from manusiawi.exchange.writers.chapter import Around, chapter, heading
from manusiawi.exchange.writers.walk import walk
from manusiawi.exchange.written import Counts, Loss, Written, counted
from manusiawi.ground.archive import zipped
from manusiawi.ground.catalogue import say
from manusiawi.language.known import folder
from manusiawi.model.addresses import built

_ITEM = re.compile(r'<div class="question">.*?<!-- question -->', re.DOTALL)


def write_book(request: Request) -> Written:
    """The book of a module in one language, from its built pages."""
    language = request.languages[0]
    pages = pages_of(request)
    files = {page: f"{number:02}-{page.rpartition('/')[2]}" for number, page in enumerate(pages, 1)}
    made, losses = {}, []
    for page, text in pages.items():
        count = iter(range(1, 1_000))
        around = Around(page, files, published(request))
        body = chapter(text, around, lambda name, count=count: _shown(request, name, count))  # type: ignore[misc]
        made[files[page]] = document(language, heading(text), body).encode()
        if "<svg" in text:
            losses.append(Loss(page, "drawings", "left out; the words beside them say what they show"))
    found = sum((counts_of(item) for text in made.values() for item in _ITEM.findall(text.decode())), Counts())
    taken = counted(questions_of(request.course, request.module, language))
    return Written(f"{request.name}.book.zip", zipped(made), taken, found, tuple(losses))


def pages_of(request: Request) -> dict[str, str]:
    """The built pages of the module that learners read, by their path from the root of their language, in the order of the menu."""
    names, module = request.course.names, request.course.modules[request.module]
    paths = [f"{request.module}/{slug}.md" for slug in ("index", *module.page_slugs)] + [names.self_check_of(request.module)]
    root = request.root / folder(request.languages[0])
    return {built(path): (root / built(path)).read_text(encoding="utf-8") for path in paths if (root / built(path)).is_file()}


def published(request: Request) -> str:
    """The address of the published course in the language, with a slash at its end; "" where it is not known."""
    found = re.search(r'<link rel="canonical" href="([^"]*)"', (request.root / "index.html").read_text(encoding="utf-8"))
    base = found[1].removesuffix("index.html").rstrip("/") if found else ""
    part = folder(request.languages[0])
    return f"{base}/{part}/".replace("//", "/").replace(":/", "://", 1) if base else ""


def document(language: str, title: str, body: str) -> str:
    """A whole HTML file."""
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8"><title>{html.escape(title)}</title></head>\n'
        f"<body>\n{body}</body>\n</html>\n"
    )


def _shown(request: Request, name: str, count: Iterator[int]) -> str:
    """A question with its answer folded; a case as a text to walk through."""
    item: Item = request.course.items[name]
    language = request.languages[0]
    if isinstance(item, BranchingCase):
        return walk(request.course, item, language)
    question = outward(request.course, item, language)
    return question_html(question, next(count)) if question else ""


def question_html(question: Question, number: int) -> str:
    """A question and, folded below it, its answer with the reasons."""
    sides = card(question)
    fold: Callable[[str], str] = lambda key: say(question.language, key, number=number)  # noqa: E731 - a word for the summary
    summary = fold("model-of" if question.type == "reflection" else "answer-of")
    return (
        f'<div class="question"><a id="{question.ref}"></a>{sides.scene}\n<p><strong>{sides.stem}</strong></p>\n{sides.options}\n'
        f"<details><summary>{summary}</summary>{sides.answer}</details></div><!-- question -->\n"
    )
