"""The rules on pages: each finds its bad examples and leaves its good ones, in both languages."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pymarkdown.api import PyMarkdownApi, PyMarkdownApiException

from manusiawi.language.known import LANGUAGES
from manusiawi.lint.pageview import PageView, page_views
from manusiawi.lint.rule import RULES
from manusiawi.lint.rules.asking import statistics
from manusiawi.lint.rules.markdown import MARKDOWN_RULES, scan, scan_all
from manusiawi.lint.run import lint
from manusiawi.model.loading import load_course
from manusiawi.model.page import read_page
from tests.helpers.commands import run
from tests.helpers.files import edit
from tests.helpers.projects import DATA

FOLDER = DATA / "lint-prose"
FRONT = "---\ntitle: Contoh\ndescription: Contoh.\n---\n"
MARKDOWN = yaml.safe_load((FOLDER / "MD.yml").read_text("utf-8"))


def page(text: str, language: str = "id", lesson: bool = True) -> PageView:
    """A page with an example's text."""
    page = read_page(FRONT + text, "modul/contoh.md", f"docs/{language}/modul/contoh.md")[0]
    return PageView(page, language, lesson, frozenset(["ASN", "KTP"]), frozenset(["loket"]))


def found(rule: str, text: str, language: str) -> list[str]:
    """What a rule says of an example."""
    return [hit.wrong for hit in RULES[rule].judge(page(text, language))]


def examples(kind: str) -> Iterator[Any]:
    for path in sorted(FOLDER.glob("P*.yml")):
        for language, texts in yaml.safe_load(path.read_text("utf-8"))[kind].items():
            for number, text in enumerate(texts, 1):
                yield pytest.param(path.stem, text, language, id=f"{path.stem}-{language}-{number}")


@pytest.mark.parametrize("rule, text, language", list(examples("bad")))
def test_rule_finds_its_bad_examples(rule: str, text: str, language: str) -> None:
    assert found(rule, text, language)


@pytest.mark.parametrize("rule, text, language", list(examples("good")))
def test_rule_leaves_its_good_examples(rule: str, text: str, language: str) -> None:
    assert found(rule, text, language) == []


def test_every_rule_has_three_bad_and_three_good_examples_in_each_language() -> None:
    for rule in (rule for rule in RULES.values() if rule.of == "page" and rule.id.startswith("P") and rule.id != "P112"):
        data = yaml.safe_load((FOLDER / f"{rule.id}.yml").read_text("utf-8"))
        assert all(len(data[kind][language]) >= 3 for kind in ("bad", "good") for language in LANGUAGES), rule.id


def test_lessons_that_ask_late_are_told_by_their_median_and_where_the_latest_stands() -> None:
    early, middling, late = (page("a" * share + "\n" * share + "[[item a]]\n\n" + "a" * (100 - share) + "\n") for share in (10, 36, 94))
    assert not list(RULES["P109b"].judge([early, early, late])) and not list(RULES["P109b"].judge([]))
    (hit,) = RULES["P109b"].judge([early, late, middling])
    assert hit.wrong.startswith("36% of the text") and hit.place == late.place(4 + 1 + 94)
    assert statistics([early, middling]) == ["P109: 23% of a lesson's text stands before its first question (median of 2 lessons)"]


def test_a_course_of_late_lessons_fails_its_check_in_each_language(example: Path) -> None:
    found = [finding for finding in lint(load_course(example), example) if finding.rule == "P109b"]
    assert [(str(finding.place), finding.level) for finding in found] == [
        (f"docs/{language}/antre/giliran.md:17:1", "error") for language in ("en", "id")
    ]


@pytest.mark.parametrize("rule, text", [(rule, text) for rule, texts in MARKDOWN["bad"].items() for text in texts])
def test_markdown_linter_finds_the_fault_alone(rule: str, text: str) -> None:
    assert {hit[0] for hit in scan(FRONT + text)} == {rule} == {name for name in MARKDOWN_RULES if found(name, text, "id")}


@pytest.mark.parametrize("text", MARKDOWN["good"])
def test_markdown_linter_leaves_the_marks_of_lessons(text: str) -> None:
    assert scan(FRONT + text) == ()


def test_markdown_linter_has_examples_of_every_rule_and_leaves_logging_alone() -> None:
    assert set(MARKDOWN["bad"]) == set(MARKDOWN_RULES) and all(len(texts) >= 3 for texts in MARKDOWN["bad"].values())
    before = logging.getLogger().level, list(logging.getLogger().handlers)
    scan(FRONT + "# Judul\n\nBelum pernah dibaca.\n")
    assert (logging.getLogger().level, list(logging.getLogger().handlers)) == before


def test_a_finding_names_file_line_and_column() -> None:
    (hit,) = RULES["P103"].judge(page("# Judul\n\nBaca `x` [di sini](a.md).\n"))
    assert str(hit.place) == "docs/id/modul/contoh.md:7:10"


def test_lines_keep_their_columns_and_name_their_kind() -> None:
    view = page(
        '## A {#a}\n\n- Satu `dua` [tiga](b.md)\n\n> Empat\n\n| Lima |\n\n[[item x]]\n{: .say }\n```\nenam\n```\nTujuh "delapan."\n'
    )
    assert [(line.number, line.kind) for line in view.lines if line.kind != "blank"] == [
        (5, "heading"),
        (7, "item"),
        (9, "quotation"),
        (11, "table"),
        (13, "mark"),
        (14, "mark"),
        (18, "prose"),
    ]
    assert all(len(line.text) == len(line.raw) == len(line.unquoted) for line in view.lines)
    assert [sentence.text for sentence in view.sentences] == ["Satu tiga", 'Tujuh "delapan."']


def test_a_page_is_excepted_from_a_rule_and_a_level_is_changed(example: Path) -> None:
    path = page_views(load_course(example))[0].path
    edit(example / "docs/id" / path, "\n# ", "\n\n\n# ")

    def findings() -> set[tuple[str, str]]:
        return {(finding.rule, finding.level) for finding in lint(load_course(example), example) if finding.item == path}

    assert ("MD012", "error") in findings()
    (example / "course/lint.yml").write_text(f"exceptions:\n- rule: MD012\n  item: {path}\n  reason: Untuk uji coba.\n", "utf-8")
    assert not {rule for rule, _ in findings()} & {"MD012"}
    (example / "course/lint.yml").write_text("levels:\n- rule: MD012\n  level: warning\n  reason: Untuk uji coba.\n", "utf-8")
    assert ("MD012", "warning") in findings()


def test_a_page_that_stops_the_markdown_linter_is_named_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    real = PyMarkdownApi.scan_path

    def scan_path(linter: PyMarkdownApi, folder: str):
        if any("# Rusak" in path.read_text("utf-8") for path in Path(folder).iterdir()):
            raise PyMarkdownApiException("stopped")
        return real(linter, folder)

    monkeypatch.setattr(PyMarkdownApi, "scan_path", scan_path)
    broken, faulty = FRONT + "# Rusak\n", FRONT + "# Judul\n\n\nKalimat.\n"
    scan_all([broken, faulty])
    assert [hit[0] for source in (broken, faulty) for hit in scan(source)] == ["MD000", "MD012"]


def test_a_hint_is_told_fails_nothing_and_is_no_warning(example: Path) -> None:
    failing = sorted({finding.rule for finding in lint(load_course(example), example) if finding.level != "hint"})
    levels = "".join(f"- rule: {rule}\n  level: hint\n  reason: Untuk uji coba.\n" for rule in failing)
    (example / "course/lint.yml").write_text(f"levels:\n{levels}", "utf-8")
    done = run(example, "check")
    assert done.returncode == 0 and re.search(r"^0 errors, 0 warnings, [1-9]\d* hints of", done.stderr, re.MULTILINE), done.stderr
    assert 'giliran.md:5:1: P106 hint: no part has the anchor "hukum".' in done.stderr
    sarif = json.loads(run(example, "check", "--format", "sarif").stdout)
    assert {row["level"] for row in sarif["runs"][0]["results"]} == {"note"}, "as the standard calls a hint"
