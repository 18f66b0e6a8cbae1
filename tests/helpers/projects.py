"""Where the project and the tests' data stand, and copies of them that a test may change and build."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.helpers.files import edit

PROJECT = Path(__file__).resolve().parents[2]
DATA = PROJECT / "tests" / "data"
EXAMPLE = DATA / "example"
DESIGN = DATA / "design"  # what a whole course has besides the example
GENERATED = shutil.ignore_patterns(
    "soal.md", "kunci.md", "buku-kerja.md", "latihan.md", "pelatih.md", "tes-*.md", "sumber.md", "glosarium.md", "assets"
)
NO_PART_OF_THE_COURSE = shutil.ignore_patterns(".git", ".venv", "site", "tests", "bench", "__pycache__", ".*_cache", "node_modules")
OWN_PAGES = {"kemajuan": "progress", "ulangan": "review", "bukti": "record"}  # what the learner's record fills in

CONFIG = """INHERIT: {project}/mkdocs{suffix}.yml
docs_dir: docs/{language}
site_dir: site
site_url: ""
theme:
  custom_dir: {project}/overrides
hooks:
  - {project}/build_quiz.py
markdown_extensions:
  manusiawi.render.extension:
    root: {root}
nav:
  - index.md
  - Module 1:
      - antre/index.md
      - antre/giliran.md
      - antre/soal.md
  - glosarium.md
  - sumber.md
"""


def copy_project(to: Path) -> Path:
    """A copy of the whole project, the real course in it, that can be built."""
    shutil.copytree(PROJECT, to, ignore=NO_PART_OF_THE_COURSE)
    config, ours = to / "mkdocs.yml", "  manusiawi.render.extension:\n"
    text = config.read_text("utf-8")
    assert ours in text
    config.write_text(text.replace(ours, f"{ours}    root: {to.as_posix()}\n"), "utf-8")
    return to


def copy_example(to: Path) -> Path:
    """A copy of the example course that can be changed and built."""
    shutil.copytree(EXAMPLE, to, ignore=GENERATED)
    for language, suffix in (("id", ""), ("en", ".en")):
        text = CONFIG.format(project=PROJECT.as_posix(), root=to.as_posix(), language=language, suffix=suffix)
        (to / f"mkdocs{suffix}.yml").write_text(text, "utf-8")
    return to


def copy_design(to: Path) -> Path:
    """The example with what a whole course has besides: a second module, trainer's notes, a workshop, speech, chart, lens, tests."""
    copy_example(to)
    shutil.copytree(DESIGN, to, dirs_exist_ok=True)
    more = to / "quizzes/antre.more.yml"
    bank = to / "quizzes/antre.yml"
    bank.write_text(bank.read_text("utf-8") + more.read_text("utf-8"), "utf-8")
    more.unlink()
    second = "".join(f"      - {page}.md\n" for page in ("antre/cerita", "antre/soal", "antre/pelatih"))
    second += "  - Module 2:\n" + "".join(f"      - loket/{page}.md\n" for page in ("index", "formulir", "soal"))
    last = "".join(f"  - {page}.md\n" for page in ("tes-awal", "tes-akhir", "alat", "pelatih", "glosarium"))
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (to / name).read_text("utf-8")
        (to / name).write_text(text.replace("      - antre/soal.md\n", second).replace("  - glosarium.md\n", last), "utf-8")
    return to


def add_own_pages(root: Path, after: str) -> None:
    """Gives an example the pages that the record fills in, after a line of its menu."""
    for language in ("id", "en"):
        for name, mark in OWN_PAGES.items():
            text = f"---\ntitle: {name}\ndescription: For tests.\n---\n# {name}\n\n[[{mark}]]\n"
            (root / f"docs/{language}/{name}.md").write_text(text, "utf-8")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (root / name).read_text("utf-8")
        (root / name).write_text(text.replace(after, after + "".join(f"  - {page}.md\n" for page in OWN_PAGES)), "utf-8")


def copy_own(to: Path) -> Path:
    """The design example with the pages that the record fills in, and a home page that begins or goes on."""
    root = copy_design(to)
    add_own_pages(root, after="  - alat.md\n")
    for language in ("id", "en"):
        home = root / f"docs/{language}/index.md"
        home.write_text(home.read_text("utf-8").replace("[[modules]]", "[[start]]\n\n[[modules]]"), "utf-8")
        lesson = root / f"docs/{language}/antre/giliran.md"
        lesson.write_text(lesson.read_text("utf-8") + "\n## Pokok {#pokok}\n\n- Giliran.\n", "utf-8")
    return root


PICTURES = PROJECT / "templates/pictures.yml"  # a picture of every kind, for authors to copy from
RECORDING = """
- id: rekaman
  kind: recording
  title: {id: "Sapaan", en: "A greeting"}
  shows: {id: "Dengarkan jedanya.", en: "Listen to the pause."}
  media: sapaan.mp3
  captions: sapaan.vtt
  megabytes: 0.1
  transcript: {id: "Selamat pagi, Bu.", en: "Good morning."}
"""


def copy_pictures(to: Path) -> Path:
    """The example with the pictures of the template and a recording, all on a page of their own."""
    root = copy_example(to)
    (root / "course/pictures").mkdir()
    text = PICTURES.read_text("utf-8").replace("module: loket", "module: antre", 1) + RECORDING
    (root / "course/pictures/antre.yml").write_text(text, "utf-8")
    marks = "".join(f"\n[[picture {name}]]\n" for name in re.findall(r"^- id: (\S+)", text, re.MULTILINE))
    for language in ("id", "en"):
        folder = root / f"docs/{language}/antre"
        (folder / "gambar.md").write_text(f"---\ntitle: Pictures\ndescription: For tests.\n---\n# Pictures\n{marks}", "utf-8")
        (folder / "sapaan.mp3").write_bytes(bytes(1000))
        (folder / "sapaan.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nSelamat pagi.\n", "utf-8")
    return root


MORE_PAGES = {"cari": "[[search]]", "luring": "[[keep]]\n\n## Diska {#diska}\n\n[[zip]]"}


def copy_whole(to: Path) -> Path:
    """The example with the pages that the record fills in, the search, and what works without a network."""
    root = copy_own(to)
    for language in ("id", "en"):
        for name, mark in MORE_PAGES.items():
            text = f"---\ntitle: {name}\ndescription: For tests.\n---\n# {name}\n\n{mark}\n"
            (root / f"docs/{language}/{name}.md").write_text(text, "utf-8")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        edit(root / name, "  - glosarium.md\n", "".join(f"  - {page}.md\n" for page in MORE_PAGES) + "  - glosarium.md\n")
    return root
