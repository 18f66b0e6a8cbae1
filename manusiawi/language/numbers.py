"""Writes and reads every number and time, with the signs that stand in the language's own folder.

Writing: `plain` for scripts and YAML, `shown` for readers, `clock` for times of day.

Reading: `read` gives the one number that a learner wrote, or None where it cannot be read as one number; the
learner is then asked again and never judged by a guess. web/src/questions/answers.js reads in the same way, line by line.

    | Written                               | Indonesian | English   | Why                                                |
    | `12` `12 menit` `Kira-kira 12.`       | 12         | 12        | Words and units beside a number do not count.      |
    | `1.500`                               | 1500       | 1.5       | The signs of the page's language decide.           |
    | `1,500`                               | 1.5        | 1500      |                                                    |
    | `1.50` `1,50`                         | 1.5        | 1.5       | No group of three figures: it can only be decimals.|
    | `0.500` `0,500`                       | 0.5        | 0.5       | No group of thousands follows a zero.              |
    | `09.30` `01.500`                      | asked      | asked     | A time or a date: no number begins so.             |
    | `1234.567`                            | asked      | 1234.567  | Three figures behind the sign, and yet no group.   |
    | `2767596` `2.767.596` `2,767,596`     | 2767596    | 2767596   | Two of one sign can only part thousands.           |
    | `12.000,5` `12,000.5`                 | 12000.5    | 12000.5   | Of two signs the last one parts the decimals.      |
    | `1 500`                               | 1500       | 1500      | Spaces of any width part thousands.                |
    | `1 500.500`                           | asked      | 1500.5    | Two signs for thousands?                           |
    | `.5` `,5` `0,5` `0.5` `½`             | 0.5        | 0.5       |                                                    |
    | `2½` `2 ½`                            | 2.5        | 2.5       | A sign that can stand for one number only.         |
    | `1/2` `3-4` `14:00` `1.2.3` `8 x 5`   | asked      | asked     | A date, a share, a range? More than one number.    |
    | `-5` `−5` `–5` `minus 5` `-Rp5`       | -5         | -5        | Any dash that touches the number.                  |
    | `- 5` `5-` `ke-4` `30-an`             | asked      | asked     | A dash apart from it, behind it or in a word.      |
    | `2 juta` `2 million` `2 000 ribu`     | 2000000    | 2000000   | The words of both languages, on every page.        |
    | `5 k` `5 M`                           | asked      | asked     | Thousand, metres, million or milliard?             |
    | `dua belas` `2 setengah` `2 dozen`    | asked      | asked     | A number in words, alone or beside figures.        |
    | `15 (lima belas)`                     | 15         | 15        | Words in brackets repeat the figures.              |
    | `Rp1.500` `Rp. 1.500,-`               | 1500       | asked     | No money has three decimals.                       |
    | `50 %` `50 persen`                    | 50         | 50        | But asked again where 0.5 would be right.          |
    | `78,5 m²` `78,5 m2`                   | 78.5       | 78.5      | A raised figure behind letters is a unit.          |
    | `10²` `> 30` `bukan 12` `under 30`    | asked      | asked     | Not the number itself.                             |
    | `pukul 14.00` `jam 2` `2 pm`          | asked      | asked     | A time of day is no number.                        |
    | `A4` `Pasal 28 ayat 4` `tidak tahu`   | asked      | asked     | None, or none by itself.                           |
"""

from __future__ import annotations

import math
import re
import sys
import unicodedata
from dataclasses import asdict
from decimal import Decimal
from functools import cache
from typing import Any

from manusiawi.language.known import all_known, of
from manusiawi.language.language import NumberWords, Signs

_LETTER = "a-z\u00c0-\u1fff"
_INVISIBLE = re.compile("[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_SPACES = re.compile("[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_APOSTROPHES = re.compile("[\u0060\u00b4\u02b9\u02bb\u02bc\u02c8\u2018-\u201b\u2032\uff07]")
_QUOTES = re.compile("[\u00ab\u00bb\u201c-\u201f\u2033\uff02]")
_RAISED = re.compile(f"([{_LETTER}])[\u00b2\u00b3\u00b9\u2070-\u209c]+")
_FRACTION = re.compile("[\u00bc-\u00be\u2150-\u215e\u2189]")
_SQUARED = re.compile(f"(^|[^{_LETTER}])([cdkm]?m)[23](?![{_LETTER}0-9])")
_MILLIARD = re.compile("(^|[^A-Za-z])M(?![A-Za-z])")
_COMPARED = re.compile("[<>*^\u2030\u00d7\u00f7\u03c0\u221a\u221e\u2260\u2264\u2265]")
_NUMBER = re.compile("[.,]?[0-9]+(?:[.,][0-9]+| [0-9]{3}(?![0-9]))*(?: ?\u2044)?|\u2044")
_MONEY = re.compile(f"(^|[^{_LETTER}])(?:rp[.]?|idr|usd|[$\u20ac\u00a3\u00a5]) ?$")


# ---- Writing.


def plain(value: float) -> str:
    """A number with all of its digits, a point and no exponent, as scripts and YAML read it: 1500, 0.00001."""
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")


def shown(value: float, language: str, groups_from: int = 4, decimals: int | None = None) -> str:
    """A number with the language's signs: 1.500,25 in Indonesian, 1,500.25 in English.

    `groups_from` is the least count of digits that are parted into thousands, so that 5 leaves a year whole;
    `decimals` fixes how many decimals are shown, where not all that there are.
    """
    own = of(language).signs
    text = plain(value) if decimals is None else f"{value:.{decimals}f}"
    whole, _, part = text.lstrip("-").partition(".")
    if len(whole) >= groups_from:
        whole = f"{int(whole):,}".replace(",", own.thousands)
    return "-" * text.startswith("-") + whole + (own.decimal + part if part else "")


def clock(minutes: int, language: str) -> str:
    """A time of day, given in minutes since midnight: 09.05 in Indonesian, 09:05 in English."""
    return f"{minutes // 60:02}{of(language).signs.clock}{minutes % 60:02}"


# ---- Reading.


@cache
def number_words() -> NumberWords:
    """The words of every language that change a number: whoever reads one language may write the other."""
    every = [known.numbers for known in all_known()]
    return NumberWords(
        minus="|".join(words.minus for words in every),
        percent="|".join(words.percent for words in every),
        scales={word: power for words in every for word, power in words.scales.items()},
        otherwise="|".join(words.otherwise for words in every),
    )


def for_script(language: str) -> dict[str, Any]:
    """A language's signs, and the words of all, as web/src/questions/answers.js reads them."""
    own = of(language).signs
    return {"decimal": own.decimal, "thousands": own.thousands, **asdict(number_words())}


def tidy(text: str) -> str:
    """A text without what a keyboard sets by itself: curly signs, dashes of any length, spaces of any width."""
    text = _QUOTES.sub('"', _APOSTROPHES.sub("'", _DASHES.sub("-", _INVISIBLE.sub("", text))))
    return _SPACES.sub(" ", text).strip(" ").replace("\u2044", "/")


def agree(value: float, number: float, tolerance: float = 0.0) -> bool:
    """Whether a value lies within the tolerance of a number, but for the rounding of binary fractions."""
    return abs(value - number) <= tolerance + sys.float_info.epsilon * (abs(value) + abs(number) + tolerance)


def is_percent(text: str) -> bool:
    """Whether a text holds the sign or a word for per cent."""
    return bool(re.search(f"%|{number_words().percent}", tidy(text).lower()))


def read(text: str, language: str) -> float | None:
    """The one number that a text holds, by the signs of the language; None where it holds none or no single one."""
    own, patterns = of(language).signs, _patterns()
    text = tidy(text)
    if _MILLIARD.search(text):
        return None
    text = _RAISED.sub(r"\1", text.lower())
    fractions = _FRACTION.findall(text)
    text = _FRACTION.sub("\u2044", text)
    if any(ord(sign) > 127 and unicodedata.category(sign)[0] == "N" for sign in text):
        return None
    text = patterns["brackets"].sub(" ", _SQUARED.sub(r"\1\2", text))
    matches = list(_NUMBER.finditer(text))
    if len(matches) != 1 or _COMPARED.search(text) or patterns["otherwise"].search(text):
        return None
    token, before, after = matches[0][0], text[: matches[0].start()], text[matches[0].end() :]
    if token[0] == "." and re.search(f"[{_LETTER}]$", before):  # the full stop of Rp. and No.
        token, before = token[1:], f"{before}. "
    minus, is_money, before = _before(before, patterns["minus"])
    power, after = _scaled(after, patterns["scale"])
    if minus > 1 or re.search(f"[{_LETTER}.,/]$|- ?$", before) or re.match(f"-(?![{_LETTER}])", after):
        return None
    if patterns["left"].search(f"{before} {after}") or (is_money and re.fullmatch(f"[0-9]*[{own.decimal}][0-9]{{3}}", token)):
        return None
    value = _mixed(token, fractions[0], power) if fractions else _value(token, own, power)
    return None if value is None or not math.isfinite(value) else -value if minus else value


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = number_words()
    scales = "|".join(words.scales)
    return {
        "otherwise": re.compile(f"(?:^|[^{_LETTER}])(?:{words.otherwise})(?![{_LETTER}])"),
        "minus": re.compile(f"(^|[^{_LETTER}])(?:{words.minus}) ?$"),
        "scale": re.compile(f"[ -]?({scales})(?![{_LETTER}])"),
        "left": re.compile(f"(?:^|[^{_LETTER}])(?:{scales}|{words.minus})"),
        "brackets": re.compile(rf"\((?!(?:{scales})\))[^0-9)\u2044]*\)"),
    }


def _before(before: str, minus: re.Pattern[str]) -> tuple[int, bool, str]:
    """How many signs of minus and whether money stand right before a number, and what stands before those."""
    count, is_money = 0, False
    if before.endswith("-"):
        count, before = 1, before[:-1]
    if match := _MONEY.search(before):
        is_money, before = True, before[: match.start()] + match[1]
        if before.endswith("-"):
            count, before = count + 1, before[:-1]
    if match := minus.search(before):
        count, before = count + 1, before[: match.start()] + match[1]
    return count, is_money, before


def _scaled(after: str, scale: re.Pattern[str]) -> tuple[int, str]:
    """The power of ten that the words right behind a number stand for, and what stands behind those."""
    power = 0
    while match := scale.match(after):
        power, after = power + number_words().scales[match[1]], after[match.end() :]
    return power, after


def _mixed(token: str, fraction: str, power: int) -> float | None:
    """The value of ½ or 2½."""
    whole = token.removesuffix("\u2044").removesuffix(" ")
    above, _, below = unicodedata.normalize("NFKC", fraction).partition("\u2044")
    if re.search("[^0-9]", whole) or not below:
        return None
    return (float(whole or "0") * float(below) + float(above)) * float(f"1e{power}") / float(below)


def _value(token: str, own: Signs, power: int) -> float | None:
    """The value of figures with signs between them."""
    digits = _digits(re.split("[., ]", token), re.sub("[0-9]", "", token), own)
    return None if digits is None else float(f"{digits}e{power}")


def _digits(parts: list[str], between: str, own: Signs) -> str | None:
    """The figures with a point before the decimals; `between` holds the sign between each two parts."""
    whole, last, end = parts[0], between[-1:], parts[-1]
    if not between:
        return whole
    if re.match("0[0-9]", whole):
        return None
    if not whole:
        return f"0.{end}" if len(between) == 1 and last != " " else None
    if last == " " or (len(between) > 1 and between == last * len(between)):
        return "".join(parts) if between == last * len(between) and _is_grouped(parts) else None
    if len(between) > 1:
        if between[:-1] != between[0] * (len(between) - 1) or not _is_grouped(parts[:-1]):
            return None
        return None if between[0] == " " and last == own.thousands and len(end) == 3 else f"{''.join(parts[:-1])}.{end}"
    if last == own.thousands and len(end) == 3 and whole != "0":
        return whole + end if _is_grouped(parts) else None
    return f"{whole}.{end}"


def _is_grouped(parts: list[str]) -> bool:
    """Whether the parts are one to three figures, then groups of three."""
    return bool(re.fullmatch("[1-9][0-9]{0,2}", parts[0])) and all(len(part) == 3 for part in parts[1:])
