"""Lessons may hold HTML that shows something; what runs, or loads from another host, is a fault with its place and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.commands import told
from tests.helpers.files import edit

LESSON = "docs/id/antre/giliran.md"
LAST = "Setiap orang punya giliran"


def beside(example: Path, lines: str) -> str:
    """What is told of the example once both languages' lesson ends with some lines; the Indonesian faults alone."""
    for language in ("id", "en"):
        path = example / f"docs/{language}/antre/giliran.md"
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{lines}\n", "utf-8")
    return "\n".join(fault for fault in told(example).split("\ndocs/en/") if "docs/id/" in fault or not fault.startswith("antre/"))


def last_line(example: Path) -> int:
    """The number of the lesson's last line."""
    return len((example / LESSON).read_text("utf-8").rstrip().split("\n"))


def first_words(example: Path, lines: str) -> str:
    """Where the last fault of the Indonesian lesson is, counted from its last line, and what was found."""
    faults = [line for line in beside(example, lines).split("\n") if line.startswith(f"{LESSON}:")]
    assert faults, "no fault is told"
    line, column, found = faults[-1].removeprefix(f"{LESSON}:").split(":", 2)
    return f"{int(line) - last_line(example)}:{column}:{found}"


@pytest.mark.parametrize(
    "lines, words",
    (
        ("<script>tes()</script>", "0:1: <script> is no HTML that a lesson may hold"),
        ('<script src="https://contoh.invalid/a.js"></script>', "0:1: <script> is no HTML that a lesson may hold"),
        ('<iframe src="https://contoh.invalid/"></iframe>', "0:1: <iframe> is no HTML that a lesson may hold"),
        ('Kata <object data="a.pdf"></object> kata', "0:6: <object> is no HTML that a lesson may hold"),
        ('<base href="https://contoh.invalid/">', "0:1: <base> is no HTML that a lesson may hold"),
        ('<meta http-equiv="refresh" content="0;url=lain.html">', "0:1: <meta> is no HTML that a lesson may hold"),
        ('<link rel="stylesheet" href="https://contoh.invalid/a.css">', "0:1: <link> is no HTML that a lesson may hold"),
        ("<style>p { color: red }</style>", "0:1: <style> is no HTML that a lesson may hold"),
        ('<form action="https://contoh.invalid/">Kata.</form>', "0:1: <form> is no HTML that a lesson may hold"),
        ('<svg onload="tes()"><rect width="1" height="1"/></svg>', '0:6: "onload" on <svg> runs a script.'),
        ('Kata <b onclick="tes()">tebal</b>', '0:9: "onclick" on <b> runs a script.'),
        ('<img src="foto.png" alt="Loket" onerror="tes()">', '0:33: "onerror" on <img> runs a script.'),
        ('<div markdown onclick="tes()">\nKata.\n</div>', '-2:15: "onclick" on <div> runs a script.'),
        ('Kata kata.\n{: onmouseover="tes()" }', '0:4: "onmouseover" on <p> runs a script.'),
        ("[kata](javascript:tes())", '0:8: the address "javascript:tes()" could run a script.'),
        ("[kata][tes]\n\n[tes]: javascript:tes()", '0:8: the address "javascript:tes()" could run a script.'),
        ('[kata](giliran.md){: href="javascript:tes()" }', '0:28: the address "javascript:tes()" could run a script.'),
        ("![Loket](https://contoh.invalid/foto.png)", '0:10: <img> loads "https://contoh.invalid/foto.png" from elsewhere.'),
        ("![Loket](//contoh.invalid/foto.png)", '0:10: <img> loads "//contoh.invalid/foto.png" from elsewhere.'),
        ("![Loket](data:image/png;base64,AAAA)", '0:10: <img> loads "data:image/png;base64,AAAA" from elsewhere.'),
        ('<video poster="https://contoh.invalid/a.png" src="a.mp4"></video>', '0:16: <video> loads "https://contoh.invalid/a.png" from'),
        ('<img alt="x" src="a.png" srcset="a.png 1x, https://contoh.invalid/b.png 2x">', '<img> loads "https://contoh.invalid/b.png" from'),
        ('<img alt="x" src="a.png" srcset="a.png,https://contoh.invalid/b.png">', '<img> loads "https://contoh.invalid/b.png" from'),
        ('<svg><use href="https://contoh.invalid/a.svg#b"/></svg>', '<use> loads "https://contoh.invalid/a.svg#b" from elsewhere.'),
        ('<svg><rect fill="url(https://contoh.invalid/a.svg#b)"/></svg>', '"fill" on <rect> points out of the drawing.'),
        ('<p style="color: red">Kata.</p>', '0:4: "style" on <p> sets a style of its own.'),
        ('Kata kata.\n{: style="color: red" }', '0:4: "style" on <p> sets a style of its own.'),
        ('<div class="keeper" data-unpack="lain.js">Kata.</div>', '0:21: "data-unpack" is no attribute that a lesson may give to <div>.'),
        ("[<script>](giliran.md)", "0:2: <script> is no HTML that a lesson may hold"),
        ("Kata styles <b style='color: red'>tebal</b>", '0:16: "style" on <b> sets a style of its own.'),
        ("`onclick` <b ONCLICK='tes()'>tebal</b>", '0:14: "onclick" on <b> runs a script.'),
        ("```html\nonclick\n```\n\n<b onclick='tes()'>tebal</b>", '0:4: "onclick" on <b> runs a script.'),
        ("[satu][tes] dan [dua][tes]\n\n[tes]: javascript:tes()", '0:8: the address "javascript:tes()" could run a script.'),
        ("Kata <!--> <b>tebal</b> -->", ': "<!--> <b>tebal</b> -->" is a tag that not every browser reads alike.'),
        ("Kata <!---> <b>tebal</b> -->", ': "<!---> <b>tebal</b> -->" is a tag that not every browser reads alike.'),
        ("<!DOCTYPE html>\n\nKata kata.", '-2:1: "<!DOCTYPE html>" is a tag that not every browser reads alike.'),
        ("Kata <![CDATA[ <b>tebal</b> ]]> kata", '0:6: "<![CDATA[ <b>tebal</b> ]>" is a tag that not every browser reads alike.'),
        ("Kata <?php tes ?> kata", '0:6: "<?php tes ?>" is a tag that not every browser reads alike.'),
        (f"Kata <?tes {'b' * 80}?>", f': "<?tes {"b" * 34}" is a tag that not every browser reads alike.'),
        (f"[kata](javascript:{'b' * 80})", f': the address "javascript:{"b" * 49}" could run a script.'),
        ("<div>\n<b\n", "is a tag that not every browser reads alike."),
    ),
)
def test_what_runs_or_loads_from_elsewhere_is_told_at_its_place(example: Path, lines: str, words: str) -> None:
    assert words in first_words(example, lines)


def test_the_fault_says_what_is_allowed_and_how_to_mend_it(example: Path) -> None:
    assert (
        f'{LESSON}:{last_line(example) + 2}:3: <img> loads "https://contoh.invalid/a.png" from elsewhere.\n'
        "    Allowed: pictures, sound and films of this site, by relative addresses.\n"
        "    Mend: put the file beside the lessons and name its path, or link to it.\n"
    ).replace(":3:", ":6:") in beside(example, "![L](https://contoh.invalid/a.png)")


@pytest.mark.parametrize(
    "line, allowed, mend",
    (
        (
            "<iframe></iframe>",
            "HTML that only shows, such as details, div, abbr, figure, img, audio, table and svg",
            "link to what it would load or ask, or write it between backticks if it is to be shown",
        ),
        (
            "<style></style>",
            "HTML that only shows, such as details, div, abbr, figure, img, audio, table and svg",
            "give it a class, {: .name }, that manusiawi/web/course.css knows",
        ),
        (
            '<p style="">Kata.</p>',
            "classes: a strict site takes no style inside a page",
            "give it a class, {: .name }, that manusiawi/web/course.css knows",
        ),
        ('<p onclick="">Kata.</p>', "attributes that only describe, such as class, id, lang and title", 'remove "onclick"'),
        (
            '<p data-tes="">Kata.</p>',
            "attributes that only describe, such as class, id, lang, title, alt, width and aria-label",
            'remove "data-tes"',
        ),
        ('<svg fill="url(lain.svg#a)"></svg>', "url(#name) within the same drawing", 'remove "fill"'),
        (
            "[kata](javascript:tes())",
            "relative addresses, https:, http:, mailto: and tel:",
            "remove it, or write the address of a page",
        ),
        (
            "Kata <?tes?>",
            '<name attribute="value">, closed, in the simplest way',
            "write it so, or put it between backticks if it is to be shown",
        ),
    ),
)
def test_each_kind_of_fault_says_what_is_allowed_and_how_to_mend_it(example: Path, line: str, allowed: str, mend: str) -> None:
    assert f"\n    Allowed: {allowed}.\n    Mend: {mend}." in beside(example, line)


def test_two_of_a_kind_are_told_each_at_its_own_place(example: Path) -> None:
    said = beside(example, '<b onclick="tes()">satu</b>\n\n<i onclick="tes()">dua</i>\n\n<b onclick="tes()">tiga</b>')
    end = last_line(example)
    assert [f"{LESSON}:{line}:4:" in said for line in (end - 4, end - 2, end)] == [True] * 3


def test_what_authors_need_stays(example: Path) -> None:
    lines = """<details markdown open><summary>Lebih jauh</summary>

Isi **tebal** dan [tautan](giliran.md), [luar](https://contoh.invalid/?a=b&c), [surat](mailto:a@contoh.invalid), [telepon](tel:150).
{: .say #kalimat lang="en" }

</details>

<div class="catatan" lang="en" role="note" aria-label="Catatan">Kata <abbr title="hak asasi manusia">HAM</abbr><br>baris.</div>

<figure><img src="loket.png" alt="Loket" width="3" height="2" loading="lazy"><figcaption>Loket</figcaption></figure>

<audio controls src="suara.mp3"></audio> H<sub>2</sub>O, <kbd>Tab</kbd>, <q cite="https://contoh.invalid/">kata</q>,
<time datetime="2026-11-29">hari ini</time>

<svg viewBox="0 0 9 9" role="img" aria-label="Titik"><defs><clipPath id="potong"><circle r="3"/></clipPath></defs>
<circle r="2" clip-path="url(#potong)"/></svg>

| a | b |
|--:|:--|
| 1 | 2 |

`<script>` dan `onclick="tes()"` sebagai kode, <https://contoh.invalid/>, 3 < 4 & 5 > 2. <!-- <b>catatan</b> -->

```html
<script src="https://contoh.invalid/a.js"></script>
```
"""
    assert beside(example, lines).strip() == ""


def test_a_picture_of_another_host_in_a_reference_stays_a_fault_and_a_link_none(example: Path) -> None:
    edit(example / LESSON, LAST, f"[x][luar] {LAST}")
    assert beside(example, "[luar]: https://contoh.invalid/foto.png").strip() == ""
    edit(example / LESSON, f"[x][luar] {LAST}", f"![x][luar] {LAST}")
    assert '<img> loads "https://contoh.invalid/foto.png" from elsewhere.' in told(example)
