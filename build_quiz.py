"""The door to the course builder: commands for people, and the hooks that MkDocs calls."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from manusiawi.build.hooks import (  # noqa: F401 - MkDocs finds them by name
    on_config,
    on_env,
    on_nav,
    on_page_content,
    on_page_markdown,
    on_post_build,
    on_template_context,
)
from manusiawi.cli import main

if __name__ == "__main__":
    sys.exit(main())
