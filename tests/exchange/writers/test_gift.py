"""GIFT: every sign that belongs to a text is escaped, and Moodle reads each question as the type that it is."""

from __future__ import annotations

import pytest

from manusiawi.exchange.question import Choice, Pair, Question
from manusiawi.exchange.readers.gift import read_gift
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.gift import question_gift, write_gift
from manusiawi.exchange.writers.teller import Teller
from manusiawi.exchange.writers.voices import NotHeld
from manusiawi.exchange.written import Counts
from manusiawi.ground.faults import Place
from manusiawi.language.known import LANGUAGES
from tests.helpers.exported import real_course
from tests.helpers.moodlerules import gift_kinds

FILES = [("kewajiban", LANGUAGES), *(("uji-kebijakan", (language,)) for language in LANGUAGES)]


def gift_of(question: Question) -> str:
    return "\n\n".join(question_gift(Teller(Request(real_course(), "loket", (question.language,))), (question,)))


def made(kind: str, **parts) -> Question:
    return Question(Place("quizzes/loket.yml"), ref="lk-x", type=kind, stem="Apa itu?", language="id", module="loket", **parts)


@pytest.mark.parametrize(("module", "languages"), FILES)
def test_moodle_reads_every_question_of_the_course_as_what_it_is(module: str, languages: tuple[str, ...]) -> None:
    file = write_gift(Request(real_course(), module, languages))
    kinds = gift_kinds(file.content.decode())
    assert set(kinds) <= {"category", "multichoice", "truefalse", "matching", "numerical", "shortanswer", "essay"}
    assert kinds.count("category") == 3 and len(kinds) - 3 == file.found.questions
    assert file.untold == Counts()


def test_an_accepted_answer_that_is_a_word_of_truth_stays_a_short_answer() -> None:
    for words in ("tidak", "T", "TRUE", "false", "benar"):
        text = gift_of(made("short-text", accept=[words], model="x", feedback="y"))
        assert gift_kinds(text) == ["shortanswer"] and f"=%100%{words}#" in text
        assert read_gift(text, "x.gift", "id").questions[0].accept == [words]


@pytest.mark.parametrize(
    "words", ["a = b", "~", "#1", "{x}", "a:b", "a\\b", "\\n", "%50% lebih", "5%", "::", "*", "http://x.id//y", "\\=", "////"]
)
def test_every_sign_of_the_format_is_a_sign_of_the_answer(words: str) -> None:
    question = made("short-text", accept=[words], model="x", feedback=words, mistakes=[Choice(f"bukan {words}", words)])
    text = gift_of(question)
    assert gift_kinds(text) == ["shortanswer"]
    back = read_gift(text, "x.gift", "id").questions[0]
    assert (back.accept, [entry.text for entry in back.mistakes]) == ([words], [f"bukan {words}"])


@pytest.mark.parametrize("words", ["a -> b", "[html] x"])
def test_an_answer_that_gift_cannot_say_is_left_out_with_its_question(words: str) -> None:
    with pytest.raises(NotHeld):
        gift_of(made("short-text", accept=[words], model="x", feedback="y"))


def test_an_option_that_begins_like_a_weight_or_a_form_earns_what_it_should() -> None:
    options = [Choice("%50% petugas", "[plain] sebab", True), Choice("[html] warga", "%100% sebab")]
    text = gift_of(made("single-choice", options=options))
    back = read_gift(text, "x.gift", "id").questions[0]
    assert [(option.text, option.right) for option in back.options] == [("%50% petugas", True), ("\\[html] warga", False)]
    assert [option.feedback for option in back.options] == ["\\[plain] sebab", "%100% sebab"]


def test_rows_hold_one_arrow_and_no_reason_which_would_be_shown_as_words() -> None:
    question = made("matching", pairs=[Pair("a -> b", "c -> d", "sebab #1"), Pair("e", "f", "sebab #2")])
    text = gift_of(question)
    assert gift_kinds(text) == ["matching"]
    rows = [line for line in text.split("\n") if line.startswith("=")]
    assert rows == ["=a -&gt; b -> c → d", "=e -> f"]
    assert "sebab \\#1" in text.partition("####")[2]


def test_a_scene_of_many_lines_is_one_line_so_that_no_line_begins_like_a_comment() -> None:
    question = made("reflection", model="Contoh.\n\n// bukan komentar")
    question.scenario = "Satu.\n\n// dua\n\n$CATEGORY: tiga\n\n- empat\n- // lima"
    text = gift_of(question)
    assert gift_kinds(text) == ["essay"]
    assert [line for line in text.split("\n") if line.startswith(("//", "$"))] == ["// [id:lk-x]"]
    assert "dua" in read_gift(text, "x.gift", "id").questions[0].scenario


def test_steps_to_order_are_left_out_and_told_with_their_page() -> None:
    file = write_gift(Request(real_course(), "loket", ("id",)))
    assert [loss.where for loss in file.losses if loss.item == "lk-kapan-cegah"] == [
        "left out; it stays on loket/soal.html#lk-kapan-cegah",
    ]
