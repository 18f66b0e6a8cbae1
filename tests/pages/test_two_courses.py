"""Two courses at one address: what a learner does in one is not seen by the other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from manusiawi.authoring.new import make_new
from tests.helpers.projects import PROJECT


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder to serve, with a course in each of two folders below it."""
    place, host = tmp_path_factory.mktemp("courses"), tmp_path_factory.mktemp("host")
    for name in ("satu", "dua"):
        make_new(PROJECT, ["course", str(place / name)])
        alone = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "SITE_URL")}
        subprocess.run([sys.executable, "build_quiz.py", "site"], cwd=place / name, env=alone, check=True, capture_output=True, timeout=500)
        shutil.copytree(place / name / "site", host / name)
    return host


def _state(page) -> tuple[int, bool]:
    """How many options are chosen, and whether a verdict stands."""
    page.wait_for_selector("#mulai-cara button", state="attached")
    return page.locator("#mulai-cara input:checked").count(), bool(page.locator("#mulai-cara .mq-say").inner_text())


def test_answers_of_one_course_are_not_seen_by_the_other(open_page, serve, host: Path) -> None:
    page = open_page(f"{serve(host)}/satu/mulai/cara-belajar.html")
    page.locator("#mulai-cara").get_by_text("Menutup pelajaran dan menjawab soalnya", exact=True).first.check()
    page.locator("#mulai-cara").get_by_role("button", name="Periksa jawaban").click()
    page.wait_for_function("document.querySelector('#mulai-cara .mq-say').textContent")
    page.goto(f"{serve(host)}/dua/mulai/cara-belajar.html")
    assert _state(page) == (0, False)
    page.goto(f"{serve(host)}/satu/mulai/cara-belajar.html")
    page.wait_for_function("document.querySelector('#mulai-cara input:checked')")
    answered = page.evaluate("['satu', 'dua'].map(key => Object.keys((JSON.parse(localStorage.getItem(key)) || {}).items || {}))")
    assert answered == [["mulai-cara"], []] and not page.evaluate("localStorage.getItem('manusiawi')")
    assert page.faults == []


def test_colours_chosen_in_one_course_do_not_change_the_other(open_page, serve, host: Path) -> None:
    page = open_page(f"{serve(host)}/satu/index.html")
    page.locator("button.scheme").click()
    chosen = page.evaluate("document.documentElement.dataset.scheme")
    page.goto(f"{serve(host)}/dua/index.html")
    assert page.evaluate("document.documentElement.dataset.scheme") == "" != chosen


def test_copies_kept_of_two_courses_have_names_of_their_own(open_page, serve, host: Path) -> None:
    page = open_page(f"{serve(host)}/satu/luring.html")
    for name in ("satu", "dua"):
        page.goto(f"{serve(host)}/{name}/luring.html")
        page.locator("[data-keep=id] [data-do=keep]:enabled").click()
        page.wait_for_function("document.querySelector('[data-keep=id] [data-do=drop]:not([hidden])')")
    names = page.evaluate("caches.keys()")
    own = {name: [kept for kept in names if kept.startswith(f"{name} ") and f"/{name}/" in kept] for name in ("satu", "dua")}
    assert len(own["satu"]) == len(own["dua"]) == 2 and len(names) == 4, names
