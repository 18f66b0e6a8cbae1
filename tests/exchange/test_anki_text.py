"""Cards that Anki exported as text: fronts and backs, gaps, columns beside, and rows that Anki itself would drop."""

from __future__ import annotations

from manusiawi.exchange.readers.ankitext import is_anki_text, read_anki_text

HEAD = "#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\n"


def test_front_and_back_are_a_question_to_think_about_with_its_model() -> None:
    reading = read_anki_text(HEAD + "q1\tHAM\t<b>Siapa</b> pemegang kewajiban?\tNegara.<br>Juga petugas.\tham C1\n", "kartu.txt", "id")
    (question,) = reading.questions
    assert (question.type, question.ref, question.stem) == ("reflection", "q1", "**Siapa** pemegang kewajiban?")
    assert question.model == "Negara.\n\nJuga petugas."
    assert any('the deck is not carried: "HAM"' in note for note in reading.notes)
    assert any('the tags is not carried: "ham C1"' in note for note in reading.notes)


def test_each_gap_is_a_short_text_and_the_other_gaps_show_their_words() -> None:
    text = "#separator:tab\n#html:false\nPasal {{c1::28I}} ayat {{c2::(4)::angka}}\tcatatan\n"
    reading = read_anki_text(text, "kartu.txt", "id")
    assert [question.accept for question in reading.questions] == [["28I"], ["(4)"]]
    assert "ayat (4)" in reading.questions[0].stem and "Pasal 28I" in reading.questions[1].stem
    assert any("angka" in note for note in reading.notes) and any("catatan" in note for note in reading.notes)


def test_a_row_that_begins_with_a_number_sign_is_told_unless_it_is_quoted() -> None:
    reading = read_anki_text('#separator:comma\n#html:false\n#1 Apa?,Satu\n"#2 Apa?",Dua\n', "kartu.txt", "id")
    assert [question.model for question in reading.questions] == ["Dua"]
    assert any("#1 Apa?,Satu" in note for note in reading.notes)


def test_a_card_without_a_back_is_a_fault_with_its_line() -> None:
    (fault,) = read_anki_text("#separator:tab\n#html:false\nApa?\n", "kartu.txt", "id").faults
    assert fault.place.line == 3 and "no back" in fault.found


def test_only_a_text_with_ankis_own_head_is_taken_for_one() -> None:
    assert is_anki_text("#separator:tab\n") and is_anki_text("#html:true\n")
    assert not is_anki_text("# Judul\n") and not is_anki_text("#catatan: ini\n")
