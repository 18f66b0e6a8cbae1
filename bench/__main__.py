"""Prints what can be measured: build times, saves until they show, bytes, what options give away, gains, answer cards, Lighthouse."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import brotli

from .cards import cards
from .gains import gains
from .guessing import guesses
from .lighthouse import scores
from .site import whole_site
from .synthetic import MODULES, write_plain, write_quizzes

PROJECT = Path(__file__).resolve().parent.parent
BUILD = "import sys; from mkdocs.__main__ import cli; cli(['build', '-q', '-f', sys.argv[1]])"


def build_seconds(root: Path) -> float:
    """Wall seconds of one whole MkDocs build of the Indonesian pages, in a process of its own."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", BUILD, str(root / "mkdocs.yml")], check=True, cwd=PROJECT)
    return time.perf_counter() - start


def build_added(count: int, runs: int) -> None:
    """Compares the two builds, turn by turn so that both meet the same load; prints the fastest of each."""
    with tempfile.TemporaryDirectory() as folder:
        quizzes, plain = Path(folder) / "quizzes", Path(folder) / "plain"
        write_quizzes(quizzes, count, PROJECT)
        write_plain(plain, count, PROJECT)
        times = [(build_seconds(quizzes), build_seconds(plain)) for _ in range(runs)]
    with_questions, as_text = (min(column) for column in zip(*times, strict=True))
    added = with_questions - as_text
    print(
        f"{count:6,} questions on {MODULES} pages: {with_questions:6.2f} s; same text as plain Markdown {as_text:6.2f} s; "
        f"added {added:+6.2f} s ({added / count * 1000:+.2f} ms a question)"
    )


def save_to_browser(runs: int) -> None:
    """Times a save of a lesson and of a quiz until the served page shows it, polled every 50 ms; prints the median."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "course"
        shutil.copytree(PROJECT, root, ignore=shutil.ignore_patterns(".git", ".venv", "site", "__pycache__", ".pytest_cache"))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = subprocess.Popen(
            [sys.executable, "build_quiz.py", "serve", "--port", str(port)], cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            for name, path, page in (
                ("lesson", "docs/id/nondiskriminasi/bias.md", "nondiskriminasi/bias.html"),
                ("quiz", "quizzes/nondiskriminasi.yml", "nondiskriminasi/soal.html"),
            ):
                source, address = root / path, f"http://127.0.0.1:{port}/{page}"
                wait(address, "<h1")
                times = []
                for number in range(runs):
                    time.sleep(3)  # a person reads between two saves; the linter is done by then
                    text, mark = source.read_text("utf-8"), f"tanda{number}{name}"
                    old, new = ("\n## ", f"\n{mark}\n\n## ") if name == "lesson" else ("- id: nd-hari-ramai", None)
                    if new is None:
                        start = text.index("    id: >-\n      ", text.index(old))
                        edited = text[:start] + text[start:].replace("    id: >-\n      ", f"    id: >-\n      {mark} ", 1)
                    else:
                        edited = text.replace(old, new, 1)
                    start_time = time.perf_counter()
                    source.write_text(edited, "utf-8")
                    wait(address, mark)
                    times.append(time.perf_counter() - start_time)
                print(f"a save of a {name} shows after {sorted(times)[len(times) // 2]:.2f} s (median of {runs})")
        finally:
            server.terminate()
            server.wait()


def wait(address: str, sign: str) -> None:
    """Returns once the page at an address holds a sign; gives up after a minute."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if sign in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.05)  # seldom enough that asking does not slow the build down
    raise TimeoutError(address)


def sizes() -> None:
    """Prints the bytes of scripts and styles, and of first visits, raw and by Brotli."""
    from manusiawi.build.site import build_site
    from tests.helpers.html import files_of_page, pages_of

    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build_site(PROJECT, site)
        print("\nfile                                        raw   brotli")
        for path in (*sorted(site.glob("assets/*")), *sorted(site.glob("assets/stylesheets/main*.css"))):
            data = path.read_bytes() if path.is_file() else b""
            if data:
                print(f"{path.relative_to(site).as_posix():38} {len(data):8,} {len(brotli.compress(data)):8,}")
        print("\nfirst visit to                          files      raw   brotli  of it scripts")
        for name, page in pages_of(site).items():
            if name.endswith("404.html"):
                continue
            files = files_of_page(name, page, site)
            packed = {path: len(brotli.compress(data)) for path, data in files.items()}
            scripts = sum(size for path, size in packed.items() if path.endswith(".js"))
            print(f"{name:42} {len(files):2} {sum(map(len, files.values())):8,} {sum(packed.values()):8,} {scripts:8,}")


if __name__ == "__main__":
    for number, turns in ((500, 5), (1_000, 3), (10_000, 2)):
        build_added(number, turns)
    whole_site(3)
    save_to_browser(5)
    sizes()
    guesses()
    gains()
    cards()
    scores()
