"""The head of a generated page stays whole whatever its title holds."""

from __future__ import annotations

from manusiawi.model.page import read_page
from manusiawi.render.pages.text import page_text


def test_a_title_of_several_lines_with_a_rule_in_it_keeps_the_head_whole() -> None:
    text = page_text("id", 'Loket\n---\n"Satu"', "Soal.", "quizzes/loket.yml", ["Isi."])
    page, faults = read_page(text, "loket/soal.md", "loket/soal.md")
    assert faults == [] and page.head.title == 'Loket --- "Satu"' and page.body.count("---") == 1
