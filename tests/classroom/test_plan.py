"""A plan of a workshop in an address: whatever was written is read again, whatever was cut or made up is told."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import pytest
import segno

from manusiawi.classroom.course import classroom_files
from manusiawi.model.course import Course
from manusiawi.model.plantext import PlanDay, PlanPart, write_plan
from manusiawi.render.classroom.ready import plan_text
from tests.helpers.nodejs import run

KINDS = "module lesson case item activity test evaluation break prayer meal other".split()
NEEDS = "blind low-vision deaf hard-of-hearing wheelchair hands psychosocial learning".split()
PLAN = {
    "title": "Lokakarya Metro: 2 hari, 100% ~ _uji_ (Bu Sri's) 日",
    "network": True,
    "needs": ["deaf", "blind"],
    "days": [
        {
            "date": "2026-12-04",
            "start": "08:00",
            "fasting": False,
            "parts": [
                {"kind": "other", "ref": "", "minutes": 15, "title": "Pembukaan; kenalan, doa"},
                {"kind": "module", "ref": "nondiskriminasi", "minutes": 90, "title": ""},
                {"kind": "item", "ref": "lk-jawaban-tidak", "minutes": 10, "title": ""},
                {"kind": "lesson", "ref": "loket/antre", "minutes": 7, "title": "Baca berdua"},
            ],
        },
        {"date": "", "start": "13:30", "fasting": True, "parts": []},
    ],
}


def written(*plans: Any) -> list[str]:
    made: list[str] = run("return value.map(text.writePlan);", list(plans), text="classroom/plan/text.js")
    return made


def read(*texts: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = run("return value.map(text.readPlan);", list(texts), text="classroom/plan/text.js")
    return made


def drawn(chance: random.Random) -> dict[str, Any]:
    letters = "aä日😀 ;:,_-~!'()*%&#?/=+.\"<>"
    return {
        "title": "".join(chance.choices(letters, k=chance.randrange(30))).strip(),
        "network": chance.random() < 0.5,
        "needs": chance.sample(NEEDS, chance.randrange(4)),
        "days": [
            {
                "date": chance.choice(["", f"20{chance.randrange(100):02}-02-28"]),
                "start": f"{chance.randrange(24):02}:{chance.randrange(60):02}",
                "fasting": chance.random() < 0.3,
                "parts": [
                    {
                        "kind": chance.choice(KINDS),
                        "ref": chance.choice(["", "loket", "loket/antre", "a-1"]),
                        "minutes": chance.randrange(601),
                        "title": "".join(chance.choices(letters, k=chance.randrange(12))).strip(),
                    }
                    for _ in range(chance.randrange(12))
                ],
            }
            for _ in range(1, chance.randrange(2, 6))
        ],
    }


def test_every_plan_is_read_as_it_was_written_and_ends_in_a_letter_or_digit() -> None:
    chance = random.Random(1501)
    plans = [PLAN, *(drawn(chance) for _ in range(300))]
    texts = written(*plans)
    assert [found["plan"] for found in read(*texts)] == plans
    assert all(re.fullmatch(r"[\w;,:%./-]*[a-z0-9]", text) for text in texts)


def test_a_text_that_was_cut_or_changed_anywhere_gives_no_plan_and_says_why() -> None:
    (text,) = written(PLAN)
    spoilt = [text[:length] for length in range(1, len(text))] + [
        text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :] for at in range(2, len(text))
    ]
    found = read(*spoilt)
    assert {entry["fault"] for entry in found} <= {"cut", "wrong", "version"}
    assert all(entry["plan"] is None for entry in found)
    assert [entry["fault"] for entry in read("", "7;a;b;c;d", text[:-1], "hello")] == ["empty", "version", "cut", "wrong"]


@pytest.mark.parametrize(
    "body",
    [
        "1;x;n",  # no day
        "1;x;n;-0800,m:loket:601",  # too long
        "1;x;n;-0800,z:loket:10",  # no such kind
        "1;x;n;-0800,constructor:loket:10",
        "1;x;n;-2561,m:loket:10",  # no such time
        "1;x;n;260231-0800,m:loket:10",  # no such day
        "1;x;n;-0800,m:../../x:10",
        "1;x;n;-0800,m:loket:-5",
        "1;%E2%80%AEx;n;-0800,m:loket:5",  # a sign that turns the line round
        "1;%zz;n;-0800,m:loket:5",
        "1;x;n;-0800,m:loket:5:a:b",
        "1;x;n;" + ";".join(["-0800"] * 11),
        "1;x;n;-0800" + ",b::1" * 61,
        "1;" + "x" * 121 + ";n;-0800",
    ],
)
def test_a_made_up_text_with_the_right_check_gives_no_plan_either(body: str) -> None:
    assert read(f"{body};{check_of(body)}") == [{"plan": None, "fault": "wrong"}]


def check_of(text: str) -> str:
    """The check as RFC 9923 gives it: FNV-1a of 32 bits; its last 25 as five signs."""
    number = 0x811C9DC5
    for sign in text.encode("ascii"):
        number = (number ^ sign) * 0x01000193 % 2**32
    return "".join("0123456789abcdefghjkmnpqrstvwxyz"[number >> shift & 31] for shift in (20, 15, 10, 5, 0))


def test_what_the_course_has_no_more_is_named_and_the_rest_stays() -> None:
    found = run(
        'return text.withoutGone(value, part => part.kind !== "item");',
        PLAN,
        text="classroom/plan/text.js",
    )
    assert [part["ref"] for part in found["gone"]] == ["lk-jawaban-tidak"]
    assert [len(day["parts"]) for day in found["plan"]["days"]] == [3, 0]


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_ready_workshop_is_written_by_python_as_by_the_page(course: Course, language: str) -> None:
    source = classroom_files(course, language)["classroom-course.js"].decode()
    known = json.loads(source.partition("=")[2].rstrip().rstrip(";"))
    pages = run(
        "return value.workshops.map(entry => text.writePlan(parts.planOf(entry, value)));",
        known,
        text="classroom/plan/text.js",
        parts="classroom/plan/parts.js",
    )
    assert [plan_text(course, language, "index.md", entry) for entry in course.workshops.values()] == pages
    assert all(entry["plan"] and not entry["fault"] for entry in read(*pages))


def test_python_writes_every_title_as_the_page_does() -> None:
    chance = random.Random(1502)
    plans = [{**drawn(chance), "network": True, "needs": []} for _ in range(200)]
    for plan in plans:
        plan["title"] = plan["title"] * 20
        plan["days"] = [{**day, "date": "", "fasting": False} for day in plan["days"]]
    days = [tuple(PlanDay(day["start"], tuple(PlanPart(**part) for part in day["parts"])) for day in plan["days"]) for plan in plans]
    assert [write_plan(plan["title"], each) for plan, each in zip(plans, days, strict=True)] == written(*plans)


def test_a_plan_of_two_days_fits_a_qr_code_of_version_25(course: Course) -> None:
    modules = list(course.modules)
    parts = [{"kind": "module", "ref": slug, "minutes": 90, "title": ""} for slug in modules]
    parts += [{"kind": "item", "ref": name, "minutes": 10, "title": ""} for name in list(course.items)[:8]]
    parts += [{"kind": "other", "ref": "", "minutes": 15, "title": f"Pembukaan dan cara kerja hari ini, bagian {n}"} for n in range(6)]
    plan = {**PLAN, "days": [{**PLAN["days"][0], "parts": parts[::2]}, {**PLAN["days"][0], "parts": parts[1::2]}]}
    (text,) = written(plan)
    address = f"https://hak-asasi.example.go.id/manusiawi/peserta.html#{text}"
    assert segno.make_qr(address, error="l").version <= 25, (len(address), json.dumps(plan)[:80])
