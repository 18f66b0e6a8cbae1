"""The live server of MkDocs, quicker to notice a save, and told when open pages should load again and when not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from manusiawi.build.ownnames import is_own

PRIVATE = ("_epoch_cond", "_visible_epoch", "_wanted_epoch")  # of MkDocs' server: nothing public reloads a page without a build


class PreviewServer(LiveReloadServer):
    """Serves a folder; `builder`, set before it serves, runs after each save.

    Only this class touches attributes that MkDocs keeps to itself. A browser's page knows the epoch in which it was
    loaded, and loads again once the visible one is later; requests wait while the wanted one is not yet visible.
    """

    def __init__(self, host: str, port: int, site: Path) -> None:
        super().__init__(lambda: None, host=host, port=port, root=str(site), polling_interval=0.1)
        missing = [name for name in PRIVATE if not hasattr(self, name)]
        if missing:
            raise RuntimeError(
                f"MkDocs {version('mkdocs')} has no {', '.join(missing)}: manusiawi/build/livereload.py must learn its new way."
            )
        self.build_delay = 0.02  # seconds between a save and the build; an editor's second write would only build again
        self.on_active: Callable[[], Any] = lambda: None
        lost = site / "404.html"
        self.error_handler = lambda code: lost.read_bytes() if code == 404 and lost.exists() else None
        self._bound, self._host = False, host

    def server_bind(self) -> None:
        """Takes the port, once: before anything is built, so that a port that cannot be had is refused at once."""
        if not self._bound:
            super().server_bind()
            self._bound = True

    def server_activate(self) -> None:
        super().server_activate()
        self.on_active()

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answers whoever asked for this computer by one of its names, and sends others away."""
        if is_own(environ.get("HTTP_HOST", ""), self._host):
            return super().serve_request(environ, start_response)
        start_response("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
        return [f"This preview answers only to names of this computer, such as http://localhost:{self.server_port}/\n".encode()]

    def refresh(self) -> None:
        """Loads the open pages again; where a build is on its way, that one will."""
        with self._epoch_cond:
            if self._visible_epoch == self._wanted_epoch:
                self._visible_epoch = self._wanted_epoch = self._wanted_epoch + 1
                self._epoch_cond.notify_all()

    def stay(self) -> None:
        """Tells, within a build, that it changed nothing: open pages stay as they are."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch
            self._epoch_cond.notify_all()
