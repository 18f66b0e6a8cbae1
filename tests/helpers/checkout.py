"""Tells whether anything in the project has changed, so that no test writes into it unseen."""

from __future__ import annotations

import hashlib
import os

from tests.helpers.projects import PROJECT

OTHERS = {".git", ".venv", "__pycache__", "site", "node_modules"}  # what tools keep for themselves


def fingerprint() -> dict[str, str]:
    """Every file of the project by its path, with a hash of what it holds."""
    files = {}
    for folder, folders, names in os.walk(PROJECT):
        folders[:] = [name for name in folders if name not in OTHERS and not name.endswith("cache")]
        for name in names:
            path = os.path.join(folder, name)  # noqa: PTH118 - a thousand files: plain strings are faster
            if os.path.isfile(path):  # noqa: PTH113
                with open(path, "rb") as file:  # noqa: PTH123
                    files[os.path.relpath(path, PROJECT)] = hashlib.file_digest(file, "blake2s").hexdigest()
    return files


def differences(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The paths that came, went or hold something else."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
