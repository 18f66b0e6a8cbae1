"""Writes a module's questions as GIFT, in one language or in both as multilang spans; their texts are HTML.

After Moodle's own reader of GIFT (4.5 and 5.0): it tells types by the signs between the braces, so a sign that belongs to a text is
always escaped, and a text that begins like a mark of the format hides its first sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from manusiawi.exchange.outward import untaken
from manusiawi.exchange.readers.gift import read_gift
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.losses import shared_losses
from manusiawi.exchange.writers.moodlexml import MOST_SHARES, SHARES, title
from manusiawi.exchange.writers.shelves import Shelf, Told, first_of, shelves
from manusiawi.exchange.writers.teller import Teller, foreseen
from manusiawi.exchange.writers.voices import NotHeld
from manusiawi.exchange.written import Loss, Written, counted
from manusiawi.language.numbers import plain

_SIGNS = re.compile(r"[\\~=#{}:]")
_LINES = re.compile(r"\s*\n\s*")
_FORM = re.compile(r"\[[a-z]+\]")
_NOT_IN_CATEGORY = re.compile(r"[\\~=#{}:/\n]+ ?")
_IN_COMMENT = re.compile(r"[\[\]\n]")


def write_gift(request: Request) -> Written:
    """The module's questions, then those of the tests, in categories."""
    return write_shelves(request, shelves(request))


def write_shelves(request: Request, made: Sequence[Shelf]) -> Written:
    """Shelves of questions as the file that was asked for."""
    teller = Teller(request)
    losses = untaken(request.course, request.module, request.languages[0])
    blocks: list[str] = []
    for shelf in made:
        blocks.append(_category(shelf))
        for told in shelf.questions:
            try:
                blocks += question_gift(teller, told)
                losses += [*shared_losses(teller, told), *_losses(teller, told)]
            except NotHeld as left:
                losses.append(Loss(told[0].ref, str(left), teller.left_out(told), counted(told[:1])))
    content = ("\n\n".join(blocks) + "\n").encode()
    name = f"{request.name}.gift"
    found = counted(read_gift(content.decode(), name, request.languages[0]).questions)
    return Written(name, content, counted(first_of(made)), found, tuple(losses))


def question_gift(teller: Teller, told: Told) -> list[str]:
    """The blocks of one question: one, or as many as it has statements. Raises NotHeld where GIFT cannot say it."""
    if told[0].type not in _BODIES:
        raise NotHeld("steps to put in order")
    return _BODIES[told[0].type](teller, told)


def _choice(teller: Teller, told: Told) -> list[str]:
    options = list(zip(*(question.options for question in told), strict=True))
    right = sum(entry[0].right for entry in options)
    single = told[0].type == "single-choice" and right == 1
    if not right or right > MOST_SHARES or len(options) < 2:
        raise NotHeld(f"a choice with {right} right options among {len(options)}")
    taken = SHARES[min(len(options) - right, MOST_SHARES) or 1]
    lines = []
    for entry in options:
        sign = ("=" if entry[0].right else "~") if single else f"~%{SHARES[right] if entry[0].right else f'-{taken}'}%"
        text, reason = (_html(teller, parts) for parts in ([choice.text for choice in entry], [choice.feedback for choice in entry]))
        lines.append(f"{sign}{text}{f'#{reason}' if reason else ''}")
    general = teller.reasons([[choice.feedback for choice in entry] for entry in options if entry[0].right])
    return [_block(teller, told, [*lines, *_general(general)])]


def _true_false(teller: Teller, told: Told) -> list[str]:
    """A question for each statement, as in Moodle XML; the first reason is for those who are wrong, the second for the others."""
    made = []
    for number, entry in enumerate(zip(*(question.options for question in told), strict=True), 1):
        reason = _html(teller, [choice.feedback for choice in entry])
        asked = f"{teller.asked(told)}<p class='stem'>{teller.voices.inline([choice.text for choice in entry])}</p>"
        verdict = f"{'TRUE' if entry[0].right else 'FALSE'}{f'#{reason}#{reason}' if reason else ''}"
        own = (replace(told[0], options=[entry[0]]), *told[1:])
        made.append(_block(teller, own, [verdict], asked=asked, number=number, words=entry[0].text))
    return made


def _matching(teller: Teller, told: Told) -> list[str]:
    """Rows as `left -> right`; what follows a # would be shown as part of the right side, so no reason stands there."""
    rows = list(zip(*(question.pairs for question in told), strict=True))
    loose = list(zip(*(question.distractors for question in told), strict=True))
    voices, lines, labels = teller.voices, [], []
    for row in rows:
        left, right = [pair.left for pair in row], [pair.right for pair in row]
        labels.append(f"{voices.inline(left)} → {voices.inline(right)}")
        lines.append(f"={_html(teller, left)} -> {_right(voices.plain(right))}")
    for one in loose:
        words = [entry.text for entry in one]
        labels.append(voices.inline(words))
        lines.append(f"= -> {_right(voices.plain(words))}")
    if len(lines) < 2 or any(not line.partition(" -> ")[2] for line in lines):
        raise NotHeld("rows without words, or one row alone")
    general = teller.labelled(labels, [[entry.feedback for entry in row] for row in (*rows, *loose)])
    return [_block(teller, told, [*lines, *_general(general)])]


def _short(teller: Teller, told: Told) -> list[str]:
    first = told[0]
    reason = _html(teller, [question.feedback for question in told])
    wrong = {words: _html(teller, reasons) for words, reasons in foreseen(told).items()}
    general = _general(teller.explained(told))
    after = f"#{reason}" if reason else ""
    if first.number is not None:
        lines = [f"=%100%{plain(first.number)}:{plain(first.tolerance)}{after}"]
        lines += [f"=%0%{words}:0{f'#{said}' if said else ''}" for words, said in wrong.items()]
        return [_block(teller, told, ["#", *lines, *general])]
    accepted = dict.fromkeys(words for question in told for words in question.accept)
    for words in (*accepted, *wrong):
        if "->" in words or _FORM.match(words):
            raise NotHeld(f'an answer that GIFT takes for a mark of its own ("{words}")')
    if not accepted:
        raise NotHeld("a question without an accepted answer")
    lines = [f"=%100%{_literal(words)}{after}" for words in accepted]
    lines += [f"=%0%{_literal(words)}{f'#{said}' if said else ''}" for words, said in wrong.items()]
    return [_block(teller, told, [*lines, *general])]


def _essay(teller: Teller, told: Told) -> list[str]:
    model = teller.voices.block([question.model for question in told])
    return [_block(teller, told, _general("\n".join(filter(None, (model, teller.criteria(told))))))]


_BODIES: dict[str, Callable[[Teller, Told], list[str]]] = {
    "single-choice": _choice,
    "multiple-choice": _choice,
    "inspection": _choice,
    "true-false": _true_false,
    "matching": _matching,
    "short-text": _short,
    "reflection": _essay,
}


def _block(teller: Teller, told: Told, lines: Sequence[str], asked: str = "", number: int = 0, words: str = "") -> str:
    """A whole question: its id and tags as Moodle reads them from a comment, its name, its text, its answers a line each."""
    first = told[0]
    ref = f"{first.ref}-{number}" if number else first.ref
    marks = [f"[id:{ref}]", *(f"[tag:{_IN_COMMENT.sub(' ', tag)}]" for tag in teller.tags(first))]
    name = _escaped(title(ref, teller.main.plain([words or first.stem])))
    head = f"::{name}::[html]{_escaped(_LINES.sub(' ', asked or teller.asked(told)))}"
    return "\n".join((f"// {' '.join(marks)}", f"{head}{{", *lines, "}"))


def _html(teller: Teller, texts: Sequence[str]) -> str:
    """A text as HTML that begins with no mark of the format."""
    made = _LINES.sub(" ", teller.voices.inline(texts))
    return _escaped(f"&#{ord(made[0])};{made[1:]}" if made[:1] in ("%", "[") else made)


def _general(made: str) -> list[str]:
    return [f"####{_escaped(_LINES.sub(' ', made))}"] if made else []


def _right(words: str) -> str:
    """What belongs to a row, as plain words; an arrow of two signs would part it once more."""
    return _escaped(" ".join(words.replace("->", "→").split()))


def _literal(words: str) -> str:
    """An accepted answer as plain words, in which a star is a star."""
    return _escaped(" ".join(words.split()).replace("*", "\\*"))


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _category(shelf: Shelf) -> str:
    return f"$CATEGORY: {'/'.join(('$course$', 'top', *(_NOT_IN_CATEGORY.sub(' ', name).strip() for name in shelf.names)))}"


def _losses(teller: Teller, told: Told) -> list[Loss]:
    """What GIFT alone holds otherwise."""
    first, losses = told[0], []
    if first.picture:
        losses.append(Loss(first.ref, "the drawing of the room", "left out; the list of places says all that it shows"))
    if first.criteria:
        losses.append(Loss(first.ref, "the criteria", "behind the example, in the general feedback"))
    if any("->" in teller.main.plain([words]) for words in (pair.right for pair in first.pairs)):
        losses.append(Loss(first.ref, "an arrow of two signs (->) in what belongs to a row", "it became →"))
    return losses
