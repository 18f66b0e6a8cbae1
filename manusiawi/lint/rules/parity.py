"""Rules on words and on both languages together: Q306 and Q308."""

from __future__ import annotations

import re
from collections.abc import Iterator

from manusiawi.binding.walk import texts_of
from manusiawi.entries.items import Item
from manusiawi.language.known import LANGUAGES
from manusiawi.language.words import plain, unquoted, words
from manusiawi.lint.rule import Found, rule
from manusiawi.lint.view import View
from manusiawi.model.page import MARK

DEMEANING = {
    "id": re.compile(
        r"\b(?:penyandang cacat|orang cacat|kaum cacat|suku terasing|orang gila|kaum lemah|idiot|cacat mental)\b", re.IGNORECASE
    ),
    "en": re.compile(
        r"\b(?:the disabled|(?:the )?handicapped|cripples?|crippled|deaf[- ]mutes?|mentally retarded|backward tribes?|wheelchair[- ]bound)\b",
        re.IGNORECASE,
    ),
}
_NUMBERS = {
    "satu": "1",
    "dua": "2",
    "tiga": "3",
    "empat": "4",
    "lima": "5",
    "enam": "6",
    "tujuh": "7",
    "delapan": "8",
    "sembilan": "9",
    "sepuluh": "10",
    "sebelas": "11",
    "pertama": "1",
    "kedua": "2",
    "ketiga": "3",
    "keempat": "4",
    "kelima": "5",
    "keenam": "6",
    "ketujuh": "7",
    "kedelapan": "8",
    "kesembilan": "9",
    "kesepuluh": "10",
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "fifth": "5",
    "sixth": "6",
    "seventh": "7",
    "eighth": "8",
    "ninth": "9",
    "tenth": "10",
    "eleven": "11",
    "twelve": "12",
    "thirteen": "13",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
    "seventeen": "17",
    "eighteen": "18",
    "nineteen": "19",
    "twenty": "20",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
}


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
        if marks["id"] != marks["en"]:
            yield Found(text.where("en"), "the marks differ between the languages", "set the same [[law …]] and [[fact …]] marks in both")
        numbers = {language: numerals(text[language], language) for language in LANGUAGES}
        only = {language: numbers[language] - numerals(text[other], other, spelt=True) for language, other in (("id", "en"), ("en", "id"))}
        for language, extra in only.items():
            if extra:
                yield Found(
                    text.where(language),
                    f'the number {min(extra)} stands in "{language}" only',
                    "write the same numbers in both languages",
                )
                break
        said = [word for word in words(text.id) if re.search(r"[^\W\d_]", word) and not re.fullmatch(r"rp\d*|pukul|uu|no", word)]
        if id(text) in options and len(words(text.id)) >= 3 and said and words(text.id) == words(text.en):
            yield Found(text.where("en"), "the option is the same in both languages", "translate it")


def numerals(text: str, language: str, spelt: bool = False) -> set[str]:
    """The numbers of a text, thousands and decimals written one way; on request those in words too."""
    bare = re.sub(r"(?<=\d):(?=\d\d\b)", ".", plain(text))  # a time of day: 10.30 in Indonesian, 10:30 in English
    thousands, decimal = (r"\.", ",") if language == "id" else (",", ".")
    found = {re.sub(rf"{thousands}(?=\d{{3}}\b)", "", number).replace(decimal, ".") for number in re.findall(r"\d+(?:[.,]\d+)*", bare)}
    if not spelt:
        return found
    teens = {f"1{_NUMBERS[word]}" for word in re.findall(r"(\w+) belas\b", bare.lower()) if len(_NUMBERS.get(word, "")) == 1}
    return found | teens | {_NUMBERS[word] for word in words(bare) if word in _NUMBERS}


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
        found = DEMEANING[view.language].search(unquoted(text.text))
        if found:
            yield Found(text.place, f'"{found[0]}" demeans', "use the people's own word; the old one only inside a quotation of law")
