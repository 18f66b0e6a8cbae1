"""Reads the questions of a GIFT file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from manusiawi.exchange.question import MAX_ANSWERS, MAX_QUESTIONS, Choice, Pair, Question, Reading, Refusal, shortened, whole
from manusiawi.exchange.readers.carry import asked, number, paragraphs, said, sentence, typed, word
from manusiawi.exchange.readers.foreseen import explained, numeric, statement, written
from manusiawi.exchange.readers.settle import settle
from manusiawi.ground.faults import Place
from manusiawi.language.numbers import plain

_SIGNS = "~=#{}:\\"
_MASKS = {sign: chr(0xF8E0 + place) for place, sign in enumerate(_SIGNS)}
_BREAK, _FILLER = "\uf8ee", "\uf8ef"  # a masked escape is as long as the escape, so that positions stay true
_UNMASK = str.maketrans({**{mask: sign for sign, mask in _MASKS.items()}, _BREAK: "\n", _FILLER: ""})
_ESCAPE = re.compile(r"\\([~=#{}:\\n])")
_COMMENT = re.compile(r"(?m)^[ \t]*//(.*)$")
_CATEGORY = re.compile(r"(?m)^[ \t]*\$CATEGORY:(.*)$")
_TOGETHER = re.compile(r"\S[^\n]*(?:\n[ \t]*[^\s][^\n]*)*")
_NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORM = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_ANSWER = re.compile(r"(~=|[=~])([^=~]*)")
_WEIGHT = re.compile(r"\s*%([^%\s]*)%")
_VERDICT = re.compile(r"\s*(TRUE|FALSE|T|F)\s*(?:#|\Z)", re.IGNORECASE)
_IDNUMBER = re.compile(r"\[id:([^\[\]]*)\]")
_RANGE = re.compile(r"(.+?)\.\.(.+)", re.DOTALL)
_TAG = re.compile(r"""<[A-Za-z][^<>{}"'=~#]{0,200}=\s*(?:"[^"<>{}]{0,2000}"|'[^'<>{}]{0,2000}')[^<>{}]{0,2000}>""")


@dataclass(slots=True)
class _Block:
    """One question's text, with the way from an offset in it to a place in the file."""

    text: str
    start: int
    lines: list[int]
    file: str
    language: str
    ref: str = ""
    form: str = "auto"

    def place(self, offset: int = 0) -> Place:
        position = self.start + offset
        line = bisect_right(self.lines, position)
        return Place(self.file, line, position - self.lines[line - 1] + 1)


@dataclass(slots=True)
class _Answer:
    """One answer between the braces: its sign, its weight where it has one, its text, its feedback."""

    sign: str
    weight: float | None
    text: str
    feedback: str
    place: Place


def read_gift(text: str, file: str, language: str) -> Reading:
    """The questions of every question of the file; a question that cannot be read becomes a fault."""
    reading = Reading()
    for count, block in enumerate(_blocks(text, file, language, reading)):
        if count >= MAX_QUESTIONS:  # texts without an answer count too: each costs a note
            reading.faults.append(
                Refusal(
                    block.place(),
                    f"more than {MAX_QUESTIONS:,} questions",
                    f"at most {MAX_QUESTIONS:,} a file",
                    "put the rest into a file of their own",
                ).fault
            )
            break
        _read(block, reading)
    return reading


def _blocks(text: str, file: str, language: str, reading: Reading) -> Iterator[_Block]:
    """The questions: lines without an empty line between them, comments blanked out, escapes masked."""
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    for found in _CATEGORY.finditer(text):
        reading.notes.append(f'{file}:{bisect_right(lines, found.start())}: the category "{whole(_plain(found[1]))}" is not carried')
    masked = _ESCAPE.sub(lambda found: (_BREAK if found[1] == "n" else _MASKS[found[1]]) + _FILLER, text)
    masked = _CATEGORY.sub(lambda found: " " * len(found[0]), masked)
    for found in _TOGETHER.finditer(masked):
        comments = tuple((found.start() + comment.start(), _clear(comment[1])) for comment in _COMMENT.finditer(found[0]))
        bare = _COMMENT.sub(lambda comment: " " * len(comment[0]), found[0]) if comments else found[0]
        named = next((id_ for _, comment in comments if (id_ := _IDNUMBER.search(comment))), None)
        for start, comment in comments:
            rest = comment.replace(named[0], "", 1) if named else comment
            if any(sign.isalnum() for sign in rest):
                reading.notes.append(f'{file}:{bisect_right(lines, start)}: the comment "{whole(rest)}" is not carried')
        if bare.strip():
            yield _Block(
                bare.strip(), found.start() + len(bare) - len(bare.lstrip()), lines, file, language, named[1].strip() if named else ""
            )


def _read(block: _Block, reading: Reading) -> None:
    question = Question(block.place(), ref=block.ref)
    try:
        head, answers, tail, offset = _parted(block, question)
        form = _FORM.match(head)
        if form:
            block.form, head = _form(form[1]), head[form.end() :]
        text = f"{head.rstrip()} … {tail.lstrip()}" if tail.strip() else head
        if answers is None:
            reading.leave(block.place(), question.label, ": it is a text without an answer", said(_clear(text), block.language))
            return
        asked(question, _clear(text, block.form), block.form, block.language, block.place())
        _answered(question, block, answers, offset)
        settle(question)
        reading.questions.append(question)
    except Refusal as refusal:
        reading.faults.append(refusal.fault)
        question.lost = []
        reading.leave(block.place(), question.label, "", said(_clear(block.text), block.language))
    reading.notes += question.lost


def _parted(block: _Block, question: Question) -> tuple[str, str | None, str, int]:
    """What stands before the braces, in them and after them, and where they begin; the name goes to the question."""
    text, start = block.text, 0
    if text.startswith("::"):
        named = _NAME.match(text)
        if not named:
            raise Refusal(
                block.place(), "the name of a question is never closed", "`::name::` before the question", "write `::` after the name"
            )
        question.name, start = typed(question, _clear(named[1]), "auto", block.language, block.place()), named.end()
    question.stem = word(_clear(text[start : start + 60].partition("{")[0]))
    opening, closing = text.find("{", start), text.find("}", start)
    allowed, mend = "one pair of braces a question", "write \\{ and \\} for braces in a text; leave no empty line within a question"
    if opening < 0 and closing < 0:
        return text[start:], None, "", 0
    if closing < opening or opening < 0:
        if closing >= 0:
            raise question.refuse("closes a brace that it never opened", allowed, mend, block.place(closing))
        raise question.refuse("opens a brace that it never closes", allowed, mend, block.place(opening))
    for sign, after in (("{", opening + 1), ("}", closing + 1)):
        second = text.find(sign, after)
        if second >= 0:
            raise question.refuse(f"has a second {sign}", allowed, mend, block.place(second))
    return text[start:opening], text[opening + 1 : closing], text[closing + 1 :], opening + 1


def _answered(question: Question, block: _Block, inside: str, offset: int) -> None:
    """Reads what stands between the braces into the question."""
    inside = _TAG.sub(lambda tag: _masked(question, tag[0], block.place(offset)), inside)
    inside, mark, general = inside.partition("####")
    if mark:
        question.feedback = _sentence(question, block, general, block.place(offset + len(inside)))
    verdict = _VERDICT.match(inside)
    if not inside.strip():
        question.type = "reflection"
        if mark:
            words, form = _formed(general, block.form)
            question.model, question.feedback = paragraphs(question, words, form, block.language, block.place(offset)), ""
    elif inside.lstrip().startswith("#"):
        _numerical(question, block, inside, offset)
    elif verdict:
        texts = [_sentence(question, block, words, block.place(offset)) for words in inside.split("#")[1:]]
        wrong, right, *more = [*texts, "", ""]
        question.type = "true-false"
        statement(question, verdict[1][0].upper() == "T", right, [wrong, *more])
    else:
        answers = list(_answers(question, block, inside, offset))
        if any(answer.sign == "~" for answer in answers):
            _choice(question, block, answers)
        elif any("->" in answer.text for answer in answers):
            _matching(question, block, answers)
        else:
            _short(question, block, answers)


def _answers(question: Question, block: _Block, inside: str, offset: int) -> Iterator[_Answer]:
    if inside.count("=") + inside.count("~") > MAX_ANSWERS:
        raise question.refuse(
            f"has more than {MAX_ANSWERS} answers",
            f"at most {MAX_ANSWERS} answers a question",
            "write \\= and \\~ for these signs in a text",
            block.place(offset),
        )
    first = _ANSWER.search(inside)
    before = inside[: first.start()] if first else inside
    if before.strip():
        raise question.refuse(
            f'has "{shortened(_clear(before))}" where an answer begins',
            "= before a right answer, ~ before a wrong one",
            "write = or ~ before it; write \\= and \\~ for these signs in a text",
            block.place(offset + len(before) - len(before.lstrip())),
        )
    for found in _ANSWER.finditer(inside):
        place, text, weight = block.place(offset + found.start()), found[2], None
        weighed = _WEIGHT.match(text)
        if weighed:
            weight, text = number(weighed[1]), text[weighed.end() :]
            if weight is None:
                raise question.refuse(
                    f'has the weight "{shortened(_clear(weighed[1]))}"',
                    "a number between percent signs, such as %50%",
                    "write the weight as a number",
                    place,
                )
        text, _, feedback = text.partition("#")
        sign = found[1]
        if sign == "~=":
            sign = "="
            question.lose('"~=" is read as "=", a right answer', place.line)
        yield _Answer(sign, weight, text, feedback, place)


def _choice(question: Question, block: _Block, answers: list[_Answer]) -> None:
    single = any(answer.sign == "=" for answer in answers)
    question.type = "single-choice" if single else "multiple-choice"
    weights = set()
    for answer in answers:
        weight = answer.weight if answer.weight is not None else 100.0 if answer.sign == "=" else 0.0
        right = weight > (99.9 if single else 0)
        question.options.append(
            Choice(_sentence(question, block, answer.text, answer.place), _sentence(question, block, answer.feedback, answer.place), right)
        )
        if weight and not right:
            question.lose(f"the weight {weight:g} is not carried: the option counts as wrong", answer.place.line)
        elif right:
            weights.add(weight)
    if len(weights) > 1:
        question.lose(f"the weights {', '.join(f'{weight:g}' for weight in sorted(weights))} are not carried: right options count alike")


def _matching(question: Question, block: _Block, answers: list[_Answer]) -> None:
    question.type = "matching"
    for answer in answers:
        left, arrow, right = answer.text.partition("->")
        if not arrow:
            raise question.refuse(
                "has a row without ->", "`=left -> right` in every row", "write -> between what belongs together", answer.place
            )
        right = sentence(
            question, _clear(right), "plain", block.language, answer.place
        )  # as in Moodle, which shows tags there as they stand
        left, feedback = (_sentence(question, block, text, answer.place) for text in (left, answer.feedback))
        if left or not right:
            question.pairs.append(Pair(left, right, feedback))
        else:
            question.distractors.append(Choice(right, feedback))


def _short(question: Question, block: _Block, answers: list[_Answer]) -> None:
    question.type = "short-text"
    feedbacks = []
    for answer in answers:
        weight = 100.0 if answer.weight is None else answer.weight
        feedbacks += written(question, _typed(question, block, answer), weight, _sentence(question, block, answer.feedback, answer.place))
    explained(question, feedbacks)


def _numerical(question: Question, block: _Block, inside: str, offset: int) -> None:
    question.type = "short-text"
    start = inside.index("#") + 1
    body = inside[start:]
    if not body.lstrip().startswith(("=", "~")):
        body, start = f"={body}", start - 1
    answers = list(_answers(question, block, body, offset + start))
    feedbacks = []
    for answer in answers:
        feedback = _sentence(question, block, answer.feedback, answer.place)
        text = word(_clear(answer.text))
        if answer.sign == "~" or text == "*":
            if feedback or text not in ("", "*"):
                written(question, "*", 0, feedback)
            if text not in ("", "*"):
                question.lose(f'the wrong answer "{text}" is not carried')
            continue
        value, tolerance = _value(question, text, answer.place)
        weight = 100.0 if answer.weight is None else answer.weight
        feedbacks += numeric(question, value, tolerance, plain(value), weight, feedback)
    explained(question, feedbacks)


def _value(question: Question, text: str, place: Place) -> tuple[float, float]:
    """The number and its tolerance, written as 12, 12:0.5 or 11.5..12.5."""
    ends = _RANGE.fullmatch(text)
    first, _, second = (ends[1], "", ends[2]) if ends else text.partition(":")
    one, other = number(first), number(second or "0")
    if one is None or other is None:
        raise question.refuse(
            f'has "{shortened(text)}" in the place of a number', "a number such as 12.5, 12:0.5 or 11.5..12.5", "write the number", place
        )
    return (round((one + other) / 2, 10), round(abs(other - one) / 2, 10)) if ends else (one, other)


def _masked(question: Question, tag: str, place: Place) -> str:
    """A tag whose signs are no answers."""
    if any(sign in tag for sign in "=~#"):
        question.lose('"=", "~" or "#" inside a tag is read as a part of it; Moodle wants "\\" before the sign', place.line)
    return "".join(_MASKS.get(sign, sign) for sign in tag)


def _sentence(question: Question, block: _Block, text: str, place: Place) -> str:
    words, form = _formed(text, block.form)
    return sentence(question, words, form, block.language, place)


def _typed(question: Question, block: _Block, answer: _Answer) -> str:
    """An answer that learners write; a mark of its form is no part of it."""
    mark = _FORM.match(answer.text)
    words, form = _formed(answer.text, "plain")[0], _form(mark[1]) if mark else "auto"
    return typed(question, words, form, block.language, answer.place)


def _formed(text: str, form: str) -> tuple[str, str]:
    """A text without the mark of its form, and the form."""
    mark = _FORM.match(text)
    if mark:
        form, text = _form(mark[1]), text[mark.end() :]
    return _clear(text, form), form


def _form(name: str) -> str:
    return "auto" if name.lower() == "moodle" else name.lower()


def _plain(text: str) -> str:
    """The words of a text, their escapes undone."""
    return _ESCAPE.sub(lambda found: " " if found[1] == "n" else found[1], text)


def _clear(text: str, form: str = "plain") -> str:
    """The text as it is meant: line ends in the file are spaces where they would break, escaped signs are themselves."""
    if form not in ("markdown", "html"):
        text = text.replace("\n", " ")
    return text.translate(_UNMASK)
