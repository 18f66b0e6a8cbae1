"""Reads the questions of a Moodle XML file."""

from __future__ import annotations

from collections.abc import Callable

from manusiawi.exchange.question import MAX_ANSWERS, MAX_QUESTIONS, Choice, Pair, Question, Reading, Refusal, shortened
from manusiawi.exchange.readers.carry import asked, number, paragraphs, sentence, word
from manusiawi.exchange.readers.foreseen import explained, numeric, statement, written
from manusiawi.exchange.readers.settle import settle
from manusiawi.exchange.readers.xmltree import Element, parse_xml

_FORMS = {"html": "html", "moodle_auto_format": "auto", "plain_text": "plain", "markdown": "markdown"}
_COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


def read_moodle(text: str, file: str, language: str) -> Reading:
    """The questions of every question of the file; a question that cannot be read becomes a fault."""
    reading = Reading()
    try:
        root = parse_xml(text, file)
        if root.name != "quiz":
            raise Refusal(
                root.place,
                f"the file begins with <{root.name[:40]}>",
                "<quiz>, as Moodle XML does",
                "export the questions from Moodle's question bank as «Moodle XML format»",
            )
    except Refusal as refusal:
        return Reading(faults=[refusal.fault])
    questions = list(root.all("question"))
    if len(questions) > MAX_QUESTIONS:
        return Reading(
            faults=[
                Refusal(
                    questions[MAX_QUESTIONS].place,
                    f"more than {MAX_QUESTIONS:,} questions",
                    f"at most {MAX_QUESTIONS:,} a file",
                    "export one category at a time",
                ).fault
            ]
        )
    for element in questions:
        _read(element, language, reading)
    return reading


def _read(element: Element, language: str, reading: Reading) -> None:
    where, kind = f"{element.place.file}:{element.place.line}", element.attributes.get("type", "")
    question = Question(element.place, ref=element.get("idnumber"))
    try:
        if kind == "category":
            reading.notes.append(f'{where}: the category "{shortened(_raw(element.one("category")), 100)}" is not carried')
            return
        question.name = word(_raw(element.one("name")))
        if kind not in _READERS:
            reading.notes.append(f'{where}: {question.label} is not carried: the course has no type "{shortened(kind)}"')
            return
        if len(element.children) > 2 * MAX_ANSWERS:
            raise question.refuse(f"has {len(element.children):,} parts", f"at most {MAX_ANSWERS} answers a question", "part the question")
        stem = element.one("questiontext")
        asked(question, _raw(stem), _form(stem), language, stem.place if stem else element.place)
        question.feedback = _sentence(question, element.one("generalfeedback"), language)
        _READERS[kind](question, element, language)
        _leave(question, element)
        settle(question)
        reading.questions.append(question)
    except Refusal as refusal:
        reading.faults.append(refusal.fault)
    reading.notes += question.lost


def _raw(element: Element | None) -> str:
    """What stands in the element's <text>; in the element itself where it has none."""
    if element is None:
        return ""
    text = element.one("text")
    if text is None:
        return element.words
    if text.children:
        raise Refusal(
            text.children[0].place,
            f"<{text.children[0].name[:40]}> stands in a <text>",
            "words, or HTML between <![CDATA[ and ]]>",
            "put the whole content of <text> between <![CDATA[ and ]]>",
        )
    return text.words


def _form(element: Element | None) -> str:
    return _FORMS.get(element.attributes.get("format", "html"), "html") if element else "html"


def _sentence(question: Question, element: Element | None, language: str) -> str:
    return sentence(question, _raw(element), _form(element), language, element.place) if element else ""


def _answers(question: Question, element: Element) -> list[tuple[Element, float]]:
    """The answers with their fractions."""
    found = []
    for answer in element.all("answer"):
        fraction = number(answer.attributes.get("fraction", "0"))
        if fraction is None:
            raise question.refuse(
                f'has the fraction "{shortened(answer.attributes["fraction"])}"',
                "a number, such as 100 or 33.33333",
                "write the fraction as a number",
                answer.place,
            )
        found.append((answer, fraction))
    return found


def _options(question: Question, element: Element, language: str) -> list[tuple[Choice, float]]:
    return [
        (Choice(_sentence(question, answer, language), _sentence(question, answer.one("feedback"), language)), fraction)
        for answer, fraction in _answers(question, element)
    ]


def _choice(question: Question, element: Element, language: str) -> None:
    single = element.get("single").lower() not in ("false", "0")
    question.type = "single-choice" if single else "multiple-choice"
    options = _options(question, element, language)
    top = 99.9 if single else 0.0
    for option, fraction in options:
        option.right = fraction > top
    question.options = [option for option, _ in options]
    rights = {fraction for option, fraction in options if option.right}
    partial = [f"{fraction:g}" for option, fraction in options if not option.right and fraction]
    if partial:
        question.lose(f"fractions are not carried ({', '.join(partial)}): these options count as wrong")
    if len(rights) > 1:
        question.lose(
            f"the fractions {', '.join(f'{fraction:g}' for fraction in sorted(rights))} are not carried: right options count alike"
        )


def _true_false(question: Question, element: Element, language: str) -> None:
    question.type = "true-false"
    verdicts: dict[str, tuple[str, float]] = {}
    for answer, fraction in _answers(question, element):
        name = _raw(answer).strip().lower()
        if name not in ("true", "false"):
            raise question.refuse(
                f'has the answer "{shortened(name)}"', '"true" and "false"', "write the two words in English", answer.place
            )
        verdicts[name] = (_sentence(question, answer.one("feedback"), language), fraction)
    right = [name for name, (_, fraction) in verdicts.items() if fraction > 50]
    if len(right) != 1:
        raise question.refuse(
            "does not say whether it is true", 'one answer with fraction="100"', "give one of the two answers the fraction 100"
        )
    statement(question, right[0] == "true", verdicts[right[0]][0], [words for name, (words, _) in verdicts.items() if name != right[0]])


def _matching(question: Question, element: Element, language: str) -> None:
    question.type = "matching"
    for row in element.all("subquestion"):
        left = _sentence(question, row, language)
        answer = row.one("answer")
        right = sentence(question, _raw(answer), "plain", language, row.place)
        if left or not right:
            question.pairs.append(Pair(left, right))
        else:
            question.distractors.append(Choice(right))


def _ordering(question: Question, element: Element, language: str) -> None:
    question.type = "ordering"
    question.steps = [
        Choice(_sentence(question, answer, language), _sentence(question, answer.one("feedback"), language))
        for answer in element.all("answer")
    ]


def _short(question: Question, element: Element, language: str) -> None:
    question.type = "short-text"
    feedbacks = []
    for answer, fraction in _answers(question, element):
        words, feedback = word(_raw(answer)), _sentence(question, answer.one("feedback"), language)
        feedbacks += written(question, words, fraction, feedback)
    explained(question, feedbacks)
    if element.get("usecase") == "1":
        question.lose("capitals mattered in the answer; in the course they do not")


def _numerical(question: Question, element: Element, language: str) -> None:
    question.type = "short-text"
    feedbacks = []
    for answer, fraction in _answers(question, element):
        raw, feedback = word(_raw(answer)), _sentence(question, answer.one("feedback"), language)
        if raw == "*":
            written(question, raw, fraction, feedback)
            continue
        value, tolerance = number(raw), number(answer.get("tolerance") or "0")
        if value is None or tolerance is None:
            wrong = raw if value is None else answer.get("tolerance")
            raise question.refuse(
                f'has "{shortened(wrong)}" in the place of a number', "a number, such as 12.5", "write the number", answer.place
            )
        feedbacks += numeric(question, value, tolerance, raw, fraction, feedback)
    explained(question, feedbacks)
    if element.one("units") is not None:
        question.lose("units are not carried; say in the question which unit is asked for")


def _essay(question: Question, element: Element, language: str) -> None:
    question.type = "reflection"
    model = element.one("graderinfo")
    if model is not None:
        question.model = paragraphs(question, _raw(model), _form(model), language, model.place)
    general = element.one("generalfeedback")
    if general is not None and not question.model:
        question.model, question.feedback = paragraphs(question, _raw(general), _form(general), language, general.place), ""
    if _raw(element.one("responsetemplate")).strip():
        question.lose("the response template is not carried")


def _leave(question: Question, element: Element) -> None:
    """Lists what the course has no place for."""
    left = []
    penalty, hints, files = number(element.get("penalty")), len(list(element.all("hint"))), _files(element)
    if penalty:
        left.append(f"the penalty {penalty:g}")
    if hints:
        left.append("1 hint" if hints == 1 else f"{hints} hints")
    left += [f'the {name} "{shortened(_raw(element.one(name)), 100)}"' for name in _COMBINED if _raw(element.one(name)).strip()]
    if (number(element.get("defaultgrade")) or 1) != 1:
        left.append(f"the grade {number(element.get('defaultgrade')):g}")
    tags = element.one("tags")
    if tags is not None and tags.children:
        left.append(f"the tags {', '.join(shortened(_raw(tag)) for tag in tags.all('tag'))}")
    left += [f'the file "{shortened(name, 100)}"' for name in files]
    if left:
        question.lose(f"not carried: {', '.join(left)}")


def _files(element: Element) -> list[str]:
    """The names of the files that stand anywhere in the element."""
    names, waiting = [], [element]
    while waiting:
        found = waiting.pop()
        names += [found.attributes.get("name", "?")] if found.name == "file" else []
        waiting += reversed(found.children)
    return names


_READERS: dict[str, Callable[[Question, Element, str], None]] = {
    "multichoice": _choice,
    "truefalse": _true_false,
    "matching": _matching,
    "match": _matching,
    "ordering": _ordering,
    "shortanswer": _short,
    "numerical": _numerical,
    "essay": _essay,
}
