"""The affixes of Indonesian as data, for the index here and for the words that readers type in web/src/search/find.js.

After Asian, Williams and Tahaghoghi, "Stemming Indonesian" (2005), which builds on Nazief and Adriani (1996):
suffixes come off from outside to inside, then up to three prefixes, and me- and pe- give back the consonant
that their nasal has swallowed. Which of the roots so reached is the right one, the dictionary decides.
"""

from __future__ import annotations

from typing import Any

PARTICLES = ("lah", "kah", "pun")
POSSESSIVES = ("nya", "ku", "mu")
SUFFIXES = ("i", "kan", "an")

# A prefix, its kind, what the rest must begin with (a regular expression), what may be given back before the rest.
PREFIXES = (
    ("di", "di", "", ("",)),
    ("ke", "ke", "", ("",)),
    ("se", "se", "", ("",)),
    ("ter", "te", "", ("",)),
    ("te", "te", "r|[^aeiou]er", ("",)),
    ("ber", "be", "", ("",)),
    ("be", "be", "r|[^aeiou]er", ("",)),
    ("bel", "be", "ajar", ("",)),
    ("per", "pe", "", ("",)),
    ("pel", "pe", "ajar", ("",)),
    ("pe", "pe", "[^aeiou]", ("",)),
    ("me", "me", "[lrwymn]", ("",)),
    *(
        (nasal, kind, "[aeiou]", back)
        for kind, first in (("me", "me"), ("pe", "pe"))
        for nasal, back in ((first + "ng", ("", "k")), (first + "ny", ("s", "ny")), (first + "m", ("p", "m")), (first + "n", ("t", "n")))
    ),
    *(
        (first + nasal, kind, after, ("",))
        for kind, first in (("me", "me"), ("pe", "pe"))
        for nasal, after in (("ng", "[ghklq]"), ("m", "[bfpv]"), ("n", "[cdjstz]"), ("nge", "[^aeiou]"))
    ),
    ("non", "non", "", ("",)),
)

# Kinds of prefix that stand with no such suffix.
APART = ("be i", "di an", "ke kan", "me an", "se i", "se kan", "te an")

# Endings of borrowed words that lead to the noun: diskriminatif to diskriminasi, inklusif to inklusi.
LOANS = (("atif", "asi"), ("sif", "si"))


def table() -> dict[str, Any]:
    """All of it, as web/src/search/find.js reads it."""
    return {"particles": PARTICLES, "possessives": POSSESSIVES, "suffixes": SUFFIXES, "prefixes": PREFIXES, "apart": APART, "loans": LOANS}
