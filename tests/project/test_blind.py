"""Sheets for blind readings show what they should and no more, and answers are marked by the key that was made with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from manusiawi.binding.fields import Text
from manusiawi.model.course import Course
from tools.blind import Row, draw, in_every_reading, key, main, marked, read_answers, read_key, sheet


def everything(item, module) -> bool:
    return True


def test_the_same_seed_draws_the_same_sheet_and_another_seed_another(course: Course) -> None:
    first, again, other = (draw(course, seed, 40, 5, everything) for seed in (1, 1, 2))
    assert first == again and len(first) == 40
    assert [question.item.id for question in first] != [question.item.id for question in other]


def test_no_module_has_more_questions_than_asked_and_no_question_stands_twice(course: Course) -> None:
    drawn = draw(course, 3, 40, 5, everything)
    assert max(Counter(question.module for question in drawn).values()) <= 5
    assert len({question.item.id for question in drawn}) == 40


def test_options_are_mixed_so_that_their_places_tell_nothing(course: Course) -> None:
    drawn = draw(course, 4, 200, 200, everything)
    assert any(question.options != question.item.options for question in drawn)
    letters = Counter(question.answer for question in drawn)
    assert min(letters[letter] for letter in "ABC") > len(drawn) / 5


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_sheet_of_options_shows_neither_scene_nor_stem_nor_name_nor_reason(course: Course, language: str) -> None:
    drawn = draw(course, 5, 40, 5, everything)
    alone, scenes = (sheet(drawn, language, scenes=shown) for shown in (False, True))
    for question in drawn:
        assert question.item.stem[language] in scenes and question.item.stem[language] not in alone
        for text in (alone, scenes):
            assert question.item.id not in text and question.options[0].feedback[language] not in text
    assert "[[" not in alone + scenes and alone.count("\nA. ") == scenes.count("\nA. ") == 40


def test_a_citation_in_a_scene_is_shown_as_the_article_that_it_names(course: Course) -> None:
    (drawn,) = draw(course, 5, 1, 1, everything)
    cites = Text(id="Asas itu tertulis ([[law uu-25-2009 Pasal 4 huruf g]]).", en="x")
    text = sheet([replace(drawn, item=replace(drawn.item, scenario=cites))], "id", scenes=True)
    assert "Asas itu tertulis (uu-25-2009 Pasal 4 huruf g)." in text


def test_the_key_names_the_letter_of_the_right_option_and_can_be_read_back(course: Course) -> None:
    drawn = draw(course, 6, 40, 5, everything)
    rows = key(drawn)
    for question, row in zip(drawn, rows, strict=True):
        assert question.options["ABCDE".index(row.answer)].key
    assert read_key("# seed 6\n" + "".join(f"{row}\n" for row in rows)) == rows


def test_answers_are_marked_by_module_level_and_form() -> None:
    rows = [Row("A", 3, "satu", "loket", "C3", "-"), Row("B", 3, "dua", "loket", "C5", "a"), Row("C", 4, "tiga", "bias", "C3", "ab")]
    assert marked(rows, read_answers("A\n2. c\n3) C\n", 3)) == [
        "2 of 3 (67%; by chance 31%, z 1.4)",
        "    by module: bias 1/1  loket 1/2",
        "    by level: C3 2/2  C5 0/1",
        "    by test form: - 1/1  a 0/1  ab 1/1",
    ]
    assert in_every_reading(rows, ["ABC", "ABA", "A-C"]) == ["satu"]


@pytest.mark.parametrize(
    ("answers", "told"), [("A\nB\n", "2 answers for 3"), ("A\nmaybe\nC\n", 'line 2: "maybe"'), ("A\nB\nF\n", "line 3")]
)
def test_a_file_of_answers_that_cannot_be_marked_says_why(answers: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read_answers(answers, 3)


def test_the_commands_draw_three_files_and_score_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draw", str(tmp_path), "--seed", "8", "--form", "a", "--number", "10"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["8-id-key.txt", "8-id-options.txt", "8-id-scenes.txt"]
    rows = read_key((tmp_path / "8-id-key.txt").read_text("utf-8"))
    assert len(rows) == 10 and all("a" in row.forms for row in rows)
    answers = tmp_path / "answers.txt"
    answers.write_text("".join(f"{row.answer}\n" for row in rows), "utf-8")
    assert main(["score", str(tmp_path / "8-id-key.txt"), str(answers)]) == 0
    assert "10 of 10 (100%" in capsys.readouterr().out
    assert main(["draw", str(tmp_path), "--seed", "8", "--module", "lokett"]) == 1
