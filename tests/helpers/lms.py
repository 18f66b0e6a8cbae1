"""Learning systems for packages: a strict one, and scorm-again, each at an address of this device that keeps what is sent to it."""

from __future__ import annotations

import functools
import http.server
import io
import json
import shutil
import threading
import zipfile
from pathlib import Path
from typing import Any

from tests.helpers.projects import DATA, PROJECT
from tests.helpers.servers import Pages

START, LESSON, SELF_CHECK = "antre/index.html", "antre/giliran.html", "antre/soal.html"  # of the example's package
AGAIN = PROJECT / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"


class _Kept(Pages):
    """Answers as the system behind scorm-again: POST keeps, GET tells what is kept."""

    lms: Lms

    def do_POST(self) -> None:  # noqa: N802 - the name that http.server calls
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self.lms.is_failing:
            self.lms.kept = json.loads(data)
        self.send_response(503 if self.lms.is_failing else 200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"result": not self.lms.is_failing, "errorCode": 101 if self.lms.is_failing else 0}).encode())

    def do_GET(self) -> None:  # noqa: N802
        if self.path != "/simpan":
            super().do_GET()
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(self.lms.kept).encode())


class Lms:
    """A package in a folder beside the two systems; `kept` is what scorm-again sent last, `is_failing` lets it keep nothing."""

    def __init__(self, package: bytes, folder: Path) -> None:
        self.kept: dict[str, Any] | None = None
        self.is_failing = False
        shutil.copytree(DATA / "lms", folder, dirs_exist_ok=True)
        if AGAIN.is_file():
            shutil.copyfile(AGAIN, folder / AGAIN.name)
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            archive.extractall(folder / "paket")
        handler = type("Kept", (_Kept,), {"lms": self})
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def cut(self) -> None:
        """Ends the server."""
        self._server.shutdown()
        self._server.server_close()


class Opened:
    """A window of a learning system that shows a page of the package in a frame."""

    def __init__(self, context: Any, lms: Lms, system: str, start: str, options: dict[str, str]) -> None:
        self.context, self.page = context, context.new_page()
        self.faults: list[str] = []
        self.asked: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        words = "&".join(f"{name}={value}" for name, value in {"open": f"paket/{start}", **options}.items())
        self.page.goto(f"{lms.address}/{system}.html?{words}")
        self.wait()

    @property
    def frame(self) -> Any:
        """The frame with the package."""
        return self.page.frame_locator("#paket")

    @property
    def inner(self) -> Any:
        """The same, for scripts."""
        return next(frame for frame in self.page.frames if frame.parent_frame)

    def wait(self) -> None:
        """Until the page in the frame has joined the system."""
        self.inner.wait_for_function("document.readyState === 'complete' && document.querySelector('article > .mq-note')")

    def go(self, path: str) -> None:
        """To another page of the package, by a link as a learner would."""
        self.inner.evaluate("path => { [...document.querySelectorAll('.course a')].find(link => link.href.endsWith(path)).click(); }", path)
        self.inner.wait_for_url(f"**/{path}")
        self.wait()

    def answer(self, item: str, parts: list[str]) -> None:
        """Gives an answer, as the record writes it, to a question of this page, and has it checked."""
        question = self.frame.locator(f"#{item}")
        for part in parts:
            row, _, value = part.partition(":")
            select = question.locator(f"select[data-row='{row}']")
            named = f"[data-row='{row}']" if row else ":not([data-row])"
            if row and select.count():
                select.select_option(value)
            elif question.locator("input[type=text]").count():
                question.locator("input[type=text]").fill(value)
            else:
                question.locator(f"input[value='{value}']{named}").check()
        question.locator(".mq-check").click()
        self.inner.wait_for_function("id => self['manusiawi-antre-id'].record().items[id]?.c === 1", arg=item)

    def put(self, section: str, name: str, value: Any) -> None:
        """Sets an entry of the record as a script of the page would."""
        self.inner.evaluate("([key, ...words]) => self[key].put(...words)", ["manusiawi-antre-id", section, name, value])

    def record(self) -> dict[str, Any]:
        """The record as the page has it."""
        return self.inner.evaluate("self['manusiawi-antre-id'].record()")

    def told(self) -> str:
        """What the page says about the system, once it is said."""
        self.page.wait_for_timeout(60)
        return self.frame.locator("article > .mq-note").first.inner_text().replace("\xa0", "").strip()

    def value(self, name: str) -> str:
        """An element as the strict system has it."""
        return self.page.evaluate("name => lms.values[name]", name)

    def refused(self) -> list[list[str]]:
        """What the strict system refused."""
        return self.page.evaluate("lms.refused")

    def calls(self) -> list[str]:
        """What the strict system was told, in order."""
        return self.page.evaluate("lms.calls")

    def leave(self) -> None:
        """To another page of the system, as a learner who goes back to the course."""
        self.page.goto("about:blank")
        self.page.close()
