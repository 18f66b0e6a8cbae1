"""Codes of answers: all that is written is read again; what is cut, mistyped, older or of others gives nothing and says why."""

from __future__ import annotations

import random
import string
from typing import Any

from tests.helpers.nodejs import run

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MODULES = {name: f"classroom/codes/{name}.js" for name in ("items", "short", "signs", "text")}
EIGHT = [{"id": f"lk-{n}", "r": f"id-4f2k{n}", "isTrueFalse": False, "parts": [f"{part}{n}bcd" for part in "pqrs"]} for n in range(8)]
SOME = {item["id"]: {"a": [f":{item['parts'][n % 4]}"], "s": n % 2} for n, item in enumerate(EIGHT)}
WRITE = "const of = answers => id => answers[id] || null;"


def js(body: str, value: Any = None) -> Any:
    return run(WRITE + body, value, **MODULES)


def drawn(chance: random.Random) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """A set and the answers to it; some are skipped, some say nothing of certainty."""
    items, answers = [], {}
    for n in range(chance.randrange(1, 31)):
        is_true_false = chance.random() < 0.25
        parts = ["".join(chance.choices(string.ascii_lowercase + "0123456789", k=5)) for _ in range(chance.randrange(2, 6))]
        items.append({"id": f"soal-{n}", "r": f"id-{chance.randrange(10**5):05}", "isTrueFalse": is_true_false, "parts": parts})
        if chance.random() < 0.9:
            a = [f"{part}:{chance.choice(['true', 'false'])}" for part in sorted(parts)] if is_true_false else [f":{chance.choice(parts)}"]
            answers[f"soal-{n}"] = {"a": a} | ({"s": chance.randrange(2)} if chance.random() < 0.7 else {})
    chance.shuffle(items)
    return items, answers


def test_two_thousand_drawn_sets_are_read_as_they_were_written_whatever_the_order_of_items_and_options() -> None:
    chance = random.Random(15)
    sets = [drawn(chance) for _ in range(2000)]
    mixed = [
        [{**item, "parts": chance.sample(item["parts"], len(item["parts"]))} for item in chance.sample(items, len(items))]
        for items, _ in sets
    ]
    found = js(
        """return value.map(([items, answers, mixed]) => {
          const code = short.writeShort(items, of(answers)), qr = text.writeText("loket/antre", "id", "-4K2X9", items, of(answers));
          const { sheet, fault } = text.readText(qr);
          return { code, qr, typed: code && short.readShort(short.groups(code).join(" ").toLowerCase(), mixed), fault,
            sheet: { ...sheet, marks: 0 }, ...text.answersIn(sheet, mixed) };
        });""",
        [[items, answers, other] for (items, answers), other in zip(sets, mixed, strict=True)],
    )
    short = 0
    for (_, answers), one in zip(sets, found, strict=True):
        assert one["answers"] == answers and one["older"] == 0 and one["fault"] == ""
        assert one["sheet"] == {"set": "loket/antre", "language": "id", "who": "-4K2X9", "marks": 0}
        assert set(one["qr"]) <= set(string.digits + string.ascii_uppercase + " $%*+-./:"), "the alphanumeric mode of QR codes"
        if one["code"]:
            short += 1
            assert one["typed"] == {"answers": answers, "fault": ""} and len(one["code"]) <= 14
    assert 400 < short < 1600, "long sets have no short code"


def test_a_set_of_eight_questions_with_four_options_has_a_code_of_ten_signs() -> None:
    code = js("return short.writeShort(value[0], of(value[1]));", [EIGHT, SOME])
    assert len(code) == 10 and set(code) <= set(SIGNS)


def test_every_wrong_sign_every_exchange_and_every_second_wrong_sign_of_a_code_is_told() -> None:
    chance = random.Random(16)
    code = js("return short.writeShort(value[0], of(value[1]));", [EIGHT, SOME])
    ones = [code[:at] + sign + code[at + 1 :] for at in range(10) for sign in SIGNS if sign != code[at]]
    swaps = [
        "".join(code[at] if n == to else code[to] if n == at else sign for n, sign in enumerate(code))
        for to in range(10)
        for at in range(to)
    ]
    twos = []
    for _ in range(5000):
        at, to = sorted(chance.sample(range(10), 2))
        twos.append(code[:at] + chance.choice(SIGNS) + code[at + 1 : to] + chance.choice(SIGNS) + code[to + 1 :])
    typed = [one for one in ones + swaps + twos if one != code]
    found = js("return value[1].map(one => short.readShort(one, value[0]).fault);", [EIGHT, typed])
    assert len(ones) == 310 and set(found) == {"check"}, "a code of distance 3 misses none of them"


def test_look_alikes_blanks_and_small_letters_are_read_as_what_they_stand_for() -> None:
    assert js("return signs.tidy(value);", " o1-Il k·2 ") == "0111K2"


def test_what_is_no_short_code_says_why() -> None:
    code = js("return short.writeShort(value[0], of(value[1]));", [EIGHT, SOME])
    changed = [{**EIGHT[0], "r": "id-zzzzz"}, *EIGHT[1:]]
    cases = [
        ["", EIGHT],
        ["AB!C", EIGHT],
        ["ABUC", EIGHT],
        [code[:-1], EIGHT],
        [code + "7", EIGHT],
        ["7" * 40, EIGHT],
        [code, changed],
        [code, EIGHT[1:]],
    ]
    found = js("return value.map(([code, items]) => short.readShort(code, items));", cases)
    assert [one["fault"] for one in found] == ["empty", "sign", "sign", "length", "length", "length", "set", "set"]
    assert all(one["answers"] is None for one in found)


def test_a_number_beyond_all_answers_is_no_code() -> None:
    body = js("const whole = short.writeShort(value, () => null).slice(0, 2) + 'Z'.repeat(6); return whole + signs.checkOf(whole);", EIGHT)
    assert js("return short.readShort(value[1], value[0]).fault;", [EIGHT, body]) == "wrong"


def test_a_text_that_was_cut_or_changed_anywhere_gives_no_answers_and_says_why() -> None:
    qr = js('return text.writeText("loket", "id", "7", value[0], of(value[1]));', [EIGHT, SOME])
    spoilt = [qr[:length] for length in range(len(qr))] + [
        qr[:at] + ("X" if qr[at] != "X" else "Y") + qr[at + 1 :] for at in range(len(qr))
    ]
    found = js("return value.map(text.readText);", spoilt)
    assert all(one["sheet"] is None and one["fault"] in ("foreign", "version", "cut") for one in found)


def test_hostile_texts_with_a_right_check_give_nothing() -> None:
    bodies = [
        "K1:LOKET:ID:0:", "K1:LOKET:ID:61:", "K1:LOKET:ID:SITI:", "K1:LOKET:ID:-4K2X:", "K1:LOKET:FR:7:", "K1:../X:ID:7:", "K1:<B>:ID:7:",
        "K1:LOKET:ID:7:ABC", "K1:LOKET:ID:7:ABCDEUU", "K1:LOKET:ID:7:" + "ABCDE01" * 2,
        "K1:LOKET:ID:7:" + "".join(f"ABC{n:02}01" for n in range(61)), "K1:A/B/C:ID:7:",
    ]  # fmt: skip
    check = "signs.written(signs.hash(body, 25), 5)"
    found = js(f"return value.map(body => text.readText(`${{body}}:${{{check}}}`));", bodies)
    assert [one["fault"] for one in found] == ["wrong"] * len(bodies)
    others = ["", "https://contoh.example/", "K2:LOKET:ID:7::00000", "k1:loket:id:7::00000", "constructor", "K1", "9" * 5000]
    assert [one["fault"] for one in js("return value.map(text.readText);", others)] == [
        "foreign", "foreign", "version", "foreign", "foreign", "foreign", "foreign"
    ]  # fmt: skip


def test_of_an_older_sheet_only_what_is_the_same_counts_and_the_rest_is_counted() -> None:
    now = [{**EIGHT[0], "r": "id-00000"}, {**EIGHT[1], "parts": ["new00", *EIGHT[1]["parts"][1:]]}, *EIGHT[2:7]]
    found = js(
        'return text.answersIn(text.readText(text.writeText("loket", "id", "7", value[0], of(value[1]))).sheet, value[2]);',
        [EIGHT, SOME, now],
    )
    assert found == {"answers": {f"lk-{n}": SOME[f"lk-{n}"] for n in range(2, 7)}, "older": 3}


def test_an_answer_that_is_not_whole_or_not_of_the_item_counts_as_none() -> None:
    item = {"id": "x", "r": "id-1", "isTrueFalse": True, "parts": ["aaaaa", "bbbbb"]}
    answers = [["aaaaa:true"], ["aaaaa:true", "ccccc:true"], ["aaaaa:true", "aaaaa:false"], [], ["aaaaa:true", "bbbbb:false"]]
    assert js("return value[1].map(a => items.numberOf(value[0], { a }));", [item, answers]) == [0, 0, 0, 0, 4]
    choice = {**item, "isTrueFalse": False}
    assert js("return value[1].map(a => items.numberOf(value[0], { a }));", [choice, [[":bbbbb"], [":ccccc"], []]]) == [4, 0, 0]
