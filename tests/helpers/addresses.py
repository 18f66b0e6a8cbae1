"""Reads what stands at an address of this device, and waits for it."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest


def free_port() -> int:
    """A port that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def read(address: str) -> str:
    """The text at an address, that of an error page too; "" while nothing answers."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.read().decode()
    except OSError:
        return ""


def wait_for(address: str, condition: Callable[[str], bool]) -> str:
    """The text at an address once it is as wanted; the test fails after a minute."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        text = read(address)
        if condition(text):
            return text
        time.sleep(0.2)
    pytest.fail(f"{address} never showed what was expected")
