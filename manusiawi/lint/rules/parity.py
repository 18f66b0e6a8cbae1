"""Rules on words and on both languages together: Q306 and Q308."""

from __future__ import annotations

import re
from collections.abc import Iterator

from manusiawi.binding.walk import texts_of
from manusiawi.entries.items import Item
from manusiawi.language.known import LANGUAGES, MAIN, of, other
from manusiawi.language.words import plain, unquoted, words
from manusiawi.lint.rule import Found, rule
from manusiawi.lint.view import View
from manusiawi.model.page import MARK


@rule(
    "Q306",
    "error",
    "pair",
    "languages that differ in numerals or articles, or an option left untranslated",
    "A learner in one language must answer the same question as in the other.",
    "parity of translations",
)
def parity(item: Item) -> Iterator[Found]:
    options = {id(entry.text) for name in ("options", "statements") for entry in getattr(item, name, ())}
    for text in texts_of(item):
        marks = {language: sorted(" ".join((m[2] or "").split()) for m in MARK.finditer(text[language])) for language in LANGUAGES}
        for language in LANGUAGES[1:]:
            if marks[language] != marks[MAIN]:
                yield Found(
                    text.where(language),
                    "the marks differ between the languages",
                    "set the same [[law …]] and [[fact …]] marks in both",
                )
        for language in LANGUAGES:
            extra = numerals(text[language], language) - numerals(text[other(language)], other(language), spelt=True)
            if extra:
                yield Found(
                    text.where(language),
                    f'the number {min(extra)} stands in "{language}" only',
                    "write the same numbers in both languages",
                )
                break
        first = words(text[MAIN])
        said = [word for word in first if re.search(r"[^\W\d_]", word) and not of(MAIN).lint.signs.fullmatch(word)]
        if id(text) in options and len(first) >= 3 and said and first == words(text[other(MAIN)]):
            yield Found(text.where(other(MAIN)), "the option is the same in both languages", "translate it")


def numerals(text: str, language: str, spelt: bool = False) -> set[str]:
    """The numbers of a text, thousands and decimals written one way; on request those in words too."""
    bare = re.sub(r"(?<=\d):(?=\d\d\b)", ".", plain(text))  # a time of day: 10.30 in Indonesian, 10:30 in English
    known = of(language)
    thousands = re.compile(rf"{re.escape(known.signs.thousands)}(?=\d{{3}}\b)")
    figures = {thousands.sub("", number).replace(known.signs.decimal, ".") for number in re.findall(r"\d+(?:[.,]\d+)*", bare)}
    if not spelt:
        return figures
    spelt_out = known.lint.numbers
    teens = re.findall(rf"(\w+) {known.lint.teen}\b", bare.lower()) if known.lint.teen else []
    return (
        figures
        | {f"1{spelt_out[word]}" for word in teens if len(spelt_out.get(word, "")) == 1}
        | {spelt_out[word] for word in words(bare) if word in spelt_out}
    )


@rule(
    "Q308",
    "error",
    "item",
    "a term that demeans people, outside quotation marks",
    "A course on dignity says of people what they say of themselves.",
    "blueprint of the course",
)
def demeaning(view: View) -> Iterator[Found]:
    for text in view.texts:
        found = view.lint.demeaning.search(unquoted(text.text))
        if found:
            yield Found(text.place, f'"{found[0]}" demeans', "use the people's own word; the old one only inside a quotation of law")
