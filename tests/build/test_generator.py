"""The generator: stable output, harmless text, pages that need no script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manusiawi.build.generate import generate
from manusiawi.build.site import build_site
from manusiawi.entries.items import ITEM_TYPES
from manusiawi.ground.faults import CourseFaults
from manusiawi.model.citation import article_order
from manusiawi.model.loading import load_course
from manusiawi.model.revision import revisions
from manusiawi.render.inline import item_texts
from manusiawi.render.scripts import BUNDLES
from tests.helpers.files import edit, files_of
from tests.helpers.html import HOSTILE, tags_of


def test_two_builds_of_the_same_sources_are_the_same_bytes(example: Path) -> None:
    build_site(example, example / "one")
    build_site(example, example / "two")
    assert files_of(example / "one") == files_of(example / "two")


def test_generated_pages_are_marked_and_rewritten_only_where_they_changed(example: Path) -> None:
    _, first = generate(example)
    assert first and all("<!-- generated" in path.read_text("utf-8") for path in first if path.suffix == ".md")
    assert generate(example)[1] == []
    edit(example / "course/glossary.yml", "    id: loket\n", "    id: loket layanan\n")
    assert [path.relative_to(example).as_posix() for path in generate(example)[1]] == ["docs/id/glosarium.md"]


@pytest.mark.parametrize(
    "file, old, new",
    [
        ("quizzes/antre.yml", "      en: Numbers on a screen\n", ""),
        ("course/glossary.yml", "    en: counter\n", ""),
        ("docs/en/antre/giliran.md", None, None),
        ("docs/id/index.md", None, None),
    ],
)
def test_what_is_missing_in_one_language_stops_every_build_before_a_file_is_written(
    example: Path, file: str, old: str | None, new: str
) -> None:
    if old is None:
        (example / file).unlink()
    else:
        edit(example / file, old, new)
    before = files_of(example)
    with pytest.raises(CourseFaults, match=r"is missing in|has no translation"):
        generate(example)
    with pytest.raises(CourseFaults, match=r"is missing in|has no translation"):
        build_site(example, example / "site")
    assert files_of(example) == before


def test_a_generated_page_goes_when_its_bank_goes(example: Path) -> None:
    generate(example)
    page = example / "docs/id/antre/soal.md"
    assert page.exists()
    for language in ("id", "en"):
        edit(example / f"docs/{language}/antre/giliran.md", "[[item nomor-hilang]]", "Tidak ada soal.")
    (example / "quizzes/antre.yml").unlink()
    generate(example)
    assert not page.exists()


def test_windows_line_ends_and_byte_order_mark_give_the_same_pages(example: Path) -> None:
    generate(example)
    before = files_of(example / "docs")
    for path in [*example.glob("quizzes/*.yml"), *example.glob("course/*.yml")]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    generate(example)
    assert files_of(example / "docs") == before


def test_html_and_script_in_a_text_are_shown_and_never_run(example_course) -> None:
    texts = item_texts(example_course, "id", "antre/soal.md", example_course.items["nomor-hilang"])
    for hostile in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "*a*{onclick=alert(1)}",
        "[a](javascript:alert(1))",
        "[a](JaVa&#115;cript:alert(1))",
        "![a](data:text/html,x)",
        "<b>tebal</b> &lt;i&gt;",
        "[a](<javascript:alert(1)>)",
        "[a]( java\tscript:alert(1))",
        "<javascript:alert(1)>",
    ):
        for made in (texts.inline(hostile), texts.block(hostile)):
            for tag, attributes in tags_of(made):
                assert tag in ("p", "em", "a", "img"), made
                assert set(attributes) <= {"href", "src", "alt"}, made
                assert not re.match(r"\s*(java|data)", attributes.get("href", "") + attributes.get("src", ""), re.IGNORECASE), made
    assert texts.inline("<b>tebal</b>") == "&lt;b&gt;tebal&lt;/b&gt;"


def test_links_of_a_text_lead_to_built_pages_from_wherever_it_is_set(example_course) -> None:
    near = item_texts(example_course, "id", "antre/soal.md", example_course.items["nomor-hilang"])
    far = item_texts(example_course, "id", "index.md", example_course.items["nomor-hilang"])
    assert 'href="giliran.html#nomor"' in near.inline("[nomor](giliran.md#nomor)")
    assert 'href="antre/giliran.html#nomor"' in far.inline("[nomor](giliran.md#nomor)")
    assert 'href="sumber/uu-1-2000.html#uu-1-2000-pasal-1-ayat-2"' in far.inline("[[law uu-1-2000 Pasal 1 ayat (2)]]")


def test_every_question_option_and_reason_stands_in_the_page_without_a_script(example_course, example_site: Path) -> None:
    pages = {
        language: (example_site / folder / "antre/soal.html").read_text("utf-8")
        + (example_site / folder / "antre/giliran.html").read_text("utf-8")
        for language, folder in (("id", ""), ("en", "en"))
    }
    for item in example_course.items.values():
        for language, page in pages.items():
            start = page.index(f'<section class="mq" id="{item.id}"')
            section = page[start : page.find('<section class="mq" id=', start + 1)]
            assert item.stem[language] in section
            for option in getattr(item, "options", ()):
                assert f"<span>{option.text[language]}</span>" in section, "to choose"
                assert f":</b> {option.text[language]}</p>" in section, "with its reason"
            for place in getattr(item, "places", ()):
                assert place.feedback[language] in section
            assert "<details" in section and "<form" not in section
    assert {item.type for item in example_course.items.values()} == set(ITEM_TYPES)


def test_revision_changes_with_question_options_and_key_only(example: Path) -> None:
    def revision() -> str:
        return revisions(load_course(example).items["nomor-hilang"])

    bank, first = example / "quizzes/antre.yml", revision()
    edit(bank, "Cepat bagi loket, tetapi ia menunggu dua kali.", "Loket cepat, tetapi ia menunggu dua kali lamanya.")
    assert revision() == first, "a reworded reason"
    edit(bank, "id: Memberi nomor terakhir", "id: memberi nomor terakhir.")
    assert revision() == first, "a capital and a full stop"
    edit(bank, "en: What do you do?", "en: What would you do?")
    assert revision().split()[0] == first.split()[0] and revision() != first, "English reworded, Indonesian not"
    edit(bank, "id: Meminta ia pulang dulu", "id: Meminta ia datang besok")
    assert revision().split()[0] != first.split()[0], "an option reworded"


def test_revision_does_not_hang_on_the_order_of_options(example: Path) -> None:
    bank = example / "quizzes/antre.yml"
    first = revisions(load_course(example).items["nomor-hilang"])
    text = bank.read_text("utf-8")
    start, end = (
        text.index("  - key: true\n    text:\n      id: Menanyakan"),
        text.index("  - misconception: tanpa-niat\n    text:\n      id: Meminta"),
    )
    after = text.index("- id: papan")
    bank.write_text(text[:start] + text[end:after] + text[start:end] + text[after:], "utf-8")
    item = load_course(example).items["nomor-hilang"]
    assert [option.key for option in item.options] == [False, True, False]
    assert revisions(item) == first


def test_an_image_of_a_question_is_shown_with_its_words_from_every_page(example: Path) -> None:
    for language in ("id", "en"):
        (example / f"docs/{language}/antre/loket.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    edit(
        example / "quizzes/antre.yml",
        "id: Bu Sri kehilangan **nomor** antreannya.",
        'id: "![Loket dengan dua kursi](loket.svg) Bu Sri kehilangan nomor."',
    )
    course, _ = generate(example)
    text = course.items["nomor-hilang"].scenario["id"]
    assert '<img alt="Loket dengan dua kursi" src="loket.svg"' in item_texts(
        course, "id", "antre/soal.md", course.items["nomor-hilang"]
    ).block(text)
    assert 'src="antre/loket.svg"' in item_texts(course, "id", "index.md", course.items["nomor-hilang"]).block(text)


@pytest.mark.parametrize(
    "text",
    (
        "![Loket](https://contoh.invalid/a.png)",
        "![Loket][luar]\n\n[luar]: https://contoh.invalid/a.png",
        '![Loket](a.png){ src="https://contoh.invalid/a.png" }',
        "![Loket](//contoh.invalid/a.png)",
    ),
)
def test_a_picture_of_another_host_is_never_loaded_however_it_is_written(example_course, text: str) -> None:
    made = item_texts(example_course, "id", "antre/soal.md", example_course.items["nomor-hilang"]).block(text)
    assert '<img alt="Loket"' in made and "contoh.invalid" not in made


def test_html_in_any_text_of_any_file_reaches_no_page_as_html(example: Path) -> None:
    """Every text in every YAML file, one site: no tag that an author's text could have made."""
    changed = 0
    for path in [*example.glob("quizzes/*.yml"), *example.glob("course/*.yml")]:
        lines = path.read_text("utf-8").split("\n")
        for number, line in enumerate(lines):
            found = re.fullmatch(r"(\s+(?:id|en|text|translation|publisher): )([\"']?)([A-Z].*?)\2", line)
            if found and "[[" not in line:
                quoted = found[3].replace("'", "''")
                lines[number] = f"{found[1]}'{quoted} {HOSTILE}'"
                changed += 1
        path.write_text("\n".join(lines), "utf-8")
    assert changed > 100
    build_site(example, example / "site")
    for page in (example / "site").rglob("*.html"):
        text = page.read_text("utf-8")
        for tag, attributes in tags_of(text):
            assert tag != "img" and not any(name.startswith("on") for name in attributes), page
            if tag == "script":
                assert Path(attributes.get("src", "").split("?")[0]).stem in BUNDLES or text.count("<script>") == 1, page
        assert "alert(1)" not in "".join(re.findall(r"<script>(.*?)</script>", text, re.DOTALL)), page
    assert "&lt;script&gt;" in (example / "site/antre/soal.html").read_text("utf-8")


def test_articles_stand_in_the_order_of_the_law() -> None:
    ordered = [
        "Pasal 1 angka 2",
        "Pasal 1 angka 10",
        "Pasal 4 huruf c",
        "Penjelasan Pasal 4 huruf c",
        "Pasal 28",
        "Pasal 28A",
        "Pasal 28H ayat (1)",
        "Pasal 28H ayat (2)",
        "Pasal 34 huruf a",
        "Pasal 34 huruf b",
        "Pasal 36 ayat (1)",
        "Amar",
    ]
    assert sorted(set(ordered), key=article_order) == ordered
