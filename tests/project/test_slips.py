"""Slips of a maintainer's hand cost nothing: no file is lost, no record spoilt, no fault hidden behind false ones."""

from __future__ import annotations

import re
import socket
from datetime import date
from pathlib import Path

import pytest

from manusiawi.binding.yamltree import parse_yaml
from manusiawi.build.generate import generate
from manusiawi.build.site import BuildFailed, build_site
from manusiawi.checks import dates as lawdates
from manusiawi.language.numbers import shown
from manusiawi.model.loading import load_course
from tests.helpers.commands import run, told
from tests.helpers.files import edit, files_of
from tests.helpers.projects import copy_whole

BANK = "quizzes/antre.yml"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


# ---- Files and records


@pytest.mark.parametrize("into", (".", "docs", "..", "foreign"))
def test_a_build_into_a_folder_of_other_things_is_refused_and_removes_nothing(example: Path, into: str) -> None:
    (example / "foreign").mkdir()
    (example / "foreign/letter.txt").write_text("keep me", "utf-8")
    before = files_of(example)
    done = run(example, "site", "--into", str(example / into))
    assert done.returncode == 1 and "no build of the course made" in done.stderr and "Traceback" not in done.stderr
    assert files_of(example) == before


def test_a_build_goes_into_a_new_an_empty_and_an_earlier_folder_and_leaves_its_neighbours(example: Path) -> None:
    beside = example / "site.old"
    beside.mkdir()
    (beside / "letter.txt").write_text("keep me", "utf-8")
    (example / "site").mkdir()
    for _ in range(2):
        build_site(example, example / "site")
    assert (beside / "letter.txt").is_file() and (example / "site/index.html").is_file()
    with pytest.raises(BuildFailed):
        build_site(example, beside)


@pytest.mark.parametrize("command", (("confirm",), ("coverage",), ("dates",)))
def test_a_file_that_cannot_be_read_stops_what_counts_and_records(example: Path, command: tuple[str, ...]) -> None:
    assert run(example, "confirm").returncode == 0
    record = (example / "course/translations.txt").read_bytes()
    edit(example / BANK, "- id: papan", " - id: papan")
    done = run(example, *command)
    assert done.returncode == 1 and "broken YAML" in done.stderr
    assert (example / "course/translations.txt").read_bytes() == record


def test_one_slip_of_indentation_is_told_as_one_fault(example: Path) -> None:
    assert run(example, "promises").returncode == 0
    edit(example / BANK, "- id: papan", " - id: papan")
    assert told(example).count("Mend:") == 1 and "published" not in told(example)


def test_an_author_who_copies_a_generated_page_under_another_name_is_told_and_loses_nothing(example: Path) -> None:
    generate(example)
    for language in ("id", "en"):
        copy = example / f"docs/{language}/latihan.md"
        copy.write_text((example / f"docs/{language}/antre/soal.md").read_text("utf-8"), "utf-8")
    assert "latihan.md" in told(example) and "carries the mark of generated pages" in told(example)


def test_redirects_stay_inside_the_course(example: Path) -> None:
    for old in ("/tmp/x.html", "../../x.html", "https://contoh.id/a.html"):
        (example / "course/redirects.yml").write_text(f'redirects:\n- old: "{old}"\n  new: antre/index.html\n', "utf-8")
        assert f'"{old}" is no value for "old"' in told(example)


def test_a_question_in_a_comment_is_set_nowhere_and_stays_on_the_self_check(example: Path) -> None:
    for language in ("id", "en"):
        edit(example / f"docs/{language}/antre/giliran.md", "[[item nomor-hilang]]", "<!--\n[[item nomor-hilang]]\n-->")
    course = load_course(example)
    assert "nomor-hilang" in [item.id for item in course.quiz_items("antre")] and told(example).strip() == ""


def test_a_second_bank_of_a_module_and_a_file_that_ends_in_yaml_are_told(example: Path) -> None:
    (example / "quizzes/more").mkdir()
    (example / "quizzes/more/antre.yml").write_text("module: antre\nitems: []\n", "utf-8")
    (example / "quizzes/tambahan.yaml").write_text("module: antre\nitems: []\n", "utf-8")
    assert 'the module "antre" has a second bank' in told(example) and "ends in .yaml" in told(example)


# ---- Numbers, words, signs


@pytest.mark.parametrize(
    "number, indonesian, english",
    ((2_767_596, "2.767.596", "2,767,596"), (12.5, "12,5", "12.5"), (1945, "1945", "1945"), (12_000.25, "12.000,25", "12,000.25")),
)
def test_a_number_keeps_all_its_digits_and_the_signs_of_the_language(number: float, indonesian: str, english: str) -> None:
    assert (shown(number, "id", 5), shown(number, "en", 5)) == (indonesian, english)


def test_a_large_number_reaches_the_page_whole(example: Path) -> None:
    edit(example / BANK, "  number: 40\n", "  number: 2767596\n")
    generate(example)
    build_site(example, example / "site")
    page = (example / "site/antre/soal.html").read_text("utf-8")
    assert 'data-number="2767596"' in page and "2.767.596 (boleh meleset 0,5)" in page


@pytest.mark.parametrize(
    "text, shown",
    (("> 5 hari", "&gt; 5 hari"), ("# 3", "# 3"), ("- 3", "- 3"), ("1. Lapor", "1. Lapor"), ("*tegas* sekali", "<em>tegas</em> sekali")),
)
def test_an_option_that_begins_with_a_sign_stays_a_sentence(example_course, text: str, shown: str) -> None:
    from manusiawi.render.inline import item_texts

    assert item_texts(example_course, "id", "antre/soal.md", example_course.items["nomor-hilang"]).inline(text) == shown


def test_a_page_saved_with_a_byte_order_mark_is_no_changed_text(example: Path) -> None:
    assert run(example, "confirm").returncode == 0
    page = example / "docs/id/antre/giliran.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes())
    assert run(example, "coverage").stdout.strip().split("\n")[-1].split()[3] == "0"


def test_a_control_sign_is_told_where_it_stands_behind_letters_with_accents() -> None:
    assert str(parse_yaml("module: ééééé \x07", "q.yml")[1][0].place) == "q.yml:1:15"


@pytest.mark.parametrize("text", ("? " * 50_000, "- ? " * 20_000, "-   " * 20_000))
def test_deep_nesting_of_any_sign_is_a_fault_and_no_crash(text: str) -> None:
    assert parse_yaml(text, "q.yml")[1]


# ---- Commands


def test_capitals_that_nobody_replaced_are_neither_promised_nor_published(example: Path) -> None:
    assert run(example, "promises").returncode == 0
    promised = (example / "course/promises.txt").read_bytes()
    assert run(example, "new", "module", "meja").returncode == 0
    generate(example)  # the preview shows what is there so far
    for command in ("promises", "site"):
        done = run(example, command)
        assert done.returncode == 1 and "is still to be written" in done.stderr and "names no lesson yet" in done.stderr
    assert (example / "course/promises.txt").read_bytes() == promised and not (example / "site").exists()


def test_a_form_whose_own_words_are_capitals_can_be_quoted(example: Path) -> None:
    edit(example / "docs/id/antre/giliran.md", "Setiap orang punya", "Formulirnya berkata “TULIS NAMA LENGKAP”. Setiap orang punya")
    done = run(example, "check")
    assert "still to be written" not in done.stderr


def test_a_port_that_is_taken_is_told_with_another(example: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(example, "serve", "--port", str(port))
    assert done.returncode == 1 and f"127.0.0.1:{port}: Address already in use" in done.stderr and "Mend: add another port" in done.stderr
    assert "Manusiawi is at" not in done.stdout


def test_names_that_no_text_has_are_all_told_with_the_nearest(example: Path) -> None:
    done = run(example, "confirm", "item papann", "page zzz")
    assert 'No text is named "item papann". Write "item papan"?' in done.stderr and '"page zzz"' in done.stderr


def test_a_redirect_to_a_question_is_refused_with_the_page_that_shows_it(example: Path) -> None:
    assert run(example, "promises").returncode == 0
    edit(example / BANK, "- id: papan", "- id: papan-baru")
    assert "perhaps to item" not in told(example), "what is advised must be allowed"


def test_an_exception_for_what_does_not_exist_is_told(example: Path) -> None:
    (example / "course/lint.yml").write_text(
        "exceptions:\n- rule: Q999\n  item: papan\n  reason: x\n- rule: Q211\n  item: papann\n  reason: x\n", "utf-8"
    )
    done = run(example, "check")
    assert done.returncode == 1 and 'nothing is named "Q999"' in done.stderr and 'write "papan"' in done.stderr


def test_a_day_that_is_still_to_come_was_no_day_of_checking(example: Path) -> None:
    edit(example / "course/facts.yml", "checked: 2026-01-02", "checked: 2062-11-01")
    found = lawdates.checked(load_course(example))
    assert [entry.day.year for entry in lawdates.overdue(found, date(2026, 2, 1))] == [2062]


def test_an_import_writes_a_new_file_alone_and_says_what_it_lacks(example: Path) -> None:
    source = example / "soal.doc"
    source.write_text("::Satu:: Apa? {=Ya ~Tidak}\n", "utf-8")
    assert "add --kind and the format" in run(example, "import", str(source)).stderr
    into = example / "quizzes/baru.yml"
    done = run(example, "import", str(source), "--kind", "gift", "--into", str(into))
    assert "Apa?" in into.read_text("utf-8") and done.stdout == ""
    again = run(example, "import", str(source), "--kind", "gift", "--into", str(into))
    assert again.returncode == 1 and "the file exists" in again.stderr
    assert "there is no such file" in run(example, "import", str(example / "nosuch.xml")).stderr


# ---- Pictures


def test_a_picture_is_kept_and_shown_with_the_network_cut(open_page, serve, tmp_path: Path) -> None:
    root = copy_whole(tmp_path / "course")
    (root / "docs/id/antre/foto.png").write_bytes(PIXEL)
    lesson = root / "docs/id/antre/giliran.md"
    lesson.write_text(lesson.read_text("utf-8") + "\n![Loket](foto.png)\n", "utf-8")
    build_site(root, tmp_path / "site")
    address = serve(tmp_path / "site")
    page = open_page(f"{address}/luring.html")
    page.locator("[data-keep=id] [data-do=keep]").click()
    page.wait_for_function("document.querySelector('.keep-said').textContent")
    page.context.set_offline(True)
    page.goto(f"{address}/antre/giliran.html")
    page.wait_for_function("document.querySelector('img[alt=Loket]').naturalWidth === 1")
    assert re.search("image/png", page.evaluate("fetch('foto.png').then(found => found.headers.get('content-type'))"))
