"""Whatever a page links to or loads travels with it: on the memory stick and in the copy that a device keeps."""

from __future__ import annotations

import base64
import json
import zipfile
from pathlib import Path

import pytest
import zstandard

from manusiawi.binding.fields import Text
from manusiawi.entries.recordings import Recording
from manusiawi.ground.faults import CourseFaults
from manusiawi.model.course import Course
from manusiawi.offline.linked import linked, names_in
from manusiawi.offline.pack import MAX_BYTES, pack
from manusiawi.render.assets import FOLDER, SHARED

PAGE = """<p><img alt="" src="Foto.PNG"><img alt="" src='../gambar/peta%20kota.avif'> <a href="brosur.pdf?x#2">Brosur</a>
<audio controls src=suara.mp3></audio><source srcset="kecil.webp 1x, besar.webp 2x"><a href="https://contoh.id/jauh.pdf">Jauh</a></p>"""
NAMED = (
    "loket/Foto.PNG",
    "gambar/peta kota.avif",
    "loket/brosur.pdf",
    "loket/suara.mp3",
    "loket/kecil.webp",
    "loket/besar.webp",
    "latar.JPG",
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small built site whose page names files of many kinds, and a file that no page names."""
    for name in (*NAMED, "loket/jauh.pdf", "loket/tak-disebut.psd", "en/milik-sendiri.Png", f"{FOLDER}/{SHARED}"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(f"bytes of {name}".encode())
    texts = {
        "luring.html": "",
        "en/luring.html": '<img src="milik-sendiri.Png"><a href="../loket/brosur.pdf">in Indonesian</a>',
        "loket/bias.html": PAGE,
        "a.css": "p { background: url(latar.JPG) }",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    pack(tmp_path, Course())
    return tmp_path


def kept(site: Path, language: str) -> dict:
    return json.loads(zstandard.ZstdDecompressor().decompress((site / f"luring-{language}.zst").read_bytes()))


def test_the_zip_and_the_kept_copy_hold_what_pages_name_whatever_its_ending(site: Path) -> None:
    (archive,) = site.glob("*.zip")
    with zipfile.ZipFile(archive) as packed:
        names = {name.partition("/")[2] for name in packed.namelist()}
    assert {*NAMED, "en/milik-sendiri.Png"} <= names and not {"loket/jauh.pdf", "loket/tak-disebut.psd"} & names
    bundle = kept(site, "id")
    assert {name: base64.b64decode(data).decode() for name, data in bundle["pictures"].items()} == {
        name: f"bytes of {name}" for name in NAMED
    }


def test_a_copy_of_one_language_holds_what_it_names_in_the_folder_of_the_other(site: Path) -> None:
    assert set(kept(site, "en")["pictures"]) == {"en/milik-sendiri.Png", "loket/brosur.pdf"}


def test_a_recording_travels_on_a_stick_and_is_kept_on_a_device_by_its_own_link_alone(site: Path) -> None:
    words = Text(id="Salam", en="A greeting")
    recording = Recording(
        id="salam",
        kind="recording",
        title=words,
        shows=words,
        media="suara.mp3",
        captions="suara.vtt",
        transcript=words,
        megabytes=1,
        file="course/pictures/loket.yml",
    )
    pack(site, Course(pictures={"salam": recording}))
    assert set(kept(site, "id")["pictures"]) == set(NAMED) - {"loket/suara.mp3"}
    (archive,) = site.glob("*.zip")
    with zipfile.ZipFile(archive) as packed:
        assert any(name.endswith("/loket/suara.mp3") for name in packed.namelist())


def test_each_file_is_kept_with_the_type_that_a_server_would_tell(site: Path) -> None:
    types = kept(site, "id")["types"]
    assert [types[name] for name in NAMED[:5]] == ["image/png", "image/avif", "application/pdf", "audio/mpeg", "image/webp"]


def test_a_file_too_large_to_be_carried_is_a_fault_and_never_a_dead_link(site: Path) -> None:
    (site / "loket/suara.mp3").write_bytes(bytes(MAX_BYTES + 1))
    with pytest.raises(CourseFaults, match=r"docs/id/loket/suara\.mp3:1:1: loket/bias\.html links to this file of 5,000,001 bytes"):
        pack(site, Course())
    (site / "loket/suara.mp3").write_bytes(bytes(MAX_BYTES))
    pack(site, Course())


def test_addresses_that_lead_elsewhere_or_nowhere_name_nothing() -> None:
    text = b'<a href="//a/x.pdf"><a href="/x.pdf"><a href="http://[x.pdf"><a href="#x.pdf"><a href="mailto:x.pdf"><a href="">'
    assert linked(names_in({"index.html": text}), {"x.pdf"}) == {}
