"""Without a network: what is packed, and a real browser whose network is cut."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard

from manusiawi.entries.site import SiteFile
from manusiawi.ground.catalogue import say
from manusiawi.language.known import LANGUAGES
from manusiawi.model.loading import load_course
from manusiawi.offline.bundle import ENDINGS, bundle
from manusiawi.offline.pack import pack
from manusiawi.offline.stick import stick
from tests.helpers.axe import violations
from tests.helpers.once import once
from tests.helpers.projects import PROJECT
from tests.helpers.servers import Server

BOTH_LANGUAGES = 1_500_000  # bytes, as they are sent
ITEM = "nd-fotokopi"


def unpacked(site: Path, language: str) -> dict:
    return json.loads(zstandard.ZstdDecompressor().decompress((site / f"luring-{language}.zst").read_bytes()))


# ---- What is packed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bundle_holds_every_page_of_its_language_and_what_pages_load(site: Path, language: str) -> None:
    files = unpacked(site, language)["files"]
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in ENDINGS}
    assert set(files) == {name for name in there if name.startswith("en/") == (language == "en")} - {"sw.js"}
    assert all(text == (site / name).read_text("utf-8") for name, text in files.items())
    assert len([name for name in files if name.endswith(".html")]) > 100 and any("assets/search/" in name for name in files)


def test_both_languages_cost_one_and_a_half_megabytes_at_most(site: Path) -> None:
    listed = json.loads((site / "luring.json").read_text())
    assert all(listed[language]["bytes"] == (site / listed[language]["file"]).stat().st_size for language in LANGUAGES)
    assert all(
        listed[language]["sha256"] == hashlib.sha256((site / listed[language]["file"]).read_bytes()).hexdigest() for language in LANGUAGES
    )
    assert 300_000 < sum(listed[language]["bytes"] for language in LANGUAGES) < BOTH_LANGUAGES


def test_the_version_changes_when_any_file_does_and_only_then() -> None:
    files = {"index.html": b"a", "assets/site.js": b"b"}
    version, packed = bundle(files, {"foto.png": b"1"})
    assert bundle(dict(reversed(files.items())), {"foto.png": b"1"}) == (version, packed)
    assert version not in (bundle({**files, "assets/site.js": b"c"}, {"foto.png": b"1"})[0], bundle(files, {})[0])
    assert version not in (bundle(files, {"foto.png": b"2"})[0], bundle(files, {"lain.png": b"1"})[0])


def test_the_zip_is_the_same_for_the_same_pages_and_says_what_to_open() -> None:
    made = stick(SiteFile(prefix="manusiawi"), {"index.html": b"a", "en/index.html": b"b"})
    assert made == stick(SiteFile(prefix="manusiawi"), {"en/index.html": b"b", "index.html": b"a"})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert sorted(archive.namelist()) == ["manusiawi/BACA-DULU.txt", "manusiawi/en/index.html", "manusiawi/index.html"]
        note = archive.read("manusiawi/BACA-DULU.txt").decode("utf-8-sig")
    assert "Buka index.html" in note and "Open en/index.html" in note


def test_the_page_offers_the_zip_with_its_size_and_the_zip_offers_none(site: Path) -> None:
    size = f"{(site / 'manusiawi.zip').stat().st_size / 1e6:.1f}"
    assert f'href="manusiawi.zip" download>Unduh berkas zip ({size.replace(".", ",")} MB)' in (site / "luring.html").read_text("utf-8")
    assert f'href="../manusiawi.zip" download>Download the zip file ({size} MB)' in (site / "en/luring.html").read_text("utf-8")
    with zipfile.ZipFile(site / "manusiawi.zip") as archive:
        assert "manusiawi.zip" not in archive.read("manusiawi/luring.html").decode()
        assert "manusiawi/sw.js" not in archive.namelist()


def test_a_site_without_the_page_is_left_as_it_is(example_site: Path) -> None:
    assert not (example_site / "sw.js").exists() and not (example_site / "manusiawi.zip").exists()


# ---- A browser whose network is cut


@pytest.fixture
def network(site: Path) -> Iterator[Server]:
    """The real course on a server that can be cut; its folder is shared and must not be changed."""
    server = Server(site)
    yield server
    server.cut()


@pytest.fixture
def own_network(site: Path, tmp_path: Path) -> Iterator[Server]:
    """The same, in a folder of the test's own that may be changed."""
    shutil.copytree(site, tmp_path / "site")
    server = Server(tmp_path / "site")
    yield server
    server.cut()


def row(page, language: str):
    return page.locator(f"[data-keep={language}]")


def ready(page) -> None:
    """Waits until the page has looked at what is kept."""
    page.wait_for_function(
        "document.querySelector('[data-keep] .state').textContent.match(/MB|Tersimpan|Kept/)"
        " || document.querySelector('.keep-said').textContent"
    )


def keep(page, language: str = "id") -> None:
    """Presses the button that keeps a language, and waits until it is whole."""
    ready(page)
    row(page, language).get_by_role("button", name=re.compile("^(Simpan|Keep|Perbarui|Update)")).click()
    page.wait_for_function("document.querySelector('.keep-said').textContent")


CHOICE = "section[data-mq=single-choice]"  # answered by one press
KEPT = "Kursus tersimpan lengkap (Bahasa Indonesia). Semua halamannya dapat dibuka tanpa jaringan."


def test_the_size_is_told_before_and_nothing_is_fetched_unasked(open_page, network: Server, site: Path) -> None:
    page = open_page("about:blank")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{network.address}/luring.html")
    ready(page)
    size = f"{(site / 'luring-id.zst').stat().st_size / 1e6:.1f}".replace(".", ",")
    assert row(page, "id").locator(".state").inner_text() == f"Belum tersimpan. Yang diunduh: {size} MB."
    assert not [address for address in asked if ".zst" in address or "unpack" in address or "sw.js" in address]


def test_after_one_visit_every_page_opens_with_the_server_gone(open_page, network: Server) -> None:
    page = open_page(f"{network.address}/luring.html")
    keep(page)
    assert page.locator(".keep-said").inner_text() == KEPT
    network.cut()
    for path in (
        "",
        "index.html",
        "nondiskriminasi/bias.html",
        "nondiskriminasi/soal.html",
        "sumber/uu-39-1999.html",
        "tes-awal.html",
        "lensa.html",
        "pelatih.html",
    ):
        page.goto(f"{network.address}/{path}")
        assert page.locator("h1").count() == 1
        assert page.evaluate("getComputedStyle(document.querySelector('.band')).height") == "10px", "the styles are there"
        assert page.get_by_role("button", name="Menu").is_visible(), "the scripts are there"
    assert page.faults == []


def test_questions_progress_and_search_work_with_the_server_gone(open_page, network: Server) -> None:
    page = open_page(f"{network.address}/luring.html")
    keep(page)
    network.cut()
    page.goto(f"{network.address}/nondiskriminasi/soal.html")
    item = page.locator(CHOICE).first
    item.locator("input[type=radio]").first.check()
    item.locator(".mq-check").click()
    page.wait_for_function(f"document.querySelector('{CHOICE} .mq-say').textContent")
    page.goto(f"{network.address}/kemajuan.html")
    page.wait_for_function("document.querySelector('.total').textContent.includes('\\n1 dari')")
    page.goto(f"{network.address}/cari.html#q=mendiskriminasikan")
    page.wait_for_function("document.querySelectorAll('.find .rows li').length > 2")
    page.wait_for_function("document.querySelector('.find-hit mark')")
    assert page.faults == []


def test_a_page_that_is_not_kept_leads_to_words_about_it(open_page, network: Server) -> None:
    page = open_page(f"{network.address}/luring.html")
    keep(page)
    network.cut()
    page.goto(f"{network.address}/nondiskriminasi/bias.html")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/luring.html#tidak-tersimpan")
    assert page.locator("#tidak-tersimpan").is_visible()
    page.wait_for_function("document.querySelector('.keep-said').textContent")
    assert page.locator(".keep-said").inner_text() == say("id", "o-no-network")


DROP_PAGES = (
    "caches.keys().then(names => Promise.all(names.filter(name => / id /.test(name)).map(name => caches.open(name).then("
    "cache => cache.keys().then(files => Promise.all(files.map(file => cache.delete(file))))))))"
)


def test_a_copy_whose_pages_the_browser_dropped_is_offered_again_and_leads_in_no_circle(open_page, network: Server) -> None:
    page = open_page(f"{network.address}/luring.html")
    keep(page)
    page.evaluate(DROP_PAGES)
    page.reload()
    ready(page)
    assert row(page, "id").locator(".state").inner_text().startswith("Belum tersimpan.")
    assert row(page, "id").get_by_role("button", name=re.compile("^Simpan")).is_visible()
    network.cut()
    with pytest.raises(Exception, match=r"ERR_FAILED|ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{network.address}/index.html")


def test_a_copy_that_lacks_a_page_does_not_count_as_kept(open_page, network: Server) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        "const put = Cache.prototype.put; Cache.prototype.put = function (name, page) {"
        " return /ralat/.test(name) ? Promise.resolve() : put.call(this, name, page); };"
    )
    page.goto(f"{network.address}/luring.html")
    keep(page)
    assert page.locator(".keep-said").inner_text() == say("id", "o-failed")


def test_a_list_that_holds_nothing_is_as_none(open_page, own_network: Server) -> None:
    (own_network.folder / "luring.json").write_text("null", "utf-8")
    page = open_page(f"{own_network.address}/luring.html")
    page.wait_for_function("document.querySelector('.keep-said').textContent")
    assert page.locator(".keep-said").inner_text() == say("id", "o-absent") and page.faults == []


def test_both_languages_are_kept_and_one_is_removed_alone(open_page, network: Server) -> None:
    page = open_page(f"{network.address}/en/luring.html")
    keep(page, "en")
    assert page.locator(".keep-said").inner_text() == "The whole course is kept (English). All its pages now open without a network."
    keep(page, "id")
    page.wait_for_function("document.querySelector('.keep-said').textContent.includes('(Indonesian)')")
    page.once("dialog", lambda asked: asked.dismiss())
    row(page, "en").get_by_role("button", name="Remove").click()
    assert row(page, "en").locator(".state").inner_text().startswith("Kept since"), "a stray tap removes nothing"
    page.once("dialog", lambda asked: asked.accept())
    row(page, "en").get_by_role("button", name="Remove").click()
    page.wait_for_function("document.querySelector('.keep-said').textContent.includes('removed')")
    assert row(page, "en").locator(".state").inner_text().startswith("Not kept yet.")
    network.cut()
    page.goto(f"{network.address}/nondiskriminasi/bias.html")
    assert page.locator("h1").inner_text() == "Bias: jalan pintas pikiran"
    page.goto(f"{network.address}/en/nondiskriminasi/bias.html")
    assert page.url.endswith("/luring.html#tidak-tersimpan")


def test_when_all_is_removed_nothing_stays_on_the_device(open_page, network: Server) -> None:
    page = open_page(f"{network.address}/luring.html")
    keep(page)
    page.once("dialog", lambda asked: asked.accept())
    row(page, "id").get_by_role("button", name="Hapus").click()
    page.wait_for_function("document.querySelector('.keep-said').textContent.includes('dihapus')")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    assert page.evaluate("document.activeElement.dataset.do") == "keep", "the focus is not lost with the button that went away"


def test_progress_is_shown_in_words_and_by_an_element_while_it_is_kept(open_page, network: Server) -> None:
    page = open_page(f"{network.address}/luring.html")
    ready(page)
    page.evaluate("""() => { window.seen = [];
        const look = () => [document.querySelector('.keep-on label').textContent, document.querySelector('progress').value];
        new MutationObserver(() => seen.push(look()))
        .observe(document.querySelector('.keep-on label'), {childList: true}); }""")
    keep(page)
    seen = page.evaluate("seen")
    values = [value for _, value in seen]
    assert len(seen) > 5 and values == sorted(values) and values[0] == 0 and values[-1] > 0.9
    assert seen[0][0].startswith("Mengunduh: 0,0 dari 0,") and re.fullmatch(r"Menyimpan: \d+ dari \d+ berkas", seen[-1][0])
    assert page.locator("label[for=kemajuan-simpan]").count() == 1 and not page.locator("progress").is_visible()


@pytest.fixture(scope="session")
def renewed(site: Path, shared: Path) -> Path:
    """The course as it is published anew, with other words on one page; packed once, since that takes most of a build."""

    def make(folder: Path) -> None:
        shutil.copytree(site, folder)
        page = folder / "nondiskriminasi/bias.html"
        page.write_text(page.read_text("utf-8").replace("Bias: jalan pintas pikiran", "Bias: judul baru"), "utf-8")
        pack(folder, load_course(PROJECT))

    return once(shared / "renewed", make)


def test_an_update_is_offered_and_does_not_touch_a_half_answered_page(open_page, own_network: Server, renewed: Path) -> None:
    page = open_page(f"{own_network.address}/luring.html")
    keep(page)
    quiz = page.context.new_page()
    quiz.goto(f"{own_network.address}/nondiskriminasi/soal.html")
    quiz.locator(CHOICE).first.locator("input[type=radio]").nth(1).check()
    quiz.evaluate("window.still = true")
    shutil.copytree(renewed, own_network.folder, dirs_exist_ok=True)
    lesson = page.context.new_page()
    page.evaluate("navigator.serviceWorker.controller.postMessage('kept')")  # the worker asks anew, as it does after an hour
    lesson.goto(f"{own_network.address}/nondiskriminasi/bias.html")
    assert lesson.locator("h1").inner_text() == "Bias: jalan pintas pikiran", "what is kept stays until the learner renews it"
    lesson.get_by_role("link", name=say("id", "newer")).click()
    ready(lesson)
    assert "Ada versi baru" in row(lesson, "id").locator(".state").inner_text()
    keep(lesson)
    assert lesson.locator(".keep-said").inner_text() == KEPT
    assert quiz.evaluate("window.still") and quiz.locator(CHOICE).first.locator("input[type=radio]").nth(1).is_checked()
    own_network.cut()
    quiz.locator(CHOICE).first.locator(".mq-check").click()
    quiz.wait_for_function(f"document.querySelector('{CHOICE} .mq-say').textContent")
    quiz.reload()
    assert quiz.locator(CHOICE).first.locator("input[type=radio]").nth(1).is_checked()
    lesson.goto(f"{own_network.address}/nondiskriminasi/bias.html")
    assert lesson.locator("h1").inner_text() == "Bias: judul baru"
    assert not lesson.get_by_text(say("id", "newer")).is_visible()
    assert lesson.evaluate("caches.keys().then(all => all.length)") == 2, "the old version is gone"


def relisted(folder: Path, **sums: str) -> None:
    """The list with another sum for the Indonesian course, or none."""
    listed = json.loads((folder / "luring.json").read_text("utf-8"))
    listed["id"].pop("sha256")
    listed["id"].update(sums)
    (folder / "luring.json").write_text(json.dumps(listed), "utf-8")


DAMAGED: dict[str, Callable[[Path], object]] = {
    "cut short": lambda folder: (folder / "luring-id.zst").write_bytes((folder / "luring-id.zst").read_bytes()[:200_000]),
    "foreign": lambda folder: (folder / "luring-id.zst").write_bytes(b"<html>sign in to the network</html>"),
    "another version": lambda folder: shutil.copy(folder / "luring-en.zst", folder / "luring-id.zst"),
    "another sum": lambda folder: relisted(folder, sha256="0" * 64),
    "no sum": relisted,
}
SPOILT: dict[str, Callable[[Path], object]] = {
    "gone": lambda folder: (folder / "luring-id.zst").unlink(),
    "without its unpacker": lambda folder: (folder / "assets/unpack.js").unlink(),
}


@pytest.mark.parametrize("name", [*DAMAGED, *SPOILT])
def test_a_download_that_fails_keeps_nothing_and_says_so(open_page, own_network: Server, name: str) -> None:
    (DAMAGED | SPOILT)[name](own_network.folder)
    page = open_page(f"{own_network.address}/luring.html")
    keep(page)
    assert page.locator(".keep-said").inner_text() == say("id", "o-damaged" if name in DAMAGED else "o-failed")
    assert row(page, "id").locator(".state").inner_text().startswith("Belum tersimpan.")
    assert page.evaluate("caches.keys().then(all => all.filter(name => / id /.test(name)).length)") == 0
    assert row(page, "id").get_by_role("button", name="Simpan").is_enabled()


def test_a_download_that_was_damaged_on_its_way_is_fetched_once_more(open_page, network: Server, site: Path) -> None:
    page = open_page(f"{network.address}/luring.html")
    data = (site / "luring-id.zst").read_bytes()
    asked = []

    def answer(route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=data if len(asked) > 1 else data[:1000])

    page.route("**/luring-id.zst*", answer)
    keep(page)
    assert page.locator(".keep-said").inner_text() == KEPT and len(asked) == 2


def test_a_course_that_was_published_anew_while_the_page_was_open_is_kept_as_it_is_now(
    open_page, own_network: Server, renewed: Path
) -> None:
    page = open_page(f"{own_network.address}/luring.html")
    ready(page)
    shutil.copytree(renewed, own_network.folder, dirs_exist_ok=True)
    keep(page)
    assert page.locator(".keep-said").inner_text() == KEPT
    assert re.fullmatch(r"Tersimpan sejak [^.]*\.", row(page, "id").locator(".state").inner_text()), "no newer version is offered"


def test_an_update_that_fails_leaves_what_was_kept(open_page, own_network: Server, renewed: Path) -> None:
    page = open_page(f"{own_network.address}/luring.html")
    keep(page)
    shutil.copytree(renewed, own_network.folder, dirs_exist_ok=True)
    (own_network.folder / "luring-id.zst").write_bytes(b"")
    page.goto(f"{own_network.address}/cari.html")  # served from what is kept
    page.goto(f"{own_network.address}/luring.html")
    keep(page)
    assert page.locator(".keep-said").inner_text() == say("id", "o-damaged")
    own_network.cut()
    page.goto(f"{own_network.address}/nondiskriminasi/bias.html")
    assert page.locator("h1").inner_text() == "Bias: jalan pintas pikiran"


def test_a_full_device_is_told_in_words(open_page, network: Server) -> None:
    page = open_page("about:blank")
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": network.address, "quotaSize": 1_000_000})
    page.goto(f"{network.address}/luring.html")
    keep(page)
    assert page.locator(".keep-said").inner_text() == say("id", "o-full")
    assert row(page, "id").locator(".state").inner_text().startswith("Belum tersimpan.")


def test_where_nothing_can_be_kept_the_page_says_so_and_offers_the_zip(open_page, own_network: Server, serve, example_site: Path) -> None:
    page = open_page(f"{own_network.address}/luring.html", java_script_enabled=False)
    assert page.get_by_text(say("id", "keep-noscript")).is_visible() and not row(page, "id").is_visible()
    assert page.get_by_role("link", name="Unduh berkas zip").is_visible()
    page = open_page("about:blank")
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'serviceWorker', {value: undefined})")  # an address without https
    page.goto(f"{own_network.address}/luring.html")
    assert page.locator(".keep-said").inner_text() == say("id", "o-not-here") and not row(page, "id").is_visible()
    (own_network.folder / "luring.json").unlink()
    page = open_page(f"{own_network.address}/luring.html")
    page.wait_for_function("document.querySelector('.keep-said').textContent")
    assert page.locator(".keep-said").inner_text() == say("id", "o-absent") and not row(page, "id").is_visible()


def test_all_of_it_is_done_by_keyboard_alone_and_passes_the_accessibility_check(open_page, network: Server) -> None:
    page = open_page(f"{network.address}/luring.html")
    ready(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.do") == "keep":
            break
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('.keep-said').textContent")
    assert page.locator(".keep-said").inner_text() == KEPT
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Hapus dari perangkat: Bahasa Indonesia"
    assert violations(page) == []


# ---- The memory stick


@pytest.fixture(scope="module")
def memory_stick(site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The zip of the course, unpacked, as an address."""
    folder = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(site / "manusiawi.zip") as archive:
        archive.extractall(folder)
    return (folder / "manusiawi").as_uri()


def test_the_course_opens_from_a_memory_stick_and_its_links_lead_on(open_page, memory_stick: str) -> None:
    page = open_page(f"{memory_stick}/index.html", offline=True)
    page.locator(".resume .md-button").click()
    page.locator(".rows a").first.click()
    page.locator(".head").wait_for()
    assert page.evaluate("getComputedStyle(document.querySelector('.band')).height") == "10px"
    page.get_by_role("link", name="English").click()
    page.locator("html[lang=en]").wait_for()
    assert page.faults == []


def test_questions_progress_and_search_work_from_a_memory_stick(open_page, memory_stick: str) -> None:
    page = open_page(f"{memory_stick}/nondiskriminasi/soal.html", offline=True)
    item = page.locator(CHOICE).first
    item.locator("input[type=radio]").first.check()
    item.locator(".mq-check").click()
    page.wait_for_function(f"document.querySelector('{CHOICE} .mq-say').textContent")
    page.goto(f"{memory_stick}/kemajuan.html")
    page.wait_for_function("document.querySelector('.total').textContent.includes('\\n1 dari')")
    page.goto(f"{memory_stick}/cari.html#q=mendiskriminasikan")
    page.wait_for_function("document.querySelector('.find-hit mark')")
    page.goto(f"{memory_stick}/luring.html")
    assert page.locator(".keep-said").inner_text() == say("id", "o-stick")
    assert page.faults == []
