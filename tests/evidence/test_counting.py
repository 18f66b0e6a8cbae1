"""What is counted is what other libraries reckon, whichever engine counts; `make evidence` runs these, since their libraries are heavy."""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from manusiawi.evidence.bank import Bank
from manusiawi.evidence.shape import Salt, Told
from manusiawi.lint.run import lint
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from tests.helpers.commands import run
from tests.helpers.drawn import choices, class_file, given, learner_record, write_moodle, write_statements, write_table
from tests.helpers.projects import PROJECT

pytestmark = pytest.mark.evidence
CLOSE = 1e-6
DUCKDB, SPARK = "duckdb", "spark"


def table_of(path: Path) -> Any:
    """Answers of 300 people to eight questions as Parquet of our own shape, some missing, some asked twice."""
    import pandas as pd

    random, rows = Random(7), []
    course = load_course(PROJECT)
    for one in given(Bank.of(course), 300, seed=3):
        if one.person % 4 == 0 and random.random() < 0.3:
            continue
        twice = (one.person % 5 == 0 and one.asked is choices(Bank.of(course), 1)[0]) or (one.person % 5 == 0 and random.random() < 0.4)
        row = {
            "learner": f"p{one.person}",
            "item": one.asked.name,
            "revision": one.asked.revisions[one.language],
            "option": one.option,
            "right": one.right,
            "sure": one.sure if one.person % 3 else None,
            "seconds": float(one.seconds),
            "attempt": "before" if twice else "",
            "group": one.group,
        }
        rows.append(row)
        if twice:
            rows.append(row | {"attempt": "after", "right": random.random() < 0.8, "sure": None})
    made = pd.DataFrame(rows)
    made.to_parquet(path, index=False)
    return made


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    path = tmp_path_factory.mktemp("answers") / "answers.parquet"
    return path, table_of(path)


def tables(path: Path, engine: str, work: Path) -> Any:
    from manusiawi.evidence.engine import connect, hashing
    from manusiawi.evidence.readers.door import files_of, read_all
    from manusiawi.evidence.statistics.tables import Tables
    from manusiawi.evidence.whole import answers_of

    told, salt = Told(), Salt(b"the same for both")
    read = read_all(files_of([path], told), Bank.of(load_course(PROJECT)), salt, told, work)
    connection = connect(engine, work)
    return Tables(connection, answers_of(connection, read, salt, hashing(engine), told), 30)


@pytest.fixture(scope="module")
def counted(answers: tuple[Path, Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    return tables(answers[0], DUCKDB, tmp_path_factory.mktemp("work"))


@pytest.fixture(scope="module")
def result(counted: Any) -> Any:
    from manusiawi.evidence.result import result_of

    return result_of(counted, 30)


def test_facility_and_its_interval_are_those_of_statsmodels(answers: tuple[Path, Any], result: Any) -> None:
    from statsmodels.stats.proportion import proportion_confint

    rows = answers[1][answers[1]["attempt"] != "after"]
    for (item, revision), part in rows.groupby(["item", "revision"]):
        one = next(one for one in result.observed if (one.item, one.revision) == (item, revision))
        low, high = proportion_confint(int(part["right"].sum()), len(part), method="wilson")
        assert (one.people, one.facility, one.low, one.high) == pytest.approx((len(part), part["right"].mean(), low, high), abs=CLOSE)


def test_discrimination_is_scipys_point_biserial_with_the_others_share(answers: tuple[Path, Any], result: Any) -> None:
    from scipy.stats import pointbiserialr

    rows = answers[1][answers[1]["attempt"] != "after"].copy()
    of_person = rows.groupby("learner")["right"]
    rows["rest"] = (of_person.transform("sum") - rows["right"]) / (of_person.transform("count") - 1)
    for one in result.observed:
        part = rows[(rows["item"] == one.item) & (rows["revision"] == one.revision)].dropna(subset="rest")
        assert one.discrimination == pytest.approx(pointbiserialr(part["right"], part["rest"]).statistic, abs=CLOSE)


def test_options_certainty_and_seconds_are_the_plain_counts(answers: tuple[Path, Any], result: Any) -> None:
    rows = answers[1][answers[1]["attempt"] != "after"]
    for one in result.observed:
        part = rows[(rows["item"] == one.item) & (rows["revision"] == one.revision)]
        assert {taken.option: taken.share for taken in one.options} == pytest.approx(part["option"].value_counts(normalize=True).to_dict())
        said = part.dropna(subset="sure")
        sure = said[said["sure"].astype(bool)]
        assert one.sure == (pytest.approx(len(sure) / len(said)) if len(said) >= 30 else None)
        assert one.sure_wrong == (pytest.approx(1 - sure["right"].mean()) if len(sure) >= 30 else None)
        assert one.seconds == pytest.approx(part["seconds"].mean(), abs=CLOSE)


def strata_of(rows: Any, item: str, is_focal: Any) -> Iterator[list[list[int]]]:
    """Two by two tables of an item by the share right in whole per cents: right and wrong of the reference, then of the focal group."""
    of_person = rows.groupby("learner")["right"]
    share = (2 * 100 * of_person.transform("sum") + of_person.transform("count")) // (2 * of_person.transform("count"))
    here = rows["item"] == item
    for _, part in rows[here].groupby(share[here]):
        focal = is_focal(part)
        table = [[int((part["right"] & side).sum()), int((~part["right"] & side).sum())] for side in (~focal, focal)]
        if min(map(sum, table)) and sum(map(sum, table)) > 1:
            yield table


def test_the_difference_between_languages_is_that_of_statsmodels(answers: tuple[Path, Any], result: Any) -> None:
    from math import log

    from statsmodels.stats.contingency_tables import StratifiedTable

    rows = answers[1][answers[1]["attempt"] != "after"]
    assert result.languages
    for item, dif in result.languages.items():
        found = StratifiedTable(list(strata_of(rows, item, lambda part: part["revision"].str.startswith("en"))))
        assert dif.delta == pytest.approx(-2.35 * log(found.oddsratio_pooled), abs=CLOSE)
        assert dif.error == pytest.approx(2.35 * found.logodds_pooled_se, abs=CLOSE)
        if dif.p < 1:  # where the difference is below the correction, statsmodels corrects beyond 0
            assert dif.p == pytest.approx(found.test_null_odds(correction=True).pvalue, abs=CLOSE)


def test_the_difference_between_groups_is_that_of_statsmodels(answers: tuple[Path, Any], result: Any) -> None:
    from math import log

    from statsmodels.stats.contingency_tables import StratifiedTable

    rows = answers[1][answers[1]["attempt"] != "after"]
    assert result.groups
    for (item, revision, group), dif in result.groups.items():
        of_person = rows.groupby("learner")["right"]
        own = rows.assign(n=of_person.transform("count"), r=of_person.transform("sum"))
        own = own[(own["item"] == item) & (own["revision"] == revision)]
        found = []
        for _, part in own.groupby((200 * own["r"] + own["n"]) // (2 * own["n"])):
            focal = part["group"] == group
            table = [[int((part["right"] & side).sum()), int((~part["right"] & side).sum())] for side in (~focal, focal)]
            found += [table] if min(map(sum, table)) else []
        assert dif.delta == pytest.approx(-2.35 * log(StratifiedTable(found).oddsratio_pooled), abs=CLOSE)


def test_alpha_and_its_interval_are_those_of_pingouin(answers: tuple[Path, Any], result: Any) -> None:
    import pingouin

    rows = answers[1][answers[1]["attempt"] != "after"]
    wide = rows.assign(right=rows["right"].astype(float)).pivot(index="learner", columns=["item", "revision"], values="right")
    whole = max((part.dropna(axis=1) for _, part in wide.groupby(wide.notna().apply(tuple, axis=1))), key=len)
    value, interval = pingouin.cronbach_alpha(whole)
    one = result.sets[0]
    assert (one.people, one.questions) == whole.shape
    assert one.alpha == pytest.approx(value, abs=CLOSE)
    assert (one.low, one.high) == pytest.approx(tuple(interval), abs=5.1e-4)  # pingouin rounds its ends to three digits


def test_a_question_before_and_after_is_mcnemars_by_statsmodels(answers: tuple[Path, Any], counted: Any) -> None:
    from statsmodels.stats.contingency_tables import mcnemar

    from manusiawi.evidence.statistics.figures import change

    rows = answers[1][answers[1]["attempt"] != ""]
    pairs = rows.pivot(index=["learner", "item", "revision"], columns="attempt", values="right").dropna()
    found = {(row["item"], row["revision"]): change(row) for row in counted.changes()}
    assert found
    for key, part in pairs.groupby(["item", "revision"]):
        table = [[int(((part["before"] == one) & (part["after"] == other)).sum()) for other in (True, False)] for one in (True, False)]
        one = found[key]
        assert (one.people, one.before, one.after) == pytest.approx((len(part), part["before"].mean(), part["after"].mean()))
        assert one.p == pytest.approx(mcnemar(table, exact=True).pvalue, abs=CLOSE)


def test_the_gain_of_people_is_scipys_paired_interval(answers: tuple[Path, Any], result: Any) -> None:
    from scipy.stats import ttest_rel

    rows = answers[1][answers[1]["attempt"] != ""]
    person = rows.assign(right=rows["right"].astype(float)).pivot_table(index="learner", columns="attempt", values="right").dropna()
    low, high = ttest_rel(person["after"], person["before"]).confidence_interval(0.95)
    one = result.rises["votes"]
    assert (one.people, one.rise) == pytest.approx((len(person), (person["after"] - person["before"]).mean()), abs=CLOSE)
    assert (one.low, one.high) == pytest.approx((low, high), abs=CLOSE)


def test_rasch_difficulties_are_the_maximum_of_the_marginal_likelihood(counted: Any) -> None:
    import numpy as np
    from scipy.optimize import minimize
    from scipy.special import log_expit

    from manusiawi.evidence.statistics.rasch import rasch

    sample = counted.sample(1, 5000)
    found = rasch(sample)
    names, people = sorted({row[1:3] for row in sample}), sorted({row[0] for row in sample})
    right = np.zeros((len(people), len(names)))
    for learner, item, revision, is_right in sample:
        right[people.index(learner), names.index((item, revision))] = is_right
    points, weights = np.polynomial.hermite_e.hermegauss(61)

    def loss(values: Any) -> float:
        logits = values[-1] * points[:, None] - values[None, :-1]
        each = right @ log_expit(logits).T + (1 - right) @ log_expit(-logits).T
        return float(-np.log(np.exp(each) @ (weights / weights.sum())).sum())

    best = minimize(loss, np.append(np.zeros(len(names)), 1.0), method="BFGS").x[:-1]
    assert [found[name] for name in names] == pytest.approx(list(best), abs=0.02)  # girth stops its search there


def test_a_question_that_all_had_right_is_not_estimable() -> None:
    from manusiawi.evidence.statistics.rasch import rasch

    random = Random(1)
    rows = [(person, f"q{item}", "id-00000", item == 0 or random.random() < 0.5) for person in range(200) for item in range(8)]
    found = rasch(rows)
    assert [name for name, value in found.items() if value is None] == [("q0", "id-00000")] and len(found) == 8


def test_few_people_or_questions_give_no_fit() -> None:
    from manusiawi.evidence.statistics.rasch import rasch

    random = Random(1)
    assert rasch([(person, f"q{item}", "id-00000", random.random() < 0.5) for person in range(99) for item in range(8)]) == {}
    assert rasch([(person, f"q{item}", "id-00000", random.random() < 0.5) for person in range(200) for item in range(4)]) == {}


def test_spark_counts_what_duckdb_counts(answers: tuple[Path, Any], result: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from manusiawi.evidence.result import result_of

    monkeypatch.setitem(os.environ, "PYSPARK_SUBMIT_ARGS", "--master local[2] --conf spark.sql.shuffle.partitions=4 pyspark-shell")
    other = result_of(tables(answers[0], SPARK, tmp_path), 30)
    assert (other.people, other.answers, other.hidden) == (result.people, result.answers, result.hidden)
    for mine, theirs in zip(result.observed, other.observed, strict=True):
        assert (mine.item, mine.revision, mine.people, mine.options) == (theirs.item, theirs.revision, theirs.people, theirs.options)
        for name in ("facility", "discrimination", "sure", "sure_wrong", "seconds", "difficulty"):
            assert getattr(mine, name) == pytest.approx(getattr(theirs, name), abs=1e-9)
    for name in ("languages", "groups", "changes", "rises"):
        assert _numbers(getattr(result, name)) == pytest.approx(_numbers(getattr(other, name)), abs=1e-9)
    assert [one.alpha for one in result.sets] == pytest.approx([one.alpha for one in other.sets], abs=1e-9)


def _numbers(found: dict) -> dict:
    """Every number of figures by name."""
    return {
        f"{key} {name}": value
        for key, one in found.items()
        for name in one.__dataclass_fields__
        if isinstance(value := getattr(one, name), int | float)
    }


# ---- The whole command.


def analyse(into: Path, *words: object) -> Any:
    return run(PROJECT, "analyse", *map(str, words), "--into", str(into))


def test_every_format_comes_together_and_no_name_comes_out(course: Course, tmp_path: Path) -> None:
    bank, files = Bank.of(course), tmp_path / "files"
    files.mkdir()
    write_table(files / "tabel.csv", given(bank, 40, seed=1))
    write_moodle(files / "moodle-en.csv", given(bank, 40, seed=2), "en")
    write_moodle(files / "moodle-id.csv", given(bank, 40, seed=3), "id")
    write_statements(files / "s.jsonl", given(bank, 40, seed=4))
    (files / "kelas.json").write_text(json.dumps(class_file(bank, 31)))
    for person in range(5):
        (files / f"k{person}.json").write_text(json.dumps(learner_record(list(given(bank, 1, seed=person)), begun=10**12 + person)))
    done = analyse(tmp_path / "out", files)
    assert done.returncode == 0, done.stderr
    dropped = next(line for line in done.stdout.splitlines() if line.startswith("Dropped on reading"))
    assert all(name in dropped for name in ("nama", "Last name", "First name", "Email address", "Nama belakang", "Alamat email", "mbox"))
    texts = done.stdout + "".join(path.read_text("utf-8") for path in (tmp_path / "out").iterdir())
    assert not [word for word in ("Rahmawati", "siti1@", "mailto:", ">p1<") if word in texts]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["evidence.yml", "laporan.html"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_moodles_words_become_options_even_without_the_questions_text(course: Course, tmp_path: Path, language: str) -> None:
    bank = Bank.of(course)
    write_moodle(tmp_path / "m.csv", given(bank, 40), language, with_questions=language == "en")
    done = analyse(tmp_path / "out", tmp_path / "m.csv", "--language", "en")
    assert done.returncode == 0, done.stderr
    found = (tmp_path / "out" / "evidence.yml").read_text("utf-8")
    named = [one.name for one in choices(bank) if f"item: {one.name}\n" in found]
    lost = done.stdout.count("no question with the words")
    assert len(named) + lost == len(choices(bank)) and len(named) >= 5
    assert f"revision: {language}-" in found


def test_about_fewer_than_thirty_people_nothing_is_written(course: Course, tmp_path: Path) -> None:
    write_table(tmp_path / "t.csv", given(Bank.of(course), 29))
    done = analyse(tmp_path / "out", tmp_path / "t.csv")
    assert done.returncode == 1 and "29 people" in done.stderr and "--small" in done.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_small_lifts_the_bar_for_the_report_alone(course: Course, tmp_path: Path) -> None:
    write_table(tmp_path / "t.csv", given(Bank.of(course), 29))
    assert analyse(tmp_path / "out", tmp_path / "t.csv", "--small").returncode == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["laporan.html"]


def test_what_cannot_be_read_is_told_with_file_and_line(course: Course, tmp_path: Path) -> None:
    (tmp_path / "kosong.csv").write_text("")
    (tmp_path / "asing.csv").write_text("a,b,c\n1,2,3\n")
    (tmp_path / "palsu.parquet").write_text("bukan parquet")
    (tmp_path / "rusak.json").write_text("{")
    write_table(tmp_path / "t.csv", given(Bank.of(course), 30), more="p1,x\np1,,id-4k2pd,a,true,1,3,g,Siti\np1,x,entah,a,true,1,3,g,Siti\n")
    done = analyse(tmp_path / "out", tmp_path)
    assert done.returncode == 0, done.stderr
    for words in ("kosong.csv:1:1: the file is empty", 'asing.csv:1:1: the columns "a, b, c"', "palsu.parquet:1:1", "rusak.json:1:1"):
        assert words in done.stdout
    assert "t.csv:242:1: the line has more or fewer cells" in done.stdout
    assert "t.csv:243:1, " in done.stdout and "t.csv:244:1: learner, item or right is empty" in done.stdout


def test_answers_given_twice_count_once(course: Course, tmp_path: Path) -> None:
    bank = Bank.of(course)
    write_table(tmp_path / "a.csv", given(bank, 30))
    write_table(tmp_path / "b.csv", given(bank, 30))
    done = analyse(tmp_path / "out", tmp_path / "a.csv", tmp_path / "b.csv")
    assert "240 times: answers that a person gave twice" in done.stdout and "240 answers of 30 people" in done.stdout


def test_the_evidence_that_is_written_is_evidence_that_the_check_reads(example: Path, tmp_path: Path) -> None:
    course = load_course(example)
    write_table(tmp_path / "t.csv", given(Bank.of(course), 60))
    done = run(example, "analyse", str(tmp_path / "t.csv"), "--into", str(example / "course"))
    assert done.returncode == 0, done.stderr
    (example / "course" / "laporan.html").unlink()
    read = load_course(example)
    assert not read.faults and read.evidence and read.evidence.people == 60
    assert {finding.rule for finding in lint(read, example) if finding.rule.startswith("E")} <= {
        "E101",
        "E102",
        "E103",
        "E104",
        "E105",
        "E106",
    }


def test_numbers_of_identity_in_a_table_are_not_kept_by_the_engine(answers: tuple[Path, Any], counted: Any) -> None:
    people = counted.answers.select("learner").distinct().to_pyarrow().column("learner").to_pylist()
    assert all(isinstance(person, int) for person in people) and len(people) == answers[1]["learner"].nunique()


def test_the_libraries_are_imported_only_where_they_work() -> None:
    for name in ("analyse", "whole", "engine", "result", "readers.moodle", "statistics.tables", "statistics.rasch"):
        text = Path(importlib.import_module(f"manusiawi.evidence.{name}").__file__ or "").read_text("utf-8")
        assert not [
            line for line in text.splitlines() if line.startswith(("import ibis", "import pyarrow", "import girth", "import duckdb"))
        ]
