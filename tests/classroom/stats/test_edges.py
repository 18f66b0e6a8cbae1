"""Where a class gives little: small groups, missing answers, counted hands, codes and letters that nobody foresaw."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.classroom.stats.node import call, reckon
from tools.figures import LEAST

ITEM = {"id": "q1", "keys": ["B"], "options": ["A", "B", "C"], "outcome": "o1", "misconceptions": {"A": "m1"}}
OPINION = {"id": "q2", "keys": [], "options": ["A", "B"]}


def people(options: str, item: str = "q1", **more: Any) -> dict[str, Any]:
    """Answers of cards 1, 2, 3 …, a letter each; a dot is no answer."""
    return {str(card): {} if option == "." else {item: {"option": option, **more}} for card, option in enumerate(options, 1)}


def answers(given: dict[str, Any], *items: dict[str, Any]) -> str:
    return json.dumps({"items": list(items or (ITEM,)), "people": given})


def shares(given: dict[str, Any]) -> Any:
    return call("shares.js", f"it.optionShares({json.dumps(ITEM)}, it.tally({answers(given)}, {json.dumps(ITEM)}))")


def test_the_smallest_group_is_said_in_one_place_and_holds_for_every_figure() -> None:
    assert call("estimable.js", "it.LEAST") == LEAST
    four = {
        "items": [ITEM, {**ITEM, "id": "q3"}],
        "people": {code: {**one, "q3": one["q1"]} for code, one in people("ABBA", sure=True).items()},
    }
    found = reckon([{"before": four, "after": four}])[0]
    for family, figure in found.items():
        for one in figure.values() if isinstance(figure, dict) else [figure]:
            assert one == "small-group", family
    assert shares(people("ABBAC"))["n"] == 5


def test_a_missing_answer_is_not_a_wrong_one() -> None:
    item = json.dumps(ITEM)
    found = call("shares.js", f"it.facility({item}, it.tally({answers(people('BBBBAA...'))}, {item}))")
    assert (found["count"], found["n"]) == (4, 6)
    assert shares(people("BBBBAA..."))["missing"] == 3


def test_a_letter_that_the_question_lacks_is_told_and_counts_nowhere() -> None:
    found = shares(people("BBBBAAZ."))
    assert (found["n"], found["strange"], found["missing"]) == (6, 1, 1)


def test_counted_hands_give_the_shares_that_the_same_people_would() -> None:
    item, counts = json.dumps(ITEM), json.dumps({"q1": {"A": 2, "B": 4, "Z": 1}})
    hands = call("shares.js", f"it.optionShares({item}, it.tallyOfHands({counts}, {item}))")
    assert hands == {**shares(people("BBBBAAZ")), "missing": 0}
    assert call("shares.js", f"it.optionShares({item}, it.tallyOfHands({{}}, {item}))") == {
        "estimable": False,
        "reason": "small-group",
        "n": 0,
    }


def test_a_question_that_nobody_answered_empties_nobodys_sheet() -> None:
    sheet = call("reading.js", f"it.sheet({answers(people('BBBAA.'), ITEM, {**ITEM, 'id': 'q9'}, OPINION)})")
    assert sheet["unasked"] == ["q9"] and len(sheet["rows"]) == 5 and (sheet["incomplete"], sheet["absent"]) == (0, 1)


def test_a_sheet_with_a_gap_is_left_out_and_told() -> None:
    given = {code: {**one, **({"q3": {"option": "B"}} if code != "2" else {})} for code, one in people("BBBAA").items()}
    sheet = call("reading.js", f"it.sheet({answers(given, ITEM, {**ITEM, 'id': 'q3'})})")
    assert sheet["codes"] == ["1", "3", "4", "5"] and sheet["incomplete"] == 1


def test_an_opinion_has_shares_and_moves_but_nothing_that_is_right() -> None:
    before, after, item = answers(people("AAABB", "q2"), OPINION), answers(people("ABBBB", "q2"), OPINION), json.dumps(OPINION)
    assert call("shares.js", f"it.facility({item}, it.tally({before}, {item}))")["reason"] == "no-key"
    assert call("change.js", f"it.change({before}, {after}, {item})")["reason"] == "no-key"
    moves = call("change.js", f"it.moves({before}, {after}, {item})")["moves"]
    assert {(one["from"], one["to"]): one["count"] for one in moves} == {("A", "A"): 1, ("A", "B"): 2, ("B", "B"): 2}


def test_a_question_can_stand_for_another_the_second_time() -> None:
    twin = {**ITEM, "id": "q7", "keys": ["C"]}
    words = f"{answers(people('BBAAA'))}, {answers(people('CACCA', 'q7'), twin)}, {json.dumps(ITEM)}, {json.dumps(twin)}"
    found = call("change.js", f"it.change({words})")
    assert [found[way] for way in ("rightRight", "rightWrong", "wrongRight", "wrongWrong")] == [1, 1, 2, 1]


def test_people_who_came_once_are_told_and_not_paired() -> None:
    found = call("change.js", f"it.change({answers(people('BBAAA.B'))}, {answers(people('BBBBBB.'))}, {json.dumps(ITEM)})")
    assert (found["n"], found["unpaired"]) == (5, 2)


@pytest.mark.parametrize("code", ["__proto__", "constructor", "0", ""])
def test_any_code_is_a_person(code: str) -> None:
    given = people("BBBA")
    given[code] = {"q1": {"option": "B"}}
    text = json.dumps(answers(given))
    found = call("change.js", f"it.change(JSON.parse({text}), JSON.parse({text}), {json.dumps(ITEM)})")
    assert found["n"] == 5 and found["rightRight"] == 4


def test_a_name_that_every_object_has_is_no_answer_of_anybody() -> None:
    item = {**ITEM, "id": "constructor"}
    found = call("shares.js", f"it.tally({answers(people('BBBBB'), item)}, {json.dumps(item)})")
    assert (found["n"], found["strange"], found["missing"]) == (0, 0, 5)


def test_one_unsure_person_withholds_the_table_of_certainty() -> None:
    given = people("BBBBBB", sure=True)
    assert call("sureness.js", f"it.sureness({answers(given)}, {json.dumps(ITEM)})")["ofUnsure"] is None
    given["7"] = {"q1": {"option": "A", "sure": False}}
    found = call("sureness.js", f"it.sureness({answers(given)}, {json.dumps(ITEM)})")
    assert found == {"estimable": False, "reason": "small-part", "n": 7}


def test_constant_questions_are_counted_in_alpha_and_named() -> None:
    rows = [[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0], [1, 1, 1]]
    items = [{"id": f"q{at}"} for at in range(4)]
    more = call("reliability.js", f"it.alpha({json.dumps({'items': items, 'rows': [[*row, 1] for row in rows]})})")
    fewer = call("reliability.js", f"it.alpha({json.dumps({'items': items[:3], 'rows': rows})})")
    assert more["constant"] == ["q3"] and fewer["constant"] == []
    assert more["value"] == pytest.approx(fewer["value"] * (4 / 3) / (3 / 2))


def test_quantiles_hold_for_classes_larger_than_any() -> None:
    found = call("distributions.js", "[it.fQuantile(0.975, 499, 499 * 99), it.tQuantile(0.975, 1e6), it.coin(400, 1000)]")
    assert found == pytest.approx(
        [1.1285841455081649, 1.959966356814107, 1.3642320780329735e-10], rel=1e-9
    )  # SciPy: f.ppf, t.ppf, binom.cdf


def test_an_item_that_is_not_there_is_a_fault_of_the_caller() -> None:
    script = f"(() => {{ try {{ it.itemOf({answers({})}, 'q8'); }} catch (fault) {{ return fault.message; }} }})()"
    assert call("reading.js", script) == 'item "q8": allowed are q1'
