"""Serves the course while it is written: both languages at one address, rebuilt on every save."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from .course import load_course
from .faults import CourseFaults
from .lint.run import lint
from .preview import show_faults, show_findings
from .site import BuildFailed, build_site

WATCHED = ("docs", "quizzes", "course", "overrides", "manusiawi", "mkdocs.yml", "mkdocs.en.yml")


def serve(root: Path, host: str, port: int) -> None:
    """Builds, serves and watches until interrupted; a fault is printed and shown on the last good pages."""
    from mkdocs.livereload import LiveReloadServer

    with tempfile.TemporaryDirectory(prefix="manusiawi-") as folder:
        site = Path(folder) / "site"

        def rebuild() -> None:
            try:
                build_site(root, site, strict=False)
                course = load_course(root)
                show_findings(site, course, lint(course, root))
                print("The pages are fresh.", flush=True)
            except (CourseFaults, BuildFailed) as error:
                print(error, file=sys.stderr, flush=True)
                show_faults(site, str(error))

        rebuild()
        site.mkdir(exist_ok=True)
        server = LiveReloadServer(rebuild, host=host, port=port, root=str(site), polling_interval=0.1)
        server.build_delay = 0.02  # seconds between a save and the build; an editor's second write would only build again
        lost = site / "404.html"
        server.error_handler = lambda code: lost.read_bytes() if code == 404 and lost.exists() else None
        for name in WATCHED:
            if (root / name).exists():
                server.watch(str(root / name))
        print(f"Manusiawi is at http://{host}:{port}/ (English at /en/). Stop with Ctrl+C.", flush=True)
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
