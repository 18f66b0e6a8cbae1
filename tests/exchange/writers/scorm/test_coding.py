"""What a package leaves with a learning system is short, is read back as it was, and is cut in a told order where it would not fit."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.helpers.nodejs import run

NOW = 1_790_000_000_000


def coded(kept: dict[str, Any], most: int = 4096) -> dict[str, Any]:
    """The text, how many answers were shortened, and what is read back of it."""
    body = "const made = coding.encode(value[0], 'antre', value[1]); return { ...made, back: coding.decode(made.text, 'antre', 'id') };"
    return run(body, [{"session": "mx1", "place": "", "items": {}, "pages": {}, **kept}, most], coding="scorm/coding.js")


def entry(number: int, answer: list[str] | None = None, **more: Any) -> dict[str, Any]:
    return {"r": "id-4f2k9", "a": [f":q{number}"] if answer is None else answer, "c": 1, "ok": number % 2, "t": NOW + 1000 * number, **more}


def drawn(seed: int) -> dict[str, Any]:
    """A record with every shape that answers have, and awkward signs."""
    draw = random.Random(seed)
    signs = "abc xyz0189.!_*:~%'\"()<>&;,|é–🙂\\\u200b\u2028"
    items = {}
    for number in range(draw.randint(0, 12)):
        name = f"soal-{number}"
        road = [f"{name}-adegan-{scene}" for scene in range(3)]
        words = [":" + "".join(draw.choice(signs) for _ in range(draw.randint(1, 40)))]
        answer = draw.choice([[":q173w"], ["710p0:true", "2s1ea:false"], ["gw85d:1", "w0zf7:2"], road, words, []])
        items[name] = {"r": "id-4f2k9", "a": answer, "c": draw.choice([0, 1]), "t": NOW + 1000 * number, "u": NOW + 1000 * number}
        if draw.random() < 0.7:
            items[name]["ok"] = items[name]["b"] = draw.choice([0, 1])
        if draw.random() < 0.4:
            items[name]["s"] = draw.choice([0, 1])
    return {"items": items, "pages": {f"antre/halaman-{page}.html": NOW for page in range(draw.randint(0, 4))}, "place": "antre/soal.html"}


def test_what_was_kept_is_read_back_as_it_was() -> None:
    drafts = [{"session": "mx1", **drawn(seed)} for seed in range(300)]
    body = """
      const back = made => ({ ...made, back: coding.decode(made.text, "antre", "id") });
      return value.map(kept => back(coding.encode(kept, "antre")));
    """
    for kept, made in zip(drafts, run(body, drafts, coding="scorm/coding.js"), strict=True):
        assert made["back"] == kept and made["cut"] == 0
        assert made["text"].isascii() and not {" ", "\n"} & set(made["text"])


def test_a_module_of_thirty_answers_needs_a_third_of_the_room() -> None:
    assert len(coded({"items": {f"nd-soal-nomor-{number}": entry(number) for number in range(30)}})["text"]) < 4096 / 3


@pytest.mark.parametrize("most", [4096, 1200, 400, 120])
def test_what_would_not_fit_is_shortened_and_stays_whole(most: int) -> None:
    items = {f"soal-{number}": entry(number, [f":{'jawaban panjang ' * 6}{number}"]) for number in range(60)}
    pages = {"antre/giliran.html": NOW}
    made = coded({"items": items, "pages": pages}, most)
    assert len(made["text"]) <= most and made["cut"] > 0
    assert made["back"]["pages"] == pages
    for name, kept in made["back"]["items"].items():
        assert kept["ok"] == items[name]["ok"] and kept["a"] in ([], items[name]["a"]), "a result is right or gone, an answer whole or gone"


def test_unchecked_choices_go_first_then_the_oldest_answers_then_the_oldest_results() -> None:
    items = {f"soal-{number}": entry(number) for number in range(6)}
    open_one = {"r": "id-4f2k9", "a": [":q9"], "c": 0, "t": NOW + 10**6}
    whole = len(coded({"items": items | {"baru": open_one}})["text"])
    first = coded({"items": items | {"baru": open_one}}, whole - 1)
    assert set(first["back"]["items"]) == set(items) and all(kept["a"] for kept in first["back"]["items"].values())
    second = coded({"items": items}, len(first["text"]) - 1)["back"]["items"]
    assert [name for name in second if not second[name]["a"]] == ["soal-0"] and len(second) == 6
    bare = coded({"items": {name: {**kept, "a": []} for name, kept in items.items()}})["text"]
    third = coded({"items": items}, len(bare) - 1)["back"]["items"]
    assert list(third) == [f"soal-{number}" for number in range(1, 6)]


FOREIGN = (
    "",
    "1",
    "2!mx1!!!soal-1.4f2k9.3.abc.:q",
    "1!mx1!!!",
    "1!mx1!!a.B_!..!x.y.z.1.!soal-1.4f2k9.99.1.",
    "1!!!!!%E0%A4%A!soal.1.1.zzzzzzzzzzz.%E0",
    "{}",
)


@pytest.mark.parametrize("text", FOREIGN)
def test_what_is_none_of_ours_is_nothing_and_never_an_error(text: str) -> None:
    back = run("return coding.decode(value, 'antre', 'id');", text, coding="scorm/coding.js")
    assert back["pages"] == {} and set(back["items"]) <= {"soal"}


def test_of_two_answers_the_newer_stands_and_what_was_never_sent_counts() -> None:
    body = "return coding.merged(value[0], value[1], value[2]);"
    system = {"session": "", "place": "", "pages": {}, "items": {"a": entry(1), "b": entry(5)}}
    device = {"v": 2, "pages": {"antre/x.html": 1}, "tests": {}, "place": {}, "items": {"a": entry(3), "b": entry(2), "c": entry(4)}}
    whole, known = (run(body, [system, device, is_whole], coding="scorm/coding.js") for is_whole in (True, False))
    assert {name: kept["t"] for name, kept in whole["items"].items()} == {"a": NOW + 3000, "b": NOW + 5000, "c": NOW + 4000}
    assert {name: kept["t"] for name, kept in known["items"].items()} == {"a": NOW + 1000, "b": NOW + 5000} and known["pages"] == {}


def test_times_have_two_figures_and_a_point() -> None:
    body = "return [0, 5, 61234, 3723450, 4e11, -1].map(answers.duration);"
    assert run(body, answers="scorm/answers.js") == [
        "0000:00:00.00", "0000:00:00.01", "0000:01:01.23", "0001:02:03.45", "9999:59:59.99", "0000:00:00.00"
    ]  # fmt: skip


def test_a_road_longer_than_255_signs_keeps_its_last_scenes_whole() -> None:
    item = {"id": "kasus", "r": "id-1", "type": "branching-case", "parts": [], "counts": 0}
    road = [f"kasus-adegan-yang-panjang-{number}" for number in range(40)]
    told = run("return answers.response(value[0], value[1]);", [item, road], answers="scorm/answers.js")
    assert (
        len(told) <= 255 and told.split(",")[-1] == "adegan-yang-panjang-39" and all(part.startswith("adegan-") for part in told.split(","))
    )
