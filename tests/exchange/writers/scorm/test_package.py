"""A SCORM package keeps the rules of its manifest, holds what its pages name and no more, and is the same from run to run."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as etree
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest

from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.scorm.manifest import ADL, NAME, PACKAGE, manifest
from manusiawi.exchange.writers.scorm.package import write_scorm
from manusiawi.exchange.written import Counts, Written
from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course
from manusiawi.offline.linked import names_in

ORDER = {  # of the elements that stand in each one, and which must be there (IMS Content Packaging 1.1.2, ADL CAM 1.2)
    "manifest": ["metadata", "organizations", "resources"],
    "metadata": ["schema", "schemaversion"],
    "organizations": ["organization"],
    "organization": ["title", "item"],
    "item": ["title", "masteryscore"],
    "resources": ["resource"],
}


def files_of(written: Written) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(written.content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture
def files(written: Written) -> dict[str, bytes]:
    return files_of(written)


def test_the_manifest_has_the_elements_of_the_schema_in_their_order(files: dict[str, bytes]) -> None:
    root = etree.fromstring(files[NAME])
    for element in root.iter():
        space, _, name = element.tag[1:].partition("}")
        assert space == (ADL if name == "masteryscore" else PACKAGE)
        assert [child.tag.partition("}")[2] for child in element] == ORDER.get(name, ["file"] * len(element))
    texts = {element.tag.partition("}")[2]: element.text for element in root.iter()}
    assert (texts["schema"], texts["schemaversion"], texts["masteryscore"]) == ("ADL SCORM", "1.2", "70")
    assert texts["title"] == "Modul 1: Antrean"


def test_identifiers_are_names_that_point_to_each_other_and_come_of_module_and_language_alone(files: dict[str, bytes]) -> None:
    root = etree.fromstring(files[NAME])
    identifiers = [element.attrib["identifier"] for element in root.iter() if "identifier" in element.attrib]
    assert identifiers == [f"{letter}-manusiawi-antre-id" for letter in "MOIR"]
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in identifiers)
    (organizations,), (item,), (resource,) = (root.iter(f"{{{PACKAGE}}}{name}") for name in ("organizations", "item", "resource"))
    assert organizations.attrib["default"] == identifiers[1] and item.attrib["identifierref"] == identifiers[3]
    assert resource.attrib[f"{{{ADL}}}scormtype"] == "sco" and resource.attrib["type"] == "webcontent"
    changed = etree.fromstring(manifest("manusiawi-antre-id", "Judul lain & <baru>", "b.html", ["b.html", "a b.css"], None))
    assert [element.attrib["identifier"] for element in changed.iter() if "identifier" in element.attrib] == identifiers
    assert [file.attrib["href"] for file in changed.iter(f"{{{PACKAGE}}}file")] == ["a%20b.css", "b.html"]


def test_the_manifest_stands_at_the_root_and_names_every_file_and_a_page_to_open(files: dict[str, bytes]) -> None:
    root = etree.fromstring(files[NAME])
    named = [unquote(file.attrib["href"]) for file in root.iter(f"{{{PACKAGE}}}file")]
    assert named == sorted(set(files) - {NAME}) and next(iter(files)) == NAME
    (resource,) = root.iter(f"{{{PACKAGE}}}resource")
    assert resource.attrib["href"] == "antre/index.html" and resource.attrib["href"] in files


def test_the_english_package_opens_its_own_pages(english: Written) -> None:
    files = files_of(english)
    (resource,) = etree.fromstring(files[NAME]).iter(f"{{{PACKAGE}}}resource")
    assert resource.attrib["href"] == "en/antre/index.html" in files
    assert not [name for name in files if name.endswith(".html") and not name.startswith("en/")]


@pytest.mark.parametrize("language", ["id", "en"])
def test_everything_that_a_page_names_is_in_the_package(written: Written, english: Written, language: str) -> None:
    files = files_of(written if language == "id" else english)
    for path, names in names_in(files).items():
        assert names - {""} <= set(files), path
    scripts = {path: re.findall(r'\sdata-[a-z]+="([^"\s]+\.js)"', files[path].decode()) for path in files if path.endswith(".html")}
    assert any(scripts.values())
    assert all((Path(path).parent / name).as_posix().replace("antre/../", "") in files for path in scripts for name in scripts[path])


def test_learners_pages_travel_and_trainers_do_not(files: dict[str, bytes]) -> None:
    pages = {name for name in files if name.endswith(".html")}
    assert {"antre/index.html", "antre/giliran.html", "antre/soal.html", "sumber/uu-1-2000.html"} <= pages
    assert not [name for name in pages if re.search(r"kunci|pelatih|buku-kerja|latihan|tes-|cari", name)]


def test_pages_lead_on_within_the_package_and_other_sites_open_beside_it(files: dict[str, bytes]) -> None:
    page = files["antre/giliran.html"].decode()
    pager = page[page.index('<nav class="pager"') :].partition("</nav>")[0]
    assert re.findall(r'rel="(\w+)" href="([^"]+)"', pager) == [("prev", "index.html"), ("next", "soal.html")]
    assert 'aria-current="page">Giliran</a>' in page and 'class="other"' not in page and 'class="search"' not in page
    for name, text in files.items():
        for tag in re.findall(r'<a\b[^>]*href="https?:[^>]*>', text.decode() if name.endswith(".html") else ""):
            assert 'target="_blank" rel="noopener"' in tag


def test_what_is_kept_on_a_device_begins_with_the_packages_own_name(files: dict[str, bytes]) -> None:
    scripts = {name: text.decode() for name, text in files.items() if name.endswith((".js", ".html"))}
    held = {key for text in scripts.values() for key in re.findall(r'"(manusiawi[a-z-]*)"', text)}
    assert held == {"manusiawi-antre-id"}


def test_a_page_says_nothing_that_is_true_of_the_site_alone(written: Written, english: Written) -> None:
    for package, language, path in ((written, "id", "antre/soal.html"), (english, "en", "en/antre/soal.html")):
        text = files_of(package)[path].decode()
        assert say(language, "package-privacy") in text
        assert say(language, "quiz-privacy") not in text and say(language, "quiz-lead") not in text


def test_the_policy_lets_the_packages_own_first_script_in(files: dict[str, bytes], example_site: Path) -> None:
    first = re.compile(r"sha256-[\w+/=]+|<script>.*?</script>")
    before, after = first.findall((example_site / "antre/soal.html").read_text("utf-8")), first.findall(files["antre/soal.html"].decode())
    assert len(before) == len(after) == 2 and not set(before) & set(after)


def test_two_runs_give_the_same_bytes(written: Written, example_course: Course, example_site: Path) -> None:
    again = write_scorm(Request(example_course, "antre", ("id",), example_site))
    assert again.content == written.content and again.name == "manusiawi-antre-id.scorm.zip"
    with zipfile.ZipFile(io.BytesIO(again.content)) as package:
        names = package.namelist()
        assert names[1:] == sorted(names[1:]) and {entry.date_time for entry in package.infolist()} == {(2026, 1, 1, 0, 0, 0)}


def test_every_question_with_its_options_and_reasons_is_found_in_the_pages_and_losses_are_told(written: Written) -> None:
    assert written.taken.questions == 10 and written.taken == written.found and written.untold == Counts()
    told = {loss.what for loss in written.losses}
    assert told == {"links to pages that the package does not hold", "what is written in a reflection"}


def test_a_question_that_a_page_loses_is_noticed(example_course: Course, example_site: Path, tmp_path: Path) -> None:
    for name in ("antre/index.html", "antre/giliran.html", "antre/soal.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        text = (example_site / name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace('<section class="mq" id="papan"', '<section class="mq" id="hilang"'), "utf-8")
    lost = write_scorm(Request(example_course, "antre", ("id",), tmp_path))
    assert lost.untold.questions == 1 and lost.untold.options > 2
