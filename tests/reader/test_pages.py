"""The pages around the questions as they are heard: search, progress, tests, the other language, the language of each part."""

from __future__ import annotations

from tests.engines.quiz import LESSON
from tests.reader.person import FOREIGN_WORD, Person

READY = "document.querySelector('.mq-check')"


def test_a_search_says_how_much_it_found_each_time_and_leads_to_the_results(person: Person, spoken_site: str) -> None:
    person.open(f"{spoken_site}/cari.html")
    assert "Kata yang dicari entry." in person.reach("#kata-cari")
    person.type("giliran")
    said = [words for words in person.press("Return") if words != "Memuat indeks."]
    count = person.page.ask("document.querySelectorAll('.find ol > li').length")
    assert said == [f"{count} hasil untuk “giliran”."]
    assert person.press("Return") == said
    assert "Cari push button." in person.press("Tab")
    assert any(words.startswith("Giliran ") and words.endswith("link.") for words in person.press("Tab"))


def test_the_page_of_progress_reads_the_sum_and_says_what_was_cleared_and_undone(person: Person, spoken_site: str) -> None:
    person.open(f"{spoken_site}/kemajuan.html", "document.querySelector('.record-tools button')")
    person.page.run("document.querySelector('.skip').focus();")
    person.press("Return")
    person.read_on("dari 3 halaman dibaca", 12)
    person.page.run("[...document.querySelectorAll('.record-tools button')].pop().id = 'semua';")
    assert "Kosongkan semua catatan push button." in person.reach("#semua")
    assert {"Kembalikan push button.", "Semua catatan dikosongkan."} <= set(person.press("space"))
    assert "Catatan kembali seperti semula." in person.press("space")


def test_a_test_says_its_questions_and_options_and_its_result(person: Person, spoken_site: str) -> None:
    person.open(f"{spoken_site}/tes-awal.html", "document.querySelector('.test-end button')")
    said = person.reach(".test-items input")
    first = ["Apa yang menolongnya? Pilih satu jawaban. panel.", "A. Menyuruhnya pulang.", "not selected radio button", "1 of 3."]
    assert [words for words in said if words in first] == first, said
    assert person.press("Down") == ["B. Mengisinya tanpa bertanya.", "not selected radio button", "2 of 3."]
    person.page.run("document.querySelectorAll('.test-items .mq').forEach(one => { one.querySelector('input').click(); });")
    assert "Selesai push button." in person.reach(".test-end button")
    assert any(words.startswith("Hasil") for words in person.press("space"))
    person.read_on("1 dari 3 soal tepat, yaitu 33 persen.", 2)


def test_the_english_page_says_its_question_verdict_and_reason_in_english(person: Person, spoken_site: str) -> None:
    person.open(f"{spoken_site}/en/{LESSON}", READY)
    said = person.reach("#nomor-hilang input")
    first = ["What do you do? Choose one answer. panel.", "Ask when she came.", "not selected radio button", "1 of 3."]
    assert [words for words in said if words in first] == first, said
    person.press("space")
    person.reach("#nomor-hilang .mq-check")
    verdict = "Your answer is right. The reasons are below."
    assert person.press("space") == [verdict] == person.press("space")
    assert [line.strip() for line in person.press("Down")] == [verdict]
    assert "The time of arrival is enough to give her turn back; see" in " ".join(person.read_on("The time of arrival"))


def test_the_browser_hands_on_the_language_of_each_part(person: Person, spoken_site: str) -> None:
    person.open(f"{spoken_site}/{LESSON}", READY)
    found = person.languages()
    assert {text for text, language in found if language != "id"} == {"English", FOREIGN_WORD}
    assert ("Menanyakan jam datangnya", "id") in found
    person.open(f"{spoken_site}/en/{LESSON}", READY)
    found = person.languages()
    assert {text for text, language in found if language != "en"} == {"Bahasa Indonesia"}
    assert ("Ask when she came", "en") in found
