"""No word of an author is lost because YAML takes it for a note, a tag or a directive."""

from __future__ import annotations

import pytest

from manusiawi.binding.yamltree import parse_yaml


def first_lines(text: str) -> list[str]:
    return [str(fault).partition("\n")[0] for fault in parse_yaml(text, "q.yml")[1]]


@pytest.mark.parametrize(
    ("text", "place", "lost"),
    (
        ("id: Langkah mana yang benar? #Loket 3 hilang semua", "1:30", "#Loket 3 hilang semua"),
        ("id: Loket #3", "1:11", "#3"),
        ("id: Loket  #3 satu", "1:12", "#3 satu"),
        ("id: dua kata  # bukan catatan", "1:15", "# bukan catatan"),
        ('id: "Loket" #3 melayani', "1:13", "#3 melayani"),
        ("id: >- #hilang\n  teks", "1:8", "#hilang"),
        ("list: [a, b] # c", "1:14", "# c"),
        ("a: b\nlist:\n- b c #d\n", "3:7", "#d"),
        ("a: b\n  c # d", "2:5", "# d"),
        ("a: teks\t#x", "1:9", "#x"),
    ),
)
def test_words_behind_a_number_sign_are_told_with_their_place(text: str, place: str, lost: str) -> None:
    (line,) = first_lines(text)
    assert line == f'q.yml:{place}: "{lost}" would be lost: YAML takes what follows a space and # for a note.'


@pytest.mark.parametrize(
    "text",
    (
        "outcome: hak-1  # WRITE WHICH OUTCOME",
        "id: >-  # catatan\n  teks # tetap\n  lagi #tetap\nen: x",
        "id: >-\n  teks # tetap",
        "# catatan # lagi\nid: a\n  # catatan # lagi\nb: c",
        "a:  # catatan\n  b: c",
        'a: "teks # tetap\n  # tetap juga"',
        "a: '# teks'  # catatan",
        "a: x#y",
        "minutes: 12  # WRITE HOW MANY",
    ),
)
def test_notes_that_are_clearly_notes_and_signs_inside_a_text_are_no_fault(text: str) -> None:
    assert first_lines(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    (
        ("a: b\nid: !penting Langkah mana", 'q.yml:2:5: "!penting" is a YAML tag, which would be lost.'),
        ("id: !!str 5", 'q.yml:1:5: "!!str" is a YAML tag, which would be lost.'),
        ("a: [x, !y z]", 'q.yml:1:8: "!y" is a YAML tag, which would be lost.'),
        ("- ! a", 'q.yml:1:3: "!" is a YAML tag, which would be lost.'),
        ("%YAML 1.2\n---\na: b", 'q.yml:1:1: "%YAML 1.2" is a YAML directive, which would be lost.'),
    ),
)
def test_tags_and_directives_are_told_with_their_place(text: str, line: str) -> None:
    assert first_lines(text) == [line]


@pytest.mark.parametrize("text", ("a: Awas!", "a: Awas! !", 'a: "!penting"', "a: >-\n  !penting", "a: 100 %", "a: >-\n  % teks"))
def test_texts_that_hold_these_signs_are_no_fault(text: str) -> None:
    assert first_lines(text) == []


def test_a_control_sign_that_is_spelt_in_quotation_marks_is_told_with_its_place() -> None:
    assert first_lines('a: b\nlist: ["c", "d\\x02e"]') == ["q.yml:2:13: the text holds the control sign U+0002."]
    assert first_lines('a: "b\\tc\\nd\\u00e9\\\\x02"') == []
