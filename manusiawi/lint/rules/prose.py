"""Rules on the prose of a page: P101 to P105, P107 and P108."""

from __future__ import annotations

import re
from collections.abc import Iterator

from manusiawi.language.known import LANGUAGES, all_known, of
from manusiawi.language.language import Language
from manusiawi.language.sentences import ends
from manusiawi.language.words import words
from manusiawi.lint.pageview import PageView, ProseLine, blank
from manusiawi.lint.rule import Found, rule

MEAN_WORDS = 17
LONG_SENTENCE = 25
LONG_SHARE = 10  # one long sentence in so many
_ENOUGH = 3  # sentences, below which an average says nothing

_LINK = re.compile(r"(?<!!)\[([^\[\]\n]+)\](?=\(|\[[^\[\]\n]*\])")

_ABBREVIATION = re.compile(r"\b([A-Z]{2,})s?\b")
_ROMAN = re.compile(r"[IVXLC]+")
_CITATION = re.compile("|".join(language.lint.cites.pattern for language in all_known()))
_NAMES = {"RI", "CC", "BY", "SA", "MIT"}  # parts of names: of the state's bodies, of licences

_LANG = re.compile(
    r"(\*{1,3}|_{1,3})(?=\S)[^*_\n]+\1\{[^{}\n]*\blang=[^{}\n]*\}|\[[^\[\]\n]*\]\([^)\n]*\)\{[^{}\n]*\blang=[^{}\n]*\}|"
    r"<(\w+)[^<>\n]*\blang=[^<>\n]*>.*?</\2>"
)
_ITALIC = re.compile(r"(?<![*\w])\*(?![*\s])([^*\n]+)\*(?!\*)|(?<![_\w])_(?![_\s])([^_\n]+)_(?![_\w])")


@rule(
    "P101",
    "warning",
    "page",
    f"sentences longer than {MEAN_WORDS} words on average, or more than one in {LONG_SHARE} over {LONG_SENTENCE} words",
    "A long sentence loses the reader who reads on a phone between two visitors.",
    "GOV.UK, Why 25 words is our limit; measured on the course's texts",
)
def sentence_length(view: PageView) -> Iterator[Found]:
    lengths = [(count, sentence.line) for sentence in view.sentences if (count := len(words(sentence.text)))]
    if len(lengths) < _ENOUGH:
        return
    mean = sum(count for count, _ in lengths) / len(lengths)
    long = [(count, line) for count, line in lengths if count > LONG_SENTENCE]
    if mean > MEAN_WORDS or len(long) > max(1, len(lengths) / LONG_SHARE):  # one long sentence is always free
        listed = f" ({', '.join(f'line {line}: {count}' for count, line in long)})" if long else ""
        longest = max(lengths, key=lambda pair: pair[0])
        yield Found(
            view.place(long[0][1] if long else longest[1]),
            f"{mean:.1f} words a sentence; {len(long)} of {len(lengths)} sentences over {LONG_SENTENCE} words{listed}",
            "make two sentences of the longest ones",
        )


@rule(
    "P102",
    "warning",
    "page",
    f"a LIX {', '.join(f'over {language.lint.lix} in {language.name}' for language in all_known())}",
    "Long words in long sentences read like a statute; Indonesian laws measure about 65.",
    "LIX (Björnsson 1968), calibrated in reference/accessibility.md section 7",
)
def lix(view: PageView) -> Iterator[Found]:
    counted = [found for sentence in view.sentences if (found := words(sentence.text))]
    if len(counted) < _ENOUGH:
        return
    every = [word for found in counted for word in found]
    value = len(every) / len(counted) + 100 * sum(len(word) > 6 for word in every) / len(every)
    limit = view.lint.lix
    if value > limit:
        yield Found(view.place(view.sentences[0].line), f"LIX {value:.0f}, over {limit}", "use shorter words, and shorter sentences")


@rule(
    "P103",
    "error",
    "page",
    "a link whose words say nothing of where it leads",
    "Who hears the links of a page as a list hears only these words.",
    "WCAG 2.2, 2.4.4 Link Purpose",
)
def link_words(view: PageView) -> Iterator[Found]:
    for line in view.lines:
        for link in _LINK.finditer(line.raw):
            said = " ".join(re.sub(r"[*_`]", "", link[1]).split()).strip(".!:…>»→ ")
            if view.lint.empty_link.fullmatch(said):
                yield Found(
                    view.place(line.number, link.start()), f'the link says only "{said}"', "name in the link what the reader finds there"
                )


@rule(
    "P104",
    "error",
    "page",
    "a term that demeans people, outside quotations",
    "A course on dignity says of people what they say of themselves.",
    "blueprint of the course",
)
def demeaning_words(view: PageView) -> Iterator[Found]:
    for line in view.lines:
        for term in view.lint.demeaning.finditer(line.unquoted):
            yield Found(
                view.place(line.number, term.start()),
                f'"{term[0]}" demeans',
                "use the people's own word; the old one only inside a quotation of law",
            )


@rule(
    "P105",
    "warning",
    "page",
    "an abbreviation that neither the glossary nor the page explains",
    "An abbreviation that one office uses every day is a closed door to a newcomer.",
    "plain language, ISO 24495-1:2023",
)
def abbreviations(view: PageView) -> Iterator[Found]:
    seen: set[str] = set()
    for line in view.lines:
        if line.kind == "quotation":
            continue
        for match in _ABBREVIATION.finditer(blank(_CITATION, line.own)):
            short = match[1]
            if short in seen or short in view.abbreviations or short in _NAMES or _ROMAN.fullmatch(short):
                continue
            seen.add(short)
            if not _explained(short, view.text, view.lint.explains):
                yield Found(
                    view.place(line.number, match.start()),
                    f'nothing explains "{short}"',
                    "write it out at its first place with the abbreviation in brackets, or add it to course/glossary.yml",
                )


def _explained(short: str, text: str, explains: str) -> bool:
    """Whether the page writes the abbreviation out: words (ABC), ABC (some words), or ABC, that is words."""
    return any(
        re.search(form, text)
        for form in (
            rf"\w\W{{0,9}}\(\s*{short}s?\s*[),;]",
            rf"\b{short}\s*\(\s*[^\W\d]+\s+[^\W\d]+",
            rf"\b{short},?\s+(?:{explains})\b",
        )
    )


@rule(
    "P107",
    "warning",
    "page",
    "words of the other language without a mark of their language",
    "A screen reader speaks an unmarked word with the sounds of the wrong language.",
    "WCAG 2.2, 3.1.2 Language of Parts",
)
def foreign_words(view: PageView) -> Iterator[Found]:
    for line in view.lines:
        if line.kind == "quotation":
            continue
        for known in (of(language) for language in LANGUAGES if language != view.language):
            for column, word in (*_slipped_in(line, known), *_in_italics(line, known, view.terms)):
                yield Found(
                    view.place(line.number, column),
                    f'"{word}" is not marked as {known.name}',
                    f"write *{word}*{{lang={known.code}}}, or the {of(view.language).name} word",
                )


def _slipped_in(line: ProseLine, known: Language) -> Iterator[tuple[int, str]]:
    """Words of another language in running text; a capital inside a sentence is a name."""
    spans = [match.span() for match in _LANG.finditer(line.raw)]
    text = line.unquoted
    for match in known.lint.strangers.finditer(text) if known.lint.strangers else ():
        named = match[0][0].isupper() and not re.search(r"(?:^|[.?!:])\s*$", text[: match.start()])
        if not named and not any(begin <= match.start() < end for begin, end in spans):
            yield match.start(), match[0]


def _in_italics(line: ProseLine, known: Language, terms: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Words of another language in italics; its terms of the glossary tell it too."""
    italics = known.lint.in_italics
    for match in _ITALIC.finditer(blank(_LANG, line.raw)) if italics else ():
        phrase = match[1] or match[2]
        if phrase.lower() in terms or any(word in terms or (italics and italics.fullmatch(word)) for word in words(phrase)):
            yield match.start(), phrase


@rule(
    "P108",
    "warning",
    "page",
    "several sentences on one line of a paragraph",
    "With one sentence a line, a change shows which sentence changed, in both languages.",
    "CONTRIBUTING.md",
)
def one_sentence_a_line(view: PageView) -> Iterator[Found]:
    for line in view.lines:
        cuts = ends(line.unquoted.rstrip()) if line.kind == "prose" else []
        if cuts:
            yield Found(
                view.place(line.number, cuts[0]),
                f"{len(cuts) + 1} sentences stand on this line",
                "begin each sentence on a line of its own",
            )
