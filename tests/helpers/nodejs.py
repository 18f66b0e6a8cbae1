"""Runs functions of the scripts' sources outside a browser, by the Node that the development tools bring."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.helpers.scripts import WEB
from tools.scripts import node


def run(body: str, value: Any = None, **modules: str) -> Any:
    """What a function's body returns for `value`; each module, a path below web/src/, stands in it under its name."""
    imports = "".join(f"import * as {name} from {json.dumps((WEB / 'src' / path).as_uri())};\n" for name, path in modules.items())
    script = (
        f'{imports}import {{ readFileSync }} from "node:fs";\n'
        f'const value = JSON.parse(readFileSync(0, "utf8"));\nconst made = await (async () => {{ {body} }})();\n'
        "process.stdout.write(JSON.stringify(made === undefined ? null : made));\n"
    )
    words = [str(node()), "--input-type=module", "--no-warnings", "--eval", script]
    done = subprocess.run(words, input=json.dumps(value), capture_output=True, text=True, encoding="utf-8", cwd=Path(WEB), check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
