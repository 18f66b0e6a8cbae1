"""The real course as it is published: whole, light, in two languages, on any builder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from manusiawi.build.site import build_site
from manusiawi.ground.catalogue import phrases
from manusiawi.ground.lastchange import BUILD_TIME
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.generated import generated_paths
from manusiawi.render.scripts import BUNDLES
from tests.helpers.files import edit, files_of
from tests.helpers.html import Html, files_of_page, pages_of, target
from tests.helpers.projects import PROJECT, copy_example, copy_project

FIRST_VISIT = 30_000  # bytes by Brotli, all files of a page together


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Html]:
    return pages_of(site)


def lost_links(pages: dict[str, Html], site: Path) -> list[str]:
    """Every relative link, source and anchor that leads nowhere."""
    lost = []
    for name, page in pages.items():
        if name.endswith("404.html"):
            continue  # its addresses count from the host, tested below
        for _, attributes in page.tags:
            address = attributes.get("href", attributes.get("src"))
            if address is None or urlsplit(address).scheme:
                continue
            path, anchor = target(name, address), urlsplit(address).fragment
            if not (site / path).is_file():
                lost.append(f"{name}: {address}")
            elif anchor and not set(";=") & set(anchor) and path in pages and anchor not in pages[path].ids:  # those are plans
                lost.append(f"{name}: {address} (no such anchor)")
    return lost


def test_every_link_and_anchor_leads_somewhere(pages: dict[str, Html], site: Path) -> None:
    assert len(pages) > 20
    assert lost_links(pages, site) == []


def test_every_page_exists_in_both_languages_and_names_its_own(pages: dict[str, Html]) -> None:
    indonesian = {name for name in pages if not name.startswith("en/")}
    assert {f"en/{name}" for name in indonesian} == {name for name in pages if name.startswith("en/")}
    for name, page in pages.items():
        assert page.all("html")[0]["lang"] == ("en" if name.startswith("en/") else "id")


def test_every_page_names_its_twin_in_the_other_language(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        if name.endswith("404.html"):
            continue
        plain = name.removeprefix("en/")
        twin = plain if name.startswith("en/") else f"en/{plain}"
        switch = next(link for link in page.all("a") if link.get("class") == "other")
        assert switch["lang"] == switch["hreflang"] != page.all("html")[0]["lang"]
        assert target(name, switch["href"]) == twin
        # Without an address of the site a page cannot say where it stands: search engines want whole addresses.
        assert not [link for link in page.all("link") if link.get("rel") in ("alternate", "canonical")]


def test_titles_descriptions_and_headings(pages: dict[str, Html], site: Path) -> None:
    seen = set()
    for name, page in pages.items():
        text = (site / name).read_text("utf-8")
        title = re.search(r"<title>(.*?)</title>", text)[1]
        assert "<!--preview-->" not in text
        moved = any(title.startswith(phrases(language)["moved-title"]) for language in LANGUAGES)
        assert title and (moved or (title, name.startswith("en/")) not in seen)
        seen.add((title, name.startswith("en/")))
        assert next(meta for meta in page.all("meta") if meta.get("name") == "description")["content"]
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), f"{name} skips a level of headings"


def test_published_addresses_are_absolute_where_the_site_knows_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_example(tmp_path / "own")
    for suffix in ("", ".en"):
        edit(root / f"mkdocs{suffix}.yml", 'site_url: ""', f'site_url: !ENV [SITE_URL{suffix.upper().replace(".", "_")}, ""]')
        edit(root / f"mkdocs{suffix}.yml", "theme:", "extra:\n  contact: mailto:ham@course.example\n\ntheme:")
    monkeypatch.setenv("SITE_URL", "https://course.example/ham/")
    monkeypatch.setenv("SITE_URL_EN", "")
    build_site(root, root / "site")
    page = Html((root / "site/en/antre/giliran.html").read_text("utf-8"))
    assert "mailto:ham@course.example" in [link["href"] for link in page.all("a")]
    links = {(link.get("rel"), link.get("hreflang")): link["href"] for link in page.all("link")}
    assert links["canonical", None] == "https://course.example/ham/en/antre/giliran.html"
    assert links["alternate", "id"] == links["alternate", "x-default"] == "https://course.example/ham/antre/giliran.html"
    assert links["alternate", "en"] == "https://course.example/ham/en/antre/giliran.html"
    lost = Html((root / "site/404.html").read_text("utf-8"))
    assert {"/ham/index.html", "/ham/en/index.html"} <= {link["href"] for link in lost.all("a")}
    sheets = [link["href"] for link in lost.all("link") if link["rel"] == "stylesheet"]
    assert all(href.startswith("/ham/assets/") for href in sheets)


def test_the_two_home_pages_have_titles_of_their_own(site: Path) -> None:
    titles = [re.search(r"<title>(.*?)</title>", (site / name).read_text("utf-8"))[1] for name in ("index.html", "en/index.html")]
    assert titles == ["Beranda kursus - Manusiawi", "Course home - Manusiawi"]


def test_no_sheet_breaks_words_by_patterns(site: Path) -> None:
    """The patterns for Indonesian that browsers and printers share cut "huruf" as hu-r-uf."""
    sheets = [path.read_text("utf-8") for path in site.rglob("*.css")]
    assert sheets and not [sheet for sheet in sheets if re.search(r"hyphens:\s*auto", sheet)]


def test_the_404_page_has_the_menu_of_each_language(site: Path) -> None:
    for name, own, twin in (("404.html", "", "/en/"), ("en/404.html", "/en/", "/en/../")):
        page = Html((site / name).read_text("utf-8"))
        links = [link["href"] for link in page.all("a") if "href" in link]
        for root in (own or "/", twin):
            assert {f"{root}{path}" for path in ("index.html", "loket/index.html", "tes-awal.html", "glosarium.html")} <= set(links), name
        assert all((site / os.path.normpath(link.lstrip("/"))).is_file() for link in links if link.startswith("/"))


def test_the_404_page_speaks_both_languages(site: Path) -> None:
    for name in ("404.html", "en/404.html"):
        text = (site / name).read_text("utf-8")
        for language in LANGUAGES:
            assert f'<section lang="{language}">' in text and phrases(language)["lost-say"] in text


def test_a_first_visit_to_any_page_costs_thirty_thousand_bytes_at_most(pages: dict[str, Html], site: Path) -> None:
    for name, page in pages.items():
        if name.endswith("404.html"):
            continue
        files = files_of_page(name, page, site).values()
        if sum(len(brotli.compress(data, quality=5)) for data in files) > FIRST_VISIT:  # a quick upper bound, met by most pages
            weight = sum(len(brotli.compress(data)) for data in files)
            assert weight <= FIRST_VISIT, f"{name} costs {weight} bytes"


def test_every_page_loads_one_script_and_that_of_the_questions_stands_on_pages_with_questions_only(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        scripts = [Path(urlsplit(script["src"]).path).stem for script in page.all("script") if script.get("src")]
        assert len(scripts) == 1, name
        tested = any("data-test" in attributes for _, attributes in page.tags)
        asked = any("data-mq" in attributes for _, attributes in page.tags) and not tested
        assert ("quiz" in BUNDLES[scripts[0]]) == asked, name


def test_the_scripts_of_a_lesson_cost_at_most_seven_tenths_of_what_five_files_cost(pages: dict[str, Html], site: Path) -> None:
    page = pages["nondiskriminasi/bias.html"]
    scripts = {path: data for path, data in files_of_page("nondiskriminasi/bias.html", page, site).items() if path.endswith(".js")}
    assert list(scripts) == ["assets/lesson.js"]
    assert len(brotli.compress(scripts["assets/lesson.js"])) <= 0.72 * 10_853


def test_scripts_of_pages_reach_for_nothing_but_what_the_page_names(site: Path) -> None:
    for folder in ("", "en/"):
        for name in BUNDLES:
            script = (site / f"{folder}assets/{name}.js").read_bytes()
            assert not [word for word in (b"import ", b"innerHTML", b"WORDS_", b"COURSE_", b"NUMBER_") if word in script], name
            assert (b"fetch(" in script) == ("keep" in BUNDLES[name]), name


def test_nothing_names_another_host_but_links_that_a_reader_follows(pages: dict[str, Html], site: Path) -> None:
    for name, page in pages.items():
        for tag, attributes in page.tags:
            if tag != "a" and not (tag == "link" and attributes.get("rel") in ("canonical", "alternate")):
                for address in (attributes.get("src", ""), attributes.get("href", "")):
                    assert not urlsplit(address).netloc, f"{name}: {tag} {address}"
            assert not any(attribute.startswith("on") for attribute in attributes) and "style" not in attributes
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//", sheet.read_text("utf-8"))


def test_the_theme_brings_its_styles_and_none_of_its_scripts(site: Path) -> None:
    sheets = list(site.glob("assets/stylesheets/main.*.css"))
    assert len(sheets) == 1, "the template names this file; see overrides/main.html"
    assert sheets[0].name in (PROJECT / "overrides/main.html").read_text("utf-8")
    assert not list(site.rglob("bundle*.js")) and not list(site.rglob("*.map"))
    assert len(sheets[0].read_bytes()) < 40_000, "unused styles are cut"


def test_pages_on_disk_are_those_that_the_course_promises(course: Course, site: Path) -> None:
    for language, folder in (("id", ""), ("en", "en/")):
        for path in (*course.pages[language], *generated_paths(course)):
            assert (site / f"{folder}{path.removesuffix('.md')}.html").is_file()


def test_the_menu_of_both_languages_lists_every_page(course: Course) -> None:
    for suffix in ("", ".en"):
        menu = (PROJECT / f"mkdocs{suffix}.yml").read_text("utf-8").partition("\nnav:\n")[2]
        for path in (
            *(path for path in course.pages["id"] if path != course.names.participant),  # a trainer's address opens it, no menu
            *(
                path
                for path in generated_paths(course)
                if not path.endswith(("/kunci.md", "/pelatih.md", "/buku-kerja.md", "/latihan.md"))
                and not path.startswith("sumber/")
                and path not in course.names.keys_of_tests.values()
            ),
        ):
            assert f"- {path}\n" in menu, f"mkdocs{suffix}.yml lacks {path}"


def test_what_stands_in_no_menu_is_reached_from_the_page_for_trainers_and_leads_no_learner_astray(
    course: Course, pages: dict[str, Html]
) -> None:
    for folder in ("", "en/"):
        linked = {link.get("href", "") for link in pages[f"{folder}pelatih.html"].all("a")}
        assert {f"{module}/{name}.html" for module in course.trainers for name in ("pelatih", "kunci", "buku-kerja", "latihan")} <= linked
        for module in course.modules:
            following = [link["href"] for link in pages[f"{folder}{module}/soal.html"].all("a") if link.get("rel") == "next"]
            assert (following and "pelatih" not in following[0]) or module == list(course.modules)[-1], (
                "after a self-check comes the next module"
            )


def test_generated_anchors_stand_on_their_pages(course: Course, pages: dict[str, Html]) -> None:
    for folder in ("", "en/"):
        for path, anchors in generated_paths(course).items():
            missing = anchors - pages[f"{folder}{path.removesuffix('.md')}.html"].ids
            assert {anchor for anchor in missing if not path.endswith("kunci.md")} == set()


def _build_with(builder: str, root: Path) -> None:
    """Runs another builder on the English pages of a copy, whose configuration inherits that of the Indonesian ones."""
    done = subprocess.run(
        [sys.executable, "-m", builder, "build", "-f", "mkdocs.en.yml"],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "SOURCE_DATE_EPOCH": str(BUILD_TIME)},
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.long
def test_another_build_of_the_course_by_properdocs_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """In another folder, another process, by another builder; what the course packs after building is tried elsewhere."""
    root = copy_project(tmp_path / "project")
    _build_with("properdocs", root)
    ours, theirs = files_of(site / "en"), files_of(root / "site/en")
    assert len(ours) > 300 and {path for path in ours if ours[path] != theirs.get(path)} == {"luring.html", "unduhan.html"}


@pytest.mark.long
def test_the_successor_builds_the_same_sources_with_every_quiz_page(course: Course, site: Path, tmp_path: Path) -> None:
    """Zensical runs no hooks and has a theme of its own; pages on disk and the Markdown extension are enough."""
    root = tmp_path / "project"
    shutil.copytree(site.parent, root, ignore=shutil.ignore_patterns("site", "overrides"))
    edit(root / "mkdocs.yml", site.parent.as_posix(), root.as_posix())
    edit(root / "mkdocs.yml", "  custom_dir: overrides\n", "")
    _build_with("zensical", root)
    link = 'href="../sumber/uud-1945.html#uud-1945-pasal-28i-ayat-2"'
    for slug in course.banks:
        page = (root / f"site/en/{slug}/soal.html").read_text("utf-8")
        for item in course.quiz_items(slug):
            assert f'<section class="mq" id="{item.id}"' in page
        lessons = "".join(path.read_text("utf-8") for path in (root / f"site/en/{slug}").glob("*.html"))
        for name in course.set_items(slug):
            assert f'<section class="mq" id="{name}"' in lessons
    assert link in (root / "site/en/nondiskriminasi/bentuk.html").read_text("utf-8")


def test_an_address_that_holds_the_folder_of_english_stays_whole(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://contoh.id/en/kursus/")
    for name, variable in (("mkdocs.yml", "SITE_URL"), ("mkdocs.en.yml", "SITE_URL_EN")):
        edit(example / name, 'site_url: ""', f'site_url: !ENV [{variable}, ""]')
    build_site(example, example / "site")
    for name in ("antre/giliran.html", "en/antre/giliran.html"):
        text = (example / "site" / name).read_text("utf-8")
        for found in (
            'hreflang="id" href="https://contoh.id/en/kursus/antre/giliran.html"',
            'content="https://contoh.id/en/kursus/assets/share.png"',
        ):
            assert found in text
        assert 'hreflang="en" href="https://contoh.id/en/kursus/en/antre/giliran.html"' in text
        assert f'rel="canonical" href="https://contoh.id/en/kursus/{name}"' in text
