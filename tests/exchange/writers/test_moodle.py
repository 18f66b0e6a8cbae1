"""Moodle XML: what Moodle would refuse, cut or show wrongly stands in no file, and what a file holds comes back."""

from __future__ import annotations

import base64
import xml.etree.ElementTree as etree
from dataclasses import replace

import pytest

from manusiawi.entries.items import Ordering
from manusiawi.exchange.question import Choice, Pair, Question
from manusiawi.exchange.readers.moodle import read_moodle
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.moodle import question_xml, write_moodle
from manusiawi.exchange.writers.teller import Teller
from manusiawi.exchange.writers.voices import NotHeld
from manusiawi.exchange.written import Counts, Written
from manusiawi.ground.faults import Place
from manusiawi.language.known import LANGUAGES
from tests.helpers.exported import real_course, real_questions
from tests.helpers.moodlerules import refusals, shown_tags

FILES = [*((module, LANGUAGES) for module in real_course().banks), *(("uji-kebijakan", (language,)) for language in LANGUAGES)]


def written(module: str, *languages: str) -> Written:
    return write_moodle(Request(real_course(), module, languages))


def xml_of(question: Question) -> bytes:
    """One question as a whole file."""
    return "\n".join(
        ["<quiz>", *question_xml(Teller(Request(real_course(), "loket", (question.language,))), (question,)), "</quiz>"]
    ).encode()


def made(kind: str, **parts) -> Question:
    return Question(Place("quizzes/loket.yml"), ref="lk-x", type=kind, stem="Apa itu?", language="id", module="loket", **parts)


def choices(rights: int, wrongs: int) -> Question:
    options = [Choice(f"pilihan {number}", "sebab", number < rights) for number in range(rights + wrongs)]
    return made("single-choice" if rights == 1 else "multiple-choice", options=options)


def fractions(question: Question) -> list[str]:
    return [answer.get("fraction", "") for answer in etree.fromstring(xml_of(question)).iter("answer")]


@pytest.mark.parametrize(("module", "languages"), FILES)
def test_moodle_takes_every_file_of_the_course_and_nothing_is_missing_untold(module: str, languages: tuple[str, ...]) -> None:
    file = written(module, *languages)
    assert refusals(file.content) == [] and shown_tags(file.content) == []
    assert file.untold == Counts()
    assert file.taken.questions > 20


@pytest.mark.parametrize("rights", range(1, 11))
@pytest.mark.parametrize("wrongs", [1, 2, 3, 7, 11])
def test_the_mark_is_shared_in_fractions_of_moodles_own_list(rights: int, wrongs: int) -> None:
    question = choices(rights, wrongs)
    assert refusals(xml_of(question)) == []
    total = sum(map(float, fractions(question)))
    assert rights == 1 or total <= 0.01 or wrongs > 10, "ticking everything earns nothing"


def test_three_right_options_earn_a_third_each_as_moodle_writes_it() -> None:
    assert fractions(choices(3, 2)) == ["33.33333"] * 3 + ["-50"] * 2


@pytest.mark.parametrize(
    "question",
    [
        choices(11, 2),
        choices(1, 0),
        made("ordering", steps=[Choice("langkah")]),
        made("matching", pairs=[Pair("a", "b"), Pair("c", "![](x.png)")]),
        made("short-text"),
    ],
)
def test_what_would_end_the_import_half_way_is_not_written(question: Question) -> None:
    with pytest.raises(NotHeld):
        xml_of(question)


def test_a_question_that_is_left_out_is_told_with_its_page() -> None:
    course = real_course()
    bank = course.banks["loket"]
    ordering = next(item for item in bank.items if item.type == "ordering")
    assert isinstance(ordering, Ordering)
    short = replace(ordering, steps=ordering.steps[:1])
    items = tuple(short if item is ordering else item for item in bank.items)
    changed = replace(course, banks={**course.banks, "loket": replace(bank, items=items)})
    file = write_moodle(Request(changed, "loket", ("en",)))
    assert file.untold == Counts()
    assert any(loss.item == ordering.id and f"en/loket/soal.html#{ordering.id}" in loss.where for loss in file.losses)


def test_verdicts_are_the_two_words_that_moodle_knows_and_each_statement_keeps_its_reason() -> None:
    question = next(question for question in real_questions("id") if question.type == "true-false")
    content = xml_of(question)
    assert refusals(content) == []
    back = read_moodle(content.decode(), "x.xml", "id").questions
    assert [(one.options[0].right, one.ref) for one in back] == [
        (entry.right, f"{question.ref}-{number}") for number, entry in enumerate(question.options, 1)
    ]
    assert all(one.options[0].feedback for one in back)


def test_answers_of_a_matching_question_are_words_without_tags() -> None:
    question = made("matching", pairs=[Pair("*satu*", "**kuat** & <b>"), Pair("dua", "a"), Pair("tiga", "b")])
    answers = [answer.text for answer in etree.fromstring(xml_of(question)).findall(".//subquestion/answer/text")]
    assert answers == ["kuat & <b>", "a", "b"]


def test_the_end_of_cdata_signs_of_xml_and_what_runs_are_words_of_the_question() -> None:
    question = choices(1, 1)
    question.scenario, question.stem = "]]> & <script>alert(1)</script> <p>", 'Is 1 < 2 && "x"? <iframe src="y">'
    content = xml_of(question)
    text = etree.fromstring(content).findtext("question/questiontext/text") or ""
    assert "<script" not in text and "<iframe" not in text
    assert "&lt;script&gt;" in text and "]]&gt; &amp; " in text


def test_an_ordering_question_says_how_many_are_right_by_a_number() -> None:
    question = next(question for question in real_questions("id") if question.type == "ordering")
    root = etree.fromstring(xml_of(question))
    assert [shown.text for shown in root.findall("question/shownumcorrect")] == ["1"]
    assert root.findtext("question/selectcount") == str(len(question.steps))


def test_a_name_is_short_and_holds_nothing_that_moodle_takes_for_a_tag() -> None:
    question = choices(1, 1)
    question.stem = "Jika a <b dan c> d? " * 30
    name = etree.fromstring(xml_of(question)).findtext("question/name/text") or ""
    assert name.startswith("lk-x: Jika a ‹b dan c› d?") and len(name) <= 120 and "<" not in name


def test_a_star_in_an_answer_is_a_star() -> None:
    question = made("short-text", accept=["*123#", "tidak"], model="x", feedback="y", mistakes=[Choice("12*", "z")])
    content = xml_of(question)
    assert refusals(content) == []
    back = read_moodle(content.decode(), "x.xml", "id").questions[0]
    assert back.accept == ["*123#", "tidak"] and [entry.text for entry in back.mistakes] == ["12*"]


def test_a_number_has_a_point_its_tolerance_and_the_foreseen_numbers_alone() -> None:
    mistakes = [Choice("1.500", "ribu"), Choice("1500 orang", "ribu"), Choice("dua", "kata")]
    question = made("short-text", number=2.5, tolerance=0.25, model="x", feedback="y", mistakes=mistakes)
    root = etree.fromstring(xml_of(question))
    assert [(answer.findtext("text"), answer.findtext("tolerance")) for answer in root.iter("answer")] == [("2.5", "0.25"), ("1500", "0")]


def test_hints_say_where_to_read_then_the_reasons_and_mark_how_many_are_right() -> None:
    question = next(question for question in real_questions("id") if question.type == "multiple-choice")
    hints = etree.fromstring(xml_of(question)).findall("question/hint")
    assert len(hints) == 2 and all(hint.find("shownumcorrect") is not None for hint in hints)
    assert "Baca lagi di kursus" in (hints[0].findtext("text") or "")
    assert (hints[1].findtext("text") or "").count("<li>") == sum(option.right for option in question.options)


def test_questions_carry_outcome_level_lesson_beliefs_and_revision_as_tags() -> None:
    question = next(question for question in real_questions("id") if question.ref == "lk-catatan-kuning")
    tags = [tag.text for tag in etree.fromstring(xml_of(question)).findall("question/tags/tag/text")]
    assert tags == [
        "outcome:o1-2",
        "bloom:C3",
        "lesson:mengapa#mencegah",
        "misconception:wewenang-sendiri",
        "misconception:sop-membebaskan",
        f"revision:{question.revision}",
    ]


def test_the_drawing_of_a_room_stands_inside_and_needs_no_sheet() -> None:
    question = next(question for question in real_questions("id") if question.picture)
    root = etree.fromstring(xml_of(question))
    file = root.find("question/questiontext/file")
    assert f'src="@@PLUGINFILE@@/{file.get("name")}"' in root.findtext("question/questiontext/text")
    drawing = etree.fromstring(base64.b64decode(file.text or ""))
    style = drawing.findtext("{http://www.w3.org/2000/svg}style")
    assert root.findtext("question/shuffleanswers") == "false" and root.findtext("question/answernumbering") == "123", "as it numbers them"
    assert drawing.get("width") == "720" and "--paper:#" in style and "http" not in style


def test_the_tests_have_categories_of_their_own() -> None:
    root = etree.fromstring(written("loket", "id").content)
    names = [name.text for name in root.findall("question/category/text")]
    assert names == [f"$course$/top/Manusiawi/{name}" for name in ("Modul 1: HAM di loket", "Tes awal", "Tes akhir")]


def test_both_languages_stand_side_by_side_and_each_comes_back_alone() -> None:
    content = written("kelompok-rentan", *LANGUAGES).content.decode()
    assert '</span><span lang="en" class="multilang">' in content
    for language in LANGUAGES:
        alone = read_moodle(written("kelompok-rentan", language).content.decode(), "x.xml", language).questions
        both = {question.ref: question for question in read_moodle(content, "x.xml", language).questions}
        for question in alone:
            assert both[question.ref].stem == question.stem
            assert both[question.ref].scenario == question.scenario
            assert [entry.text for entry in both[question.ref].options] == [entry.text for entry in question.options]
            assert [entry.feedback for entry in both[question.ref].options] == [entry.feedback for entry in question.options]


def test_the_same_course_gives_the_same_bytes() -> None:
    assert written("loket", "id").content == written("loket", "id").content
