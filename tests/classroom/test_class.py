"""The file of a class: answers and corrections, second votes, two devices' files as one, files that come back or are broken."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from tests.helpers.nodejs import run

MODULES = {name: f"classroom/answers/{name}.js" for name in ("class", "csv", "reading", "phones")}
NAMES = {"class": "file", "csv": "csv", "reading": "reading", "phones": "phones"}
ASKING = {"item": "lk-telepon", "form": "", "round": 1}
VOTE: dict[str, Any] = {
    "item": "lk-telepon",
    "r": "id-4f2k9",
    "round": 1,
    "form": "",
    "way": "cards",
    "t": 1000,
    "answers": {},
    "counts": {},
}


def js(body: str, value: Any = None) -> Any:
    return run(body, value, **{NAMES[name]: path for name, path in MODULES.items()})


def klass(*votes: dict[str, Any], people: dict[str, str] | None = None, t: int = 1000) -> dict[str, Any]:
    return {
        "format": "class", "v": 1, "course": "c", "language": "id", "name": "Metro", "t": t, "people": people or {}, "votes": list(votes)
    }  # fmt: skip


def drawn(chance: random.Random) -> dict[str, Any]:
    """A class as a spreadsheet's worst day would have it."""
    letters = "aä日😀 ;:,'\"\n=+-@"
    votes: list[dict[str, Any]] = [
        {
            **({"row": f"r{chance.randrange(3)}"} if chance.random() < 0.3 else {}),
            "item": f"soal-{number}",
            "r": "id-4f2k9",
            "round": chance.randrange(1, 4),
            "form": chance.choice(["", "a", "b"]),
            "way": chance.choice(["cards", "phones"]),
            "t": chance.randrange(1000, 10**12),
            "answers": {
                str(code): {"o": chance.choice("xyz") + "1"} | ({"s": chance.randrange(2)} if chance.random() < 0.4 else {})
                for code in sorted(chance.sample(range(1, 61), chance.randrange(1, 40)))
            },
            "counts": {"x1": chance.randrange(40)} if chance.random() < 0.3 else {},
        }
        for number in range(chance.randrange(1, 6))
    ]
    taken = {code for vote in votes for code in vote["answers"]}
    people = {code: "".join(chance.choices(letters, k=chance.randrange(9))).strip() for code in sorted(taken, key=int)}
    return klass(*votes, people=people, t=min(vote["t"] for vote in votes))


def test_an_answer_is_taken_corrected_and_taken_back_and_what_was_said_of_certainty_stays_with_it() -> None:
    found = js(
        """const one = file.begun(value.empty, value.asking, "id-4f2k9", "cards", 1000);
        const two = file.sured(file.answered(one, value.asking, "7", "a1"), value.asking, "7", 1);
        const three = file.answered(two, value.asking, "7", "b1"), four = file.answered(three, value.asking, "7", null);
        return [one, two, three, four, file.sured(four, value.asking, "7", 0)].map(made => made.votes[0].answers);""",
        {"empty": klass(), "asking": ASKING},
    )
    assert found == [{}, {"7": {"o": "a1", "s": 1}}, {"7": {"o": "b1", "s": 1}}, {}, {}]


def test_a_second_vote_leaves_the_first_as_it_was_and_another_way_leaves_what_was_gathered() -> None:
    made = js(
        """const first = file.answered(file.begun(value.empty, value.asking, "id-4f2k9", "cards", 1000), value.asking, "7", "a1");
        const again = { ...value.asking, round: 2 };
        const second = file.counted(file.begun(first, again, "id-4f2k9", "counts", 2000), again, "a1", 12);
        return file.begun(file.counted(second, again, "b1", -3), value.asking, "id-4f2k9", "counts", 3000);""",
        {"empty": klass(), "asking": ASKING},
    )
    first, second = made["votes"]
    assert (first["way"], first["answers"], first["t"]) == ("counts", {"7": {"o": "a1"}}, 1000)
    assert (second["round"], second["counts"]) == (2, {"a1": 12, "b1": 0})


def test_files_of_two_devices_become_one_and_the_later_vote_decides_where_they_differ() -> None:
    mine = klass({**VOTE, "answers": {"1": {"o": "a1"}, "2": {"o": "a1"}}}, people={"1": "Siti", "2": ""})
    theirs = klass({**VOTE, "t": 2000, "answers": {"2": {"o": "b1"}, "3": {"o": "b1"}}}, {**VOTE, "round": 2}, people={"2": "Budi"})
    made = js("return file.merged(value[0], value[1]);", [mine, theirs])
    assert made["votes"][0]["answers"] == {"1": {"o": "a1"}, "2": {"o": "b1"}, "3": {"o": "b1"}}
    assert [vote["round"] for vote in made["votes"]] == [1, 2] and made["people"] == {"1": "Siti", "2": "Budi"}


def test_numbers_that_answered_stay_in_a_shorter_list_of_people() -> None:
    made = js("return file.peopled(value, 2, ['Siti']);", klass({**VOTE, "answers": {"9": {"o": "a1"}}}, people={"5": "", "9": "Ani"}))
    assert made["people"] == {"1": "Siti", "2": "", "9": ""}


def test_every_class_comes_back_whole_from_both_kinds_of_file() -> None:
    chance = random.Random(15)
    classes = [drawn(chance) for _ in range(150)]
    for language in ("id", "en"):
        found = js(
            """return value.map(one => [
              reading.fromJson(JSON.stringify(one), "c"), csv.fromCsv(csv.toCsv(one), "c", one.language, "unduhan-3")]);""",
            [{**one, "language": language} for one in classes],  # the name stands in the table, whatever the file is called
        )
        for one, (by_json, by_csv) in zip(classes, found, strict=True):
            assert by_json == {"file": {**one, "language": language}, "faults": []}
            assert by_csv["faults"] == []
            assert by_csv["file"] == {**one, "language": language}


def test_no_cell_of_the_table_is_a_formula() -> None:
    text = js("return csv.toCsv(value);", klass({**VOTE, "answers": {"1": {"o": "a1"}}}, people={"1": '=HYPERLINK("x";"y")'}))
    assert '"\'=HYPERLINK(""x"";""y"")"' in text


@pytest.mark.parametrize(
    ("data", "place", "rule"),
    [
        ("hello", "", "json"),
        ([], "format", "class"),
        ({**klass(), "v": 2}, "v", "version"),
        ({**klass(), "course": "lain"}, "course", "course"),
        (klass({**VOTE, "round": 0}), "votes[0].round", "round"),
        (klass({**VOTE, "way": "shouting"}), "votes[0].way", "way"),
        (klass({key: VOTE[key] for key in VOTE if key != "item"}), "votes[0].item", "item"),
        (klass(VOTE, VOTE), "votes[1]", "twice"),
        (klass({**VOTE, "answers": {"constructor": {"o": "a1"}}}), 'votes[0].answers["constructor"]', "code"),
        (klass({**VOTE, "answers": {"7": {"o": "<b>"}}}), 'votes[0].answers["7"]', "answer"),
        (klass({**VOTE, "counts": {"a1": -4}}), 'votes[0].counts["a1"]', "count"),
        (klass(people={"1": "x" * 81}), 'people["1"]', "name"),
    ],
)
def test_what_is_broken_in_a_file_is_left_out_and_named_by_its_place(data: Any, place: str, rule: str) -> None:
    text = data if isinstance(data, str) else json.dumps(data)
    found = js('return reading.fromJson(value, "c");', text)
    assert [(fault["where"], fault["rule"]) for fault in found["faults"]] == [(place, rule)]
    if found["file"]:
        assert js('return reading.fromJson(JSON.stringify(value), "c").faults;', found["file"]) == [], "what is left is sound"


def test_a_broken_line_of_a_table_is_named_by_its_number() -> None:
    head = "item;revision;code;option;round"
    text = f"{head}\nlk-a;id-4f2k9;1;a1;1\nlk-a;id-4f2k9;1;b1;1\nlk-b;4f2k9;1;a1;1\n"
    found = js('return csv.fromCsv(value, "c", "id", "Metro");', text)
    assert [(fault["where"], fault["found"], fault["rule"]) for fault in found["faults"]] == [("3:3", "1", "twice"), ("4.r", "4f2k9", "r")]
    assert found["file"]["votes"][0]["answers"] == {"1": {"o": "a1"}}
    assert js('return csv.fromCsv(value, "c", "id", "x").faults[0].rule;', "nama,nilai\nSiti,3") == "columns"


def test_a_phone_with_an_older_revision_of_a_question_counts_only_what_is_the_same() -> None:
    phone = {
        "code": "K7",
        "answers": [{"item": "lk-telepon", "r": "id-4f2k9", "o": "a1", "s": 1}, {"item": "lk-lama", "r": "id-00000", "o": "a1"}],
    }
    found = js(
        "return phones.receive(value[0], value[1], item => item === 'lk-telepon' ? 'id-4f2k9' : 'id-99999', 5);", [klass(VOTE), phone]
    )
    assert (found["taken"], found["older"]) == (1, ["lk-lama"])
    assert found["file"]["votes"] == [{**VOTE, "answers": {"K7": {"o": "a1", "s": 1}}}]
