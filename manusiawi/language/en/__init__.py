"""English, all of it: signs, words, the terms of articles of law, and what the linter looks for."""

from __future__ import annotations

from manusiawi.language.en.lint import LINT
from manusiawi.language.en.numbers import NUMBERS
from manusiawi.language.en.words import ARTICLES, SMALL, STOP
from manusiawi.language.language import Language, Signs

ENGLISH = Language(
    code="en",
    name="English",
    signs=Signs(decimal=".", thousands=",", clock=":"),
    numbers=NUMBERS,
    months=tuple("January February March April May June July August September October November December".split()),
    stop=STOP,
    small=SMALL,
    article="article",
    article_parts=("paragraph", "letter", "number"),
    year_of_law="of",
    stemmer="english",
    irregular={"children": "child", "men": "man", "people": "person", "women": "woman"},
    roots=None,
    voices=("en",),
    articles=ARTICLES,
    before_article=", ",
    course="Course",
    a_course="a self-paced course",
    module="Module",
    write="WRITE",
    verdict="True or false?",
    lint=LINT,
)
