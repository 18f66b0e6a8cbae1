"""Under the policy that the build writes for hosts, every type of page does all that it does, and the browser reports nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from manusiawi.build.headers import write_headers
from manusiawi.ground.catalogue import say
from manusiawi.model.loading import load_course
from manusiawi.render.assets import first_script
from manusiawi.render.policy import header_policy, page_policy
from manusiawi.render.scripts import names_of
from tests.helpers.projects import EXAMPLE, PROJECT
from tests.helpers.questions import ANSWERED, QUIZ, answer_all, check
from tests.helpers.servers import Server
from tests.helpers.voices import INDONESIAN, STAND_IN

NAME = "Content-Security-Policy"
TELL = "addEventListener('securitypolicyviolation', e => console.warn('POLICY ' + e.effectiveDirective + ' ' + e.blockedURI))"
BY_EACH_HOST = {
    "_headers": rf"/\*\n  {NAME}: (.+)\n",
    ".htaccess": rf'<IfModule mod_headers\.c>\nHeader always set {NAME} "(.+)"\n</IfModule>\n',
    "headers/nginx.conf": rf'add_header {NAME} "(.+)" always;\n',
    "headers/caddy.conf": rf'header {NAME} "(.+)"\n',
}


def sent(site: Path) -> str:
    """The policy that a host would send, as one of its files says."""
    return re.fullmatch(BY_EACH_HOST["_headers"], (site / "_headers").read_text("utf-8"))[1]


# ---- What the build writes


def test_every_hosts_file_sends_the_one_policy(site: Path) -> None:
    policy = header_policy(first_script(names_of(load_course(PROJECT))))
    for file, form in BY_EACH_HOST.items():
        assert re.fullmatch(form, (site / file).read_text("utf-8"))[1] == policy, file
    strict = "default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"
    loads = (f"{kind}-src 'self'" for kind in ("style", "img", "connect", "worker", "media"))
    assert {*strict, *loads, "trusted-types situs"} < set(policy.split(";"))
    assert re.search(r"script-src 'self' 'sha256-[\w+/]{43}=';", policy) and "unsafe" not in policy and "data:" not in policy


def test_the_one_script_of_a_page_is_let_in_by_the_digest_that_the_standard_shows() -> None:
    policy = page_policy("alert('Hello, world.');")
    assert "script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='" in policy.split(";")


def test_a_hosts_file_that_the_authors_brought_stays_theirs(example_course, tmp_path: Path) -> None:
    (tmp_path / "_headers").write_text("theirs", "utf-8")
    (tmp_path / "headers").mkdir()
    write_headers(tmp_path, example_course)
    assert (tmp_path / "_headers").read_text("utf-8") == "theirs"
    policy = header_policy(first_script(names_of(example_course)))
    ours = {name: re.fullmatch(form, (tmp_path / name).read_text("utf-8"))[1] for name, form in BY_EACH_HOST.items() if name != "_headers"}
    assert set(ours.values()) == {policy}


def test_every_page_carries_it_too_but_for_what_only_a_header_can_say(site: Path, example_site: Path) -> None:
    for place, root in ((site, PROJECT), (example_site, EXAMPLE)):
        first = first_script(names_of(load_course(root)))
        carried = f'<meta http-equiv="content-security-policy" content="{page_policy(first)}">'
        assert page_policy(first) == sent(place).replace(";frame-ancestors 'none'", "")
        for page in place.rglob("*.html"):
            text = page.read_text("utf-8")
            if 'http-equiv="refresh"' not in text:
                assert text.count(carried) == 1 and text.index(carried) < text.index("<script"), page
                assert re.findall(r"<script>(.*?)</script>", text, re.DOTALL) == [first], page


def test_no_page_holds_a_style_of_its_own_and_no_sheet_a_picture(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert not re.search(r"<style|<[^<>]+\sstyle=|<[^<>]+\son[a-z]+=", page.read_text("utf-8")), page
    for sheet in site.rglob("*.css"):
        assert "data:" not in sheet.read_text("utf-8"), sheet
    for script in site.rglob("*.js"):
        assert not re.search(r"setAttribute\(.style|\.cssText|innerHTML|\beval\(|new Function", script.read_text("utf-8")), script


# ---- In a browser


@pytest.fixture(scope="module")
def hosts() -> Iterator[Callable[[Path], str]]:
    """A function that serves a site with the header that its own file names, and returns its address."""
    servers: dict[Path, Server] = {}

    def host(site: Path) -> str:
        if site not in servers:
            servers[site] = Server(site, headers={NAME: sent(site)})
        return servers[site].address

    yield host
    for server in servers.values():
        server.cut()


@pytest.fixture
def visit(open_page, hosts) -> Iterator[Callable]:
    """A function that opens a page of a site under its policy; after the test no page may have been kept from anything."""
    reports: list[str] = []

    def visit_(site: Path, path: str, **options):
        page = open_page("about:blank", **options)
        page.reports = reports
        page.context.on("console", lambda message: message.text.startswith("POLICY") and reports.append(f"{page.url} {message.text}"))
        page.context.add_init_script(TELL)
        page.add_init_script(STAND_IN.replace("VOICES", json.dumps([INDONESIAN])))
        answer = page.goto(path if path.startswith("file:") else f"{hosts(site)}/{path}")
        assert path.startswith("file:") or answer.headers[NAME.lower()] == sent(site)
        return page

    yield visit_
    assert reports == []


def test_the_watch_sees_what_is_kept_out(visit, site: Path) -> None:
    page = visit(site, "loket/mengapa.html")
    page.evaluate("document.querySelector('h1').setAttribute('style', 'color: red')")
    page.evaluate("document.querySelector('h1').style.color = 'green'")  # by a script that already runs: this may be
    page.evaluate("document.querySelector('h1').append(Object.assign(new Image(), {src: 'data:image/png;base64,AAAA'}))")
    page.evaluate("fetch('https://contoh.invalid/').catch(() => {})")
    for sink in ("e.src = 'assets/lesson.js'", "e.text = 'kena = 1'"):
        assert page.evaluate(
            f"(() => {{ try {{ const e = document.createElement('script'); {sink}; return '' }} catch (e) {{ return e.name }} }})()"
        )
    assert page.evaluate("(() => { try { trustedTypes.createPolicy('lain', {}); return '' } catch (e) { return e.name } })()")
    page.wait_for_timeout(200)
    seen = {report.split()[2] for report in page.reports}
    assert seen == {"style-src-attr", "img-src", "connect-src", "require-trusted-types-for", "trusted-types"}
    page.reports.clear()


@pytest.mark.parametrize("address", ("https://contoh.invalid/a.js", "//contoh.invalid/a.js", "data:text/javascript,kena=1", "blob:x"))
def test_the_door_for_scripts_lets_none_in_from_elsewhere(visit, site: Path, address: str) -> None:
    page = visit(site, "cari.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("address => { document.querySelector('.find').dataset.index = address }", address)
    page.get_by_role("searchbox").fill("hak")
    page.keyboard.press("Enter")
    page.get_by_text(say("id", "f-failed")).wait_for()
    assert not [one for one in asked if "contoh.invalid" in one or one.startswith(("data:", "blob:"))]
    assert page.evaluate("typeof kena") == "undefined"


PAGES = (
    *("index", "404", "loket/index", "loket/kasus", "nondiskriminasi/soal", "nondiskriminasi/kunci", "loket/pelatih", "pelatih", "jalur"),
    *("glosarium", "sumber", "sumber/uu-25-2009", "sumber/fakta", "ucapan", "ralat", "tentang", "privasi", "panduan", "tes-kunci", "bukti"),
    *("pernyataan-aksesibilitas", "kemajuan", "ulangan", "luring", "lensa", "cari", "tes-awal", "tes-akhir"),
)


def test_every_type_of_page_opens_in_both_languages(visit, hosts, site: Path) -> None:
    page = visit(site, "index.html", color_scheme="dark")
    for path in PAGES:
        for folder in ("", "en/"):
            page.goto(f"{hosts(site)}/{folder}{path}.html")
            page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    assert page.faults == []


def test_it_opens_and_is_used_from_a_folder_on_the_device(visit, site: Path) -> None:
    page = visit(site, f"{site.as_uri()}/cari.html")
    page.get_by_role("searchbox").fill("layanan")
    page.keyboard.press("Enter")
    page.locator(".find-hit mark").first.wait_for()
    page.goto(f"{site.as_uri()}/en/nondiskriminasi/bias.html")
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor") != "rgba(0, 0, 0, 0)", "the sheet is let in"
    page.locator(".scheme").click()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark" and page.faults == []


def test_questions_of_every_type_and_a_case_are_answered(visit, example_site: Path) -> None:
    page = visit(example_site, QUIZ)
    answer_all(page)
    for name in ANSWERED:
        check(page, name)
    page.get_by_role("link", name="Menyuruhnya kembali").press("Enter")
    page.reload()
    assert "Jawaban Anda tepat" in page.locator("#papan .mq-say").inner_text() and page.faults == []


def test_a_lesson_is_read_aloud_and_its_link_copied(visit, site: Path) -> None:
    page = visit(site, "nondiskriminasi/bias.html")
    page.locator(".addr").first.click()
    page.wait_for_function("document.querySelector('.copied').textContent")
    page.locator(".scheme").click()
    page.get_by_role("button", name="Bacakan").first.click()
    page.wait_for_function("device.said.length")
    page.locator(".read input").scroll_into_view_if_needed()
    assert page.faults == []


def test_a_test_is_taken_and_the_search_finds(visit, hosts, site: Path) -> None:
    page = visit(site, "tes-awal.html")
    page.locator("input[type=radio]:visible").first.check()
    for name in ("t-finish", "t-finish-now"):
        page.get_by_role("button", name=say("id", name), exact=True).click()
    page.goto(f"{hosts(site)}/cari.html")
    page.get_by_role("searchbox").fill("pelayanann publik")  # misspelt: the words of the course are loaded too
    page.keyboard.press("Enter")
    page.locator(".find-hit mark").first.wait_for()
    assert page.faults == []


def test_the_record_is_taken_along_read_again_and_cleared_and_the_lens_is_filled_in(visit, hosts, site: Path) -> None:
    page = visit(site, "loket/mengapa.html")
    page.locator(".read input").check()
    page.goto(f"{hosts(site)}/kemajuan.html")
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_download() as saved:
        page.get_by_role("button", name=say("id", "p-export")).click()
    page.get_by_label(say("id", "p-import")).set_input_files(saved.value.path())
    page.get_by_text(say("id", "p-file-read")).wait_for()
    page.get_by_role("button", name=say("id", "p-reset-all")).click()
    page.get_by_role("button", name=say("id", "p-undo")).click()
    page.goto(f"{hosts(site)}/ulangan.html")
    with page.expect_download():
        page.get_by_role("button", name=say("id", "p-remind")).click()
    page.goto(f"{hosts(site)}/lensa.html")
    page.locator("#aturan").fill("Surat hanya untuk pemilik KTP setempat.")
    for name in ("l-summary", "l-text", "l-calendar"):
        page.get_by_role("button", name=say("id", name)).click()
    assert page.faults == []


def test_the_course_is_kept_and_used_without_its_host(visit, hosts, site: Path) -> None:
    page = visit(site, "luring.html")
    row = page.locator("[data-keep=id]")
    page.wait_for_function("!document.querySelector('[data-keep=id] [data-do=keep]').disabled")
    row.locator("[data-do=keep]").click()
    row.locator("[data-do=drop]").wait_for(timeout=60_000)
    page.context.set_offline(True)
    page.goto(f"{hosts(site)}/cari.html")
    page.get_by_role("searchbox").fill("layanan")
    page.keyboard.press("Enter")
    page.locator(".find-hit mark").first.wait_for()
    assert page.faults == []
