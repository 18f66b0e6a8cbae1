"""A web server for built pages, which can be slow with scripts, send headers and be cut off."""

from __future__ import annotations

import functools
import http.server
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Pages(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word; `late` holds scripts back for so many seconds, `headers` are sent with each file."""

    def __init__(self, *words: Any, late: float = 0, headers: Mapping[str, str] | None = None, **options: Any) -> None:
        self.late, self.own_headers = late, headers or {}
        super().__init__(*words, **options)

    def log_message(self, *_: object) -> None:
        """Keeps the terminal quiet."""

    def do_GET(self) -> None:
        if self.late and self.path.partition("?")[0].endswith(".js"):
            time.sleep(self.late)
        super().do_GET()

    def end_headers(self) -> None:
        # Last-Modified counts whole seconds: a page built again within one would come back old, as 304.
        self.send_header("Cache-Control", "no-store")
        for name, value in self.own_headers.items():
            self.send_header(name, value)
        super().end_headers()


class Server:
    """A folder at an address of this device, each request in a thread of its own, until it is cut."""

    def __init__(self, folder: Path, late: float = 0, headers: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self._server: http.server.ThreadingHTTPServer | None = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Pages, directory=str(folder), late=late, headers=headers)
        )
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def cut(self) -> None:
        """Ends the server, as a network that is gone."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
