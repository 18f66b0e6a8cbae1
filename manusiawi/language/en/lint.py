"""What the linter looks for in English texts, and English words that slip into texts of other languages."""

from __future__ import annotations

import re

from manusiawi.language.language import LintWords

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

LINT = LintWords(
    absolute=re.compile(r"(?<!nearly )(?<!almost )\b(?:always|never|all|every|only(?! because)|must|none)\b", re.IGNORECASE),
    all_of_them=re.compile(
        r"all(?= \w)(?: of)?(?: the)?(?: (?:above|these|them|answers|options|statements))?(?: above)?"
        r"(?:(?: (?:are|is))? (?:right|correct|true))?",
        re.IGNORECASE,
    ),
    none_of_them=re.compile(
        r"(?:none|no (?:option|answer))(?= \w)(?: of (?:the above|these|them|the options|the answers))?(?: above)?"
        r"(?: (?:is|are))?(?: (?:right|correct|true))?",
        re.IGNORECASE,
    ),
    combined=re.compile(
        r"(?:(?:(?:both|options?|answers?)[ :,]*)\(?[A-E1-5]|\(?[A-E])\)?(?:\s*,\s*\(?[A-E1-5]\)?)*,?\s+(?:and|or|&)\s+\(?[A-E1-5]\)?"
        r"(?:\s+(?:only|(?:are )?(?:right|correct)))*\.?",
        re.IGNORECASE,
    ),
    joins=frozenset({"and", "or"}),
    in_time=frozenset({"then", "before", "after"}),
    turns=re.compile(r"\b(?:not|without|unless|except|if)\b"),
    to="to",
    before_number=r"article|about|day",
    negation=re.compile(r"\b(?:not|never|except|cannot)\b|n['’]t\b", re.IGNORECASE),
    opens_negative=re.compile(r"(?:not|no|never|do not|don['’]t)\b"),
    why=re.compile(r"\bwhy\b", re.IGNORECASE),
    vague=re.compile(r"(?<!how )(?<!more )(?<!less )\b(?:often|sometimes|usually|rarely|generally|frequently)\b", re.IGNORECASE),
    opinion=re.compile(r"\b(?:in your (?:opinion|view)|do you (?:think|agree|believe|feel)|how do you feel|your opinion)\b", re.IGNORECASE),
    word_class={"ing": re.compile(r"\w{3,}ing$"), **{word: re.compile(f"{word}$") for word in ("to", "a", "an", "the")}},
    claims_law=re.compile(
        r"\b(?:Law|Regulation)\s*(?:No\.?\s*)?\d|\bArticle \d|"
        r"\b[Tt]he law (?:requires|says|forbids|gives|allows|obliges|protects)\b|\bConstitution\b"
    ),
    demeaning=re.compile(
        r"\b(?:the disabled|(?:the )?handicapped|cripples?|crippled|deaf[- ]mutes?|mentally retarded|"
        r"backward tribes?|wheelchair[- ]bound)\b",
        re.IGNORECASE,
    ),
    numbers={word: str(number) for words in (_NUMBERS, _PLACES) for number, word in enumerate(words, 1)},
    teen="",
    signs=re.compile(r"rp\d*|no"),
    empty_link=re.compile(
        r"(?:please )?(?:click\b.*|(?:tap|press) (?:here|this)|(?:over |right )?(?:here|there)|(?:this |the )?(?:link|page)|"
        r"this|(?:read|learn|see|find out) more|more(?: info(?:rmation)?)?|details|continue)",
        re.IGNORECASE,
    ),
    cites=re.compile(r"\bLaw(?: No\.)?\s+\d"),
    explains=r"that is|(?:is )?short for|stands for|means",
    lix=50,
    shortened=r"M[rs]|Mrs|St|e\.g|i\.e|vs|pp?",
    clauses={
        kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        for kind, words in {
            "reason": "because|since|as",
            "purpose": "so that|in order to|so as to|so",
            "concession": "though|although|even if|despite",
            "contrast": "but|yet|however|while|whereas|instead",
            "condition": "if|when|once|unless|until|provided",
            "time": "then|before|after|afterwards|while|until",
        }.items()
    },
    in_order=(
        re.compile(r"\b(?:first|at the start|to begin)\b", re.IGNORECASE),
        re.compile(r"^\W*(?:then|next|after|afterwards)\b", re.IGNORECASE),
        re.compile(r"\b(?:last|lastly|finally|in the end|at the end)\b", re.IGNORECASE),
    ),
    produces=re.compile(r"(?:re)?(?:write|draft|design|plan|word|formulate|compose)\b|audit\b|create\b|inspect\b|draw up\b", re.IGNORECASE),
    directs=re.compile(r"(?:re)?(?:direct|route)\b|refer\b|guide\b|lead\b", re.IGNORECASE),
    strangers=re.compile(
        r"\b(?:the|and|with|from|your|deadlines?|meetings?|services?|customers?|feedback|updates?|"
        r"uploads?|downloads?|staffs?|trainings?|workshops?|checklists?|mindset|stakeholders?|awareness|guidelines?|"
        r"complaints?|front office|back office|help ?desk|briefing|reminders?|"
        r"screenshots?|bookings?|follow[- ]up|on the spot|walk[- ]in)\b",
        re.IGNORECASE,
    ),
)
