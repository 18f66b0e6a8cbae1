"""Answers every question of a page somehow, as a learner in a hurry."""

from __future__ import annotations


def answer_somehow(page) -> None:
    """Chooses something in every question and checks it, whatever its type."""
    for question in page.locator("section.mq:has(.mq-check)").all():
        for row in question.locator("fieldset.mq-row").all():
            row.locator("input").last.check()
        if not question.locator(".mq-row").count() and question.locator(".mq-o").count():
            question.locator(".mq-o input").last.check()
        for number, select in enumerate(question.locator("select").all(), 1):
            options = select.locator("option").count()
            select.select_option(index=min(number, options - 1))
        for field in question.locator("input[type=text]").all():
            field.fill("12")
        question.locator(".mq-check").click()
    page.wait_for_timeout(200)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
