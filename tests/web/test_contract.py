"""What pages and scripts agree on stands in one file, web/src/contract.d.ts: both sides keep to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manusiawi.ground.catalogue import phrases
from manusiawi.render.scripts import BUNDLES, WORDS
from tests.helpers.scripts import SOURCES, WEB, holders_of, users_of
from tools.scripts import OTHERS, PARTS, differing, entry

CONTRACT = (WEB / "src" / "contract.d.ts").read_text("utf-8")
BY_SCRIPTS = "// ---- Written by scripts."
ATTRIBUTES = re.search(r"interface DOMStringMap \{(.*?)\n\}", CONTRACT, re.DOTALL)[1]
IN_PAGES = re.compile(r"\bdata-([a-z-]+)(?=[=\s>])")


def attributes_of(text: str) -> set[str]:
    """The attributes that a part of the contract declares."""
    return set(re.findall(r"^  (\w+)\??: ", text, re.MULTILINE))


def test_every_attribute_that_pages_hold_is_declared_and_every_declared_one_is_written(site: Path) -> None:
    written: set[str] = set()
    for page in site.rglob("*.html"):
        for tag in re.findall(r"<[a-z][^<>]*\bdata-[^<>]*>", page.read_text("utf-8")):
            written.update(IN_PAGES.findall(re.sub(r'="[^"]*"', "=", tag)))
    assert written == attributes_of(ATTRIBUTES.partition(BY_SCRIPTS)[0])


def test_every_attribute_that_scripts_name_is_declared_and_every_declared_one_is_read() -> None:
    read: set[str] = set()
    for text in SOURCES.values():
        for names in re.findall(
            r"""\bdataset\.(\w+)|\[data-([a-z-]+)\b|"(\w+)" in \w+\.dataset|const \{ ([\w, ]+) \} = \w+\.dataset""", text
        ):
            read.update("".join(names).split(", "))
    read.discard("")
    styled = ATTRIBUTES.partition("// ---- Written by Python, read by styles")[2].partition(BY_SCRIPTS)[0]
    computed = {"module", "outcome"}  # tests.js puts their names together
    assert read | computed == attributes_of(ATTRIBUTES) - attributes_of(styled)


@pytest.mark.parametrize("name", WORDS)
def test_every_phrase_that_a_part_says_is_one_of_its_own(name: str) -> None:
    prefix, needed = WORDS[name]
    own = set(phrases("id", prefix))
    assert len(holders_of(name)) == 1, "set in once, since it is long"
    assert f"{name}: any" in CONTRACT and needed <= own
    said = {one or other for text in users_of(name) for one, other in re.findall(r"(?<![\w/])words(?:\.([\w]+)|\[\"([\w-]+)\"\])", text)}
    (holder,) = holders_of(name)
    parts = set(phrases("id", WORDS["WORDS_PARTS"][0])) if "partWords" in SOURCES[holder] else set()
    assert said <= (needed or own) | parts, said - (needed or own) - parts


def test_the_course_is_named_in_one_place() -> None:
    for path, text in SOURCES.items():
        assert "manusiawi" not in re.sub(r"^\s*(?://|\*|/\*).*$", "", text, flags=re.MULTILINE).lower(), path
    assert all(f"declare const {name}: string" in CONTRACT for name in ("COURSE_KEY", "COURSE_NAME", "COURSE_TOP"))


def test_every_part_of_a_bundle_is_a_function_of_its_module() -> None:
    for name, path in PARTS.items():
        assert f"export function {name}()" in SOURCES[path.removeprefix("./")], name
    assert {part for parts in BUNDLES.values() for part in parts} | {"site"} == set(PARTS)
    assert entry(("done", "own")).endswith("run(own);\nrunLater(site, done);\n") and entry(("quiz",)).endswith("run(site, quiz);\n")


def test_the_kept_bundles_are_those_that_pages_and_workers_load() -> None:
    assert {path.stem for path in (WEB / "dist").iterdir()} == {*BUNDLES, *OTHERS}
    for path in (WEB / "dist").iterdir():
        script = path.read_text("utf-8")
        assert all(script.count(name) <= 1 for name in WORDS), path.name


def test_bundles_that_differ_from_their_sources_are_named(tmp_path: Path) -> None:
    made, kept = tmp_path / "made", tmp_path / "kept"
    for folder, files in ((made, {"a.js": "1", "b.js": "2"}), (kept, {"a.js": "1", "b.js": "3", "c.js": "4"})):
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
    assert differing(made, kept) == ["b.js", "c.js"] and differing(made, made) == []
