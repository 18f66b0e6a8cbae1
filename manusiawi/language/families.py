"""Word families: which forms of a word a search takes for one another, and the name under which the index keeps them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from manusiawi.language.affixes import APART, LOANS, PARTICLES, POSSESSIVES, PREFIXES, SUFFIXES
from manusiawi.language.words import stem

SMALL = {
    "id": frozenset(
        """ada adalah agar akan anda apa apakah apabila atas atau ayat bagaimana bagi bahwa begitu belum berapa bila bisa boleh bu bukan dalam dan dapat
        dari demi dengan di dia hanya harus hingga ia ialah ini itu jadi jangan jika juga kalau kami kapan karena ke kemudian kepada ketika kita lagi lain lalu
        lebih maka mana masih mengapa mereka namun nya oleh pada padahal pak paling para pasal pasti per pun saat saja sama sampai sangat saya sebab sebagai sebagian
        sebelum sebuah secara sedang seorang seperti serta sesudah setelah setiap siapa sudah supaya tak tanpa tapi telah tentang tersebut tetap tetapi tidak
        untuk walaupun yaitu yakni yang""".split()
    ),
    "en": frozenset(
        """about after against all also although am an and any are article as at be because been before being but by can could did do does each for from had has have
        he her here hers him his how if in into is it its just may me might more most must my no nor not of off on only or other our ours out over own paragraph same
        shall she should so some such than that the their theirs them then there these they this those to too under until up us very was we were what when
        where which while who whom whose why will with would you your yours""".split()
    ),
}
OWN = frozenset(
    "beli pemerintah penduduk perhati setuju".split()
)  # roots that the dictionary lacks, or would hide under duduk, hati, perintah
IRREGULAR = {"children": "child", "men": "man", "people": "person", "women": "woman"}  # plurals that no stemmer knows
_WORD = re.compile(r"\d+/\d+|[^\W_]+(?:'[^\W_]+)*")
_NUMBERED = re.compile(r"(\d+) (?:tahun|of) (\d{4})")
_VOWELS = frozenset("aeiou")


def words(text: str) -> list[str]:
    """The words of a text as the index knows them; "25 Tahun 2009" and "25 of 2009" count as 25/2009."""
    return _WORD.findall(_NUMBERED.sub(r"\1/\2", text.lower().replace("’", "'")))


def telling(text: str, language: str) -> list[str]:
    """The words of a text that say what it is about; bare numbers do not."""
    return [word for word in words(text) if word not in SMALL[language] and len(word) > 1 and not word.isdecimal()]


@cache
def dictionary() -> frozenset[str]:
    """The roots of Indonesian, as PySastrawi lists them."""
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    return OWN | {word for word in StemmerFactory().get_words() if len(word) > 2}


def families(vocabulary: Collection[str], language: str) -> dict[str, str]:
    """The family of every word of a vocabulary.

    In Indonesian it is the dictionary's root that most words of the vocabulary lead to, for words without such
    a root the Snowball stem; in English always the Snowball stem.
    """
    if language != "id":
        return {word: stem(IRREGULAR.get(word, word), language) for word in vocabulary}
    roots = {word: known_roots(word) for word in vocabulary}
    support = Counter(root for found in roots.values() for root in found)
    return {word: _best(word, found, support, vocabulary) if found else stem(word, language) for word, found in roots.items()}


def _best(word: str, found: frozenset[str], support: Mapping[str, int], vocabulary: Collection[str]) -> str:
    """The root that most words lead to, among those that no other root of the word leads to: masalah before masa."""
    whole = [root for root in found if root == word or root in OWN or root in vocabulary]
    outer = [root for root in found if not any(root != other and root in candidates(other) for other in whole)]
    return max((_borrowed(root) for root in outer), key=lambda root: (support[root], len(root), root))


@lru_cache(maxsize=20_000)  # while serving, most words are those of the build before
def known_roots(word: str) -> frozenset[str]:
    """The roots of the dictionary that a word may come from."""
    return candidates(word) & dictionary()


def _borrowed(root: str) -> str:
    """The noun beside a borrowed adjective, where the dictionary has it."""
    return next((noun for noun in _nouns(root) if noun in dictionary()), root)


def _nouns(word: str) -> Iterator[str]:
    return (word[: -len(ending)] + noun for ending, noun in LOANS if word.endswith(ending))


@lru_cache(maxsize=20_000)
def candidates(word: str) -> frozenset[str]:
    """Every form that is left of a word as affixes come off, itself included."""
    found = {word}
    for suffix, rest in _tails(word):
        level = [("", rest)]
        for depth in range(4):
            found.update(root for kind, root in level if f"{kind} {suffix}" not in APART and _possible(root, depth))
            level = [(kind or first, root) for kind, rest in level for first, root in _heads(rest)] if depth < 3 else []
    return frozenset(found | {noun for root in found for noun in _nouns(root)})


def _possible(root: str, prefixes: int) -> bool:
    """Roots have two syllables, or one after a single prefix: dicek."""
    return len(root) > 2 and sum(letter in _VOWELS for letter in root) >= (1 if prefixes < 2 else 2)


def _tails(word: str) -> Iterator[tuple[str, str]]:
    """The suffix that came off and the rest, for each way to take off particle, possessive and suffix."""
    for particle, possessive, suffix in product(("", *PARTICLES), ("", *POSSESSIVES), ("", *SUFFIXES)):
        ending = suffix + possessive + particle
        if word.endswith(ending):
            yield suffix, word[: len(word) - len(ending)]


_HEADS = tuple((prefix, kind, re.compile(after), back) for prefix, kind, after, back in PREFIXES)


def _heads(word: str) -> Iterator[tuple[str, str]]:
    """The kind of prefix and what stands behind it, for each prefix that the word may begin with."""
    for prefix, kind, after, back in _HEADS:
        rest = word[len(prefix) :]
        if len(rest) > 1 and word.startswith(prefix) and after.match(rest):
            yield from ((kind, letters + rest) for letters in back)


def look_up(word: str, weights: Mapping[str, int], language: str) -> str | None:
    """The family among those of an index that a reader's word belongs to; `weights` says on how many pages each stands.

    This is what web/find.js does, so that the index can name the words for which it would go wrong.
    """
    found = [root for root in candidates(word) if root in weights] if language == "id" else []
    outer = [root for root in found if not any(root != other and root in candidates(other) for other in found)]
    if outer:
        return max(outer, key=lambda root: (weights[root], len(root), root))
    family = stem(word, language)
    return family if family in weights else None
