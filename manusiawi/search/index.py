"""Packs what readers can find into scripts: one index a language, and the sentences of each result in a file of its own."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from os.path import commonprefix
from typing import Any

from manusiawi.ground.links import built_link
from manusiawi.language.families import BESIDE_NUMBERS, counted, families, look_up, telling, words
from manusiawi.language.known import of
from manusiawi.model.course import Course
from manusiawi.render.assets import INDEX, WORDS
from manusiawi.search.texts import Document, Part, documents

FORMAT = 3  # web/src/search/find.js refuses an index of another format
OFTEN = 10  # a page that has a word so many times is about it, as is one that has it in a heading
_GAPS = "".join(chr(code) for code in range(35, 127) if chr(code) not in "\\~")  # printable, and as they are inside JSON quotation marks


def search_files(course: Course, language: str) -> dict[str, bytes]:
    """The index and the sentences of one language, by their names below docs/<language>/assets/."""
    found = documents(course, language)
    texts: dict[str, list[Part]] = defaultdict(list)
    for document in found:
        texts[document.text] += document.parts
    files = {f"search/{name}.js": _script(f"texts[{json.dumps(name)}]", [_part(part) for part in parts]) for name, parts in texts.items()}
    known = sorted(word for word in _vocabulary(found, language) if word.isalpha())
    return {INDEX: _script("index", pack(found, language)), WORDS: _script("words", _shortened(known)), **files}


def _script(name: str, value: Any) -> bytes:
    """A classic script that leaves a value where web/src/search.js looks for it: it loads from file:// too."""
    return f"courseSearch.{name}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def _part(part: Part) -> list[Any]:
    lesson = [part.lesson[0], _address(part.lesson[1])] if part.lesson else []
    return [part.anchor, part.title, part.sentences, *lesson]


def _address(path: str) -> str:
    """A page of docs/ as the search page links to it."""
    page, sign, anchor = path.partition("#")
    return built_link("", page) + sign + anchor


def pack(found: list[Document], language: str) -> dict[str, Any]:
    """The index as web/src/search/find.js opens it.

    `names` are the word families in order, each as a capital letter for the count of letters that it shares with the one
    before, and the rest; `pages` are for each family the documents that have it, as gaps in the alphabet `gaps`,
    `!` after those that have it often, a space at the end;
    `odd` are words that look_up would put into another family than the index did.
    The documents with most words come first, since short gaps pack best; `places` keep the order of the course.
    """
    places = list(dict.fromkeys(document.place for document in found))
    found = sorted(found, key=lambda document: -len(counted(_said(document))))
    counts = [telling(_said(document), language) + Counter(_articles(document)) for document in found]
    heads = [telling(_heads(document), language).keys() | _articles(document) for document in found]
    vocabulary = _vocabulary(found, language)
    family, known = families(vocabulary, language), of(language)
    rows: dict[str, Counter[int]] = {name: Counter() for name in sorted(set(family.values()))}
    for number, held in enumerate(counts):
        for word, count in held.items():
            rows[family[word]][number] += count + (OFTEN if word in heads[number] else 0)
    weights = {name: len(row) for name, row in rows.items()}
    return {
        "format": FORMAT,
        "language": language,
        "small": " ".join(sorted(known.small)),
        "affixes": known.roots.table() if known.roots else None,
        "beside": BESIDE_NUMBERS,
        "odd": {word: family[word] for word in sorted(vocabulary) if look_up(word, weights, language) != family[word]},
        "gaps": _GAPS,
        "names": _shortened(rows),
        "pages": "".join(_gaps(row) for row in rows.values()),
        "places": places,
        "documents": [_document(document, places) for document in found],
    }


def _vocabulary(found: list[Document], language: str) -> set[str]:
    """Every word that can be found."""
    texts = [text for document in found for text in (document.title, _said(document))]
    return set().union(*(telling(text, language) for text in texts), *map(_articles, found))


def _heads(document: Document) -> str:
    """The headings of what the document says of its own."""
    return "\n".join(part.title for part in document.parts if not part.quoted and part.title != document.title)


def _articles(document: Document) -> set[str]:
    """The articles that the document quotes."""
    return {word for part in document.parts if part.quoted for word in words(part.title) if word.startswith("§")}


def _said(document: Document) -> str:
    """Everything that the document says of its own, but for its title."""
    return "\n".join([_heads(document), *(sentence for part in document.parts if not part.quoted for sentence in part.sentences)])


def _document(document: Document, places: list[str]) -> list[Any]:
    """Page, title, place; for entries of a page their anchor, and 1 where their sentences stand in a file of their own: page/anchor."""
    page = document.path.removesuffix(".md")
    own = [document.anchor, *([1] if document.text != page else [])]
    return [page, document.title, places.index(document.place), *(own if document.anchor else [])]


def _shortened(names: Iterable[str]) -> str:
    made, before = "", ""
    for name in names:
        shared = len(commonprefix((name, before))[:25])  # noqa: RUF071 - letters, not folders, are compared
        made += chr(65 + shared) + name[shared:]
        before = name
    return made


def _gaps(row: Counter[int]) -> str:
    made, before = "", -1
    for number in sorted(row):
        far, near = divmod(number - before - 1, len(_GAPS))
        made += "~" * far + _GAPS[near] + ("!" if row[number] >= OFTEN else "")
        before = number
    return made + " "
