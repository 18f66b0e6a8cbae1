"""A person who begins a lesson, a module, a question or a case gets files that lack nothing but words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest
import yaml

from manusiawi.authoring import menus, scaffold
from manusiawi.authoring.new import TEMPLATES, make_new
from manusiawi.build.site import build_site
from manusiawi.checks.course import check
from manusiawi.checks.unwritten import PLACEHOLDER, unwritten, unwritten_page
from manusiawi.entries.items import ITEM_TYPES
from manusiawi.entries.shapes import SHAPES
from manusiawi.ground.faults import CourseFaults, Fault
from manusiawi.language.known import LANGUAGES
from manusiawi.lint.run import lint
from manusiawi.model.loading import load_course
from manusiawi.model.page import read_page
from tests.helpers.projects import PROJECT

NEEDED = ["hukum", "pokok"]  # the parts of a lesson of any shape, the last two
PAGES = ("module", "case", *(f"lesson-{shape}" for shape in SHAPES))
MENUS = {"id": "mkdocs.yml", "en": "mkdocs.en.yml"}


def new(root: Path, *words: str, shape: str = "") -> str:
    """Begins something; a lesson in some shape, where none is named."""
    return make_new(root, list(words), shape or ("log" if words[:1] == ("lesson",) else ""))


def refused(root: Path, *words: str) -> str:
    """What a command that cannot be done says; it must leave every file as it was."""
    before = contents(root)
    with pytest.raises(CourseFaults) as told:
        new(root, *words)
    assert contents(root) == before
    return str(told.value)


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def faults(root: Path) -> tuple[list[Fault], list[Fault]]:
    """The faults of the check, and those of them that only tell what is unwritten."""
    left = list(unwritten(load_course(root), root))
    return sorted({*check(load_course(root), root)} - {*left}), left


def write_everything(root: Path) -> None:
    """Puts real words, each different, in the place of every placeholder."""
    number = count(1)
    for folder in ("docs", "quizzes", "course"):
        for path in sorted((root / folder).rglob("*.*")):
            if path.suffix in (".md", ".yml"):
                text = path.read_text("utf-8")
                path.write_text(PLACEHOLDER.sub(lambda _: f"Kata yang nyata nomor {next(number)}", text), "utf-8")


def menu(text: str) -> list:
    """The menu of a configuration, its tags aside."""
    return yaml.safe_load(re.sub(r"!ENV", "", text))["nav"]


def edit(path: Path, old: str, new_: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new_, 1), "utf-8")


def real_texts() -> dict[str, str]:
    """The real course as text."""
    paths = [
        *(PROJECT / name for name in ("course/course.yml", *MENUS.values())),
        *(PROJECT / "quizzes").glob("*.yml"),
        *(PROJECT / "docs").rglob("*.md"),
    ]
    return {path.relative_to(PROJECT).as_posix(): path.read_text("utf-8") for path in paths}


@pytest.fixture(scope="module")
def templates() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in TEMPLATES.iterdir() if path.is_file()}


def test_a_new_lesson_lacks_nothing_but_words(example: Path) -> None:
    told = new(example, "lesson", "antre", "pojok")
    others, left = faults(example)
    assert others == [] and left
    assert "wrote docs/id/antre/pojok.md\nwrote docs/en/antre/pojok.md\nchanged course/course.yml\n" in told
    assert f"{len(left)} places" in told


@pytest.mark.parametrize("shape", SHAPES)
def test_a_new_lesson_has_its_shape_and_the_parts_of_every_lesson_in_both_languages(example: Path, shape: str) -> None:
    new(example, "lesson", "antre", "pojok", shape=shape)
    anchors = []
    for language in LANGUAGES:
        path = f"docs/{language}/antre/pojok.md"
        page, told = read_page((example / path).read_text("utf-8"), "antre/pojok.md", path)
        assert told == [] and page.head.shape == shape
        assert [mark.name for mark in page.marks] == ["outcomes"]
        assert page.anchors[-2:] == NEEDED and len(page.anchors) > 3
        anchors.append(page.anchors)
    assert anchors[0] == anchors[1]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_lesson_of_each_shape_needs_only_words_and_questions_to_pass_the_rules_on_lessons(example: Path, shape: str) -> None:
    new(example, "lesson", "antre", "pojok", shape=shape)
    for language in LANGUAGES:
        path = example / f"docs/{language}/antre/pojok.md"
        questions = iter(("papan", "tulis-kata", "renungan"))
        text = re.sub(rf"(?m)^{PLACEHOLDER.pattern}$", partial(_asked, questions), path.read_text("utf-8"))
        path.write_text(PLACEHOLDER.sub("Kata", text), "utf-8")
    found = [finding for finding in lint(load_course(example), example) if finding.item == "antre/pojok.md"]
    assert [str(finding) for finding in found if finding.rule in ("P106", "P109", "P111", "P112", "T203")] == []


def _asked(questions: Iterator[str], found: re.Match[str]) -> str:
    """A question where a template asks for its mark."""
    return f"[[item {next(questions)}]]" if re.search("TANDA SOAL|MARK OF A", found[0]) else found[0]


def test_a_new_lesson_stands_in_the_plan_and_in_both_menus_before_the_self_check(example: Path) -> None:
    new(example, "lesson", "antre", "pojok")
    assert [lesson.slug for lesson in load_course(example).modules["antre"].lessons] == ["giliran", "pojok"]
    for name in MENUS.values():
        section = menu((example / name).read_text("utf-8"))[1]["Module 1"]
        assert section == ["antre/index.md", "antre/giliran.md", "antre/pojok.md", "antre/soal.md"]


def test_a_lesson_written_in_full_has_no_fault_and_the_site_builds(example: Path) -> None:
    new(example, "lesson", "antre", "pojok")
    write_everything(example)
    assert faults(example) == ([], [])
    build_site(example, example / "site")
    for path in ("site/antre/pojok.html", "site/en/antre/pojok.html"):
        assert 'id="hukum"' in (example / path).read_text("utf-8")


def test_a_course_can_grow_by_every_command_and_is_built_when_its_words_are_written(example: Path) -> None:
    new(example, "module", "meja")
    new(example, "lesson", "meja", "tinggi")
    new(example, "lesson", "meja", "kursi")
    new(example, "case", "meja", "kasus")
    new(example, "lesson", "meja", "lampu")
    for kind in ITEM_TYPES:
        new(example, "item", "meja", kind, f"meja-{kind}")
    others, left = faults(example)
    assert others == [] and left
    write_everything(example)
    assert faults(example) == ([], [])
    build_site(example, example / "site")
    module = load_course(example).modules["meja"]
    assert module.number == 2 and module.case == "kasus" and [lesson.slug for lesson in module.lessons] == ["tinggi", "kursi", "lampu"]
    for name in MENUS.values():
        words = "Modul 2" if name == "mkdocs.yml" else "Module 2"
        assert menu((example / name).read_text("utf-8"))[2] == {
            words: [f"meja/{page}.md" for page in ("index", "tinggi", "kursi", "lampu", "kasus", "soal")]
        }
    page = (example / "site/meja/soal.html").read_text("utf-8")
    assert all(f'id="meja-{kind}"' in page for kind in ITEM_TYPES)
    assert 'id="meja-kasus"' in (example / "site/en/meja/kasus.html").read_text("utf-8")


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_a_new_question_of_each_type_lacks_nothing_but_words(example: Path, kind: str) -> None:
    new(example, "item", "antre", kind, "baru")
    others, left = faults(example)
    assert others == [] and {fault.place.file for fault in left} == {"quizzes/antre.yml"}
    assert list(load_course(example).banks["antre"].items)[-1].id == "baru"


def test_a_new_case_sets_its_own_question_and_stands_before_the_self_check(example: Path) -> None:
    new(example, "case", "antre", "menyela")
    assert faults(example)[0] == []
    course = load_course(example)
    assert course.modules["antre"].case == "menyela" and "antre-menyela" in course.set_items("antre")
    assert "antre/menyela.md\n      - antre/soal.md" in (example / "mkdocs.yml").read_text("utf-8")


def test_a_new_module_says_that_its_first_lesson_is_missing_until_there_is_one(example: Path) -> None:
    new(example, "module", "meja")
    others, left = faults(example)
    assert others == [] and "the question names no lesson yet" in [fault.found for fault in left], (
        "the preview works, the check does not pass"
    )
    new(example, "lesson", "meja", "tinggi")
    assert "the question names no lesson yet" not in [fault.found for fault in faults(example)[1]]
    assert load_course(example).items["meja-1"].lesson == "tinggi"


def test_edits_add_lines_and_change_no_other(example: Path) -> None:
    files = ["course/course.yml", "quizzes/antre.yml", *MENUS.values()]
    edit(example / files[0], "  draw: 6\n", "  # how many open the self-check\n  draw: 6\n")
    before = {name: (example / name).read_text("utf-8").splitlines() for name in files}
    new(example, "lesson", "antre", "pojok")
    new(example, "case", "antre", "menyela")
    new(example, "module", "meja")
    for name in files:
        rest = iter((example / name).read_text("utf-8").splitlines())
        assert all(line in rest for line in before[name]), name


def test_line_ends_of_windows_stay(example: Path) -> None:
    path = example / "course/course.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    new(example, "lesson", "antre", "pojok")
    data = path.read_bytes()
    assert b"- slug: pojok\r\n" in data and data.count(b"\n") == data.count(b"\r\n")


def test_a_new_module_of_the_real_course_takes_its_place_behind_the_ninth(templates: dict[str, str]) -> None:
    slug, number = "baru-sekali", 10
    texts = real_texts()
    planned, told = scaffold.plan(["module", slug], texts, templates)
    assert told == []
    for name, word in menus.MENUS.items():
        now, before = menu(planned[name]), menu(texts[name])
        (learn, now_modules), (_, modules) = (next(iter(groups[1].items())) for groups in (now, before))
        assert now_modules[9] == {f"{word} {number}": [f"{slug}/index.md", f"{slug}/soal.md"]}
        assert now_modules[:9] + now_modules[10:] == modules and [now[0], {learn: modules}, *now[2:]] == before
        new_lines = (f"      - {word} {number}:", f"          - {slug}/index.md", f"          - {slug}/soal.md")
        assert [line for line in planned[name].splitlines() if line not in new_lines] == texts[name].splitlines()
    plan = yaml.safe_load(planned["course/course.yml"])
    module = next(module for module in plan["modules"] if module["slug"] == slug)
    assert module["number"] == number and module["outcomes"][0]["id"] == f"o{number}-1"
    assert len(plan["modules"]) == 10
    assert {"loket": "HAM di loket", "kelompok-rentan": "Kelompok rentan, budaya, dokumen"}.get(slug, "TULIS JUDUL MODUL") in planned[
        f"docs/id/{slug}/index.md"
    ]


def test_a_lesson_of_the_real_course_stands_before_its_case(templates: dict[str, str]) -> None:
    texts = real_texts()
    planned, told = scaffold.plan(["lesson", "nondiskriminasi", "pojok"], texts, templates, "log")
    assert told == []
    for name in MENUS.values():
        assert "berhenti-periksa.md\n          - nondiskriminasi/pojok.md\n          - nondiskriminasi/kasus.md\n" in planned[name]
    assert "    needs: [bias]\n  - slug: pojok\n    minutes: 7  # " in planned["course/course.yml"]
    assert "quizzes/nondiskriminasi.yml" not in planned


def test_a_question_is_added_behind_the_last_of_the_real_bank(templates: dict[str, str]) -> None:
    texts = real_texts()
    planned, told = scaffold.plan(["item", "nondiskriminasi", "reflection", "nd-baru"], texts, templates)
    assert told == [] and list(planned) == ["quizzes/nondiskriminasi.yml"]
    assert planned["quizzes/nondiskriminasi.yml"].startswith(texts["quizzes/nondiskriminasi.yml"])


REFUSED = {
    "no-words": ((), "command line:1:5: the command does not say what is new.", "new item MODULE TYPE ID", "Mend: write one of these."),
    "unknown-kind": (
        ("leson", "antre", "x"),
        'command line:1:5: nothing new is called "leson".',
        "new lesson MODULE SLUG --shape SHAPE",
        'Mend: write "new lesson".',
    ),
    "too-few": (
        ("lesson", "antre"),
        "command line:1:18: the command lacks SLUG.",
        "Allowed: new lesson MODULE SLUG --shape SHAPE.",
        "Mend: ",
    ),
    "too-many": (("module", "a", "b"), 'command line:1:14: "b" is one word too many.', "Allowed: new module SLUG.", "Mend: "),
    "unknown-module": (("lesson", "antri", "x"), 'command line:1:12: no module is named "antri".', '"antre"', 'Mend: write "antre".'),
    "bad-name": (
        ("lesson", "antre", "Pojok Baca"),
        'command line:1:18: "Pojok Baca" cannot name a lesson.',
        "small letters, digits",
        'write "pojok-baca"',
    ),
    "climbing": (("module", "../../etc"), 'command line:1:12: "../../etc" cannot name a module.', "small letters", 'write "etc"'),
    "empty-name": (("module", ""), 'command line:1:12: "" cannot name a module.', "small letters", "choose another name"),
    "kept-page": (("lesson", "antre", "soal"), 'command line:1:18: "soal" cannot name a lesson.', 'not "index"', "choose another name"),
    "device": (("module", "nul"), 'command line:1:12: Windows keeps "nul" for a device', "small letters", "choose another name"),
    "device-in-capitals": (("lesson", "antre", "Con"), 'command line:1:18: Windows keeps "Con"', "small letters", "choose another name"),
    "kept-folder": (("module", "en"), 'command line:1:12: "en" cannot name a module.', 'not "assets", "en"', "choose another name"),
    "lesson-there": (
        ("lesson", "antre", "giliran"),
        'command line:1:18: module "antre" has "giliran" already.',
        "Allowed",
        "choose another name",
    ),
    "module-there": (
        ("module", "antre"),
        'command line:1:12: module "antre" has lessons already.',
        "Allowed: a new name",
        "new lesson antre SLUG --shape SHAPE",
    ),
    "unknown-type": (
        ("item", "antre", "singel-choice", "x"),
        'command line:1:16: "singel-choice" is no type of question.',
        "reflection",
        'write "single-choice"',
    ),
    "id-there": (
        ("item", "antre", "reflection", "papan"),
        'the question id "papan" is taken, at quizzes/antre.yml:',
        "an id that no question ever had",
        "another name",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_done_is_told_with_its_mend_and_nothing_is_written(example: Path, name: str) -> None:
    words, *parts = REFUSED[name]
    told = refused(example, *words)
    assert all(part in told for part in parts), told


SHAPE_REFUSED = {
    "no-shape": (("lesson", "antre", "pojok"), "", "command line:1:24: the command does not say which shape", '"fading", a worked example'),
    "unknown-shape": (("lesson", "antre", "pojok"), "dosier", 'no lesson has the shape "dosier"', "Mend: write --shape dossier."),
    "shape-of-a-case": (("case", "antre", "pojok"), "log", 'a case has no shape, "log" is given', "Mend: leave --shape out."),
}


@pytest.mark.parametrize("name", SHAPE_REFUSED)
def test_a_lesson_names_one_of_the_shapes_and_nothing_else_does(example: Path, name: str) -> None:
    words, shape, *parts = SHAPE_REFUSED[name]
    before = contents(example)
    with pytest.raises(CourseFaults) as told:
        make_new(example, list(words), shape)
    assert all(part in str(told.value) for part in parts), str(told.value)
    assert contents(example) == before


def test_a_file_that_exists_is_never_overwritten(example: Path) -> None:
    (example / "docs/en/antre/pojok.md").write_text("---\ntitle: A\ndescription: B\n---\n", "utf-8")
    assert "docs/en/antre/pojok.md:1:1: the file exists already." in refused(example, "lesson", "antre", "pojok")
    (example / "quizzes/meja.yml").write_text("module: meja\nitems: []\n", "utf-8")
    assert "quizzes/meja.yml:1:1: the file exists already." in refused(example, "module", "meja")


def test_an_id_that_was_ever_published_is_not_used_again(example: Path) -> None:
    (example / "course/promises.txt").write_text("# kept\nitem dulu\n", "utf-8")
    assert '"dulu" is taken, at course/promises.txt:2:1' in refused(example, "item", "antre", "reflection", "dulu")


def test_a_second_case_is_refused(example: Path) -> None:
    new(example, "case", "antre", "menyela")
    assert 'module "antre" has a case already, "menyela".' in refused(example, "case", "antre", "lagi")


def test_a_module_that_is_only_planned_asks_to_be_begun_first(example: Path) -> None:
    edit(
        example / "course/course.yml",
        "misconceptions:",
        "- number: 2\n  slug: meja\n  title:\n    id: Meja\n    en: Desks\n  seed: [S1]\nmisconceptions:",
    )
    assert "write `new module meja` first" in refused(example, "lesson", "meja", "tinggi")
    new(example, "module", "meja")
    assert 'title: "Desks"' in (example / "docs/en/meja/index.md").read_text("utf-8")
    new(example, "lesson", "meja", "tinggi")
    assert faults(example)[0] == []


@pytest.mark.parametrize(
    "file, old, broken, says",
    [
        ("course/course.yml", "modules:", "modules: [", "course/course.yml:"),
        ("quizzes/antre.yml", "items:", "items: [", "quizzes/antre.yml:"),
        (
            "course/course.yml",
            "  lessons:\n  - slug: giliran\n    minutes: 5\n    outcomes: [o1]\n",
            "  lessons: [{slug: giliran, minutes: 5, outcomes: [o1]}]\n",
            "course/course.yml:14:12: nothing can be added here.",
        ),
        (
            "mkdocs.yml",
            "  - Module 1:\n      - antre/index.md\n      - antre/giliran.md\n      - antre/soal.md\n",
            "",
            'the menu has no section of module "antre".',
        ),
        ("mkdocs.yml", "nav:", "nav: [", "mkdocs.yml:"),
    ],
)
def test_a_file_that_cannot_be_edited_is_told_and_nothing_is_written(example: Path, file: str, old: str, broken: str, says: str) -> None:
    edit(example / file, old, broken)
    command = ("item", "antre", "reflection", "baru") if file.startswith("quizzes") else ("lesson", "antre", "pojok")
    assert says in refused(example, *command)


def test_an_error_of_writing_puts_back_what_was_there(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(example)
    usual = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if "mkdocs.en.yml" in path.name:
            raise OSError(28, "No space left on device", str(path))
        return usual(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError):
        new(example, "module", "meja")
    assert contents(example) == before and not (example / "docs/id/meja").exists()


def test_what_is_unwritten_is_told_with_its_place(example: Path) -> None:
    edit(example / "docs/en/antre/giliran.md", "[[outcomes]]", "[[outcomes]]\n\nSee WRITE THE LESSON'S TITLE, soon.")
    assert [str(fault) for fault in unwritten(load_course(example), example)] == [
        (
            'docs/en/antre/giliran.md:9:5: "WRITE THE LESSON\'S TITLE" is still to be written.\n'
            "    Allowed: words for the reader in place of the capitals.\n"
            "    Mend: write it; after a # decide what the line holds, then remove the note."
        )
    ]


@pytest.mark.parametrize(
    "text",
    ["Please write it down.", "TULIS saja.", "WRITE Andi a letter.", "`TULIS JUDUL`", "```\nTULIS JUDUL\n```\n", "OVERWRITE THE FILE"],
)
def test_words_that_only_look_so_are_left_alone(text: str) -> None:
    page = read_page(f"---\ntitle: A\ndescription: B\n---\n{text}", "a.md", "docs/id/a.md")[0]
    assert list(unwritten_page(page, "docs/id/a.md")) == []


def test_nothing_is_unwritten_in_the_real_course_nor_in_the_example(example: Path) -> None:
    assert list(unwritten(load_course(PROJECT), PROJECT)) == [] and list(unwritten(load_course(example), example)) == []


def test_every_template_marks_what_to_write_in_the_language_of_its_page() -> None:
    pages = {f"{page}.{language}.md" for page in PAGES for language in LANGUAGES}
    entries = {f"item-{kind}.yml" for kind in ITEM_TYPES} | {"plan-module.yml", "plan-outcomes.yml"}
    notes = {"plan-lesson.yml", "bank.yml", "pictures.yml"}  # which ask for nothing in words
    files = [path for path in TEMPLATES.iterdir() if path.is_file()]
    assert {path.name for path in files} == pages | entries | notes
    for path in (path for path in files if path.name not in notes):
        found = PLACEHOLDER.findall(path.read_text("utf-8"))
        first = {word.split()[0] for word in found}
        assert first == ({"TULIS", "WRITE"} if path.suffix == ".yml" else {"TULIS"} if ".id." in path.name else {"WRITE"}), path.name


def test_both_languages_of_a_page_template_ask_for_the_same(templates: dict[str, str]) -> None:
    for page in PAGES:
        ours, theirs = (templates[f"{page}.{language}.md"] for language in ("id", "en"))
        signs = [re.sub(r"(?<=\w)-(?=\w)|[^\n{}#\[\]!:-]", "", PLACEHOLDER.sub("", text)) for text in (ours, theirs)]
        assert signs[0] == signs[1] and len(PLACEHOLDER.findall(ours)) == len(PLACEHOLDER.findall(theirs)), page


def test_a_missing_template_is_told(example: Path) -> None:
    texts = {path.relative_to(example).as_posix(): path.read_text("utf-8") for path in example.rglob("*.*") if path.is_file()}
    planned, told = scaffold.plan(["lesson", "antre", "pojok"], texts, {}, "log")
    assert planned == {} and [fault.place.file for fault in told] == ["templates/lesson-log.id.md"]
