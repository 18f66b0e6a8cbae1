"""Files beside the lessons: a drawing that runs, a page that no check reads, a link out of the project are faults; the rest stays."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from manusiawi.checks.beside import check_beside
from manusiawi.ground.svg import found_in

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def drawing(inside: str) -> list[str]:
    """What is found in a drawing, each with its place."""
    return [f"{line}:{column} {words}" for line, column, words in found_in(f"{HEAD}\n{inside}\n</svg>".encode())]


def first_lines(root: Path) -> list[str]:
    """The first line of each fault of the files beside the lessons."""
    return [str(fault).partition("\n")[0] for fault in check_beside(root)]


@pytest.mark.parametrize(
    "inside, words",
    (
        ("<script>tes()</script>", "2:1 <script> can run something or show another page"),
        ('<g><foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject></g>', "2:4 <foreignObject> can run something"),
        ('<p xmlns="http://www.w3.org/1999/xhtml"/>', "2:1 <p> can run something or show another page"),
        ('<rect onclick="tes()"/>', '2:1 "onclick" on <rect> runs a script'),
        ('<a href="javascript:tes()"><rect/></a>', '2:1 the address "javascript:tes()" could run a script'),
        ('<a xlink:href="javascript:tes()"><rect/></a>', '2:1 the address "javascript:tes()" could run a script'),
        ('<a><set attributeName="xlink:href" to="lain.html"/></a>', '2:4 <set> gives "xlink:href" another value while it is shown'),
        ('<a><set attributeName=" onclick " to="tes()"/></a>', '2:4 <set> gives "onclick" another value while it is shown'),
        ('<a><animate attributeName="HREF" to="b"/></a>', '2:4 <animate> gives "HREF" another value while it is shown'),
        ('<image xlink:href="https://contoh.invalid/a.png"/>', '2:1 <image> loads "https://contoh.invalid/a.png" from elsewhere'),
        ('<use href="data:image/svg+xml,a"/>', '2:1 <use> loads "data:image/svg+xml,a" from elsewhere'),
        ('<rect style="fill:url(https://contoh.invalid/a#b)"/>', '2:1 "style" on <rect> loads "https://contoh.invalid/a#b" from elsewhere'),
        ("<style>\n@import 'https://contoh.invalid/a.css';</style>", '2:1 <style> loads "https://contoh.invalid/a.css" from elsewhere'),
        ('<style>p { fill: url("//contoh.invalid/a") }</style>', '2:1 <style> loads "//contoh.invalid/a" from elsewhere'),
        ("<style>@im<g/>port '//contoh.invalid/a.css';</style>", '2:1 <style> loads "//contoh.invalid/a.css" from elsewhere'),
        ('<image src="//contoh.invalid/a.png"/>', '2:1 <image> loads "//contoh.invalid/a.png" from elsewhere'),
        ("<style>@import /* b */ '//contoh.invalid/a.css';</style>", '2:1 <style> loads "//contoh.invalid/a.css" from elsewhere'),
        ("<style>@supports (fill: url(//contoh.invalid/a)) {}</style>", '2:1 <style> loads "//contoh.invalid/a" from elsewhere'),
        ("<style>g[id=url(//contoh.invalid/a)] {}</style>", '2:1 <style> loads "//contoh.invalid/a" from elsewhere'),
        ("<rect style=\"fill:image-set('//contoh.invalid/a' 1x)\"/>", '2:1 "style" on <rect> loads "//contoh.invalid/a" from elsewhere'),
        ('<rect style="fill:image-set(url(//contoh.invalid/a) 1x)"/>', '2:1 "style" on <rect> loads "//contoh.invalid/a" from elsewhere'),
        ('<g xml:base="lain/"/>', '2:1 "base" on <g> turns every address elsewhere'),
        ("<?tes tes?>", "2:1 <?tes …?> asks the browser for more than the drawing"),
        ("<g>", "3:3 the drawing is broken XML, which browsers show as an error"),
    ),
)
def test_what_a_drawing_runs_or_loads_is_found_at_its_place(inside: str, words: str) -> None:
    assert words in "\n".join(drawing(inside))


def test_entities_of_a_drawing_are_found() -> None:
    assert found_in(b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')[0][2] == 'the entity "a" hides what stands in the drawing'


@pytest.mark.parametrize("inside", ('<a href="javascript:{}"/>', '<image href="https://{}"/>'))
def test_of_a_long_address_sixty_signs_are_shown(inside: str) -> None:
    address = re.search('"(.+)"', inside.format("b" * 80))[1]
    assert f'"{address[:60]}"' in drawing(inside.format("b" * 80))[0]


def test_a_drawing_without_a_namespace_is_read_too_and_one_that_was_cut_is_broken() -> None:
    found = [words for *_, words in found_in(b"<svg><style>@import '//contoh.invalid/a.css'</style><script/></svg>")]
    assert found == ['<style> loads "//contoh.invalid/a.css" from elsewhere', "<script> can run something or show another page"]
    assert found_in(b"<svg>")[0][2] == "the drawing is broken XML, which browsers show as an error"


def test_words_that_load_nothing_stay() -> None:
    inside = """<style>"//contoh.invalid/"</style><style><style>text {}</style></style>
<style>@import url(#b); text { content: "//contoh.invalid/" }</style>
<text>@import '//contoh.invalid/a.css'; url(//contoh.invalid/a)</text>
<g xmlns:tool="http://contoh.invalid/tool" tool:once="1" tool:note="url(//contoh.invalid/a)" aria-label="//contoh.invalid/"/>
<set attributeName="opacity" to="1"/><g attributeName="href"/>"""
    assert drawing(inside) == []


def test_a_file_that_is_no_drawing_at_all_is_left_alone() -> None:
    assert found_in(b"kata saja") == []


def test_what_drawing_programs_write_stays() -> None:
    text = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with a drawing program -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
{HEAD[:-1]} xmlns:tool="http://contoh.invalid/tool" tool:export="a.png" viewBox="0 0 9 9">
<metadata><tool:work tool:about="https://contoh.invalid/"/></metadata>
<style>.a {{ fill: url(#b); font-family: "Noto Sans" }} @font-face {{ src: url(data:font/woff2;base64,AAAA) }}</style>
<defs><linearGradient id="b"/></defs><rect class="a" style="fill:url(#b)" fill="url(#b)"/><use xlink:href="#b"/>
<image href="data:image/png;base64,AAAA"/><a href="https://contoh.invalid/"><text>Kata</text></a>
<circle r="1"><animate attributeName="r" to="2"/></circle>
</svg>"""
    assert found_in(text.encode()) == []


def test_a_drawing_is_told_with_its_file_line_and_mend(example: Path) -> None:
    (example / "docs/id/antre/Loket.SVG").write_text(f"{HEAD}\n <rect onload='tes()'/></svg>", "utf-8")
    assert "\n".join(map(str, check_beside(example))) == (
        'docs/id/antre/Loket.SVG:2:2: "onload" on <rect> runs a script.\n'
        "    Allowed: drawings that only show: shapes, text, and what stands in the file itself.\n"
        "    Mend: remove it, or export the drawing anew as plain SVG."
    )


def test_pages_and_scripts_beside_lessons_are_told_and_the_builders_own_are_not(example: Path) -> None:
    for name in ("antre/alat.html", "antre/alat.JS", "antre/foto.png", "antre/surat.pdf", "assets/quiz.js"):
        (example / "docs/id" / name).parent.mkdir(exist_ok=True)
        (example / "docs/id" / name).write_bytes(b"a")
    for name in (".alat.html", "antre/.alat.html", "antre/.simpanan/alat.html"):
        (example / "docs/id" / name).parent.mkdir(exist_ok=True)
        (example / "docs/id" / name).write_bytes(b"what the builder passes over")
    said = first_lines(example)
    assert [line.partition(": ")[0] for line in said] == ["docs/id/antre/alat.JS:1:1", "docs/id/antre/alat.html:1:1"]
    assert str(next(check_beside(example))) == (
        "docs/id/antre/alat.JS:1:1: browsers run what stands in a .js file, and no check reads it.\n"
        "    Allowed: lessons in Markdown, and pictures, sound, films and papers beside them.\n"
        "    Mend: write a lesson (.md) with its text, or save it as a PDF; a packed drawing as .svg."
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make links")
def test_a_link_out_of_the_project_is_told_and_one_within_it_is_not(example: Path, tmp_path: Path) -> None:
    outside = tmp_path / "surat.svg"
    outside.write_text(f"{HEAD}<script/></svg>", "utf-8")
    (example / "docs/id/antre/surat.svg").symlink_to(outside)
    (example / "docs/id/antre/lagi.md").symlink_to("../../../../surat.svg")
    (example / "docs/id/antre/lain.txt").symlink_to("giliran.md")
    assert first_lines(example) == [
        f"docs/id/antre/{name}:1:1: the file is a link that leads out of the project, and would be published from there."
        for name in ("lagi.md", "surat.svg")
    ]
    assert str(next(check_beside(example))).endswith(
        "    Allowed: files that hold their bytes themselves.\n    Mend: remove the link; if readers need the file, copy it to this place."
    )
