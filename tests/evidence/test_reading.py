"""What comes back is read without a person in it, and whatever is not read is told with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from manusiawi.evidence.bank import Bank
from manusiawi.evidence.readers import classes, records, statements
from manusiawi.evidence.readers.door import files_of
from manusiawi.evidence.readers.source import Source, seconds
from manusiawi.evidence.shape import Answer, Salt, Told
from manusiawi.model.course import Course
from tests.helpers.drawn import choices, class_file, given, learner_record


@pytest.fixture
def bank(course: Course) -> Bank:
    return Bank.of(course)


def source(bank: Bank, path: Path, text: str = "") -> Source:
    path.write_text(text, "utf-8")
    return Source(path, path.name, bank, Salt(b"salt"), Told())


def csv_of(file: dict, sign: str = ",") -> str:
    """A class as the page writes it into a table."""
    lines = [sign.join(["item", "statement", "revision", "form", "round", "way", "time", "code", "name", "option", "sure", "count"])]
    for vote in file["votes"]:
        for code, answer in vote["answers"].items():
            time = f"2025-11-24T16:00:0{vote['t'] % 1000}.{vote['t'] // 1000 % 10:03d}Z"
            cells = [
                vote["item"],
                "",
                vote["r"],
                vote["form"],
                str(vote["round"]),
                vote["way"],
                time,
                code,
                "'=Siti",
                answer["o"],
                str(answer["s"]),
                "",
            ]
            lines.append(sign.join(cells))
    return "\ufeff" + "\r\n".join(lines) + "\r\n"


def test_a_class_becomes_answers_without_its_names(bank: Bank, tmp_path: Path) -> None:
    here = source(bank, tmp_path / "kelas.json")
    answers = list(classes.from_json(class_file(bank, 30), here))
    assert len(answers) == 60 and len({one.learner for one in answers}) == 30
    assert all(one.right == bank.asked[one.item].options[one.option] and one.sure is not None for one in answers)
    assert list(here.told.dropped) == ["people"] and not here.told.kinds


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_class_as_a_table_holds_the_same_answers(bank: Bank, tmp_path: Path, sign: str) -> None:
    here = source(bank, tmp_path / "kelas.csv", csv_of(class_file(bank, 3), sign))
    answers = list(classes.from_csv(here))
    told = list(classes.from_json(class_file(bank, 3), here))
    assert [(one.item, one.option, one.sure) for one in answers] == [(one.item, one.option, one.sure) for one in told]


def test_the_second_round_of_a_vote_is_after_and_one_between_is_told(bank: Bank, tmp_path: Path) -> None:
    here = source(bank, tmp_path / "kelas.json")
    assert [one.attempt for one in classes.from_json(class_file(bank, 1, rounds=3), here)] == ["before", "after", "before", "after"]
    assert ["between" in line for line in here.told.lines()] == [True]


def test_hands_that_were_counted_have_no_person_and_are_told(bank: Bank, tmp_path: Path) -> None:
    here, file = source(bank, tmp_path / "kelas.json"), class_file(bank, 0)
    file["votes"][0]["counts"] = {"abcde": 12}
    assert list(classes.from_json(file, here)) == []
    assert list(here.told.lines()) == ["kelas.json:1:1 and 11 more: hands were counted without a person behind each, and are left out."]


def test_a_question_or_an_option_that_is_gone_is_told_with_its_line(bank: Bank, tmp_path: Path) -> None:
    gone = "item,revision,option,code,round\nhilang,id-4k2pd,abcde,1,1\n"
    known = choices(bank)[0]
    here = source(bank, tmp_path / "kelas.csv", f"{gone}{known.name},id-4k2pd,zzzzz,1,1\n{known.name},entah,zzzzz,1,1\n{known.name}\n")
    assert list(classes.from_csv(here)) == []
    assert [line.split(":")[1] for line in here.told.lines()] == ["5", "2", "3", "4"]


def test_a_record_becomes_the_answers_of_one_learner(bank: Bank, tmp_path: Path) -> None:
    answers = list(given(bank, 1))
    made = list(records.from_record(learner_record(answers), source(bank, tmp_path / "k.json")))
    assert [(one.item, one.option, one.right, one.sure) for one in made] == [
        (one.asked.name, one.option, one.right, one.sure) for one in answers
    ]
    assert len({one.learner for one in made}) == 1


def test_two_records_of_one_learner_are_one_person(bank: Bank, tmp_path: Path) -> None:
    here, answers = source(bank, tmp_path / "k.json"), list(given(bank, 1))
    early, late = (list(records.from_record(learner_record(part), here)) for part in (answers[:3], answers))
    other = list(records.from_record(learner_record(answers, begun=1_765_000_000_000), here))
    assert early[0].learner == late[0].learner != other[0].learner


def test_what_was_typed_is_never_kept(course: Course, bank: Bank, tmp_path: Path) -> None:
    typed = next(item for item in course.items.values() if item.type == "short-text")
    entry = {"r": bank.asked[typed.id].revisions["id"], "a": [":Siti Rahmawati"], "c": 1, "ok": 1}
    (answer,) = records.from_record({"v": 2, "items": {typed.id: entry}}, source(bank, tmp_path / "k.json"))
    assert answer.right and answer.option == "" and "Siti" not in repr(answer)


def test_each_statement_of_a_set_is_a_question_of_its_own(course: Course, bank: Bank, tmp_path: Path) -> None:
    item = next(item for item in course.items.values() if item.type == "true-false")
    names = bank.rows[item.id]
    parts = [f"{name.partition(':')[2]}:true" for name in names]
    entry = {"r": bank.asked[names[0]].revisions["id"], "a": parts, "c": 1, "ok": 0}
    made = list(records.from_record({"v": 2, "items": {item.id: entry}}, source(bank, tmp_path / "k.json")))
    assert [(one.item, one.right) for one in made] == [(name, bank.asked[name].options["true"]) for name in names]


def test_the_test_before_and_the_test_after_are_told_apart(course: Course, bank: Bank, tmp_path: Path) -> None:
    tests = {}
    for form in ("a", "b"):
        item = course.items_of_form(form)[0]
        asked = bank.asked[item.id]
        tests[form] = {"t": 1, "a": {item.id: f"{asked.revisions['id']}|{next(iter(asked.options))}", "hilang": "id-4k2pd|"}}
    here = source(bank, tmp_path / "k.json")
    assert [one.attempt for one in records.from_record({"v": 2, "items": {}, "tests": tests}, here)] == ["test-a", "test-b"]
    assert "skipped" in next(here.told.lines())


def statement(bank: Bank, **changes: object) -> dict:
    asked = choices(bank)[0]
    return {
        "actor": {"mbox": "mailto:siti@contoh.go.id", "name": "Siti"},
        "verb": {"id": "answered"},
        "object": {"id": f"https://contoh.go.id/{asked.name}"},
        "result": {"success": True, "response": next(iter(asked.options)), "duration": "PT1M5.5S"},
        "context": {"language": "en"},
    } | changes


def test_a_statement_becomes_an_answer_without_its_actor(bank: Bank, tmp_path: Path) -> None:
    here = source(bank, tmp_path / "s.jsonl", json.dumps(statement(bank)))
    (answer,) = statements.from_statements(here)
    assert answer.right and answer.seconds == 65.5 and answer.revision == choices(bank)[0].revisions["en"]
    assert list(here.told.dropped) == ["name", "mbox"] and "siti" not in repr(answer).lower()


@pytest.mark.parametrize("shape", ["lines", "list", "pretty", "page"])
def test_statements_come_in_lines_in_a_list_and_in_pages_of_a_store(bank: Bank, tmp_path: Path, shape: str) -> None:
    many = [statement(bank, actor={"mbox": f"mailto:{number}@contoh.id"}) for number in range(3)]
    text = {
        "lines": "\n".join(map(json.dumps, many)),
        "list": json.dumps(many),
        "pretty": json.dumps(many, indent=2),
        "page": json.dumps({"statements": many, "more": ""}),
    }[shape]
    answers = list(statements.from_statements(source(bank, tmp_path / "s.json", text)))
    assert len({one.learner for one in answers}) == 3


def test_a_broken_line_is_told_and_the_next_one_is_read(bank: Bank, tmp_path: Path) -> None:
    text = "\n".join([json.dumps(statement(bank)), '{"actor": {"mbox"', json.dumps(statement(bank))])
    here = source(bank, tmp_path / "s.jsonl", text)
    assert len(list(statements.from_statements(here))) == 2
    assert list(here.told.lines()) == ["s.jsonl:2:1: the line is no JSON, and was not read."]


def test_a_list_that_ends_too_early_is_read_until_there(bank: Bank, tmp_path: Path) -> None:
    whole = json.dumps([statement(bank), statement(bank)], indent=1)
    here = source(bank, tmp_path / "s.json", whole[:-40])
    assert len(list(statements.from_statements(here))) == 1
    assert "ends too early" in next(here.told.lines())


@pytest.mark.parametrize(
    "change, words",
    [
        ({"result": {}}, "answers nothing"),
        ({"object": {"id": "https://contoh.go.id/hilang"}}, 'no question "hilang"'),
        ({"actor": {}}, "whose answer"),
        ({"context": {}}, "which language"),
        ({"result": {"response": "entah"}}, "neither the option nor whether it is right"),
    ],
)
def test_what_a_statement_lacks_is_told(bank: Bank, tmp_path: Path, change: dict, words: str) -> None:
    here = source(bank, tmp_path / "s.jsonl", json.dumps(statement(bank, **change)))
    assert list(statements.from_statements(here)) == []
    assert words in next(here.told.lines())


@pytest.mark.parametrize("is_flat", [True, False])
def test_the_interactions_of_scorm_are_answers(bank: Bank, tmp_path: Path, is_flat: bool) -> None:
    asked = choices(bank)[0]
    key = next(name for name, right in asked.options.items() if right)
    flat = {
        "cmi.core.student_id": "siti",
        "cmi.core.student_name": "Rahmawati, Siti",
        "cmi.student_preference.language": "id",
        "cmi.interactions.0.id": asked.name,
        "cmi.interactions.0.student_response": key,
        "cmi.interactions.0.result": "correct",
        "cmi.interactions.0.latency": "0000:00:12.50",
    }
    one = {"id": asked.name, "student_response": key, "result": "correct", "latency": "0000:00:12.50"}
    core = {"student_id": "siti", "student_name": "Rahmawati, Siti"}
    nested = {"cmi": {"core": core, "student_preference": {"language": "id"}, "interactions": {"0": one}}}
    here = source(bank, tmp_path / "s.json", json.dumps(flat if is_flat else nested))
    assert [(one.option, one.right, one.seconds) for one in statements.from_statements(here)] == [(key, True, 12.5)]
    assert list(here.told.dropped) == ["cmi.core.student_name"]


@pytest.mark.parametrize(
    "text, expected", [("PT5S", 5), ("P1DT1H", 90000), ("00:01:30", 90), ("0000:00:02.5", 2.5), ("entah", None), ("P", None)]
)
def test_a_duration_is_read_as_either_standard_writes_it(text: str, expected: float | None) -> None:
    assert seconds(text) == expected


def test_a_key_of_a_learner_fits_no_other_run() -> None:
    assert Salt().key("siti") != Salt().key("siti")


def test_a_folder_below_makes_a_group_and_foreign_files_are_told(tmp_path: Path) -> None:
    for name in ("a/satu.csv", "b/c/dua.json", "tiga.parquet", "a/foto.jpg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    told = Told()
    files = files_of([tmp_path, tmp_path / "tiga.parquet"], told)
    assert [(path.name, group) for path, group in files.found] == [("satu.csv", "a"), ("dua.json", "b"), ("tiga.parquet", "")]
    assert ["foto.jpg" in line or "named twice" in line for line in told.lines()] == [True, True]


def test_names_that_lead_nowhere_and_folders_without_answers_are_faults(tmp_path: Path) -> None:
    assert len(files_of([tmp_path / "hilang.csv", tmp_path], Told()).faults) == 2


def test_no_column_of_the_long_table_can_hold_a_name() -> None:
    assert Answer._fields == ("learner", "item", "revision", "option", "right", "sure", "seconds", "attempt", "group", "at")
