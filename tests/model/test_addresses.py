"""The addresses that the course keeps: nobody writes over an author's page, no question takes an id of the page around it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from manusiawi.build.generate import generate
from manusiawi.checks.course import check
from manusiawi.checks.items import KEPT_NODES
from manusiawi.checks.texts import known_anchors
from manusiawi.entries.items import BranchingCase
from manusiawi.ground.faults import CourseFaults
from manusiawi.model.addresses import FRAME_IDS, MADE_IDS
from manusiawi.model.loading import load_course
from tests.helpers.files import edit

OWN = "---\ntitle: Milik saya\ndescription: Milik saya.\n---\n# Milik saya\n"


@pytest.mark.parametrize("path", ["glosarium.md", "sumber.md", "tes-awal.md", "antre/soal.md", "antre/kunci.md", "sumber/catatan.md"])
def test_an_authors_page_at_a_kept_place_is_a_fault_and_stays(example: Path, path: str) -> None:
    for language in ("id", "en"):
        page = example / f"docs/{language}/{path}"
        page.parent.mkdir(exist_ok=True)
        page.write_text(OWN, "utf-8")
    with pytest.raises(CourseFaults) as stopped:
        generate(example)
    assert f"docs/id/{path}:1:1: the course writes a page of this name itself" in str(stopped.value)
    assert (example / f"docs/id/{path}").read_text("utf-8") == OWN


def test_a_page_put_at_a_kept_place_while_the_course_is_served_is_not_written_over(example: Path) -> None:
    generate(example)
    (example / "docs/id/glosarium.md").write_text(OWN, "utf-8")
    with pytest.raises(CourseFaults):
        generate(example)
    assert (example / "docs/id/glosarium.md").read_text("utf-8") == OWN


def test_a_lesson_may_bear_a_name_that_is_kept_elsewhere_alone(example: Path) -> None:
    for language in ("id", "en"):
        (example / f"docs/{language}/antre/sumber.md").write_text(OWN, "utf-8")
    assert check(load_course(example), example) == [] and "antre/sumber.md" in load_course(example).pages["id"]


@pytest.mark.parametrize(
    "quote", ["`<!-- generated: dari quizzes/ -->`", '`<!-- generated: x -->` `<meta http-equiv="refresh" content="0">`']
)
def test_a_page_that_quotes_the_mark_of_generated_pages_stays(example: Path, quote: str) -> None:
    for language in ("id", "en"):
        (example / f"docs/{language}/penjelasan.md").write_text(f"{OWN}\nHalaman buatan dimulai dengan {quote}.\n", "utf-8")
    generate(example)
    assert (example / "docs/id/penjelasan.md").exists() and "penjelasan.md" in load_course(example).pages["id"]


def test_generated_pages_are_written_and_removed_as_before(example: Path) -> None:
    generate(example)
    assert (example / "docs/id/antre/soal.md").exists()
    (example / "docs/id/sumber/lama.md").write_text((example / "docs/id/sumber.md").read_text("utf-8"), "utf-8")
    generate(example)
    assert not (example / "docs/id/sumber/lama.md").exists()


@pytest.mark.parametrize("name", ["kursus", "isi", "hasil", "rencana", "nama", "soal-utama"])
def test_a_question_named_like_a_part_of_the_page_is_a_fault(example: Path, name: str) -> None:
    edit(example / "quizzes/antre.yml", "id: nomor-hilang", f"id: {name}")
    for language in ("id", "en"):
        edit(example / f"docs/{language}/antre/giliran.md", "nomor-hilang", name)
    assert f'the address "{name}" belongs to the page around the question' in str(check(load_course(example), example)[0])


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value and tag != "h1"]  # a title's own is made of its words


def test_the_list_of_kept_ids_holds_every_id_of_the_built_pages_that_is_no_text_of_an_author(site: Path, course) -> None:
    anchors = known_anchors(course)
    scenes = {f"{item.id}-{node.id}" for item in course.items.values() if isinstance(item, BranchingCase) for node in item.nodes}
    questions = {*course.items, *scenes, *(f"{item}-{part}" for item in course.items for part in KEPT_NODES)}
    questions |= {f"{form}-{item}" for form in course.names.tests for item in course.items}  # on the key to both tests
    entries = {row.id.lower() for row in course.speech.values()} | {name for chart in course.charts for name in (chart, f"{chart}-judul")}
    made = re.compile(r"(?:langkah|jawaban|rencana|pertanyaan|gambar)-[\w-]+|[\w-]+-hari-\d+")
    row = re.compile(
        r"-(?:[0-9a-z]{5}|h)$"
    )  # a row of a question is named like it, with a fingerprint; the heading of a scene like the scene
    seen = set()
    for page in site.rglob("*.html"):
        parser = _Ids()
        parser.feed(page.read_text("utf-8"))
        assert len(parser.ids) == len(set(parser.ids)), f"an id stands twice on {page.relative_to(site)}"
        path = page.relative_to(site).as_posix().removeprefix("en/").removesuffix(".html") + ".md"
        own = anchors.get(("id", path), set()) | entries | questions | set(course.modules)
        own |= {slug for module in course.modules.values() for slug in module.page_slugs}  # headings of the key's page
        own |= {law.id for law in course.law.instruments} | {example.id for example in course.lens.examples}
        own |= {name.removesuffix(".md") for name in course.names.tests.values()}
        if course.items.keys().isdisjoint(parser.ids):
            continue  # no question stands here that could take a part's id
        left = {name for name in parser.ids if name not in own and row.sub("", name) not in own and not made.fullmatch(name)}
        assert left <= FRAME_IDS | MADE_IDS, f"{page.relative_to(site)}: {sorted(left - FRAME_IDS - MADE_IDS)}"
        seen |= left
    assert seen >= FRAME_IDS
