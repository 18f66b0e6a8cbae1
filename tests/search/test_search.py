"""Search: families of words, misspellings, what must never be found, what a search costs, and the page in a browser."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import brotli
import pytest
import yaml

from manusiawi.binding.walk import texts_of
from manusiawi.build.generate import generate
from manusiawi.entries.items import BranchingCase, Item
from manusiawi.ground.catalogue import say
from manusiawi.language.families import families, telling, words
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from manusiawi.search.index import pack, search_files
from manusiawi.search.texts import Document, documents
from tests.helpers.axe import violations
from tests.helpers.files import edit
from tests.helpers.html import Html
from tests.helpers.projects import DATA, PROJECT
from tests.helpers.search import Ask, said

FOLDER = DATA / "search"
FIRST_SEARCH = 30_000  # bytes by Brotli, scripts and index of one language together
FIRST = 5  # what is looked for must be among so many results


def data(name: str) -> dict[str, Any]:
    return yaml.safe_load((FOLDER / name).read_text("utf-8"))


# ---- What is found


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_reader_may_type_finds_its_page_among_the_first_results(ask: Ask, language: str) -> None:
    queries = data("queries.yml")[language]
    assert len(queries) >= 30
    results = ask(language, "queries => queries.map(found)", [entry["q"] for entry in queries])
    lost = {
        entry["q"]: (wanted, got[:FIRST])
        for entry, got in zip(queries, results, strict=True)
        for wanted in entry["finds"]
        if wanted not in got[:FIRST]
    }
    assert lost == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_form_of_a_word_finds_the_pages_that_hold_another(ask: Ask, found: dict[str, list[Document]], language: str) -> None:
    holding = {_address(document): set(words(said(document))) for document in found[language]}
    recalls, precisions, measured = [], [], 0
    for family in data("families.yml")[language]:
        right = {address for address, held in holding.items() if held & set(family)}
        measured += bool(right)
        for got in map(set, ask(language, "forms => forms.map(found)", family)) if right else ():
            recalls.append(len(right & got) / len(right))
            precisions.append(len(right & got) / len(got) if got else 0)
    assert measured >= 20
    assert sum(recalls) / len(recalls) >= 0.95
    assert sum(precisions) / len(precisions) >= 0.9


def _address(document: Document) -> str:
    return document.path.removesuffix(".md") + ".html" + (f"#{document.anchor}" if document.anchor else "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_puts_every_word_of_the_course_into_the_family_that_the_index_has(
    ask: Ask, found: dict[str, list[Document]], language: str
) -> None:
    vocabulary = {word for document in found[language] for word in telling(said(document), language)}
    ours = families(vocabulary, language)
    assert len(ours) > 1000
    theirs = ask(language, "words => words.map(word => engine.lookUp(word))", sorted(ours))
    assert {word: family for word, family in zip(sorted(ours), theirs, strict=True) if family != ours[word]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_too_many_missing_wrong_or_misplaced_is_forgiven(ask: Ask, language: str) -> None:
    pairs = data("misspellings.yml")[language]
    assert len(pairs) >= 20
    missed = ask(
        language,
        """pairs => pairs.filter(([typed, meant]) => !engine.find(typed).families.has(engine.lookUp(meant)))""",
        list(pairs.items()),
    )
    assert missed == []


def test_families_part_what_only_looks_alike() -> None:
    made = families(
        "kependudukan duduk pemerintah perintah masalah masa pegawai gawai berikan ikan beri diberi memberi keadilan adil".split(), "id"
    )
    assert made["kependudukan"] != made["duduk"] and made["pemerintah"] != made["perintah"] and made["masalah"] != made["masa"]
    assert made["pegawai"] != made["gawai"] and made["berikan"] == made["beri"] != made["ikan"] and made["keadilan"] == made["adil"]


def test_numbered_laws_are_found_however_they_are_written() -> None:
    assert (
        "25/2009" in words("Undang-Undang Nomor 25 Tahun 2009")
        and "25/2009" in words("Law No. 25 of 2009")
        and "25/2009" in words("UU 25/2009")
    )


# ---- What is never found


HIDDEN = {
    "cari.md",
    "susun.md",
    "layar.md",
    "kelas.md",
    "peserta.md",
    "rumus-kelas.md",
    "unduhan.md",
    "jawaban-dan-data-pribadi.md",
}  # tools, and what only trainers need


def test_keys_trainers_pages_and_test_items_are_not_among_what_can_be_found(course: Course, found: dict[str, list[Document]]) -> None:
    hidden = {item.id for item in course.items.values() if item.forms}
    for documents_ in found.values():
        assert not [document.path for document in documents_ if document.path.endswith(("kunci.md", "pelatih.md", *HIDDEN))]
        assert not [part.anchor for document in documents_ for part in document.parts if part.anchor in hidden]
    assert {document.path for document in found["id"]} >= {path for path in course.pages["id"] if path not in HIDDEN}


def _answers(item: Item) -> list[Any]:
    """The texts of a question that say something before it is answered are left out of these."""
    asked = [item.scenario, item.stem, *([item.nodes[0].title, item.nodes[0].text] if isinstance(item, BranchingCase) else [])]
    return [text for text in texts_of(item) if text not in asked]


def test_no_reason_and_no_model_answer_of_the_course_is_in_any_file_of_the_search(course: Course) -> None:
    for language in LANGUAGES:
        published = b"\n".join(search_files(course, language).values()).decode()
        told = "\n".join(
            [
                *(
                    path.read_text("utf-8")
                    for path in (PROJECT / "docs" / language).rglob("*.md")
                    if path.name not in ("soal.md", "kunci.md")
                ),
                *(passage for citation in course.citations.values() for passage in (citation.passage.text, citation.passage.translation)),
            ]
        )
        checked = 0
        for item in course.items.values():
            for text in _answers(item):
                for line in text[language].split("\n"):
                    plain = re.sub(r"\s*\(?\[\[.*", "", line).strip()
                    if len(plain) > 60 and plain not in told and not re.search(r"[*_\[\"]", plain):
                        checked += 1
                        assert plain not in published, f"{item.id}: {plain}"
        assert checked > 50


SECRETS = {
    "options": "zirafah",
    "feedback": "kudanil",
    "statements": "trenggiling",
    "right": "bekantan",
    "steps": "landak",
    "answer": "musang",
    "model": "kancil",
    "ending": "beruk",
}


def _with_search(root: Path) -> Path:
    for language in LANGUAGES:
        (root / f"docs/{language}/cari.md").write_text("---\ntitle: Cari\ndescription: Mencari.\n---\n# Cari\n\n[[search]]\n", "utf-8")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        edit(root / name, "  - glosarium.md\n", "  - cari.md\n  - glosarium.md\n")
    return root


def test_a_word_of_a_question_leads_to_it_and_a_word_of_its_answer_leads_nowhere(example: Path) -> None:
    _with_search(example)
    bank = yaml.safe_load((example / "quizzes/antre.yml").read_text("utf-8"))
    for item in bank["items"]:
        item["stem"]["id"] = f"Gajah {item['id'].replace('-', '')}: " + item["stem"]["id"]
        _spoil(item)
    (example / "quizzes/antre.yml").write_text(yaml.safe_dump(bank, allow_unicode=True, sort_keys=False), "utf-8")
    generate(example)
    course = load_course(example)
    names = _names(pack(documents(course, "id"), "id"))
    published = b"".join(search_files(course, "id").values()).decode()
    for item in bank["items"]:
        assert item["id"].replace("-", "") in published
    for secret in SECRETS.values():
        assert secret in (example / "quizzes/antre.yml").read_text("utf-8"), "the test spoils every kind of answer"
        assert secret not in published
    assert "gajah" in names and not set(SECRETS.values()) & set(names)


def _spoil(node: Any, told: str = "") -> None:
    """Puts a word that gives an answer away into each text that does so."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if key == "id" and told and "en" in node:
            node[key] = f"{value.rstrip()} {SECRETS[told]}"
        elif key not in ("stem", "scenario", "nodes"):
            _spoil(value, key if key in SECRETS else told)
        elif key == "nodes":
            for scene in value[1:]:
                _spoil(scene, "ending")


def _names(packed: dict[str, Any]) -> list[str]:
    names, before = [], ""
    for shared, rest in re.findall(r"([A-Z])([^A-Z]*)", packed["names"]):
        before = before[: ord(shared) - 65] + rest
        names.append(before)
    return names


# ---- What it costs


def _weight(files: list[bytes]) -> int:
    return sum(len(brotli.compress(file)) for file in files)


@pytest.mark.parametrize("folder", ("", "en/"))
def test_a_first_search_costs_thirty_thousand_bytes_at_most(site: Path, folder: str) -> None:
    files = [(site / folder / "assets" / name).read_bytes() for name in ("search.js", "search-engine.js", "search-index.js")]
    assert _weight(files) <= FIRST_SEARCH
    for text in (site / folder / "assets/search").rglob("*.js"):
        assert _weight([text.read_bytes()]) <= 8_000, text


def test_a_page_that_says_so_is_left_out_of_the_search(course) -> None:
    left_out = {path for path, page in course.pages["id"].items() if not page.head.searched}
    assert left_out and not left_out & {document.path for document in documents(course, "id")}


def test_pages_without_a_search_load_nothing_of_it(site: Path, open_page, serve) -> None:
    for path in sorted(site.rglob("*.html")):
        scripts = [script["src"] for script in Html(path.read_text("utf-8")).all("script") if "search" in script.get("src", "")]
        assert len(scripts) == (1 if path.name == "cari.html" else 0), path
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{serve(site)}/nondiskriminasi/bentuk.html")
    page.goto(f"{serve(site)}/cari.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "search" in url] == [url for url in asked if "/search.js" in url] != []


# ---- The page in a browser


def results(page) -> list[str]:
    page.wait_for_function("(said => said.match(/[.”]/) && !said.includes('indeks.'))(document.querySelector('.find-status').textContent)")
    return page.locator(".find ol b a").all_inner_texts()


def test_a_search_by_keyboard_says_its_count_and_keeps_its_words_in_the_address(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/index.html")
    page.get_by_role("banner").get_by_role("link", name="Cari").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari.html")
    page.get_by_label("Kata yang dicari").focus()
    page.keyboard.type("diskriminasi tidak langsung")
    page.keyboard.press("Enter")
    found = results(page)
    assert "Bentuk diskriminasi" in found and "diskriminasi tidak langsung" in found
    count = int(page.locator(".find-status").inner_text().split()[0])
    assert page.locator(".find-status").get_attribute("aria-live") == "polite" and count >= len(found) > 2
    assert "#q=diskriminasi%20tidak%20langsung" in page.url
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Cari"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == found[0]
    assert page.faults == []


def test_a_result_says_its_module_and_the_sentence_around_the_hit_and_leads_to_its_section(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/cari.html#q=sandal%20berlumpur")
    row = page.locator(".find li").filter(has=page.get_by_role("link", name="Bias: jalan pintas pikiran"))
    row.locator("mark").first.wait_for()
    assert "Modul 5: Nondiskriminasi dan bias" in row.inner_text()
    assert [mark.lower() for mark in row.locator("mark").all_inner_texts()] == ["sandal", "berlumpur"]
    row.get_by_role("link", name="Kasus: salah antrean").click()
    page.wait_for_url("**/nondiskriminasi/bias.html#kasus")


def test_an_address_with_words_can_be_shared_and_back_returns_to_the_search_before(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/en/cari.html#q=wrong%20queue")
    assert "Bias: the mind's shortcut" in results(page) and page.get_by_label("Words to find").input_value() == "wrong queue"
    page.get_by_label("Words to find").fill("home visit")
    page.get_by_role("button", name="Search").click()
    page.wait_for_function("document.querySelector('.find-status').textContent.includes('home visit')")
    assert "Case: must come in person" in results(page)
    page.go_back()
    page.wait_for_function("document.querySelector('.find-status').textContent.includes('wrong queue')")
    assert page.get_by_label("Words to find").input_value() == "wrong queue" and "Bias: the mind's shortcut" in results(page)


def test_a_question_leads_to_the_lesson_that_helps_with_it(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/cari.html#q=bayi%20ditimbang%20di%20posyandu")
    row = page.locator(".find li").filter(has=page.get_by_role("link", name="Periksa diri: Nondiskriminasi dan bias"))
    row.get_by_role("link", name="Pelajaran yang membantu: Bentuk diskriminasi").click()
    page.wait_for_url("**/nondiskriminasi/bentuk.html#langsung")


def test_search_works_from_a_file_without_a_server(open_page, site: Path) -> None:
    for folder, label, query, title in (
        ("", "Kata yang dicari", "mendiskriminasikan", "Bentuk diskriminasi"),
        ("en/", "Words to find", "discriminating", "Forms of discrimination"),
    ):
        page = open_page((site / f"{folder}cari.html").as_uri())
        page.get_by_label(label).fill(query)
        page.keyboard.press("Enter")
        assert title in results(page)
        page.locator(".find-hit mark").first.wait_for()
        assert "q=" in page.url and page.faults == []
        page.get_by_role("link", name=title, exact=True).click()
        page.wait_for_url("**/nondiskriminasi/bentuk.html")


def test_nothing_found_and_an_index_that_does_not_come_are_said(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/cari.html#q=xyzzyq")
    page.wait_for_function("document.querySelector('.find-status').textContent.startsWith('Tidak ada hasil')")
    assert "“xyzzyq” tidak ada di kursus ini" in page.locator(".find-status").inner_text()
    page.get_by_label("Kata yang dicari").fill("")
    page.get_by_role("button", name="Cari", exact=True).click()
    page.wait_for_function("document.querySelector('.find-status').textContent.startsWith('Tulis dulu')")
    page.route("**/search-index.js*", lambda route: route.abort())
    page.goto(f"{serve(site)}/cari.html#q=layanan")
    page.reload()  # an address that differs after "#" alone loads nothing anew
    page.wait_for_function("document.querySelector('.find-status').textContent.startsWith('Indeks tidak dapat dimuat')")
    page.unroute("**/search-index.js*")
    page.get_by_role("button", name="Cari", exact=True).click()
    page.wait_for_function("document.querySelector('.find-status').textContent.includes('hasil untuk')")


def test_hostile_words_are_shown_as_words(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/cari.html#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20layanan%20constructor%20__proto__")
    page.wait_for_function("document.querySelector('.find-status').textContent.includes('<img src=x onerror=alert(1)>')")
    assert page.locator(".find img").count() == 0 and len(results(page)) > 0 and page.faults == []


@pytest.mark.parametrize("folder, language", (("", "id"), ("en/", "en")))
def test_without_a_script_the_page_says_so_and_offers_other_ways(open_page, serve, site: Path, folder: str, language: str) -> None:
    page = open_page(f"{serve(site)}/{folder}cari.html", java_script_enabled=False)
    assert page.get_by_text(say(language, "find-noscript")).is_visible()
    assert not page.locator(".find form").is_visible()
    for name in ("find-glossary", "find-modules"):
        assert page.locator(".find").get_by_role("link", name=say(language, name)).is_visible()


def test_more_than_ten_results_come_on_demand_and_the_focus_goes_with_them(open_page, serve, site: Path) -> None:
    page = open_page(f"{serve(site)}/cari.html#q=layanan")
    assert len(results(page)) == 10
    page.get_by_role("button", name="Tampilkan hasil berikutnya").click()
    titles = page.locator(".find ol b a")
    assert titles.count() > 10 and page.evaluate("document.activeElement.textContent") == titles.nth(10).inner_text()


@pytest.mark.parametrize("folder, scheme", (("", "light"), ("en/", "dark")))
def test_axe_finds_nothing_among_results_and_nothing_is_too_small_or_too_wide(
    open_page, serve, site: Path, folder: str, scheme: str
) -> None:
    page = open_page(f"{serve(site)}/{folder}cari.html#q=bias", color_scheme=scheme, viewport={"width": 320, "height": 20000})
    page.locator(".find-hit mark").first.wait_for()
    page.wait_for_timeout(300)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for selector in (".find input", ".find button:not([hidden])", ".find a", ".top a", ".top button"):
        for element in page.locator(selector).all():
            assert element.bounding_box()["height"] >= 43.9, element.inner_text()


def test_while_serving_a_save_reaches_the_search(example: Path) -> None:
    from manusiawi.build.preview import Preview

    _with_search(example)
    preview = Preview(example, example / "site", lambda: None)
    preview.rebuild()
    edit(example / "docs/id/antre/giliran.md", "Setiap orang punya giliran", "Kanguru dan setiap orang punya giliran")
    preview.rebuild()
    index = example / "site/assets/search-index.js"
    for _ in range(100):
        if "kanguru" in _names(json.loads(index.read_text("utf-8").partition("=")[2].rstrip(";\n"))):
            break
        time.sleep(0.1)
    else:
        pytest.fail("the new word never came into the index")
    assert "Kanguru" in (example / "site/assets/search/antre/giliran.js").read_text("utf-8")


def test_a_course_without_a_search_page_carries_no_index_and_no_link(example_site: Path) -> None:
    assert not (example_site / "assets/search-index.js").exists() and not (example_site / "assets/search").exists()
    assert 'class="search"' not in (example_site / "index.html").read_text("utf-8")
