"""Prints Lighthouse's four scores for the page types that the course promises 100 for, served as a host would: compressed."""

from __future__ import annotations

import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import brotli

from tests.helpers.chromium import find

PROJECT = Path(__file__).resolve().parent.parent
VERSION = "12.8.2"
PAGES = {"home": "index.html", "lesson": "nondiskriminasi/bias.html", "quiz": "nondiskriminasi/soal.html", "progress": "kemajuan.html"}
SCORES = ("performance", "accessibility", "best-practices", "seo")
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}


class _Compressed(http.server.BaseHTTPRequestHandler):
    """Serves a folder, its texts by Brotli."""

    protocol_version = "HTTP/1.1"
    folder: Path

    def do_GET(self) -> None:
        path = self.folder / self.path.split("?")[0].lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        kind = _TYPES.get(path.suffix, "application/octet-stream") if found else _TYPES[".html"]
        data = (path if found else self.folder / "404.html").read_bytes()
        self.send_response(200 if found else 404)
        if kind != "application/octet-stream":
            data = brotli.compress(data)
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


def scores() -> None:
    """Builds the course for the address it is then served from, and prints a line for each page and language."""
    npx, chromium = shutil.which("npx"), find(whole=True)
    if not npx or not chromium:
        print("\nLighthouse was not run: it needs " + ("a Chromium" if npx else "Node, whose npx fetches it") + ".")
        return
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        handler = type("Handler", (_Compressed,), {"folder": site})
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            address = f"http://127.0.0.1:{server.server_port}/"
            subprocess.run(
                [sys.executable, "build_quiz.py", "site", "--into", str(site)],
                check=True,
                cwd=PROJECT,
                env={**os.environ, "SITE_URL": address},
                stdout=subprocess.DEVNULL,
            )
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(f"\nLighthouse {VERSION}, a slow phone       " + "  ".join(SCORES))
            for kind, page in PAGES.items():
                for language in ("", "en/"):
                    print(f"{kind:9} {language + page:30}" + _line(_report(npx, chromium, address + language + page, Path(folder))))
            server.shutdown()


def _report(npx: str, chromium: str, address: str, folder: Path) -> dict[str, Any]:
    """Lighthouse's report on an address; empty where it did not run."""
    out = folder / "report.json"
    out.unlink(missing_ok=True)
    subprocess.run(
        [
            npx,
            "--yes",
            f"lighthouse@{VERSION}",
            address,
            "--quiet",
            "--output=json",
            f"--output-path={out}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    report: dict[str, Any] = json.loads(out.read_text("utf-8")) if out.is_file() else {}
    return report


def _line(report: dict[str, Any]) -> str:
    if not report or report.get("runtimeError"):
        return f" did not run: {report.get('runtimeError', {}).get('message', 'no report; is there a network to fetch Lighthouse by?')}"
    values = {name: report["categories"][name]["score"] for name in SCORES}
    below = sorted(
        {
            audit["id"]
            for name in SCORES
            if values[name] != 1
            for audit in report["categories"][name]["auditRefs"]
            if audit["weight"] and report["audits"][audit["id"]]["score"] not in (1, None)
        }
    )
    return "  ".join(
        "-".rjust(len(name)) if value is None else f"{value * 100:{len(name)}.0f}" for name, value in values.items()
    ) + "".join(f"  {name}" for name in below)


if __name__ == "__main__":
    scores()
