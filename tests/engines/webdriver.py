"""Speaks to a driver program in the words of W3C WebDriver, over http, by the standard library alone."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import time
from typing import Any

from tests.engines.faults import Refused

PATIENCE = 60  # seconds for the start and for one answer

# The commands that tests give: how each is sent. The names are those that Marionette has for them.
COMMANDS = {
    "NewSession": ("POST", ""),
    "Navigate": ("POST", "/url"),
    "Refresh": ("POST", "/refresh"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "FindElements": ("POST", "/elements"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "ElementClear": ("POST", "/element/{id}/clear"),
    "ElementSendKeys": ("POST", "/element/{id}/value"),
    "PerformActions": ("POST", "/actions"),
    "NewWindow": ("POST", "/window/new"),
    "GetWindowHandle": ("GET", "/window"),
    "GetWindowHandles": ("GET", "/window/handles"),
    "SwitchToWindow": ("POST", "/window"),
    "CloseWindow": ("DELETE", "/window"),
    "DeleteSession": ("DELETE", ""),
}


class Driver:
    """A driver program and the browser that it has started; `capabilities` say which."""

    def __init__(self, path: str, capabilities: dict[str, Any], environment: dict[str, str] | None = None) -> None:
        self._port = _free_port()
        self._process = subprocess.Popen(
            [path, f"--port={self._port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
        )
        self._session = ""
        self._wait(path)
        try:
            made = self.send("NewSession", {"capabilities": {"alwaysMatch": capabilities}})
        except BaseException:
            self._process.kill()
            raise
        self._session = f"/{made['sessionId']}"

    def _wait(self, path: str) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self._port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        self._process.kill()
        raise TimeoutError(f"{path} did not start within {PATIENCE} seconds.")

    def send(self, name: str, words: dict[str, Any]) -> Any:
        """The answer to a command of WebDriver, by its name."""
        method, way = COMMANDS[name]
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        body = json.dumps(words).encode() if method == "POST" else None
        connection.request(method, f"/session{self._session}{way.format(**words)}", body, {"Content-Type": "application/json"})
        answer = json.loads(connection.getresponse().read())["value"]
        connection.close()
        if isinstance(answer, dict) and "error" in answer:
            raise Refused(name, answer["error"], answer["message"])
        return answer

    def close(self) -> None:
        """Ends the browser, then the driver program."""
        try:
            self.send("DeleteSession", {})
        finally:
            self._process.terminate()
            self._process.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
