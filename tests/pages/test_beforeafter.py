"""The tests before and after: no answer before the end, honest numbers then, nothing lost on the way."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from math import sqrt
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown
from pypdf import PdfReader

from manusiawi.build.generate import generate
from manusiawi.build.notices import pages_of
from manusiawi.build.site import build_site
from manusiawi.ground.catalogue import say
from manusiawi.ground.faults import Place
from manusiawi.lint.rule import Finding
from manusiawi.model.asked import changed, noting
from manusiawi.model.course import Course
from manusiawi.model.forms import form_items, guessed, reliability
from manusiawi.model.gains import WRONGLY, least_falls, least_rises
from manusiawi.model.loading import load_course
from manusiawi.render.extension import CourseExtension
from manusiawi.render.pages.all import generated_pages
from tests.helpers.axe import violations
from tests.helpers.files import edit, files_of
from tests.helpers.html import HOSTILE
from tests.helpers.projects import PROJECT, copy_design
from tests.helpers.styling import add_styles

BEFORE, AFTER = "tes-awal.html", "tes-akhir.html"
KEYS = {"a": "tes-kunci.html", "b": "tes-kunci-akhir.html"}
RIGHT = {
    "uji-giliran": "Orang yang datang lebih dulu",
    "uji-nomor": "Dari nomor yang terakhir",
    "uji-ibu": "Menghampiri kursinya",
    "uji-formulir": "Membacakannya pelan-pelan",
    "uji-bapak": "Menyebut nomornya",
    "uji-berkas": "Menuliskan yang kurang",
}


@pytest.fixture(scope="session")
def plan(design_site: Path) -> Course:
    return load_course(design_site.parent)


# ---- The pages.


@pytest.mark.parametrize("count, expected", ((5, 0.36), (10, 0.53), (20, 0.69), (30, 0.77), (40, 0.82)))
def test_the_assumed_reliability_is_that_of_spearman_and_brown(count: int, expected: float) -> None:
    assert reliability(count) == pytest.approx(expected, abs=0.005)


def test_the_order_of_a_form_is_mixed_and_does_not_hang_on_the_order_of_the_bank(design: Path) -> None:
    first = [item.id for item in form_items(load_course(design), "a")]
    modules = [load_course(design).item_modules[name] for name in first]
    assert modules != sorted(modules), "modules are mixed"
    bank = design / "quizzes/antre.yml"
    text = bank.read_text("utf-8")
    at, next_ = text.index("- id: uji-giliran"), text.index("- id: uji-nomor")
    bank.write_text(text[:at] + text[next_:] + text[at:next_], "utf-8")
    assert [item.id for item in form_items(load_course(design), "a")] == first


def test_the_pages_stand_while_the_plan_has_tests_and_go_with_it(design: Path, example_course: Course) -> None:
    generate(design)
    names = ("tes-awal", "tes-akhir", "tes-kunci", "tes-kunci-akhir")
    pages = [design / f"docs/{language}/{name}.md" for language in ("id", "en") for name in names]
    assert all(page.exists() for page in pages)
    edit(design / "course/course.yml", load_plan_of_tests(design), "")
    edit(design / "course/workshops.yml", "    - test: before\n      minutes: 10\n", "")
    generate(design)
    assert not any(page.exists() for page in pages)
    assert not [path for path in generated_pages(example_course, "id") if path.startswith("tes-")]


def load_plan_of_tests(root: Path) -> str:
    text = (root / "course/course.yml").read_text("utf-8")
    return text[: text.index("modules:\n")]


def test_two_builds_with_tests_are_the_same_bytes(design_site: Path, tmp_path: Path) -> None:
    build = "import sys; from pathlib import Path; from manusiawi.build.site import build_site; build_site(*map(Path, sys.argv[1:]))"
    for name in ("once", "again"):  # each in a process of its own, as whoever publishes runs them
        words = [sys.executable, "-c", build, str(design_site.parent), str(tmp_path / name)]
        subprocess.run(words, cwd=PROJECT, check=True)
    assert files_of(tmp_path / "again") == files_of(tmp_path / "once")
    assert len(files_of(tmp_path / "once")) > 100


@pytest.mark.parametrize("form, test", (("a", BEFORE), ("b", AFTER)))
def test_a_key_holds_letters_and_reasons_and_only_trainers_are_led_to_it(design_site: Path, plan: Course, form: str, test: str) -> None:
    page = (design_site / KEYS[form]).read_text("utf-8")
    keys = ["ABC"[[option.key for option in item.options].index(True)] for item in form_items(plan, form)]
    (letters,) = re.findall(r'<ol class="test-letters">(.*?)</ol>', page)
    assert re.findall(r"<li>(\w)</li>", letters) == keys
    for item in form_items(plan, form):
        sheet = page[page.index(f'id="{form}-{item.id}"') :]
        assert all(option.feedback.id in sheet for option in item.options)
    linking = {path.name for path in design_site.glob("*.html") if f'href="{KEYS[form]}"' in path.read_text("utf-8")}
    assert linking - {KEYS[form]} == {"pelatih.html", test, *KEYS.values()} - {KEYS[form]}
    assert all(
        f'href="{KEYS[form]}"' not in re.search(r'<nav class="course".*?</nav>', (design_site / name).read_text("utf-8"), re.DOTALL)[0]
        for name in (test, *KEYS.values())
    )


def test_a_save_makes_a_test_stale_only_where_it_changed_it(design: Path) -> None:
    with noting() as notes:
        assert "uji-ibu" in Markdown(extensions=[CourseExtension(root=str(design))]).convert("[[test a]]")
    edit(design / "quizzes/antre.yml", "id: Orang Tuli melihat gilirannya.", "id: Orang Tuli membaca gilirannya.")
    assert not changed(notes, load_course(design))
    edit(design / "quizzes/antre.yml", "id: Ia tahu gilirannya tiba.", "id: Ia tahu bahwa gilirannya tiba.")
    assert changed(notes, load_course(design))


def test_a_writer_sees_what_is_said_of_a_test_item_on_its_test(plan: Course) -> None:
    place = Place("quizzes/antre.yml", 1)
    assert pages_of(Finding(place, "Q101", "warning", "", "", "", item="uji-bapak"), plan) == [AFTER, f"en/{AFTER}"]


# ---- Answering.


def section(page, name: str):
    return page.locator(f".test-items #{name}")


def choose(page, name: str, text: str = "") -> None:
    section(page, name).get_by_text(text or RIGHT[name]).click()


def open_test(open_page, serve, site: Path, path: str = BEFORE, **options):
    return open_page(f"{serve(site)}/{path}", **options)


def button(page, words: str, **parts):
    return page.get_by_role("button", name=say("en" if "/en/" in page.url else "id", words, **parts), exact=True)


def count(page) -> str:
    return page.locator(".test-count").inner_text()


def finish(page) -> None:
    button(page, "t-finish").click()
    if button(page, "t-finish-now").count():
        button(page, "t-finish-now").click()


def record(page) -> dict:
    return json.loads(page.evaluate("localStorage.manusiawi"))


def keep(page, tests: dict) -> None:
    """Puts sittings into the record of this device and loads the page anew."""
    page.evaluate("tests => localStorage.manusiawi = JSON.stringify({v: 2, items: {}, pages: {}, tests: tests, place: {}})", tests)
    page.reload()


def answers(page, **options: int) -> dict[str, str]:
    """Saved answers of the page's questions by the number of the option, with the revision of the page's language."""
    made = {}
    for name, number in options.items():
        item = section(page, name.replace("_", "-"))
        made[name.replace("_", "-")] = (
            f"{item.get_attribute('data-rev').split()[0]}|{item.locator('input').nth(number).get_attribute('value')}"
        )
    return made


def reasons(plan: Course, form: str, language: str) -> list[str]:
    return [option.feedback[language] for item in form_items(plan, form) for option in item.options]


@pytest.mark.parametrize("folder, language", (("", "id"), ("en/", "en")))
def test_nothing_tells_right_from_wrong_before_the_end(
    open_page, serve, design_site: Path, plan: Course, folder: str, language: str
) -> None:
    page = open_test(open_page, serve, design_site, folder + BEFORE)
    told = []
    for item in form_items(plan, "a"):
        for option in item.options:
            section(page, item.id).get_by_text(option.text[language]).click()
            told.append(
                page.evaluate("document.body.innerText") + page.evaluate("document.body.textContent") + page.locator("body").aria_snapshot()
            )
            assert not page.locator(".mq-yes, .mq-no, [data-key]").count()
    for text in reasons(plan, "a", language) + [belief.text[language] for belief in plan.misconceptions.values()]:
        assert not any(text in seen for seen in told), text
    button(page, "t-finish").click()
    shown = page.locator(".test-result").inner_text() + page.locator("body").aria_snapshot()
    wrong = [item.options[-1] for item in form_items(plan, "a") if not item.options[-1].key]
    assert len(wrong) == 2 and all(option.feedback[language] in shown for option in wrong), "the same texts stand there at the end"
    assert page.faults == []


def test_a_test_goes_on_where_it_was_left(open_page, serve, design_site: Path) -> None:
    page = open_test(open_page, serve, design_site)
    assert count(page) == "0 dari 3 soal terjawab." and not page.locator(".test-resumed").count()
    choose(page, "uji-ibu", "Melewati nomornya")
    choose(page, "uji-formulir")
    choose(page, "uji-ibu")
    page.reload()
    assert count(page) == "2 dari 3 soal terjawab."
    assert page.locator(".test-items label:has(:checked)").all_inner_texts() == [
        page.locator("#uji-formulir label").nth(2).inner_text(),
        page.locator("#uji-ibu label").nth(1).inner_text(),
    ]
    assert "jawaban Anda masih ada" in page.locator(".test-resumed").inner_text()
    page.locator(".test-resumed a").click()
    assert page.url.endswith("#uji-giliran"), "the first question without an answer"
    button(page, "t-clear", number=1).click()
    assert page.evaluate("document.activeElement.name") == "uji-formulir"
    page.goto(page.url.replace(f"/{BEFORE}", f"/en/{BEFORE}"))
    assert count(page) == "1 of 3 questions answered.", "what was cleared stays so, what was chosen counts in the other language"


def test_two_tabs_lose_nothing_and_end_together(browser, serve, design_site: Path) -> None:
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto(f"{serve(design_site)}/{BEFORE}")
    choose(one, "uji-ibu")
    choose(two, "uji-formulir")
    choose(one, "uji-giliran")
    two.wait_for_function("document.querySelector('.test-count').textContent.startsWith('3')")
    assert set(record(one)["tests"]["a"]["a"]) == {"uji-ibu", "uji-formulir", "uji-giliran"}
    finish(one)
    two.wait_for_function("!document.querySelector('.test-result').hidden")
    assert "3 dari 3" in two.locator(".test-score").inner_text() and not two.locator(".test-items").is_visible()
    context.close()


def test_finishing_with_open_questions_asks_once_in_the_page(open_page, serve, design_site: Path) -> None:
    page = open_test(open_page, serve, design_site)
    page.on("dialog", lambda dialog: page.faults.append("a dialog of the browser"))
    choose(page, "uji-ibu")
    button(page, "t-finish").click()
    asked = page.locator(".test-ask")
    assert "Belum dijawab: soal 1, soal 3." in asked.inner_text()
    assert page.evaluate("!!document.activeElement.closest('.test-ask')"), "the question is heard"
    assert not page.locator(".test-result").is_visible()
    button(page, "t-go-back").click()
    assert not asked.count() and page.evaluate("document.activeElement.name") == "uji-formulir"
    button(page, "t-finish").click()
    button(page, "t-finish-now").click()
    assert page.evaluate("document.activeElement.id") == "hasil"
    assert (
        "1 dari 3 soal tepat" in page.locator(".test-score").inner_text()
        and "dihitung belum tepat: 2 soal" in page.locator(".score").inner_text()
    )
    assert page.faults == []
    again = open_test(open_page, serve, design_site)
    for name in ("uji-ibu", "uji-formulir", "uji-giliran"):
        choose(again, name)
    button(again, "t-finish").click()
    assert again.locator(".test-result").is_visible(), "nothing open, nothing asked"


def test_beginning_again_asks_and_can_be_undone(open_page, serve, design_site: Path) -> None:
    page = open_test(open_page, serve, design_site)
    assert not button(page, "t-restart").is_visible(), "nothing to clear yet"
    choose(page, "uji-ibu")
    finish(page)
    before = record(page)["tests"]["a"]["a"]
    page.locator(".test-result").get_by_role("button", name=say("id", "t-restart")).click()
    button(page, "t-leave").click()
    assert page.evaluate("document.activeElement.textContent") == say("id", "t-restart") and record(page)["tests"]["a"]["a"] == before
    page.locator(".test-result").get_by_role("button", name=say("id", "t-restart")).click()
    button(page, "t-restart-now").click()
    assert count(page) == "0 dari 3 soal terjawab." and "a" not in record(page)["tests"]
    assert page.evaluate("document.activeElement.textContent") == say("id", "t-undo")
    page.keyboard.press("Enter")
    assert page.locator(".test-result").is_visible() and record(page)["tests"]["a"]["a"] == before
    page.locator(".test-result").get_by_role("button", name=say("id", "t-restart")).click()
    button(page, "t-restart-now").click()
    choose(page, "uji-giliran")
    assert not button(page, "t-undo").count(), "the new test counts from its first answer"
    page.reload()
    assert count(page) == "1 dari 3 soal terjawab."


# ---- The result.


def wilson(right: int, total: int) -> tuple[float, float]:
    """The two shares from which the one seen lies 1.96 standard errors away, found by halving."""
    seen = right / total

    def edge(inner: float, outer: float) -> float:
        for _ in range(60):
            middle = (inner + outer) / 2
            inner, outer = (middle, outer) if abs(seen - middle) < 1.959964 * sqrt(middle * (1 - middle) / total) else (inner, middle)
        return inner

    return edge(seen, 0.0) if right else 0.0, edge(seen, 1.0) if right < total else 1.0


def test_wilsons_ends_are_those_of_the_books() -> None:
    assert wilson(21, 30) == pytest.approx((0.521, 0.833), abs=0.001)
    assert wilson(0, 10) == pytest.approx((0, 0.278), abs=0.001)


def percents(*shares: float) -> list[int]:
    return [int(100 * share + 0.5) for share in shares]


@pytest.mark.parametrize("wrong", ((), ("uji-ibu",), ("uji-ibu", "uji-formulir"), ("uji-ibu", "uji-formulir", "uji-giliran")))
def test_the_numbers_and_the_margin_are_right(open_page, serve, design_site: Path, wrong: tuple[str, ...]) -> None:
    page = open_test(open_page, serve, design_site)
    for name in ("uji-ibu", "uji-formulir", "uji-giliran"):
        if name in wrong:
            section(page, name).locator(f"label:not(:has-text('{RIGHT[name]}'))").first.click()
        else:
            choose(page, name)
    finish(page)
    right = 3 - len(wrong)
    low, high = percents(*wilson(right, 3))
    text = page.locator(".score").inner_text()
    assert f"{right} dari 3 soal tepat, yaitu {percents(right / 3)[0]} persen." in text
    assert f"antara {low} dan {high} persen" in text and "95 persen" in text
    cells = {
        row.get_attribute("data-module") or row.get_attribute("data-outcome"): row.locator("td").inner_text()
        for row in page.locator(".test-result tr[data-module], tr[data-outcome]").all()
    }
    queue, counter = 2 - len({"uji-ibu", "uji-giliran"} & set(wrong)), 1 - ("uji-formulir" in wrong)
    assert cells == {"antre": f"{queue} dari 2", "o1": f"{queue} dari 2", "loket": f"{counter} dari 1", "o2": f"{counter} dari 1"}
    assert record(page)["tests"]["a"]["n"] == [right, 3]
    assert page.locator(".wrong .mq").count() == len(wrong)
    if not wrong:
        assert page.locator(".wrong").inner_text() == say("id", "t-none-wrong")


def test_the_result_says_what_it_cannot_say(open_page, serve, design_site: Path) -> None:
    page = open_test(open_page, serve, design_site)
    finish(page)
    text = page.locator(".test-result").inner_text()
    assert "diperkirakan 0,25" in text and "diandaikan, tidak diukur" in text
    assert "tidak meluluskan dan tidak menggagalkan siapa pun" in text
    assert say("id", "test-few") in text and "Dengan menebak saja, rata-rata 1 soal" in text
    english = open_test(open_page, serve, design_site, f"en/{BEFORE}")
    finish(english)
    assert "put at 0.25" in english.locator(".test-result").inner_text()


def test_each_wrong_question_has_its_stem_both_options_their_reasons_and_the_way_back(open_page, serve, design_site: Path) -> None:
    page = open_test(open_page, serve, design_site)
    choose(page, "uji-formulir", "Mengisinya tanpa bertanya")
    choose(page, "uji-ibu")
    finish(page)
    first, second = page.locator(".wrong .mq").all()
    text = first.inner_text()
    assert "Pak Anton tidak dapat membaca formulir itu." in text and "Apa yang menolongnya?" in text and "Pilih satu" not in text
    assert [entry.inner_text().split("\n")[0] for entry in first.locator("li").all()] == [
        "Belum tepat: B. Mengisinya tanpa bertanya (pilihan Anda)",
        "Tepat: C. Membacakannya pelan-pelan",
    ]
    assert (
        "Tanpa bertanya, isinya dapat keliru." in text
        and "Ia mendengar isinya lalu menjawab sendiri." in text
        and "Ia pulang tanpa dilayani." not in text
    )
    assert say("id", "t-skipped") in second.inner_text() and second.locator("li").count() == 1
    first.get_by_role("link", name="Formulir").click()
    page.wait_for_url("**/loket/formulir.html#bacakan")
    page.locator("#bacakan").wait_for()


# ---- The gain.


def gain(
    open_page,
    serve,
    site: Path,
    before: tuple[int, int],
    after: tuple[int, int],
    path: str = AFTER,
    times: tuple[int, int] = (10, 20),
    **options,
):
    """The page of a finished test with these results on record."""
    page = open_test(open_page, serve, site, path, **options)
    own = answers(page, **{page.locator(".test-items .mq").first.get_attribute("id").replace("-", "_"): 0})
    keep(page, {"a": {"t": 1, "done": times[0], "a": own, "n": before}, "b": {"t": 1, "done": times[1], "a": own, "n": after}})
    return page


@pytest.mark.parametrize("path", (BEFORE, AFTER))
@pytest.mark.parametrize("before, after", (((1, 3), (3, 3)), ((3, 30), (27, 30)), ((20, 30), (10, 30)), ((0, 30), (0, 30))))
def test_the_chart_of_the_gain_is_true_to_its_table(
    open_page, serve, design_site: Path, before: tuple[int, int], after: tuple[int, int], path: str
) -> None:
    page = gain(open_page, serve, design_site, before, after, path)
    scale = float(page.locator(".test-gain svg .scale").first.get_attribute("width"))
    bars = [float(bar.get_attribute("width")) for bar in page.locator(".test-gain svg rect:not(.scale)").all()]
    spans = [
        [float(found) for found in re.fullmatch(r"M([\d.]+) [\d.]+v8m0-4H([\d.]+)m0-4v8", line.get_attribute("d")).groups()]
        for line in page.locator(".test-gain svg path").all()
    ]
    rows = [[cell.inner_text() for cell in row.locator("th, td").all()] for row in page.locator(".test-gain tbody tr").all()]
    told = page.locator(".test-gain svg").get_attribute("aria-label")
    for row, bar, span, name, (right, total) in zip(rows, bars, spans, ("Tes awal", "Tes akhir"), (before, after), strict=True):
        low, high = wilson(right, total)
        assert row == [name, f"{right} dari {total}", str(percents(right / total)[0]), "{} dan {}".format(*percents(low, high))]
        assert bar / scale == pytest.approx(right / total, abs=0.001)
        assert [end / scale for end in span] == pytest.approx([low, high], abs=0.001)
        assert f"{name}: {row[2]} persen, antara {row[3]}." in told
    assert page.locator(".test-gain svg").get_attribute("role") == "img"
    caption = page.locator(".test-gain figcaption").inner_text()
    assert "rentang Wilson" in caption and f"paling banyak {WRONGLY} akan membaca" in caption and "belum diukur" in caption


@pytest.mark.parametrize("folder, language", (("", "id"), ("en/", "en")))
@pytest.mark.parametrize(
    "before, after, sentences",
    (
        (18, 24, (("t-gain-up", {"before": 18, "after": 24, "count": 6}), ("t-rise-chance", {"least": 7}))),
        (18, 25, (("t-gain-up", {"before": 18, "after": 25, "count": 7}), ("t-rise-real", {"least": 7}))),
        (4, 17, (("t-gain-up", {"before": 4, "after": 17, "count": 13}), ("t-rise-chance", {"least": 14}))),
        (12, 12, (("t-gain-same", {"after": 12}), ("t-rise-chance", {"least": 8}))),
        (27, 30, (("t-gain-up", {"before": 27, "after": 30, "count": 3}), ("t-rise-full", {}))),
        (20, 13, (("t-gain-down", {"before": 20, "after": 13, "count": 7}), ("t-fall-chance", {"least": 8}))),
        (20, 12, (("t-gain-down", {"before": 20, "after": 12, "count": 8}), ("t-fall-real", {}))),
        (2, 0, (("t-gain-down", {"before": 2, "after": 0, "count": 2}), ("t-fall-full", {}))),
    ),
)
def test_the_page_says_from_how_many_questions_on_a_difference_is_more_than_chance(
    open_page, serve, site: Path, folder: str, language: str, before: int, after: int, sentences: tuple[tuple[str, dict], ...]
) -> None:
    page = gain(open_page, serve, site, (before, 30), (after, 30), folder + AFTER)
    assert page.locator(".gain").inner_text() == " ".join(say(language, name, **parts) for name, parts in sentences)


def test_results_of_tests_of_another_length_are_shown_and_not_judged(open_page, serve, design_site: Path) -> None:
    for before, after in (((3, 30), (27, 30)), ((1, 3), (3, 4)), ((1, 4), (3, 3))):
        page = gain(open_page, serve, design_site, before, after)
        assert page.locator(".gain").inner_text() == say("id", "t-gain-unlike") and page.locator(".test-gain figure").is_visible()


def test_both_result_pages_of_this_course_hold_the_limits_of_its_own_length(site: Path, course: Course) -> None:
    items = form_items(course, "a")
    limits = {"rises": least_rises(len(items), guessed(items)), "falls": least_falls(len(items))}
    for name in (BEFORE, AFTER, f"en/{BEFORE}", f"en/{AFTER}"):
        page = (site / name).read_text("utf-8")
        assert all(f' data-{kind}="{" ".join(map(str, least))}"' in page for kind, least in limits.items())


def test_one_test_alone_or_the_wrong_order_shows_no_gain(open_page, serve, design_site: Path) -> None:
    page = open_test(open_page, serve, design_site, AFTER)
    choose(page, "uji-berkas")
    finish(page)
    assert not page.locator(".test-gain").is_visible()
    page = gain(open_page, serve, design_site, (1, 3), (3, 3), times=(30, 20))
    assert page.locator(".gain").inner_text() == say("id", "t-gain-order") and not page.locator(".test-gain figure").is_visible()


def test_the_sheet_of_learning_holds_the_results_of_finished_tests(open_page, serve, own: Path) -> None:
    for language in ("id", "en"):
        (own / f"docs/{language}/bukti.md").write_text("---\ntitle: Bukti\ndescription: Untuk uji.\n---\n# Bukti\n\n[[record]]\n", "utf-8")
    rebuild(own)
    page = open_test(open_page, serve, own / "site")
    choose(page, "uji-ibu")
    page.goto(f"{serve(own / 'site')}/bukti.html")
    assert page.locator(".record-tests").inner_text() == "", "an unfinished test is no result"
    page.goto(f"{serve(own / 'site')}/{BEFORE}")
    finish(page)
    page.goto(f"{serve(own / 'site')}/bukti.html")
    today = page.evaluate("new Date().toLocaleDateString('id', {day: 'numeric', month: 'long', year: 'numeric'})")
    assert page.locator(".record-tests p").all_inner_texts() == [f"Tes awal, {today}: 1 dari 3 soal tepat."]


# ---- What changes or breaks.


@pytest.fixture
def own(tmp_path: Path) -> Path:
    root = copy_design(tmp_path / "own")
    build_site(root, root / "site")
    return root


def rebuild(root: Path, *edits: tuple[str, str]) -> None:
    for old, new in edits:
        edit(root / "quizzes/antre.yml", old, new)
    build_site(root, root / "site")


def test_a_question_that_changed_is_dropped_with_a_word(open_page, serve, own: Path) -> None:
    page = open_test(open_page, serve, own / "site")
    choose(page, "uji-ibu")
    choose(page, "uji-formulir")
    rebuild(own, ("Seorang ibu tidak mendengar nomornya.", "Seorang ibu Tuli menunggu gilirannya."))
    page.reload()
    assert (
        section(page, "uji-ibu").locator(".mq-err").inner_text() == say("id", "t-changed")
        and not section(page, "uji-ibu").locator(":checked").count()
    )
    assert count(page) == "1 dari 3 soal terjawab." and say("id", "t-changed-some", count=1) in page.locator(".test-resumed").inner_text()
    choose(page, "uji-ibu")
    assert not section(page, "uji-ibu").locator(".mq-err").count()
    finish(page)
    assert "2 dari 3 soal tepat" in page.locator(".test-score").inner_text()
    rebuild(own, ("Seorang ibu Tuli menunggu gilirannya.", "Seorang ibu duduk menunggu."))
    page.reload()
    text = page.locator(".score").inner_text()
    assert "1 dari 2 soal tepat" in text and say("id", "t-dropped", count=1, right=2, total=3) in text


def test_a_question_that_came_later_or_went_costs_nothing(open_page, serve, own: Path) -> None:
    page = open_test(open_page, serve, own / "site")
    for name in ("uji-ibu", "uji-formulir", "uji-giliran"):
        choose(page, name)
    finish(page)
    rebuild(own, ("  forms: [a]\n", "  forms: [c]\n"), ("  forms: [b]\n", "  forms: [a]\n"), ("  forms: [c]\n", "  forms: [b]\n"))
    page.reload()
    text = page.locator(".score").inner_text()
    assert "1 dari 1 soal tepat" in text and say("id", "t-dropped", count=2, right=3, total=3) in text


BROKEN = (
    "null",
    "[]",
    '"x"',
    '{"t": 1}',
    '{"t": 1, "a": []}',
    '{"t": "x", "a": {}}',
    '{"t": 1, "a": {"uji-ibu": 7}}',
    '{"t": 1, "a": {"uji-ibu": "ID|zzzzz"}}',
    '{"t": 1, "a": {"uji-ibu": "ID|<img src=x onerror=alert(1)>"}}',
    '{"t": 1, "a": {"<img src=x>": "ID|OK", "constructor": "x", "__proto__": "y"}}',
    '{"t": 1, "done": 5, "a": {}}',
    '{"t": 1, "done": 5, "n": [3, 3], "a": {"uji-ibu": "x"}}',
    '{"t": 1, "done": 5, "n": [9, 3], "a": {"uji-ibu": "ID|OK"}}',
    '{"t": 1, "done": 5, "n": ["<img src=x>", 3], "a": {"uji-ibu": "ID|OK"}}',
    '{"t": 1, "done": 1e99, "n": [1, 1], "a": {"uji-ibu": "ID|OK"}}',
)


@pytest.mark.parametrize("sitting", BROKEN)
def test_a_hostile_or_broken_sitting_changes_nothing(open_page, serve, design_site: Path, sitting: str) -> None:
    page = open_test(open_page, serve, design_site)
    revision, option = answers(page, uji_ibu=1)["uji-ibu"].split("|")
    page.evaluate(
        'text => localStorage.manusiawi = \'{"v":2,"items":{},"pages":{},"place":{},"tests":{"a":\' + text + \'}}\'',
        sitting.replace("ID|", f"{revision}|").replace("OK", option),
    )
    page.reload()
    assert (
        count(page) == "0 dari 3 soal terjawab."
        and not page.locator(".test-items :checked").count()
        and not page.locator(".test-result").is_visible()
    )
    assert not page.locator("article img").count() and page.faults == []
    choose(page, "uji-ibu")
    finish(page)
    assert "1 dari 3 soal tepat" in page.locator(".test-score").inner_text() and page.faults == []


def test_a_sound_sitting_in_the_same_form_is_taken_up(open_page, serve, design_site: Path) -> None:
    page = open_test(open_page, serve, design_site)
    keep(page, {"a": {"t": 1, "a": answers(page, uji_ibu=1)}})
    assert count(page) == "1 dari 3 soal terjawab."


def test_html_of_an_author_stays_text_on_the_question_and_in_the_result(open_page, serve, own: Path) -> None:
    rebuild(
        own,
        ("id: Seorang ibu tidak mendengar nomornya. Apa yang Anda lakukan?", f'id: "{HOSTILE} apa yang Anda lakukan?"'),
        ("id: Melewati nomornya", f'id: "Melewati {HOSTILE}"'),
        ("id: Gilirannya hilang karena suara.", f'id: "{HOSTILE} hilang."'),
    )
    page = open_test(open_page, serve, own / "site")
    section(page, "uji-ibu").get_by_text("Melewati").click()
    finish(page)
    assert page.locator(".wrong").inner_text().count("alert(1)") == 6, "script and image as text: stem, option, reason"
    assert not page.locator("article img, .wrong script").count() and page.faults == []


def test_without_storage_the_test_can_be_finished_and_says_so(browser, serve, design_site: Path) -> None:
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('off') }})")
    page = context.new_page()
    page.goto(f"{serve(design_site)}/{BEFORE}")
    choose(page, "uji-ibu")
    choose(page, "uji-formulir")
    assert page.locator(".mq-note").inner_text() == say("id", "t-unsaved") and count(page) == "2 dari 3 soal terjawab."
    finish(page)
    assert "2 dari 3 soal tepat" in page.locator(".test-score").inner_text()
    context.close()


def test_a_test_works_from_a_file_without_a_server(open_page, design_site: Path) -> None:
    page = open_page((design_site / BEFORE).as_uri())
    choose(page, "uji-ibu")
    page.reload()
    assert count(page) == "1 dari 3 soal terjawab."
    finish(page)
    assert "1 dari 3 soal tepat" in page.locator(".test-score").inner_text() and page.faults == []


# ---- Keyboard, axe, small screens, paper.


def test_the_keyboard_alone_takes_the_test_from_its_first_question_to_its_result(open_page, serve, design_site: Path) -> None:
    page = open_test(open_page, serve, design_site)

    def tab_to(script: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate(script):
                box = page.evaluate(
                    "(() => { const b = document.activeElement.getBoundingClientRect(); return [b.top >= 0, b.bottom <= innerHeight] })()"
                )
                assert all(box), "focus in sight"
                return
        pytest.fail(f"Tab never came to {script}")

    tab_to("document.activeElement.name === 'uji-formulir'")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to("document.activeElement.name === 'uji-ibu'")
    page.keyboard.press("Space")
    assert count(page) == "2 dari 3 soal terjawab."
    tab_to("document.activeElement.textContent === 'Selesai'")
    page.keyboard.press("Enter")
    tab_to("document.activeElement.textContent === 'soal 3'")
    tab_to("document.activeElement.textContent === 'Ya, selesai'")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "hasil" and "1 dari 3 soal tepat" in page.locator(".test-score").inner_text()
    tab_to("document.activeElement.textContent === 'Giliran' && !!document.activeElement.closest('.wrong')")
    tab_to("document.activeElement.textContent === 'Mulai tes dari awal'")


@pytest.mark.parametrize("folder, scheme", (("", "light"), ("en/", "dark")))
def test_axe_finds_nothing_before_while_asking_and_after(open_page, serve, design_site: Path, folder: str, scheme: str) -> None:
    options: dict[str, Any] = {"color_scheme": scheme, "viewport": {"width": 390, "height": 8000}}
    page = open_test(open_page, serve, design_site, folder + BEFORE, **options)
    assert violations(page) == []
    section(page, "uji-formulir").locator("label").first.click()
    button(page, "t-finish").click()
    assert violations(page) == []
    button(page, "t-finish-now").click()
    assert page.locator(".wrong .mq").count() == 3 and violations(page) == []
    page.locator(".test-result .small").last.click()
    button(page, "t-restart-now").click()
    assert violations(page) == []
    page = gain(open_page, serve, design_site, (1, 3), (3, 3), folder + AFTER, **options)
    assert page.locator(".test-gain svg").is_visible() and violations(page) == []
    assert violations(open_test(open_page, serve, design_site, folder + KEYS["a"], **options)) == []


def test_nothing_scrolls_sideways_and_every_control_is_large_enough_at_320_pixels(open_page, serve, design_site: Path) -> None:
    page = open_test(open_page, serve, design_site, viewport={"width": 320, "height": 640})

    def look() -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert all(table.evaluate("e => getComputedStyle(e).display") == "table" for table in page.locator("table:visible").all()), (
            "screen readers know it as one"
        )
        for control in page.locator(".test button:visible, .test .mq-o:visible").all():
            assert control.bounding_box()["height"] >= 43.9, control.inner_text()

    choose(page, "uji-ibu", "Memanggil lebih keras")
    button(page, "t-finish").click()
    look()
    button(page, "t-finish-now").click()
    look()
    page = gain(open_page, serve, design_site, (10, 30), (30, 30), f"en/{AFTER}", viewport={"width": 320, "height": 640})
    look()
    for head in page.locator(".test-gain thead th").all():
        lines = head.evaluate("e => { const all = document.createRange(); all.selectNodeContents(e); return all.getClientRects().length }")
        assert lines <= len(head.inner_text().split()), f"{head.inner_text()}: words stay whole"
    add_styles(page, "html { font-size: 200% !important }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, "letters alone enlarged (1.4.4)"


@pytest.mark.parametrize("folder, language", (("", "id"), ("en/", "en")))
def test_without_a_script_the_page_says_so_and_is_a_test_on_paper(
    open_page, serve, design_site: Path, plan: Course, folder: str, language: str
) -> None:
    page = open_test(open_page, serve, design_site, folder + BEFORE, java_script_enabled=False)
    assert say(language, "test-noscript") in page.locator(".noscript").first.inner_text()
    compare = page.locator(".noscript").last
    assert compare.inner_text() == say(language, "test-compare", key=say(language, "test-keys"))
    assert compare.bounding_box()["y"] > page.locator(".mq").last.bounding_box()["y"], "where the key is stands after the last question"
    paper = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    assert f"({KEYS['a']})" in paper, "and on paper too, with its address"
    assert page.locator(".test button").count() == 0 and not page.locator(".test-result").is_visible()
    shown = page.locator("body").inner_text() + page.locator("body").aria_snapshot()
    for item in form_items(plan, "a"):
        assert item.stem[language] in shown and all(option.text[language] in shown for option in item.options)
    assert not any(text in shown for text in reasons(plan, "a", language))
    page.get_by_role("link", name=say(language, "test-keys")).click()
    assert all(text in page.locator("body").inner_text() for text in reasons(plan, "a", language))


def test_on_paper_each_option_has_a_box_and_no_question_is_split(open_page, serve, design_site: Path) -> None:
    for path, count_ in ((BEFORE, 3), *((key, 3) for key in KEYS.values())):
        page = open_test(open_page, serve, design_site, path)
        page.emulate_media(media="print")
        questions = page.locator(".mq:visible").all()
        assert len(questions) == count_
        for question in questions:
            style = question.evaluate(
                """e => { const up = [];
                for (let at = e.parentElement; at; at = at.parentElement) up.push(getComputedStyle(at).display);
                return [getComputedStyle(e).breakInside, up] }"""
            )
            assert style[0] == "avoid" and set(style[1]) == {"block"}, "only blocks obey"
    page = open_test(open_page, serve, design_site)
    choose(page, "uji-ibu")
    page.emulate_media(media="print")
    assert page.locator(".test-paper:visible").all_inner_texts() == ["Nama:", "Tanggal:"]
    assert not page.locator(".test button:visible").count()
    boxes = page.locator(".test-items input").all()
    assert len(boxes) == 9 and all(box.evaluate("e => getComputedStyle(e).appearance") == "none" for box in boxes)
    widths = [box.evaluate("e => parseFloat(getComputedStyle(e).borderTopWidth)") for box in boxes]
    assert sorted(widths)[-2] < 2 < max(widths), "what was chosen is marked"
    finish_on_screen(page)
    page.emulate_media(media="print")
    assert (
        all(entry.evaluate("e => getComputedStyle(e).breakInside") == "avoid" for entry in page.locator(".wrong .mq").all())
        and page.locator(".wrong .mq").count() == 2
    )


def finish_on_screen(page) -> None:
    page.emulate_media(media="screen")
    finish(page)
