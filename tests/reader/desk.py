"""A desk with a screen reader at it: a screen, a bus, a window manager, a sound card that nobody hears, speech, Orca."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.helpers.screens import screen
from tests.reader.ear import Ear

TALKING = Path(__file__).with_name("talking.py")
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that has Orca and the bindings of AT-SPI
BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PATIENCE = 60  # seconds until a program of the desk is ready
SPEECH = """LogLevel 0
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
DefaultLanguage "id"
"""


class Desk:
    """What programs at the desk need to know: the environment, and the ear that hears what is said there."""

    def __init__(self, environment: Mapping[str, str], ear: Ear) -> None:
        self.environment, self.ear = dict(environment), ear


@contextmanager
def desk(home: Path) -> Iterator[Desk]:
    """Starts everything with a home of its own, and ends it afterwards."""
    with ExitStack() as stack:
        environment = _environment(home, stack.enter_context(screen("1280x1024")))

        def start(*words: str, **more: str) -> None:
            stack.enter_context(_program(words, {**environment, **more}, home))

        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(_bus(environment))
        start(BUS_LAUNCHER, "--launch-immediately", "--a11y=1", "--screen-reader=1")
        start("openbox")
        start("pulseaudio", "-n", "--exit-idle-time=-1", "-L", "module-null-sink", "-L", "module-native-protocol-unix")
        _wait((home / "pulse/native").exists, "pulseaudio")
        config = home / ".config/speech-dispatcher"
        config.mkdir(parents=True)
        (config / "speechd.conf").write_text(SPEECH, "utf-8")
        start("speech-dispatcher", "-s", "-t", "0")
        _wait((home / "speech-dispatcher/speechd.sock").exists, "speech-dispatcher")
        ear = Ear(home / "heard.jsonl")
        start(SYSTEM_PYTHON, str(TALKING), HEARD=str(ear.file))
        ear.until("Screen reader on.", PATIENCE)
        yield Desk(environment, ear)


def _environment(home: Path, display: str) -> dict[str, str]:
    home.chmod(0o700)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "WAYLAND_", "DBUS_", "LC_"))}
    own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "DISPLAY": display, "LANG": "C.UTF-8", "GDK_BACKEND": "x11"}
    return {**kept, **own, "GTK_MODULES": "gail:atk-bridge", "GNOME_ACCESSIBILITY": "1"}


@contextmanager
def _program(words: tuple[str, ...], environment: Mapping[str, str], home: Path) -> Iterator[None]:
    with (home / f"{Path(words[0]).name}.log").open("wb") as log:
        process = subprocess.Popen(words, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def _bus(environment: Mapping[str, str]) -> Iterator[str]:
    """A session bus; gives its address. What it starts itself ends with it."""
    words = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    process = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def _wait(is_ready, name: str) -> None:
    end = time.monotonic() + PATIENCE
    while not is_ready():
        if time.monotonic() > end:
            raise TimeoutError(f"{name} did not start within {PATIENCE} seconds.")
        time.sleep(0.05)
