"""Two articles to carry away: at the end of a module, and on pocket cards that fit their sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manusiawi.build.site import build_site
from manusiawi.checks.references import plan_references
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from tests.helpers.axe import violations
from tests.helpers.files import edit

CARD = """  carry:
  - law: uu-1-2000 Pasal 1 ayat (2)
    text: {id: Setiap orang punya giliran., en: Everyone has a turn.}
  - law: uu-1-2000 Pasal 1 ayat (2)
    text: {id: Giliran itu “menurut <nomor>”., en: The turn is by number.}
  say: {id: "Nomornya saya jaga, Bu.", en: "I'll keep your number, Bu."}
  remember:
  - {id: Satu., en: One.}
  - {id: Dua., en: Two.}
  - {id: Tiga., en: Three.}
"""


@pytest.fixture
def carrying(example: Path) -> Path:
    """The example with a card for its module."""
    edit(example / "course/course.yml", "  lessons:\n", f"{CARD}  lessons:\n")
    return example


def test_a_modules_page_and_its_last_lesson_end_with_its_articles_and_no_other_page_does(carrying: Path) -> None:
    build_site(carrying, carrying / "site")
    for name in ("antre/index", "antre/giliran"):
        page = (carrying / f"site/{name}.html").read_text("utf-8")
        end = page[page.index("Dua pasal untuk dibawa") : page.index("</article>")]
        assert end.count("Setiap orang punya giliran.") == 1 and "menurut &lt;nomor&gt;" in end
        assert 'href="../sumber/uu-1-2000.html#uu-1-2000-pasal-1-ayat-2"' in end and 'href="../kartu-saku.html"' in end
    assert "Two articles to carry away" in (carrying / "site/en/antre/giliran.html").read_text("utf-8")
    for name in ("index", "antre/soal"):
        assert "Dua pasal untuk dibawa" not in (carrying / f"site/{name}.html").read_text("utf-8")
    cards = (carrying / "site/kartu-saku.html").read_text("utf-8")
    assert cards.count('<section class="card">') == 1 and "“Nomornya saya jaga, Bu.”" in cards and cards.count("Tiga.") == 1


def test_a_course_without_cards_has_no_page_of_them(example: Path) -> None:
    build_site(example, example / "site")
    assert not (example / "site/kartu-saku.html").exists()
    assert "Dua pasal" not in (example / "site/antre/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "old, new, wrong",
    [
        ("(2)\n    text: {id: S", "(3)\n    text: {id: S", 'the course has no source for "uu-1-2000 Pasal 1 ayat (3)"'),
        ("  - {id: Tiga., en: Three.}\n", "", "2 articles in `carry`, 1 sentences in `say` and 2 things in `remember`"),
        ('  say: {id: "Nomornya saya jaga, Bu.", en: "I\'ll keep your number, Bu."}\n', "", "0 sentences in `say`"),
    ],
)
def test_a_card_that_lacks_something_is_told(carrying: Path, old: str, new: str, wrong: str) -> None:
    assert list(plan_references(load_course(carrying))) == []
    edit(carrying / "course/course.yml", old, new)
    (fault,) = plan_references(load_course(carrying))
    assert wrong in fault.found and fault.place.file == "course/course.yml"


def test_every_module_of_the_course_has_a_card_that_quotes_only_the_law(course: Course) -> None:
    for module in course.modules.values():
        assert len(module.carry) == 2, module.slug
        for carried in module.carry:
            citation = course.citation(carried.law)
            assert citation and citation.passage.verbatim, carried.law
            for language in LANGUAGES:
                for quotation in re.findall("“([^”]+)”", carried.text[language]):
                    assert quotation in citation.passage.words(language), quotation


@pytest.mark.parametrize("folder", ("", "en/"))
def test_each_card_fits_into_a7_and_eight_stand_on_a_sheet(open_page, serve, site: Path, folder: str) -> None:
    page = open_page(f"{serve(site)}/{folder}kartu-saku.html", viewport={"width": 794, "height": 1123})
    assert violations(page) == []
    page.emulate_media(media="print")
    boxes = page.evaluate("""[...document.querySelectorAll('.card')].map(card => [card.scrollHeight - card.clientHeight,
        ...Object.values(card.getBoundingClientRect().toJSON()).slice(0, 4).map(number => number / 96 * 25.4)])""")
    assert len(boxes) == 9
    for over, _, _, width, height in boxes:
        assert over <= 0 and width <= 105.1 and height <= 74.3
    assert max(top + height for _, _, top, _, height in boxes[:8]) - boxes[0][2] <= 297
    assert page.locator(".cards").evaluate("cards => cards.getBoundingClientRect().top") == 0
    assert not page.locator("article > .hd").is_visible()
