"""The Markdown extension in any program that runs Python-Markdown, page after page."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from manusiawi.render.extension import CourseExtension
from tests.helpers.files import save
from tests.helpers.projects import copy_example


class _Of(Treeprocessor):
    """A processor that knows the page, as MkDocs and Zensical set one in."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.file = type("File", (), {"src_uri": ""})()

    def run(self, root: Element) -> None:
        pass


def test_an_instance_used_for_a_second_page_knows_nothing_of_the_first(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "course")
    md = Markdown(extensions=[CourseExtension(root=str(root), language="id")])
    place = _Of(md)
    md.treeprocessors.register(place, "place", 0)
    place.file.src_uri = "antre/giliran.md"
    first = md.convert("# Giliran\n\n[[item nomor-hilang]]\n")
    assert 'data-page="antre/giliran.html"' in first
    md.reset()
    place.file.src_uri = "index.md"
    save(root, "course/glossary.yml", "terms:\n", "terms:\n- id: baru\n  term: {id: baru, en: new}\n  meaning: {id: Baru., en: New.}\n")
    second = md.convert("# Beranda\n\n[[item nomor-hilang]]\n\n[[term baru]]\n")
    assert 'class="addr" href="index.md"' in second and "antre/giliran.html?" not in second and 'data-page="antre' not in second
    assert "[[term baru]]" not in second, "the course is looked at anew"
