"""Answers the example's questions in a browser, as a learner does."""

from __future__ import annotations

QUIZ = "antre/soal.html"
ANSWERED = ("papan", "benar-salah", "cocokkan", "urutkan", "tulis-kata", "tulis-angka", "periksa-ruang")


def section(page, name: str):
    return page.locator(f"section.mq#{name}")


def check(page, name: str) -> str:
    """Presses the check button and returns the verdict."""
    section(page, name).get_by_role("button", name="Periksa jawaban").click()
    page.wait_for_function(f"document.querySelector('#{name} .mq-say').textContent")
    return section(page, name).locator(".mq-say").inner_text().strip()  # the same words again end with a blank


def answer_all(page) -> None:
    """Answers every question of the example's quiz page, rightly but for the last."""
    section(page, "papan").get_by_text("Nomor di layar", exact=True).first.check()
    section(page, "papan").get_by_text("Nomor yang disebutkan", exact=True).first.check()
    section(page, "benar-salah").get_by_role("radio", name="Benar").first.check()
    section(page, "benar-salah").get_by_role("radio", name="Salah").last.check()
    section(page, "cocokkan").get_by_label("Orang Tuli").select_option(label="B. Layar nomor")
    section(page, "cocokkan").get_by_label("Orang netra").select_option(label="C. Panggilan suara")
    for step, number in (("Menyapa", "1"), ("Mendengar", "2"), ("Melayani", "3")):
        section(page, "urutkan").get_by_label(step).select_option(number)
    section(page, "tulis-kata").get_by_label("Jawaban Anda").fill("  Giliran. ")
    section(page, "tulis-angka").get_by_label("Jawaban Anda").fill("40,4 menit")
    for place in ("1. Di belakang tiang", "3. Pengeras suara"):
        section(page, "periksa-ruang").get_by_role("checkbox", name=place).check()


def total(page) -> str:
    return page.locator(".mq-total").inner_text()
