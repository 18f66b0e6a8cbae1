"""A plan as a calendar: one event for each session, read back by a strict reader of RFC 5545 that stands here."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from manusiawi.ground.catalogue import say
from tests.helpers.nodejs import run

DAY: dict[str, Any] = {
    "date": "2026-12-04",
    "start": "08:00",
    "fasting": False,
    "parts": [
        {"kind": "other", "ref": "", "minutes": 15, "title": "Pembukaan; kenalan, doa \\ salam 😀 " + "panjang " * 12},
        {"kind": "module", "ref": "loket", "minutes": 45, "title": ""},
        {"kind": "break", "ref": "", "minutes": 15, "title": ""},
        {"kind": "meal", "ref": "", "minutes": 60, "title": ""},
        {"kind": "prayer", "ref": "zuhur", "minutes": 20, "title": ""},
        {"kind": "lesson", "ref": "loket/mengapa", "minutes": 10, "title": ""},
        {"kind": "lesson", "ref": "loket/mengapa", "minutes": 10, "title": "Sekali lagi"},
    ],
}
PLAN: dict[str, Any] = {"title": "Lokakarya Metro", "network": True, "needs": [], "days": [DAY]}
NAME = re.compile(r"[A-Z-]+")
PARAMETER = re.compile(r';([A-Z-]+)=([^";:,]+|"[^"]*")')


def made(plan: dict[str, Any], zone: str = "WIB") -> dict[str, Any]:
    body = (
        "return calendar.calendarOf(value[0], part => part.title || part.ref, value[1], "
        "{ key: 'kursus', product: 'Kursus', address: 'https://kursus.example/peserta.html#1;a', stamp: new Date(0) });"
    )
    found: dict[str, Any] = run(body, [plan, zone], calendar="classroom/builder/calendar.js")
    return found


def parts_of(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The lines of a calendar as name, parameters and value; raises AssertionError where RFC 5545 forbids what stands there."""
    assert text.endswith("\r\n") and not re.search(r"(?<!\r)\n|\r(?!\n)", text), "every line ends in CR and LF, and has neither within"
    physical = text.split("\r\n")[:-1]
    assert max(len(line.encode()) for line in physical) <= 75, "75 octets a line at most"
    found = []
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        name = NAME.match(line)
        assert name, line
        rest, parameters = line[name.end() :], {}
        while more := PARAMETER.match(rest):
            parameters[more[1]] = more[2]
            rest = rest[more.end() :]
        assert rest.startswith(":") and not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", rest), line
        found.append((name[0], parameters, rest[1:]))
    return found


def components(text: str) -> dict[str, list[dict[str, tuple[dict[str, str], str]]]]:
    """The components of a calendar by name, each with its properties; every one that is begun is ended, no property comes twice."""
    open_: list[tuple[str, dict[str, tuple[dict[str, str], str]]]] = []
    done: dict[str, list[dict[str, tuple[dict[str, str], str]]]] = {}
    for name, parameters, value in parts_of(text):
        if name == "BEGIN":
            open_.append((value, {}))
        elif name == "END":
            kind, properties = open_.pop()
            assert kind == value
            done.setdefault(kind, []).append(properties)
        else:
            assert name not in open_[-1][1], f"{name} twice in {open_[-1][0]}"
            open_[-1][1][name] = (parameters, value)
    assert not open_ and len(done["VCALENDAR"]) == 1
    assert {"VERSION", "PRODID"} <= set(done["VCALENDAR"][0])
    zones = {zone["TZID"][1] for zone in done["VTIMEZONE"]}
    for event in done.get("VEVENT", []):
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"][1])
        assert event["DTSTART"][0]["TZID"] in zones and when(event["DTSTART"][1]) <= when(event["DTEND"][1])
        for _, value in event.values():
            assert "RDATE" not in value
    return done


def when(value: str) -> datetime:
    return datetime.strptime(value, "%Y%m%dT%H%M%S")


def plain(value: str) -> str:
    """A text as it was before the calendar escaped it; raises AssertionError where a sign stands bare that may not."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), value
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def events(plan: dict[str, Any], zone: str = "WIB") -> list[dict[str, tuple[dict[str, str], str]]]:
    return components(made(plan, zone)["text"]).get("VEVENT", [])


def uids(plan: dict[str, Any]) -> list[str]:
    return [event["UID"][1] for event in events(plan)]


def test_each_session_is_an_event_at_its_hour_and_no_pause_is() -> None:
    found = events(PLAN)
    assert made(PLAN)["count"] == len(found) == 4
    assert [(event["DTSTART"][1], event["DTEND"][1]) for event in found] == [
        ("20261204T080000", "20261204T081500"),
        ("20261204T081500", "20261204T090000"),
        ("20261204T103500", "20261204T104500"),
        ("20261204T104500", "20261204T105500"),
    ]


def test_titles_with_signs_of_the_calendar_come_back_as_they_were() -> None:
    assert plain(events(PLAN)[0]["SUMMARY"][1]) == DAY["parts"][0]["title"]
    assert plain(events(PLAN)[1]["DESCRIPTION"][1]) == "Lokakarya Metro\nhttps://kursus.example/peserta.html#1;a"


@pytest.mark.parametrize(
    ("zone", "name", "offset"), [("WIB", "Asia/Jakarta", 7), ("WITA", "Asia/Makassar", 8), ("WIT", "Asia/Jayapura", 9)]
)
def test_the_zone_is_described_as_it_is(zone: str, name: str, offset: int) -> None:
    found = components(made(PLAN, zone)["text"])
    assert found["VTIMEZONE"][0]["TZID"][1] == name == found["VEVENT"][0]["DTSTART"][0]["TZID"]
    assert found["STANDARD"][0]["TZOFFSETTO"][1] == found["STANDARD"][0]["TZOFFSETFROM"][1] == f"+{offset:02}00"
    zoneinfo = pytest.importorskip("zoneinfo")
    if name in zoneinfo.available_timezones():
        assert when(found["VEVENT"][0]["DTSTART"][1]).replace(tzinfo=zoneinfo.ZoneInfo(name)).utcoffset().total_seconds() == offset * 3600


def test_every_event_has_a_name_of_its_own_that_stays_when_its_hour_or_day_changes() -> None:
    before = uids(PLAN)
    assert len(set(before)) == len(before) == 4
    later = {**PLAN, "days": [{**DAY, "start": "09:30", "date": "2026-12-11"}]}
    assert uids(later) == before
    moved = {**PLAN, "days": [{**DAY, "parts": DAY["parts"][:-1]}, {**DAY, "date": "2026-12-05", "parts": DAY["parts"][-1:]}]}
    assert uids(moved) == before
    assert not set(before) & set(uids({**PLAN, "title": "Lokakarya lain"}))


def test_days_without_a_date_are_left_out_and_counted() -> None:
    found = made({**PLAN, "days": [{**DAY, "date": ""}, DAY, {**DAY, "date": "", "parts": []}]})
    assert (found["count"], found["undated"]) == (4, 1)
    assert made({**PLAN, "days": [{**DAY, "date": ""}]})["count"] == 0


def test_a_session_past_midnight_ends_on_the_next_day() -> None:
    night = {**PLAN, "days": [{**DAY, "date": "2026-12-31", "start": "23:30", "parts": [DAY["parts"][1]]}]}
    assert events(night)[0]["DTEND"][1] == "20270101T001500"


def test_the_button_saves_the_file_or_says_that_no_day_has_a_date(open_page, serve, site: Path) -> None:
    text = run("return text.writePlan(value);", {**PLAN, "days": [{**DAY, "date": ""}]}, text="classroom/plan/text.js")
    page = open_page(f"{serve(site)}/susun.html#{text}")
    page.wait_for_selector(".plan-day")
    page.get_by_role("button", name=say("id", "b-save-calendar")).click()
    page.wait_for_function("document.querySelector('.plan-share > div > .mq-say').textContent")
    assert page.locator(".plan-share > div > .mq-say").inner_text() == say("id", "b-no-dates")
    page.locator("#date-0").fill("2026-12-04")
    page.locator("#zona-waktu").select_option("WIT")
    with page.expect_download() as saved:
        page.get_by_role("button", name=say("id", "b-save-calendar")).click()
    found = components(Path(saved.value.path()).read_bytes().decode())
    assert saved.value.suggested_filename == "manusiawi-lokakarya.ics"
    assert [plain(event["SUMMARY"][1]) for event in found["VEVENT"]][1] == "Modul 1: HAM di loket"
    assert found["VTIMEZONE"][0]["TZID"][1] == "Asia/Jayapura"
