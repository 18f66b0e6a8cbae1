"""What Moodle's importers do with a file, written down from runs of Moodle 4.5 and 5.0: a checker that shares nothing with the writers."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

PARTS = (100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0)
_ESCAPED_TWICE = re.compile(r"&lt;/?(?:p|ul|ol|li|strong|em|br|span)\b[^&]*&gt;")
_RUNS = re.compile(r"<(script|iframe|style|object|embed)\b", re.IGNORECASE)


def refusals(content: bytes) -> list[str]:
    """What in a file of Moodle XML would be refused, end the import half-way, or come in as something else; empty for a good file."""
    try:
        root = etree.fromstring(content)
    except etree.ParseError as error:
        return [f"the whole file is refused: {error}"]
    found, seen = [], set[tuple[str, str]]()
    category = ""
    for question in root:
        if question.get("type") == "category":
            category = question.findtext("category/text") or ""
            if not category.startswith("$course$/top/"):
                found.append(f"a category elsewhere: {category}")
            continue
        number = question.findtext("idnumber") or ""
        if (category, number) in seen or not 0 < len(number) <= 100:
            found.append(f"the idnumber {number!r} is dropped")
        seen.add((category, number))
        found += [f"{number}: {fault}" for fault in _faults(question)]
    return found


def shown_tags(content: bytes) -> list[str]:
    """Texts whose tags a learner would read, as where a writer escapes them twice."""
    return [text.text or "" for text in etree.fromstring(content).iter("text") if _ESCAPED_TWICE.search(text.text or "")]


def _faults(question: etree.Element) -> Iterator[str]:
    kind = question.get("type", "")
    name = question.findtext("name/text") or ""
    if not name or len(name) > 251 or "<" in name:
        yield f"the name is cut: {name}"
    if not (question.findtext("questiontext/text") or "").strip():
        yield "no question"
    for text in question.iter("text"):
        if len(text):
            yield "HTML stands outside of CDATA"
    for part in question.iter():
        if part.get("format") == "html" and _RUNS.search(part.findtext("text") or ""):
            yield f"something runs: {part.findtext('text')}"
    if any(part.get("format") in ("plain_text", "markdown") for part in question.iter()):
        yield "a text whose tags are shown"
    for file in question.iter("file"):
        base64.b64decode(file.text or "", validate=True)
        if f"@@PLUGINFILE@@/{file.get('name')}" not in "".join(text.text or "" for text in question.iter("text")):
            yield "a file that no text shows"
    answers = question.findall("answer")
    fractions = [float(answer.get("fraction", "nan")) for answer in answers]  # a decimal comma raises
    if kind != "ordering":
        for fraction in fractions:
            if not any(abs(abs(fraction) - part) <= 0.001 for part in PARTS) or "," in str(fraction):
                yield f"the fraction {fraction} refuses the whole file"
    yield from _OF_KIND[kind](question, answers, fractions)


def _multichoice(question, answers, fractions):
    if len(answers) < 2:
        yield "a choice with one option ends the import"
    if any(not (answer.findtext("text") or "").strip() for answer in answers):
        yield "an empty option"
    if question.findtext("single") == "true":
        if max(fractions) != 100:
            yield "no option earns the whole mark"
    elif not 99.99 <= sum(fraction for fraction in fractions if fraction > 0) <= 100.01:
        yield "all right options together do not earn the whole mark"
    elif sum(fractions) > 0.01 and min(fractions) >= 0 and len(set(fractions)) > 1:
        yield "whoever ticks everything earns the mark"


def _true_false(question, answers, fractions):
    if sorted(answer.findtext("text") or "" for answer in answers) != ["false", "true"] or sorted(fractions) != [0, 100]:
        yield "a verdict in other words becomes false"


def _matching(question, answers, fractions):
    rows = question.findall("subquestion")
    if len(rows) < 2 or any(not (row.findtext("answer/text") or "").strip() for row in rows):
        yield "a row without an answer ends the import"


def _ordering(question, answers, fractions):
    if len(answers) < 2:
        yield "one step ends the import"
    if [shown.text for shown in question.findall("shownumcorrect")] != ["1"]:
        yield "PostgreSQL ends the import with an error"


def _short(question, answers, fractions):
    if 100 not in fractions:
        yield "no answer is right"
    if any(re.search(r"(?<!\\)\*", answer.findtext("text") or "") for answer in answers):
        yield "a star stands for any letters"


def _numerical(question, answers, fractions):
    for answer in answers:
        if not re.fullmatch(r"-?\d+(\.\d+)?", answer.findtext("text") or "") or not re.fullmatch(
            r"\d+(\.\d+)?", answer.findtext("tolerance") or ""
        ):
            yield "no number"


def _essay(question, answers, fractions):
    if answers:
        yield "an essay with answers"


_OF_KIND = {
    "multichoice": _multichoice,
    "truefalse": _true_false,
    "matching": _matching,
    "ordering": _ordering,
    "shortanswer": _short,
    "numerical": _numerical,
    "essay": _essay,
}


def gift_kinds(content: str) -> list[str]:
    """The type that Moodle gives to each question of a GIFT file, by the order in which it looks at the signs between the braces."""
    kinds = []
    for block in re.split(r"\n[ \t]*\n", content):
        text = "\n".join(" " if line.strip().startswith("//") else line for line in block.split("\n")).strip()
        if not text:
            continue
        bare = re.sub(r"\\[\\~=#{}:n]", "¤", text)
        if bare.startswith("$CATEGORY:"):
            kinds.append("category")
            if "\n" in bare:
                kinds.append("a question swallowed by its category")
            continue
        start, end = bare.find("{"), bare.find("}")
        if start < 0 or end < start or "{" in bare[start + 1 :] or "}" in bare[end + 1 :] or bare[end + 1 :].strip():
            kinds.append(f"broken braces: {text[:60]}")
            continue
        inside = bare[start + 1 : end].strip().rpartition("####")
        answer = (inside[0] if inside[1] else inside[2]).strip()
        kinds.append(_gift_kind(answer))
    return kinds


def _gift_kind(answer: str) -> str:
    if not answer:
        return "essay"
    if answer[0] == "#":
        return "numerical"
    if "~" in answer:
        return "multichoice"
    if "=" in answer and "->" in answer:
        return "matching" if all(row.count("->") == 1 and "#" not in row for row in answer.split("=")[1:]) else "a row parted wrongly"
    return "truefalse" if answer.partition("#")[0].strip() in ("T", "TRUE", "F", "FALSE") else "shortanswer"
