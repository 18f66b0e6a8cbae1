"""Search: numbers and articles lead to the law and its lessons, and a search says what it left out or took for another word."""

from __future__ import annotations

from pathlib import Path

import pytest

from manusiawi.language.families import telling, words
from manusiawi.language.known import LANGUAGES
from manusiawi.search.texts import Document
from tests.helpers.projects import PROJECT
from tests.helpers.search import Ask, said

SCRIPT = PROJECT / "manusiawi/web/src/search/words.js"


# ---- Words


@pytest.mark.parametrize(
    "text, wanted",
    (
        ("Undang-Undang Nomor 25 Tahun 2009", ["undang", "undang", "nomor", "25/2009"]),
        ("Law No. 25 of 2009", ["law", "no", "25/2009"]),
        ("UU 25/2009 Pasal 34 huruf a.", ["uu", "25/2009", "§34"]),
        ("Pasal 28I ayat (2) dan ayat (4)", ["§28i", "dan", "ayat", "4"]),
        ("(UUD 1945 Pasal 34 huruf c)", ["uud", "1945", "§34"]),
        ("Articles 3 and 7, letter of complaint", ["§3", "and", "7", "letter", "of", "complaint"]),
        ("article 12 letter of complaint", ["§12", "letter", "of", "complaint"]),
        ("33,9 persen dari 1.500 orang, 30 hari.", ["33,9", "persen", "dari", "1.500", "orang", "30", "hari"]),
    ),
)
def test_numbers_articles_and_laws_are_words(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_reads_the_same_words_in_every_sentence_of_the_course(
    ask: Ask, found: dict[str, list[Document]], language: str
) -> None:
    texts = [said(document) for document in found[language]]
    theirs = ask(
        language,
        """async ([script, texts]) => {
            const { reader } = await import("data:text/javascript," + encodeURIComponent(script));
            const words = reader(courseSearch.index.beside);
            return texts.map(text => words(text).map(({ word }) => word));
        }""",
        [SCRIPT.read_text("utf-8"), texts],
    )
    assert theirs == [words(text) for text in texts]


# ---- Articles


@pytest.mark.parametrize(
    "language, query, link, address",
    (
        ("id", "UU 25/2009 Pasal 34 huruf g", "Pasal 34 huruf g", "/sumber/uu-25-2009.html#uu-25-2009-pasal-34-huruf-g"),
        ("en", "Law 25/2009 article 34 letter g", "Article 34 letter g", "/en/sumber/uu-25-2009.html#uu-25-2009-pasal-34-huruf-g"),
    ),
)
def test_an_article_leads_to_its_words_on_the_page_of_its_law(
    open_page, serve, site: Path, language: str, query: str, link: str, address: str
) -> None:
    folder = "" if language == "id" else "en/"
    page = open_page(f"{serve(site)}/{folder}cari.html#q={query}")
    first = page.locator(".find li").first
    first.get_by_role("link", name=link, exact=True).click()
    page.wait_for_url(f"**{address}")
    assert page.locator(":target").is_visible()


def test_an_article_that_the_course_does_not_cite_is_said_and_no_other_takes_its_place(ask: Ask) -> None:
    found = ask("id", "query => engine.find(query)", "Pasal 999")
    assert found["results"] == [] and [term["word"] for term in found["asked"] if not term["families"]] == ["Pasal 999"]


# ---- What a search leaves out, and what it takes for another word


@pytest.mark.parametrize(
    "folder, query, sentence",
    (
        ("", "apa itu martabat", "Tidak dicari karena terlalu umum atau terlalu pendek: “apa”, “itu”."),
        ("", "yang di", "Tidak ada hasil untuk “yang di”. Tidak dicari karena terlalu umum atau terlalu pendek: “yang”, “di”."),
        ("en/", "what is dignity", "Not searched for, because too common or too short: “what”, “is”."),
    ),
)
def test_words_that_a_search_leaves_out_are_named(open_page, serve, site: Path, folder: str, query: str, sentence: str) -> None:
    page = open_page(f"{serve(site)}/{folder}cari.html#q={query}")
    page.locator(".find-status").filter(has_text=sentence).wait_for()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_correction_is_a_word_of_the_course(ask: Ask, found: dict[str, list[Document]], language: str) -> None:
    vocabulary = {word for document in found[language] for word in telling(said(document), language)}
    typed = sorted(
        {word[:place] + word[place + 1 :] for word in vocabulary if len(word) == 8 and word.isalpha() for place in range(1, 8, 3)}
    )
    assert len(typed) > 500
    near = ask(language, "typed => typed.map(word => engine.find(word).asked.flatMap(term => term.near || []))", typed)
    assert any(near)
    assert {word: offered for word, offered in zip(typed, near, strict=True) if not set(offered) <= vocabulary} == {}


@pytest.mark.parametrize("typed, meant", (("antrian", "antrean"), ("orang2", "orang")))
def test_a_misspelling_loads_the_words_of_the_course_and_says_which_one_it_took(
    open_page, serve, site: Path, typed: str, meant: str
) -> None:
    page = open_page(f"{serve(site)}/cari.html#q=martabat")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.locator(".find-status").filter(has_text="hasil untuk “martabat”").wait_for()
    assert page.evaluate("courseSearch.words === undefined"), "a first search does without them"
    page.get_by_label("Kata yang dicari").fill(typed)
    page.keyboard.press("Enter")
    page.locator(".find-status").filter(has_text=f"Kata “{typed}” tidak ada di kursus ini; yang dicari: {meant}.").wait_for()
    assert any("search-words.js" in url for url in loaded)


def test_without_the_words_of_the_course_a_misspelling_stays_unknown(open_page, serve, site: Path) -> None:
    page = open_page("about:blank")
    page.route("**/search-words.js*", lambda route: route.abort())
    page.goto(f"{serve(site)}/cari.html#q=antrian")
    page.locator(".find-status").filter(has_text="Kata “antrian” tidak ada di kursus ini.").wait_for()
