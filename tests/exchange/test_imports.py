"""Imports: questions of Moodle XML, GIFT, CSV come in whole, or their reader says what stayed behind."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from typing import Any

import pytest

from manusiawi.binding.bind import bind
from manusiawi.binding.walk import texts_of
from manusiawi.binding.yamltree import parse_yaml
from manusiawi.checks.items import check_item
from manusiawi.entries.items import QuizFile
from manusiawi.exchange.inward import import_questions
from manusiawi.exchange.readers.text.prose import MAX_LENGTH, read_prose
from manusiawi.ground.faults import Fault
from tests.helpers.projects import DATA, PROJECT

FOLDER = DATA / "imports"
SAMPLES = {"bank.xml": "moodle", "bank.gift": "gift", "bank.csv": "csv", "bank-semicolon.csv": "csv"}
TAG = re.compile(r"</?[a-zA-Z!]")


def imported(name: str, language: str = "id") -> tuple[str, list[Fault], list[str]]:
    kind = SAMPLES.get(name) or {"xml": "moodle"}.get(name.rpartition(".")[2], name.rpartition(".")[2])
    return import_questions((FOLDER / name).read_text("utf-8"), kind, language, name)


def filled(text: str) -> str:
    """The capitals replaced by words, each text by another one."""
    for capitals, words in (
        ("WRITE-A-MODULE", "antre"),
        ("WRITE-AN-OUTCOME", "o1"),
        ("WRITE-A-LEVEL", "C2"),
        ("WRITE-A-LESSON", "giliran#nomor"),
        ("WRITE-A-MISCONCEPTION", "cepat"),
    ):
        text = text.replace(capitals, words)
    count = iter(range(10_000))
    return re.sub(r"WRITE THE [A-Z ]+", lambda _: f"words {next(count)}", text)


def bound(text: str) -> tuple[QuizFile, list[Fault]]:
    node, faults = parse_yaml(filled(text), "bank.yml")
    assert node is not None, faults
    bank = bind(QuizFile, node, "bank.yml", faults)
    return bank, faults + [fault for item in bank.items for fault in check_item(item)]


def items(name: str, language: str = "id") -> dict[str, Any]:
    text, faults, _ = imported(name, language)
    assert not faults
    bank, wrong = bound(text)
    assert not wrong
    return {item.id: item for item in bank.items}


def short(text: str) -> str:
    """What the imported language says, nothing where an author still has to write it."""
    return "" if text.startswith("words ") else text


def held(item: Any, language: str = "id") -> dict[str, Any]:
    """An item's content in the imported language, in the form in which the table below writes it."""
    made: dict[str, Any] = {"type": item.type, "stem": short(item.stem[language])}
    if item.scenario:
        made["scenario"] = item.scenario[language]
    for name in ("options", "statements", "steps", "distractors", "mistakes", "pairs"):
        entries = getattr(item, name, ())
        if entries:
            made[name] = [_entry(name, entry, language) for entry in entries]
    if item.type == "short-text":
        made["accept"] = list(item.accept[language]) if item.accept else (item.number, item.tolerance)
        made["feedback"] = short(item.feedback[language])
    if item.type == "reflection":
        made["model"] = short(item.model[language])
    return made


def _entry(name: str, entry: Any, language: str) -> tuple:
    says = short(entry.feedback[language])
    if name == "pairs":
        return entry.left[language], entry.right[language], says
    if name == "mistakes":
        return entry.match[language][0], says
    right = {"options": "key", "statements": "answer"}.get(name)
    return (getattr(entry, right), entry.text[language], says) if right else (entry.text[language], says)


CHOICE = [
    (True, "Menanyakan jam datangnya", "Jam datang cukup untuk mengembalikan gilirannya."),
    (False, "Memberi nomor terakhir", "Cepat bagi loket: ia menunggu dua kali."),
    (False, "Meminta ia pulang dulu", "Tanpa niat buruk pun gilirannya hilang."),
]
BOARD = [
    (True, "Nomor di layar", "Orang Tuli melihat gilirannya."),
    (False, "Panggilan lebih keras", "Suara keras tidak sampai kepada orang Tuli."),
    (True, "Nomor yang disebutkan", "Setiap orang perlu tahu gilirannya."),
]
LOST = {"type": "single-choice", "scenario": "Bu Sri kehilangan **nomor** antreannya.", "stem": "Apa yang Anda lakukan?"}
TURN = {"type": "true-false", "stem": "Benar atau salah?", "statements": [(True, "Giliran mengikuti jam datang.", "Begitu aturannya.")]}
WORD = {
    "type": "short-text",
    "stem": "Kata apa yang berarti urutan dilayani?",
    "accept": ["giliran", "antrean"],
    "feedback": "Giliran melekat pada orang.",
    "mistakes": [("cepat", "Cepat adalah lamanya.")],
}
SHARED = "Tanda lain menggantikan yang tidak sampai."

CONTENT = {
    "bank.xml": {
        "nomor-hilang": {
            **LOST,
            "options": [
                (True, "Menanyakan *jam* datangnya", CHOICE[0][2]),
                (False, "Memberi nomor terakhir", "Cepat bagi loket, tetapi ia menunggu dua kali."),
                CHOICE[2],
            ],
        },
        "papan": {"type": "multiple-choice", "stem": "Apa yang membuat antrean terbaca? R&D", "options": BOARD},
        "giliran": TURN,
        "cocokkan": {
            "type": "matching",
            "stem": "Siapa terbantu oleh apa?",
            "distractors": [("Kursi lebih banyak", "")],
            "pairs": [("Orang Tuli", "Layar nomor", SHARED), ("Orang netra", "Panggilan suara", SHARED)],
        },
        "urutkan": {"type": "ordering", "stem": "Apa urutan di loket?", "steps": [("Menyapa", ""), ("Mendengar", ""), ("Melayani", "")]},
        "kata": WORD,
        "angka": {
            "type": "short-text",
            "stem": "Ada 8 orang, 5 menit seorang. Berapa menit semuanya?",
            "accept": (40, 0.5),
            "feedback": "Kalikan orang dengan menitnya.",
            "mistakes": [("13", "Itu jumlahnya.")],
        },
        "renungan": {
            "type": "reflection",
            "stem": "Kalimat apa yang akan Anda pakai besok?",
            "model": "Contoh:\n\n- Boleh saya tahu?\n- Silakan duduk.",
        },
    },
    "bank.gift": {
        "nomor-hilang": {**LOST, "options": CHOICE},
        "papan": {"type": "multiple-choice", "stem": r"Apa yang membuat antrean \{terbaca}?", "options": BOARD},
        "giliran": TURN,
        "kenalan": {"type": "true-false", "stem": "Benar atau salah?", "statements": [(False, "Kenalan petugas boleh dulu.", "")]},
        "cocokkan": {
            "type": "matching",
            "stem": "Siapa terbantu oleh apa?",
            "distractors": [("Kursi lebih banyak", "")],
            "pairs": [("Orang Tuli", "Layar nomor", ""), ("Orang netra", "Panggilan suara", "")],
        },
        "kata": WORD,
        "angka": {
            "type": "short-text",
            "stem": "Ada 8 orang, 5 menit seorang. Berapa menit semuanya?",
            "accept": (40, 0.5),
            "feedback": "Kalikan orang dengan menitnya.",
        },
        "rentang": {
            "type": "short-text",
            "stem": "Berapa menit menunggu?",
            "accept": (15, 5),
            "feedback": "Begitu janji layanannya.",
            "mistakes": [("45", "Itu lama melayani.")],
        },
        "rumpang": {
            "type": "single-choice",
            "stem": "Giliran mengikuti … datang.",
            "options": [(True, "jam", ""), (False, "suara", ""), (False, "pangkat", "")],
        },
        "renungan": {"type": "reflection", "stem": "Kalimat apa yang akan Anda pakai besok?", "model": ""},
    },
    "bank.csv": {
        "nomor-hilang": {
            **LOST,
            "options": [
                (True, "Menanyakan jam datangnya", 'Jam datang cukup, kata "aturan".'),
                (False, "Memberi nomor terakhir", "Ia menunggu dua kali."),
                (False, "Meminta ia **pulang** dulu", "Gilirannya hilang."),
            ],
        },
        "papan": {
            "type": "multiple-choice",
            "stem": "Apa yang membuat antrean terbaca?",
            "options": [BOARD[0], (False, "Panggilan lebih keras", "Tidak sampai kepada orang Tuli."), BOARD[2]],
        },
        "giliran": TURN,
        "aturan": {
            "type": "true-false",
            "stem": "Bagaimana menurut aturan antrean?",
            "statements": [
                (True, "Giliran mengikuti jam datang.", "Begitu aturannya."),
                (False, "Kenalan petugas boleh dulu.", "Kenalan tetap menunggu giliran."),
            ],
        },
        "cocokkan": {
            "type": "matching",
            "stem": "Siapa terbantu oleh apa?",
            "pairs": [
                ("Orang Tuli", "Layar nomor", "Layar menggantikan suara."),
                ("Orang netra", "Panggilan suara", "Suara menggantikan layar."),
            ],
            "distractors": [("Kursi lebih banyak", "Kursi membantu menunggu.")],
        },
        "urutkan": {
            "type": "ordering",
            "stem": "Apa urutan di loket?",
            "steps": [
                ("Menyapa", "Sapaan membuka percakapan."),
                ("Mendengar", "Dengar dulu."),
                ("Melayani", "Layanan mengikuti kebutuhannya."),
            ],
        },
        "kata": WORD,
        "angka": {
            "type": "short-text",
            "stem": "Berapa menit semuanya?",
            "accept": (40, 0.5),
            "feedback": "Kalikan orang dengan menitnya.",
        },
        "renungan": {
            "type": "reflection",
            "stem": "Kalimat apa yang akan Anda pakai besok?",
            "model": "Boleh saya tahu?\n\nSilakan duduk.",
        },
    },
    "bank-semicolon.csv": {
        "nomor-hilang": {
            "type": "single-choice",
            "stem": "Apa yang Anda lakukan?",
            "options": [(True, "Menanyakan jam, lalu mendengar", "Jam datang cukup."), (False, "Diam", "Ia menunggu dua kali.")],
        }
    },
}

SHARED_NOTE = ', which everybody reads, stands at "Nomor yang disebutkan" alone now; say there what is true of it'
NOTES = {
    "bank.xml": [
        'bank.xml:3: the category "$course$/top/HAM/Antrean" is not carried',
        'bank.xml:4: question "Nomor hilang": fractions are not carried (50): these options count as wrong',
        (
            'bank.xml:4: question "Nomor hilang": not carried: the file "loket.png / (12 characters)", '
            'the correctfeedback "Jawaban Anda benar.", the hint "Siapa yang datang lebih dulu?"'
        ),
        'bank.xml:23: question "Papan": not carried: <span>',
        'bank.xml:21: question "Papan": fractions are not carried (-50): these options count as wrong',
        'bank.xml:21: question "Papan": the general feedback' + SHARED_NOTE,
        'bank.xml:33: question "Giliran": the feedback to the other verdict is not carried: "Baca lagi aturannya."',
        'bank.xml:41: question "Cocokkan": the general feedback stands 2 times now; say at each what is true of it alone',
        'bank.xml:57: question "Kata": the answer "*" is not carried: * stands for any letters',
        (
            'bank.xml:78: question "Rumpang" is not carried: the course has no type "cloze", '
            'its words: "cloze Rumpang Giliran {1:SHORTANSWER:=jam} datang."'
        ),
        (
            "bank.xml: settings that the course does not have are not carried: "
            "defaultgrade 1.0000000 (line 9), penalty 0.3333333 (line 10), shownumcorrect 1 (line 52)"
        ),
    ],
    "bank.gift": [
        'bank.gift:2: the category "HAM/Antrean" is not carried',
        'bank.gift:1: the comment "Contoh untuk uji" is not carried',
        'bank.gift:7: the comment "petunjuk penulis" is not carried',
        'bank.gift:8: question "Nomor hilang": the weight 50 is not carried: the option counts as wrong',
        'bank.gift:14: question "Papan": the weight -100 is not carried: the option counts as wrong',
        'bank.gift:12: question "Papan": the general feedback' + SHARED_NOTE,
        'bank.gift:19: question "Giliran": the feedback to the other verdict is not carried: "Baca lagi aturannya."',
        'bank.gift:33: question "Rentang": the tolerance 2 of the wrong answer 45 is not carried',
        (
            'bank.gift:42: question "Petunjuk: baca dengan tenang." is not carried: it is a text without an answer'
            ', its words: "Petunjuk: baca dengan tenang."'
        ),
    ],
    "bank.csv": ['bank.csv:5: question "papan": the general feedback' + SHARED_NOTE],
    "bank-semicolon.csv": [],
}

FOUND = {
    "bad.xml": [
        '3:3: question "Tanpa pilihan" has no options',
        '10:5: question "Benar" has the answer "benar"',
        "14:39: <p> stands in a <text>",
    ],
    "bad.gift": [
        '1:36: question "Terbuka" opens a brace that it never closes',
        '3:38: question "Dua" has a second {',
        '5:35: question "Polos" has "Menyapa" where an answer begins',
        '7:1: question "Satu" has one option',
        '9:20: question "Angka" has "empat" in the place of a number',
        '11:17: question "Bobot" has the weight "banyak"',
        "13:1: the name of a question is never closed",
    ],
    "bad.csv": [
        '2:6: question "satu" has the type "single-choise"',
        '3:69: question "dua" has the key "3"',
        '4:1: question "tiga" has no options',
        '5:52: question "empat" has the key "mungkin"',
        '6:40: question "lima" has no -> in option1',
        "7:52: the row has 10 cells",
    ],
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_comes_in_with_its_stems_options_keys_and_feedback(name: str) -> None:
    assert {key: held(item) for key, item in items(name).items()} == CONTENT[name]


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_not_carried_is_listed_with_its_line(name: str) -> None:
    assert imported(name)[2] == NOTES[name]


@pytest.mark.parametrize("name", FOUND)
def test_each_broken_question_is_told_with_its_place(name: str) -> None:
    faults = imported(name)[1]
    assert [f"{fault.place}: {fault.found}" for fault in faults] == [f"{name}:{found}" for found in FOUND[name]]
    assert all(fault.allowed and fault.mend for fault in faults)


def test_a_broken_question_leaves_the_good_ones() -> None:
    assert "id: baik\n" in imported("bad.xml")[0]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_file_gives_the_same_bytes(name: str) -> None:
    assert imported(name) == imported(name)


@pytest.mark.parametrize("name", SAMPLES)
def test_english_questions_leave_indonesian_to_be_written(name: str) -> None:
    text = imported(name, "en")[0]
    assert "id: WRITE THE INDONESIAN TEXT" in text and "en: WRITE THE ENGLISH TEXT" not in text
    assert all(held(item, "en")["stem"] for item in items(name, "en").values())


@pytest.mark.parametrize("name", SAMPLES)
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    assert import_questions("\ufeff" + text.replace("\n", "\r\n"), SAMPLES[name], "id", name) == imported(name)


def test_a_draft_that_nobody_has_finished_does_not_pass_the_check() -> None:
    node, faults = parse_yaml(imported("bank.gift")[0], "bank.yml")
    assert node
    bind(QuizFile, node, "bank.yml", faults)
    assert faults


def test_ids_are_unique_and_keep_no_accents() -> None:
    names = ("Épreuve Satu!", "epreuve satu", "Epreuve-satu", "日本")
    text = import_questions("\n\n".join(f"::{name}:: Apa? {{}}" for name in names), "gift", "id", "x")[0]
    assert re.findall(r"- id: (.+)", text) == ["epreuve-satu", "epreuve-satu-2", "epreuve-satu-3", "apa"]


def test_the_id_of_the_source_is_kept() -> None:
    xml = moodle("<idnumber>nd-fotokopi</idnumber><questiontext><text>Apa?</text></questiontext>", "essay")
    assert "- id: nd-fotokopi\n" in import_questions(xml, "moodle", "id", "x")[0]
    assert "- id: nd-fotokopi\n" in import_questions("// [id:nd-fotokopi]\n::Nama:: Apa? {}", "gift", "id", "x")[0]


# ---- Texts.


@pytest.mark.parametrize(
    "raw, form, markdown",
    [
        ("<p>Satu <b> dua</b> tiga</p>", "html", "Satu **dua** tiga"),
        ("<p>satu</p><p>dua</p>", "html", "satu\n\ndua"),
        ("satu<br/>dua", "html", "satu\n\ndua"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "html", "- a\n    - b\n- c"),
        ("<ol><li>a<li>b</ol>", "html", "1. a\n2. b"),
        ("<ul><ul><li>a<li>b", "html", "- a\n    - b"),
        (
            "5*3 &amp; *x* _y_ snake_case [[law x]] &lt;b&gt; a &lt; b &amp;lt;",
            "html",
            r"5\*3 & \*x\* \_y\_ snake_case \[\[law x]] &lt;b> a < b &amp;lt;",
        ),
        ("<em>satu <code>dua</code> tiga</em>", "html", "*satu `dua` tiga*"),
        ("# satu", "plain", r"\# satu"),
        ("1. satu", "plain", r"1\. satu"),
        ("- satu", "plain", r"\- satu"),
        ("a<script>alert(1)</script>b<style>x</style>", "html", "ab"),
        ("a<iframe src=x><b>c</b></iframe>b", "html", "ab"),
        ("<<b>script>alert(1)<</b>/script>", "markdown", "<**script>alert(1)<**/script>"),
        ("**a** R&D &lt;i> ![x](y.png)\n\n- b\n- c", "markdown", "**a** R&D &lt;i>\n\n- b\n- c"),
        ('<span class="multilang" lang="id">Hai</span><span class="multilang" lang="en">Hi</span>', "html", "Hai"),
        ("<![if x]>a<![foo b ]]> &#" + "9" * 5_000 + ";", "html", "a \ufffd;"),
        ("a\x00b\ufffe\x07c", "plain", "abc"),
        ("x<y dan <b>", "plain", "x&lt;y dan &lt;b>"),
    ],
)
def test_a_text_becomes_plain_markdown(raw: str, form: str, markdown: str) -> None:
    assert read_prose(raw, form, "id").paragraphs == markdown


def test_dropped_tags_links_and_images_are_named() -> None:
    raw = '<table><td>a</table> <a href="x.html">b</a> <img src="p.png" alt="peta"> <script>c</script>'
    assert read_prose(raw, "html", "id").dropped == (
        "<table>",
        'the link to "x.html"',
        'the image "p.png" ("peta")',
        '<script> with what it holds: "c"',
    )


def test_an_image_inside_a_text_is_listed_without_its_bytes() -> None:
    raw = f'Apa? <img src="data:image/png;base64,{"A" * 200_000}">'
    xml = moodle(f"<name><text>Peta</text></name><questiontext><text><![CDATA[{raw}]]></text></questiontext>", "essay")
    text, faults, notes = import_questions(xml, "moodle", "id", "x")
    assert not faults and notes == ['x:1: question "Peta": not carried: the image in the text itself']
    assert "AAAA" not in text


# ---- Hostile files.


def moodle(inside: str, kind: str = "multichoice") -> str:
    return f'<quiz><question type="{kind}">{inside}</question></quiz>'


def option(text: str, fraction: str = "0") -> str:
    return f'<answer fraction="{fraction}"><text><![CDATA[{text}]]></text></answer>'


LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(97 + n)} "{f"&{chr(96 + n)};" * 10}">' for n in range(1, 20))
    + "]>\n<quiz>&t;</quiz>"
)


HOSTILE = [
    (LAUGHS, "moodle", "2:1: a DOCTYPE stands in the file"),
    ('<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>', "moodle", "1:1: a DOCTYPE stands in the file"),
    ("<quiz>&foo;</quiz>", "moodle", "1:7: the sign &foo; is not known"),
    ("<a>" * 500_000, "moodle", "1:61: more than 20 levels of nesting"),
    ("<quiz>\n<question>", "moodle", "2:11: broken XML: no element found"),
    ("<html/>", "moodle", "1:1: the file begins with <html>"),
    ("", "moodle", "1:1: broken XML: no element found"),
    ("\x00\x01", "moodle", "1:1: broken XML: not well-formed (invalid token)"),
    (moodle("<questiontext><text>Apa?</text></questiontext>"), "moodle", '1:7: question "Apa?" has no options'),
    (moodle("<questiontext><text>Apa?</text></questiontext>" + option("a", "x")), "moodle", '1:82: question "Apa?" has the fraction "x"'),
    ("{" * 3_000_000, "gift", "1:1: the question opens a brace that it never closes"),
    ("}" * 3_000_000, "gift", None),
    ("{}" * 1_500_000, "gift", None),
    ("{\n\n" * 1_000_000, "gift", None),
    ("::" * 1_500_000, "gift", None),
    ("\\" * 3_000_000, "gift", None),
    ("=" * 3_000_000, "gift", None),
    ("Apa? {" + "=" * 3_000_000 + "}", "gift", None),
    ("Apa? {" + "~a" * 1_000_000 + "}", "gift", None),
    ("Apa? {#" + "9" * 1_000_000 + "}", "gift", None),
    ("// " * 1_000_000, "gift", None),
    ("a" * 3_000_000 + "{}", "gift", None),
    ("Apa? {}", "gift", "ok"),
    ("", "gift", "1:1: the file holds no question that the course can take"),
    ("{" * 3_000_000, "csv", None),
    ('"' * 3_000_001, "csv", None),
    ("," * 3_000_000, "csv", None),
    ("", "csv", None),
    ('id,type,stem,key\na,"b', "csv", "2:3: a quotation mark is never closed"),
    ('id,type,stem,key\na,"b"c', "csv", '2:6: "c" follows a closing quotation mark'),
    ("id,type,stem,kye\n", "csv", '1:14: the column "kye" is not known'),
    ("id,type,stem\n", "csv", '1:1: the header lacks "key"'),
    ("id,type,stem,key\na,short-text,Apa?," + "9" * 5_000, "csv", "ok"),
    ("id,type,stem,key\n" + "a,reflection,Apa?,b\n" * 3_000, "csv", "2002:1: more than 2,000 questions"),
    (moodle("<x/>" * 100_000), "moodle", "1:7: the question has 100,000 parts"),
    ("<quiz>" + "<question/>" * 3_000 + "</quiz>", "moodle", None),
    ("a\ud800", "gift", "1:2: half a character stands here"),
    ("x" * 20_000_001, "gift", "1:1: the file has 20,000,001 characters"),
    ("Apa?", "aikem", '1:1: "aikem" is no format'),
]


@pytest.mark.parametrize("text, kind, found", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_file_gets_a_fault_and_no_traceback(text: str, kind: str, found: str | None) -> None:
    start = time.monotonic()
    _, faults, notes = import_questions(text, kind, "id", "x")
    assert time.monotonic() - start < 60  # a hang, not a slow machine
    assert bool(faults) != (found == "ok")
    if found and found != "ok":
        assert str(faults[0]).startswith(f"x:{found}")
    assert len("".join(map(str, faults)) + "".join(notes)) < 2_000_000


def test_html_with_script_leaves_no_tag_in_any_text() -> None:
    nasty = '<script>alert("x")</script><img src=x onerror=alert(1)><svg onload=alert(1)><p></svg><b onclick=x>Apa?</b>'
    nasty += '<a href="javascript:x">ya</a>'
    xml = moodle(
        f"<questiontext><text><![CDATA[{nasty}]]></text></questiontext>" + option(f"a {nasty}", "100") + option("b &lt;script&gt;")
    )
    text, faults, notes = import_questions(xml, "moodle", "id", "x")
    bank, wrong = bound(text)
    assert not faults and not wrong and "javascript" not in text and "onerror" not in text
    assert not any(TAG.search(words[language]) for item in bank.items for words in texts_of(item) for language in ("id", "en"))
    assert any("<script> with what it holds" in note for note in notes)


def test_a_text_of_unreasonable_length_is_a_fault() -> None:
    faults = import_questions(f"Apa? {{={'a' * (MAX_LENGTH + 1)} ~b}}", "gift", "id", "x")[1]
    assert "has a text of 50,002 characters" in str(faults[0])


@pytest.mark.parametrize(
    "raw", ["<a ", "<!--", "<ul><li>x", "&#", "<b>", "</", "<!", "<?", "<a b='", "![", "*", "<x y", "\n \n", "<a b='>"]
)
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_repeated_signs_are_read_in_little_time(raw: str, form: str) -> None:
    start = time.monotonic()
    read_prose(raw * (9_000 // len(raw)), form, "id")
    assert time.monotonic() - start < 2


def test_words_that_look_like_yaml_stay_words() -> None:
    for words in (
        "- a",
        "# a",
        "&a b",
        "!a",
        "a: b",
        "{a: b}",
        "[a]",
        "| a",
        "> a",
        "@a",
        "`a",
        "%a",
        "'a",
        '"a',
        "a #b",
        "null",
        "true",
        "~",
        "---",
    ):
        masked = re.sub(r"([~=#{}:\\])", r"\\\1", words)
        text, faults, _ = import_questions(f"::x:: [plain]{masked} {{={masked} #{masked}}}", "gift", "id", "x")
        assert not faults, words
        bank, wrong = bound(text)
        assert not wrong and bank.items[0].accept.id == (words,), words


@pytest.mark.parametrize(
    "name, code", [("bank.xml", 0), ("bank.gift", 0), ("bank.csv", 0), ("bad.xml", 1), ("bad.gift", 1), ("bad.csv", 1)]
)
def test_the_command_prints_yaml_and_tells_what_is_lost(name: str, code: int) -> None:
    path = FOLDER / name
    done = subprocess.run(
        [sys.executable, "build_quiz.py", "import", str(path)], cwd=PROJECT, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == code and "Traceback" not in done.stderr
    assert ("items:" in done.stdout or done.stdout.startswith("- id:")) if code == 0 else "Mend:" in done.stderr


def test_a_file_in_the_form_that_moodle_exports_comes_in_whole() -> None:
    """The sample has every element that Moodle 4 writes (question/format/xml/format.php); its words are ours."""
    found = items("moodle-export.xml")
    assert [(item.type, item.stem.id) for item in found.values()] == [
        ("single-choice", "Bahasa apa yang dipakai?"),
        ("true-false", "Benar atau salah?"),
        ("reflection", "Ceritakan satu hari di loket Anda."),
    ]
    choice = found["sapaan"]
    assert [(option.key, option.text.id) for option in choice.options] == [(True, "Lampung dialek A"), (False, "Sunda")]
    assert choice.options[0].feedback.id == "Benar, dengarkan akhirannya."
    told = "\n".join(imported("moodle-export.xml")[2])
    for lost in ("$course$/top/Loket", "sapa.mp3", "p.jpg", 'the hint "', "correctfeedback", 'the tags "bahasa', 'no type "ddwtos"'):
        assert lost in told


def test_a_space_before_a_quotation_mark_costs_no_cell_and_a_postcode_stays_words() -> None:
    table = (
        'id,type,stem,option1,option2,option3,key\nq1,single-choice,"Apa?", "Ya, benar", Tidak,Entah,1\nq2,short-text,Kode pos?,,,,035123\n'
    )
    made, faults, _ = import_questions(table, "csv", "id", "x")
    assert not faults and "\n        Ya, benar\n" in made and '"035123"' in made and "number:" not in made


SMALLEST = {
    "gift": "::Peluang:: Berapa peluangnya? {#0.00004:0.00001}\n",
    "csv": "id,type,stem,key\nq1,short-text,Berapa peluangnya?,0.00004 +- 0.00001\n",
    "moodle": """<quiz><question type="numerical"><name><text>Peluang</text></name>
<questiontext><text>Berapa peluangnya?</text></questiontext>
<answer fraction="100"><text>0.00004</text><tolerance>0.00001</tolerance></answer></question></quiz>""",
}


@pytest.mark.parametrize("kind", SMALLEST)
def test_the_smallest_numbers_come_in_without_an_exponent(kind: str) -> None:
    made, faults, _ = import_questions(SMALLEST[kind], kind, "id", "x")
    assert not faults and "  number: 0.00004\n  tolerance: 0.00001\n" in made
