"""Serves the course while it is written: both languages at one address, fresh after every save."""

from __future__ import annotations

import signal
import socket
import tempfile
from pathlib import Path
from types import FrameType

from manusiawi.build.livereload import PreviewServer
from manusiawi.build.preview import Preview
from manusiawi.build.restart import RestartWanted, keep, needs_keeper, restart
from manusiawi.language.known import LANGUAGES, MAIN, folder, of
from manusiawi.model.loading import load_course


def _others() -> str:
    """Where the languages beside the main one stand, in words."""
    return ", ".join(f"{of(language).name} at /{folder(language)}" for language in LANGUAGES[1:])


def serve(root: Path, host: str, port: int) -> int:
    """Builds, serves and watches until interrupted or ended, and starts anew when its code was saved; returns the exit code.

    Port 0 takes any that is free. Raises OSError or OverflowError, before anything is built, where the port cannot be had.
    """
    if needs_keeper():
        return keep(port or _free_port(host))
    for name in ("SIGTERM", "SIGHUP"):  # ended from outside, or by the terminal that closes: in order, as by Ctrl+C
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _interrupt)
    wanted = False
    with tempfile.TemporaryDirectory(prefix="course-") as place:
        site = Path(place) / "site"
        server = PreviewServer(host, port, site)
        preview = Preview(root, site, server.refresh, server.stay)
        try:
            server.builder = preview.rebuild
            server.server_bind()
            port, shown = server.server_port, f"[{host}]" if ":" in host else host
            server.on_active = lambda: print(
                f"{load_course(root).site.name[MAIN]} is at http://{shown}:{port}/ ({_others()}). Stop with Ctrl+C.",
                flush=True,
            )
            preview.rebuild()
            for path in preview.watched():
                server.watch(str(path))
            server.serve()  # type: ignore[no-untyped-call] # MkDocs gives it no types
        except KeyboardInterrupt:
            pass
        except RestartWanted:
            wanted = True
        finally:
            preview.stop()
            server.shutdown()
    if wanted:
        print("The code was saved: starting anew.", flush=True)
        restart(port)
    return 0


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _free_port(host: str) -> int:
    """A port that nothing uses."""
    with socket.create_server((host, 0)) as probe:
        port: int = probe.getsockname()[1]
        return port
