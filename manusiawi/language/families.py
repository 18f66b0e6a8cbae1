"""Word families: which forms of a word a search takes for one another, and the name under which the index keeps them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache
from sys import intern

from manusiawi.language.known import all_known, of
from manusiawi.language.words import stem

# What stands beside the numbers of laws and articles in any of the languages, as parts of a pattern; the browser works with the same.
BESIDE_NUMBERS = {
    "year": "|".join(language.year_of_law for language in all_known()),
    "article": "|".join(language.article for language in all_known()),
    "part": "|".join(part for language in all_known() for part in language.article_parts),
}
_PART = rf"(?:\s+(?:{BESIDE_NUMBERS['part']})\s+(?:\((?:[a-z]|\d{{1,2}})\)|(?:[a-z]|\d{{1,2}})(?![a-z0-9])))"
_WORD = re.compile(
    rf"(\d+)\s+(?:{BESIDE_NUMBERS['year']})\s+(\d{{4}})|(?:{BESIDE_NUMBERS['article']})s?\s+(\d+[a-z]*){_PART}*"
    r"|\d+/\d+|\d+(?:[.,]\d+)+|§?[^\W_]+(?:'[^\W_]+)*"
)


def words(text: str) -> list[str]:
    """The words of a text as the index knows them: "25 Tahun 2009" is 25/2009, "Pasal 34 huruf a" and "Article 34" are §34."""
    return [_word(match) for match in _WORD.finditer(text.lower().replace("’", "'"))]


def _word(match: re.Match[str]) -> str:
    number, year, article = match.groups()
    return f"{number}/{year}" if number else f"§{article}" if article else match[0]


@lru_cache(maxsize=1024)  # the index asks four times for each text, and in the preview again after each save
def counted(text: str) -> Counter[str]:
    """The words of a text, each with how often it stands there. Nobody may write into it."""
    return Counter(map(intern, words(text)))


def telling(text: str, language: str) -> Counter[str]:
    """Those that say what it is about; single letters and figures do not."""
    small = of(language).small
    return Counter({word: count for word, count in counted(text).items() if word not in small and len(word) > 1})


def families(vocabulary: Collection[str], language: str) -> dict[str, str]:
    """The family of every word of a vocabulary.

    In a language with roots it is the root of the list that most words of the vocabulary lead to; words that come from none
    of the list stay together by the longest form that most of them lead to, which is the word itself where it stands alone.
    In the others it is the Snowball stem.
    """
    known = of(language)
    if not known.roots:
        return {word: stem(known.irregular.get(word, word), language) for word in vocabulary}
    reached = {word: known.roots.known(word) for word in vocabulary}
    unknown = {word: known.roots.likely(word) for word, roots in reached.items() if not roots}
    return _best({word: roots for word, roots in reached.items() if roots}) | _best(unknown)


def _best(reached: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """For each word, of the forms that it may come from the one that most words lead to."""
    support = Counter(form for forms in reached.values() for form in forms)
    return {word: max(forms, key=lambda form: (support[form], len(form), form)) for word, forms in reached.items()}


def look_up(word: str, weights: Mapping[str, int], language: str) -> str | None:
    """The family among those of an index that a reader's word belongs to; `weights` says on how many pages each stands.

    This is what web/src/search/find.js does, so that the index can name the words for which it would go wrong.
    """
    if roots := of(language).roots:
        reached = [root for root in roots.candidates(word) if root in weights]
        outer = [root for root in reached if not any(root != other and root in roots.candidates(other) for other in reached)]
        if outer:
            return max(outer, key=lambda root: (weights[root], len(root), root))
    family = stem(word, language)
    return family if family in weights else None
