"""Reads the questions of an H5P file: a question set, or one multiple choice, true/false, single choice set, fill in the blanks or essay.

After the `semantics.json` of H5P.QuestionSet 1.20, H5P.MultiChoice 1.16, H5P.TrueFalse 1.8, H5P.SingleChoiceSet 1.11, H5P.Blanks 1.14 and
H5P.Essay 1.5: which field holds what. Texts are HTML. Fields that only set how the page looks or what its buttons say are left out.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from manusiawi.exchange.question import MAX_QUESTIONS, Choice, Question, Reading, Refusal, shortened
from manusiawi.exchange.readers.carry import asked, paragraphs, sentence, word
from manusiawi.exchange.readers.foreseen import statement
from manusiawi.exchange.readers.opened import opened
from manusiawi.exchange.readers.settle import settle
from manusiawi.ground.faults import Place

_Params = Mapping[str, Any]
_CONTENT = "content/content.json"
_INTERFACE = frozenset(
    "behaviour l10n UI a11y scoreBarLabel checkAnswer submitAnswer showSolutions tryAgain confirmCheck confirmRetry texts override "
    "currikisettings correctText incorrectText resultSlideTitle continueButtonText closeButtonText scoreOfText".split()
)  # fields that hold words of buttons and settings, not of the question
_NO_WORDS = frozenset("library subContentId metadata mime path copyright contentType license authors".split())
_GAP = re.compile(r"\*([^*]+)\*")


def read_h5p(data: bytes, file: str, language: str) -> Reading:
    """The questions of an H5P file; what is not carried is told with its words."""
    reading = Reading()
    try:
        held = opened(data, file)
        for needed in ("h5p.json", _CONTENT):
            if needed not in held:
                raise Refusal(Place(file), f'the file holds no "{needed}"', "an H5P file", "download the content again as .h5p")
        about, params = (_json(held[name], f"{file}/{name}") for name in ("h5p.json", _CONTENT))
        parts = list(_parts(str(about.get("mainLibrary", "")), params, reading, file))
        if len(parts) > MAX_QUESTIONS:
            raise Refusal(Place(file), f"more than {MAX_QUESTIONS:,} questions", f"at most {MAX_QUESTIONS:,} a file", "part the content")
    except Refusal as refusal:
        reading.faults.append(refusal.fault)
        return reading
    for name in held:
        if name.startswith("content/") and name != _CONTENT:
            reading.notes.append(f'{file}: the file "{name}" is not carried')
    for number, (library, part) in enumerate(parts, 1):
        _read(library, part, f"{file}#{number}", language, reading)
    return reading


def _json(data: bytes, file: str) -> _Params:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refusal(Place(file), f"broken JSON ({error})", "JSON as H5P writes it", "download the content again as .h5p") from None
    if not isinstance(found, dict):
        raise Refusal(Place(file), "no object stands in the file", "an object, {…}", "download the content again as .h5p")
    return found


def _parts(library: str, params: _Params, reading: Reading, file: str) -> Iterator[tuple[str, _Params]]:
    """The questions in the content, each with its library; a set's own words are told."""
    if library.split(" ")[0] not in ("H5P.QuestionSet", "H5P.SingleChoiceSet"):
        yield library, params
        return
    listed = params.get("questions") if library.startswith("H5P.QuestionSet") else params.get("choices")
    for entry in listed if isinstance(listed, list) else []:
        if not isinstance(entry, dict):
            continue
        if library.startswith("H5P.SingleChoiceSet"):
            yield "H5P.SingleChoice", entry
        else:
            inner = entry.get("params")
            yield str(entry.get("library", "")), inner if isinstance(inner, dict) else {}
    words = " / ".join(_words({name: value for name, value in params.items() if name not in ("questions", "choices")}))
    if words:
        reading.notes.append(f'{file}: the words of the set are not carried: "{words}"')


def _read(library: str, params: _Params, file: str, language: str, reading: Reading) -> None:
    kind = library.split(" ")[0]
    question = Question(Place(file), language=language)
    try:
        if kind not in _KINDS:
            raise question.refuse(
                f'is of the kind "{kind}", with the words "{" / ".join(_words(params))}"', ", ".join(_KINDS), "ask it in another way"
            )
        used = _KINDS[kind](question, params, language)
        left = " / ".join(_words({name: value for name, value in params.items() if name not in used}))
        if left:
            question.lose(f'not carried: "{left}"')
        settle(question)
        reading.questions.append(question)
    except Refusal as refusal:
        reading.faults.append(refusal.fault)
    reading.notes += question.lost


def _words(value: Any) -> Iterator[str]:
    """Every text within, tags left out, those of the interface passed over."""
    if isinstance(value, str):
        text = " ".join(html.unescape(re.sub(r"<[^<>]{0,1000}>", " ", value)).split())
        if re.search(r"[^\W\d_]", text):
            yield text
    elif isinstance(value, list):
        for entry in value:
            yield from _words(entry)
    elif isinstance(value, dict):
        for name, entry in value.items():
            if name not in _INTERFACE and name not in _NO_WORDS:
                yield from _words(entry)


def _text(params: _Params, *path: str) -> str:
    value: Any = params
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""


def _list(params: _Params, name: str) -> list[Any]:
    value = params.get(name)
    return value if isinstance(value, list) else []


def _multi_choice(question: Question, params: _Params, language: str) -> set[str]:
    asked(question, _text(params, "question"), "html", language, question.place)
    for entry in _list(params, "answers"):
        if not isinstance(entry, dict):
            continue
        text = sentence(question, _text(entry, "text"), "html", language, question.place)
        reason = sentence(question, _text(entry, "tipsAndFeedback", "chosenFeedback"), "html", language, question.place)
        question.options.append(Choice(text, reason, entry.get("correct") is True))
        for name in ("tip", "notChosenFeedback"):
            words = " ".join(_words(_text(entry, "tipsAndFeedback", name)))
            if words:
                question.lose(f'the {name} of "{shortened(text)}" is not carried: "{words}"')
    single = sum(option.right for option in question.options) == 1
    question.type = "single-choice" if single else "multiple-choice"
    _whole(question, params, language)
    return {"question", "answers", "overallFeedback"}


def _whole(question: Question, params: _Params, language: str) -> None:
    """The feedback by score: what is said at the full score is that of the question, the rest is told."""
    ranges = [entry for entry in _list(params, "overallFeedback") if isinstance(entry, dict) and _text(entry, "feedback").strip()]
    for entry in ranges:
        if entry.get("to") == 100 and not question.feedback:
            question.feedback = sentence(question, _text(entry, "feedback"), "html", language, question.place)
        else:
            span = f"{entry.get('from', 0)} to {entry.get('to', 100)} percent"
            question.lose(f'the feedback for {span} is not carried: "{" ".join(_words(_text(entry, "feedback")))}"')


def _true_false(question: Question, params: _Params, language: str) -> set[str]:
    asked(question, _text(params, "question"), "html", language, question.place)
    question.type = "true-false"
    right = sentence(question, _text(params, "behaviour", "feedbackOnCorrect"), "html", language, question.place)
    wrong = sentence(question, _text(params, "behaviour", "feedbackOnWrong"), "html", language, question.place)
    statement(question, str(params.get("correct")).lower() == "true", right, [wrong])
    return {"question", "correct"}


def _single_choice(question: Question, params: _Params, language: str) -> set[str]:
    asked(question, _text(params, "question"), "html", language, question.place)
    question.type = "single-choice"
    texts = [entry for entry in _list(params, "answers") if isinstance(entry, str)]
    question.options = [
        Choice(sentence(question, text, "html", language, question.place), "", place == 0) for place, text in enumerate(texts)
    ]
    return {"question", "answers"}


def _blanks(question: Question, params: _Params, language: str) -> set[str]:
    """One gap is a short text; with several, each would be a question of its own, so that it is told."""
    sentences = [entry for entry in _list(params, "questions") if isinstance(entry, str)]
    gaps = [gap for text in sentences for gap in _GAP.findall(text)]
    if len(gaps) != 1:
        words = " / ".join([" ".join(_words(_text(params, "text"))), *(" ".join(_words(text)) for text in sentences)])
        raise question.refuse(f'has {len(gaps)} gaps: "{words}"', "one gap a question", "make a question of each gap")
    whole = " ".join([_text(params, "text"), *(_GAP.sub("____", text) for text in sentences)])
    asked(question, whole, "html", language, question.place)
    question.type = "short-text"
    answers, _, tip = gaps[0].partition(":")
    question.accept = [word(text) for text in html.unescape(answers).split("/") if word(text)]
    if tip.strip():
        question.lose(f'the tip is not carried: "{word(tip)}"')
    _whole(question, params, language)
    return {"text", "questions", "overallFeedback"}


def _essay(question: Question, params: _Params, language: str) -> set[str]:
    asked(question, _text(params, "taskDescription"), "html", language, question.place)
    question.type = "reflection"
    question.model = paragraphs(question, _text(params, "solution", "sample"), "html", language, question.place)
    return {"taskDescription", "solution"} if not _text(params, "solution", "introduction").strip() else {"taskDescription"}


_KINDS: dict[str, Callable[[Question, _Params, str], set[str]]] = {
    "H5P.MultiChoice": _multi_choice,
    "H5P.TrueFalse": _true_false,
    "H5P.SingleChoice": _single_choice,
    "H5P.Blanks": _blanks,
    "H5P.Essay": _essay,
}
