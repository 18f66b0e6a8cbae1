"""The preview cannot lie: after every kind of save it serves what a fresh build would, byte for byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from manusiawi.build import preview as previews
from manusiawi.build.livereload import PreviewServer
from manusiawi.build.notices import pages_of, without_notices
from manusiawi.build.preview import Preview
from manusiawi.build.site import build_site
from manusiawi.checks.translations import units
from manusiawi.ground import catalogue
from manusiawi.lint.rule import Finding
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from manusiawi.render import assets, inline
from tests.helpers.files import edit, files_of
from tests.helpers.projects import PROJECT, copy_own, copy_project

# What a writer or a developer saves: the file, what stands there, what comes instead.
FEW, WHOLE = "renders a few pages", "builds the whole site"
SESSION = """  minutes: 10
  text:
    id: Bagikan [[sheet kartu-nomor]].
    en: Hand out the [[sheet kartu-nomor]].
- part: case
  minutes: 20
  text:
    id: Kegiatan [[activity baris]].
    en: The activity [[activity baris]].
- part: debrief
  minutes: 15"""  # three steps, of which the first and the last take other minutes
SAVES = {
    "a lesson": (FEW, "docs/id/antre/giliran.md", "Setiap orang punya giliran", "Semua orang punya giliran"),
    "a question": (FEW, "quizzes/antre.yml", "id: Nomor di layar", "id: Nomor di papan tulis"),
    "a question newly set in a lesson": (  # the self-check then says another number of questions in its description
        WHOLE,
        "docs/*/antre/giliran.md",
        "[[item nomor-hilang]]",
        "[[item nomor-hilang]]\n\n[[item papan]]",
    ),
    "trainer's notes": (FEW, "course/trainer/antre.yml", "id: Kartu nomor.", "id: Kartu nomor dan papan."),
    "the minutes of a session": (FEW, "course/trainer/antre.yml", SESSION, SESSION.replace("10", "12").replace("15", "13")),
    "a law": (FEW, "course/law.yml", "translation: ", "translation: Newly "),
    "a fact": (FEW, "course/facts.yml", "publisher: Contoh", "publisher: Contoh Baru"),
    "the glossary": (FEW, "course/glossary.yml", "id: Tempat warga dilayani.", "id: Tempat warga dan tamu dilayani."),
    "the lens": (FEW, "course/lens.yml", "id: Lihat orangnya.", "id: Lihat orang itu."),
    "the speech": (FEW, "course/speech.yml", "id: Setiap pertemuan", "id: Semua pertemuan"),
    "a chart": (FEW, "course/charts.yml", "value: 1200", "value: 1300"),
    "a workshop": (FEW, "course/workshops.yml", "id: Istirahat", "id: Jeda"),
    "the plan": (FEW, "course/course.yml", "id: menjelaskan antrean yang adil", "id: menerangkan antrean yang adil"),
    "the linter's levels": (FEW, "course/lint.yml", "Untuk uji coba.", "Untuk dicoba."),
    "a redirect within a page": (FEW, "course/redirects.yml", "#nomor\n", "#periksa\n"),
    "a picture": (WHOLE, "docs/id/antre/loket.svg", "<svg", "<svg "),
    "a title": (WHOLE, "docs/en/antre/giliran.md", "title: ", "title: New "),
    "the name of the course": (WHOLE, "course/site.yml", "id: Manusiawi", "id: Manusiawi Baru"),
    "the configuration": (WHOLE, "mkdocs.yml", 'site_url: ""', 'site_url: "https://example.org/"'),
    "a template": (WHOLE, "overrides/main.html", '<div class="band" aria-hidden="true"></div>', '<div class="band ribbon"></div>'),
    "a word of the interface": (WHOLE, "engine/catalogue.yml", "id: Langsung ke isi", "id: Langsung menuju isi"),
    "the style sheet": (WHOLE, "engine/web/course.css", ".band", ".band,.ribbon"),
}
SILENT = ("the linter's levels", "the name of the course")  # on no page of the small course


@pytest.fixture
def everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small course with one of each kind of file, its templates, styles and words within reach."""
    root = copy_own(tmp_path / "course")
    shutil.copytree(PROJECT / "overrides", root / "overrides")
    shutil.copytree(assets._FOLDER, root / "engine/web")
    shutil.copy(catalogue._FILE, root / "engine")
    monkeypatch.setattr(assets, "_FOLDER", root / "engine/web")
    monkeypatch.setattr(catalogue, "_FILE", root / "engine/catalogue.yml")
    monkeypatch.setattr(previews, "_OF_BUILD", (*previews._OF_BUILD, "engine"))
    monkeypatch.setattr(previews, "lint", lambda course, root: [])
    (root / "course/lint.yml").write_text("levels:\n- rule: MD012\n  level: warning\n  reason: Untuk uji coba.\n", "utf-8")
    (root / "course/redirects.yml").write_text(
        "redirects:\n- old: antre/giliran.html#nomor-lama\n  new: antre/giliran.html#nomor\n", "utf-8"
    )
    (root / "course/promises.txt").write_text("antre/giliran.html#nomor-lama\n", "utf-8")
    for language in ("id", "en"):
        text = "---\ntitle: Cari\ndescription: For tests.\n---\n# Cari\n\n[[search]]\n"
        (root / f"docs/{language}/cari.md").write_text(text, "utf-8")
        (root / f"docs/{language}/antre/loket.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        edit(root / name, "  - alat.md\n", "  - alat.md\n  - cari.md\n")
        edit(root / name, f"{PROJECT.as_posix()}/overrides", "overrides")
    return root


def differing(root: Path, served: Path, fresh: Path) -> list[str]:
    """The files that the served site holds otherwise than a fresh build, which remembers nothing of what was rendered before."""
    inline._rendered.clear()
    catalogue._words.clear()
    build_site(root, fresh, strict=False, publish=False)
    pages, expected = files_of(served), files_of(fresh)
    pages = {name: without_notices(data.decode()).encode() if name.endswith(".html") else data for name, data in pages.items()}
    return sorted(name for name in {*pages, *expected} if pages.get(name) != expected.get(name))


@pytest.mark.long
def test_after_each_kind_of_save_the_site_is_that_of_a_fresh_build(
    everything: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wholes: list[Path] = []
    monkeypatch.setattr(previews, "build_site", lambda root, site, **options: wholes.append(site) or build_site(root, site, **options))
    preview = Preview(everything, tmp_path / "served", lambda: None)
    preview.rebuild()
    preview.settle()
    assert differing(everything, tmp_path / "served", tmp_path / "fresh") == []
    for kind, (how, path, old, new) in SAVES.items():
        wholes.clear()
        before = files_of(tmp_path / "served")
        for file in everything.glob(path):
            edit(file, old, new)
        preview.rebuild()
        preview.settle()
        assert (WHOLE if wholes else FEW) == how, kind
        assert kind in SILENT or files_of(tmp_path / "served") != before, f"{kind} shows somewhere"
        if not wholes or kind == list(SAVES)[-1]:  # what a whole build leaves is compared with the next save's pages
            assert differing(everything, tmp_path / "served", tmp_path / "fresh") == [], kind


REAL = {  # one of each kind of file of the real course: its first words of this sort are written anew
    "docs/id/nondiskriminasi/bias.md": ("\n## ", "\nKalimat baru.\n\n## "),
    "docs/en/loket/mengapa.md": ("\n## ", "\nA new sentence.\n\n## "),
    "quizzes/nondiskriminasi.yml": ("    id: >-\n      ", "    id: >-\n      Baru. "),
    "course/trainer/loket.yml": ("id: ", "id: Baru "),
    "course/law.yml": ("translation: ", "translation: Newly "),
    "course/facts.yml": ("publisher: ", "publisher: Baru "),
    "course/glossary.yml": ("    id: ", "    id: Baru "),
}


@pytest.mark.long
def test_saves_of_the_real_course_end_in_a_fresh_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previews, "lint", lambda course, root: [])
    root = copy_project(tmp_path / "course")
    preview = Preview(root, tmp_path / "served", lambda: None)
    preview.rebuild()
    preview.settle()
    monkeypatch.setattr(previews, "build_site", lambda *words, **options: pytest.fail("a few pages are enough"))
    for path, (old, new) in REAL.items():
        text = (root / path).read_text("utf-8")
        assert old in text, path
        (root / path).write_text(text.replace(old, new, 1), "utf-8")
        preview.rebuild()  # before what follows the last save is done, as where one is saved in haste
    preview.settle()
    assert not preview._faulty
    assert differing(root, tmp_path / "served", tmp_path / "fresh") == []


def test_a_template_that_cannot_be_read_is_said_on_the_pages(everything: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    preview = Preview(everything, tmp_path / "served", lambda: None)
    preview.rebuild()
    edit(everything / "overrides/main.html", "{%- block content %}", "{%- blok content %}")
    preview.rebuild()
    page = (tmp_path / "served/index.html").read_text("utf-8")
    assert "overrides/main.html:" in page and "blok" in page and 'role="alert"' in page
    edit(everything / "overrides/main.html", "{%- blok content %}", "{%- block content %}")
    preview.rebuild()
    assert 'role="alert"' not in (tmp_path / "served/index.html").read_text("utf-8")
    edit(everything / "engine/catalogue.yml", "menu: ", "menu: [")
    preview.rebuild()
    assert "engine/catalogue.yml:" in (tmp_path / "served/en/index.html").read_text("utf-8")


def test_a_fault_mended_by_undoing_it_costs_no_whole_build(everything: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = Preview(everything, tmp_path / "served", lambda: None)
    preview.rebuild()
    monkeypatch.setattr(previews, "build_site", lambda *words, **options: pytest.fail("a few pages are enough"))
    edit(everything / "quizzes/antre.yml", "bloom: C3", "bloom: C33")
    preview.rebuild()
    assert 'role="alert"' in (tmp_path / "served/index.html").read_text("utf-8")
    edit(everything / "quizzes/antre.yml", "bloom: C33", "bloom: C3")
    preview.rebuild()
    preview.settle()
    assert differing(everything, tmp_path / "served", tmp_path / "fresh") == []


def test_a_rebuild_without_a_save_loads_no_page_again(everything: Path, tmp_path: Path) -> None:
    calls: list[str] = []
    preview = Preview(everything, tmp_path / "served", lambda: calls.append("refresh"), lambda: calls.append("stay"))
    preview.rebuild()
    preview.settle()
    calls.clear()
    preview.rebuild()
    assert calls == ["stay"], "what the search wrote beside the sources is no save"


def test_what_the_linter_finds_in_laws_terms_and_notes_stands_where_readers_meet_them(everything: Path) -> None:
    course: Course = load_course(everything)
    text_pages = {unit.name: unit.page for unit in units(course)}

    def pages(name: str, file: str) -> list[str]:
        place = next(unit.place for unit in units(course) if unit.name == name)
        assert place.file == file
        return pages_of(Finding(place, "T101", "warning", "", "", "", item=name), course, text_pages)

    law = next(name for name in text_pages if name.startswith("law "))
    assert pages("term loket", "course/glossary.yml") == ["glosarium.html", "en/glosarium.html"]
    assert pages("trainer antre", "course/trainer/antre.yml") == ["antre/pelatih.html", "en/antre/pelatih.html"]
    assert pages(law, "course/law.yml") == ["sumber/uu-1-2000.html", "en/sumber/uu-1-2000.html"]
    assert pages("fact antre-01", "course/facts.yml") == ["sumber/fakta.html", "en/sumber/fakta.html"]


def test_a_server_without_the_attributes_that_reloading_needs_refuses_to_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = PreviewServer("127.0.0.1", 0, tmp_path)
    before = server._visible_epoch
    server.refresh()
    assert server._visible_epoch == server._wanted_epoch == before + 1
    server._wanted_epoch += 5
    server.stay()
    assert server._visible_epoch == server._wanted_epoch == before + 1
    server.server_close()
    monkeypatch.setattr("manusiawi.build.livereload.PRIVATE", ("_epoch_cond", "_gone_epoch"))
    with pytest.raises(RuntimeError, match="_gone_epoch"):
        PreviewServer("127.0.0.1", 0, tmp_path)


GROWTH = """
import re, sys
from pathlib import Path
from itertools import count as numbers
from manusiawi.build import preview as previews
from manusiawi.build.preview import Preview

root, count = Path(sys.argv[1]), int(sys.argv[2])
lint, turns = previews.lint, numbers()
previews.lint = lambda course, root: lint(course, root) if next(turns) % 10 == 0 else []  # it takes longer than all the rest of a save
preview = Preview(root, root / "built", lambda: None)
preview.rebuild()
preview.settle()
lesson, bank = (root / name for name in sys.argv[3:])
texts = lesson.read_text("utf-8"), bank.read_text("utf-8")
start = re.search("    id: (?:>-\\n      )?", texts[1]).end()  # of the bank's first words


def size() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


for number in range(count):
    if number % 2:
        bank.write_text(f"{texts[1][:start]}Kata{number} {texts[1][start:]}", "utf-8")
    else:
        lesson.write_text(texts[0].replace("\\n## ", f"\\nKata{number}.\\n\\n## ", 1), "utf-8")
    preview.rebuild()
    preview.settle()
    if number % 10 == 9:
        print(f"{size():.0f}", flush=True)
"""


REAL_SAVES = "MANUSIAWI_SAVES"  # set to 200, say, it lets so many saves of the real course be tried, which takes some minutes


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not tell a process's memory there")
@pytest.mark.long
def test_the_memory_of_the_preview_stays_flat(tmp_path: Path) -> None:
    real = REAL_SAVES in os.environ
    count = int(os.environ.get(REAL_SAVES, "40"))
    root = (copy_project if real else copy_own)(tmp_path / "course")
    names = (
        ("docs/id/nondiskriminasi/bias.md", "quizzes/nondiskriminasi.yml") if real else ("docs/id/antre/giliran.md", "quizzes/antre.yml")
    )
    words = [sys.executable, "-c", GROWTH, str(root), str(count), *names]
    result = subprocess.run(words, cwd=PROJECT, capture_output=True, text=True, check=True, timeout=None if real else 540)
    sizes = [int(line) for line in result.stdout.splitlines() if line.isdecimal()]
    assert len(sizes) == count // 10 and result.stdout.count("The pages are fresh.") == count + 1
    sys.stdout.write(f"MB after every ten saves: {sizes}\n")  # seen with -rP
    assert sizes[-1] - sizes[0] <= (30 if real else 3), sizes  # with the course of every save kept, the small one grows by 7


def test_nothing_of_the_preview_goes_on_after_it_is_stopped(everything: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go = threading.Event()
    monkeypatch.setattr(previews, "lint", lambda course, root: go.wait(20) and [])
    preview = Preview(everything, tmp_path / "served", lambda: pytest.fail("its turn is over"))
    preview.rebuild()
    preview.stop()
    shutil.rmtree(tmp_path / "served")
    go.set()
    preview.settle()
    assert not (tmp_path / "served").exists()
