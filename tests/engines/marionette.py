"""Speaks to Firefox in its own words: Marionette, a WebDriver over a plain socket, which needs no driver program."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.engines.faults import Refused

# What a person's Firefox has, but for what would speak to the network or ask something at the start. The browser's own list for
# automation is left out: it lets all files be one origin, and then every test from file:// passes that fails for a person.
PREFERENCES = {
    "remote.prefs.recommended": False,
    "security.fileuri.strict_origin_policy": True,
    "marionette.port": 0,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.tabs.warnOnClose": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.systemAddon.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
PATIENCE = 60  # seconds for the start and for one answer


class Firefox:
    """A Firefox with a profile of its own in `folder`: headless, or with a window where an environment names a screen."""

    def __init__(self, path: str, folder: Path, environment: dict[str, str] | None = None) -> None:
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()]
        (folder / "user.js").write_text("".join(lines), "utf-8")
        (folder / "MarionetteActivePort").unlink(missing_ok=True)  # of an earlier run
        words = [path, "-no-remote", "-marionette", "-remote-allow-system-access", "-profile", str(folder)]
        words += [] if environment else ["-headless"]
        self._process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        self._number = 0
        self._socket = socket.create_connection(("127.0.0.1", self._port(folder / "MarionetteActivePort")), PATIENCE)
        self._read()  # its greeting
        self.send("NewSession", {"capabilities": {"alwaysMatch": {"unhandledPromptBehavior": "accept"}}})

    def _port(self, written: Path) -> int:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if written.is_file() and (text := written.read_text()):
                return int(text)
            time.sleep(0.1)
        self._process.kill()
        raise TimeoutError(f"Firefox did not start within {PATIENCE} seconds.")

    def _read(self) -> Any:
        """One message: its length in bytes, a colon, and that much JSON."""
        head = b""
        while not head.endswith(b":"):
            head += self._some(1)
        left, parts = int(head[:-1]), []
        while left:
            parts.append(self._some(left))
            left -= len(parts[-1])
        return json.loads(b"".join(parts))

    def _some(self, most: int) -> bytes:
        if not (data := self._socket.recv(most)):
            raise ConnectionError("Firefox has closed its socket; it may have crashed.")
        return data

    def send(self, name: str, words: dict[str, Any]) -> Any:
        """The answer to a command of WebDriver, by its name there."""
        return self._command(f"WebDriver:{name}", words)

    def prefer(self, name: str, value: int) -> None:
        """Sets a preference while the browser runs."""
        self._command("Marionette:SetContext", {"value": "chrome"})
        self.send("ExecuteScript", {"script": "Services.prefs.setIntPref(arguments[0], arguments[1]);", "args": [name, value]})
        self._command("Marionette:SetContext", {"value": "content"})

    def _command(self, name: str, words: dict[str, Any]) -> Any:
        self._number += 1
        data = json.dumps([0, self._number, name, words]).encode()
        self._socket.sendall(f"{len(data)}:".encode() + data)
        _, _, error, answer = self._read()
        if error:
            raise Refused(name, error["error"], error["message"])
        return answer["value"] if isinstance(answer, dict) and list(answer) == ["value"] else answer

    def close(self) -> None:
        """Ends the browser as a person does, so that it writes what it keeps."""
        self._socket.close()
        self._process.terminate()
        self._process.wait(PATIENCE)
