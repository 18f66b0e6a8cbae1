"""Counts the words of question files that an import neither brings nor tells: read apart from the importer, so that both cannot err alike.

`python -m tools.words FILE…` imports each file by the command line and lists what is lost.
"""

from __future__ import annotations

import csv
import html
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

_WORD = re.compile(r"[^\W_]+")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|del|em|font|i|ins|kbd|lang|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u)\b[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>", re.DOTALL)
_TOLD_ATTRIBUTE = re.compile(r"""\b(?:alt|title|href|src|value|placeholder|aria-label)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""", re.IGNORECASE)
_DATA = re.compile(r"""data:[^"'\s<>]{60,}""")
_MLANG = re.compile(r"\{\s*mlang\b[^{}]*\}", re.IGNORECASE)
_XML_HEAD = re.compile(r"<\?xml.*?\?>|<!DOCTYPE[^>]*>", re.DOTALL)
_GIFT_MARK = re.compile(r"\[(?:html|moodle|plain|markdown)\]|\$CATEGORY:|\[id:", re.IGNORECASE)
_GIFT_VERDICT = re.compile(r"\{\s*(?:TRUE|FALSE|T|F)\s*(?=[#}])", re.IGNORECASE)
_GIFT_WEIGHT = re.compile(r"%-?[\d.]+%")
_GIFT_NUMBER = re.compile(r"\{\s*#[^#}]*")
_AIKEN_KEY = re.compile(r"(?im)^\s*(?:ANSWERS?|JAWABAN|KUNCI)\s*:.*$|^\s*\(?[A-Za-z][.)]\s")
_GRAMMAR = ("format", "type", "fraction", "encoding", "version", "lang")  # attributes whose values are no words
_KEYS = re.compile(r"(?:[A-Za-z]|\d{1,2})(?:[\s,;|]+(?:[A-Za-z]|\d{1,2}))*|true|false|benar|salah|-", re.IGNORECASE)
_KEY_COLUMNS = ("key", "jawaban", "kunci", "benar", "answer", "correct")


def words(text: str) -> list[str]:
    """The words of a text as they are compared: small letters without accents, figures raised or lowered as figures."""
    bare = unicodedata.normalize("NFKD", text)
    return [word.casefold() for word in _WORD.findall("".join(sign for sign in bare if not unicodedata.combining(sign)))]


def lost(source: str, kind: str, arrived: str, told: str) -> list[str]:
    """The words of a source that stand neither in the YAML that arrived nor in what was told, as often as they are missing.

    A text that the source repeats as a whole counts once.
    """
    wanted: Counter[str] = Counter()
    for unit in dict.fromkeys(" ".join(words(_as_number(unit))) for unit in _UNITS[kind](source)):
        wanted.update(unit.split())
    plain = re.sub(r"\\([^\w\s])", r"\1", html.unescape(arrived)).replace("*", "")
    found = Counter(words(plain)) + Counter(words(html.unescape(told))) + Counter(words(told.replace("*", "")))
    return sorted((wanted - found).elements())


def _as_number(unit: str) -> str:
    """A number without an exponent, as the YAML writes it; any other text as it is."""
    return f"{float(unit):.15f}".rstrip("0") if re.fullmatch(r"\s*[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,2}\s*", unit) else unit


def _spoken(text: str) -> Iterator[str]:
    """What HTML says to people: its words, and those of some attributes."""
    text = _MLANG.sub(" ", _DATA.sub(" ", text)).replace("*", "")
    for tag in _TAG.findall(text):
        yield from (value.strip("\"'") for value in _TOLD_ATTRIBUTE.findall(tag))
    yield html.unescape(_TAG.sub(" ", _INLINE.sub("", text.replace("<!--", " ").replace("-->", " "))))


def _moodle(source: str) -> Iterator[str]:
    """The texts of XML, element by element; of a broken file, whatever stands between its tags."""
    named = re.sub(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)(\w+);", lambda found: html.unescape(found[0]), source)
    try:
        root = etree.fromstring(named, etree.XMLParser(target=etree.TreeBuilder(insert_comments=True)))
    except etree.ParseError:
        yield from _spoken(re.sub(r"<!\[CDATA\[|\]\]>", " ", _XML_HEAD.sub(" ", named)))
        return
    for element in root.iter():
        if element.tag in ("file", "image_base64") or not isinstance(element.tag, str):
            yield element.attrib.get("name", "") if isinstance(element.tag, str) else element.text or ""
        else:
            yield from (value for name, value in element.attrib.items() if name.split("}")[-1] not in _GRAMMAR)
            if (element.text or "").strip().lower() not in ("true", "false"):
                yield from _spoken(element.text or "")
        yield from _spoken(element.tail or "")


def _gift(source: str) -> Iterator[str]:
    """The texts of GIFT: what stands between its signs."""
    if "{" not in source and _AIKEN_KEY.search(source) and re.search(r"(?im)^\s*(?:ANSWER|JAWABAN|KUNCI)", source):
        yield from _aiken(source)
        return
    signs = {sign: chr(0xE000 + place) for place, sign in enumerate("~=#{}:\\")}
    text = re.sub(r"\\([~=#{}:\\])", lambda found: signs[found[1]], source).replace("\\n", " ")
    text = re.sub(r"<[A-Za-z/][^<>]*>", lambda tag: re.sub("[~=#{}:]", lambda sign: signs[sign[0]], tag[0]), text)
    for mark in (_GIFT_NUMBER, _GIFT_VERDICT):
        text = mark.sub("{", text)
    text = _GIFT_WEIGHT.sub(" ", _GIFT_MARK.sub(" ", text))
    for unit in re.split(r"[~=#{}]|::|->|\n\s*\n|^\s*//", text, flags=re.MULTILINE):
        yield from _spoken("".join({mask: sign for sign, mask in signs.items()}.get(sign, sign) for sign in unit))


def _aiken(source: str) -> Iterator[str]:
    for unit in _AIKEN_KEY.sub(" ", source).split("\n"):
        yield from _spoken(unit)


def _csv(source: str) -> Iterator[str]:
    """The cells of a table, without the names of its columns, the letters of its keys and the names of types."""
    lines = [line for line in source.splitlines(keepends=True) if line.strip()]
    if lines and lines[0].lower().strip('"').startswith("sep="):
        separator = lines.pop(0).strip().strip('"')[4:5]
    else:
        separator = max(",;\t|", key=lines[0].count) if lines else ","
    rows = list(csv.reader(lines, delimiter=separator or "\t", skipinitialspace=True))
    for row in rows[1:]:
        for column, cell in zip([*rows[0], *[""] * len(row)], row, strict=False):
            is_key = any(name in column.lower() for name in _KEY_COLUMNS)
            is_type = re.split("[_ ]", column.strip().lower())[0] in ("type", "tipe", "jenis")
            if not (is_type or (is_key and _KEYS.fullmatch(cell.strip()))):
                yield from _spoken(cell)


_UNITS = {"moodle": _moodle, "gift": _gift, "csv": _csv, "aiken": _gift}
_KINDS = {".xml": "moodle", ".gift": "gift", ".csv": "csv", ".txt": "gift"}


def main(paths: list[Path]) -> int:
    """Imports each file and prints what it lost; 1 where anything is."""
    sums: Counter[str] = Counter()
    for path in paths:
        command = [sys.executable, "build_quiz.py", "import", str(path), "--language", "en", "--kind", _KINDS[path.suffix.lower()]]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        source = path.read_text("utf-8", errors="replace").removeprefix("\ufeff")
        is_refused = done.returncode and not done.stdout and "Not carried" not in done.stderr
        missing = [] if is_refused else lost(source, _KINDS[path.suffix.lower()], done.stdout, done.stderr)
        questions = len(re.findall(r"(?m)^- id: ", done.stdout))
        count = len(words(" ".join(_UNITS[_KINDS[path.suffix.lower()]](source))))
        sums += Counter(files=1, questions=questions, words=count, lost=len(missing), refused=int(is_refused))
        print(
            f"{path.name}: {questions} questions, {count} words, {len(missing)} lost",
            "(refused whole)" if is_refused else " ".join(missing)[:300],
        )
        if "Traceback" in done.stderr:
            print(done.stderr[-600:])
    print(", ".join(f"{value} {name}" for name, value in sums.items()))
    return int(bool(sums["lost"]))


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
