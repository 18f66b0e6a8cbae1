"""Reads the questions of a Moodle XML file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from manusiawi.exchange.question import MAX_ANSWERS, MAX_QUESTIONS, Choice, Pair, Question, Reading, Refusal, shortened, whole
from manusiawi.exchange.readers.carry import asked, label, number, paragraphs, said, sentence, typed, word
from manusiawi.exchange.readers.foreseen import explained, numeric, statement, written
from manusiawi.exchange.readers.settle import settle
from manusiawi.exchange.readers.unread import Settings, every_word, unread
from manusiawi.exchange.readers.xmltree import Element, parse_xml
from manusiawi.ground.faults import Fault, Place

_FORMS = {"html": "html", "moodle_auto_format": "auto", "plain_text": "plain", "markdown": "markdown"}
_SETTINGS = frozenset(
    "answernumbering attachments attachmentsrequired defaultgrade disabled encoding_hint filetypeslist fraction gradingtype hidden "
    "layouttype maxbytes maxwordlimit minwordlimit multichoice numberofattempts partialgrading penalty responsefieldlines responseformat "
    "responserequired selectcount selecttype showgrading showmisplaced showmultichoice shownumcorrect showstandardinstruction "
    "showunits shuffleanswers shuffleoptions single synchronize unitgradingtype unitpenalty unitsleft usecase clearwrong "
    "correctanswerlength correctanswerlengths length applydictionarycheck allowdictation numberstyle version stamp".split()
)
_WHOLE_QUESTION = re.compile(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<question\b|</question\s*>", re.DOTALL)
_OWN_COMMENT = re.compile(r"\s*question:\s*(\d+)\s*")


def read_moodle(text: str, file: str, language: str) -> Reading:
    """The questions of every question of the file; a question that cannot be read becomes a fault."""
    reading, settings = Reading(), Settings(_SETTINGS)
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
        return _one_by_one(text, file, language, refusal, reading, settings)
    questions = list(root.all("question"))
    if len(questions) > MAX_QUESTIONS:
        return Reading(faults=[_too_many(questions[MAX_QUESTIONS].place)])
    for element in questions:
        _read(element, language, reading, settings)
    _rest(root, file, language, reading, settings)
    return reading


def _too_many(place: Place) -> Fault:
    return Fault(place, f"more than {MAX_QUESTIONS:,} questions", f"at most {MAX_QUESTIONS:,} a file", "export one category at a time")


def _rest(root: Element, file: str, language: str, reading: Reading, settings: Settings) -> None:
    """Tells what stands outside of every question, its comments and the settings of all of them."""
    for child in root.children:
        child.is_read = child.is_read or child.name == "question"
    outside = Element(root.name, root.place, {}, [child for child in root.children if not child.is_read], root.parts)
    left = list(unread(outside, settings, language))
    if any(sign.isalnum() for sign in root.words):
        left.append(f'the words "{whole(root.words)}" outside of every question')
    left += [f'the {name} "{value}" of <{root.name}>' for name, value in root.attributes.items()] if root.name == "quiz" else []
    reading.notes += [f"{file}: not carried: {', '.join(left)}"] if left else []
    numbers = [found[1] for _, words in root.comments if (found := _OWN_COMMENT.fullmatch(words))]
    if numbers:
        reading.notes.append(f"{file}: the numbers in Moodle's comments are not carried: question {', '.join(numbers)}")
    reading.notes += [
        f'{place.file}:{place.line}: the comment "{whole(words)}" is not carried'
        for place, words in root.comments
        if not _OWN_COMMENT.fullmatch(words) and any(sign.isalnum() for sign in words)
    ]
    reading.notes += settings.told(file)


def _one_by_one(text: str, file: str, language: str, refusal: Refusal, reading: Reading, settings: Settings) -> Reading:
    """Reads each question of a file that cannot be read as a whole; one that is broken refuses itself alone."""
    pieces = list(_pieces(text))[: MAX_QUESTIONS + 1] if "DOCTYPE" not in refusal.fault.found else []
    if len(pieces) < 2 or not re.search(r"<quiz\b", text[: pieces[0][0]]):
        return Reading(faults=[refusal.fault])
    if len(pieces) > MAX_QUESTIONS:
        return Reading(faults=[refusal.fault])
    line, at, outside = 1, 0, []
    for start, end in pieces:
        line += text.count("\n", at, start)
        outside.append(text[at:start])
        column = start - text.rfind("\n", 0, start)
        try:
            root = parse_xml(text[start:end], file, line, column)
            _read(root, language, reading, settings)
            _rest(root, file, language, reading, Settings(_SETTINGS)) if root.comments else None
        except Refusal as broken:
            reading.faults.append(broken.fault)
            reading.leave(Place(file, line, column), "the question", "", said(text[start:end], language))
        line, at = line + text.count("\n", start, end), end
    words = said(re.sub(r"</?quiz\b[^<>]*>|<\?.*?\?>", " ", " ".join([*outside, text[at:]])), language)
    if any(sign.isalnum() for sign in words):
        reading.notes.append(f'{file}: not carried: the words "{whole(words)}" outside of every question')
    reading.notes += settings.told(file)
    return reading


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where each question begins and ends; one that is never closed ends where the next begins."""
    start = None
    for found in _WHOLE_QUESTION.finditer(text):
        if found[0].startswith("<question"):
            if start is not None:
                yield start, found.start()
            start = found.start()
        elif found[0].startswith("</question") and start is not None:
            yield start, found.end()
            start = None
    if start is not None:
        yield start, len(text)


def _read(element: Element, language: str, reading: Reading, settings: Settings) -> None:
    kind = element.attribute("type")
    question = Question(element.place, ref=element.get("idnumber"))
    try:
        if kind == "category":
            _category(element, language, reading, settings)
            return
        question.name = typed(question, _raw(element.one("name")), "html", language, element.place)
        if kind not in _READERS:
            why = f': the course has no type "{shortened(kind)}"'
            question.lost = []
            reading.leave(element.place, question.label, why, said(" ".join(every_word(element)), language))
            return
        if len(element.children) > 2 * MAX_ANSWERS:
            raise question.refuse(f"has {len(element.children):,} parts", f"at most {MAX_ANSWERS} answers a question", "part the question")
        stem = element.one("questiontext")
        asked(question, _raw(stem), _form(stem), language, stem.place if stem else element.place)
        question.feedback = _sentence(question, element.one("generalfeedback"), language)
        _READERS[kind](question, element, language)
        left = list(unread(element, settings, language))
        if left:
            question.lose(f"not carried: {', '.join(left)}")
        settle(question)
        reading.questions.append(question)
    except Refusal as refusal:
        reading.faults.append(refusal.fault)
        question.lost = []
        reading.leave(element.place, question.label, "", said(" ".join(every_word(element)), language))
    reading.notes += question.lost


def _category(element: Element, language: str, reading: Reading, settings: Settings) -> None:
    name = whole(_raw(element.one("category")))
    where = f"{element.place.file}:{element.place.line}"
    reading.notes.append(f'{where}: the category "{name}" is not carried')
    reading.notes += [f'{where}: category "{shortened(name)}": not carried: {what}' for what in unread(element, settings, language)]


def _raw(element: Element | None) -> str:
    """What stands in the element's <text>; in the element itself where it has none."""
    if element is None:
        return ""
    text = element.one("text")
    if text is None:
        return element.said()
    if text.children:
        raise Refusal(
            text.children[0].place,
            f"<{text.children[0].name[:40]}> stands in a <text>",
            "words, or HTML between <![CDATA[ and ]]>",
            "put the whole content of <text> between <![CDATA[ and ]]>",
        )
    return text.said()


def _form(element: Element | None) -> str:
    return _FORMS.get(element.attribute("format", "html"), "html") if element else "html"


def _sentence(question: Question, element: Element | None, language: str) -> str:
    return sentence(question, _raw(element), _form(element), language, element.place) if element else ""


def _answers(question: Question, element: Element) -> list[tuple[Element, float]]:
    """The answers with their fractions."""
    found = []
    for answer in element.all("answer"):
        fraction = number(answer.attribute("fraction", "0"))
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
    within = element.one("subquestions")  # some tools wrap the rows
    for row in (within or element).all("subquestion"):
        left = _sentence(question, row, language)
        found = [child for child in row.children if child.name == "answer"]
        answer = next((child for child in found if number(child.attributes.get("fraction", "")) == 100), found[0] if found else None)
        if answer:
            answer.is_read = True
            answer.attribute("fraction")
        right = label(question, _raw(answer), "html", language, row.place)
        if left or not right:
            question.pairs.append(Pair(left, right))
        else:
            question.distractors.append(Choice(right))


def _ordering(question: Question, element: Element, language: str) -> None:
    question.type = "ordering"
    _answers(question, element)  # their fractions are their places, in which they stand
    question.steps = [
        Choice(_sentence(question, answer, language), _sentence(question, answer.one("feedback"), language))
        for answer in element.all("answer")
    ]


def _short(question: Question, element: Element, language: str) -> None:
    question.type = "short-text"
    feedbacks = []
    for answer, fraction in _answers(question, element):
        words, feedback = (
            typed(question, _raw(answer), _form(answer), language, answer.place),
            _sentence(question, answer.one("feedback"), language),
        )
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
    if any(child.name == "units" for child in element.children):
        question.lose("say in the question which unit is asked for")


def _essay(question: Question, element: Element, language: str) -> None:
    question.type = "reflection"
    model = element.one("graderinfo")
    if model is not None:
        question.model = paragraphs(question, _raw(model), _form(model), language, model.place)
    general = element.one("generalfeedback")
    if general is not None and not question.model:
        question.model, question.feedback = paragraphs(question, _raw(general), _form(general), language, general.place), ""


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
