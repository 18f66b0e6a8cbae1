"""Questions as they are heard: what is asked, each option with its state and place, what is missing, the verdict, the reasons."""

from __future__ import annotations

import pytest

from tests.engines.quiz import ANSWERED, LESSON, QUIZ, RIGHT, answer_all, option
from tests.reader.person import Person

READY = "document.querySelector('.mq-check')"
NOT_YET, BELOW = "Jawaban Anda belum tepat.", "Alasannya ada di bawah."
# Of each question: what is said of its group and its first control, then what is said of an answer that is not given.
SAID = {
    "papan": (
        ("Apa yang membuat antrean terbaca? Pilih semua yang tepat. panel.", "Nomor di layar check box not checked."),
        "Pilih jawaban soal 1 dulu.",
    ),
    "benar-salah": (
        (
            "Bagaimana menurut aturan antrean? Nilai setiap pernyataan. panel.",
            "Giliran mengikuti jam datang. panel.",
            "Benar.",
            "not selected radio button",
            "1 of 2.",
        ),
        "Isi dulu: Giliran mengikuti jam datang.",
    ),
    "cocokkan": (
        ("Siapa terbantu oleh apa? Pilih pasangan untuk setiap baris. panel.", "Orang Tuli combo box.", "pilih.", "1 of 4."),
        "Isi dulu: Orang Tuli.",
    ),
    "urutkan": (
        ("Apa urutan di loket? Beri setiap langkah nomor urutnya. panel.", "Mendengar combo box.", "pilih.", "1 of 4."),
        "Isi dulu: Mendengar.",
    ),
    "tulis-kata": (
        ("Kata apa yang berarti urutan dilayani? Tulis jawaban singkat. panel.", "Jawaban Anda entry."),
        "Tulis jawaban soal 5 dulu.",
    ),
    "tulis-angka": (
        ("Ada 8 orang, 5 menit seorang. Berapa menit semuanya? Tulis sebuah angka. panel.", "Jawaban Anda entry."),
        "Tulis jawaban soal 6 dulu.",
    ),
    "periksa-ruang": (
        (
            "Tempat mana yang membuat orang tidak tahu gilirannya? Tandai setiap tempat yang perlu dibenahi. panel.",
            "1. Di belakang tiang ada dua baris kursi; layar tidak terlihat dari sana. check box not checked.",
        ),
        "Pilih jawaban soal 9 dulu.",
    ),
}
REASONS = {
    "papan": "Orang Tuli melihat gilirannya.",
    "benar-salah": "Begitu bunyi",
    "cocokkan": "Layar menggantikan panggilan suara.",
    "urutkan": "Sapaan membuka percakapan.",
    "tulis-kata": "Giliran melekat pada orang, bukan pada kertas.",
    "tulis-angka": "Kalikan orang dengan menitnya.",
    "periksa-ruang": "Orang di belakang tiang melewatkan nomornya.",
}


@pytest.fixture(scope="module")
def quiz(person: Person, spoken_site: str) -> Person:
    """The page with every type but one, no question answered yet; its title is said as it opens."""
    person.open(f"{spoken_site}/{QUIZ}", READY)
    return person


@pytest.mark.parametrize("name", SAID)
def test_the_question_is_said_with_its_first_control_its_state_and_its_place(quiz: Person, name: str) -> None:
    said = quiz.reach(f"#{name} :is(input, select)")
    asked = SAID[name][0]
    assert [words for words in said if words in asked] == list(asked), said


@pytest.mark.parametrize("name", SAID)
def test_what_is_missing_is_said_with_its_question_and_its_field(quiz: Person, name: str) -> None:
    quiz.reach(f"#{name} .mq-check")
    said, (asked, missing) = quiz.press("space"), SAID[name]
    assert [words for words in said if words in asked] == list(asked), said
    assert missing in said


def test_the_list_of_links_names_each_part_and_says_that_its_link_was_copied_each_time(quiz: Person) -> None:
    quiz.page.run(
        """self.copied = []; const write = navigator.clipboard.writeText.bind(navigator.clipboard);
        navigator.clipboard.writeText = text => { self.copied.push(text); return write(text); };"""
    )
    assert any(words.startswith("Salin tautan bagian… ") and "collapsed" in words for words in quiz.reach(".links summary"))
    quiz.press("Return")
    assert "Periksa diri: Antrean push button." in quiz.press("Tab")
    assert "Soal utama push button." in quiz.press("Tab")
    assert "Soal 1 dari 9 push button." in quiz.press("Tab")
    assert quiz.press("space") == ["Tautan disalin."] == quiz.press("space")
    copied = quiz.page.ask("self.copied")
    assert len(copied) == 2 and copied[0].endswith(f"{QUIZ}#papan")


def test_a_case_says_its_choices_and_the_heading_of_the_next_scene_which_reads_on(quiz: Person) -> None:
    assert "Menanyai orang di belakangnya link." in quiz.reach("#kasus-awal .mq-way")
    assert any(words.startswith("Antrean setuju heading level 4") for words in quiz.press("Return"))
    quiz.read_on("Mereka mengangguk.", 1)
    quiz.read_on("Semua tahu mengapa ia didahulukan.", 2)


def test_a_reflection_says_its_field_its_criteria_and_what_to_work_on_each_time(quiz: Person) -> None:
    assert any(words.startswith("Tulis jawaban Anda dulu") and words.endswith("entry.") for words in quiz.reach("#renungan textarea"))
    quiz.page.run("document.querySelector('#renungan .mq-key').open = true;")
    assert "Kalimatnya berupa pertanyaan. check box not checked." in quiz.reach("#renungan .mq-ticks input")
    assert quiz.press("space") == ["checked"]
    quiz.reach("#renungan .mq-check")
    work = "1 dari 3 sudah ada. Yang dikerjakan dulu: “Kalimatnya menyebut jam datang.” Tanyakan sejak kapan orang itu menunggu."
    assert quiz.press("space") == [work] == quiz.press("space")
    assert work.startswith(quiz.press("Down")[0])


def test_single_choice_says_each_option_with_its_state_and_its_place(person: Person, spoken_site: str) -> None:
    person.open(f"{spoken_site}/{LESSON}", READY)
    said = person.reach("#nomor-hilang input")
    first = ["Apa yang Anda lakukan? Pilih satu jawaban. panel.", "Menanyakan jam datangnya.", "not selected radio button", "1 of 3."]
    assert [words for words in said if words in first] == first, said
    assert person.press("Down") == ["Memberi nomor terakhir.", "not selected radio button", "2 of 3."]
    assert person.press("space") == ["selected"]
    verdict = f"{NOT_YET} {BELOW}"
    person.reach("#nomor-hilang .mq-check")
    assert person.press("space") == [verdict] == person.press("space")
    assert verdict.startswith(person.press("Down")[0].strip())
    person.read_on("Cepat bagi loket, tetapi ia menunggu dua kali.")


@pytest.fixture(scope="module")
def answered(person: Person, spoken_site: str) -> Person:
    """That page with every question answered rightly, none checked."""
    person.open(f"{spoken_site}/{QUIZ}", READY)
    answer_all(person.page)
    return person


@pytest.mark.parametrize("name", ANSWERED)
def test_the_verdict_is_said_once_at_each_check_and_read_again_and_the_reason_is_next(answered: Person, name: str) -> None:
    answered.reach(f"#{name} .mq-check")
    assert answered.press("space") == [RIGHT], "the other questions' verdicts had the same words"
    assert answered.press("space") == [RIGHT]
    assert [line.strip() for line in answered.press("Down")] == [RIGHT]
    lines = answered.read_on(REASONS[name])
    assert lines[0].startswith("Jawaban dan alasan soal ") and "expanded" in lines[0]


def test_a_page_that_opens_with_an_answer_says_no_verdict_by_itself(person: Person, spoken_site: str) -> None:
    person.open(f"{spoken_site}/{QUIZ}", READY)
    option(person.page, "papan", 1)
    person.reach("#papan .mq-check")
    person.press("space")
    said = person.open(f"{spoken_site}/{QUIZ}", "document.querySelector('#papan .mq-say').textContent")
    assert not [words for words in said if words.startswith("Jawaban Anda")]
    option(person.page, "papan", 0)
    person.reach("#papan .mq-check")
    assert person.press("space") == [f"{NOT_YET} Jawaban tepat yang Anda pilih: 1 dari 2. Pilihan lain yang Anda pilih: 1. {BELOW}"]
