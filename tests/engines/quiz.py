"""Answers the example's questions through a driver, as a learner does."""

from __future__ import annotations

from tests.engines.page import Page

QUIZ, LESSON = "antre/soal.html", "antre/giliran.html"
RIGHT = "Jawaban Anda tepat. Alasannya ada di bawah."
ANSWERED = ("papan", "benar-salah", "cocokkan", "urutkan", "tulis-kata", "tulis-angka", "periksa-ruang")


def say(page: Page, name: str) -> str:
    """What is said of a question."""
    return page.text(f"#{name} .mq-say")


def option(page: Page, name: str, number: int) -> None:
    """Clicks an option of a question, the first being 0."""
    page.run("document.querySelectorAll(arguments[0])[arguments[1]].dataset.here = '';", f"#{name} .mq-o input:not(.mq-sure input)", number)
    page.click(f"#{name} [data-here]")
    page.run("delete document.querySelector(arguments[0]).dataset.here;", f"#{name} [data-here]")


def choose(page: Page, name: str, row: str, value: str) -> None:
    """Chooses the option whose words begin with the value, in the row of that name."""
    page.run(
        """const list = [...document.querySelectorAll(arguments[0])].find(one => one.labels[0].textContent.trim() === arguments[1]);
        list.value = [...list.options].find(option => option.text.startsWith(arguments[2])).value;
        list.dispatchEvent(new Event("input", {bubbles: true}));""",
        f"#{name} select",
        row,
        value,
    )


def check(page: Page, name: str) -> str:
    """Presses the button and returns the verdict."""
    page.click(f"#{name} .mq-check")
    page.until(f"document.querySelector('#{name} .mq-say').textContent")
    return say(page, name)


def ticked(page: Page, name: str) -> list[int]:
    """Which options are chosen, the first being 0."""
    return page.run(
        "return [...document.querySelectorAll(arguments[0])].map((one, at) => one.checked ? at : -1).filter(at => at >= 0);",
        f"#{name} .mq-o input:not(.mq-sure input)",
    )


def answer_all(page: Page) -> None:
    """Answers every question of the quiz page rightly, and checks none."""
    option(page, "papan", 0)
    option(page, "papan", 2)
    option(page, "benar-salah", 0)
    option(page, "benar-salah", 3)
    choose(page, "cocokkan", "Orang Tuli", "B. ")
    choose(page, "cocokkan", "Orang netra", "C. ")
    for row, number in (("Menyapa", "1"), ("Mendengar", "2"), ("Melayani", "3")):
        choose(page, "urutkan", row, number)
    page.type("#tulis-kata-in", "Giliran")
    page.type("#tulis-angka-in", "40,4 menit")
    option(page, "periksa-ruang", 0)
    option(page, "periksa-ruang", 2)


def ready(page: Page) -> None:
    """Waits until the questions have their buttons."""
    page.until("document.querySelector('.mq-check')")
