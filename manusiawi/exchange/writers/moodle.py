"""Writes a module's questions as Moodle XML, in one language or in both as multilang spans.

After what Moodle 4.5 and 5.0 do with such files: anything that Moodle answers with a notice ends its import half-way and without a word,
so what it could not take whole is left out here, and told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from manusiawi.exchange.outward import untaken
from manusiawi.exchange.question import Choice
from manusiawi.exchange.readers.moodle import read_moodle
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.losses import doubled_example, shared_losses
from manusiawi.exchange.writers.moodlexml import (
    MOST_SHARES,
    SHARES,
    category,
    element,
    field,
    file_inside,
    named,
    texted,
    title,
)
from manusiawi.exchange.writers.shelves import Shelf, Told, first_of, shelves
from manusiawi.exchange.writers.teller import Teller, foreseen
from manusiawi.exchange.writers.voices import NotHeld
from manusiawi.exchange.written import Loss, Written, counted
from manusiawi.language.numbers import plain

_PENALTY = "0.3333333"  # Moodle's own: a third of the mark for each try after the first
_ORDERING = {
    "layouttype": "VERTICAL",
    "selecttype": "ALL",
    "gradingtype": "ABSOLUTE_POSITION",
    "showgrading": "SHOW",
    "numberingstyle": "123",
}
_ESSAY = {
    "responseformat": "editor",
    "responserequired": "1",
    "responsefieldlines": "10",
    "attachments": "0",
    "attachmentsrequired": "0",
}
_SHORTEST = {"single-choice": 2, "multiple-choice": 2, "inspection": 2, "ordering": 2, "matching": 2}  # with fewer, Moodle stops half-way


def write_moodle(request: Request) -> Written:
    """The module's questions, then those of the tests, in categories."""
    return write_shelves(request, shelves(request))


def write_shelves(request: Request, made: Sequence[Shelf]) -> Written:
    """Shelves of questions as the file that was asked for."""
    teller = Teller(request)
    lines, losses = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"], untaken(request.course, request.module, request.languages[0])
    for shelf in made:
        lines.append(category(shelf.names))
        for told in shelf.questions:
            try:
                lines += question_xml(teller, told)
                losses += [*shared_losses(teller, told), *doubled_example(told)]
            except NotHeld as left:
                losses.append(Loss(told[0].ref, str(left), teller.left_out(told), counted(told[:1])))
    content = "\n".join((*lines, "</quiz>", "")).encode()
    name = f"{request.name}.xml"
    found = counted(read_moodle(content.decode(), name, request.languages[0]).questions)
    return Written(name, content, counted(first_of(made)), found, tuple(losses))


def question_xml(teller: Teller, told: Told) -> list[str]:
    """The elements of one question: one, or as many as it has statements. Raises NotHeld where Moodle could not take it whole."""
    first = told[0]
    entries = len(first.options or first.pairs or first.steps)
    if entries < _SHORTEST.get(first.type, 0):
        raise NotHeld(f"a question with {entries} to choose from")
    return _BODIES[first.type](teller, told)


def _choice(teller: Teller, told: Told) -> list[str]:
    options = list(zip(*(question.options for question in told), strict=True))
    right = [entry for entry in options if entry[0].right]
    single = told[0].type == "single-choice" and len(right) == 1
    if not right or len(right) > MOST_SHARES:
        raise NotHeld(f"a choice with {len(right)} right options, where Moodle shares a mark among 1 to {MOST_SHARES}")
    taken = SHARES[min(len(options) - len(right), MOST_SHARES) or 1]
    fractions = [SHARES[len(right)] if entry[0].right else "0" if single else f"-{taken}" for entry in options]
    answers = [_answer(teller, entry, fraction) for entry, fraction in zip(options, fractions, strict=True)]
    general = teller.reasons([_reasons(entry) for entry in right])
    settings = [
        field("single", str(single).lower()),
        field("shuffleanswers", str(not told[0].picture).lower()),  # a drawing has the numbers of its places
        field("answernumbering", "123" if told[0].picture else "abc"),
        field("showstandardinstruction", "1"),
    ]
    return [_question(teller, told, "multichoice", [*settings, *_combined(teller), *answers], general=general, hints=(general, not single))]


def _true_false(teller: Teller, told: Told) -> list[str]:
    """A question for each statement, since Moodle's own holds one: so each keeps its verdict and its reason."""
    made = []
    for number, entry in enumerate(zip(*(question.options for question in told), strict=True), 1):
        verdicts = [
            _written(teller, verdict, "100" if entry[0].right == (verdict == "true") else "0", _reasons(entry))
            for verdict in ("true", "false")
        ]
        asked = f"{teller.asked(told)}\n<p class='stem'>{teller.voices.inline([choice.text for choice in entry])}</p>"
        own = (replace(told[0], options=[entry[0]]), *told[1:])
        made.append(_question(teller, own, "truefalse", verdicts, asked=asked, number=number, words=entry[0].text))
    return made


def _matching(teller: Teller, told: Told) -> list[str]:
    rows = list(zip(*(question.pairs for question in told), strict=True))
    loose = list(zip(*(question.distractors for question in told), strict=True))
    voices = teller.voices
    answers = [voices.plain([pair.right for pair in row]) for row in rows] + [voices.plain([entry.text for entry in one]) for one in loose]
    lefts = [voices.inline([pair.left for pair in row]) for row in rows] + [""] * len(loose)
    if not all((*answers, *lefts[: len(rows)])):
        raise NotHeld("a row without words")
    subquestions = [
        texted("subquestion", left, element("answer", field("text", right))) for left, right in zip(lefts, answers, strict=True)
    ]
    labels = [f"{left} → {voices.inline([pair.right for pair in row])}" for left, row in zip(lefts, rows, strict=False)]
    labels += [voices.inline([entry.text for entry in one]) for one in loose]
    reasons = [[entry.feedback for entry in row] for row in (*rows, *loose)]
    general = teller.labelled(labels, reasons)
    hints = (teller.reasons([[pair.feedback for pair in row] for row in rows]), True)
    body = [field("shuffleanswers", "true"), *_combined(teller), *subquestions]
    return [_question(teller, told, "matching", body, general=general, hints=hints)]


def _ordering(teller: Teller, told: Told) -> list[str]:
    steps = list(zip(*(question.steps for question in told), strict=True))
    answers = [_answer(teller, [Choice(step.text) for step in entry], str(number)) for number, entry in enumerate(steps, 1)]
    settings = [field(name, value) for name, value in _ORDERING.items()] + [field("selectcount", str(len(steps)))]
    labels = [teller.voices.inline([step.text for step in entry]) for entry in steps]
    general = teller.labelled(labels, [_reasons(entry) for entry in steps])
    hints = (teller.reasons([_reasons(entry) for entry in steps]), True)
    return [_question(teller, told, "ordering", [*settings, *_combined(teller), *answers], general=general, hints=hints)]


def _short(teller: Teller, told: Told) -> list[str]:
    first = told[0]
    reason = [question.feedback for question in told]
    general = teller.explained(told)
    hints = (teller.reasons([reason]), False)
    if first.number is not None:
        right = _written(teller, plain(first.number), "100", reason, field("tolerance", plain(first.tolerance)))
        wrong = [_written(teller, words, "0", reasons, field("tolerance", "0")) for words, reasons in foreseen(told).items()]
        units = {"unitgradingtype": "0", "unitpenalty": "0.1", "showunits": "3", "unitsleft": "0"}  # none are asked for
        body = [right, *wrong, *(field(name, value) for name, value in units.items())]
        return [_question(teller, told, "numerical", body, general=general, hints=hints)]
    accepted = list(dict.fromkeys(words for question in told for words in question.accept))
    if not accepted:
        raise NotHeld("a question without an accepted answer")
    answers = [_written(teller, _literal(words), "100", reason) for words in accepted]
    answers += [_written(teller, _literal(words), "0", reasons) for words, reasons in foreseen(told).items()]
    return [_question(teller, told, "shortanswer", [field("usecase", "0"), *answers], general=general, hints=hints)]


def _essay(teller: Teller, told: Told) -> list[str]:
    model = teller.voices.block([question.model for question in told])
    general = "\n".join(filter(None, (model, teller.criteria(told))))
    body = [*(field(name, value) for name, value in _ESSAY.items()), texted("graderinfo", model), texted("responsetemplate", "")]
    return [_question(teller, told, "essay", body, general=general)]


_BODIES: dict[str, Callable[[Teller, Told], list[str]]] = {
    "single-choice": _choice,
    "multiple-choice": _choice,
    "inspection": _choice,
    "true-false": _true_false,
    "matching": _matching,
    "ordering": _ordering,
    "short-text": _short,
    "reflection": _essay,
}


def _question(
    teller: Teller,
    told: Told,
    kind: str,
    body: Sequence[str],
    asked: str = "",
    general: str = "",
    hints: tuple[str, bool] | None = None,
    number: int = 0,
    words: str = "",
) -> str:
    """A whole question: what all types have, then what is the type's own, the hints and the tags."""
    first = told[0]
    ref = f"{first.ref}-{number}" if number else first.ref
    pictures = teller.pictures(told)
    shown = "".join(f'<p><img src="@@PLUGINFILE@@/{file.name}" alt="{alt}"></p>\n' for file, alt in pictures)
    files = [file_inside(file) for file, _ in pictures]
    return element(
        "question",
        named("name", title(ref, teller.main.plain([words or first.stem]))),
        texted("questiontext", asked or teller.asked(told, shown), *files),
        texted("generalfeedback", general),
        field("defaultgrade", "1"),
        field("penalty", _PENALTY if hints else "1" if kind == "truefalse" else "0"),
        field("hidden", "0"),
        field("idnumber", ref),
        *body,
        *(_hints(teller, told, *hints) if hints else ()),
        element("tags", *(named("tag", tag) for tag in teller.tags(first))),
        type=kind,
    )


def _hints(teller: Teller, told: Told, reasons: str, parts: bool) -> list[str]:
    """After the first miss where to read again, after the second the reasons of what is right."""
    shown = ("<shownumcorrect/>",) if parts else ()
    where = teller.read_again(told)
    return [texted("hint", words, *shown) for words in (where, reasons) if words]


def _combined(teller: Teller) -> list[str]:
    """No words of their own for right, part right and wrong, since every option has its reason; how many are right is shown."""
    empty = [texted(name, "") for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")]
    return [*empty, field("shownumcorrect", "1")]  # without its number, an ordering question ends the import with an error


def _answer(teller: Teller, entry: Sequence[Choice], fraction: str) -> str:
    reason = teller.voices.inline(_reasons(entry))
    after = [texted("feedback", reason)] if reason else []
    return texted("answer", teller.voices.inline([choice.text for choice in entry]), *after, fraction=fraction)


def _written(teller: Teller, words: str, fraction: str, reasons: Sequence[str], *after: str) -> str:
    """An answer that learners write, as plain words."""
    feedback = texted("feedback", teller.voices.inline(reasons))
    return element("answer", field("text", words), feedback, *after, fraction=fraction, format="moodle_auto_format")


def _reasons(entry: Sequence[Choice]) -> list[str]:
    return [choice.feedback for choice in entry]


def _literal(words: str) -> str:
    """Words in which a star is a star; to Moodle it stands for any letters."""
    return words.replace("*", "\\*")
