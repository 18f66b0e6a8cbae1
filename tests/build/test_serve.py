"""Writing with the course open in the browser: a save shows, a fault keeps the last good page."""

from __future__ import annotations

import os
import socket
import socketserver
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from manusiawi.build.livereload import PreviewServer
from manusiawi.build.ownnames import is_own
from tests.helpers.addresses import free_port, read, wait_for
from tests.helpers.files import edit
from tests.helpers.projects import PROJECT


@pytest.fixture
def served(example: Path) -> Iterator[tuple[Path, str, Path]]:
    port, log = free_port(), example / "log.txt"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, str(PROJECT / "build_quiz.py"), "--root", str(example), "serve", "--port", str(port)],
            stdout=out,
            stderr=out,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        yield example, f"http://127.0.0.1:{port}", log
        server.terminate()
        server.wait(timeout=20)


def test_lessons_quizzes_and_both_languages_are_served_and_follow_every_save(served) -> None:
    example, address, log = served
    wait_for(f"{address}/en/antre/giliran.html", lambda text: '<html lang="en"' in text)
    assert "livereload" in read(f"{address}/antre/soal.html"), "the page reloads itself"
    assert "content-security-policy" not in read(f"{address}/antre/soal.html"), "which the policy would not let it do"
    edit(example / "docs/id/antre/giliran.md", "Setiap orang punya giliran", "Semua orang punya giliran")
    wait_for(f"{address}/antre/giliran.html", lambda text: "Semua orang punya giliran" in text)
    edit(example / "quizzes/antre.yml", "id: Nomor di layar", "id: Nomor di papan tulis")
    wait_for(f"{address}/antre/soal.html", lambda text: "Nomor di papan tulis" in text)
    edit(example / "quizzes/antre.yml", "bloom: C3", "bloom: C33")
    end = time.monotonic() + 60
    while b"C33" not in log.read_bytes() and time.monotonic() < end:
        time.sleep(0.2)
    assert 'is no value for "bloom"' in log.read_text("utf-8") and "Traceback" not in log.read_text("utf-8")
    page = wait_for(f"{address}/en/antre/giliran.html", lambda text: "is no value for &quot;bloom&quot;" in text)
    assert 'role="alert"' in page and "<h1" in page, "the fault shows on the last good page"
    assert "Nomor di papan tulis" in read(f"{address}/antre/soal.html"), "the last good page stays"
    edit(example / "quizzes/antre.yml", "bloom: C33", "bloom: C3")
    edit(example / "quizzes/antre.yml", "id: Nomor di papan tulis", "id: Nomor di layar lebar")
    text = wait_for(f"{address}/antre/soal.html", lambda text: "Nomor di layar lebar" in text and "Q304 error" in text)
    assert "is no value for" not in text, "the fault is gone with its cause"
    assert "nomor-hilang" not in text.partition("<!--preview-->")[2], "the findings of this page stand at its foot"
    assert "Q304 error" in read(f"{address}/en/antre/giliran.html") and "<!--preview-->" not in read(f"{address}/sumber.html")
    lost = read(f"{address}/tidak-ada.html")
    assert 'lang="id"' in lost and 'lang="en"' in lost


# ---- Whom a preview answers


@pytest.mark.parametrize(
    "header, bound, answered",
    (
        ("localhost:8000", "127.0.0.1", True),
        ("127.0.0.1", "127.0.0.1", True),
        ("[::1]:8000", "::1", True),
        ("LOCALHOST.:8000", "127.0.0.1", True),
        ("loket.contoh.invalid:8000", "loket.contoh.invalid", True),
        ("xenia.contoh:8000", "Xenia.contoh", True),
        ("[2001:db8::7]:8000", "[2001:DB8::7]", True),
        ("192.0.2.7:8000", "[::]", True),
        ("contoh.invalid:8000", "127.0.0.1", False),
        ("localhost.contoh.invalid", "127.0.0.1", False),
        ("127.0.0.1.contoh.invalid:8000", "127.0.0.1", False),
        ("192.0.2.7:8000", "127.0.0.1", False),
        (f"{socket.gethostname()}:8000", "127.0.0.1", False),
        (f"{socket.gethostname()}:8000", "0.0.0.0", True),
        ("192.0.2.7:8000", "0.0.0.0", True),
        ("[2001:db8::7]:8000", "::", True),
        ("contoh.invalid:8000", "0.0.0.0", False),
        ("", "127.0.0.1", False),
        ("localhost/contoh.invalid", "127.0.0.1", False),
    ),
)
def test_a_preview_knows_the_names_of_its_computer(header: str, bound: str, answered: bool) -> None:
    assert is_own(header, bound) == answered


@pytest.mark.parametrize(
    "header, answered",
    (
        ("loket.kantor.contoh:8000", True),
        ("LOKET.local:8000", True),
        ("kantor.contoh:8000", False),
        ("loket.kantor.local:8000", False),
        ("loket:8000", False),
    ),
)
def test_a_preview_for_every_network_answers_to_its_computers_whole_name_and_to_the_short_one_of_its_own_network(
    header: str, answered: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "Loket.kantor.contoh")
    assert is_own(header, "0.0.0.0") == answered
    assert not is_own(header, "127.0.0.1")


def test_a_preview_sends_away_whoever_asks_for_another_host(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("draft", "utf-8")
    server = PreviewServer("127.0.0.1", 0, tmp_path)
    server.server_bind()
    server.server_activate()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        asked = {}
        for path in ("/", "/livereload/0/1"):
            for host in ("localhost", "contoh.invalid"):
                request = urllib.request.Request(f"http://127.0.0.1:{server.server_port}{path}", headers={"Host": host})
                try:
                    with urllib.request.urlopen(request, timeout=20) as answer:
                        asked[path, host] = (answer.status, answer.read().decode())
                except urllib.error.HTTPError as error:
                    asked[path, host] = (error.code, error.read().decode())
    finally:
        socketserver.BaseServer.shutdown(server)
        server.server_close()
    assert asked["/", "localhost"] == (200, "draft") and asked["/livereload/0/1", "localhost"][0] == 200
    for path in ("/", "/livereload/0/1"):
        assert asked[path, "contoh.invalid"][0] == 421 and "answers only to names of this computer" in asked[path, "contoh.invalid"][1]
