"""Changes a course file as hands, editors and disks do: each kind of slip is a small function of bytes or lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

VALUES = (
    "",
    "~",
    "[]",
    "{}",
    "[a, b]",
    "{a: b}",
    "- a",
    "!penting kata",
    "!!str kata",
    "&a kata",
    "*a",
    "#kata",
    "kata #lagi",
    "kata  # lagi lagi",
    "dua kata  # lagi",
    "a: b",
    "@kata",
    "`kata`",
    "%kata",
    "'",
    '"',
    '"kata" lagi',
    "|",
    ">-",
    "? kata",
    "<<: kata",
    "1e999",
    "-1",
    "0",
    "0x10",
    "0.00001",
    ".nan",
    "99999999999999999999",
    "true",
    "2026-02-30",
    "a, a",
    "[a, a]",
    '"\\x02"',
    '"\\0"',
    '"\\u202e"',
    "{{ kata }}",
    "<b>kata</b>",
    "<!-- kata -->",
    "[kata](antre/index.md)",
    "[kata](nowhere.md)",
    "[kata][rujukan]",
    "![kata](nowhere.png)",
    "[[item papan]]",
    "[[item tiada]]",
    "[[law uu-1-2000 Pasal 1]]",
    "[[law tiada Pasal 1]]",
    "[[fact antre-01]]",
    "[[",
    "]]",
    "*kata",
    "\\",
    "&nbsp;",
    "kata " * 400,
    "[" * 30,
    "../../x",
    "CON",
)
LINES = (
    "",
    "kata",
    "- kata",
    "    - kata",
    "1. kata",
    "> kata",
    "```",
    "~~~",
    "<div>",
    "</div>",
    '<div markdown="1">',
    "<details>",
    '<details markdown="1">',
    "<p>kata",
    "<!--",
    "-->",
    "<!-- kata -->",
    "<![CDATA[",
    "---",
    "===",
    "***",
    "# kata",
    "## kata",
    "## kata {#baru}",
    "## kata {#periksa}",
    "##kata",
    "| a | b |",
    "|---|---|",
    "[kata]: antre/index.md",
    "[^1]: kata",
    "*[kata]: kata",
    "!!! note",
    "    kata",
    "\tkata",
    ": kata",
    "{: .kata }",
    "[[item papan]]",
    "[[item nomor-hilang]]",
    "  [[item nomor-hilang]]",
    "    [[item papan]]",
    "> [[item papan]]",
    "- [[item papan]]",
    "kata [[item papan]] kata",
    "`[[item papan]]`",
    "[[item papan]]\n[[item benar-salah]]",
    "<b>[[item papan]]</b>",
    "[[outcomes]]",
    "[[lens]]",
    "[[search]]",
    "[[keep]]",
    "[[record]]",
    "[[chart tiada]]",
    "[[tiada]]",
    "[[ item papan ]]",
    "[[Item papan]]",
    "[[law uu-1-2000 Pasal 1 ayat (2)]]",
    "[kata](giliran.md#periksa)",
    "[kata](tiada.md)",
    "&lt;b&gt;",
    "<b>kata</b>",
    "\\[[item papan]]",
    "title: kata",
    "description: kata",
    "template: kata",
)
SIGNS = "\u200b\u200e\u202e\u2028\u2029\ufeff\u00ad\u0301\u00a0\u2019\u0000\u0002\u001b\u007f\u0085\ufffd\ue000"

Slip = Callable[[Random, bytes], bytes]


def _bit(chance: Random, data: bytes) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _bytes_gone(chance: Random, data: bytes) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.choice((1, 1, 2, 5, 40)) :]


def _byte_more(chance: Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice((b"#", b" ", b":", b"-", b"[", b"'", b'"', b"\t", b"\n", b"\r", b"<", b"`", b"\xc3", b"!")) + data[at:]


def _sign_more(chance: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    at = chance.randrange(len(text) + 1)
    return (text[:at] + chance.choice(SIGNS) + text[at:]).encode()


def _cut(chance: Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def _twice(chance: Random, data: bytes) -> bytes:
    return data + chance.choice((b"", b"---\n", b"...\n", b"\n")) + data


def _saved_elsewhere(chance: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    ways = (
        lambda: data.replace(b"\n", b"\r\n"),
        lambda: data.replace(b"\n", b"\r"),
        lambda: b"\xef\xbb\xbf" + data,
        lambda: text.encode("utf-16"),
        lambda: text.encode("latin-1", "replace"),
    )
    return chance.choice(ways)()


def _of_lines(change: Callable[[Random, list[str], int], None]) -> Slip:
    """A slip that changes the list of lines at one of them."""

    def slip(chance: Random, data: bytes) -> bytes:
        lines = data.decode("utf-8", "replace").split("\n")
        change(chance, lines, chance.randrange(len(lines)))
        return "\n".join(lines).encode()

    return slip


def _line_gone(chance: Random, lines: list[str], at: int) -> None:
    del lines[at : at + chance.choice((1, 1, 1, 2, 4))]


def _line_twice(chance: Random, lines: list[str], at: int) -> None:
    lines.insert(at, lines[at])


def _lines_moved(chance: Random, lines: list[str], at: int) -> None:
    line = lines.pop(at)
    lines.insert(chance.randrange(len(lines) + 1), line)


def _lines_swapped(chance: Random, lines: list[str], at: int) -> None:
    other = min(at + 1, len(lines) - 1)
    lines[at], lines[other] = lines[other], lines[at]


def _indented(chance: Random, lines: list[str], at: int) -> None:
    lines[at] = chance.choice((" ", "  ", "    ", "\t", "- ", "# ")) + lines[at]


def _outdented(chance: Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at][chance.choice((1, 2, 4)) :]


def _joined(chance: Random, lines: list[str], at: int) -> None:
    lines[at : at + 2] = [chance.choice(("", " ")).join(lines[at : at + 2])]


def _parted(chance: Random, lines: list[str], at: int) -> None:
    place = chance.randrange(len(lines[at]) + 1)
    lines[at : at + 1] = [lines[at][:place], lines[at][place:]]


def _line_more(chance: Random, lines: list[str], at: int) -> None:
    lines[at:at] = chance.choice(LINES).split("\n")


def _block_more(chance: Random, lines: list[str], at: int) -> None:
    lines[at:at] = ["", *chance.choice(LINES).split("\n"), ""]


def _blank_gone(chance: Random, lines: list[str], at: int) -> None:
    blank = [number for number, line in enumerate(lines) if not line.strip()]
    if blank:
        del lines[chance.choice(blank)]


def _value(chance: Random, lines: list[str], at: int) -> None:
    match = re.match(r"(\s*(?:- )?[\w-]+: ?).*", lines[at])
    lines[at] = match[1].rstrip() + " " + chance.choice(VALUES) if match else lines[at] + chance.choice(VALUES)


def _key(chance: Random, lines: list[str], at: int) -> None:
    match = re.match(r"(\s*(?:- )?)([\w-]+)(:.*)", lines[at])
    if match:
        name = chance.choice((match[2][:-1], match[2] + "x", match[2].upper(), "[a]", '"' + match[2] + '"', match[2] + " "))
        lines[at] = match[1] + name + match[3]


def _words_more(chance: Random, lines: list[str], at: int) -> None:
    lines[at] += chance.choice(
        (" #kata tiga", "  # kata tiga", " !kata", ": kata", " <b>", " [[item papan]]", " -->", "  ", "\\", " {#kata}")
    )


SLIPS: dict[str, Slip] = {
    "bit": _bit,
    "bytes gone": _bytes_gone,
    "byte more": _byte_more,
    "sign more": _sign_more,
    "cut": _cut,
    "twice": _twice,
    "saved elsewhere": _saved_elsewhere,
    "line gone": _of_lines(_line_gone),
    "line twice": _of_lines(_line_twice),
    "line moved": _of_lines(_lines_moved),
    "lines swapped": _of_lines(_lines_swapped),
    "indented": _of_lines(_indented),
    "outdented": _of_lines(_outdented),
    "joined": _of_lines(_joined),
    "parted": _of_lines(_parted),
    "line more": _of_lines(_line_more),
    "block more": _of_lines(_block_more),
    "blank line gone": _of_lines(_blank_gone),
    "value": _of_lines(_value),
    "key": _of_lines(_key),
    "words more": _of_lines(_words_more),
}


def slip(chance: Random, data: bytes) -> tuple[bytes, str]:
    """The bytes of a file after one to three slips, and their names."""
    names = [chance.choice(list(SLIPS)) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    for name in names:
        data = SLIPS[name](chance, data) if data else data
    return data, ", ".join(names)
